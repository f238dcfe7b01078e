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

    private init(offsets: [Int], targets: [Int32], weights: [Double], strengths: [Double], total: Double) {
        nodeCount = strengths.count
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
        self.strengths = strengths
        self.total = total
    }

    func weight(_ entry: Int) -> Double { weights.isEmpty ? 1 : weights[entry] }

    /// The partition with every community cut into its connected parts, which never lowers quality.
    /// The descent all but guarantees connection; this makes it certain.
    func connectedParts(_ partition: [Int32]) -> [Int32] {
        var part = [Int32](repeating: -1, count: nodeCount)
        var next: Int32 = 0
        var stack: [Int32] = []
        for start in 0..<nodeCount where part[start] < 0 {
            let community = partition[start]
            part[start] = next
            stack.append(Int32(start))
            while let node = stack.popLast() {
                for entry in offsets[Int(node)]..<offsets[Int(node) + 1] {
                    let neighbour = Int(targets[entry])
                    if part[neighbour] < 0, partition[neighbour] == community {
                        part[neighbour] = next
                        stack.append(Int32(neighbour))
                    }
                }
            }
            next += 1
        }
        return part
    }

    /// The level above: the nodes of each part become one.
    func aggregated(_ part: [Int32], _ count: Int) -> LeidenLevel {
        let members = Grouping(part, count)
        let rows = Parallel.chunks(
            of: count, grain: max(256, count / 64), workspace: { Tally(count) }
        ) { wholes, tally in
            var rows = AggregateRows()
            for whole in wholes {
                tally.clear()
                var strength = 0.0
                for node in members[whole] {
                    strength += strengths[Int(node)]
                    for entry in offsets[Int(node)]..<offsets[Int(node) + 1] {
                        let other = Int(part[Int(targets[entry])])
                        if other != whole { tally.add(weight(entry), to: other) }
                    }
                }
                rows.append(tally, strength)
            }
            tally.clear()
            return rows
        }
        var newOffsets = [0]
        newOffsets.reserveCapacity(count + 1)
        var start = 0
        for part in rows {
            for end in part.ends { newOffsets.append(start + Int(end)) }
            start += part.targets.count
        }
        return LeidenLevel(
            offsets: newOffsets, targets: Array(rows.map(\.targets).joined()),
            weights: Array(rows.map(\.weights).joined()), strengths: Array(rows.map(\.strengths).joined()), total: total)
    }

    private struct AggregateRows: Sendable {
        var ends: [Int32] = []
        var targets: [Int32] = []
        var weights: [Double] = []
        var strengths: [Double] = []

        mutating func append(_ tally: Tally, _ strength: Double) {
            for other in tally.touched {
                targets.append(other)
                weights.append(tally[Int(other)])
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

/// Sums by key, cleared in the time of what was touched.
struct Tally {
    private var sums: [Double]
    private var isTouched: [Bool]
    private(set) var touched: [Int32] = []

    init(_ count: Int) {
        sums = Array(repeating: 0, count: count)
        isTouched = Array(repeating: false, count: count)
    }

    subscript(key: Int) -> Double { sums[key] }

    mutating func add(_ value: Double, to key: Int) {
        if !isTouched[key] {
            isTouched[key] = true
            touched.append(Int32(key))
        }
        sums[key] += value
    }

    mutating func clear() {
        for key in touched {
            sums[Int(key)] = 0
            isTouched[Int(key)] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}
