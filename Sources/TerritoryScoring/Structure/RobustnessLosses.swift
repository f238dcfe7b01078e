/// What the robustness is without a tie, found from how the removals went with all.
///
/// Most ties leave the curve of removals as it is: as long as a tie is spare (`SpareTies`), as much hangs on each as
/// before, and the same leave; once one of its ends has left, the rest is the same territory.
struct RobustnessLosses: Sendable {
    private let course: RemovalCurve.Course
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
        var curve = RemovalCurve(situation.graph, insiders: situation.insiders)
        course = curve.course()
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

    /// Nil for a tie of no interaction, and where nothing is left without it.
    ///
    /// - Parameter left: the situation without the tie.
    /// - Complexity: O(rounds), and a search for each in which something hangs on the tie.
    func value(withoutTie tie: Int, _ left: Situation) -> Double? {
        guard pairOf[tie] >= 0, left.graph.pairCount + left.graph.seatCount > 0 else { return nil }
        let pair = Int(pairOf[tie])
        // The pair stays tied.
        guard tieCounts[pair] == 1 else { return course.robustness }
        return course.without(pairs[pair].low, pairs[pair].high, left.graph, insiders: left.insiders).robustness
    }
}
