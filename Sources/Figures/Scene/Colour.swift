/// A colour of the screen (sRGB), each part from 0 to 1.
public struct Colour: Sendable, Hashable {
    /// How much red there is, 0 to 1.
    public var red: Double
    /// How much green there is, 0 to 1.
    public var green: Double
    /// How much blue there is, 0 to 1.
    public var blue: Double
    /// From 0, which cannot be seen, to 1.
    public var opacity: Double

    /// A colour by its parts, each from 0 to 1; an opaque one unless said.
    public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
        (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
    }

    /// From 0xRRGGBB.
    public init(_ hex: UInt32) {
        func part(_ shift: UInt32) -> Double { Double((hex >> shift) & 0xFF) / 255 }
        self.init(red: part(16), green: part(8), blue: part(0))
    }

    /// The darkest there is, for rims.
    public static let black = Colour(0x000000)
    /// The page.
    public static let white = Colour(0xFFFFFF)
    /// Words and lines, a black that is easy on the eye.
    public static let ink = Colour(0x222222)
    /// Notes and rules that stand back.
    public static let grey = Colour(0x777777)
    /// An actor of whose sphere nothing is known.
    public static let unknown = Colour(0xBDBDBD)

    /// The colour with so much white in it, 0 to 1.
    func paler(by share: Double) -> Colour {
        func mixed(_ part: Double) -> Double { part + (1 - part) * share }
        return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue), opacity: opacity)
    }

    /// The colour with so much black in it, 0 to 1.
    func darker(by share: Double) -> Colour {
        Colour(red: red * (1 - share), green: green * (1 - share), blue: blue * (1 - share), opacity: opacity)
    }

    /// The same colour, more or less seen through: 0 to 1.
    func withOpacity(_ opacity: Double) -> Colour {
        Colour(red: red, green: green, blue: blue, opacity: opacity)
    }

    /// The opaque colour that it looks like on white.
    var onWhite: Colour { withOpacity(1).paler(by: 1 - opacity) }

    /// How bright it looks, 0 to 1 (Rec. 709): what is left of it in grey print.
    public var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// `#rrggbb`, with two digits more where it is not opaque.
    var hex: String {
        func digits(_ part: Double) -> String {
            let text = String(Int((min(max(part, 0), 1) * 255).rounded()), radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "#" + digits(red) + digits(green) + digits(blue) + (opacity < 1 ? digits(opacity) : "")
    }
}
