import NetworkModel
import Vocabulary

/// A kind of network file.
public struct NetworkFormat: Sendable {
    /// What a caller says about a file that may not say it itself.
    public struct Options: Sendable {
        /// Nil: what the file says; an edge list that says nothing is undirected.
        public var directed: Bool?

        /// What the file says, unless a direction is given.
        public init(directed: Bool? = nil) { self.directed = directed }
    }

    /// How a network is written.
    public struct WritingOptions: Sendable {
        /// Ties without direction are written as two, one each way, for programs that read no mixed
        /// networks.
        public var bothWays: Bool

        /// Each tie as its format has it, unless both ways are asked for.
        public init(bothWays: Bool = false) { self.bothWays = bothWays }
    }

    /// A network as a file, and what the file could not carry.
    public struct Output: Sendable {
        /// The whole file.
        public let text: String
        /// A note of each thing that was lost, and of how to keep it.
        public let findings: [Finding]
    }

    /// What `--from` and `--to` take.
    public let id: String
    /// What lists of formats call it.
    public let name: Bilingual
    /// What a file of it holds, for the list of formats.
    public let carries: Bilingual
    /// Without the point, in lower case.
    public let fileExtensions: [String]
    /// Whether a file whose name does not tell its format is of this one, by its first thousand or so
    /// characters, in lower case.
    public var recognises: @Sendable (String) -> Bool = { _ in false }
    /// Reads the bytes of a file, which findings call by the given name.
    public let read: @Sendable ([UInt8], String, Options) -> Reading
    /// The network as a text of this format.
    ///
    /// Throws `MilieuError` of cause `usage` where the format has no way to hold the network.
    public let write: @Sendable (Network, WritingOptions) throws(MilieuError) -> Output
}
