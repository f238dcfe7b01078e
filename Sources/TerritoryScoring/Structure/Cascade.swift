/// Independent cascades of knowledge from inside actors, many realisations at once.
///
/// Along a directed tie's direction, along an undirected one both ways; through an event from any
/// who take part to any other, each half-step with chance √p, so that the event as a whole passes on
/// with the chance of one tie. Every realisation is one bit, and four words of 64 go at once: the
/// four words of one source, or in a large territory four sources.
struct Cascade {
    private let situation: Situation
    let arcs: KnowledgeArcs
    let words: Int
    /// By element of the arcs: the realisations in which it passes knowledge on.
    let live: [CascadeLanes]
    /// By node of the arcs: whether some arc leaves it.
    private let isTied: [Bool]

    init(_ situation: Situation) {
        let scenario = situation.scenario
        let (p, liveness) = (situation.cascadeProbability, scenario.code.liveness)
        self.situation = situation
        (arcs, words) = (scenario.knowledgeArcs, liveness.words)
        var live = [CascadeLanes](repeating: .zero, count: arcs.elementCount)
        var isTied = [Bool](repeating: false, count: arcs.nodeCount)
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            live[Int(place)] = liveness.lanes(ofTie: Int(scenario.knowledgePairTies[Int(link.pair)]), p: p)
            isTied[Int(link.source)] = true
            if !link.isDirected { isTied[Int(link.target)] = true }
        }
        let half = p.squareRoot()
        for place in situation.knowledgeSeats {
            let seat = scenario.knowledgeSeats[Int(place)]
            live[arcs.tieCount + Int(place)] = liveness.lanes(ofSeat: Int(place), p: half)
            isTied[Int(seat.node)] = true
            isTied[scenario.nodeCount + Int(seat.event)] = true
        }
        (self.live, self.isTied) = (live, isTied)
    }

    /// The expected share of the other inside actors that knowledge from a random one reaches.
    ///
    /// - Complexity: O(ties of knowledge · a few), and for each source what it reaches beside the
    ///   hub's reach. In a territory of more than 256 inside actors in K the sources are 256 of
    ///   them, evenly spread over the canonical order.
    static func expectedReach(_ situation: Situation) -> (share: Double, error: Double?) {
        let cascade = Cascade(situation)
        let (tied, sources) = (cascade.tied, cascade.sources)
        guard situation.insiderCount > 1, !sources.isEmpty else { return (0, nil) }
        func heads(_ nodes: [Int32]) -> Double { nodes.reduce(0) { $0 + Double(situation.weight($1)) } }
        let all = heads(situation.insiders)
        let pairs = situation.insiders.reduce(all * all) { $0 - Double(situation.weight($1) * situation.weight($1)) }
        let scale = heads(tied) / (heads(sources) * pairs * 64)
        let reached = cascade.counts(from: sources)
        let shares =
            cascade.words == 4 ? (0..<4).map { Double(reached[$0]) * scale } : [Double(reached.wrappedSum()) * scale]
        let mean = shares.reduce(0, +) / Double(shares.count)
        guard shares.count > 1 else { return (mean, nil) }
        // The words are drawn apart: how they scatter tells how sure their mean is.
        let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(shares.count * (shares.count - 1))).squareRoot())
    }

    /// Inside actors from whom something can pass.
    var tied: [Int32] { situation.insiders.filter { isTied[Int($0)] } }

    /// Of these all, or as many as are asked.
    var sources: [Int32] {
        let (tied, most) = (tied, Self.mostSources)
        return tied.count <= most ? tied : (0..<most).map { tied[$0 * tied.count / most] }
    }

    private static let mostSources = 256

    /// For each lane, over its realisations, how many heads of other inside actors are reached from its
    /// sources, each by its own heads.
    ///
    /// Most of what is reached, most sources reach through the same few actors. So what a hub reaches
    /// is found once, and where a source reaches the hub, only what it reaches beside it remains to be
    /// sought: no way leads from what the hub reaches to anything else.
    private func counts(from sources: [Int32]) -> SIMD4<Int> {
        let isInside = situation.scenario.isInside
        var search = CascadeSearch<CascadeLanes>(nodeCount: arcs.nodeCount)
        let hub = hubReach
        let weights = situation.scenario.weights
        let sums = BitSums(hub.reached, where: isInside, weights: weights)
        var counts = SIMD4<Int>.zero
        let step = words == 4 ? 1 : 4
        for first in stride(from: 0, to: sources.count, by: step) {
            let count = min(4, (sources.count - first) * words)
            var joined = CascadeLanes.zero
            var (own, found) = (SIMD4<Int>.zero, SIMD4<Int>.zero)
            for lane in 0..<count {
                let source = Int(sources[step == 1 ? first : first + lane])
                var start = CascadeLanes.zero
                joined[lane] = hub.reaching[source][lane]
                start[lane] = ~(hub.reached[source][lane] & joined[lane])
                search.start(at: source, start)
                // Nobody reaches itself; and each word of a source weighs as it does.
                own[lane] = weights[source]
            }
            search.run(along: arcs.forward, live, without: hub.reached, where: joined)
            for node in search.touched where Int(node) < isInside.count && isInside[Int(node)] {
                found &+=
                    SIMD4<Int>(truncatingIfNeeded: search.reached[Int(node)].nonzeroBitCount) &* weights[Int(node)]
            }
            found &+= sums.total(where: joined)
            counts &+= (found &- own &* 64) &* own
            search.clear()
        }
        return counts
    }

    /// What the hub reaches and who reaches it; where there is one word, the same in all lanes.
    private var hubReach: HubReach<CascadeLanes> {
        guard words == 1 else { return HubReach(arcs, live, isTied) }
        return HubReach(arcs, live.map { $0[0] }, isTied).inAllLanes
    }
}

