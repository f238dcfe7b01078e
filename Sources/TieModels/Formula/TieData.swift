import GraphKernels

/// A network and what is known of its nodes and pairs: what a model's terms read.
public struct TieData: Sendable {
    /// Nodes of the first mode come first.
    public var ids: [String]
    /// Whether a tie from i to j differs from one from j to i.
    public var isDirected: Bool
    /// Nil where all nodes are of one mode.
    public var firstModeCount: Int?
    /// From source to target; more than one of a pair count once, those of a node with itself not at all.
    public var ties: [(source: Int, target: Int)]
    /// Pairs of which nobody knows whether they are tied.
    public var unobserved: [(source: Int, target: Int)]
    /// The pairs that may change, where not all may; the others stay as they are in every network that a model draws.
    public var free: [(source: Int, target: Int)]?
    /// Of each attribute a text for each node; nil: not known.
    public var attributes: [String: [String?]]
    /// Numbers of pairs, by the names that `edgecov` calls them.
    public var relations: [String: SquareMatrix]

    /// A network of which nothing but ties is known.
    public init(ids: [String], isDirected: Bool, firstModeCount: Int? = nil, ties: [(source: Int, target: Int)]) {
        self.ids = ids
        self.isDirected = isDirected
        self.firstModeCount = firstModeCount
        self.ties = ties
        unobserved = []
        attributes = [:]
        relations = [:]
    }

    /// The largest network that a model is fitted to: tables of all pairs are kept.
    public static let sizeLimit = 3_000
}
