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
        let parts = Parallel.chunks(of: count, grain: max(1, count / 64), workspace: { LeidenTally() }) {
            [places] communities, tally in
            let first = members.starts[communities.lowerBound]
            let nodes = members.nodes[first..<members.starts[communities.upperBound]]
            var refinement = Refinement(self, resolution, partition, places, nodes)
            for community in communities {
                var own = RandomSource(seed: seed, part: community)
                refinement.refine(members.starts[community] - first..<members.starts[community + 1] - first, &own, &tally)
            }
            return refinement.part
        }
        var refined = [Int32](repeating: 0, count: nodeCount)
        var first = 0
        for part in parts {
            for (place, label) in part.enumerated() { refined[Int(members.nodes[first + place])] = Int32(first) + label }
            first += part.count
        }
        return refined
    }
}

/// The communities of one chunk, whose nodes stand side by side: a node is known by its place there.
private struct Refinement {
    private let resolution: Double
    private let total: Double
    /// The edges within communities, by the places of their ends: they are read again and again, and fit
    /// into nearer caches than the level.
    private var offsets: [Int]
    private var targets: [Int32] = []
    private var weights: [Double] = []
    /// The part of each node, as the place of one of its nodes.
    private(set) var part: [Int32]
    private var strength: [Double]
    /// The weight between a part and the rest of its community.
    private var outward: [Double]
    private var isSingle: [Bool]
    private var options: [Option] = []

    private struct Option {
        let part: Int
        let weight: Double
        let gain: Double
    }

    init(
        _ level: LeidenLevel, _ resolution: Double, _ partition: [Int32], _ places: [Int32], _ nodes: ArraySlice<Int32>
    ) {
        self.resolution = resolution
        total = level.total
        part = [Int32](0..<Int32(nodes.count))
        strength = nodes.map { level.strengths[Int($0)] }
        outward = [Double](repeating: 0, count: nodes.count)
        isSingle = [Bool](repeating: true, count: nodes.count)
        offsets = [0]
        offsets.reserveCapacity(nodes.count + 1)
        let first = Int32(nodes.startIndex)
        let (levelTargets, partition, places) = (level.targets.span, partition.span, places.span)
        for node in nodes {
            let (node, community) = (Int(node), partition[Int(node)])
            var sum = 0.0
            for entry in level.row(node) {
                let neighbour = Int(levelTargets[entry])
                guard partition[neighbour] == community else { continue }
                targets.append(places[neighbour] - first)
                if !level.weights.isEmpty { weights.append(level.weights[entry]) }
                sum += level.weight(entry)
            }
            outward[offsets.count - 1] = sum
            offsets.append(targets.count)
        }
    }

    /// Refines the community that stands at these places.
    mutating func refine(_ places: Range<Int>, _ random: inout RandomSource, _ tally: inout LeidenTally) {
        guard places.count > 1 else { return }
        var whole = 0.0
        for place in places { whole += strength[place] }
        var order = Array(places)
        order.shuffle(using: &random)
        for place in order { merge(place, whole, &random, &tally) }
    }

    private mutating func merge(_ own: Int, _ whole: Double, _ random: inout RandomSource, _ tally: inout LeidenTally) {
        guard isSingle[own], isWellConnected(own, whole) else { return }
        let row = offsets[own]..<offsets[own + 1]
        tally.clear(forRow: row.count)
        tally.add(row, ends: targets.span, weights: weights.span, labels: part.span)
        options.removeAll(keepingCapacity: true)
        let share = resolution * strength[own] / total
        for index in 0..<tally.count {
            let (candidate, weight) = tally[index]
            let gain = weight - share * strength[Int(candidate)]
            if gain >= 0, isWellConnected(Int(candidate), whole) {
                options.append(Option(part: Int(candidate), weight: weight, gain: gain))
            }
        }
        guard let chosen = Self.chosen(options, &random) else { return }
        part[own] = Int32(chosen.part)
        outward[chosen.part] += outward[own] - 2 * chosen.weight
        strength[chosen.part] += strength[own]
        isSingle[chosen.part] = false
    }

    private func isWellConnected(_ part: Int, _ whole: Double) -> Bool {
        let share = resolution * strength[part] * (whole - strength[part]) / total
        return outward[part] >= share - LeidenLevel.slack
    }

    /// θ of the paper, in mean edge weights.
    private static let temperature = 0.01

    /// One of the options, with probability in proportion to exp(gain / θ).
    private static func chosen(_ options: [Option], _ random: inout RandomSource) -> Option? {
        guard var highest = options.first?.gain else { return nil }
        for option in options { highest = max(highest, option.gain) }
        var sum = 0.0
        for option in options { sum += exponential((option.gain - highest) / temperature) }
        var left = random.unit() * sum
        for option in options {
            left -= exponential((option.gain - highest) / temperature)
            if left < 0 { return option }
        }
        return options.last
    }

    /// (1 + x/1024)^1024 for x ≤ 0: near enough to eˣ for a choice, and the same bits everywhere.
    private static func exponential(_ x: Double) -> Double {
        var power = max(0, 1 + x / 1024)
        for _ in 0..<10 { power *= power }
        return power
    }
}
