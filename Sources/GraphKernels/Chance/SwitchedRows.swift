/// The neighbours of each node while ties exchange their ends, which leaves every row as long as it was.
///
/// A tie stands in the row of its source and in that of its target, and knows its places there, so that an exchange
/// writes four numbers; whether two nodes are tied is looked up in the shorter of their rows. Where most nodes have few
/// ties all of it lies in the near caches, unlike a table of pairs.
struct SwitchedRows: Sendable {
    /// Where the rows of targets begin: behind those of sources where ties have a direction, else with them.
    private let targetRows: Int
    private var starts: [Int32]
    private var entries: [Int32] = []

    /// Rows without ties.
    init(nodeCount: Int, isDirected: Bool) {
        targetRows = isDirected ? nodeCount : 0
        starts = [Int32](repeating: 0, count: nodeCount + targetRows + 1)
    }

    /// Puts the ties into the empty rows.
    ///
    /// - Returns: where each stands in the rows of its source and of its target.
    mutating func fill(_ sources: ArraySlice<Int32>, _ targets: ArraySlice<Int32>) -> [SIMD2<Int32>] {
        for source in sources { starts[Int(source) + 1] += 1 }
        for target in targets { starts[targetRows + Int(target) + 1] += 1 }
        for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }
        entries = [Int32](repeating: 0, count: 2 * sources.count)
        var next = starts
        func place(_ node: Int32, inRow row: Int) -> Int32 {
            let place = next[row]
            entries[Int(place)] = node
            next[row] += 1
            return place
        }
        return zip(sources, targets).map { source, target in
            SIMD2(place(target, inRow: Int(source)), place(source, inRow: targetRows + Int(target)))
        }
    }

    /// Whether the one is tied to the other.
    func contains(_ source: Int32, _ target: Int32) -> Bool {
        let (one, other) = (Int(source), targetRows + Int(target))
        let (begin, end) = (Int(starts[one]), Int(starts[one + 1]))
        let (otherBegin, otherEnd) = (Int(starts[other]), Int(starts[other + 1]))
        let isFirst = end - begin <= otherEnd - otherBegin
        let row = entries.span.extracting(isFirst ? begin..<end : otherBegin..<otherEnd)
        let sought = isFirst ? target : source
        // All are looked at: where in a row the sought one stands no processor foresees.
        var found = 0
        for place in row.indices { found |= row[place] == sought ? 1 : 0 }
        return found != 0
    }

    /// Of two ties at these places, the first gets the target of the second and the second that of the first.
    mutating func exchange(
        _ first: (source: Int32, target: Int32), _ one: SIMD2<Int32>, _ second: (source: Int32, target: Int32),
        _ other: SIMD2<Int32>
    ) {
        var rows = entries.mutableSpan
        rows[Int(one.x)] = second.target
        rows[Int(other.y)] = first.source
        rows[Int(other.x)] = first.target
        rows[Int(one.y)] = second.source
    }
}
