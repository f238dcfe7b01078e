/// A JSON value; the members of an object keep their order.
public enum JSONValue: Sendable, Hashable {
    /// `null`, which a nil value becomes.
    case null
    /// `true` or `false`.
    case flag(Bool)
    /// A whole number written without point or exponent, but for −0.
    case integer(Int)
    /// A whole number beyond `Int`, digit by digit: as a double it would be another one.
    case digits(String)
    /// Any other number; finite, since JSON has no word for what is not.
    case number(Double)
    /// A text, its escapes resolved.
    case text(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order, each name once where it was read.
    case object([Member])

    /// A name and its value in an object.
    public struct Member: Sendable, Hashable {
        /// The name, its escapes resolved.
        public var key: String
        /// What it holds.
        public var value: JSONValue

        /// A member of that name.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The member of an object; nil where this is no object or has none of that name.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text, or `null` for nil.
    public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
    /// The number, or `null` for nil; finite.
    public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
    /// The number, or `null` for nil.
    public init(_ integer: Int?) { self = integer.map(JSONValue.integer) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object, its members in the order in which they are written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0, $1) })
    }
}
