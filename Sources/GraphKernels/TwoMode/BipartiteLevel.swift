/// One level of aggregation of a graph of two modes: each node stands for nodes of either mode.
struct BipartiteLevel: Sendable {
    let nodeCount: Int
    private let offsets: [Int]
    private let targets: [Int32]
    /// Scaled so that the mean weight of an edge of the base is 1: a factor on all weights changes nothing.
    private let weights: [Double]
    /// The weight inside each node.
    private let inside: [Double]
    /// Of each node, the strengths of its members of the first mode and of the second.
    private let first: [Double]
    private let second: [Double]
    /// Of all edges.
    let total: Double

    /// A gain smaller than this, in mean edge weights, is rounding.
    static let slack = 1e-10

    init(_ graph: Graph, firstMode: Int) {
        let rows = graph.outgoing
        let sum = rows.weights.reduce(0, +)
        let scale = sum > 0 ? Double(rows.targets.count) / sum : 1
        let scaled =
            rows.weights.isEmpty ? [Double](repeating: 1, count: rows.targets.count) : rows.weights.map { $0 * scale }
        let strengths = (0..<graph.nodeCount).map { rows.range(of: $0).reduce(0) { $0 + scaled[$1] } }
        nodeCount = graph.nodeCount
        (offsets, targets, weights) = (rows.offsets, rows.targets, scaled)
        inside = [Double](repeating: 0, count: graph.nodeCount)
        first = strengths.indices.map { $0 < firstMode ? strengths[$0] : 0 }
        second = strengths.indices.map { $0 < firstMode ? 0 : strengths[$0] }
        total = strengths[..<firstMode].reduce(0, +)
    }

    private init(
        offsets: [Int], targets: [Int32], weights: [Double], inside: [Double], first: [Double], second: [Double],
        total: Double
    ) {
        nodeCount = inside.count
        (self.offsets, self.targets, self.weights) = (offsets, targets, weights)
        (self.inside, self.first, self.second, self.total) = (inside, first, second, total)
    }

    /// Q · W of a partition.
    func quality(_ partition: [Int32], _ resolution: Double) -> Double {
        let count = Int(partition.max() ?? -1) + 1
        var within = [Double](repeating: 0, count: count)
        var (ones, others) = (within, within)
        for node in 0..<nodeCount {
            let community = Int(partition[node])
            ones[community] += first[node]
            others[community] += second[node]
            within[community] += inside[node]
            for entry in offsets[node]..<offsets[node + 1] where Int(targets[entry]) > node {
                if partition[Int(targets[entry])] == partition[node] { within[community] += weights[entry] }
            }
        }
        return (0..<count).reduce(0) { $0 + within[$1] - resolution * ones[$1] * others[$1] / total }
    }

    /// The partition after its nodes have moved, one after the other in random order, until none gains: each to the
    /// community of highest gain among those of its neighbours, or alone.
    func moved(_ start: [Int32], _ resolution: Double, _ random: inout RandomSource) -> [Int32] {
        var moving = Moving(self, start, resolution)
        var queue = [Int32](0..<Int32(nodeCount))
        queue.shuffle(using: &random)
        while !queue.isEmpty {
            var roused: [Int32] = []
            for node in queue { moving.move(Int(node), &roused) }
            queue = roused
        }
        return Self.numbered(moving.partition)
    }

    /// The same partition, numbered in the order of first nodes.
    static func numbered(_ partition: [Int32]) -> [Int32] {
        var number = [Int32](repeating: -1, count: Int(partition.max() ?? -1) + 1)
        var next: Int32 = 0
        return partition.map { community in
            if number[Int(community)] < 0 {
                number[Int(community)] = next
                next += 1
            }
            return number[Int(community)]
        }
    }

