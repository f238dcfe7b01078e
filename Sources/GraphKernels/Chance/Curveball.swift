/// Random two-mode networks with both margins of a given one: as many events for each actor, as
/// many actors for each event.
///
/// Two rows pool what only one of them has and share it out anew, by chance, each keeping its
/// number (Strona et al. 2014, Nature Communications 5, 4114). The limit is uniform (Carstens 2015,
/// Phys. Rev. E 91, 042812).
public enum Curveball {
    /// Random rows with both margins of the given ones.
    ///
    /// - Parameters:
    ///   - rows: for each actor its events, distinct, in any order.
    ///   - tradesPerRow: trades for each row; 5 is ample.
    /// - Returns: rows of the same lengths, each sorted, with every event as often as before.
    /// - Complexity: O(tradesPerRow · Σ row lengths), about.
    public static func randomised(
        _ rows: [[Int32]], tradesPerRow: Double = 5, using random: inout RandomSource
    ) -> [[Int32]] {
        precondition(tradesPerRow >= 0 && tradesPerRow.isFinite)
        var rows = rows.map { $0.sorted() }
        guard rows.count > 1 else { return rows }
        var scratch = Scratch()
        for _ in 0..<Int((Double(rows.count) * tradesPerRow).rounded(.up)) {
            let one = random.below(rows.count)
            let drawn = random.below(rows.count - 1)
            let other = drawn < one ? drawn : drawn + 1
            trade(&rows, one, other, &scratch, &random)
        }
        return rows
    }

    /// A two-mode graph whose first `firstMode` nodes are the actors and the others the events.
    /// Weights are left out.
    ///
    /// - Precondition: the graph is undirected and every edge joins the two modes.
    public static func randomised(
        _ graph: Graph, firstMode: Int, tradesPerRow: Double = 5, using random: inout RandomSource
    ) -> Graph {
        precondition(!graph.isDirected && firstMode <= graph.nodeCount)
        let rows = (0..<firstMode).map { Array(graph.outgoing.neighbours(of: $0)) }
        let traded = randomised(rows, tradesPerRow: tradesPerRow, using: &random)
        return Graph(
            nodeCount: graph.nodeCount,
            sources: traded.indices.flatMap { Array(repeating: Int32($0), count: traded[$0].count) },
            targets: traded.flatMap { $0 }, isDirected: false)
    }

    /// What a trade sorts out, kept from one to the next.
    private struct Scratch {
        var shared: [Int32] = []
        var pool: [Int32] = []
    }

    private static func trade(
        _ rows: inout [[Int32]], _ one: Int, _ other: Int, _ scratch: inout Scratch, _ random: inout RandomSource
    ) {
        scratch.shared.removeAll(keepingCapacity: true)
        scratch.pool.removeAll(keepingCapacity: true)
        sortOut(rows[one], rows[other], &scratch)
        let keep = rows[one].count - scratch.shared.count
        guard keep > 0, keep < scratch.pool.count else { return }
        // The first `keep` places of a partial shuffle are a uniform choice.
        for place in 0..<keep { scratch.pool.swapAt(place, place + random.below(scratch.pool.count - place)) }
        fill(&rows[one], scratch.shared, scratch.pool[..<keep])
        fill(&rows[other], scratch.shared, scratch.pool[keep...])
    }

    /// What two rows have in common, and what only one of them has.
    private static func sortOut(_ a: [Int32], _ b: [Int32], _ scratch: inout Scratch) {
        var (here, there) = (0, 0)
        while here < a.count || there < b.count {
            if there == b.count || (here < a.count && a[here] < b[there]) {
                scratch.pool.append(a[here])
                here += 1
            } else if here == a.count || b[there] < a[here] {
                scratch.pool.append(b[there])
                there += 1
            } else {
                scratch.shared.append(a[here])
                here += 1
                there += 1
            }
        }
    }

    private static func fill(_ row: inout [Int32], _ shared: [Int32], _ own: ArraySlice<Int32>) {
        row.removeAll(keepingCapacity: true)
        row += shared
        row += own
        row.sort()
    }
}
