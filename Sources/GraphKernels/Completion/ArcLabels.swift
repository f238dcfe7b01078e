/// How the shown arcs came about: each is a seed, or the companion of a seed of the same pair, which was shown or is
/// hidden.
struct ArcLabels: Sendable {
    private enum Origin {
        case seed
        /// Place of the parent among the shown arcs.
        case companion(parent: Int)
        /// Which companion of it, as its kind lists them.
        case hidden(parent: PartialArcs.Arc, companion: Int)
    }

    private let layout: ArcLayout
    /// By kind: of what kinds, as which companion, an arc of it can come with another.
    private let parents: [[(kind: Int, place: Int, isReversed: Bool)]]
    private var origins: [Origin]
    private var children: [Int]

    init(_ layout: ArcLayout) {
        self.layout = layout
        var parents = [[(kind: Int, place: Int, isReversed: Bool)]](repeating: [], count: layout.kindCount)
        for (kind, list) in layout.companions.enumerated() {
            for (place, companion) in list.enumerated() {
                parents[companion.kind].append((kind, place, companion.isReversed))
            }
        }
        self.parents = parents
        origins = Array(repeating: .seed, count: layout.partial.arcs.count)
        children = Array(repeating: 0, count: layout.partial.arcs.count)
    }

    func isSeed(_ arc: Int) -> Bool {
        if case .seed = origins[arc] { true } else { false }
    }

    var seeds: [Int] { origins.indices.filter(isSeed) }

    var hiddenParents: [PartialArcs.Arc] {
        PartialArcs.once(
            origins.compactMap { if case .hidden(let parent, _) = $0 { parent } else { nil } }, layout.partial.kinds)
    }

    /// Of what kinds hidden seeds are that brought a shown arc, and as which companion.
    var hiddenCompanions: [(kind: Int, companion: Int)] {
        origins.compactMap { origin in
            if case .hidden(let parent, let companion) = origin { (Int(parent.kind), companion) } else { nil }
        }
    }

    /// Whether an arc of the pair is the companion of this seed, absent, or something else.
    func companion(_ kind: Int, _ source: Int32, _ target: Int32, of seed: Int, in pair: Range<Int>) -> Bool? {
        for place in pair {
            let arc = layout.partial.arcs[place]
            guard Int(arc.kind) == kind, arc.source == source || !layout.partial.kinds[kind].isDirected else {
                continue
            }
            if case .companion(let parent) = origins[place], parent == seed { return true }
            return false
        }
        return nil
    }

    /// Whether a hidden seed already brought another arc of the pair.
    private func isHiddenParent(_ seed: PartialArcs.Arc, of pair: Range<Int>, but place: Int) -> Bool {
        pair.contains { other in
            if other != place, case .hidden(let parent, _) = origins[other] { parent == seed } else { false }
        }
    }

    /// Draws the origin of each shown arc anew, given those of the others.
    mutating func redraw(_ rates: ArcRates, _ random: inout RandomSource) {
        for pair in layout.pairs {
            for arc in pair where children[arc] == 0 {
                if case .companion(let parent) = origins[arc] { children[parent] -= 1 }
                origins[arc] = drawn(arc, in: pair, rates, &random)
                if case .companion(let parent) = origins[arc] { children[parent] += 1 }
            }
        }
    }

    /// Each way in which an arc can have come about has the odds that it alone brought it and let it be seen: of a seed
    /// at rate λ that is silent otherwise, those of (1 − e^−λ) · shown, of a companion those of its chance · shown.
    private func drawn(_ place: Int, in pair: Range<Int>, _ rates: ArcRates, _ random: inout RandomSource) -> Origin {
        let arc = layout.partial.arcs[place]
        let kind = Int(arc.kind)
        let isDirected = layout.partial.kinds[kind].isDirected
        let shown = 1 - rates.hiding(kind, arc.source, arc.target)
        var chosen = Origin.seed
        let chance = (1 - Logarithm.exponential(-rates.rate(kind, arc.source, arc.target))) * shown
        let seeding = chance / (1 - min(0.999, chance))
        var sum = max(seeding * rates.silence(kind, arc.source, arc.target), 1e-300)
        /// One more candidate, kept with its share of all odds so far.
        func take(_ odds: Double, _ random: inout RandomSource) -> Bool {
            guard odds > 0 else { return false }
            sum += odds
            return random.unit() * sum < odds
        }
        for (parent, companion, isReversed) in parents[kind] {
            let chance = rates.companions[parent][companion] * shown
            for isTurned in isDirected ? [isReversed] : [false, true] {
                let (source, target) = isTurned ? (arc.target, arc.source) : (arc.source, arc.target)
                // What an undirected arc has no direction for is read from its lower to its higher end.
                if !layout.partial.kinds[parent].isDirected, source > target { continue }
                for other in pair where other != place && isSeed(other) {
                    let seed = layout.partial.arcs[other]
                    guard Int(seed.kind) == parent, seed.source == source, seed.target == target else { continue }
                    if take(chance / (1 - min(0.999, chance)), &random) { chosen = .companion(parent: other) }
                }
                let seed = PartialArcs.Arc(source: source, target: target, kind: Int32(parent))
                if isHiddenParent(seed, of: pair, but: place) {
                    if take(chance / (1 - min(0.999, chance)), &random) {
                        chosen = .hidden(parent: seed, companion: companion)
                    }
                } else {
                    let hidden = rates.rate(parent, source, target) * rates.hiding(parent, source, target)
                    guard hidden > 0 else { continue }
                    let silence = rates.silence(parent, source, target, but: companion)
                    if take(hidden * chance * silence, &random) {
                        chosen = .hidden(parent: seed, companion: companion)
                    }
                }
            }
        }
        return chosen
    }
}
