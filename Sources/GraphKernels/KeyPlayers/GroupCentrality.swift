/// How central a set of nodes is as if it were one (Everett and Borgatti 1999, J. Math. Sociology
/// 23, 181–201). Paths count steps, along the arcs of a directed graph.
public struct GroupCentrality: Sendable {
    /// Share of the nodes outside that a node of the group is tied to, in either direction.
    public let degree: Double?
    /// Of the nodes outside that the group reaches: their share, times their number over the sum of
    /// their distances from the nearest member. 0 where it reaches none.
    public let closeness: Double?
    /// Share of the pairs of nodes outside whose shortest paths run through the group, shared out
    /// where there are several; ordered pairs in a directed graph.
    public let betweenness: Double?

    /// Degree and closeness are nil where no node is outside, betweenness where fewer than two are.
    ///
    /// - Complexity: O(nodes · (nodes + arcs)).
    public init(_ graph: Graph, group: [Bool]) {
        precondition(group.count == graph.nodeCount)
        let outside = (0..<graph.nodeCount).filter { !group[$0] }
        guard !outside.isEmpty, outside.count < graph.nodeCount else {
            degree = nil
            closeness = nil
            betweenness = nil
            return
        }
        let tied = outside.count { node in
            graph.outgoing.neighbours(of: node).contains { group[Int($0)] }
                || graph.incoming.neighbours(of: node).contains { group[Int($0)] }
        }
        degree = Double(tied) / Double(outside.count)
        var (reached, distances) = (0, 0)
        let steps = NearestSource.steps(graph, from: (0..<graph.nodeCount).filter { group[$0] })
        for node in outside where steps[node] != NearestSource.unreached {
            reached += 1
            distances += Int(steps[node])
        }
        let share = Double(reached) / Double(outside.count)
        closeness = reached > 0 ? share * Double(reached) / Double(distances) : 0
        let pairs = outside.count * (outside.count - 1)
        let parts = Parallel.chunks(of: outside.count, grain: max(1, outside.count / 64)) { range in
            range.reduce(0.0) { $0 + Self.dependency(graph, from: outside[$1], group) }
        }
        betweenness = pairs > 0 ? parts.reduce(0, +) / Double(pairs) : nil
    }

    /// Σ over targets outside of the share of the shortest paths that meet the group.
    private static func dependency(_ graph: Graph, from source: Int, _ group: [Bool]) -> Double {
        var distances = [Int](repeating: -1, count: graph.nodeCount)
        var paths = [Double](repeating: 0, count: graph.nodeCount)
        var avoiding = paths
        var queue = [source]
        distances[source] = 0
        paths[source] = 1
        avoiding[source] = 1
        var head = 0
        var sum = 0.0
        while head < queue.count {
            let node = queue[head]
            head += 1
            if group[node] { avoiding[node] = 0 }
            if node != source, !group[node] { sum += 1 - avoiding[node] / paths[node] }
            for next in graph.outgoing.neighbours(of: node).lazy.map({ Int($0) }) {
                if distances[next] < 0 {
                    distances[next] = distances[node] + 1
                    queue.append(next)
                }
                guard distances[next] == distances[node] + 1 else { continue }
                paths[next] += paths[node]
                avoiding[next] += avoiding[node]
            }
        }
        return sum
    }
}
