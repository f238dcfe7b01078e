import GraphKernels

/// What the expected reach of knowledge would be without each actor, tie and event, found for all of them together.
///
/// In each realisation, what a source reaches through one of them alone is what it loses without: one search of each
/// source and realisation tells it for all (`DominatorSearch`), where looking anew takes one for each that is taken
/// away. The realisations and the sources are those of the whole territory, so that no difference comes from chance.
struct ReachLosses: Sendable {
    private let situation: Situation
    /// The share reached of the whole territory.
    private let share: Double
    /// Heads reached of all sources and realisations, and of each node as a source, each weighed by the source's heads.
    private let whole: Int
    private let fromNode: [Int]
    private let ofNode: [Int]
    private let ofElement: [Int]
    /// By tie of the code: its places among the ties of knowledge.
    private let places: [Int32: [Int32]]
    /// By node, how many actors of the code it stands for.
    private let actorsOf: [Int]
    /// Of the inside actors, of those of them from whom something can pass, and of the sources among these.
    private let heads: Heads
    private let tied: Set<Int32>
    private let asked: Set<Int32>

    /// Nil where the reach is not defined, or nothing passes.
    ///
    /// - Complexity: O(sources · realisations · arcs of what is reached · log of it), of at most 256 sources.
    init?(_ situation: Situation) {
        guard situation.code.knowledgeIsSurveyed, situation.insiderCount > 1, !situation.knowledgeIsEmpty else {
            return nil
        }
        let cascade = Cascade(situation)
        let scenario = situation.scenario
        let sources = cascade.sources
        let weights = (0..<cascade.arcs.nodeCount).map { node in
            node < scenario.nodeCount && scenario.isInside[node] ? scenario.weights[node] : 0
        }
        self.situation = situation
        let arcs = cascade.arcs
        let words = (0..<cascade.words).map { word in cascade.live.map { $0[word] } }
        let parts = Parallel.chunks(of: sources.count, grain: max(1, (sources.count + 15) / 16)) { range in
            var sums = Sums(nodes: arcs.nodeCount, elements: arcs.elementCount)
            var search = DominatorSearch(nodeCount: arcs.nodeCount)
            for place in range { sums.add(sources[place], arcs, words, weights, &search) }
            return sums
        }
        var all = Sums(nodes: arcs.nodeCount, elements: arcs.elementCount)
        for part in parts { all.add(part) }
        (fromNode, ofNode, ofElement) = (all.fromNode, all.ofNode, all.ofElement)
        whole = all.fromNode.reduce(0, +)
        share = Cascade.expectedReach(situation).share
        places = Dictionary(grouping: situation.knowledge) { scenario.knowledge[Int($0)].tie }
        var actorsOf = [Int](repeating: 0, count: scenario.nodeCount)
        for (actor, node) in scenario.nodeOf.enumerated() where node >= 0 && situation.presence.actors[actor] {
            actorsOf[Int(node)] += 1
        }
        self.actorsOf = actorsOf
        tied = Set(cascade.tied)
        asked = Set(sources)
        func sum(_ nodes: some Sequence<Int32>) -> Int { nodes.reduce(0) { $0 + situation.weight($1) } }
        heads = Heads(
            all: sum(situation.insiders),
            squares: situation.insiders.reduce(0) { $0 + situation.weight($1) * situation.weight($1) }, tied: sum(tied),
            asked: sum(asked))
    }

    private struct Heads: Sendable {
        var all: Int
        var squares: Int
        var tied: Int
        var asked: Int
    }

    private struct Sums: Sendable {
        var fromNode: [Int]
        var ofNode: [Int]
        var ofElement: [Int]

        init(nodes: Int, elements: Int) {
            fromNode = Array(repeating: 0, count: nodes)
            ofNode = fromNode
            ofElement = Array(repeating: 0, count: elements)
        }

        /// Adds what one source loses, word by word of the realisations.
        mutating func add(
            _ source: Int32, _ arcs: KnowledgeArcs, _ words: [[UInt64]], _ weights: [Int],
            _ search: inout DominatorSearch
        ) {
            let own = weights[Int(source)]
            for live in words {
                for bit in 0..<64 {
                    let realisation = DominatorSearch.Realisation(arcs: arcs, live: live, bit: 1 << UInt64(bit))
                    search.run(from: source, realisation, weights: weights)
                    fromNode[Int(source)] += (search.weight[0] - own) * own
                    for place in search.order.indices.dropFirst() {
                        ofNode[Int(search.order[place])] += search.weight[place] * own
                    }
                    search.onlyWays(realisation) { element, weight in ofElement[Int(element)] += weight * own }
                }
            }
        }

        mutating func add(_ other: Sums) {
            for place in fromNode.indices { fromNode[place] += other.fromNode[place] }
            for place in ofNode.indices { ofNode[place] += other.ofNode[place] }
            for place in ofElement.indices { ofElement[place] += other.ofElement[place] }
        }
    }

    /// The share reached where so much is lost and one node is no source any more.
    private func share(losing loss: Int, without node: Int32? = nil) -> Double? {
        guard whole > 0 else { return share }
        var (left, lost) = (heads, loss)
        if let node {
            let own = situation.weight(node)
            if situation.scenario.isInside[Int(node)] {
                left.all -= own
                left.squares -= own * own
            }
            if tied.contains(node) { left.tied -= own }
            if asked.contains(node) {
                left.asked -= own
                lost += fromNode[Int(node)]
            }
        }
        func pairs(_ heads: Heads) -> Double { Double(heads.all) * Double(heads.all) - Double(heads.squares) }
        func ratio(_ one: Int, _ other: Int) -> Double { Double(one) / Double(other) }
        guard pairs(left) > 0 else { return nil }
        guard left.asked > 0 else { return 0 }
        // Each ratio is 1 where nothing changed, so that what moves nothing moves nothing.
        return share * ratio(whole - lost, whole) * ratio(left.tied, heads.tied) * ratio(heads.asked, left.asked)
            * (pairs(heads) / pairs(left))
    }

    /// Without a tie of the code that is there.
    func share(withoutTie tie: Int) -> Double? {
        // All that one tie tells goes with it, and only of one arc is the loss known.
        guard let own = places[Int32(tie)], own.count == 1 else { return nil }
        return share(losing: ofElement[Int(own[0])])
    }

    /// Without an actor of the code that is there; nil where its node stands for others, too.
    func share(withoutActor actor: Int) -> Double? {
        let node = situation.scenario.nodeOf[actor]
        guard node >= 0, actorsOf[Int(node)] == 1 else { return nil }
        return share(losing: ofNode[Int(node)], without: node)
    }

    /// Without an event of the code.
    func share(withoutEvent event: Int) -> Double? { share(losing: ofNode[situation.scenario.nodeCount + event]) }
}
