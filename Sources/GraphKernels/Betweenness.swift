/// How often a node, or an arc, lies on shortest paths between others.
///
/// Brandes (2001, J. Math. Sociol. 25(2), 163–177; 2008, Social Networks 30(2), 136–145), without
/// lists of predecessors: those of a node are recognised again by their distance. An undirected
/// graph counts each pair of ends once; the ends themselves are left out.
///
/// Time: O(n m) unweighted, O(n m log n) weighted (weights are lengths, all > 0); memory: O(n) for
/// each of at most 64 chunks of sources, plus O(m) for each of at most 16 if arcs are asked for.
public struct Betweenness: Sendable {
    public let nodes: [Double]
    /// One value for each entry of the outgoing rows, empty unless asked for; in an undirected
    /// graph both entries of an edge hold the edge's value.
    public let entries: [Double]

    public init(of graph: Graph, withEntries: Bool = false) {
        // Above this a number of paths may soon not be a finite double: the paths across a lattice of
        // 600 by 600 are more than 1e308.
        self.init(of: graph, withEntries: withEntries, manyPaths: 1e290)
    }

    /// - Parameter manyPaths: where more paths lead to one node, they are counted by logarithms.
    init(of graph: Graph, withEntries: Bool, manyPaths: Double) {
        let rows = graph.outgoing
        let count = graph.nodeCount
        let chunks = withEntries ? 16 : 64
        let parts = Parallel.chunks(of: count, grain: max(16, (count + chunks - 1) / chunks)) { sources in
            var work = Accumulation(
                nodeCount: count, entryCount: withEntries ? rows.targets.count : 0, manyPaths: manyPaths)
            for source in sources { work.add(source, rows) }
            return Part(nodes: work.nodes, entries: work.entries)
        }
        let share = graph.isDirected ? 1 : 0.5
        nodes = Self.sum(parts.map(\.nodes), count, times: share)
        let ways = Self.sum(parts.map(\.entries), withEntries ? rows.targets.count : 0, times: share)
        entries = graph.isDirected ? ways : Self.bothWays(ways, rows)
    }

    private struct Part: Sendable {
        let nodes: [Double]
        let entries: [Double]
    }

    private static func sum(_ parts: [[Double]], _ count: Int, times share: Double) -> [Double] {
        var total = [Double](repeating: 0, count: count)
        for part in parts {
            for place in 0..<count { total[place] += part[place] }
        }
        return total.map { $0 * share }
    }

    private static func bothWays(_ ways: [Double], _ rows: Graph.Rows) -> [Double] {
        guard !ways.isEmpty else { return [] }
        var sums = ways
        for node in 0..<(rows.offsets.count - 1) {
            for entry in rows.range(of: node) {
                guard let back = rows.place(of: node, in: Int(rows.targets[entry])) else { continue }
                sums[entry] = ways[entry] + ways[back]
            }
        }
        return sums
    }
}

/// The sums of a chunk of sources.
private struct Accumulation {
    var nodes: [Double]
    var entries: [Double]
    private var search: PathSearch
    /// Shortest paths from the source to each node; where they are too many, their natural logarithm.
    private var paths: [Double]
    /// (1 + dependency) / paths, of the nodes already passed on the way back.
    private var share: [Double]
    /// The place of each node in the order of the search.
    private var rank: [Int32]

    private let manyPaths: Double

    init(nodeCount: Int, entryCount: Int, manyPaths: Double) {
        self.manyPaths = manyPaths
        nodes = [Double](repeating: 0, count: nodeCount)
        entries = [Double](repeating: 0, count: entryCount)
        search = PathSearch(nodeCount: nodeCount)
        paths = nodes
        share = nodes
        rank = [Int32](repeating: 0, count: nodeCount)
    }

    mutating func add(_ source: Int, _ rows: Graph.Rows) {
        search.run(from: source, in: rows)
        for place in 0..<search.reached { rank[Int(search.order[place])] = Int32(place) }
        if countPaths(source, rows) { goBack(source, rows) } else { addByLogarithms(source, rows) }
    }

    /// Whether an arc is the last step of a shortest path.
    private func isTight(_ node: Int, _ target: Int, _ entry: Int, _ rows: Graph.Rows) -> Bool {
        if rows.weights.isEmpty { return search.distance[target] == search.distance[node] + 1 }
        let length = search.distance[node] + rows.weights[entry]
        return rank[target] > rank[node]
            && abs(length - search.distance[target]) <= PathSearch.tolerance * length
    }

    /// False where there are too many paths to count in a double.
    private mutating func countPaths(_ source: Int, _ rows: Graph.Rows) -> Bool {
        for place in 0..<search.reached { paths[Int(search.order[place])] = 0 }
        paths[source] = 1
        for place in 0..<search.reached {
            let node = Int(search.order[place])
            let count = paths[node]
            guard count < manyPaths else { return false }
            for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                let target = Int(rows.targets[entry])
                if isTight(node, target, entry, rows) { paths[target] += count }
            }
        }
        return true
    }

    private mutating func goBack(_ source: Int, _ rows: Graph.Rows) {
        for place in (0..<search.reached).reversed() {
            let node = Int(search.order[place])
            var sum = 0.0
            for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                let target = Int(rows.targets[entry])
                guard isTight(node, target, entry, rows) else { continue }
                sum += share[target]
                if !entries.isEmpty { entries[entry] += paths[node] * share[target] }
            }
            let dependency = sum * paths[node]
            if node != source { nodes[node] += dependency }
            share[node] = (1 + dependency) / paths[node]
        }
    }

    /// The same by logarithms: slower, and without a limit to the number of paths.
    private mutating func addByLogarithms(_ source: Int, _ rows: Graph.Rows) {
        for place in 0..<search.reached { paths[Int(search.order[place])] = -.infinity }
        paths[source] = 0
        forEachTight(rows, backwards: false) { work, node, target, _ in
            let (more, less) = (max(work.paths[node], work.paths[target]), min(work.paths[node], work.paths[target]))
            work.paths[target] = more + Logarithm.ofOnePlus(Logarithm.exponential(less - more))
        }
        for place in 0..<search.reached { share[Int(search.order[place])] = 0 }
        // `share` holds the plain dependency here.
        forEachTight(rows, backwards: true) { work, node, target, entry in
            let part = Logarithm.exponential(work.paths[node] - work.paths[target]) * (1 + work.share[target])
            work.share[node] += part
            if !work.entries.isEmpty { work.entries[entry] += part }
        }
        for place in 1..<max(1, search.reached) {
            let node = Int(search.order[place])
            nodes[node] += share[node]
        }
    }

    private mutating func forEachTight(
        _ rows: Graph.Rows, backwards: Bool, _ body: (inout Accumulation, Int, Int, Int) -> Void
    ) {
        for step in 0..<search.reached {
            let node = Int(search.order[backwards ? search.reached - 1 - step : step])
            for entry in rows.range(of: node) {
                let target = Int(rows.targets[entry])
                if isTight(node, target, entry, rows) { body(&self, node, target, entry) }
            }
        }
    }
}
