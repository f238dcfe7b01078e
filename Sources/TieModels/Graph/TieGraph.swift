/// A binary network whose ties come and go one at a time: what a Markov chain walks on.
///
/// A tie is looked up in a table of bits, drawn by chance from a list, and its ends' neighbours are rows of numbers, so
/// that a toggle costs the ties of its two ends and no more. How many two-paths join each pair is kept where that saves
/// time: where terms ask for it of many pairs, or the table is small enough to stay near the core. Space: a bit for each
/// pair of nodes, and 2 bytes for two-paths.
struct TieGraph: Sendable {
    let nodeCount: Int
    let isDirected: Bool
    private(set) var outgoing: TieLists
    /// Of an undirected graph: empty, since `outgoing` has both ends.
    private(set) var incoming: TieLists
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    /// Two-paths from row to column; without direction symmetric. Empty where they are counted when asked for.
    private var kept: [UInt16]
    private var bits: [UInt64]
    private let words: Int

    init(nodeCount: Int, isDirected: Bool, keepsTwoPaths: Bool) {
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        outgoing = TieLists(nodeCount: nodeCount)
        incoming = TieLists(nodeCount: isDirected ? nodeCount : 0)
        words = (nodeCount + 63) / 64
        bits = [UInt64](repeating: 0, count: nodeCount * words)
        kept = keepsTwoPaths ? [UInt16](repeating: 0, count: nodeCount * nodeCount) : []
    }

    var tieCount: Int { tails.count }

    @inline(__always)
    func has(_ tail: Int, _ head: Int) -> Bool { bits[tail * words + head >> 6] >> UInt64(head & 63) & 1 == 1 }

    @inline(__always)
    func twoPaths(_ tail: Int, _ head: Int) -> Int {
        kept.isEmpty ? countedTwoPaths(tail, head) : Int(kept[tail * nodeCount + head])
    }

    private func countedTwoPaths(_ tail: Int, _ head: Int) -> Int {
        var count = 0
        if isDirected, incoming.count(of: head) < outgoing.count(of: tail) {
            for slot in incoming.range(of: head) where has(tail, Int(incoming.items[slot])) { count += 1 }
        } else if !isDirected, outgoing.count(of: head) < outgoing.count(of: tail) {
            for slot in outgoing.range(of: head) where has(tail, Int(outgoing.items[slot])) { count += 1 }
        } else {
            for slot in outgoing.range(of: tail) where has(Int(outgoing.items[slot]), head) { count += 1 }
        }
        return count
    }

    /// How many two-paths lead from tail to head, and the sum over their middles of 1 / ties that the middle sends.
    @inline(__always)
    func closing(_ tail: Int, _ head: Int) -> (count: Int, weight: Double) {
        if !kept.isEmpty, kept[tail &* nodeCount &+ head] == 0 { return (0, 0) }
        var (count, weight) = (0, 0.0)
        func add(_ middle: Int) {
            count += 1
            weight += 1 / Double(outDegree(middle))
        }
        if isDirected, incoming.count(of: head) < outgoing.count(of: tail) {
            for slot in incoming.range(of: head) where has(tail, Int(incoming.items[slot])) {
                add(Int(incoming.items[slot]))
            }
        } else if !isDirected, outgoing.count(of: head) < outgoing.count(of: tail) {
            for slot in outgoing.range(of: head) where has(tail, Int(outgoing.items[slot])) {
                add(Int(outgoing.items[slot]))
            }
        } else {
            for slot in outgoing.range(of: tail) where has(Int(outgoing.items[slot]), head) {
                add(Int(outgoing.items[slot]))
            }
        }
        return (count, weight)
    }

    @inline(__always)
    func outNeighbour(_ node: Int, _ place: Int) -> Int {
        Int(outgoing.items[outgoing.range(of: node).lowerBound &+ place])
    }

    func outDegree(_ node: Int) -> Int { outgoing.count(of: node) }
    func inDegree(_ node: Int) -> Int { isDirected ? incoming.count(of: node) : outgoing.count(of: node) }

    /// Adds the tie where there is none and takes it away where there is one. Without direction the tail is the lesser.
    mutating func toggle(_ tail: Int, _ head: Int) {
        let isNew = !has(tail, head)
        if !kept.isEmpty { updateTwoPaths(tail, head, isNew ? 1 : UInt16.max) }
        flip(tail, head)
        if !isDirected { flip(head, tail) }
        if isNew {
            outgoing.add(head, to: tail, place: tails.count)
            if isDirected {
                incoming.add(tail, to: head, place: 0)
            } else {
                outgoing.add(tail, to: head, place: 0)
            }
            tails.append(Int32(truncatingIfNeeded: tail))
            heads.append(Int32(truncatingIfNeeded: head))
        } else {
            let place = outgoing.remove(head, from: tail)
            if isDirected { incoming.remove(tail, from: head) } else { outgoing.remove(tail, from: head) }
            unlist(place)
        }
    }

    /// The last of the list takes the place that becomes free.
    private mutating func unlist(_ place: Int) {
        let (lastTail, lastHead) = (tails.removeLast(), heads.removeLast())
        guard place < tails.count else { return }
        (tails[place], heads[place]) = (lastTail, lastHead)
        outgoing.move(Int(lastHead), of: Int(lastTail), to: place)
    }

    private mutating func flip(_ row: Int, _ column: Int) {
        bits[row * words + column >> 6] ^= 1 << UInt64(column & 63)
    }

    /// `step` is 1, or what makes 1 less of a number when it is added with overflow.
    private mutating func updateTwoPaths(_ tail: Int, _ head: Int, _ step: UInt16) {
        for place in outgoing.range(of: head) {
            let end = Int(outgoing.items[place])
            guard end != tail else { continue }
            kept[tail * nodeCount + end] &+= step
            if !isDirected { kept[end * nodeCount + tail] &+= step }
        }
        if isDirected {
            for place in incoming.range(of: tail) {
                let start = Int(incoming.items[place])
                if start != head { kept[start * nodeCount + head] &+= step }
            }
        } else {
            for place in outgoing.range(of: tail) {
                let start = Int(outgoing.items[place])
                guard start != head else { continue }
                kept[start * nodeCount + head] &+= step
                kept[head * nodeCount + start] &+= step
            }
        }
    }
}
