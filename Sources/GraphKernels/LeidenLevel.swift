/// One level of aggregation: each node stands for a connected part of a community.
struct LeidenLevel: Sendable {
    let nodeCount: Int
    private let offsets: [Int]
    private let targets: [Int32]
    /// Scaled so that the mean weight of an edge of the base is 1: a factor on all weights changes
    /// nothing.
    private let weights: [Double]
    /// Twice the weight inside a node, plus that of its edges.
    private let strengths: [Double]
    private let total: Double

    init(_ graph: Graph) {
        let rows = graph.outgoing
        nodeCount = graph.nodeCount
        offsets = rows.offsets
        targets = rows.targets
        let sum = graph.isWeighted ? rows.weights.reduce(0, +) : Double(rows.targets.count)
        let scale = sum > 0 ? Double(rows.targets.count) / sum : 1
        let scaled =
            graph.isWeighted ? rows.weights.map { $0 * scale } : [Double](repeating: 1, count: rows.targets.count)
        weights = scaled
        strengths = (0..<graph.nodeCount).map { node in
            rows.range(of: node).reduce(0) { $0 + scaled[$1] }
        }
        total = strengths.reduce(0, +)
    }

    private init(offsets: [Int], targets: [Int32], weights: [Double], strengths: [Double], total: Double) {
        nodeCount = strengths.count
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
        self.strengths = strengths
        self.total = total
    }

    /// Moves nodes to the community of highest gain until no node gains by moving; a node whose
    /// neighbour moved is looked at again.
    func moveNodes(_ partition: inout [Int], _ resolution: Double, _ random: inout RandomSource) {
        guard total > 0 else { return }
        var strengthOf = [Double](repeating: 0, count: nodeCount)
        var sizeOf = [Int](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount {
            strengthOf[partition[node]] += strengths[node]
            sizeOf[partition[node]] += 1
        }
        var empty = (0..<nodeCount).filter { sizeOf[$0] == 0 }
        var queue = Array(0..<nodeCount)
        queue.shuffle(using: &random)
        var isQueued = [Bool](repeating: true, count: nodeCount)
        var tally = Tally(nodeCount)
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            isQueued[node] = false
            let own = partition[node]
            tally.clear()
            for place in offsets[node]..<offsets[node + 1] {
                tally.add(weights[place], to: partition[Int(targets[place])])
            }
            strengthOf[own] -= strengths[node]
            sizeOf[own] -= 1
            let share = resolution * strengths[node] / total
            var (best, bestGain) = (own, tally[own] - share * strengthOf[own])
            for community in tally.touched {
                let gain = tally[community] - share * strengthOf[community]
                if gain > bestGain + Self.slack { (best, bestGain) = (community, gain) }
            }
            if sizeOf[own] == 0 { empty.append(own) }
            if bestGain < -Self.slack, let free = empty.last { best = free }
            strengthOf[best] += strengths[node]
            sizeOf[best] += 1
            if best == empty.last { empty.removeLast() }
            guard best != own else { continue }
            partition[node] = best
            for place in offsets[node]..<offsets[node + 1] {
                let neighbour = Int(targets[place])
                guard partition[neighbour] != best, !isQueued[neighbour] else { continue }
                isQueued[neighbour] = true
                queue.append(neighbour)
            }
        }
    }

