import GraphKernels
import NetworkModel
import Vocabulary

/// What becomes of knowledge where only a share of what there is was told.
///
/// Whether a cooperation follows in the wake of what somebody learned is a thing between two ties of one actor; of an
/// exposure that was told, what followed upon it was told with the share told, too. So where x is the share that is
/// followed beyond chance, of the exposures told E + (1 − E) · x · π are seen to be followed: E by chance, which the dates
/// told have of themselves, π the share told of cooperations. With Jeffreys' prior for x a draw takes it from its
/// posterior, lets follow what was not told of exposures told, and draws what became of those that were not told.
struct ToldConversion: Sendable {
    private let told: KnowledgeConversion.Fruit
    private let share: ClosedRange<Double>

    /// Nil where knowledge or cooperation is not looked at in a way that tells a share.
    init?(_ preparation: Preparation) {
        let surveys = preparation.observation.surveys
        guard surveys[Layer.knowledge.rawValue]?.how == .documents,
            let cooperation = surveys[Layer.cooperation.rawValue], cooperation.how == .documents
        else { return nil }
        let situation = Situation(preparation.scenario, preparation.presence, cascadeProbability: 1)
        var told = KnowledgeConversion.Fruit()
        for (_, fruit) in KnowledgeConversion.fruits(situation).sorted(by: { $0.key < $1.key }) { told.add(fruit) }
        self.told = told
        share = cooperation.share ?? preparation.method.documentsShare
    }

    /// - Parameters:
    ///   - quantile: where in its range the share told lies.
    ///   - exposures: how many there are in the completed territory.
    func drawn(
        _ nodeCount: Int, quantile: Double, exposures: Int, _ random: inout RandomSource
    ) -> HiddenConversion {
        let share = ShareTold.level(quantile, self.share)
        let beyond = beyondChance(share, &random)
        let chance = told.all > 0 ? told.expected / told.all : 0
        func count(_ all: Int, _ chance: Double) -> Int { (0..<max(0, all)).count { _ in random.unit() < chance } }
        // Of the told ones, some of those that nothing was told to follow upon.
        let open = told.all - told.followed
        let untold = beyond * (1 - share) / max(1e-12, 1 - beyond * share)
        let later = Double(count(Int(open.rounded(.up)), untold)) * (open > 0 ? open / open.rounded(.up) : 0)
        let others = max(1, exposures - Int(told.all))
        let followed = Double(count(others, chance + (1 - chance) * beyond)) / Double(others)
        return HiddenConversion(
            isHidden: Array(repeating: true, count: nodeCount), told: told.all,
            toldFollowed: told.all > 0 ? (told.followed + later) / told.all : 0, followed: followed, expected: chance)
    }

    /// The share followed beyond chance, from its posterior over steps of equal prior weight.
    private func beyondChance(_ share: Double, _ random: inout RandomSource) -> Double {
        let steps = 64
        let chance = told.all > 0 ? told.expected / told.all : 0
        let logs = (0..<steps).map { step in
            let seen = min(1 - 1e-9, max(1e-9, chance + (1 - chance) * Self.step(step, steps) * share))
            return told.followed * naturalLogarithm(seen) + (told.all - told.followed) * naturalLogarithm(1 - seen)
        }
        let most = logs.max() ?? 0
        var sum = 0.0
        let sums = logs.map { log in
            sum += exponential(log - most)
            return sum
        }
        let goal = random.unit() * sum
        return Self.step(sums.firstIndex { goal < $0 } ?? 0, steps)
    }

    private static func step(_ step: Int, _ steps: Int) -> Double {
        ShareTold.chance((Double(step) + 0.5) / Double(steps))
    }
}
