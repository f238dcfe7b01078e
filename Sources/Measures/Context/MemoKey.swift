/// The name of an intermediate result that measures share, with the type of the result: two results of
/// different types are two, whatever their names.
public struct MemoKey<Value: Sendable>: Hashable, Sendable, ExpressibleByStringInterpolation {
    public let name: String

    public init(_ name: String) { self.name = name }

    public init(stringLiteral name: String) { self.name = name }
}
