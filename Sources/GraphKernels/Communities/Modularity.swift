/// How much more weight falls inside communities than the strengths of their nodes explain.
///
///     Q = Σ_C [ w_C / W − γ (S_C / 2W)² ]
///
/// w_C the weight inside community C, S_C the strengths of its nodes, W the weight of all edges
/// (Newman and Girvan 2004, Phys. Rev. E 69, 026113; γ: Reichardt and Bornholdt 2006).
public enum Modularity {
    /// - Precondition: the graph is undirected, its weights are not negative, `community` has one
    ///   number from 0 for each node.
    /// - Returns: nil where there is no weight.
    /// - Complexity: O(nodes + edges).
    public static func value(_ graph: Graph, community: [Int], resolution: Double = 1) -> Double? {
        precondition(!graph.isDirected && community.count == graph.nodeCount)
        var inside = [Double](repeating: 0, count: (community.max() ?? -1) + 1)
        var strengths = inside
        for node in 0..<graph.nodeCount {
            for place in graph.outgoing.range(of: node) {
                let weight = graph.isWeighted ? graph.outgoing.weights[place] : 1
                strengths[community[node]] += weight
                if community[Int(graph.outgoing.targets[place])] == community[node] { inside[community[node]] += weight }
            }
        }
        let total = strengths.reduce(0, +)
        guard total > 0 else { return nil }
        return zip(inside, strengths).reduce(0) { sum, part in
            sum + part.0 / total - resolution * (part.1 / total) * (part.1 / total)
        }
    }
}
