/// Moving on large levels: sweeps over the nodes in the order of their numbers, since neighbours are often near
/// each other there and in memory.
///
/// The best moves of one class of nodes are searched on all cores, from the same state, and then made one after
/// the other, so that the partition is the same on any number of cores.
extension LeidenMoving {
    /// None after one in which hardly a node moved.
    mutating func sweep(atMost count: Int) {
        for _ in 0..<count {
            var movedCount = 0
            for first in 0..<Self.classCount { movedCount += sweep(class: first) }
            guard movedCount > level.nodeCount / 300 else { return }
        }
    }

    /// A class is every sixteenth block of nodes: those that are searched at once should not be neighbours, which are
    /// often near each other, but rows that lie side by side are read in three quarters of the time that single nodes
    /// take. With fewer classes too many of a community's nodes move at once, and modularity is lost (0.286 in place of
    /// 0.294 with four); with more there is none to be won.
    private static var classCount: Int { 16 }
    private static var blockLength: Int { 64 }

    private static func number(ofClassOf node: Int32) -> UInt32 {
        UInt32(bitPattern: node) / UInt32(blockLength) % UInt32(classCount)
    }

    /// - Returns: how many nodes moved.
    private mutating func sweep(class first: Int) -> Int {
        var nodes: [Int32] = []
        for start in stride(from: first * Self.blockLength, to: level.nodeCount, by: Self.classCount * Self.blockLength)
        {
            for node in start..<min(level.nodeCount, start + Self.blockLength) where isDue[node] {
                isDue[node] = false
                nodes.append(Int32(node))
            }
        }
        var moved: [Int32] = []
        for found in search(nodes).joined() {
            let node = Int(found.node)
            let move = found.meets ? weighed(found.move, node) : found.move
            // One that has become worse than staying is looked for again in the next sweep.
            if make(move, node) { moved.append(found.node) } else { isDue[node] = true }
        }
        for node in outsiders(of: moved).joined() { isDue[Int(node)] = true }
        return moved.count
    }

    /// The nodes that gain by moving, in order.
    var restless: [Int32] { search([Int32](0..<Int32(level.nodeCount))).joined().map(\.node) }

    private struct Found: Sendable {
        let move: Move
        let node: Int32
        /// Whether a neighbour is of the same class, and may move between the search and the move.
        let meets: Bool
    }

    private func search(_ nodes: [Int32]) -> [[Found]] {
        Parallel.chunks(of: nodes.count, grain: max(32, nodes.count / 24), workspace: { LeidenTally() }) {
            chunk, tally in
            var moves: [Found] = []
            for node in nodes[chunk] {
                let move = move(Int(node), &tally)
                guard move.community != partition[Int(node)] else { continue }
                moves.append(Found(move: move, node: node, meets: meetsItsClass(node)))
            }
            return moves
        }
    }

    private func meetsItsClass(_ node: Int32) -> Bool {
        let targets = level.targets.span
        let own = Self.number(ofClassOf: node)
        var meets = false
        for entry in level.row(Int(node)) where Self.number(ofClassOf: targets[entry]) == own { meets = true }
        return meets
    }

    /// The same move with the weights of now.
    private func weighed(_ move: Move, _ node: Int) -> Move {
        let (own, partition) = (partition[node], partition.span)
        var (weight, ownWeight) = (0.0, 0.0)
        for entry in level.row(node) {
            let community = partition[Int(level.targets[entry])]
            if community == move.community { weight += level.weight(entry) }
            if community == own { ownWeight += level.weight(entry) }
        }
        return Move(community: move.community, weight: weight, ownWeight: ownWeight)
    }

    /// The neighbours of nodes that moved, outside their new communities.
    private func outsiders(of moved: [Int32]) -> [[Int32]] {
        Parallel.chunks(of: moved.count, grain: max(256, moved.count / 16)) { chunk in
            var neighbours: [Int32] = []
            for node in moved[chunk] { appendOutsiders(Int(node), to: &neighbours) }
            return neighbours
        }
    }
}
