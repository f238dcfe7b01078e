/// Measures that solve x = f(A, x). Where a graph is weighted, the weights are strengths > 0.
public enum SpectralCentrality {
    /// The eigenvector of the adjacency matrix within the largest component (in a directed graph,
    /// the largest strong one, over in-arcs: x = Aᵀx / λ); nil elsewhere, and everywhere when no
    /// component of two or more nodes is larger than the others.
    ///
    /// - Returns: nil where iteration does not settle.
    public static func eigenvector(of graph: Graph) -> [Double?]? {
        var values = [Double?](repeating: nil, count: graph.nodeCount)
        let components = graph.isDirected ? Components.strong(of: graph) : .weak(of: graph)
        guard let largest = components.largest, components.sizes[largest] > 1 else { return values }
        let nodes = components.members()[largest]
        guard let found = PrincipalEigenvector.of(graph.induced(by: nodes)) else { return nil }
        for (node, value) in zip(nodes, found.vector) { values[Int(node)] = value }
        return values
    }

    /// The largest eigenvalue of the adjacency matrix, the largest over its components; 0 where no
    /// arc closes a cycle.
    public static func spectralRadius(of graph: Graph) -> Double? {
        let components = graph.isDirected ? Components.strong(of: graph) : .weak(of: graph)
        let largest = largestStrengths(graph, components)
        var parts = Graph.Parts(of: graph)
        var radius = 0.0
        // No eigenvalue is above the largest strength: those of components that could not matter are not looked for.
        let order = largest.indices.sorted { (-largest[$0], $0) < (-largest[$1], $1) }
        let members = components.members()
        for component in order where members[component].count > 1 {
            guard largest[component] > radius else { break }
            guard let found = PrincipalEigenvector.of(parts.induced(by: members[component])) else { return nil }
            radius = max(radius, found.value)
        }
        return radius
    }

    /// The largest sum of a row in each component, arcs that leave it among them.
    private static func largestStrengths(_ graph: Graph, _ components: Components) -> [Double] {
        var largest = [Double](repeating: 0, count: components.count)
        for (node, strength) in graph.incoming.sums().enumerated() {
            let component = Int(components.labels[node])
            largest[component] = max(largest[component], strength)
        }
        return largest
    }

    /// The solution of x = αAᵀx + 1 over in-arcs, by iteration, scaled to L2 norm 1; α must be below
    /// 1/λ₁.
    ///
    /// Katz (1953, Psychometrika 18, 39–43). A large undirected graph by conjugate gradients
    /// (`ConjugateGradients`), of which the error falls by more a round.
    public static func katz(of graph: Graph, attenuation: Double) -> [Double] {
        let ones = [Double](repeating: 1, count: graph.nodeCount)
        guard !graph.isDirected, graph.nodeCount >= PlainLanczos.fewestRows else {
            return UnitVector.normalised(neumann(graph.incoming, attenuation, ones))
        }
        let found = ConjugateGradients.solution(
            graph.outgoing, ones, ones, factor: attenuation, tolerance: 1e-16 * Double(graph.nodeCount))
        // Once more by the equation itself, in which small values do not depend on how exact large ones are elsewhere.
        return UnitVector.normalised(
            graph.outgoing.multiplied(by: found).map { 1 + attenuation * $0 })
    }

    /// c = (I − βA)⁻¹A1 over out-arcs, scaled so that Σc² = n; nil where no node has one.
    ///
    /// Bonacich (1987, Am. J. Sociol. 92, 1170–1182).
    public static func bonacichPower(of graph: Graph, beta: Double) -> [Double]? {
        let power = neumann(graph.outgoing, beta, graph.outgoing.sums())
        let norm = UnitVector.dot(power, power).squareRoot()
        guard norm > 0 else { return nil }
        return power.map { $0 / norm * Double(graph.nodeCount).squareRoot() }
    }

    /// Σ_k (factor · A)^k start, until a term no longer changes the sum.
    private static func neumann(_ rows: Graph.Rows, _ factor: Double, _ start: [Double]) -> [Double] {
        var sum = start
        var term = start
        for _ in 0..<10_000 {
            term = rows.multiplied(by: term).map { $0 * factor }
            var (largest, largestSum) = (0.0, 0.0)
            for node in sum.indices {
                sum[node] += term[node]
                largest = max(largest, abs(term[node]))
                largestSum = max(largestSum, abs(sum[node]))
            }
            if largest <= 1e-16 * largestSum { break }
        }
        return sum
    }
}

extension Graph {
    /// The summed weight of each node's out-arcs or in-arcs.
    public func strengths(incoming way: Bool) -> [Double] { (way ? incoming : outgoing).sums() }
}

extension Graph.Rows {
    /// The sum of each row's weights.
    func sums() -> [Double] {
        (0..<(offsets.count - 1)).map {
            weights.isEmpty ? Double(degree(of: $0)) : weights[range(of: $0)].reduce(0, +)
        }
    }
}
