import GraphKernels

/// What those who were asked made of the knowledge that they received, from which a draw takes what the others made of it.
///
/// Who cooperates in the wake of what he learned does so more regularly than drawn ties with drawn dates can tell: whether
/// something follows is a thing between two ties of one actor, not between the two ends of one. So of those who were not
/// asked a draw takes the shares as a Bayesian bootstrap of those who were gives them (Rubin 1981), and with the weight of
/// one further exposure any between chance and certainty.
struct ConversionDonors: Sendable {
    private let fruits: [KnowledgeConversion.Fruit]
    /// How many of those who were not asked were exposed to something, if as many of them are as of those who were.
    private let exposedShare: Double
    private let hiddenInsiders: Int
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
        let insiders = Set(scenario.nodeOf.filter { $0 >= 0 && scenario.isInside[Int($0)] })
        hiddenInsiders = insiders.count { isHidden[Int($0)] }
        exposedShare = min(1, Double(fruits.count) / Double(max(1, insiders.count - hiddenInsiders)))
    }

    /// Each of those who were not asked is like one who was: few of them differ from the mean of all by more than the
    /// mean itself is unsure.
    func drawn(_ nodeCount: Int, _ random: inout RandomSource) -> HiddenConversion {
        let newcomers = max(0, nodeCount - isHidden.count)
        let all = fruits.reduce(0) { $0 + $1.all }
        let chance = fruits.reduce(0) { $0 + $1.expected } / all
        let mean = all / Double(fruits.count)
        let further = chance + random.unit() * (1 - chance)
        let rows =
            fruits.map { (all: $0.all, followed: $0.followed, expected: $0.expected) }
            + [(all: mean, followed: mean * further, expected: mean * chance)]
        var weight = 0.0
        let weights = rows.map { _ in
            weight -= naturalLogarithm(1 - random.unit())
            return weight
        }
        var (sum, expected, followed) = (0.0, 0.0, 0.0)
        let exposed = exposedShare * Double(hiddenInsiders + newcomers)
        for _ in 0..<max(1, Int(exposed.rounded())) {
            let goal = random.unit() * weight
            let row = rows[weights.firstIndex { goal < $0 } ?? 0]
            sum += row.all
            followed += row.followed
            expected += row.expected
        }
        return HiddenConversion(
            isHidden: isHidden + Array(repeating: true, count: newcomers), followed: followed / sum,
            expected: expected / sum)
    }
}
