/// Finds the edges of a list that repeat an earlier one.
public enum RepeatedEdges {
    /// Positions, in ascending order, of edges that have the ends and the kind of an earlier one.
    /// Loops are not looked at.
    ///
    /// - Parameters:
    ///   - kinds: empty where all are of one kind.
    ///   - isDirected: false: an edge the other way round is the same edge.
    /// - Complexity: time O(nodes + edges), and O(d log d) for a node of d edges; 12 bytes for each edge.
    public static func find(
        nodeCount: Int, sources: [Int32], targets: [Int32], kinds: [Int32] = [], isDirected: Bool
    ) -> [Int] {
        let blocks = ArcBlocks(
            nodeCount: nodeCount, sources: sources, targets: targets, direction: isDirected ? .asGiven : .upwards)
        let parts = Parallel.chunks(of: blocks.blockCount, grain: 1) { block in
            find(in: blocks.rows(ofBlock: block.lowerBound), kinds)
        }
        return parts.flatMap { $0 }.sorted()
    }

    private static func find(in rows: ArcBlocks.Rows, _ kinds: [Int32]) -> [Int] {
        var repeated: [Int] = []
        for row in 0..<(rows.starts.count - 1) {
            var place = Int(rows.starts[row])
            let end = Int(rows.starts[row + 1])
            while place < end {
                let first = place
                let other = ArcBlocks.Rows.other(rows.keys[first])
                place += 1
                while place < end, ArcBlocks.Rows.other(rows.keys[place]) == other { place += 1 }
                guard place - first > 1 else { continue }
                let edges = (first..<place).map { ArcBlocks.Rows.edge(rows.keys[$0]) }
                var seen: Set<Int32> = []
                repeated += edges.filter { !seen.insert(kinds.isEmpty ? 0 : kinds[$0]).inserted }
            }
        }
        return repeated
    }
}
