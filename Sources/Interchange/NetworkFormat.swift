import NetworkModel
import Vocabulary

/// A kind of network file.
public struct NetworkFormat: Sendable {
    /// What a caller says about a file that may not say it itself.
    public struct Options: Sendable {
        /// Nil: what the file says; an edge list that says nothing is undirected.
        public var directed: Bool?

        public init(directed: Bool? = nil) { self.directed = directed }
    }

    /// A network as a file, and what the file could not carry.
    public struct Output: Sendable {
        public let text: String
        public let findings: [Finding]
    }

    public let id: String
    public let name: Bilingual
    /// Without the point, in lower case.
    public let fileExtensions: [String]
    /// Reads the bytes of a file, which findings call by the given name.
    public let read: @Sendable ([UInt8], String, Options) -> Reading
    public let write: @Sendable (Network) -> Output
}
