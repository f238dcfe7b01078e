import NetworkModel
import Vocabulary

/// How likely one who was asked from memory names a partner, as the answers of those tell who were asked about each
/// other.
///
/// Of a tie whose ends were both asked, each names it with chance d, independently; of those that were named at all a
/// share d ÷ (2 − d) was named by both (capture and recapture). `range` is the central 90 % of d's distribution over a
/// uniform prior, given how many ties were named by one and by both; nil where no such tie says who reported it.
///
/// What breaks it: who forgets a tie may do so because it is weak, and then its other end does too; d is then too high.
struct DetectionRate {
    let range: ClosedRange<Double>?

    /// - Complexity: O(ties + actors).
    init(_ preparation: Preparation, _ layer: String) {
        let (network, code) = (preparation.network, preparation.code)
        let asked = [false, true].map { preparation.observation.askedIDs(about: layer, $0 ? .out : .in) }
        var (byOne, byBoth) = (0, 0)
        for (position, tie) in code.ties.enumerated()
        where code.layers[Int(tie.layer)].rawValue == layer && preparation.presence.ties[position] && !tie.isExtra {
            let row = network.ties[code.tieRow[position]]
            let (source, target) = (network.actors.id(at: row.source), network.actors.id(at: row.target))
            let reporters = Set(row.details.reportedBy)
            let isAsked = (
                asked[1].contains(source) || (!tie.isDirected && asked[0].contains(source)),
                asked[0].contains(target) || (!tie.isDirected && asked[1].contains(target))
            )
            guard isAsked.0, isAsked.1, source != target else { continue }
            switch (reporters.contains(source), reporters.contains(target)) {
            case (true, true): byBoth += 1
            case (true, false), (false, true): byOne += 1
            case (false, false): continue
            }
        }
        range = Self.range(byOne: byOne, byBoth: byBoth)
    }

    static func range(byOne: Int, byBoth: Int) -> ClosedRange<Double>? {
        guard byOne + byBoth > 0 else { return nil }
        // On a grid of d, relative to its highest value.
        let rates = (0..<400).map { (Double($0) + 0.5) / 400 }
        let logs = rates.map { rate in
            Double(byBoth) * naturalLogarithm(rate / (2 - rate))
                + Double(byOne) * naturalLogarithm(max(1e-12, 1 - rate / (2 - rate)))
        }
        let most = logs.max() ?? 0
        let weights = logs.map { exponential($0 - most) }
        let all = weights.reduce(0, +)
        var sum = 0.0
        var (low, high) = (rates[0], rates[rates.count - 1])
        for (rate, weight) in zip(rates, weights) {
            if sum < 0.05 * all { low = rate }
            if sum < 0.95 * all { high = rate }
            sum += weight
        }
        return low...high
    }
}
