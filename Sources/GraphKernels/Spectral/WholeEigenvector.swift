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
        var parts = Graph.Parts(of: graph)
        var found: [(value: Double, component: Int, vector: [Double])] = []
        let members = components.members()
        for (component, nodes) in members.enumerated()
        where nodes.count > 1 || !loops.isEmpty && loops[Int(nodes[0])] > 0 {
            let own = loops.isEmpty ? [] : nodes.map { loops[Int($0)] }
            guard let pair = PrincipalEigenvector.of(parts.induced(by: nodes), loops: own) else { return nil }
            found.append((pair.value, component, pair.vector))
        }
        guard let top = found.max(by: { $0.value < $1.value }),
            found.count(where: { $0.value > top.value * (1 - 1e-9) }) == 1
        else { return nil }
        var start = [Double](repeating: 0, count: graph.nodeCount)
        for (node, value) in zip(members[top.component], top.vector) { start[Int(node)] = value }
        guard graph.isDirected else { return start }
        return downstream(graph, start, top.component, members, components.labels, eigenvalue: top.value, loops)
    }

    /// The vector carried along the arcs that leave its component, from one component to the next: those have smaller
    /// eigenvalues.
    private static func downstream(
        _ graph: Graph, _ start: [Double], _ top: Int, _ members: [[Int32]], _ labels: [Int32], eigenvalue: Double,
        _ loops: [Double]
    ) -> [Double]? {
        var vector = start
        var parts = Graph.Parts(of: graph)
        for component in order(graph, labels, members) where component != top {
            let nodes = members[component]
            let inflow = nodes.map { node in
                graph.incoming.range(of: Int(node)).reduce(0.0) { sum, entry in
                    let source = Int(graph.incoming.targets[entry])
                    guard Int(labels[source]) != component else { return sum }
                    return sum + vector[source] * (graph.isWeighted ? graph.incoming.weights[entry] : 1)
                }
            }
            guard inflow.contains(where: { $0 > 0 }) else { continue }
            let own = loops.isEmpty ? [] : nodes.map { loops[Int($0)] }
            guard let values = carried(inflow, own, eigenvalue, nodes.count > 1 ? parts.induced(by: nodes) : nil) else {
                return nil
            }
            for (node, value) in zip(nodes, values) { vector[Int(node)] = value }
        }
        return UnitVector.normalised(vector)
    }

    /// Components in an order in which every arc leads from an earlier one to a later.
    private static func order(_ graph: Graph, _ labels: [Int32], _ members: [[Int32]]) -> [Int] {
        var awaited = [Int](repeating: 0, count: members.count)
        func forEachArc(from component: Int, _ body: (Int) -> Void) {
            for node in members[component] {
                for target in graph.outgoing.neighbours(of: Int(node)) where Int(labels[Int(target)]) != component {
                    body(Int(labels[Int(target)]))
                }
            }
        }
        for component in members.indices { forEachArc(from: component) { awaited[$0] += 1 } }
        var order = members.indices.filter { awaited[$0] == 0 }
        var done = 0
        while done < order.count {
            forEachArc(from: order[done]) { next in
                awaited[next] -= 1
                if awaited[next] == 0 { order.append(next) }
            }
            done += 1
        }
        return order
    }

    /// x with λx = Ax + inflow: by elimination where the component is sparse, else by iteration to a fixed point.
    ///
    /// - Parameter component: nil: a node of its own.
    private static func carried(
        _ inflow: [Double], _ loops: [Double], _ eigenvalue: Double, _ component: Graph?
    ) -> [Double]? {
        guard let component else { return [inflow[0] / (eigenvalue - (loops.first ?? 0))] }
        if var matrix = ShiftedMatrix(component.incoming, component.outgoing, isSymmetric: false, loops: loops),
            matrix.factorise(eigenvalue)
        {
            return matrix.solved(inflow)
        }
        var vector = [Double](repeating: 0, count: inflow.count)
        for _ in 0..<max(1000, min(200_000, 30_000_000_000 / (component.edgeCount + inflow.count))) {
            let image = added(component.incoming.multiplied(by: vector), loops, vector)
            let next = inflow.indices.map { (image[$0] + inflow[$0]) / eigenvalue }
            let change = zip(next, vector).reduce(0.0) { max($0, abs($1.0 - $1.1)) }
            vector = next
            if change <= 1e-15 * (vector.max() ?? 1) { return vector }
        }
        return nil
    }

    /// What the diagonal adds to an image.
    private static func added(_ image: [Double], _ loops: [Double], _ vector: [Double]) -> [Double] {
        loops.isEmpty ? image : image.indices.map { image[$0] + loops[$0] * vector[$0] }
    }
}
