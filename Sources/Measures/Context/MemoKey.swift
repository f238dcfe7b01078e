/// The name of an intermediate result that measures share, with the type of the result: two results of
/// different types are two, whatever their names.
public struct MemoKey<Value: Sendable>: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Alone among the results of its type.
    public let name: String

    /// The key of a result of the type at hand.
    ///
    /// - Parameter name: what is computed, and by which choices.
    public init(_ name: String) { self.name = name }

    /// So that a key is written as a text with choices in it: `"core \(pattern)"`.
    public init(stringLiteral name: String) { self.name = name }
}
