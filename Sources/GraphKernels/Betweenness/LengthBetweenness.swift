/// Betweenness along ties with lengths: distances of eight sources at once (`LaneDistances`), the last steps of their
/// shortest paths found by one look at each entry (`LaneSteps`), and paths counted through these lane after lane.
///
/// Of thousands of entries a lane has little more steps than nodes. Nodes are passed once all steps to them are (Kahn
/// 1962, Communications of the ACM 5(11), 558–562), so that nothing is sorted by distance, and on the way back in the
/// opposite order (Brandes 2001).
struct LengthBetweenness {
    private(set) var nodes: [Double]
    private(set) var entries: [Double]
    private let problem: PathProblem
    private let lengths: ClosedRange<Double>
    private let manyPaths: Double
    private var search: LaneDistances
    private var steps: LaneSteps
    /// For what cannot be counted side by side; made where there is any.
    private var single: SingleSourceBetweenness?
    /// The nodes that the lane passes, from its source outwards.
    private var order: [Int32]
    /// Shortest paths from the source to each node.
    private var paths: [Double]
    /// (ends + copies · dependency) / paths, of the nodes already passed on the way back.
    private var share: [Double]

    /// - Parameter manyPaths: where more paths lead to one node, they are counted by logarithms.
    init(_ problem: PathProblem, _ lengths: ClosedRange<Double>, withEntries: Bool, manyPaths: Double) {
        let count = problem.nodeCount
        self.problem = problem
        self.lengths = lengths
        self.manyPaths = manyPaths
        nodes = [Double](repeating: 0, count: count)
        entries = [Double](repeating: 0, count: withEntries ? problem.rows.targets.count : 0)
        search = LaneDistances(problem.rows, lengths)
        steps = LaneSteps(problem.rows)
        // One place more, since a node that still waits is written behind the last too.
        order = [Int32](repeating: 0, count: count + 1)
        paths = nodes
        share = nodes
    }

    /// Adds what at most eight sources contribute.
    mutating func add(_ sources: Range<Int>) {
        let isFound = search.run(from: sources) && steps.find(search, shortest: lengths.lowerBound)
        for (lane, source) in sources.enumerated() {
            if isFound, let reached = countPaths(source, lane) {
                goBack(source, lane, reached)
            } else {
                addAlone(source)
            }
        }
    }

    private mutating func addAlone(_ source: Int) {
        var alone =
            single ?? SingleSourceBetweenness(problem, withEntries: !entries.isEmpty, manyPaths: manyPaths)
        single = nil
        alone.add(source)
        single = alone
    }

    /// What all sources have added.
    func sums() -> (nodes: [Double], entries: [Double]) {
        guard let single else { return (nodes, entries) }
        return (
            zip(nodes, single.nodes).map { $0 + $1 }, zip(entries, single.entries).map { $0 + $1 }
        )
    }

    /// How many nodes the lane reaches; nil where there are too many paths to count in a double.
    private mutating func countPaths(_ source: Int, _ lane: Int) -> Int? {
        for node in paths.indices { paths[node] = 0 }
        paths[source] = 1
        order[0] = Int32(truncatingIfNeeded: source)
        return steps.follow(lane, problem, manyPaths, &order, &paths)
    }

    private mutating func goBack(_ source: Int, _ lane: Int, _ reached: Int) {
        Self.goBack(reached, lane, problem, steps, order, paths, &share, &nodes)
        guard !entries.isEmpty else { return }
        for node in order[..<reached].map(Int.init) {
            steps.forEachStep(of: node, lane, problem.rows) { entry, target in
                entries[entry] += paths[node] * share[target] * problem.ends[source]
            }
        }
    }

    private static func goBack(
        _ reached: Int, _ lane: Int, _ problem: PathProblem, _ steps: LaneSteps, _ order: [Int32], _ paths: [Double],
        _ share: inout [Double], _ nodes: inout [Double]
    ) {
        let (offsets, targets) = (problem.rows.offsets.span, problem.rows.targets.span)
        let (starts, words) = (steps.starts.span, steps.words.span)
        let (ends, copies, order, paths) = (problem.ends.span, problem.copies.span, order.span, paths.span)
        var share = share.mutableSpan
        var nodes = nodes.mutableSpan
        let sourceEnds = ends[Int(order[0])]
        for place in stride(from: reached - 1, through: 0, by: -1) {
            let node = Int(order[place])
            var (sum, entry) = (0.0, offsets[node])
            for word in starts[node]..<starts[node + 1] {
                var bits = words[word] >> UInt64(lane) & LaneSteps.firstBits
                while bits != 0 {
                    sum += share[Int(targets[entry + bits.trailingZeroBitCount / 8])]
                    bits &= bits &- 1
                }
                entry += 8
            }
            let dependency = sum * paths[node]
            if place > 0 { nodes[node] += dependency * sourceEnds }
            share[node] = (ends[node] + copies[node] * dependency) / paths[node]
        }
    }
}
