/// The moving of nodes to the community of highest gain. On small levels it ends when no node gains by
/// moving; on large ones it ends sooner, for a later pass finds what is left at less cost.
///
/// A node is looked at again when a neighbour has moved (Traag, Waltman and van Eck 2019, Scientific
/// Reports 9, 5233). Small levels have their queue of nodes in random order. Large ones are swept in the
/// order of numbers, since neighbours are often near each other there and in memory.
struct LeidenMoving {
    private let level: LeidenLevel
    private let resolution: Double
    private(set) var partition: [Int32]
    /// Of each community, by number.
    private var strengthOf: [Double]
    private var sizeOf: [Int32]
    /// Numbers of communities without nodes.
    private var empty: [Int32]
    /// Whether a node is to be looked at.
    private var isDue: [Bool]
    /// The nodes that became due since the queue took them up.
    private var roused: [Int32] = []
    /// The batch in which a neighbour of the node moved last.
    private var disturbed: [Int32]

    init(_ level: LeidenLevel, _ partition: [Int32], _ resolution: Double) {
        let count = level.nodeCount
        self.level = level
        self.resolution = resolution
        self.partition = partition
        strengthOf = [Double](repeating: 0, count: count)
        sizeOf = [Int32](repeating: 0, count: count)
        for node in 0..<count {
            strengthOf[Int(partition[node])] += level.strengths[node]
            sizeOf[Int(partition[node])] += 1
        }
        empty = []
        for community in 0..<count where sizeOf[community] == 0 { empty.append(Int32(community)) }
        isDue = [Bool](repeating: true, count: count)
        disturbed = [Int32](repeating: -1, count: count)
    }

    mutating func run(_ random: inout RandomSource) {
        guard level.total > 0 else { return }
        if level.isLarge { sweep() } else { settle(&random) }
    }

    /// Until the queue is empty.
    private mutating func settle(_ random: inout RandomSource) {
        var tally = LeidenTally()
        roused = [Int32](0..<Int32(level.nodeCount))
        roused.shuffle(using: &random)
        while !roused.isEmpty {
            let queue = roused
            roused.removeAll(keepingCapacity: true)
            for node in queue {
                isDue[Int(node)] = false
                make(move(Int(node), &tally), Int(node), batch: 0)
            }
        }
    }

    /// Few sweeps, and none after one in which hardly a node moved.
    private mutating func sweep() {
        var tally = LeidenTally()
        var batch: Int32 = 0
        for _ in 0..<Self.mostSweeps {
            var moved = 0
            for first in 0..<Self.classCount {
                var next = first
                while next < level.nodeCount {
                    let nodes = takeDue(&next)
                    moved += moveAtOnce(nodes, batch, &tally)
                    batch += 1
                }
            }
            guard moved > level.nodeCount / 100 else { return }
        }
    }

    /// With three sweeps a level, the three passes over the networks of the benchmark are better than two
    /// passes without a bound, in less time.
    private static let mostSweeps = 3

    /// A sweep takes the nodes whose numbers leave the same rest together: those that are searched at once
    /// should not be neighbours, which are often near each other. The order is not random, since low numbers
    /// first is better where, as so often, the nodes of many neighbours came first.
    private static let classCount = 16

    /// The next due nodes of a class, as many as are searched at once.
    private mutating func takeDue(_ next: inout Int) -> [Int32] {
        // From the level alone, so that the partition does not depend on the number of cores.
        let most = max(64, level.nodeCount / 128)
        var nodes: [Int32] = []
        nodes.reserveCapacity(most)
        while next < level.nodeCount, nodes.count < most {
            if isDue[next] { nodes.append(Int32(next)) }
            next += Self.classCount
        }
        return nodes
    }

    /// The best moves are searched on all cores, from the same state, and then made one after the other: a
    /// move is searched again where a neighbour has moved meanwhile, or where it no longer gains.
    private mutating func moveAtOnce(_ nodes: [Int32], _ batch: Int32, _ tally: inout LeidenTally) -> Int {
        var (moved, place) = (0, 0)
        for part in search(nodes) {
            for found in part {
                let node = Int(nodes[place])
                let own = partition[node]
                isDue[node] = false
                if disturbed[node] == batch || !make(found, node, batch: batch) {
                    make(move(node, &tally), node, batch: batch)
                }
                if partition[node] != own { moved += 1 }
                place += 1
            }
        }
        return moved
    }
}

