/// A set of nodes, one bit each: of 200 000 nodes it stays in a core's nearest cache, where a mark
/// is looked up in a few cycles.
struct NodeMarks: Sendable {
    var words: [UInt64]

    init(nodeCount: Int) {
        words = [UInt64](repeating: 0, count: (nodeCount + 63) / 64)
    }
}

extension MutableSpan<UInt64> {
    mutating func mark(_ node: Int) { self[node &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: node) }

    /// Clears the mark and those of some other nodes: for clearing all that were marked.
    mutating func unmark(_ node: Int) { self[node &>> 6] = 0 }

    func isMarked(_ node: Int) -> Bool { (self[node &>> 6] &>> UInt64(truncatingIfNeeded: node)) & 1 != 0 }
}