    /// The level above: the nodes of each community become one.
    func aggregated(_ communities: [Int32], _ count: Int) -> BipartiteLevel {
        let members = Grouping(communities, count)
        var (offsets, targets, weights): ([Int], [Int32], [Double]) = ([0], [], [])
        var sums = [Double](repeating: 0, count: count)
        var (inside, ones, others) = (sums, sums, sums)
        for whole in 0..<count {
            var touched: [Int32] = []
            for node in members[whole].map(Int.init) {
                ones[whole] += first[node]
                others[whole] += second[node]
                inside[whole] += self.inside[node]
                for entry in self.offsets[node]..<self.offsets[node + 1] {
                    let other = communities[Int(self.targets[entry])]
                    if sums[Int(other)] == 0 { touched.append(other) }
                    sums[Int(other)] += self.weights[entry]
                }
            }
            for other in touched {
                if Int(other) == whole {
                    // An edge inside stands in the rows of both its ends.
                    inside[whole] += sums[whole] / 2
                } else {
                    targets.append(other)
                    weights.append(sums[Int(other)])
                }
                sums[Int(other)] = 0
            }
            offsets.append(targets.count)
        }
        return BipartiteLevel(
            offsets: offsets, targets: targets, weights: weights, inside: inside, first: ones, second: others,
            total: total)
    }

    /// The partition with every community cut into its connected parts, which never lowers quality.
    func connectedParts(_ partition: [Int32]) -> [Int32] {
        var part = [Int32](repeating: -1, count: nodeCount)
        var next: Int32 = 0
        for start in 0..<nodeCount where part[start] < 0 {
            part[start] = next
            var stack = [start]
            while let node = stack.popLast() {
                for entry in offsets[node]..<offsets[node + 1] {
                    let other = Int(targets[entry])
                    if part[other] < 0, partition[other] == partition[start] {
                        part[other] = next
                        stack.append(other)
                    }
                }
            }
            next += 1
        }
        return part
    }

    /// Nodes on their way between communities.
    private struct Moving {
        let level: BipartiteLevel
        let resolution: Double
        var partition: [Int32]
        private var ones: [Double]
        private var others: [Double]
        private var sizes: [Int]
        private var empty: [Int32] = []
        private var isDue: [Bool]
        /// The weight of a node's edges to each community.
        private var weightTo: [Double]

        init(_ level: BipartiteLevel, _ start: [Int32], _ resolution: Double) {
            let count = level.nodeCount
            (self.level, self.resolution, partition) = (level, resolution, start)
            ones = [Double](repeating: 0, count: count)
            (others, weightTo) = (ones, ones)
            sizes = [Int](repeating: 0, count: count)
            isDue = [Bool](repeating: true, count: count)
            for node in 0..<count {
                let community = Int(start[node])
                ones[community] += level.first[node]
                others[community] += level.second[node]
                sizes[community] += 1
            }
            for community in (0..<count).reversed() where sizes[community] == 0 { empty.append(Int32(community)) }
        }

        /// Moves a node where it gains, and rouses its neighbours elsewhere.
        mutating func move(_ node: Int, _ roused: inout [Int32]) {
            isDue[node] = false
            let own = Int(partition[node])
            let best = best(node, own)
            guard best != own else { return }
            shift(node, from: own, to: best)
            for entry in level.offsets[node]..<level.offsets[node + 1] {
                let other = Int(level.targets[entry])
                if partition[other] != Int32(best), !isDue[other] {
                    isDue[other] = true
                    roused.append(Int32(other))
                }
            }
        }

        private mutating func best(_ node: Int, _ own: Int) -> Int {
            var touched: [Int] = []
            for entry in level.offsets[node]..<level.offsets[node + 1] {
                let community = Int(partition[Int(level.targets[entry])])
                if weightTo[community] == 0 { touched.append(community) }
                weightTo[community] += level.weights[entry]
            }
            func gain(_ community: Int) -> Double {
                let isOwn = community == own
                let (k, d) = (
                    ones[community] - (isOwn ? level.first[node] : 0),
                    others[community] - (isOwn ? level.second[node] : 0)
                )
                return weightTo[community] - resolution * (level.first[node] * d + level.second[node] * k) / level.total
            }
            var (best, bestGain) = (own, gain(own))
            for community in touched where community != own {
                let value = gain(community)
                if value > bestGain + BipartiteLevel.slack { (best, bestGain) = (community, value) }
            }
            for community in touched { weightTo[community] = 0 }
            if bestGain < -BipartiteLevel.slack, let free = empty.last { best = Int(free) }
            return best
        }

        private mutating func shift(_ node: Int, from own: Int, to best: Int) {
            if sizes[best] == 0 { empty.removeLast() }
            ones[own] -= level.first[node]
            others[own] -= level.second[node]
            sizes[own] -= 1
            if sizes[own] == 0 { empty.append(Int32(own)) }
            ones[best] += level.first[node]
            others[best] += level.second[node]
            sizes[best] += 1
            partition[node] = Int32(best)
        }
    }
}
