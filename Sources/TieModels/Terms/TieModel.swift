/// A model ready to be fitted: which pairs may be tied, which are, and the statistics that it weighs.
///
/// The probability of a network y is exp(θ · g(y)) / κ(θ), g the statistics (Wasserman and Pattison 1996).
public struct TieModel: Sendable {
    /// One coefficient each: its name as `statnet` prints it.
    public let names: [String]
    /// Actors, of a two-mode network those and the events after them.
    public let nodeCount: Int
    /// Whether a tie from i to j differs from one from j to i.
    public let isDirected: Bool
    /// In a two-mode network how many of the nodes are of the first mode; nil where all are of one.
    public let firstModeCount: Int?

    let pairTerms: [PairTerm]
    let structuralTerms: [StructuralTerm]
    /// For each coefficient which term it is of: pair terms first, then structural ones.
    let order: [Int]
    /// Terms of pairs whose coefficient is given and not estimated; −∞ forbids a tie where the term is not 0.
    let offsets: [(term: PairTerm, coefficient: Double)]
    let tables: [Double]
    let ties: [Pair]
    /// Pairs that nobody observed, none of them among the ties.
    let unobserved: [Pair]
    /// No node may have more ties than this: of those that it sends, where ties have a direction.
    var degreeBound: Int?
    /// The pairs that may change, where not all may: of two waves those that can be made, or dissolved.
    var free: [Pair]?

    /// Two nodes; without direction the lesser first.
    struct Pair: Sendable, Hashable {
        let tail: Int
        let head: Int
    }

    var coefficientCount: Int { names.count }
    /// Whether the tie of one pair says nothing of another, so that the likelihood can be written down.
    var isPairIndependent: Bool { structuralTerms.isEmpty && degreeBound == nil }
    /// Whether ties of two nodes say nothing of others, so that the likelihood can still be written down.
    var isDyadIndependent: Bool {
        degreeBound == nil && structuralTerms.allSatisfy { $0 == .mutual || $0 == .asymmetric }
    }
    /// Terms of pairs ask for two-paths at every step, others seldom enough to count them where ties are few.
    private var keepsTwoPaths: Bool {
        let isOfPairs = structuralTerms.contains { if case .pairPartners = $0 { true } else { false } }
        let isNear = nodeCount <= 300 || ties.count > 12 * nodeCount
        return isOfPairs || (isNear && structuralTerms.contains(where: \.needsTwoPaths))
    }

    /// Whether one tie of a pair makes the other likelier or less likely.
    var weighsAnswers: Bool { structuralTerms.contains { $0 == .mutual || $0 == .asymmetric } }

    /// Whether ties that close two-paths are likelier than others or less likely.
    var weighsClosure: Bool { firstModeCount == nil && structuralTerms.contains(where: \.asksBetween) }

    /// Whether pair terms say anything but how many ties there are.
    var tellsPairsApart: Bool { !offsets.isEmpty || pairTerms.contains { if case .one = $0 { false } else { true } } }

    /// What the offsets add to the log-odds of a tie; −∞ where it is forbidden.
    func offset(_ tail: Int, _ head: Int) -> Double {
        offsets.reduce(0) { sum, offset in
            let value = offset.term.value(tail, head)
            return value == 0 ? sum : sum + offset.coefficient * value
        }
    }

    /// Pairs that may change and were observed, without those whose tie an offset forbids.
    var observedPairCount: Int {
        guard offsets.contains(where: { $0.coefficient == -.infinity }) else { return pairCount - unobserved.count }
        let hidden = Set(unobserved)
        var count = 0
        forEachPair { tail, head in
            if offset(tail, head) > -.infinity, !hidden.contains(Pair(tail: tail, head: head)) { count += 1 }
        }
        return count
    }

    /// Pairs that can be tied, of those that may change.
    var pairCount: Int {
        if let free { return free.count }
        if let first = firstModeCount { return first * (nodeCount - first) }
        return isDirected ? nodeCount * (nodeCount - 1) : nodeCount * (nodeCount - 1) / 2
    }

    /// The heads that a tail can be tied to; the tail itself is not among them but where ties are directed.
    func heads(of tail: Int) -> Range<Int> {
        if let first = firstModeCount { return tail < first ? first..<nodeCount : 0..<0 }
        return isDirected ? 0..<nodeCount : tail + 1..<nodeCount
    }

    /// Each pair that can be tied and may change, once.
    @inline(__always)
    func forEachPair(_ body: (Int, Int) -> Void) {
        if let free {
            for pair in free { body(pair.tail, pair.head) }
            return
        }
        for tail in 0..<(firstModeCount ?? nodeCount) {
            for head in heads(of: tail) where head != tail { body(tail, head) }
        }
    }

    /// What was observed, unobserved pairs without tie.
    func observedGraph() -> TieGraph { graph(ties) }

    func graph(_ ties: [Pair]) -> TieGraph {
        var graph = TieGraph(nodeCount: nodeCount, isDirected: isDirected, keepsTwoPaths: keepsTwoPaths)
        for tie in ties { graph.toggle(tie.tail, tie.head) }
        return graph
    }

    /// By how much each statistic grows when the tie is added to the network without it.
    func changes(_ graph: TieGraph, _ tail: Int, _ head: Int, into changes: inout [Double]) {
        let present = graph.has(tail, head) ? 1 : 0
        let between = structuralTerms.contains(where: \.asksBetween) ? graph.twoPaths(tail, head) : 0
        for (place, term) in pairTerms.enumerated() { changes[order[place]] = term.value(tail, head) }
        for (place, term) in structuralTerms.enumerated() {
            changes[order[pairTerms.count + place]] =
                term.change(graph, tail, head, present: present, between: between, tables: tables)
        }
    }

    /// The statistics of a network: those of the one without ties, and what each tie adds.
    func statistics(of ties: [Pair]) -> [Double] {
        var graph = graph([])
        var sums = emptyStatistics
        var changes = [Double](repeating: 0, count: coefficientCount)
        for tie in ties {
            self.changes(graph, tie.tail, tie.head, into: &changes)
            for place in sums.indices { sums[place] += changes[place] }
            graph.toggle(tie.tail, tie.head)
        }
        return sums
    }

    /// The statistics of the network without ties.
    var emptyStatistics: [Double] {
        var sums = [Double](repeating: 0, count: coefficientCount)
        for (place, term) in structuralTerms.enumerated() {
            switch term {
            case .degrees(_, let first, let end, let table):
                sums[order[pairTerms.count + place]] = Double(end - first) * tables[table]
            case .pairPartners, .tiePartners, .mutual, .asymmetric, .transitiveTriples, .cyclicTriples, .triangles:
                break
            }
        }
        return sums
    }
}
