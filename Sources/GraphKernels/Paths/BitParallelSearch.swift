/// Breadth-first searches from 512 nodes at once, a bit for each.
///
/// Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann and Vo (2014, PVLDB 8(4), 449–460):
/// where many searches pass a node at the same distance, its row is read once for all of them. In
/// small worlds most do: a node is passed three or four times in a sweep, not 512 times.
///
/// The searches run backwards, from ends along the arcs' tails, so that the new bits of a node are
/// the ends at that distance *from it*: their number is all that sums over its distances need.
struct BitParallelSearch {
    typealias Word = SIMD8<UInt64>
    static let width = 512

    private let rows: Graph.Rows
    private(set) var sums: DistanceSums
    /// Bits of the searches that have passed a node.
    private var seen: [Word]
    /// Bits that reach a node in this step; all zero between steps.
    private var arriving: [Word]
    private var isTouched: [UInt8]
    private var touched: [Int32]
    /// The nodes passed in the last step, each with its new bits.
    private var front: [Int32]
    private var bits: [Word]
    /// How many pairs of an end and a node were found, and in how many passings of nodes.
    private var work = (pairs: 0, passings: 0)

    /// Whether the searches share their way: on long chains each passes a node alone.
    var pays: Bool { work.pairs >= 4 * work.passings }

    /// - Parameter rows: in a directed graph the rows of in-neighbours.
    init(_ rows: Graph.Rows) {
        let count = rows.offsets.count - 1
        self.rows = rows
        sums = DistanceSums(nodeCount: count)
        seen = [Word](repeating: .zero, count: count)
        arriving = seen
        bits = seen
        isTouched = [UInt8](repeating: 0, count: count)
        // One place more, since a node that is not new is written behind the last too.
        touched = [Int32](repeating: 0, count: count + 1)
        front = [Int32](repeating: 0, count: count)
    }

    /// Adds the distances to each of at most `width` ends.
    mutating func run(to ends: Range<Int>) {
        for node in seen.indices { seen[node] = .zero }
        for (place, end) in ends.enumerated() {
            seen[end][place / 64] |= 1 << UInt64(place % 64)
            front[place] = Int32(end)
            bits[place] = seen[end]
        }
        var (size, distance) = (ends.count, 0)
        while size > 0 {
            distance += 1
            let count = Self.spread(size, rows, front, bits, &arriving, &isTouched, &touched)
            size = arrive(count, distance)
        }
    }

    /// Hands the bits of the front to the neighbours; how many nodes they touch.
    private static func spread(
        _ size: Int, _ rows: Graph.Rows, _ front: [Int32], _ bits: [Word], _ arriving: inout [Word],
        _ isTouched: inout [UInt8], _ touched: inout [Int32]
    ) -> Int {
        let (offsets, targets) = (rows.offsets.span, rows.targets.span)
        let (front, bits) = (front.span, bits.span)
        var arriving = arriving.mutableSpan
        var isTouched = isTouched.mutableSpan
        var touched = touched.mutableSpan
        var count = 0
        for place in 0..<size {
            let node = Int(front[place])
            let word = bits[place]
            for entry in offsets[node]..<offsets[node + 1] {
                let target = Int(targets[entry])
                arriving[target] |= word
                // Without a branch, which the processor could not foresee.
                touched[count] = Int32(truncatingIfNeeded: target)
                count += 1 - Int(isTouched[target])
                isTouched[target] = 1
            }
        }
        return count
    }

    /// Makes the next front of the bits that are new; its size.
    private mutating func arrive(_ count: Int, _ distance: Int) -> Int {
        let unit = DistanceSums.unit(over: distance)
        var size = 0
        for place in 0..<count {
            let node = Int(touched[place])
            let new = arriving[node] & ~seen[node]
            arriving[node] = .zero
            isTouched[node] = 0
            guard new != .zero else { continue }
            seen[node] |= new
            front[size] = Int32(truncatingIfNeeded: node)
            bits[size] = new
            size += 1
            let pairs = Self.count(new)
            sums.add(pairs, at: distance, unit, to: node)
            work.pairs += pairs
        }
        work.passings += size
        return size
    }

    /// How many bits are set, counted in all words side by side.
    private static func count(_ word: Word) -> Int {
        let (odd, pairs, nibbles): (UInt64, UInt64, UInt64) = (
            0x5555_5555_5555_5555, 0x3333_3333_3333_3333, 0x0F0F_0F0F_0F0F_0F0F
        )
        var sums = word &- ((word &>> 1) & odd)
        sums = (sums & pairs) &+ ((sums &>> 2) & pairs)
        sums = (sums &+ (sums &>> 4)) & nibbles
        // At most 64 in each byte of the sum of the eight words, 512 in all.
        let bytes = sums.wrappedSum()
        let halves = (bytes & 0x00FF_00FF_00FF_00FF) &+ ((bytes >> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((halves &* 0x0001_0001_0001_0001) >> 48)
    }
}
