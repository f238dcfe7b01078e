/// Centralities of an electric network, per component: the edges conduct as their strength.
///
/// Brandes and Fleischer (2005, STACS, LNCS 3404, 533–544); Newman (2005, Social Networks 27,
/// 39–54); Stephenson and Zelen (1989, Social Networks 11, 1–37). Each component of k nodes and m
/// edges takes O(k³ + m k log k) time at most (`GroundedInverse`) and k² doubles.
public struct CurrentFlow: Sendable {
    /// The share of a unit current between two others that runs through the node, averaged over
    /// the pairs of others in its component; nil in a component of fewer than three.
    public let betweenness: [Double?]
    /// (k − 1) / Σ_t R_vt, R the effective resistance; nil for an isolate.
    public let closeness: [Double?]
    /// By how much a betweenness can be wrong: the current of an edge is its conductance times a difference of
    /// potentials, and where conductances are far apart that difference is lost in rounding.
    public let betweennessError: Double

    /// Solves the network of every component.
    ///
    /// - Parameter graph: undirected; weights are conductances, all > 0.
    public init(of graph: Graph, components: Components) {
        var betweenness = [Double?](repeating: nil, count: graph.nodeCount)
        var closeness = betweenness
        var error = 0.0
        for nodes in components.members() where nodes.count > 1 {
            let part = graph.induced(by: nodes)
            let inverse = GroundedInverse(of: part)
            for (place, value) in inverse.closeness().enumerated() { closeness[Int(nodes[place])] = value }
            guard nodes.count > 2 else { continue }
            for (place, value) in Self.throughputs(part, inverse).enumerated() {
                betweenness[Int(nodes[place])] = value
            }
            error = max(error, Self.error(part, inverse))
        }
        self.betweenness = betweenness
        self.closeness = closeness
        betweennessError = error
    }

    /// The largest conductance times the rounding of the potentials at its ends.
    private static func error(_ graph: Graph, _ inverse: GroundedInverse) -> Double {
        let rows = graph.outgoing
        var largest = 0.0
        for node in 0..<graph.nodeCount {
            for entry in rows.range(of: node) {
                let conductance = rows.weights.isEmpty ? 1 : rows.weights[entry]
                largest = max(largest, conductance * (inverse.own(node) + inverse.own(Int(rows.targets[entry]))))
            }
        }
        return largest * Double.ulpOfOne
    }

    private static func throughputs(_ graph: Graph, _ inverse: GroundedInverse) -> [Double] {
        let count = graph.nodeCount
        let rows = graph.outgoing
        // What an edge carries in all, found from its lower end.
        let parts = Parallel.chunks(of: count, grain: max(4, count / 256), workspace: { [Double]() }) {
            nodes, differences in
            nodes.flatMap { node in
                rows.range(of: node).filter { Int(rows.targets[$0]) > node }.map { entry in
                    let conductance = rows.weights.isEmpty ? 1 : rows.weights[entry]
                    return conductance * inverse.sumOfDifferences(node, Int(rows.targets[entry]), &differences)
                }
            }
        }
        var carried = [Double](repeating: 0, count: count)
        var currents = parts.joined().makeIterator()
        for node in 0..<count {
            for entry in rows.range(of: node) where Int(rows.targets[entry]) > node {
                guard let current = currents.next() else { break }
                carried[node] += current
                carried[Int(rows.targets[entry])] += current
            }
        }
        // Half of what the node's edges carry, less the currents that end at the node.
        let through = carried.map { max(0, $0 - Double(count - 1)) / 2 }
        let pairs = Double((count - 1) * (count - 2)) / 2
        return through.map { $0 / pairs }
    }
}
