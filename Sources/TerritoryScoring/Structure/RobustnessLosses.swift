/// What the robustness would be without a tie, where that is known without taking everyone away anew.
///
/// Most ties leave the curve of removals as it is: as long as a tie is spare (`SpareTies`), as much hangs on each as
/// before, and the same leave; once one of its ends has left, the rest is the same territory. Only the network without
/// hubs, which robustness is measured against, has a tie fewer.
struct RobustnessLosses: Sendable {
    private let curve: RemovalCurve.Course
    private let whole: Double
    private let fewer: Double
    private let pairs: [Scenario.Pair]
    /// By tie of the code, the pair that it ties; −1 where it is of no interaction.
    private let pairOf: [Int32]
    /// By pair, how many ties it has.
    private let tieCounts: [Int32]

    /// Nil where robustness is not defined, or nothing was found.
    ///
    /// - Complexity: O(rounds · (nodes + ties + seats)).
    init?(_ situation: Situation) {
        guard situation.missingInteraction == nil, situation.insiderCount > 2, situation.graph.pairCount > 0 else {
            return nil
        }
        var removal = RemovalCurve(situation.graph, insiders: situation.insiders)
        curve = removal.course()
        (whole, fewer) = (curve.robustness(), curve.robustness(withoutTies: 1))
        pairs = situation.scenario.pairs
        var pairOf = [Int32](repeating: -1, count: situation.code.ties.count)
        var tieCounts = [Int32](repeating: 0, count: pairs.count)
        for place in situation.interaction {
            let link = situation.scenario.interaction[Int(place)]
            pairOf[Int(link.tie)] = link.pair
            tieCounts[Int(link.pair)] += 1
        }
        (self.pairOf, self.tieCounts) = (pairOf, tieCounts)
    }

    /// Nil where everyone has to be taken away anew to know.
    ///
    /// - Complexity: O(rounds).
    func value(withoutTie tie: Int) -> Double? {
        guard pairOf[tie] >= 0 else { return nil }
        let pair = Int(pairOf[tie])
        guard tieCounts[pair] == 1 else { return whole }
        return curve.stays(without: pairs[pair].low, pairs[pair].high) ? fewer : nil
    }
}
