/// The moving of nodes to the community of highest gain (Traag, Waltman and van Eck 2019, Scientific Reports 9,
/// 5233): a node is looked at again when a neighbour has moved out of its community.
///
/// Small levels have their queue of nodes in random order, and end when no node gains by moving. Large ones are
/// swept on all cores (`LeidenMoving+Sweeps`).
struct LeidenMoving {
    let level: LeidenLevel
    private let resolution: Double
    private(set) var partition: [Int32]
    /// Of each community, by number.
    private var strengthOf: [Double]
    private var sizeOf: [Int32]
    /// Numbers of communities without nodes.
    private var empty: [Int32]
    /// Whether a node is to be looked at.
    var isDue: [Bool]
    /// By how much the moves made have raised the quality.
    private(set) var gain = 0.0

    private init(_ level: LeidenLevel, _ partition: [Int32], _ resolution: Double) {
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
    }

    /// The partition of a level after its nodes have moved.
    ///
    /// - Parameter mostSweeps: how often all due nodes of a large level are looked at.
    /// - Returns: the partition, and by how much its quality is higher.
    static func moved(
        _ level: LeidenLevel, _ partition: [Int32], _ resolution: Double, mostSweeps: Int, _ random: inout RandomSource
    ) -> (partition: [Int32], gain: Double) {
        guard level.total > 0 else { return (partition, 0) }
        var moving = LeidenMoving(level, partition, resolution)
        if level.isLarge {
            moving.sweep(atMost: mostSweeps)
        } else {
            moving.settle([Int32](0..<Int32(level.nodeCount)), &random)
        }
        return (moving.partition, moving.gain)
    }

    /// The partition after which no node gains by moving, however large the level.
    static func settled(
        _ level: LeidenLevel, _ partition: [Int32], _ resolution: Double, _ random: inout RandomSource
    ) -> [Int32] {
        guard level.total > 0 else { return partition }
        var moving = LeidenMoving(level, partition, resolution)
        for node in 0..<level.nodeCount { moving.isDue[node] = false }
        // A node whose neighbours stay may gain by moving, too, once its community has grown: all are asked again, on all
        // cores. Every move gains quality, so that the bound only guards against rounding.
        for _ in 0..<200 {
            let restless = moving.restless
            guard !restless.isEmpty else { break }
            for node in restless { moving.isDue[Int(node)] = true }
            moving.settle(restless, &random)
        }
        return moving.partition
    }

    /// Until the queue is empty, which begins with the nodes that are due.
    private mutating func settle(_ due: [Int32], _ random: inout RandomSource) {
        var tally = LeidenTally()
        var roused = due
        roused.shuffle(using: &random)
        while !roused.isEmpty {
            let queue = roused
            roused.removeAll(keepingCapacity: true)
            for node in queue {
                isDue[Int(node)] = false
                if make(move(Int(node), &tally), Int(node)) {
                    let known = roused.count
                    appendOutsiders(Int(node), to: &roused)
                    for neighbour in roused[known...] { isDue[Int(neighbour)] = true }
                }
            }
        }
    }

    /// Appends the neighbours of a node outside its community that are not due yet.
    func appendOutsiders(_ node: Int, to found: inout [Int32]) {
        let (own, partition, isDue, targets) = (partition[node], partition.span, isDue.span, level.targets.span)
        for entry in level.row(node) {
            let neighbour = targets[entry]
            if partition[Int(neighbour)] != own, !isDue[Int(neighbour)] { found.append(neighbour) }
        }
    }

    /// Where a node had best go, and the weight of its edges to there and to where it is.
    struct Move: Sendable {
        /// -1: alone.
        let community: Int32
        let weight: Double
        let ownWeight: Double
    }

    func move(_ node: Int, _ tally: inout LeidenTally) -> Move {
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

    /// Makes a move; false where it would not gain, as others have moved since it was found.
    mutating func make(_ move: Move, _ node: Int) -> Bool {
        let own = Int(partition[node])
        guard Int(move.community) != own else { return false }
        let strength = level.strengths[node]
        let share = resolution * strength / level.total
        let ownGain = move.ownWeight - share * (strengthOf[own] - strength)
        var community = Int(move.community)
        if community >= 0 {
            // Where the nodes of a community have left, it is none to go to.
            guard sizeOf[community] > 0, move.weight - share * strengthOf[community] > ownGain + LeidenLevel.slack
            else {
                return false
            }
        } else {
            // A node that gains by being alone is not alone, and then some number is free.
            guard ownGain < -LeidenLevel.slack, let free = empty.popLast() else { return false }
            community = Int(free)
        }
        let newGain = community == Int(move.community) ? move.weight - share * strengthOf[community] : 0
        // A tie counts from both its ends.
        gain += 2 * (newGain - ownGain) / level.total
        strengthOf[own] -= strength
        sizeOf[own] -= 1
        if sizeOf[own] == 0 { empty.append(Int32(own)) }
        strengthOf[community] += strength
        sizeOf[community] += 1
        partition[node] = Int32(community)
        return true
    }
}
