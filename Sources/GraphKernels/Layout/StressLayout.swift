/// Positions whose distances are as near as they can be to distances in the graph: the layout for
/// networks small enough to hold all pairs.
///
/// Minimises Σ_{i<j} d_ij⁻² (‖x_i − x_j‖ − d_ij)² by moving one node at a time to where the others
/// want it (Gansner, Koren and North 2004, "Graph drawing by stress majorization", Graph Drawing,
/// 239–250, eq. 10), from the force layout's positions. d_ij is the length of the shortest path; a
/// tie is longer between two actors that both have many ties, so that hubs stand apart.
///
/// Time: O(n² · sweeps + n · m); memory: O(n²).
public enum StressLayout {
    /// Positions in units of a plain tie's length, with their centre of mass at the origin.
    ///
    /// - Parameters:
    ///   - graph: undirected and connected; an unconnected graph's components lie on one another.
    ///   - sweeps: how often every node is moved at most.
    public static func positions(of graph: Graph, seed: UInt64, sweeps: Int = 300) -> [SIMD2<Double>] {
        let count = graph.nodeCount
        var positions = ForceLayout.positions(of: graph, seed: seed)
        guard count > 2 else {
            return count == 2 ? [SIMD2(-0.5, 0), SIMD2(0.5, 0)] : positions
        }
        let distances = distances(graph)
        rescale(&positions, to: distances)
        for _ in 0..<sweeps {
            var greatestMove = 0.0
            for node in 0..<count {
                let place = wanted(node, positions, distances)
                let move = place - positions[node]
                greatestMove = max(greatestMove, (move * move).sum())
                positions[node] = place
            }
            if greatestMove < 1e-6 { break }
        }
        return ForceLayout.centred(positions)
    }

    /// Where the other nodes want one to be: the mean of their wishes, near ones counting more.
    private static func wanted(
        _ node: Int, _ positions: [SIMD2<Double>], _ distances: [Double]
    ) -> SIMD2<Double> {
        let (count, own) = (positions.count, positions[node])
        var (x, y, total) = (0.0, 0.0, 0.0)
        for other in 0..<count where other != node {
            let wanted = distances[node * count + other]
            guard wanted.isFinite else { continue }
            let weight = 1 / (wanted * wanted)
            let place = positions[other]
            let (right, down) = (own.x - place.x, own.y - place.y)
            let length = (right * right + down * down).squareRoot()
            // Two nodes in one place part to the right, whichever is moved first.
            let share = length > 1e-9 ? wanted / length : 0
            x += (place.x + (length > 1e-9 ? right * share : wanted)) * weight
            y += (place.y + down * share) * weight
            total += weight
        }
        return total > 0 ? SIMD2(x, y) / total : own
    }

    /// The one factor that brings the first positions nearest to the wanted distances.
    private static func rescale(_ positions: inout [SIMD2<Double>], to distances: [Double]) {
        let count = positions.count
        var (wanted, found) = (0.0, 0.0)
        for node in 0..<count {
            for other in (node + 1)..<count where distances[node * count + other].isFinite {
                let way = positions[node] - positions[other]
                let ratio = (way * way).sum().squareRoot() / distances[node * count + other]
                wanted += ratio
                found += ratio * ratio
            }
        }
        if found > 0 { for node in 0..<count { positions[node] *= wanted / found } }
    }

    /// How long a tie is: more at nodes with many ties, whose neighbours need room round them.
    private static func length(_ graph: Graph, _ node: Int, _ neighbour: Int) -> Double {
        let degrees = graph.outgoing.degree(of: node) + graph.outgoing.degree(of: neighbour)
        return 0.5 + 0.5 * (Double(degrees) / 2).squareRoot()
    }

    /// Lengths of shortest paths between all pairs, row by row; infinite where there is none.
    private static func distances(_ graph: Graph) -> [Double] {
        let count = graph.nodeCount
        let rows = Parallel.chunks(of: count, grain: 32) { sources in
            sources.flatMap { source in row(of: source, graph) }
        }
        return rows.flatMap { $0 }
    }

    /// Label-correcting search with a queue: lengths are all of one order, so that few nodes are
    /// visited twice.
    private static func row(of source: Int, _ graph: Graph) -> [Double] {
        var row = [Double](repeating: .infinity, count: graph.nodeCount)
        var isQueued = [Bool](repeating: false, count: graph.nodeCount)
        var (queue, head) = ([source], 0)
        row[source] = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            isQueued[node] = false
            for neighbour in graph.outgoing.neighbours(of: node).lazy.map(Int.init) {
                let length = row[node] + length(graph, node, neighbour)
                if length < row[neighbour] {
                    row[neighbour] = length
                    if !isQueued[neighbour] {
                        isQueued[neighbour] = true
                        queue.append(neighbour)
                    }
                }
            }
        }
        return row
    }
}
