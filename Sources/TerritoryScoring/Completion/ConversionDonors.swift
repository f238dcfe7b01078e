import GraphKernels

/// What those who were asked made of the knowledge that they received, from which a draw takes what the others made of it.
///
/// Who cooperates in the wake of what he learned does so more regularly than drawn ties with drawn dates can tell: whether
/// something follows is a thing between two ties of one actor, not between the two ends of one. So of those who were not
/// asked a draw takes the shares as a Bayesian bootstrap of those who were gives them (Rubin 1981), and with the weight of
/// one further exposure any between chance and certainty.
struct ConversionDonors: Sendable {
    private let fruits: [KnowledgeConversion.Fruit]
    /// By node of the preparation's scenario; drawn actors stand behind.
    private let isHidden: [Bool]

    /// Nil where nobody was asked, or those who were received nothing whose time is over.
    init?(_ preparation: Preparation, isAsked: (Int32) -> Bool) {
        let scenario = preparation.scenario
        var isHidden = [Bool](repeating: true, count: scenario.nodeCount)
        for (actor, node) in scenario.nodeOf.enumerated() where node >= 0 && isAsked(Int32(actor)) {
            // An organisation's part is a node of its own where parts are read apart.
            (isHidden[Int(node)], isHidden[actor]) = (false, false)
        }
        let situation = Situation(scenario, preparation.presence, cascadeProbability: 1)
        let known = KnowledgeConversion.fruits(situation).filter { !isHidden[Int($0.key)] }
        guard !known.isEmpty else { return nil }
        fruits = known.sorted { $0.key < $1.key }.map(\.value)
        self.isHidden = isHidden
    }

    func drawn(_ nodeCount: Int, _ random: inout RandomSource) -> HiddenConversion {
        let all = fruits.reduce(0) { $0 + $1.all }
        let chance = fruits.reduce(0) { $0 + $1.expected } / all
        let further = -naturalLogarithm(1 - random.unit())
        var (sum, expected) = (further, further * chance)
        var followed = further * (chance + random.unit() * (1 - chance))
        for fruit in fruits {
            let weight = -naturalLogarithm(1 - random.unit())
            sum += weight * fruit.all
            followed += weight * fruit.followed
            expected += weight * fruit.expected
        }
        return HiddenConversion(
            isHidden: isHidden + Array(repeating: true, count: max(0, nodeCount - isHidden.count)),
            followed: followed / sum, expected: expected / sum)
    }
}
