/// How much the neighbourhoods of two nodes of one mode overlap, averaged over the nodes that share a neighbour with
/// the first (Latapy, Magnien and Del Vecchio 2008, Social Networks 30(1), 31–48, section 5).
public enum NeighbourhoodOverlap: String, Sendable, CaseIterable {
    /// Common neighbours over all that either has.
    case ofUnion
    /// Over the fewer of the two: 1 where one neighbourhood holds the other.
    case ofSmaller
    /// Over the more of the two.
    case ofLarger

    private func value(_ common: Int, _ one: Int, _ other: Int) -> Double {
        let whole =
            switch self {
            case .ofUnion: one + other - common
            case .ofSmaller: min(one, other)
            case .ofLarger: max(one, other)
            }
        return Double(common) / Double(whole)
    }

    /// The mean for each node; nil where it shares a neighbour with nobody.
    ///
    /// - Precondition: the graph is undirected and has two modes.
    /// - Complexity: O(paths of two edges).
    public func means(of graph: Graph) -> [Double?] {
        precondition(!graph.isDirected)
        let rows = graph.outgoing
        let parts = Parallel.chunks(
            of: graph.nodeCount, grain: max(16, graph.nodeCount / 64),
            workspace: { [Int](repeating: 0, count: graph.nodeCount) }
        ) { nodes, common in
            nodes.map { node -> Double? in
                var others: [Int32] = []
                for between in rows.neighbours(of: node) {
                    for other in rows.neighbours(of: Int(between)) where Int(other) != node {
                        if common[Int(other)] == 0 { others.append(other) }
                        common[Int(other)] += 1
                    }
                }
                var sum = 0.0
                for other in others {
                    sum += value(common[Int(other)], rows.degree(of: node), rows.degree(of: Int(other)))
                    common[Int(other)] = 0
                }
                return others.isEmpty ? nil : sum / Double(others.count)
            }
        }
        return parts.flatMap { $0 }
    }
}
