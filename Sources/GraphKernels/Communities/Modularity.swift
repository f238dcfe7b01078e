/// How much more weight falls inside communities than the strengths of their nodes explain.
///
///     Q = Σ_C [ w_C / W − γ (S_C / 2W)² ]
///
/// w_C the weight inside community C, S_C the strengths of its nodes, W the weight of all edges
/// (Newman and Girvan 2004, Phys. Rev. E 69, 026113; γ: Reichardt and Bornholdt 2006).
public enum Modularity {
    /// Q of a partition, at most 1; negative where fewer ties fall inside communities than strengths explain.
    ///
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

    /// The same along the arcs of a directed graph, where a node gives as much as it has out-arcs and takes as much as it
    /// has in-arcs (Leicht and Newman 2008, Phys. Rev. Lett. 100, 118703):
    ///
    ///     Q = Σ_C [ w_C / W − γ (S_C^out / W) (S_C^in / W) ]
    ///
    /// In an undirected graph each edge counts both ways, which gives `value`.
    ///
    /// - Parameter community: nil leaves a node out, with its arcs.
    /// - Returns: nil where no weight is left.
    /// - Complexity: O(nodes + arcs).
    public static func directed(_ graph: Graph, community: [Int?], resolution: Double = 1) -> Double? {
        precondition(community.count == graph.nodeCount)
        let count = (community.compactMap { $0 }.max() ?? -1) + 1
        var (inside, out, into) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        for node in 0..<graph.nodeCount {
            guard let own = community[node] else { continue }
            for entry in graph.outgoing.range(of: node) {
                guard let other = community[Int(graph.outgoing.targets[entry])] else { continue }
                let weight = graph.isWeighted ? graph.outgoing.weights[entry] : 1
                out[own] += weight
                into[other] += weight
                if own == other { inside[own] += weight }
            }
        }
        let total = out.reduce(0, +)
        guard total > 0 else { return nil }
        return (0..<count).reduce(0) { $0 + inside[$1] / total - resolution * (out[$1] / total) * (into[$1] / total) }
    }
}
