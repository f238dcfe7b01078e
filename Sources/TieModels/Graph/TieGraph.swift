/// A binary network whose ties come and go one at a time: what a Markov chain walks on.
///
/// A tie is looked up in a table of bits, drawn by chance from a list, and its ends' neighbours are rows of numbers;
/// how many two-paths join each pair is kept where terms ask for it, so that a toggle costs the ties of its two ends and
/// no more. Space: 4 bytes and a bit for each pair of nodes, 2 bytes more for two-paths.
struct TieGraph: Sendable {
    let nodeCount: Int
    let isDirected: Bool
    private(set) var outgoing: TieLists
    /// Of an undirected graph: empty, since `outgoing` has both ends.
    private(set) var incoming: TieLists
    private(set) var tails: [Int32] = []
    private(set) var heads: [Int32] = []
    /// Two-paths from row to column; without direction symmetric. Empty where no term needs them.
    private(set) var twoPaths: [UInt16]
    private var bits: [UInt64]
    private let words: Int
    /// For each ordered pair, where its tie stands in the list.
    private var places: [Int32]

    init(nodeCount: Int, isDirected: Bool, countsTwoPaths: Bool) {
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        outgoing = TieLists(nodeCount: nodeCount)
        incoming = TieLists(nodeCount: isDirected ? nodeCount : 0)
        words = (nodeCount + 63) / 64
        bits = [UInt64](repeating: 0, count: nodeCount * words)
        places = [Int32](repeating: -1, count: nodeCount * nodeCount)
        twoPaths = countsTwoPaths ? [UInt16](repeating: 0, count: nodeCount * nodeCount) : []
    }

    var tieCount: Int { tails.count }
    var countsTwoPaths: Bool { !twoPaths.isEmpty }

    @inline(__always)
    func has(_ tail: Int, _ head: Int) -> Bool { bits[tail * words + head >> 6] >> UInt64(head & 63) & 1 == 1 }

    @inline(__always)
    func twoPaths(_ tail: Int, _ head: Int) -> Int { Int(twoPaths[tail * nodeCount + head]) }

    func outDegree(_ node: Int) -> Int { outgoing.count(of: node) }
    func inDegree(_ node: Int) -> Int { isDirected ? incoming.count(of: node) : outgoing.count(of: node) }

    /// Adds the tie where there is none and takes it away where there is one. Without direction the tail is the lesser.
    mutating func toggle(_ tail: Int, _ head: Int) {
        let isNew = !has(tail, head)
        if countsTwoPaths { updateTwoPaths(tail, head, isNew ? 1 : UInt16.max) }
        flip(tail, head)
        if !isDirected { flip(head, tail) }
        if isNew {
            outgoing.add(head, to: tail)
            if isDirected { incoming.add(tail, to: head) } else { outgoing.add(tail, to: head) }
            places[tail * nodeCount + head] = Int32(truncatingIfNeeded: tails.count)
            tails.append(Int32(truncatingIfNeeded: tail))
            heads.append(Int32(truncatingIfNeeded: head))
        } else {
            outgoing.remove(head, from: tail)
            if isDirected { incoming.remove(tail, from: head) } else { outgoing.remove(tail, from: head) }
            unlist(tail, head)
        }
    }

    private mutating func unlist(_ tail: Int, _ head: Int) {
        let place = Int(places[tail * nodeCount + head])
        places[tail * nodeCount + head] = -1
        let (lastTail, lastHead) = (tails.removeLast(), heads.removeLast())
        guard place < tails.count else { return }
        (tails[place], heads[place]) = (lastTail, lastHead)
        places[Int(lastTail) * nodeCount + Int(lastHead)] = Int32(truncatingIfNeeded: place)
    }

    private mutating func flip(_ row: Int, _ column: Int) {
        bits[row * words + column >> 6] ^= 1 << UInt64(column & 63)
    }

    /// `step` is 1, or what makes 1 less of a number when it is added with overflow.
    private mutating func updateTwoPaths(_ tail: Int, _ head: Int, _ step: UInt16) {
        for place in outgoing.range(of: head) {
            let end = Int(outgoing.items[place])
            guard end != tail else { continue }
            twoPaths[tail * nodeCount + end] &+= step
            if !isDirected { twoPaths[end * nodeCount + tail] &+= step }
        }
        if isDirected {
            for place in incoming.range(of: tail) {
                let start = Int(incoming.items[place])
                if start != head { twoPaths[start * nodeCount + head] &+= step }
            }
        } else {
            for place in outgoing.range(of: tail) {
                let start = Int(outgoing.items[place])
                guard start != head else { continue }
                twoPaths[start * nodeCount + head] &+= step
                twoPaths[head * nodeCount + start] &+= step
            }
        }
    }
}
