/// A language in which files are written, and what its signs look like where they mean nothing.
public protocol TextSyntax: Sendable {
    /// The text with every sign of the language made a sign of the text.
    static func escaped(_ text: String) -> String
}

/// Text in a language, made from a template: what stands in the literal is the template's, what is put into it is
/// escaped. So nobody can forget to, and whatever is not, says so where it is put in:
///
///     let head: Markdown = "# Methods: \(title)"
///     let line: Markdown = "\(head)\n\n\(markup: measure.formula)"
public struct Written<Syntax: TextSyntax>: Sendable, Hashable, ExpressibleByStringInterpolation {
    public let text: String
    public var isEmpty: Bool { text.isEmpty }

    /// Text of Milieu's own that is in the language already.
    public init(markup: String) { text = markup }

    public init(stringLiteral text: String) { self.text = text }

    public init(stringInterpolation parts: Interpolation) { text = parts.text }

    /// Texts one behind the other with a separator between them.
    public static func joined(_ parts: some Sequence<Written>, separator: Written = "") -> Written {
        Written(markup: parts.map(\.text).joined(separator: separator.text))
    }

    public static func + (one: Written, other: Written) -> Written { Written(markup: one.text + other.text) }

    public static func += (one: inout Written, other: Written) { one = one + other }

    /// The parts of a template in their order.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A text from anywhere: escaped.
        public mutating func appendInterpolation(_ foreign: String) { text += Syntax.escaped(foreign) }

        public mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

        public mutating func appendInterpolation(_ number: Double) { text += NumberText.shortest(number) }

        /// What is in the language already: as it is.
        public mutating func appendInterpolation(_ part: Written) { text += part.text }

        /// A text of Milieu's own that is in the language already: as it is.
        public mutating func appendInterpolation(markup: String) { text += markup }
    }
}
