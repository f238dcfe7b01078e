/// The shortest paths from one node: how long they are and how many.
///
/// One plain search, for what is asked of a few nodes; `Betweenness` and `PathSummary` are the fast
/// kernels over all of them. Time: O(n + m) unweighted, O((n + m) log n) weighted.
public struct Geodesics: Sendable {
    /// The nodes reached, from the source outwards.
    public let order: [Int32]
    /// Infinite where a node is not reached.
    public let distance: [Double]
    /// Shortest paths from the source, parallel arcs told apart where multiplicities are given.
    public let count: [Double]

    /// Searches from one node, along the arcs of a directed graph.
    ///
    /// - Parameters:
    ///   - graph: where it is weighted, the weights are lengths, all > 0.
    ///   - multiplicities: for each entry of the outgoing rows how many parallel arcs it stands for;
    ///     empty: one.
    public init(of graph: Graph, from source: Int, multiplicities: [Double] = []) {
        let rows = graph.outgoing
        var search = PathSearch(nodeCount: graph.nodeCount, rows: rows)
        search.run(from: source, in: rows)
        let order = Array(search.order[..<search.reached])
        var distance = [Double](repeating: .infinity, count: graph.nodeCount)
        var place = [Int](repeating: -1, count: graph.nodeCount)
        for (index, node) in order.enumerated() {
            distance[Int(node)] = search.distance[Int(node)]
            place[Int(node)] = index
        }
        var count = [Double](repeating: 0, count: graph.nodeCount)
        count[source] = 1
        for node in order.map(Int.init) {
            for entry in rows.range(of: node) {
                let target = Int(rows.targets[entry])
                let length = distance[node] + (rows.weights.isEmpty ? 1 : rows.weights[entry])
                guard place[target] > place[node], abs(length - distance[target]) <= PathSearch.tolerance * length
                else { continue }
                count[target] += count[node] * (multiplicities.isEmpty ? 1 : multiplicities[entry])
            }
        }
        self.order = order
        self.distance = distance
        self.count = count
    }
}

/// Betweenness with parallel arcs as so many paths of their own (Brandes 2008, Social Networks 30(2),
/// 136–145, multigraphs). Time: O(n m); memory: O(n) for each chunk of sources.
public enum MultigraphBetweenness {
    /// The betweenness of each node, an undirected graph counting each pair of ends once.
    ///
    /// - Parameters:
    ///   - graph: unweighted.
    ///   - multiplicities: for each entry of the outgoing rows how many parallel arcs it stands for.
    public static func nodes(of graph: Graph, multiplicities: [Double]) -> [Double] {
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(16, (count + 63) / 64)) { sources in
            var sums = [Double](repeating: 0, count: count)
            for source in sources { add(source, graph, multiplicities, to: &sums) }
            return sums
        }
        var total = [Double](repeating: 0, count: count)
        for part in parts { for node in 0..<count { total[node] += part[node] } }
        return graph.isDirected ? total : total.map { $0 / 2 }
    }

    private static func add(_ source: Int, _ graph: Graph, _ multiplicities: [Double], to sums: inout [Double]) {
        let paths = Geodesics(of: graph, from: source, multiplicities: multiplicities)
        var dependency = [Double](repeating: 0, count: graph.nodeCount)
        for node in paths.order.reversed().map(Int.init) {
            for entry in graph.outgoing.range(of: node) {
                let target = Int(graph.outgoing.targets[entry])
                guard paths.distance[target] == paths.distance[node] + 1 else { continue }
                dependency[node] +=
                    multiplicities[entry] * paths.count[node] / paths.count[target] * (1 + dependency[target])
            }
            if node != source { sums[node] += dependency[node] }
        }
    }
}