/// A single move.
extension LeidenMoving {
    /// Where a node had best go, and the weight of its edges to there and to where it is.
    private struct Move: Sendable {
        /// -1: alone.
        let community: Int32
        let weight: Double
        let ownWeight: Double
    }

    private func search(_ nodes: [Int32]) -> [[Move]] {
        Parallel.chunks(of: nodes.count, grain: max(32, nodes.count / 8), workspace: { LeidenTally() }) { chunk, tally in
            chunk.map { move(Int(nodes[$0]), &tally) }
        }
    }

    private func move(_ node: Int, _ tally: inout LeidenTally) -> Move {
        let row = level.row(node)
        let own = partition[node]
        tally.clear(forRow: row.count + 1)
        // First, so that of equal gains the present one is kept.
        tally.start(with: own)
        tally.add(row, ends: level.targets.span, weights: level.weights.span, labels: partition.span)
        let strengthOf = self.strengthOf.span
        let strength = level.strengths[node]
        let share = resolution * strength / level.total
        let ownWeight = tally[0].sum
        var (best, bestWeight) = (own, ownWeight)
        var bestGain = ownWeight - share * (strengthOf[Int(own)] - strength)
        for index in 1..<max(1, tally.count) {
            let (community, weight) = tally[index]
            let gain = weight - share * strengthOf[Int(community)]
            if gain > bestGain + LeidenLevel.slack { (best, bestWeight, bestGain) = (community, weight, gain) }
        }
        if bestGain < -LeidenLevel.slack { return Move(community: -1, weight: 0, ownWeight: ownWeight) }
        return Move(community: best, weight: bestWeight, ownWeight: ownWeight)
    }

    /// Makes a move; false where it would not gain.
    @discardableResult
    private mutating func make(_ move: Move, _ node: Int, batch: Int32) -> Bool {
        let own = Int(partition[node])
        guard Int(move.community) != own else { return true }
        let strength = level.strengths[node]
        let share = resolution * strength / level.total
        let ownGain = move.ownWeight - share * (strengthOf[own] - strength)
        let gain = move.community < 0 ? 0 : move.weight - share * strengthOf[Int(move.community)]
        guard gain > ownGain + LeidenLevel.slack else { return false }
        var community = Int(move.community)
        if community < 0 {
            // A node that gains by being alone is not alone, and then some number is free.
            guard let free = empty.popLast() else { return true }
            community = Int(free)
        } else if sizeOf[community] == 0 {
            // Its nodes have left since the search.
            return false
        }
        strengthOf[own] -= strength
        sizeOf[own] -= 1
        if sizeOf[own] == 0 { empty.append(Int32(own)) }
        strengthOf[community] += strength
        sizeOf[community] += 1
        partition[node] = Int32(community)
        let neighbours = level.targets[level.row(node)]
        if level.isLarge {
            Self.disturb(neighbours, batch, partition, outside: Int32(community), &isDue, &disturbed)
        } else {
            Self.rouse(neighbours, partition, outside: Int32(community), &isDue, &roused)
        }
        return true
    }

    /// The neighbours outside the node's new community are looked at again.
    private static func rouse(
        _ neighbours: ArraySlice<Int32>, _ partition: [Int32], outside community: Int32,
        _ isDue: inout [Bool], _ roused: inout [Int32]
    ) {
        for neighbour in neighbours where partition[Int(neighbour)] != community && !isDue[Int(neighbour)] {
            isDue[Int(neighbour)] = true
            roused.append(neighbour)
        }
    }

    /// The same on large levels, where it is also known of each neighbour that what was found for it in this
    /// batch no longer holds.
    private static func disturb(
        _ neighbours: ArraySlice<Int32>, _ batch: Int32, _ partition: [Int32], outside community: Int32,
        _ isDue: inout [Bool], _ disturbed: inout [Int32]
    ) {
        let (neighbours, communities) = (neighbours.span, partition.span)
        var isDue = isDue.mutableSpan
        var disturbed = disturbed.mutableSpan
        for place in neighbours.indices {
            let neighbour = Int(neighbours[place])
            disturbed[neighbour] = batch
            if communities[neighbour] != community { isDue[neighbour] = true }
        }
    }
}