    /// Splits each community into well-connected parts: single nodes merge, by chance in favour of
    /// the larger gain, with parts that are well connected to the rest of their community.
    func refined(_ partition: [Int], _ resolution: Double, _ random: inout RandomSource) -> [Int] {
        var communityStrength = [Double](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount { communityStrength[partition[node]] += strengths[node] }
        var part = Array(0..<nodeCount)
        var partStrength = strengths
        // The weight between a part and the rest of its community.
        var outward = (0..<nodeCount).map { node in
            (offsets[node]..<offsets[node + 1]).reduce(0.0) {
                partition[Int(targets[$1])] == partition[node] ? $0 + weights[$1] : $0
            }
        }
        var isSingle = [Bool](repeating: true, count: nodeCount)
        var tally = Tally(nodeCount)
        var order = Array(0..<nodeCount)
        order.shuffle(using: &random)
        for node in order where isSingle[node] {
            let whole = communityStrength[partition[node]]
            func isWellConnected(_ part: Int) -> Bool {
                let share = resolution * partStrength[part] * (whole - partStrength[part]) / total
                return outward[part] >= share - Self.slack
            }
            guard isWellConnected(node) else { continue }
            tally.clear()
            for place in offsets[node]..<offsets[node + 1] {
                let neighbour = Int(targets[place])
                if partition[neighbour] == partition[node] { tally.add(weights[place], to: part[neighbour]) }
            }
            var options: [(part: Int, gain: Double)] = []
            for candidate in tally.touched where candidate != node && isWellConnected(candidate) {
                let gain = tally[candidate] - resolution * strengths[node] * partStrength[candidate] / total
                if gain >= 0 { options.append((candidate, gain)) }
            }
            guard let chosen = Self.chosen(options, &random) else { continue }
            part[node] = chosen
            outward[chosen] += outward[node] - 2 * tally[chosen]
            partStrength[chosen] += strengths[node]
            isSingle[chosen] = false
        }
        return part
    }

    /// The partition with every community cut into its connected parts, which never lowers quality.
    /// The descent all but guarantees connection; this makes it certain.
    func connectedParts(_ partition: [Int]) -> [Int] {
        var part = [Int](repeating: -1, count: nodeCount)
        var next = 0
        var stack: [Int] = []
        for start in 0..<nodeCount where part[start] < 0 {
            part[start] = next
            stack.append(start)
            while let node = stack.popLast() {
                for neighbour in targets[offsets[node]..<offsets[node + 1]].lazy.map({ Int($0) })
                where part[neighbour] < 0 && partition[neighbour] == partition[start] {
                    part[neighbour] = next
                    stack.append(neighbour)
                }
            }
            next += 1
        }
        return part
    }

    func aggregated(_ part: [Int], _ count: Int) -> LeidenLevel {
        var members: [[Int32]] = Array(repeating: [], count: count)
        var merged = [Double](repeating: 0, count: count)
        for node in 0..<nodeCount {
            members[part[node]].append(Int32(node))
            merged[part[node]] += strengths[node]
        }
        var (newOffsets, newTargets, newWeights): ([Int], [Int32], [Double]) = ([0], [], [])
        var tally = Tally(count)
        for (whole, nodes) in members.enumerated() {
            tally.clear()
            for node in nodes {
                for place in offsets[Int(node)]..<offsets[Int(node) + 1] {
                    let other = part[Int(targets[place])]
                    if other != whole { tally.add(weights[place], to: other) }
                }
            }
            for other in tally.touched.sorted() {
                newTargets.append(Int32(other))
                newWeights.append(tally[other])
            }
            newOffsets.append(newTargets.count)
        }
        return LeidenLevel(
            offsets: newOffsets, targets: newTargets, weights: newWeights, strengths: merged, total: total)
    }

    /// A gain smaller than this, in mean edge weights, is rounding.
    private static let slack = 1e-10
    /// θ of the paper, in mean edge weights.
    private static let temperature = 0.01

    /// One of the options, with probability in proportion to exp(gain / θ).
    private static func chosen(_ options: [(part: Int, gain: Double)], _ random: inout RandomSource) -> Int? {
        guard let highest = options.map(\.gain).max() else { return nil }
        let odds = options.map { exponential(($0.gain - highest) / temperature) }
        var left = random.unit() * odds.reduce(0, +)
        for (option, share) in zip(options, odds) {
            left -= share
            if left < 0 { return option.part }
        }
        return options.last?.part
    }

    /// (1 + x/1024)^1024 for x ≤ 0: near enough to eˣ for a choice, and the same bits everywhere.
    private static func exponential(_ x: Double) -> Double {
        var power = max(0, 1 + x / 1024)
        for _ in 0..<10 { power *= power }
        return power
    }
}

/// Sums by key, cleared in the time of what was touched.
private struct Tally {
    private var sums: [Double]
    private var isTouched: [Bool]
    private(set) var touched: [Int] = []

    init(_ count: Int) {
        sums = Array(repeating: 0, count: count)
        isTouched = Array(repeating: false, count: count)
    }

    subscript(key: Int) -> Double { sums[key] }

    mutating func add(_ value: Double, to key: Int) {
        if !isTouched[key] {
            isTouched[key] = true
            touched.append(key)
        }
        sums[key] += value
    }

    mutating func clear() {
        for key in touched {
            sums[key] = 0
            isTouched[key] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}
