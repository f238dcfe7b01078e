import GraphKernels

/// A small random network as a plain list of edges, from which tests build both the graph and, by
/// another way, a dense matrix.
struct RandomEdges: CustomStringConvertible {
    let nodeCount: Int
    let isDirected: Bool
    var sources: [Int32] = []
    var targets: [Int32] = []
    /// Empty in an unweighted network.
    var weights: [Double] = []

    /// Parallel edges, self-loops, isolates and several components all occur. The weights are
    /// such that different paths have one length but for rounding: .1 + .2 and .15 + .15.
    init(seed: Int, isDirected: Bool? = nil, isWeighted: Bool? = nil) {
        var random = RandomSource(seed: 7, part: seed)
        nodeCount = random.below(10)
        self.isDirected = isDirected ?? (random.below(2) == 0)
        let isWeighted = isWeighted ?? (random.below(2) == 0)
        guard nodeCount > 0 else { return }
        // Some nodes are left alone.
        let active = 1 + random.below(nodeCount)
        for _ in 0..<random.below(3 * nodeCount) {
            sources.append(Int32(random.below(active)))
            targets.append(Int32(random.below(active)))
            if isWeighted { weights.append([0.05, 0.1, 0.15, 0.2, 0.3, 1, 2.5][random.below(7)]) }
        }
    }

    static let seeds = 0..<400

    /// An undirected network that is known.
    init(nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double]) {
        (self.nodeCount, isDirected) = (nodeCount, false)
        (self.sources, self.targets, self.weights) = (sources, targets, weights)
    }

    func graph(parallels: Graph.Parallels = .added) -> Graph {
        Graph(
            nodeCount: nodeCount, sources: sources, targets: targets, weights: weights,
            isDirected: isDirected, parallels: parallels)
    }

    var description: String {
        let edges = sources.indices.map { edge in
            "\(sources[edge])-\(targets[edge])" + (weights.isEmpty ? "" : ":\(weights[edge])")
        }
        return "\(isDirected ? "directed" : "undirected") n=\(nodeCount) " + edges.joined(separator: " ")
    }
}
