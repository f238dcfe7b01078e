/// Pairs of two numbers, each kept once: which actor stands, as one from outside, in which area; which event in which.
struct PairSet: Sendable {
    private var pairs: [UInt64] = []
    private var uniqueCount = 0
    private static let leastRoom = 1 << 20

    /// Bytes of memory.
    var footprint: Int { pairs.capacity * 8 }

    static func pair(_ one: Int, _ other: Int) -> UInt64 { UInt64(one) << 32 | UInt64(other) }

    mutating func add(_ new: [UInt64]) {
        pairs.append(contentsOf: new)
        if pairs.count > 2 * uniqueCount + Self.leastRoom { settle() }
    }

    /// Puts them in order, each once; to be called before any is looked up.
    mutating func settle() {
        pairs.sort()
        var kept = 0
        for place in pairs.indices where place == 0 || pairs[place] != pairs[place - 1] {
            // Sound even in place: what is kept never runs ahead of what is read.
            let pair = pairs[place]
            if kept == 0 || pairs[kept - 1] != pair {
                pairs[kept] = pair
                kept += 1
            }
        }
        pairs.removeSubrange(kept...)
        uniqueCount = kept
    }

    /// The second numbers of all pairs whose first is this, in order. O(log pairs), and O(1) where `place`, which is
    /// where the search for a smaller one ended, is near.
    func others(of one: Int, from place: inout Int) -> [Int] {
        let low = UInt64(one) << 32
        if place > pairs.count || (place > 0 && pairs[place - 1] >= low) || (place < pairs.count && pairs[place] < low)
        {
            var (start, end) = (0, pairs.count)
            while start < end {
                let middle = (start + end) / 2
                if pairs[middle] < low { start = middle + 1 } else { end = middle }
            }
            place = start
        }
        var found: [Int] = []
        while place < pairs.count, pairs[place] >> 32 == UInt64(one) {
            found.append(Int(pairs[place] & 0xFFFF_FFFF))
            place += 1
        }
        return found
    }
}
