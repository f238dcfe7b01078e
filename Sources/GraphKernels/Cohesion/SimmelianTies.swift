/// Ties that are reciprocated and stand in a clique (Krackhardt 1998, Simmelian ties: super strong
/// and sticky): both ends are tied both ways to a common third.
public enum SimmelianTies {
    /// For each node, how many of its ties are Simmelian. In an undirected graph every tie is
    /// reciprocated. Complexity: O(edges · largest degree).
    public static func counts(_ graph: Graph) -> [Int] {
        let mutual: [[Int32]] = (0..<graph.nodeCount).map { node in
            graph.outgoing.neighbours(of: node).filter { !graph.isDirected || graph.hasArc(Int($0), node) }
        }
        return mutual.map { near in near.count { shareOne(near, mutual[Int($0)]) } }
    }

    /// Whether two sorted lists have an entry in common.
    private static func shareOne(_ one: [Int32], _ other: [Int32]) -> Bool {
        var (a, b) = (0, 0)
        while a < one.count, b < other.count {
            if one[a] == other[b] { return true }
            if one[a] < other[b] { a += 1 } else { b += 1 }
        }
        return false
    }
}
