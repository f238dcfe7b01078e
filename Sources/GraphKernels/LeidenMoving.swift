/// The moving of nodes to the community of highest gain, until none gains by moving.
///
/// The queue of Traag, Waltman and van Eck (2019, Scientific Reports 9, 5233): a node whose neighbour
/// moved is looked at again. On large levels the best moves of some hundred nodes are searched on all
/// cores at once, from the same state, and then made one after the other: a move is searched again where
/// a neighbour has moved meanwhile, or where it no longer gains. How many are searched at once depends on
/// the level alone, and so the partition does not depend on the number of cores.
struct LeidenMoving {
    private let level: LeidenLevel
    private let resolution: Double
    private(set) var partition: [Int32]
    /// Of each community, by number.
    private var strengthOf: [Double]
    private var sizeOf: [Int32]
    /// Numbers of communities without nodes.
    private var empty: [Int32]
    private var queue: [Int32]
    private var isQueued: [Bool]
    /// The batch in which a neighbour of the node moved last.
    private var disturbed: [Int32]

    /// Levels with fewer nodes are not worth a second core.
    private static let smallest = 16_384

    init(_ level: LeidenLevel, _ partition: [Int32], _ resolution: Double, _ random: inout RandomSource) {
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
        queue = [Int32](0..<Int32(count))
        queue.shuffle(using: &random)
        isQueued = [Bool](repeating: true, count: count)
        disturbed = [Int32](repeating: -1, count: count)
    }

    /// Where a node had best go, and the weight of its edges to there and to where it is.
    private struct Move: Sendable {
        /// -1: alone.
        let community: Int32
        let weight: Double
        let ownWeight: Double
    }

    mutating func run() {
        guard level.total > 0 else { return }
        let batch = level.nodeCount < Self.smallest ? 1 : level.nodeCount / 128
        var (head, number) = (0, Int32(0))
        var tally = SmallTally()
        while head < queue.count {
            let end = min(queue.count, head + batch)
            let moves = batch == 1 ? [] : search(head..<end)
            for place in head..<end {
                let node = Int(queue[place])
                isQueued[node] = false
                if batch == 1 || disturbed[node] == number {
                    make(move(node, &tally), node, number)
                } else if !make(moves[place - head], node, number) {
                    make(move(node, &tally), node, number)
                }
            }
            head = end
            number += 1
        }
    }

    private func search(_ places: Range<Int>) -> [Move] {
        let parts = Parallel.chunks(of: places.count, grain: 256, workspace: { SmallTally() }) { chunk, tally in
            chunk.map { move(Int(queue[places.lowerBound + $0]), &tally) }
        }
        return Array(parts.joined())
    }

    private func move(_ node: Int, _ tally: inout SmallTally) -> Move {
        let targets = level.targets.span
        let communities = self.partition.span
        let strengthOf = self.strengthOf.span
        let row = level.offsets[node]..<level.offsets[node + 1]
        let own = partition[node]
        tally.clear(forKeys: row.count + 1)
        // First, so that of equal gains the present one is kept.
        let ownPlace = tally.add(0, to: own)
        if level.weights.isEmpty {
            for entry in row { tally.add(1, to: communities[Int(targets[entry])]) }
        } else {
            let weights = level.weights.span
            for entry in row { tally.add(weights[entry], to: communities[Int(targets[entry])]) }
        }
        let strength = level.strengths[node]
        let share = resolution * strength / level.total
        let ownWeight = tally.sum(ownPlace)
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
    private mutating func make(_ move: Move, _ node: Int, _ number: Int32) -> Bool {
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
        let row = level.offsets[node]..<level.offsets[node + 1]
        Self.disturb(level.targets[row], outside: Int32(community), number, partition, &disturbed, &isQueued, &queue)
        return true
    }

    /// The neighbours outside the node's new community are looked at again.
    private static func disturb(
        _ neighbours: ArraySlice<Int32>, outside community: Int32, _ number: Int32, _ partition: [Int32],
        _ disturbed: inout [Int32], _ isQueued: inout [Bool], _ queue: inout [Int32]
    ) {
        let communities = partition.span
        var disturbed = disturbed.mutableSpan
        var isQueued = isQueued.mutableSpan
        for neighbour in neighbours {
            let neighbour = Int(neighbour)
            disturbed[neighbour] = number
            if !isQueued[neighbour], communities[neighbour] != community {
                isQueued[neighbour] = true
                queue.append(Int32(neighbour))
            }
        }
    }
}

/// Sums by key for one node's neighbours: a table twice as large as the row, which for most nodes
/// lies in the nearest cache where one number for each community would not.
private struct SmallTally {
    /// The index among the keys, or -1.
    private var slots: [Int32] = []
    private var keys: [Int32] = []
    private var sums: [Double] = []
    private var used: [Int32] = []
    private(set) var count = 0
    private var mask = 0

    mutating func clear(forKeys most: Int) {
        for index in 0..<count { slots[Int(used[index])] = -1 }
        count = 0
        var size = 16
        while size < 2 * most { size *= 2 }
        mask = size - 1
        guard size > slots.count else { return }
        slots = [Int32](repeating: -1, count: size)
        keys = [Int32](repeating: 0, count: size)
        sums = [Double](repeating: 0, count: size)
        used = keys
    }

    subscript(index: Int) -> (key: Int32, sum: Double) { (keys[index], sums[index]) }

    func sum(_ index: Int) -> Double { sums[index] }

    @discardableResult
    mutating func add(_ value: Double, to key: Int32) -> Int {
        var slot = Int(truncatingIfNeeded: UInt32(bitPattern: key) &* 0x9E37_79B1 >> 7) & mask
        while true {
            let index = Int(slots[slot])
            if index < 0 { break }
            if keys[index] == key {
                sums[index] += value
                return index
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(count)
        used[count] = Int32(slot)
        keys[count] = key
        sums[count] = value
        count += 1
        return count - 1
    }
}
