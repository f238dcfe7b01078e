/// The principal eigenvector of a whole adjacency matrix, whatever its components: it lives on the
/// component of the largest eigenvalue, and in a directed graph on what that component leads to.
public enum WholeEigenvector {
    /// x = Aᵀx / λ over in-arcs (x = Ax / λ over out-arcs where asked), non-negative, of L2 norm 1; 0
    /// outside.
    ///
    /// - Parameter loops: the diagonal of the matrix; empty: zeros.
    /// - Returns: nil where no arc closes a cycle, where two components have the same largest
    ///   eigenvalue, or where iteration does not settle.
    public static func values(of graph: Graph, outward: Bool = false, loops: [Double] = []) -> [Double]? {
        let graph = outward ? graph.reversed() : graph
        let components = graph.isDirected ? Components.strong(of: graph) : .weak(of: graph)
        var found: [(value: Double, nodes: [Int32], vector: [Double])] = []
        for nodes in components.members() where nodes.count > 1 || !loops.isEmpty && loops[Int(nodes[0])] > 0 {
            let part = graph.induced(by: nodes)
            let (rows, own) = (part.incoming, loops.isEmpty ? [] : nodes.map { loops[Int($0)] })
            let multiply = { (vector: [Double]) in added(rows.multiplied(by: vector), own, vector) }
            let pair: PrincipalEigenvector? =
                part.isDirected ? .power(part.nodeCount, multiply) : .symmetric(part.nodeCount, multiply)
            guard let pair else { return nil }
            found.append((pair.value, nodes, pair.vector))
        }
        guard let top = found.max(by: { $0.value < $1.value }),
            found.count(where: { $0.value > top.value * (1 - 1e-9) }) == 1
        else { return nil }
        var start = [Double](repeating: 0, count: graph.nodeCount)
        for (node, value) in zip(top.nodes, top.vector) { start[Int(node)] = value }
        guard graph.isDirected else { return start }
        return downstream(graph, start, fixed: top.nodes, eigenvalue: top.value, loops)
    }

    /// The vector carried along the arcs that leave the component, by iteration to a fixed point: the
    /// components there have smaller eigenvalues.
    private static func downstream(
        _ graph: Graph, _ start: [Double], fixed nodes: [Int32], eigenvalue: Double, _ loops: [Double]
    ) -> [Double]? {
        var vector = start
        for _ in 0..<200_000 {
            var next = added(graph.incoming.multiplied(by: vector), loops, vector).map { $0 / eigenvalue }
            for node in nodes { next[Int(node)] = start[Int(node)] }
            let change = zip(next, vector).reduce(0.0) { max($0, abs($1.0 - $1.1)) }
            vector = next
            if change <= 1e-15 * (vector.max() ?? 1) { return PrincipalEigenvector.normalised(vector) }
        }
        return nil
    }

    /// What the diagonal adds to an image.
    private static func added(_ image: [Double], _ loops: [Double], _ vector: [Double]) -> [Double] {
        loops.isEmpty ? image : image.indices.map { image[$0] + loops[$0] * vector[$0] }
    }
}
