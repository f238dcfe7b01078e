/// What shown arcs say of the share told, about which nothing else in the data says anything.
///
/// Where an arc is shown, another of the same pair is shown with at most the chance of being told, and just that chance
/// if it is always there. So the share of shown arcs that are returned, or come with another kind, bounds the share told
/// from below, whatever the network is like: where half of what was told is returned, not much less than half is told.
/// What the bound leaves, the prior decides: of the chances that arcs come with one another only the best is asked
/// (a profile likelihood), since their prior would say of the share told what nobody knows.
struct ToldEvidence: Sendable {
    /// Shown arcs that could have come with another one that could have been shown, of all kinds together: asked kind by
    /// kind, the best chance of each would follow what its few arcs happen to have come with.
    private struct Seen {
        let isReturn: Bool
        /// The other ones: kind and ends.
        var others: [(kind: Int, source: Int32, target: Int32)] = []
        var with = 0.0
        var without = 0.0
    }

    private let layout: ArcLayout
    private let seen: [Seen]
    private let degrees: [Double]

    /// - Complexity: O(arcs · companions).
    init(_ layout: ArcLayout) {
        self.layout = layout
        let arcs = layout.partial.arcs
        let shown = Set(arcs)
        var degrees = [Double](repeating: 0, count: layout.nodeCount)
        for arc in arcs {
            degrees[Int(arc.source)] += 1
            degrees[Int(arc.target)] += 1
        }
        self.degrees = degrees
        var (returns, doubles) = (Seen(isReturn: true), Seen(isReturn: false))
        func look(_ kind: Int, _ companion: ArcLayout.Companion, _ seen: inout Seen) {
            for arc in arcs where Int(arc.kind) == kind && layout.isListed(arc.source) && layout.isListed(arc.target) {
                let ends = companion.isReversed ? (arc.target, arc.source) : (arc.source, arc.target)
                seen.others.append((companion.kind, ends.0, ends.1))
                let isTurned = !layout.partial.kinds[companion.kind].isDirected && ends.0 > ends.1
                let (one, other) = isTurned ? (ends.1, ends.0) : ends
                // Of a pair that was shown both ways each arc is the other's return: half of it.
                if shown.contains(.init(source: one, target: other, kind: Int32(companion.kind))) {
                    seen.with += seen.isReturn ? 0.5 : 1
                } else {
                    seen.without += 1
                }
            }
        }
        for (kind, companions) in layout.companions.enumerated() {
            for companion in companions {
                guard case .share = layout.partial.kinds[companion.kind].sight else { continue }
                if companion.kind == kind {
                    look(kind, companion, &returns)
                } else if !companion.isReversed {
                    look(kind, companion, &doubles)
                }
            }
        }
        seen = [returns, doubles].filter { $0.with > 0 }
    }

    /// Where in its range a chain's share told lies, if `quantile` of what is believed lies below.
    ///
    /// - Complexity: O(steps · (nodes + arcs · companions)).
    func placed(_ quantile: Double, prominence: Double, _ random: inout RandomSource) -> Double {
        guard !seen.isEmpty else { return quantile }
        let steps = 16
        var rates = ArcRates(layout)
        let logs = (0..<steps).map { step in
            let place = (Double(step) + 0.5) / Double(steps)
            ArcTelling(layout, quantile: place, prominence: prominence).hide(&rates, degrees: degrees, &random)
            return fit(rates)
        }
        let most = logs.max() ?? 0
        let weights = logs.map { Logarithm.exponential($0 - most) }
        var goal = quantile * weights.reduce(0, +)
        for (step, weight) in weights.enumerated() {
            if goal <= weight || step == steps - 1 {
                return (Double(step) + min(1, weight > 0 ? goal / weight : 0.5)) / Double(steps)
            }
            goal -= weight
        }
        return quantile
    }

    /// The logarithm of the likelihood, relative to its highest value.
    private func fit(_ rates: ArcRates) -> Double {
        seen.reduce(0) { sum, seen in
            let shown = seen.others.reduce(0) { $0 + 1 - rates.hiding($1.kind, $1.source, $1.target) }
            let chance = shown / Double(seen.others.count)
            // Of pairs of which either way is shown, both are if both are told.
            let most = min(1 - 1e-9, seen.isReturn ? chance / (2 - chance) : chance)
            let found = seen.with / (seen.with + seen.without)
            guard found > most else { return sum }
            let rest = seen.without > 0 ? seen.without * Logarithm.natural((1 - most) / (1 - found)) : 0
            return sum + seen.with * Logarithm.natural(max(1e-12, most) / found) + rest
        }
    }
}
