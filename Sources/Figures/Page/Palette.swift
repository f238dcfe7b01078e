import Vocabulary

/// The colours of Okabe and Ito (2008), told apart by all kinds of sight, and how a layer's lines look.
enum Palette {
    static func colour(of sphere: Sphere) -> Colour {
        switch sphere {
        case .economy: Colour(0xE69F00)
        case .social: Colour(0x009E73)
        case .public: Colour(0x0072B2)
        case .finance: Colour(0xCC79A7)
        case .knowledge: Colour(0x56B4E9)
        case .citizen: Colour(0x999999)
        }
    }

    /// For groups that have no colour of their own, the largest first.
    static let groups: [Colour] = [
        Colour(0xE69F00), Colour(0x56B4E9), Colour(0x009E73), Colour(0xF0E442), Colour(0x0072B2),
        Colour(0xD55E00), Colour(0xCC79A7), Colour(0x999999),
    ]

    /// With the colour, what tells spheres apart in grey print and for those who see fewer colours: spheres of one shape
    /// differ in brightness.
    static func shape(of sphere: Sphere) -> LookRow.Shape {
        switch sphere {
        case .economy, .social: .disc
        case .public, .citizen: .square
        case .finance, .knowledge: .diamond
        }
    }

    /// The same for groups, in the order of their colours.
    static func groupShape(_ place: Int) -> LookRow.Shape {
        [.disc, .square, .disc, .diamond, .disc, .square, .diamond, .square][place % 8]
    }

    /// Colour and dash both tell the layer, so that print in grey still tells.
    static func line(of layer: Layer, furtherLayers: [Layer]) -> LineStyle {
        switch layer {
        case .cooperation: LineStyle(Colour(0x00684C))
        case .knowledge: LineStyle(Colour(0x1F7FB8), dash: [1.1, 1.7], width: 1.1)
        case .finance: LineStyle(Colour(0xA8437F), dash: [4.5, 2.2])
        case .governance: LineStyle(Colour(0x333333), width: 1.6)
        case .membership: LineStyle(Colour(0x6B6B6B), dash: [9, 2], width: 0.7)
        case .supply: LineStyle(Colour(0xC04F00), dash: [8, 1.5, 1, 1.5, 1, 1.5])
        case .employment: LineStyle(Colour(0x8A6D00), dash: [6, 1.8, 1.1, 1.8])
        case .service: LineStyle(Colour(0x5B4A9C), dash: [2.5, 1.8])
        case .location: LineStyle(Colour(0x8F8F8F), dash: [1, 3.2])
        default: further[(furtherLayers.firstIndex(of: layer) ?? 0) % further.count]
        }
    }

    /// For kinds of tie of one layer, in their order.
    static func kindLine(_ place: Int) -> LineStyle {
        let standard: [Layer] = [
            .cooperation, .finance, .knowledge, .supply, .service, .employment, .membership, .governance,
        ]
        return line(of: standard[place % standard.count], furtherLayers: [])
    }

    /// For a network with one kind of tie.
    static let plainLine = LineStyle(Colour(0x6B6B6B), width: 0.8)

    /// For layers of a dataset's own, in their order.
    private static let further = [
        LineStyle(Colour(0x7A2E2E), dash: [7, 1.6, 2, 1.6]), LineStyle(Colour(0x2E4A7A), dash: [3, 3]),
        LineStyle(Colour(0x3F6B1D), dash: [1.1, 1.7, 4, 1.7]), LineStyle(Colour(0x6B1D5E), width: 1.3),
    ]
}

/// How a line is drawn.
struct LineStyle: Sendable, Hashable {
    var colour: Colour
    var dash: [Double]
    var width: Double

    init(_ colour: Colour, dash: [Double] = [], width: Double = 0.9) {
        (self.colour, self.dash, self.width) = (colour, dash, width)
    }
}
