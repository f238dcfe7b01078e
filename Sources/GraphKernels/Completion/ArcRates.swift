/// One set of rates at which arcs arise, and how they hide: a point of the posterior.
///
/// Arcs of kind t from i to j arise as seeds at rate λ = ω(blocks of i, j) · φᵢ · ψⱼ, Poisson; a seed has companions of
/// other kinds and directions on the same pair, each with a chance of its own. An arc is there where a seed or a
/// companion is.
struct ArcRates: Sendable {
    let layout: ArcLayout
    /// By kind and node, of mean about 1: how readily a node sends and receives.
    var sending: [[Double]]
    var receiving: [[Double]]
    /// By kind, block of the source and block of the target.
    var omega: [[Double]]
    /// By kind and companion of the layout: its chance.
    var companions: [[Double]]
    /// By kind and node: the chance that an arc stays unseen as far as this end is concerned; it stays so if
    /// both ends let it.
    var senderHides: [[Double]]
    var receiverHides: [[Double]]

    init(_ layout: ArcLayout) {
        self.layout = layout
        let ones = [[Double]](repeating: Array(repeating: 1, count: layout.nodeCount), count: layout.kindCount)
        (sending, receiving, senderHides, receiverHides) = (ones, ones, ones, ones)
        omega = Array(
            repeating: Array(repeating: 0, count: layout.blockCount * layout.blockCount), count: layout.kindCount)
        companions = layout.companions.map { $0.map { $0.prior.with / ($0.prior.with + $0.prior.without) } }
    }

    /// Of an undirected kind, that of both orientations.
    func rate(_ kind: Int, _ source: Int32, _ target: Int32) -> Double {
        let one = orientedRate(kind, source, target)
        return layout.partial.kinds[kind].isDirected ? one : one + orientedRate(kind, target, source)
    }

    func orientedRate(_ kind: Int, _ source: Int32, _ target: Int32) -> Double {
        omega[kind][layout.block(source) * layout.blockCount + layout.block(target)] * sending[kind][Int(source)]
            * receiving[kind][Int(target)]
    }

    /// The chance that an arc that is there was not shown.
    func hiding(_ kind: Int, _ source: Int32, _ target: Int32) -> Double {
        guard layout.isListed(source), layout.isListed(target) else { return 1 }
        guard !layout.partial.kinds[kind].isWhole else { return 0 }
        return senderHides[kind][Int(source)] * receiverHides[kind][Int(target)]
    }

    /// The ends of a companion of an arc.
    func ends(_ companion: ArcLayout.Companion, of source: Int32, _ target: Int32) -> (Int32, Int32) {
        companion.isReversed ? (target, source) : (source, target)
    }

    /// The share of seeds to keep between two nodes of which no arc of this kind was shown: with rate λ and chance e of
    /// being shown an arc is there with chance p(1 − e)/(1 − pe), p = 1 − e^−λ, which is that of a Poisson number of
    /// mean λ + ln(1 − pe).
    func unseen(_ kind: Int, _ source: Int32, _ target: Int32) -> Double {
        ShareTold.unseen(rate: rate(kind, source, target), shown: 1 - hiding(kind, source, target))
    }

    /// The chance that none of a seed's companions was shown, but for one of them.
    func silence(_ kind: Int, _ source: Int32, _ target: Int32, but spared: Int? = nil) -> Double {
        var chance = 1.0
        for (place, companion) in layout.companions[kind].enumerated() where place != spared {
            let (one, other) = ends(companion, of: source, target)
            chance *= 1 - companions[kind][place] * (1 - hiding(companion.kind, one, other))
        }
        return chance
    }

    /// The kinds of which something can be hidden.
    var hasHidden: [Bool] {
        let isPartial = layout.groups.contains { !$0.isListed }
        return layout.partial.kinds.map { isPartial || !$0.isWhole }
    }

    /// By node, how many seeds it would send (or receive) on average, were its own factor 1.
    ///
    /// - Parameter areShown: those that would be shown; otherwise those that would stay hidden.
    /// - Complexity: O(nodes + blocks²).
    func exposures(_ kind: Int, ofSenders: Bool, areShown: Bool) -> [Double] {
        let (count, joined) = (layout.blockCount, layout.joined(kind))
        let (others, omega) = (ofSenders ? receiving[kind] : sending[kind], omega[kind])
        let (own, their) =
            ofSenders ? (senderHides[kind], receiverHides[kind]) : (receiverHides[kind], senderHides[kind])
        let isWhole = layout.partial.kinds[kind].isWhole
        // By block: all of the listed, what hides of them, and the unlisted.
        var masses = [SIMD4<Double>](repeating: .zero, count: count)
        for node in joined.nodes {
            let (factor, block) = (others[Int(node)], layout.block(node))
            if layout.isListed(node) {
                masses[block] += SIMD4(factor, isWhole ? 0 : factor * their[Int(node)], 0, 0)
            } else {
                masses[block][2] += factor
            }
        }
        let sums = (0..<count).map { block in
            var sum = SIMD4<Double>.zero
            for other in joined.partners[block] {
                sum += omega[ofSenders ? block * count + other : other * count + block] * masses[other]
            }
            return sum
        }
        var exposures = [Double](repeating: 0, count: layout.nodeCount)
        for node in joined.nodes {
            let (place, block) = (Int(node), layout.block(node))
            let sum = sums[block]
            // Nobody is tied to itself.
            let itself = omega[block * count + block] * others[place]
            guard layout.isListed(node) else {
                exposures[place] = areShown ? 0 : max(0, sum[0] + sum[2] - itself)
                continue
            }
            let hidden = isWhole ? 0 : own[place] * (sum[1] - itself * their[place])
            exposures[place] = max(0, areShown ? sum[0] - itself - hidden : hidden + sum[2])
        }
        return exposures
    }
}
