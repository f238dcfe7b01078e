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
        for _ in 0..<Int((Double(rows.count) * tradesPerRow).rounded(.up)) {
            let one = random.below(rows.count)
            let drawn = random.below(rows.count - 1)
            let other = drawn < one ? drawn : drawn + 1
            trade(&rows, one, other, &random)
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

    private static func trade(_ rows: inout [[Int32]], _ one: Int, _ other: Int, _ random: inout RandomSource) {
        var (shared, pool): ([Int32], [Int32]) = ([], [])
        var (here, there) = (0, 0)
        let (a, b) = (rows[one], rows[other])
        while here < a.count || there < b.count {
            if there == b.count || (here < a.count && a[here] < b[there]) {
                pool.append(a[here])
                here += 1
            } else if here == a.count || b[there] < a[here] {
                pool.append(b[there])
                there += 1
            } else {
                shared.append(a[here])
                here += 1
                there += 1
            }
        }
        let keep = a.count - shared.count
        guard keep > 0, keep < pool.count else { return }
        // The first `keep` places of a partial shuffle are a uniform choice.
        for place in 0..<keep { pool.swapAt(place, place + random.below(pool.count - place)) }
        rows[one] = (shared + pool[..<keep]).sorted()
        rows[other] = (shared + pool[keep...]).sorted()
    }
}
