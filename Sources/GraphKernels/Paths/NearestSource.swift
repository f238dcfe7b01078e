/// How far all nodes are from the nearest of some.
enum NearestSource {
    /// Out of reach.
    static let unreached = Int32.max

    /// Steps along the arcs from the nearest of the sources, 0 for these. Complexity: O(nodes + arcs).
    static func steps(_ graph: Graph, from sources: [Int]) -> [Int32] {
        var steps = [Int32](repeating: unreached, count: graph.nodeCount)
        var queue = sources
        for source in sources { steps[source] = 0 }
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for next in graph.outgoing.neighbours(of: node) where steps[Int(next)] == unreached {
                steps[Int(next)] = steps[node] + 1
                queue.append(Int(next))
            }
        }
        return steps
    }
}
