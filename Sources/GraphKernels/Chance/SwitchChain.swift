/// The ties of a mixed graph while they are switched. The arcs of a node keep their places, since no
/// step changes an arc's source.
///
/// Ties switch within their group. A step is proposed as readily as its reversal, and refused where
/// it would make a loop or a parallel tie of the same sort, so that the limit is uniform over the
/// graphs with the same degrees in each group. Another number of arcs on the pairs of edges, or of ties
/// on the pairs beside, than the one to keep is let pass at a price (Metropolis): refused outright, some
/// graphs could not be reached. Only the states without fault count as steps. The chain seen at those
/// alone is a Markov chain too, and its limit is uniform over them.
struct SwitchChain: Sendable {
    /// Ties that switch with one another.
    private struct Group: Sendable {
        let range: Range<Int>
        let isDirected: Bool
        /// Whether an edge of it may be taken by either end: not where its ends are on two sides.
        let isTurnable: Bool
    }

    private let nodeCount: Int
    private var groups: [Group] = []
    /// Of each group of arcs, by source: where the arcs of a node stand. Apart from the groups, which are looked at in every
    /// step and would have to be counted as holders of this.
    private var offsets: [[Int]] = []
    private var groupOf: [Int32] = []
    /// For each tie its place in the graph that was given: edges first, then arcs.
    private var origins: [Int] = []
    private let edgeCount: Int
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    private var edges: SwitchedRows
    private var arcs: SwitchedRows
    /// Where each tie stands in the rows of its source and of its target.
    private var places: [SIMD2<Int32>] = []
    private let rules: SwitchRules
    private let hasRules: Bool
    private var faults = SwitchRules.Faults()

