extension LeidenLevel {
    /// Splits each community into well-connected parts: single nodes merge, by chance in favour of
    /// the larger gain, with parts that are well connected to the rest of their community.
    ///
    /// What happens in one community concerns no other: they are refined on all cores, each with random
    /// numbers of its own.
    func refined(_ partition: [Int32], _ count: Int, _ resolution: Double, _ random: inout RandomSource) -> [Int32] {
        let seed = random.next()
        let members = Grouping(partition, count)
        var places = [Int32](repeating: 0, count: nodeCount)
        for (place, node) in members.nodes.enumerated() { places[Int(node)] = Int32(place) }
        let parts = Parallel.chunks(of: count, grain: max(1, count / 64)) { [places] communities in
            let first = members.starts[communities.lowerBound]
            var refinement = Refinement(
                level: self, resolution: resolution, partition: partition, places: places, first: first,
                nodes: members.nodes[first..<members.starts[communities.upperBound]])
            for community in communities where members[community].count > 1 {
                var own = RandomSource(seed: seed, part: community)
                refinement.refine(members[community], &own)
            }
            return refinement.part
        }
        var refined = [Int32](repeating: 0, count: nodeCount)
        var place = 0
        for part in parts {
            for label in part {
                refined[Int(members.nodes[place])] = label
                place += 1
            }
        }
        return refined
    }
}

/// The communities of one chunk, whose nodes stand side by side: a node is known by its place there.
private struct Refinement {
    let level: LeidenLevel
    let resolution: Double
    let partition: [Int32]
    let places: [Int32]
    let first: Int
    /// The part of each node, as the place among all nodes of one of its nodes.
    private(set) var part: [Int32]
    private var strength: [Double]
    /// The weight between a part and the rest of its community.
    private var outward: [Double]
    private var isSingle: [Bool]
    private var tally: Tally
    private var options: [(part: Int, gain: Double)] = []

    init(
        level: LeidenLevel, resolution: Double, partition: [Int32], places: [Int32], first: Int,
        nodes: ArraySlice<Int32>
    ) {
        self.level = level
        self.resolution = resolution
        self.partition = partition
        self.places = places
        self.first = first
        part = [Int32](Int32(first)..<Int32(first + nodes.count))
        strength = nodes.map { level.strengths[Int($0)] }
        outward = [Double](repeating: 0, count: nodes.count)
        isSingle = [Bool](repeating: true, count: nodes.count)
        tally = Tally(nodes.count)
    }

    mutating func refine(_ nodes: ArraySlice<Int32>, _ random: inout RandomSource) {
        var whole = 0.0
        for node in nodes {
            let place = Int(places[Int(node)]) - first
            whole += strength[place]
            var sum = 0.0
            for entry in level.offsets[Int(node)]..<level.offsets[Int(node) + 1]
            where partition[Int(level.targets[entry])] == partition[Int(node)] {
                sum += level.weight(entry)
            }
            outward[place] = sum
        }
        var order = Array(nodes)
        order.shuffle(using: &random)
        for node in order { merge(Int(node), whole, &random) }
    }

    private mutating func merge(_ node: Int, _ whole: Double, _ random: inout RandomSource) {
        let own = Int(places[node]) - first
        guard isSingle[own], isWellConnected(own, whole) else { return }
        tally.clear()
        for entry in level.offsets[node]..<level.offsets[node + 1] {
            let neighbour = Int(level.targets[entry])
            guard partition[neighbour] == partition[node] else { continue }
            tally.add(level.weight(entry), to: Int(part[Int(places[neighbour]) - first]) - first)
        }
        options.removeAll(keepingCapacity: true)
        let share = resolution * strength[own] / level.total
        for candidate in tally.touched where isWellConnected(Int(candidate), whole) {
            let gain = tally[Int(candidate)] - share * strength[Int(candidate)]
            if gain >= 0 { options.append((Int(candidate), gain)) }
        }
        guard let chosen = Self.chosen(options, &random) else { return }
        part[own] = Int32(first + chosen)
        outward[chosen] += outward[own] - 2 * tally[chosen]
        strength[chosen] += strength[own]
        isSingle[chosen] = false
    }

    private func isWellConnected(_ part: Int, _ whole: Double) -> Bool {
        let share = resolution * strength[part] * (whole - strength[part]) / level.total
        return outward[part] >= share - LeidenLevel.slack
    }

    /// θ of the paper, in mean edge weights.
    private static let temperature = 0.01

    /// One of the options, with probability in proportion to exp(gain / θ).
    private static func chosen(_ options: [(part: Int, gain: Double)], _ random: inout RandomSource) -> Int? {
        guard var highest = options.first?.gain else { return nil }
        for option in options { highest = max(highest, option.gain) }
        var sum = 0.0
        for option in options { sum += exponential((option.gain - highest) / temperature) }
        var left = random.unit() * sum
        for option in options {
            left -= exponential((option.gain - highest) / temperature)
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
