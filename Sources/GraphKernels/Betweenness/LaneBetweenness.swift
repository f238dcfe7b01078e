/// Betweenness from eight sources at once, a vector lane for each.
///
/// As in multi-source breadth-first search (Then et al. 2014, PVLDB 8(4), 449–460), a node that several
/// searches pass at the same distance is passed once for all of them; here what runs along the arcs is
/// a vector of path counts outwards, and one of dependencies on the way back (Brandes 2001). Every
/// step is the same for all lanes: a lane that does not pass adds zero, so that nothing branches.
/// There are no distances and no predecessors: the log of passings holds the path counts step by
/// step, and the way back reads it from its end.
struct LaneBetweenness {
    typealias Lanes = SIMD8<Double>
    static let width = 8

    private(set) var nodes: [Double]
    private(set) var entries: [Double]
    private let problem: PathProblem
    private let manyPaths: Double
    /// Path counts of the lanes that have passed a node; on the way back, what the nodes of the step
    /// farther out hand on: (ends + copies · dependency) / paths.
    private var passed: [Lanes]
    /// Path counts that reach a node in this step; on the way back, what its nodes will hand on.
    private var arriving: [Lanes]
    private var isTouched: [UInt8]
    private var touched: [Int32]
    /// The nodes passed, step by step, each with the path counts of the lanes that passed it.
    private var log: [Int32]
    private var paths: [Lanes]
    /// Where each step ends in the log.
    private var stepEnds: [Int] = []

    init(_ problem: PathProblem, withEntries: Bool, manyPaths: Double) {
        let count = problem.nodeCount
        self.problem = problem
        self.manyPaths = manyPaths
        nodes = [Double](repeating: 0, count: count)
        entries = [Double](repeating: 0, count: withEntries ? problem.rows.targets.count : 0)
        passed = [Lanes](repeating: .zero, count: count)
        arriving = passed
        isTouched = [UInt8](repeating: 0, count: count)
        // One place more, since a node that is not new is written behind the last too.
        touched = [Int32](repeating: 0, count: count + 1)
        log = touched
        paths = passed
    }

    /// Adds what at most eight sources contribute; false, and nothing added, where there are too
    /// many paths to count in a double.
    mutating func add(_ sources: Range<Int>) -> Bool {
        let canCount = countPaths(sources)
        for place in 0..<(stepEnds.last ?? 0) { passed[Int(log[place])] = .zero }
        if canCount { goBack(sources) }
        return canCount
    }

    private mutating func countPaths(_ sources: Range<Int>) -> Bool {
        reserve(sources.count)
        for (lane, source) in sources.enumerated() {
            passed[source][lane] = 1
            log[lane] = Int32(source)
            paths[lane] = passed[source]
        }
        stepEnds = [sources.count]
        var (start, end, most) = (0, sources.count, 1.0)
        while start < end {
            let count = Self.spread(start..<end, problem, log, paths, &arriving, &isTouched, &touched)
            reserve(end + count)
            start = end
            (end, most) = arrive(count, end, most)
            if end > start { stepEnds.append(end) }
        }
        return most < manyPaths
    }

    /// Makes room in the log.
    private mutating func reserve(_ count: Int) {
        guard count > log.count || count > paths.count else { return }
        log += [Int32](repeating: 0, count: max(count, 2 * log.count) - log.count)
        paths += [Lanes](repeating: .zero, count: log.count - paths.count)
    }

