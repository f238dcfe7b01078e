/// How densely the nodes of high degree are tied among themselves, for each degree (Zhou and Mondragón 2004, IEEE
/// Communications Letters 8, 180–182; Colizza et al. 2006, Nature Physics 2, 110–115).
public struct RichClub: Sendable, Hashable {
    /// 0 and the degrees that occur, rising, as long as two nodes or more have a higher one.
    public let degrees: [Int]
    /// The nodes of a higher degree, for each of `degrees`.
    public let sizes: [Int]
    /// The edges among these.
    public let edges: [Int]

    /// Counts the club of every degree that occurs.
    ///
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(m + n log n).
    public init(of graph: Graph) {
        precondition(!graph.isDirected)
        let all = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) }
        let largest = all.max() ?? 0
        var nodes = [Int](repeating: 0, count: largest + 1)
        // An edge is among the nodes of degree above k as long as k is below the degrees of both its ends.
        var lower = nodes
        for node in all.indices {
            nodes[all[node]] += 1
            for other in graph.outgoing.neighbours(of: node) where other > node {
                lower[min(all[node], all[Int(other)])] += 1
            }
        }
        var (degrees, sizes, edges): ([Int], [Int], [Int]) = ([], [], [])
        var (above, within) = (all.count, graph.edgeCount)
        for degree in 0...largest {
            above -= nodes[degree]
            within -= lower[degree]
            guard above > 1, degree == 0 || nodes[degree] > 0 else { continue }
            degrees.append(degree)
            sizes.append(above)
            edges.append(within)
        }
        (self.degrees, self.sizes, self.edges) = (degrees, sizes, edges)
    }
}
