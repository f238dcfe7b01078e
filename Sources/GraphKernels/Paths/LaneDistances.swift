/// How far all nodes are from eight sources at once along ties with lengths, a vector lane for each source.
///
/// Searches from near sources pass most nodes at much the same distance, so that a row is read once for several of them
/// (Then et al. 2014, PVLDB 8(4), 449–460, there for steps). Here distances are corrected until none changes, in windows
/// of growing distance (Meyer and Sanders 2003, Journal of Algorithms 49(1), 114–152): a node whose distances became
/// less hands them on, those of all lanes, once one of them falls into the window. Nothing branches within an arc.
///
/// What comes out is the least solution of d(v) = min d(u) + w with every sum rounded, since rounding keeps the order of
/// sums: the same bits as those of Dijkstra's search, whatever the order of the corrections.
///
/// Time: O(n + m) for each time that a node is passed, at most eight where the window is no wider than the shortest tie.
struct LaneDistances {
    typealias Lanes = SIMD8<Double>
    static let width = 8

    let rows: Graph.Rows
    /// Infinite where a lane's source does not reach a node.
    private(set) var distance: [Lanes]
    private let window: Double
    /// Whether nothing that is found within a window can fall into it again.
    private let settlesAtOnce: Bool
    private var isWaiting: [UInt8]
    private var waiting: [Int32]
    private var next: [Int32]

    /// - Parameter rows: with lengths > 0.
    init(_ rows: Graph.Rows, _ lengths: ClosedRange<Double>) {
        let count = rows.offsets.count - 1
        self.rows = rows
        settlesAtOnce = lengths.lowerBound * Self.mostWindows >= lengths.upperBound
        // Narrower than the shortest tie by more than rounding can make of it.
        window = settlesAtOnce ? lengths.lowerBound * 0.99 : lengths.upperBound / Self.mostWindows
        distance = [Lanes](repeating: Lanes(repeating: .infinity), count: count)
        isWaiting = [UInt8](repeating: 0, count: count)
        // One place more, since a node that already waits is written behind the last too.
        waiting = [Int32](repeating: 0, count: count + 1)
        next = waiting
    }

    /// How many windows the longest tie may cross.
    private static let mostWindows = 8.0

    /// The shortest and the longest tie; nil where there is none, or where sums of them could leave the range in which
    /// numbers have all their digits.
    static func range(of rows: Graph.Rows) -> ClosedRange<Double>? {
        guard let shortest = rows.weights.min(), let longest = rows.weights.max(), shortest > 1e-280,
            longest * Double(rows.offsets.count) < 1e280
        else { return nil }
        return shortest...longest
    }

    /// The largest distance that is finite, in all lanes.
    var farthest: Double {
        let distance = distance.span
        var most = Lanes.zero
        for node in distance.indices {
            let own = distance[node]
            most.replace(with: own, where: (own .> most) .& (own .< Lanes(repeating: .infinity)))
        }
        return most.max()
    }

    /// Fills `distance` for at most eight sources, a lane for each; the other lanes stay infinite.
    ///
    /// - Returns: false, and no answer, where distances are corrected so often that searching from one source after the
    ///   other is faster, as when very many short ties make a way shorter than a few long ones, again and again.
    mutating func run(from sources: Range<Int>) -> Bool {
        for node in distance.indices { distance[node] = Lanes(repeating: .infinity) }
        for (lane, source) in sources.enumerated() {
            distance[source][lane] = 0
            isWaiting[source] = 1
            waiting[lane] = Int32(truncatingIfNeeded: source)
        }
        var (count, start, end, left) = (sources.count, 0.0, window, 2 * Self.width * distance.count)
        while count > 0, left > 0 {
            let passed = Self.spread(count, start, end, rows, waiting, &next, &distance, &isWaiting)
            swap(&waiting, &next)
            count = passed.waiting
            left -= passed.handedOn
            if settlesAtOnce || passed.handedOn == 0 { (start, end) = (end, end + window) }
        }
        for place in 0..<count { isWaiting[Int(waiting[place])] = 0 }
        return count == 0
    }

    /// Hands on the distances of those who wait and have one within the window.
    private static func spread(
        _ count: Int, _ start: Double, _ end: Double, _ rows: Graph.Rows, _ waiting: [Int32], _ next: inout [Int32],
        _ distance: inout [Lanes], _ isWaiting: inout [UInt8]
    ) -> (waiting: Int, handedOn: Int) {
        let (offsets, targets, weights) = (rows.offsets.span, rows.targets.span, rows.weights.span)
        let waiting = waiting.span
        var next = next.mutableSpan
        var distance = distance.mutableSpan
        var isWaiting = isWaiting.mutableSpan
        var (kept, handedOn) = (0, 0)
        for place in 0..<count {
            let node = Int(waiting[place])
            let own = distance[node]
            guard any((own .>= start) .& (own .< end)) else {
                next[kept] = Int32(truncatingIfNeeded: node)
                kept += 1
                continue
            }
            handedOn += 1
            isWaiting[node] = 0
            for entry in offsets[node]..<offsets[node + 1] {
                let target = Int(targets[entry])
                let known = distance[target]
                let length = own + weights[entry]
                let isNearer = length .< known
                distance[target] = known.replacing(with: length, where: isNearer)
                let changed: UInt8 = any(isNearer) ? 1 : 0
                // Without a branch, which the processor could not foresee.
                next[kept] = Int32(truncatingIfNeeded: target)
                kept += Int(changed & ~isWaiting[target])
                isWaiting[target] |= changed
            }
        }
        return (kept, handedOn)
    }
}
