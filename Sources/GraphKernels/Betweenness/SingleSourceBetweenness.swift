/// What one source after another adds to betweenness: for weighted graphs, and where there are too
/// many paths for a double.
///
/// Brandes (2001, 2008) without lists of predecessors: those of a node are recognised again by their
/// distance.
struct SingleSourceBetweenness {
    private(set) var nodes: [Double]
    private(set) var entries: [Double]
    private let problem: PathProblem
    private var search: PathSearch
    /// Shortest paths from the source to each node; where they are too many, their natural logarithm.
    private var paths: [Double]
    /// (ends + copies · dependency) / paths, of the nodes already passed on the way back.
    private var share: [Double]
    /// The place of each node in the order of the search.
    private var rank: [Int32]
    /// The last steps of shortest paths, as entries of the rows, by their first node's place in the order of the search;
    /// where those of each place begin, and one more.
    private var tight: [UInt32]
    private var tightStarts: [Int]

    private let manyPaths: Double

    /// - Parameter manyPaths: where more paths lead to one node, they are counted by logarithms.
    init(_ problem: PathProblem, withEntries: Bool, manyPaths: Double) {
        let count = problem.nodeCount
        self.problem = problem
        self.manyPaths = manyPaths
        nodes = [Double](repeating: 0, count: count)
        entries = [Double](repeating: 0, count: withEntries ? problem.rows.targets.count : 0)
        search = PathSearch(nodeCount: count, rows: problem.rows)
        paths = nodes
        share = nodes
        rank = [Int32](repeating: 0, count: count)
        tight = [UInt32](repeating: 0, count: problem.rows.targets.count)
        tightStarts = [Int](repeating: 0, count: count + 1)
    }

    mutating func add(_ source: Int) {
        let rows = problem.rows
        search.run(from: source, in: rows)
        for place in 0..<search.reached { rank[Int(search.order[place])] = Int32(place) }
        if countPaths(source) { goBack(source, rows) } else { addByLogarithms(source, rows) }
    }

    /// Whether an arc is the last step of a shortest path.
    private func isTight(_ node: Int, _ target: Int, _ entry: Int, _ rows: Graph.Rows) -> Bool {
        if rows.weights.isEmpty { return search.distance[target] == search.distance[node] + 1 }
        let length = search.distance[node] + rows.weights[entry]
        return rank[target] > rank[node]
            && abs(length - search.distance[target]) <= PathSearch.tolerance * length
    }

    /// False where there are too many paths to count in a double.
    private mutating func countPaths(_ source: Int) -> Bool {
        Self.countPaths(
            source, problem, search, rank, manyPaths, &paths, tight: &tight, tightStarts: &tightStarts)
    }

    private static func countPaths(
        _ source: Int, _ problem: PathProblem, _ search: PathSearch, _ rank: [Int32], _ manyPaths: Double,
        _ paths: inout [Double], tight: inout [UInt32], tightStarts: inout [Int]
    ) -> Bool {
        let (offsets, targets, weights) = (
            problem.rows.offsets.span, problem.rows.targets.span, problem.rows.weights.span
        )
        let (order, distance, rank, copies) = (search.order.span, search.distance.span, rank.span, problem.copies.span)
        var paths = paths.mutableSpan
        var tight = tight.mutableSpan
        var tightStarts = tightStarts.mutableSpan
        for place in 0..<search.reached { paths[Int(order[place])] = 0 }
        paths[source] = 1
        var end = 0
        for place in 0..<search.reached {
            let node = Int(order[place])
            let (count, own) = (paths[node], distance[node])
            guard count < manyPaths else { return false }
            let ways = node == source ? 1 : count * copies[node]
            tightStarts[place] = end
            for entry in offsets[node]..<offsets[node + 1] {
                let target = Int(targets[entry])
                if weights.isEmpty {
                    guard distance[target] == own + 1 else { continue }
                } else {
                    let length = own + weights[entry]
                    guard abs(length - distance[target]) <= PathSearch.tolerance * length, rank[target] > place else {
                        continue
                    }
                }
                paths[target] += ways
                tight[end] = UInt32(truncatingIfNeeded: entry)
                end += 1
            }
        }
        tightStarts[search.reached] = end
        return true
    }

    private mutating func goBack(_ source: Int, _ rows: Graph.Rows) {
        for place in (0..<search.reached).reversed() {
            let node = Int(search.order[place])
            var sum = 0.0
            for step in tightStarts[place]..<tightStarts[place + 1] {
                let entry = Int(tight[step])
                let target = Int(rows.targets[entry])
                sum += share[target]
                if !entries.isEmpty { entries[entry] += paths[node] * share[target] * problem.ends[source] }
            }
            let dependency = sum * paths[node]
            if node != source { nodes[node] += dependency * problem.ends[source] }
            share[node] = (problem.ends[node] + problem.copies[node] * dependency) / paths[node]
        }
    }

    /// The same by logarithms: slower, and without a limit to the number of paths.
    private mutating func addByLogarithms(_ source: Int, _ rows: Graph.Rows) {
        for place in 0..<search.reached { paths[Int(search.order[place])] = -.infinity }
        paths[source] = 0
        forEachTight(rows, backwards: false) { work, node, target, _ in
            let ways = work.paths[node] + (node == source ? 0 : Logarithm.natural(work.problem.copies[node]))
            let (more, less) = (max(ways, work.paths[target]), min(ways, work.paths[target]))
            work.paths[target] = more + Logarithm.ofOnePlus(Logarithm.exponential(less - more))
        }
        for place in 0..<search.reached { share[Int(search.order[place])] = 0 }
        // `share` holds the plain dependency here.
        forEachTight(rows, backwards: true) { work, node, target, entry in
            let problem = work.problem
            let part =
                Logarithm.exponential(work.paths[node] - work.paths[target])
                * (problem.ends[target] + problem.copies[target] * work.share[target])
            work.share[node] += part
            if !work.entries.isEmpty { work.entries[entry] += part * problem.ends[source] }
        }
        for place in 1..<max(1, search.reached) {
            let node = Int(search.order[place])
            nodes[node] += share[node] * problem.ends[source]
        }
    }

    private mutating func forEachTight(
        _ rows: Graph.Rows, backwards: Bool, _ body: (inout SingleSourceBetweenness, Int, Int, Int) -> Void
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
