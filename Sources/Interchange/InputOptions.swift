import Vocabulary

/// What a caller says about an input that the input may not say itself.
public struct InputOptions: Sendable {
    /// For a file that does not say whether its ties are directed; the kinds of tie of a dataset say it themselves.
    public var directed: Bool?
    /// Nil: what the name of the file, or else its content, shows.
    public var format: NetworkFormat?
    /// Which network of a file that holds several: its name, or its number from 1.
    public var network: String?
    /// Paths of files that the input may name and that are read then: the data of a DL file that stand apart.
    public var beside: [String]
    /// Paths of files with a value for each actor, in their order: partitions and vectors of Pajek.
    public var attributes: [String]

    /// The input alone, unless a caller says more.
    public init(
        directed: Bool? = nil, format: NetworkFormat? = nil, network: String? = nil, beside: [String] = [],
        attributes: [String] = []
    ) {
        (self.directed, self.format, self.network) = (directed, format, network)
        (self.beside, self.attributes) = (beside, attributes)
    }
}
