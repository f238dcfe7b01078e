import NetworkModel
import Tabular
import Vocabulary

/// What would change if actors left, or if planned ties came true.
///
/// Both sides are drawn row by row from the same streams, so that the difference of a row is the
/// change and not chance.
public struct Counterfactual: Sendable {
    public let before: TerritoryScore
    public let after: TerritoryScore
    public let differences: [Difference]

    public struct Difference: Sendable {
        public let axis: Axis
        /// Of the scores over what is known; nil where one side has none.
        public let overKnown: Double?
        /// Over the draws.
        public let interval: Interval?
        /// The share of draws in which the axis rises.
        public let probabilityOfRise: Double?
    }

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
        var (base, changed) = (options, options)
        (base.extraTies, changed.extraTies) = (ties.count, ties.count)
        changed.takesExtra = true
        changed.without += without
        let (before, after) = (
            try Scoring.score(wider, method: method, options: base, progress: progress),
            try Scoring.score(wider, method: method, options: changed, progress: progress)
        )
        (self.before, self.after) = (before, after)
        differences = Axis.allCases.map { axis in
            Self.difference(axis, before, after)
        }
    }

    private static func difference(_ axis: Axis, _ before: TerritoryScore, _ after: TerritoryScore) -> Difference {
        func draws(_ score: TerritoryScore) -> [Double?] {
            (axis == .learning ? score.uncertainty?.learning : score.uncertainty?.interaction) ?? []
        }
        let pairs = zip(draws(before), draws(after)).compactMap { old, new in old.flatMap { old in new.map { $0 - old } } }
        let (old, new) = (before.axis(axis).overKnown, after.axis(axis).overKnown)
        return Difference(
            axis: axis, overKnown: old.flatMap { old in new.map { $0 - old } }, interval: Interval(pairs),
            probabilityOfRise: pairs.isEmpty ? nil : Double(pairs.count { $0 > 0 }) / Double(pairs.count))
    }
}

extension Network {
    /// The network with further ties at the end.
    fileprivate func with(_ more: [Tie]) throws(MilieuError) -> Network {
        try Network(
            description: description, actors: actors,
            ties: Ties(Array(ties) + more, furtherColumns: ties.furtherColumns), events: events,
            participation: participation, tieKinds: tieKinds, actorKinds: actorKinds, eventKinds: eventKinds,
            sources: sources)
    }
}
