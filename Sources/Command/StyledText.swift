import Milieu

/// Text for a terminal: styles are the program's, and no control character comes from anywhere else.
struct StyledText: ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral text: String) { self.text = text }

    init(stringInterpolation parts: Interpolation) { text = parts.text }

    /// A text in a style of its own (an SGR number).
    init(_ text: String, _ style: String, isStyled: Bool) {
        let shown = Excerpt.printableLines(text)
        self.text = isStyled ? "\u{1B}[\(style)m\(shown)\u{1B}[0m" : shown
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { text += literal }

        /// A text from anywhere: its control characters are shown and do nothing.
        mutating func appendInterpolation(_ foreign: String) { text += Excerpt.printableLines(foreign) }

        mutating func appendInterpolation(_ part: StyledText) { text += part.text }
    }
}
