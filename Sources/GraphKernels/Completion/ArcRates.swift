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
        let count = layout.blockCount
        let others = ofSenders ? receiving[kind] : sending[kind]
        let (own, their) =
            ofSenders ? (senderHides[kind], receiverHides[kind]) : (receiverHides[kind], senderHides[kind])
        let isWhole = layout.partial.kinds[kind].isWhole
        var (all, hidden) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        var unlisted = all
        for (node, factor) in others.enumerated() {
            let block = layout.block(Int32(node))
            if layout.isListed(Int32(node)) {
                all[block] += factor
                hidden[block] += factor * (isWhole ? 0 : their[node])
            } else {
                unlisted[block] += factor
            }
        }
        func sums(_ masses: [Double]) -> [Double] {
            (0..<count).map { block in
                (0..<count).reduce(0.0) { sum, other in
                    sum + omega[kind][ofSenders ? block * count + other : other * count + block] * masses[other]
                }
            }
        }
        let (allSums, hiddenSums, unlistedSums) = (sums(all), sums(hidden), sums(unlisted))
        return others.indices.map { node in
            let block = layout.block(Int32(node))
            // Nobody is tied to itself.
            let itself = omega[kind][block * count + block] * others[node]
            guard layout.isListed(Int32(node)) else {
                return areShown ? 0 : max(0, allSums[block] + unlistedSums[block] - itself)
            }
            let hides = isWhole ? 0 : own[node]
            let hidden = hides * (hiddenSums[block] - itself * (isWhole ? 0 : their[node]))
            return max(0, areShown ? allSums[block] - itself - hidden : hidden + unlistedSums[block])
        }
    }
}
