/// What is kept of overlapping groups of nodes, of which there may be too many to keep them all.
public struct SubgroupTally: Sendable {
    /// Groups of at least the size asked for.
    public private(set) var count = 0
    /// How many of them each node is in.
    public private(set) var counts: [Int]
    /// The size of the largest group of any size that each node is in; 0 where it is in none.
    public private(set) var largest: [Int]
    private let least: Int

    init(nodeCount: Int, least: Int) {
        counts = [Int](repeating: 0, count: nodeCount)
        largest = counts
        self.least = least
    }

    mutating func add(_ nodes: [Int32]) {
        for node in nodes { largest[Int(node)] = max(largest[Int(node)], nodes.count) }
        guard nodes.count >= least else { return }
        count += 1
        for node in nodes { counts[Int(node)] += 1 }
    }
}
