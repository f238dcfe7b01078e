/// The last steps of shortest paths from eight sources at once: for each entry of the rows the lanes in which a shortest
/// path ends with it.
///
/// Eight entries of a row share a word, a byte for each of them, a bit of it for each lane, so that a search through one
/// lane finds the few steps among many entries without reading these.
struct LaneSteps {
    typealias Lanes = LaneDistances.Lanes

    /// The words of node v are `starts[v]..<starts[v + 1]`.
    let starts: [Int]
    private(set) var words: [UInt64]
    /// How many steps lead to each node, sixteen bits for a lane: two words for a node.
    private(set) var arrivals: [UInt64]

    /// Whether sixteen bits are enough for those of any node.
    private let canCount: Bool

    /// The first bit of each byte, that of lane 0.
    static let firstBits: UInt64 = 0x0101_0101_0101_0101

    init(_ rows: Graph.Rows) {
        var starts = [0]
        starts.reserveCapacity(rows.offsets.count)
        for node in 0..<(rows.offsets.count - 1) {
            starts.append((starts.last ?? 0) + (rows.degree(of: node) + 7) / 8)
        }
        self.starts = starts
        words = [UInt64](repeating: 0, count: starts.last ?? 0)
        arrivals = [UInt64](repeating: 0, count: 2 * (rows.offsets.count - 1))
        var incoming = [Int](repeating: 0, count: rows.offsets.count - 1)
        for target in rows.targets { incoming[Int(target)] += 1 }
        canCount = incoming.allSatisfy { $0 < 1 << 16 }
    }

    /// Finds the steps along ties with lengths.
    ///
    /// - Returns: false, and no answer, where the shortest tie is too short to tell which of its ends is nearer, or where
    ///   more steps lead to a node than are counted.
    mutating func find(_ search: LaneDistances, shortest: Double) -> Bool {
        // A step then leads from the nearer to the farther end, by more than the tolerance and what rounding makes of it.
        guard canCount, shortest > 4 * PathSearch.tolerance * search.farthest else { return false }
        for place in arrivals.indices { arrivals[place] = 0 }
        Self.find(search.distance, search.rows, starts, &words, &arrivals)
        return true
    }

    private static func find(
        _ distance: [Lanes], _ rows: Graph.Rows, _ starts: [Int], _ words: inout [UInt64], _ arrivals: inout [UInt64]
    ) {
        let (offsets, targets, weights) = (rows.offsets.span, rows.targets.span, rows.weights.span)
        let (distance, starts) = (distance.span, starts.span)
        var words = words.mutableSpan
        var arrivals = arrivals.mutableSpan
        let ones = SIMD8<UInt64>(1, 1 << 16, 1 << 32, 1 << 48, 1, 1 << 16, 1 << 32, 1 << 48)
        for node in distance.indices {
            // Not a number where the lane does not reach the node: no comparison holds then.
            let known = distance[node]
            let own = known.replacing(with: Double.nan, where: known .== Lanes(repeating: .infinity))
            var entry = offsets[node]
            let end = offsets[node + 1]
            for word in starts[node]..<starts[node + 1] {
                var (bits, shift) = (UInt64(0), UInt64(0))
                for place in entry..<min(entry + 8, end) {
                    let target = Int(targets[place])
                    let length = own + weights[place]
                    // No distance is more than the length of a way.
                    let isStep = (length - distance[target]) .<= length * PathSearch.tolerance
                    let steps = SIMD8<UInt64>.zero.replacing(with: ones, where: isStep)
                    let (low, high) = (steps.lowHalf.wrappedSum(), steps.highHalf.wrappedSum())
                    arrivals[2 * target] &+= low
                    arrivals[2 * target + 1] &+= high
                    bits |= (gathered(low) | gathered(high) << 4) << shift
                    shift += 8
                }
                words[word] = bits
                entry += 8
            }
        }
    }

    /// The lowest bits of the four sixteenths of a word side by side.
    private static func gathered(_ word: UInt64) -> UInt64 { (word &* 0x1000_2000_4000_8) >> 48 & 0xF }
}

extension LaneSteps {
    /// Passes the nodes that a lane reaches, each after all from which steps lead to it, and counts the paths to them.
    ///
    /// - Parameters:
    ///   - order: begins with the source.
    ///   - paths: 1 of the source, else 0.
    /// - Returns: how many nodes are passed; nil where more than `manyPaths` lead to one.
    mutating func follow(
        _ lane: Int, _ problem: PathProblem, _ manyPaths: Double, _ order: inout [Int32], _ paths: inout [Double]
    ) -> Int? {
        Self.follow(lane, problem, manyPaths, starts, words, &arrivals, &order, &paths)
    }

    private static func follow(
        _ lane: Int, _ problem: PathProblem, _ manyPaths: Double, _ starts: [Int], _ words: [UInt64],
        _ arrivals: inout [UInt64], _ order: inout [Int32], _ paths: inout [Double]
    ) -> Int? {
        let (offsets, targets, copies) = (problem.rows.offsets.span, problem.rows.targets.span, problem.copies.span)
        let (starts, words) = (starts.span, words.span)
        var arrivals = arrivals.mutableSpan
        var order = order.mutableSpan
        var paths = paths.mutableSpan
        let (half, shift) = (lane / 4, UInt64(lane % 4 * 16))
        var (done, reached) = (0, 1)
        while done < reached {
            let node = Int(order[done])
            let count = paths[node]
            guard count < manyPaths else { return nil }
            // A search starts at one twin, and goes on through all.
            let ways = done == 0 ? 1 : count * copies[node]
            done += 1
            var entry = offsets[node]
            for word in starts[node]..<starts[node + 1] {
                var bits = words[word] >> UInt64(lane) & firstBits
                while bits != 0 {
                    let target = Int(targets[entry + bits.trailingZeroBitCount / 8])
                    bits &= bits &- 1
                    paths[target] += ways
                    let left = arrivals[2 * target + half] &- 1 << shift
                    arrivals[2 * target + half] = left
                    // Without a branch, which the processor could not foresee.
                    order[reached] = Int32(truncatingIfNeeded: target)
                    reached += left >> shift & 0xFFFF == 0 ? 1 : 0
                }
                entry += 8
            }
        }
        return reached
    }

    /// The entries of a node's row that are steps of a lane, and the nodes to which they lead.
    func forEachStep(of node: Int, _ lane: Int, _ rows: Graph.Rows, _ body: (_ entry: Int, _ target: Int) -> Void) {
        var entry = rows.offsets[node]
        for word in starts[node]..<starts[node + 1] {
            var bits = words[word] >> UInt64(lane) & Self.firstBits
            while bits != 0 {
                let place = entry + bits.trailingZeroBitCount / 8
                body(place, Int(rows.targets[place]))
                bits &= bits &- 1
            }
            entry += 8
        }
    }
}
