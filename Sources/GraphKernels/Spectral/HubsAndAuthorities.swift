/// Kleinberg's hubs (which point to good authorities) and authorities (to which good hubs point):
/// the principal singular vectors of the adjacency matrix, each of L2 norm 1.
///
/// Kleinberg (1999, J. ACM 46(5), 604–632). The bipartite graph of arcs (hub copy of the source,
/// authority copy of the target) falls into blocks; only those with the largest singular value have
/// a share, in proportion to what the vector of ones has in them, the rest is exactly 0.
///
/// In an undirected graph an edge points both ways, and hub and authority are one: the vector that is a multiple of
/// its own image, the principal eigenvector of the adjacency matrix. The singular vectors alone do not tell it where
/// a component has two modes, since each mode then has a block of its own.
public struct HubsAndAuthorities: Sendable {
    /// For each node how much it points to good authorities; not negative.
    public let hubs: [Double]
    /// For each node how much good hubs point to it; not negative.
    public let authorities: [Double]

    /// Both values of each node, as strengths where the graph has weights.
    ///
    /// - Returns: nil where there is no arc or iteration does not settle.
    public init?(of graph: Graph) {
        guard graph.isDirected else {
            guard let one = Self.undirected(graph) else { return nil }
            (hubs, authorities) = (one, one)
            return
        }
        let count = graph.nodeCount
        // Authority copies first, hub copies after them.
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<count {
            for target in graph.outgoing.neighbours(of: node) {
                sources.append(Int32(count + node))
                targets.append(target)
            }
        }
        guard !sources.isEmpty else { return nil }
        let copies = Graph(
            nodeCount: 2 * count, sources: sources, targets: targets, weights: graph.outgoing.weights,
            isDirected: false)
        var blocks: [Block] = []
        var parts = Graph.Parts(of: copies)
        for nodes in Components.weak(of: copies).members() where nodes.count > 1 {
            // They come first in `nodes`, which are sorted.
            let authorities = nodes.count { $0 < count }
            guard let found = Self.authorities(parts.induced(by: nodes).outgoing, authorities) else { return nil }
            blocks.append((nodes, found.value, found.vector))
        }
        let authorities = Self.shared(blocks, count: 2 * count)
        let hubs = copies.outgoing.multiplied(by: authorities)
        self.authorities = UnitVector.normalised(Array(authorities[..<count]))
        self.hubs = UnitVector.normalised(Array(hubs[count...]))
    }

    /// A part of the graph with its largest eigenvalue and the vector of it.
    private typealias Block = (nodes: [Int32], value: Double, vector: [Double])

    /// The principal eigenpair of AᵀA on the authority copies alone, the first nodes of a block.
    private static func authorities(_ rows: Graph.Rows, _ count: Int) -> PrincipalEigenvector? {
        let nodeCount = rows.offsets.count - 1
        return PrincipalEigenvector.symmetric(count, arcs: 2 * rows.targets.count) { vector in
            let padded = vector + [Double](repeating: 0, count: nodeCount - count)
            return Array(rows.multiplied(by: rows.multiplied(by: padded))[..<count])
        } otherwise: {
            // The largest eigenvalue of the block is the square root, and its vector the hubs' beside the authorities'.
            PrincipalEigenvector.byElimination(rows, rows, isSymmetric: true).map {
                PrincipalEigenvector(
                    value: $0.value * $0.value, vector: UnitVector.normalised(Array($0.vector[..<count])))
            }
        }
    }

    private static func undirected(_ graph: Graph) -> [Double]? {
        var blocks: [Block] = []
        var parts = Graph.Parts(of: graph)
        for nodes in Components.weak(of: graph).members() where nodes.count > 1 {
            guard let found = PrincipalEigenvector.of(parts.induced(by: nodes)) else { return nil }
            blocks.append((nodes, found.value, found.vector))
        }
        return blocks.isEmpty ? nil : UnitVector.normalised(shared(blocks, count: graph.nodeCount))
    }

    /// The projection of the vector of ones on the space of the largest eigenvalue.
    private static func shared(_ blocks: [Block], count: Int) -> [Double] {
        let largest = blocks.map(\.value).max() ?? 0
        var values = [Double](repeating: 0, count: count)
        for block in blocks where block.value >= largest * (1 - 1e-10) {
            let share = block.vector.reduce(0, +)
            for (node, value) in zip(block.nodes, block.vector) { values[Int(node)] = share * value }
        }
        return values
    }
}
