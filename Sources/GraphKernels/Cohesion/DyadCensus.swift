/// How many pairs of nodes are tied both ways, one way, not at all.
public struct DyadCensus: Sendable, Hashable {
    /// Pairs tied both ways; of an undirected graph, every tied pair.
    public let mutual: Int
    /// Pairs tied one way; 0 in an undirected graph.
    public let asymmetric: Int
    /// Pairs that are not tied.
    public let null: Int

    /// In an undirected graph every tied pair is mutual. Complexity: O(arcs · log degree).
    public init(_ graph: Graph) {
        let pairs = graph.nodeCount * (graph.nodeCount - 1) / 2
        var bothWays = graph.edgeCount
        if graph.isDirected {
            let twice = (0..<graph.nodeCount).reduce(0) { sum, node in
                sum + graph.outgoing.neighbours(of: node).count { graph.hasArc(Int($0), node) }
            }
            bothWays = twice / 2
        }
        mutual = bothWays
        asymmetric = graph.isDirected ? graph.edgeCount - 2 * bothWays : 0
        null = pairs - mutual - asymmetric
    }
}
