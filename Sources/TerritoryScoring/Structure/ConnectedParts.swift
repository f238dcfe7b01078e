/// The parts of a graph of interaction that hold together, through actors and events.
struct ConnectedParts {
    /// By node of the graph; −1 for one that no inside actor reaches.
    let partOf: [Int]
    let count: Int

    /// - Complexity: O(nodes + ties + seats).
    init(_ graph: InteractionGraph, insiders: [Int32]) {
        var partOf = [Int](repeating: -1, count: graph.nodeCount)
        var stack: [Int32] = []
        var count = 0
        for start in insiders where partOf[Int(start)] < 0 {
            partOf[Int(start)] = count
            stack.append(start)
            while let node = stack.popLast() {
                for place in graph.row(Int(node)) where partOf[Int(graph.targets[place])] < 0 {
                    partOf[Int(graph.targets[place])] = count
                    stack.append(graph.targets[place])
                }
            }
            count += 1
        }
        (self.partOf, self.count) = (partOf, count)
    }
}