/// Each realisation's hub: by node, the realisations in which the hub reaches it, and in which it reaches the hub.
///
/// Each realisation has a hub of its own, or in some of them the same actor would be cut off and
/// spare nothing. Any choice gives the same counts.
private struct HubReach<Words: CascadeWords> {
    private(set) var reached: [Words]
    private(set) var reaching: [Words]
}

extension HubReach {
    init(_ arcs: KnowledgeArcs, _ live: [Words], _ isTied: [Bool]) {
        var search = CascadeSearch<Words>(nodeCount: arcs.nodeCount)
        reached = Array(repeating: .none, count: arcs.nodeCount)
        reaching = reached
        var best = [Int](repeating: 0, count: 64 * Words.count)
        var open = ~Words.none
        for hub in arcs.hubs where isTied[hub] && open != .none {
            let back = search.all(from: hub, open, along: arcs.backward, live)
            let there = search.all(from: hub, open, along: arcs.forward, live)
            let sizes = zip(BitSums(there, where: isTied).all, BitSums(back, where: isTied).all).map { $0 * $1 }
            let better = Self.words { sizes[$0] > best[$0] }
            for (bit, size) in sizes.enumerated() { best[bit] = max(best[bit], size) }
            for node in reached.indices {
                reached[node].replace(with: there[node], where: better)
                reaching[node].replace(with: back[node], where: better)
            }
            // Near enough to the best of all realisations to be no one's backwater.
            let enough = (best.max() ?? 0) / 4
            open = Self.words { best[$0] < enough }
        }
    }

    /// The realisations for which something holds.
    private static func words(where holds: (Int) -> Bool) -> Words {
        var words = Words.none
        for bit in 0..<64 * Words.count where holds(bit) { words[word: bit / 64] |= 1 << UInt64(bit % 64) }
        return words
    }
}

extension HubReach where Words == UInt64 {
    var inAllLanes: HubReach<CascadeLanes> {
        HubReach<CascadeLanes>(
            reached: reached.map { CascadeLanes(repeating: $0) }, reaching: reaching.map { CascadeLanes(repeating: $0) }
        )
    }
}
