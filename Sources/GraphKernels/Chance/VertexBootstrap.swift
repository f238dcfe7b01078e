/// Networks resampled by their nodes, for standard errors and intervals (Snijders and Borgatti
/// 1999, Connections 22(2), 161–170).
public enum VertexBootstrap {
    /// Nodes are drawn with replacement; two draws are tied as the nodes they stand for. Two draws
    /// of the same node take the dyad of two random nodes, since a node has none with itself.
    ///
    /// - Returns: the graph, and for each of its nodes the one that it stands for.
    /// - Complexity: O(nodes²).
    public static func resampled(_ graph: Graph, using random: inout RandomSource) -> (graph: Graph, drawn: [Int]) {
        let count = graph.nodeCount
        guard count > 1 else { return (graph, Array(0..<count)) }
        let drawn = (0..<count).map { _ in random.below(count) }
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        func copy(_ from: Int, _ to: Int, as source: Int, _ target: Int) {
            guard let place = graph.outgoing.place(of: to, in: from) else { return }
            sources.append(Int32(source))
            targets.append(Int32(target))
            if graph.isWeighted { weights.append(graph.outgoing.weights[place]) }
        }
        for one in 0..<count {
            for other in 0..<one {
                var (a, b) = (drawn[one], drawn[other])
                if a == b {
                    a = random.below(count)
                    b = random.below(count - 1)
                    if b >= a { b += 1 }
                }
                copy(a, b, as: one, other)
                if graph.isDirected { copy(b, a, as: other, one) }
            }
        }
        let resampled = Graph(
            nodeCount: count, sources: sources, targets: targets, weights: weights, isDirected: graph.isDirected)
        return (resampled, drawn)
    }
}
