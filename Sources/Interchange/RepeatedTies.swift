/// Finds the rows of a list of ties that repeat an earlier one.
///
/// Rows are grouped by one end with a counting sort; within a group, each other end remembers the
/// last row that led to it.
///
/// - Complexity: time O(nodes + rows), times the kinds that one pair is tied by; 4 bytes for each
///   row, 8 where there are kinds, and 12 for each node.
enum RepeatedTies {
    /// Rows, in ascending order, that have the ends and the kind of an earlier row. Loops are not
    /// looked at.
    ///
    /// - Parameters:
    ///   - kinds: empty where all are of one kind.
    ///   - isDirected: false: a tie the other way round is the same tie.
    static func find(
        nodeCount: Int, sources: [Int32], targets: [Int32], kinds: [Int32], isDirected: Bool
    ) -> [Int] {
        func ends(_ row: Int) -> (Int, Int) {
            let (source, target) = (Int(sources[row]), Int(targets[row]))
            return isDirected || source < target ? (source, target) : (target, source)
        }
        var places = [Int32](repeating: 0, count: nodeCount + 1)
        for row in sources.indices { places[ends(row).0 + 1] += 1 }
        for node in 0..<nodeCount { places[node + 1] += places[node] }
        var rows = [Int32](repeating: 0, count: sources.count)
        for row in sources.indices {
            let low = ends(row).0
            rows[Int(places[low])] = Int32(row)
            places[low] += 1
        }
        var lastRow = [Int32](repeating: -1, count: nodeCount)
        var earlier = [Int32](repeating: -1, count: kinds.isEmpty ? 0 : sources.count)
        var repeated: [Int] = []
        for row in rows {
            let (low, high) = ends(Int(row))
            if low == high { continue }
            var previous = lastRow[high]
            // What another group remembered is nothing to this one.
            if previous >= 0, ends(Int(previous)).0 != low { previous = -1 }
            if !kinds.isEmpty {
                let first = previous
                while previous >= 0, kinds[Int(previous)] != kinds[Int(row)] { previous = earlier[Int(previous)] }
                if previous < 0 { earlier[Int(row)] = first }
            }
            if previous >= 0 { repeated.append(Int(row)) } else { lastRow[high] = row }
        }
        return repeated.sorted()
    }
}