    /// - Parameters:
    ///   - sides: for each node its side; ties switch only with ties between the same sides. Empty: one.
    ///   - groups: for each node its group, within which no tie lies. Empty: every node has its own.
    init(_ graph: MixedGraph, sides: [UInt8] = [], groups: [Int32] = [], beside: Beside? = nil) {
        precondition(sides.isEmpty || sides.count == graph.nodeCount)
        nodeCount = graph.nodeCount
        edgeCount = graph.edges.count
        edges = SwitchedRows(nodeCount: graph.nodeCount, isDirected: false)
        arcs = SwitchedRows(nodeCount: graph.nodeCount, isDirected: true)
        func side(_ node: Int32) -> Int { sides.isEmpty ? 0 : Int(sides[Int(node)]) }
        var ends = graph.edges.map { side($0.source) <= side($0.target) ? $0 : MixedGraph.Ends($0.target, $0.source) }
        ends += graph.arcs
        // Edges before arcs, by the sides of their ends; arcs by source within a group.
        func key(_ place: Int) -> (Int, Int, Int32) {
            let sort = place < graph.edges.count ? 0 : 1
            return (
                sort * 65_536 + side(ends[place].source) * 256 + side(ends[place].target), place, ends[place].source
            )
        }
        let order = ends.indices.sorted { one, other in
            let (a, b) = (key(one), key(other))
            if a.0 != b.0 { return a.0 < b.0 }
            return one < graph.edges.count || a.2 == b.2 ? a.1 < b.1 : a.2 < b.2
        }
        origins = order
        sources = order.map { ends[$0].source }
        targets = order.map { ends[$0].target }
        rules = SwitchRules(graph, beside, groups: groups)
        hasRules = !rules.isEmpty
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, key(order[end]).0 == key(order[start]).0 { end += 1 }
            let isDirected = order[start] >= graph.edges.count
            groupOf += Array(repeating: Int32(self.groups.count), count: end - start)
            self.groups.append(
                Group(
                    range: start..<end, isDirected: isDirected,
                    isTurnable: !isDirected && side(sources[start]) == side(targets[start])))
            offsets.append(isDirected ? Self.offsets(sources, start..<end, nodeCount) : [])
            start = end
        }
        let firstArc = edgeCount
        places = edges.fill(sources[..<firstArc], targets[..<firstArc])
        places += arcs.fill(sources[firstArc...], targets[firstArc...])
        faults = rules.faults(of: graph)
    }

    private static func offsets(_ sources: [Int32], _ range: Range<Int>, _ nodeCount: Int) -> [Int] {
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        for tie in range { offsets[Int(sources[tie]) + 1] += 1 }
        offsets[0] = range.lowerBound
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        return offsets
    }

    /// The ties in the order in which they were given.
    func graph() -> MixedGraph {
        var ends = [MixedGraph.Ends](repeating: .init(0, 0), count: sources.count)
        for (tie, origin) in origins.enumerated() { ends[origin] = .init(sources[tie], targets[tie]) }
        return MixedGraph(
            nodeCount: nodeCount, edges: Array(ends[..<edgeCount]), arcs: Array(ends[edgeCount...]))
    }

    /// Proposes steps until so many of them ended in a state without fault.
    ///
    /// - Parameter patience: how many steps to propose at most.
    /// - Returns: whether so many did.
    mutating func run(_ steps: Int, patience: Int = .max, using random: inout RandomSource) -> Bool {
        guard sources.count > 1 else { return faults.isEmpty }
        var (left, proposals, own) = (steps, patience, random)
        while left > 0, proposals > 0 {
            propose(&own)
            proposals -= 1
            if faults.isEmpty { left -= 1 }
        }
        random = own
        return left == 0 && faults.isEmpty
    }

    /// One step in eight of arcs tries to turn a cycle of three. The proposal is symmetric since it
    /// picks an arc a→b and then one of the out-neighbours of b, whose number never changes.
    private mutating func propose(_ random: inout RandomSource) {
        let one = random.below(sources.count)
        let group = groups[Int(groupOf[one])]
        if group.isDirected, random.below(8) == 0 {
            turnCycle(one, Int(groupOf[one]), &random)
            return
        }
        let other = group.range.lowerBound + random.below(group.range.count)
        let turned = group.isTurnable && random.next() & 1 == 0
        guard one != other else { return }
        let (a, b) = (sources[one], targets[one])
        let (c, d) = turned ? (targets[other], sources[other]) : (sources[other], targets[other])
        guard a != c, b != d, a != d, c != b else { return }
        let isDirected = group.isDirected
        let isParallel =
            isDirected
            ? arcs.contains(a, d) || arcs.contains(c, b) : edges.contains(a, d) || edges.contains(c, b)
        guard !isParallel else { return }
        if hasRules {
            var next = faults
            count(a, b, isDirected, -1, &next)
            count(c, d, isDirected, -1, &next)
            count(a, d, isDirected, 1, &next)
            count(c, b, isDirected, 1, &next)
            let chance = rules.chance(from: faults, to: next)
            guard chance >= 1 || random.unit() < chance else { return }
            faults = next
        }
        let (first, second) = (places[one], turned ? SIMD2(places[other].y, places[other].x) : places[other])
        if isDirected { arcs.exchange((a, b), first, (c, d), second) } else { edges.exchange((a, b), first, (c, d), second) }
        (places[one], places[other]) = (SIMD2(first.x, second.y), SIMD2(second.x, first.y))
        targets[one] = d
        (sources[other], targets[other]) = (c, b)
    }

    /// What a tie adds to the faults. The other tie of a step does not bear on it, being of the same sort.
    private func count(
        _ source: Int32, _ target: Int32, _ isArc: Bool, _ step: Int, _ faults: inout SwitchRules.Faults
    ) {
        if rules.watchesClashes {
            let clashes =
                isArc
                ? (edges.contains(source, target) ? 1 : 0)
                : (arcs.contains(source, target) ? 1 : 0) + (arcs.contains(target, source) ? 1 : 0)
            faults.clashes += step * clashes
        }
        guard rules.liesBeside(source, target) else { return }
        if isArc { faults.arcsBeside += step } else { faults.edgesBeside += step }
    }

    /// The three pairs stay tied, so that no fault comes or goes.
    private mutating func turnCycle(_ first: Int, _ group: Int, _ random: inout RandomSource) {
        let (a, b) = (sources[first], targets[first])
        let row = offsets[group][Int(b)]..<offsets[group][Int(b) + 1]
        guard !row.isEmpty else { return }
        let second = row.lowerBound + random.below(row.count)
        let d = targets[second]
        guard d != a, arcs.contains(d, a), !arcs.contains(b, a), !arcs.contains(d, b), !arcs.contains(a, d),
            let third = (offsets[group][Int(d)]..<offsets[group][Int(d) + 1]).first(where: { targets[$0] == a })
        else { return }
        // a→b→d→a becomes a→d→b→a: two exchanges of targets, between which b has itself as a target.
        let (one, two, three) = (places[first], places[second], places[third])
        arcs.exchange((a, b), one, (b, d), two)
        arcs.exchange((b, b), SIMD2(two.x, one.y), (d, a), three)
        (places[first].y, places[second].y, places[third].y) = (two.y, three.y, one.y)
        (targets[first], targets[second], targets[third]) = (d, a, b)
    }
}
