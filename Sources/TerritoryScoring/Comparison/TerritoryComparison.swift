import Vocabulary

/// Several territories in one plane.
///
/// Scored with one seed and method, the territories share each draw's weights, means, thresholds and
/// windows, so that a difference between two is the territories' and not the method's; what is
/// unknown of each is drawn on its own.
public struct TerritoryComparison: Sendable {
    /// What is compared; territories are named by their positions here.
    public let scores: [TerritoryScore]

    /// A panel of scores; nothing is computed yet.
    ///
    /// - Parameter scores: of one method and seed, or a difference may be the method's.
    public init(_ scores: [TerritoryScore]) {
        self.scores = scores
    }

    /// The probability that one territory is ahead of another on an axis, a draw level counting
    /// half; nil where either has no draws.
    public func probability(that one: Int, isAheadOf other: Int, on axis: Axis) -> Double? {
        guard let mine = draws(one, axis), let theirs = draws(other, axis) else { return nil }
        let pairs = zip(mine, theirs).compactMap { pair in pair.0.flatMap { a in pair.1.map { (a, $0) } } }
        guard !pairs.isEmpty else { return nil }
        let ahead = pairs.reduce(0.0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) }
        return ahead / Double(pairs.count)
    }

    /// The change of an axis from one score to another, draw by draw; nil where either has no draws.
    public func change(from one: Int, to other: Int, on axis: Axis) -> Interval? {
        guard let old = draws(one, axis), let new = draws(other, axis) else { return nil }
        return Interval(zip(old, new).compactMap { old, new in old.flatMap { old in new.map { $0 - old } } })
    }

    /// The probability of each rank on an axis, first to last; nil without draws. Equals share the
    /// better rank.
    public func rankProbabilities(of territory: Int, on axis: Axis) -> [Double]? {
        let all = scores.indices.compactMap { draws($0, axis) }
        guard all.count == scores.count, let count = all.map(\.count).min(), count > 0 else { return nil }
        var ranks = [Int](repeating: 0, count: scores.count)
        var known = 0
        for draw in 0..<count {
            guard let own = all[territory][draw] else { continue }
            known += 1
            ranks[all.count { ($0[draw] ?? -1) > own }] += 1
        }
        return known > 0 ? ranks.map { Double($0) / Double(known) } : nil
    }

    /// Where a territory's score over what is known lies between the panel's lowest, 0, and highest,
    /// 1: a column of its own, never mixed into the score. Nil where all are equal or it has none.
    public func minMax(of territory: Int, on axis: Axis) -> Double? {
        let known = scores.compactMap { $0.axis(axis).overKnown }
        guard let own = scores[territory].axis(axis).overKnown, let low = known.min(), let high = known.max(), low < high
        else { return nil }
        return (own - low) / (high - low)
    }

    /// The share of the other territories that it is ahead of, equals counting half; nil where it
    /// is alone.
    public func percentile(of territory: Int, on axis: Axis) -> Double? {
        guard let own = scores[territory].axis(axis).overKnown else { return nil }
        let others = scores.indices.filter { $0 != territory }.compactMap { scores[$0].axis(axis).overKnown }
        guard !others.isEmpty else { return nil }
        return others.reduce(0.0) { $0 + (own > $1 ? 1 : own == $1 ? 0.5 : 0) } / Double(others.count)
    }

    private func draws(_ territory: Int, _ axis: Axis) -> [Double?]? {
        axis == .learning ? scores[territory].uncertainty?.learning : scores[territory].uncertainty?.interaction
    }
}
