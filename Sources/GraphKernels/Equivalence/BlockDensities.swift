/// The image of a partition: how densely its blocks are tied within and between themselves.
public struct BlockDensities: Sendable {
    /// Nodes in each block.
    public let sizes: [Int]
    /// Arcs from each block to each; an undirected edge within a block counts once.
    public let ties: [[Int]]
    /// Ties of those possible; nil where none is possible.
    public let densities: [[Double?]]

    /// Counts the ties within and between blocks; weights are not read.
    ///
    /// - Parameter block: of each node, from 0; nil leaves a node out.
    public init(_ graph: Graph, block: [Int?]) {
        precondition(block.count == graph.nodeCount)
        let count = (block.compactMap { $0 }.max() ?? -1) + 1
        var sizes = [Int](repeating: 0, count: count)
        var ties = Array(repeating: sizes, count: count)
        for node in 0..<graph.nodeCount {
            guard let own = block[node] else { continue }
            sizes[own] += 1
            for target in graph.outgoing.neighbours(of: node) {
                if let other = block[Int(target)] { ties[own][other] += 1 }
            }
        }
        if !graph.isDirected { for own in 0..<count { ties[own][own] /= 2 } }
        densities = (0..<count).map { own in
            (0..<count).map { other in
                let ordered = own == other ? sizes[own] * (sizes[own] - 1) : sizes[own] * sizes[other]
                let possible = own == other && !graph.isDirected ? ordered / 2 : ordered
                return possible > 0 ? Double(ties[own][other]) / Double(possible) : nil
            }
        }
        self.sizes = sizes
        self.ties = ties
    }
}
