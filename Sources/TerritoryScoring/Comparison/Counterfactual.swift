import NetworkModel
import Tabular
import Vocabulary

/// What would change if actors left, or if planned ties came true.
///
/// Both sides are drawn row by row from the same streams (common random numbers), so that the
/// difference of a row is the change and not chance.
public struct Counterfactual: Sendable {
    /// The score of the territory as it is, without null models, sensitivity and leverage.
    public let before: TerritoryScore
    /// The same of the supposed territory.
    public let after: TerritoryScore
    /// What was supposed, in words.
    public let supposition: Bilingual
    /// One for each axis.
    public let differences: [Difference]
    /// One for each configuration; empty of fewer than two draws in which both sides have one.
    public let probabilities: [ProbabilityDifference]

    /// What the supposition does to an axis.
    public struct Difference: Sendable {
        /// The axis that changes.
        public let axis: Axis
        /// Of the scores over what is known; nil where one side has none.
        public let overKnown: Double?
        /// Over the draws.
        public let interval: Interval?
        /// The share of draws in which the axis rises.
        public let probabilityOfRise: Double?
    }

    /// What the supposition does to how likely a configuration is.
    public struct ProbabilityDifference: Sendable {
        /// The configuration that becomes more or less likely.
        public let configuration: Configuration
        /// Its share of the draws in which both sides have a configuration.
        public let before: Double
        /// The same of the supposed territory.
        public let after: Double
        /// Of the difference.
        public let monteCarloError: Double
    }

    /// Scores the territory as it is and as it would be.
    ///
    /// - Parameters:
    ///   - without: ids of actors that leave.
    ///   - ties: ties that come true, between actors and of kinds of the network; their status and
    ///     dates are not read.
    /// - Throws: `MilieuError`, as `Scoring.score` does, and of cause `data` for a tie that leads
    ///   nowhere.
    public init(
        _ network: Network, without: [String] = [], with ties: [Tie] = [], method: ScoringMethod,
        options: ScoringOptions = ScoringOptions(), progress: ScoringProgress? = nil
    ) throws(MilieuError) {
        let extra = ties.map { tie in
            var tie = tie
            (tie.details.status, tie.details.since, tie.details.until) = (.planned, nil, nil)
            return tie
        }
        let wider = ties.isEmpty ? network : try network.with(extra)
        var base = options
        // The differences need the draws alone.
        (base.hasNulls, base.hasLeverage, base.hasSensitivity) = (false, false, false)
        base.extraTies = ties.count
        var changed = base
        changed.takesExtra = true
        changed.without += without
        let before = try Scoring.score(wider, method: method, options: base, progress: progress)
        let after = try Scoring.score(wider, method: method, options: changed, progress: progress)
        (self.before, self.after) = (before, after)
        supposition = Self.supposition(network, without, ties.count)
        differences = Axis.allCases.map { Self.difference($0, before, after) }
        probabilities = Self.probabilities(before, after)
    }

    /// Indicators whose value is another, or that one side alone has.
    public var changedIndicators: [(before: IndicatorScore, after: IndicatorScore)] {
        Axis.allCases.flatMap { axis in
            zip(before.axis(axis).indicators, after.axis(axis).indicators).filter { old, new in
                old.weight > 0 && old.value.value != new.value.value
            }
        }
    }

    private static func supposition(_ network: Network, _ without: [String], _ ties: Int) -> Bilingual {
        let names = without.compactMap { network.actors.position(of: $0) }.map { network.actors.name(at: $0) }
            .joined(separator: ", ")
        var parts: [Bilingual] = []
        if !without.isEmpty { parts.append(Bilingual(en: "without \(names)", fr: "sans \(names)")) }
        if ties > 0 {
            parts.append(
                ties == 1
                    ? Bilingual(en: "if 1 further tie came true", fr: "si 1 lien de plus se réalisait")
                    : Bilingual(en: "if \(ties) further ties came true", fr: "si \(ties) liens de plus se réalisaient"))
        }
        return Bilingual(en: parts.map(\.en).joined(separator: ", "), fr: parts.map(\.fr).joined(separator: ", "))
    }

    private static func difference(_ axis: Axis, _ before: TerritoryScore, _ after: TerritoryScore) -> Difference {
        func draws(_ score: TerritoryScore) -> [Double?] {
            (axis == .learning ? score.uncertainty?.learning : score.uncertainty?.interaction) ?? []
        }
        let changes = zip(draws(before), draws(after)).map { old, new in old.flatMap { old in new.map { $0 - old } } }
        let pairs = changes.compactMap { $0 }
        let (old, new) = (before.axis(axis).overKnown, after.axis(axis).overKnown)
        return Difference(
            axis: axis, overKnown: old.flatMap { old in new.map { $0 - old } }, 
            interval: Interval(changes, before.uncertainty?.errors ?? .independent),
            probabilityOfRise: pairs.isEmpty ? nil : Double(pairs.count { $0 > 0 }) / Double(pairs.count))
    }

    private static func probabilities(_ before: TerritoryScore, _ after: TerritoryScore) -> [ProbabilityDifference] {
        let pairs = zip(before.uncertainty?.configurations ?? [], after.uncertainty?.configurations ?? [])
            .map { old, new in old.flatMap { old in new.map { (old, $0) } } }
        let count = pairs.count { $0 != nil }
        guard count > 1 else { return [] }
        // Draws are the same in both, and so are the chains that they come from.
        let errors = before.uncertainty?.errors ?? .independent
        return Configuration.allCases.map { configuration in
            func share(_ isIn: ((Configuration, Configuration)) -> Bool) -> Double {
                Double(pairs.count { $0.map(isIn) ?? false }) / Double(count)
            }
            let moves = pairs.map { pair in
                pair.map { ($0.1 == configuration ? 1.0 : 0) - ($0.0 == configuration ? 1 : 0) }
            }
            return ProbabilityDifference(
                configuration: configuration, before: share { $0.0 == configuration },
                after: share { $0.1 == configuration }, monteCarloError: errors.ofMean(moves))
        }
    }
}

extension Network {
    /// The network with further ties at the end.
    fileprivate func with(_ more: [Tie]) throws(MilieuError) -> Network {
        let places = Array(ties.indices) + more.map { _ -> Int? in nil }
        return try replacing(ties: Ties(Array(ties) + more, attributes: ties.attributes.map { $0.rows(at: places) }))
    }
}