    /// Hands the path counts of a step to the neighbours; how many nodes they touch.
    private static func spread(
        _ step: Range<Int>, _ problem: PathProblem, _ log: [Int32], _ paths: [Lanes], _ arriving: inout [Lanes],
        _ isTouched: inout [UInt8], _ touched: inout [Int32]
    ) -> Int {
        let (offsets, targets) = (problem.rows.offsets.span, problem.rows.targets.span)
        let (log, paths, copies) = (log.span, paths.span, problem.copies.span)
        var arriving = arriving.mutableSpan
        var isTouched = isTouched.mutableSpan
        var touched = touched.mutableSpan
        var count = 0
        for place in step {
            let node = Int(log[place])
            // A search starts at one twin, and goes on through all.
            let ways = step.lowerBound == 0 ? paths[place] : paths[place] * copies[node]
            for entry in offsets[node]..<offsets[node + 1] {
                let target = Int(targets[entry])
                arriving[target] += ways
                // Without a branch, which the processor could not foresee.
                touched[count] = Int32(truncatingIfNeeded: target)
                count += 1 - Int(isTouched[target])
                isTouched[target] = 1
            }
        }
        return count
    }

    /// Logs the nodes that lanes pass for the first time; the end of the log and the most paths.
    private mutating func arrive(_ count: Int, _ start: Int, _ most: Double) -> (end: Int, most: Double) {
        var (end, most) = (start, most)
        for place in 0..<count {
            let node = Int(touched[place])
            let known = passed[node]
            let new = arriving[node].replacing(with: Lanes.zero, where: known .> Lanes.zero)
            arriving[node] = .zero
            isTouched[node] = 0
            let sum = new.sum()
            guard sum > 0 else { continue }
            most = max(most, sum)
            passed[node] = known + new
            log[end] = Int32(truncatingIfNeeded: node)
            paths[end] = new
            end += 1
        }
        return (end, most)
    }

    private mutating func goBack(_ sources: Range<Int>) {
        var sourceEnds = Lanes.zero
        for (lane, source) in sources.enumerated() { sourceEnds[lane] = problem.ends[source] }
        let last = stepEnds.count - 1
        let lowest = entries.isEmpty ? 1 : 0
        for step in stride(from: last, through: lowest, by: -1) {
            let range = (step == 0 ? 0 : stepEnds[step - 1])..<stepEnds[step]
            if !entries.isEmpty { addEntries(range, sourceEnds) }
            Self.gather(range, sourceEnds, problem, log, paths, passed, &arriving, &nodes)
            if step < last { clear(stepEnds[step]..<stepEnds[step + 1]) }
            swap(&passed, &arriving)
        }
        clear(0..<stepEnds[min(last, lowest)])
    }

    private mutating func clear(_ range: Range<Int>) {
        for place in range { passed[Int(log[place])] = .zero }
    }

    /// One step of the way back: what the neighbours farther out hand on becomes dependency.
    private static func gather(
        _ step: Range<Int>, _ sourceEnds: Lanes, _ problem: PathProblem, _ log: [Int32], _ paths: [Lanes],
        _ passed: [Lanes], _ arriving: inout [Lanes], _ nodes: inout [Double]
    ) {
        let (offsets, targets) = (problem.rows.offsets.span, problem.rows.targets.span)
        let (log, paths, passed) = (log.span, paths.span, passed.span)
        let (ends, copies) = (problem.ends.span, problem.copies.span)
        var arriving = arriving.mutableSpan
        var nodes = nodes.mutableSpan
        for place in step {
            let node = Int(log[place])
            var sum = Lanes.zero
            for entry in offsets[node]..<offsets[node + 1] { sum += passed[Int(targets[entry])] }
            let ways = paths[place]
            let dependency = sum * ways
            if step.lowerBound > 0 { nodes[node] += (dependency * sourceEnds).sum() }
            arriving[node] = ((dependency * copies[node] + ends[node]) / ways)
                .replacing(with: Lanes.zero, where: ways .== Lanes.zero)
        }
    }

    private mutating func addEntries(_ step: Range<Int>, _ sourceEnds: Lanes) {
        let rows = problem.rows
        for place in step {
            let node = Int(log[place])
            let ways = paths[place] * sourceEnds
            for entry in rows.range(of: node) { entries[entry] += (ways * passed[Int(rows.targets[entry])]).sum() }
        }
    }
}
