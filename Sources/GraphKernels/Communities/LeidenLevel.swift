/// One level of aggregation: each node stands for a connected part of a community.
struct LeidenLevel: Sendable {
    let nodeCount: Int
    let offsets: [Int]
    let targets: [Int32]
    /// Scaled so that the mean weight of an edge of the base is 1: a factor on all weights changes
    /// nothing. Empty where all are 1.
    let weights: [Double]
    /// Twice the weight inside a node, plus that of its edges.
    let strengths: [Double]
    let total: Double

    /// A gain smaller than this, in mean edge weights, is rounding.
    static let slack = 1e-10

    init(_ graph: Graph) {
        let rows = graph.outgoing
        nodeCount = graph.nodeCount
        offsets = rows.offsets
        targets = rows.targets
        let sum = rows.weights.reduce(0, +)
        let scale = sum > 0 ? Double(rows.targets.count) / sum : 1
        let scaled = rows.weights.map { $0 * scale }
        weights = scaled
        strengths = (0..<graph.nodeCount).map { node in
            scaled.isEmpty ? Double(rows.degree(of: node)) : rows.range(of: node).reduce(0) { $0 + scaled[$1] }
        }
        total = strengths.reduce(0, +)
    }

    init(offsets: [Int], targets: [Int32], weights: [Double], strengths: [Double], total: Double) {
        nodeCount = strengths.count
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
        self.strengths = strengths
        self.total = total
    }

    func row(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

    func weight(_ entry: Int) -> Double { weights.isEmpty ? 1 : weights[entry] }

    /// The partition with every community cut into its connected parts, which never lowers quality: what is
    /// aggregated whole must be connected.
    func connectedParts(_ partition: [Int32]) -> [Int32] {
        var part = [Int32](repeating: 0, count: nodeCount)
        // The community of each node that is in no part yet, else -1: one look at a neighbour says both.
        var waiting = partition
        var next: Int32 = 0
        var stack: [Int32] = []
        for start in 0..<nodeCount where waiting[start] >= 0 {
            let community = partition[start]
            waiting[start] = -1
            stack.append(Int32(start))
            while let node = stack.popLast() {
                part[Int(node)] = next
                for entry in row(Int(node)) where waiting[Int(targets[entry])] == community {
                    waiting[Int(targets[entry])] = -1
                    stack.append(targets[entry])
                }
            }
            next += 1
        }
        return part
    }

    /// Worth several cores, and the order of memory.
    var isLarge: Bool { nodeCount + targets.count >= 65_536 }

    /// The level above: the nodes of each part become one.
    func aggregated(_ part: [Int32], _ count: Int) -> LeidenLevel {
        let members = Grouping(part, count)
        let rows = Parallel.chunks(
            of: count, grain: max(256, count / 64), workspace: { LeidenTally() }
        ) { wholes, tally in
            var rows = AggregateRows()
            for whole in wholes { rows.append(self, members[whole], Int32(whole), part, &tally) }
            return rows
        }
        var newOffsets = [0]
        newOffsets.reserveCapacity(count + 1)
        let entryCount = rows.reduce(0) { $0 + $1.targets.count }
        var (targets, weights, strengths): ([Int32], [Double], [Double]) = ([], [], [])
        targets.reserveCapacity(entryCount)
        weights.reserveCapacity(entryCount)
        strengths.reserveCapacity(count)
        for part in rows {
            for end in part.ends { newOffsets.append(targets.count + Int(end)) }
            targets += part.targets
            weights += part.weights
            strengths += part.strengths
        }
        return LeidenLevel(offsets: newOffsets, targets: targets, weights: weights, strengths: strengths, total: total)
    }

    private struct AggregateRows: Sendable {
        var ends: [Int32] = []
        var targets: [Int32] = []
        var weights: [Double] = []
        var strengths: [Double] = []

        mutating func append(
            _ level: LeidenLevel, _ members: ArraySlice<Int32>, _ whole: Int32, _ part: [Int32],
            _ tally: inout LeidenTally
        ) {
            var (strength, degrees) = (0.0, 0)
            for node in members {
                strength += level.strengths[Int(node)]
                degrees += level.row(Int(node)).count
            }
            tally.clear(forRow: degrees)
            for node in members {
                tally.add(
                    level.row(Int(node)), ends: level.targets.span, weights: level.weights.span, labels: part.span)
            }
            for index in 0..<tally.count {
                let (other, weight) = tally[index]
                if other != whole {
                    targets.append(other)
                    weights.append(weight)
                }
            }
            ends.append(Int32(targets.count))
            strengths.append(strength)
        }
    }
}

/// The nodes of each group, side by side.
struct Grouping: Sendable {
    let starts: [Int]
    let nodes: [Int32]

    init(_ groups: [Int32], _ count: Int) {
        var places = [Int](repeating: 0, count: count + 1)
        for group in groups { places[Int(group) + 1] += 1 }
        for group in 0..<count { places[group + 1] += places[group] }
        starts = places
        var nodes = [Int32](repeating: 0, count: groups.count)
        for (node, group) in groups.enumerated() {
            nodes[places[Int(group)]] = Int32(node)
            places[Int(group)] += 1
        }
        self.nodes = nodes
    }

    subscript(group: Int) -> ArraySlice<Int32> { nodes[starts[group]..<starts[group + 1]] }
}
