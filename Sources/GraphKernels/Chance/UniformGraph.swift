/// Random graphs that are equally likely given what they keep: the conditional uniform graphs of
/// CUG tests (Anderson, Butts and Carley 1999, Social Networks 21, 239–267), for graphs with edges,
/// with arcs, or with both. An edge takes a pair for itself: no arc lies on it.
public enum UniformGraph {
    /// Every graph of this size is equally likely: a pair has an edge or none, an arc in either
    /// direction or none, or, where both sorts are there, any of the five states.
    public static func ofSize(
        _ nodeCount: Int, hasEdges: Bool, hasArcs: Bool, using random: inout RandomSource
    ) -> MixedGraph {
        var graph = MixedGraph(nodeCount: nodeCount)
        let states = (hasEdges ? 1 : 0) + (hasArcs ? 4 : 1)
        for high in 0..<Int32(max(0, nodeCount)) {
            for low in 0..<high {
                // From 0: nothing, an arc up, an arc down, both; an edge is the last.
                let state = random.below(states)
                if hasEdges, state == states - 1 {
                    graph.edges.append(.init(low, high))
                } else {
                    if state & 1 == 1 { graph.arcs.append(.init(low, high)) }
                    if state & 2 == 2 { graph.arcs.append(.init(high, low)) }
                }
            }
        }
        return graph
    }

    /// Every graph of so many edges and arcs is equally likely.
    ///
    /// - Parameter beside: pairs on which as many ties of each sort lie as it says.
    /// - Returns: nil where so many ties have no room.
    public static func ofTies(
        _ nodeCount: Int, edges: Int, arcs: Int, beside: Beside? = nil, using random: inout RandomSource
    ) -> MixedGraph? {
        var free = FreePairs(nodeCount, beside?.pairs)
        let overlap = beside?.overlap ?? MixedGraph.Overlap()
        guard let tied = free.taken(edges, overlap.edges, using: &random),
            let slots = free.slots(arcs, overlap.arcs, using: &random)
        else { return nil }
        return MixedGraph(nodeCount: nodeCount, edges: tied.map(PairSet.ends), arcs: slots)
    }

    /// Every graph of so many edges, mutual and one-way dyads is equally likely.
    ///
    /// - Parameter beside: pairs on which as many of each lie as it says.
    /// - Returns: nil where so many have no room.
    public static func ofDyads(
        _ nodeCount: Int, edges: Int = 0, mutual: Int, asymmetric: Int, beside: Beside? = nil,
        using random: inout RandomSource
    ) -> MixedGraph? {
        var free = FreePairs(nodeCount, beside?.pairs)
        let overlap = beside?.overlap ?? MixedGraph.Overlap()
        guard let tied = free.taken(edges, overlap.edges, using: &random),
            let bothWays = free.taken(mutual, overlap.mutual, using: &random),
            let oneWay = free.taken(asymmetric, overlap.asymmetric, using: &random)
        else { return nil }
        var arcs: [MixedGraph.Ends] = []
        for ends in bothWays.map(PairSet.ends) { arcs += [ends, .init(ends.target, ends.source)] }
        for ends in oneWay.map(PairSet.ends) {
            arcs.append(random.next() >> 63 == 1 ? ends : .init(ends.target, ends.source))
        }
        return MixedGraph(nodeCount: nodeCount, edges: tied.map(PairSet.ends), arcs: arcs)
    }

    /// As many nodes for each row as it has, every choice equally likely: events of the same sizes.
    public static func ofRowLengths(
        _ lengths: [Int], nodeCount: Int, using random: inout RandomSource
    ) -> [[Int32]] {
        lengths.map { length in random.sample(length, of: nodeCount).map { Int32($0) } }
    }
}

/// The pairs that no tie has taken yet: those beside, and the others.
private struct FreePairs {
    private let all: Int
    private let beside: [Int]
    /// Ascending.
    private var used: [Int] = []

    init(_ nodeCount: Int, _ beside: PairSet?) {
        all = nodeCount * (nodeCount - 1) / 2
        self.beside = beside?.numbers ?? []
    }

    /// Chooses pairs, `inside` of them among those beside, and takes them; nil where there are not so
    /// many.
    mutating func taken(_ count: Int, _ inside: Int, using random: inout RandomSource) -> [Int]? {
        let (near, excluded) = (Self.difference(beside, used), Self.union(beside, used))
        guard inside <= near.count, inside <= count, count - inside <= all - excluded.count else { return nil }
        var chosen = random.sample(inside, of: near.count).map { near[$0] }
        chosen += random.sample(count - inside, of: all - excluded.count).map { Self.number(ofFree: $0, excluded) }
        used = Self.union(used, chosen.sorted())
        return chosen
    }

    /// Chooses places for arcs on the pairs that are free, and takes none.
    func slots(_ count: Int, _ inside: Int, using random: inout RandomSource) -> [MixedGraph.Ends]? {
        let (near, excluded) = (Self.difference(beside, used), Self.union(beside, used))
        let far = all - excluded.count
        guard inside <= 2 * near.count, inside <= count, count - inside <= 2 * far else { return nil }
        func arc(_ number: Int, _ slot: Int) -> MixedGraph.Ends {
            let ends = PairSet.ends(number)
            return slot & 1 == 0 ? ends : .init(ends.target, ends.source)
        }
        return random.sample(inside, of: 2 * near.count).map { arc(near[$0 / 2], $0) }
            + random.sample(count - inside, of: 2 * far).map { arc(Self.number(ofFree: $0 / 2, excluded), $0) }
    }

    /// The number of the free pair that stands at a place among the free ones: below it lie as many
    /// excluded ones as have a number less their own place that is at most that place.
    private static func number(ofFree place: Int, _ excluded: [Int]) -> Int {
        var (low, high) = (0, excluded.count)
        while low < high {
            let middle = (low + high) / 2
            if excluded[middle] - middle <= place { low = middle + 1 } else { high = middle }
        }
        return place + low
    }

    private static func difference(_ one: [Int], _ other: [Int]) -> [Int] {
        guard !other.isEmpty else { return one }
        return one.filter { number in
            let place = PairSet.place(of: number, in: other)
            return place == other.count || other[place] != number
        }
    }

    private static func union(_ one: [Int], _ other: [Int]) -> [Int] {
        if one.isEmpty { return other }
        if other.isEmpty { return one }
        return (one + difference(other, one)).sorted()
    }
}

extension RandomSource {
    /// Distinct numbers below `bound`, sorted, every choice equally likely (Floyd's algorithm).
    mutating func sample(_ count: Int, of bound: Int) -> [Int] {
        precondition((0...bound).contains(count))
        var chosen = Set<Int>(minimumCapacity: count)
        for last in (bound - count)..<bound {
            if !chosen.insert(below(last + 1)).inserted { chosen.insert(last) }
        }
        return chosen.sorted()
    }
}
