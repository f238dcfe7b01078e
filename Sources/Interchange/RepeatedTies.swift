/// Finds the rows of a list of ties that repeat an earlier one.
///
/// Rows are grouped by one end with a counting sort; within a group, each other end remembers the
/// last row that led to it.
///
/// - Complexity: time O(nodes + rows), times the kinds that one pair is tied by; 8 bytes for each
///   row, 12 where there are kinds, and 16 for each node.
struct RepeatedTies {
    let nodeCount: Int
    let sources: [Int32]
    let targets: [Int32]
    /// Empty where all are of one kind.
    let kinds: [Int32]
    /// False: a tie the other way round is the same tie.
    let isDirected: Bool

    /// Rows, in ascending order, that have the ends and the kind of an earlier row. Loops are not
    /// looked at.
    func find() -> [Int] {
        let (entries, starts) = grouped()
        // For each node, the group that last led to it and the row there.
        var last = [Entry](repeating: Entry(node: -1, row: -1), count: nodeCount)
        var earlier = [Int32](repeating: -1, count: kinds.isEmpty ? 0 : sources.count)
        var repeated: [Int] = []
        for group in 0..<nodeCount {
            for place in starts[group]..<starts[group + 1] {
                let entry = entries[place]
                let (node, row) = (Int(entry.node), Int(entry.row))
                if node == group { continue }
                var previous = last[node].node == group ? last[node].row : -1
                if !kinds.isEmpty {
                    let newest = previous
                    while previous >= 0, kinds[Int(previous)] != kinds[row] { previous = earlier[Int(previous)] }
                    if previous < 0 { earlier[row] = newest }
                }
                if previous >= 0 {
                    repeated.append(row)
                } else {
                    last[node] = Entry(node: Int32(group), row: entry.row)
                }
            }
        }
        return repeated.sorted()
    }

    private struct Entry {
        var node: Int32
        var row: Int32
    }

    /// For each row, grouped by one end in the order of the rows, the other end.
    private func grouped() -> (entries: [Entry], starts: [Int]) {
        var places = [Int](repeating: 0, count: nodeCount + 1)
        for row in sources.indices { places[Int(ends(row).0) + 1] += 1 }
        for node in 0..<nodeCount { places[node + 1] += places[node] }
        let starts = places
        var entries = [Entry](repeating: Entry(node: -1, row: -1), count: sources.count)
        for row in sources.indices {
            let (group, other) = ends(row)
            entries[places[Int(group)]] = Entry(node: other, row: Int32(row))
            places[Int(group)] += 1
        }
        return (entries, starts)
    }

    @inline(__always)
    private func ends(_ row: Int) -> (Int32, Int32) {
        let (source, target) = (sources[row], targets[row])
        return isDirected || source < target ? (source, target) : (target, source)
    }
}
