import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// Territories of known character, and territories of none.
struct PanelTests {
    private func probability(_ configuration: Configuration, _ made: Made, draws: Int = 150) throws -> Double {
        let score = try made.score(draws: draws)
        return score.uncertainty!.probabilities.first { $0.configuration == configuration }!.probability
    }

    @Test(arguments: Recipe.all.map(\.recipe))
    func archetypesAreToldApart(_ recipe: Recipe) throws {
        let found = try (20..<24).map { try probability(recipe.expected, recipe.made($0)) }
        #expect(found.reduce(0, +) / 4 > 0.85, "\(found)")
        #expect(found.allSatisfy { $0 > 0.6 }, "\(found)")
    }

    @Test func chanceIsNoMilieu() throws {
        var sum = 0.0
        for seed in 0..<24 {
            var random = RandomSource(seed: 0xC4A, part: seed)
            sum += try probability(.innovativeMilieu, Made.chance(&random), draws: 60)
        }
        #expect(sum / 24 < 0.15, "\(sum / 24)")
    }

    /// Without the comparison with chance the threshold alone decides.
    @Test func strongIsAboveTheThresholdAndAboveChance() throws {
        var held = 0
        for seed in 0..<8 {
            var random = RandomSource(seed: 0xC4B, part: seed)
            let made = Made.chance(&random)
            func score(_ count: Int) throws -> TerritoryScore {
                try made.score(draws: 60) { method, _ in
                    method.chanceTerritories = count
                    (method.threshold, method.thresholdRange) = (0.05, 0.05...0.05)
                }
            }
            let (with, without) = (try score(60), try score(0))
            #expect(without.uncertainty!.aboveChance.isEmpty)
            #expect(without.uncertainty!.configurations.allSatisfy { $0 == .innovativeMilieu })
            let above = with.uncertainty!.aboveChance.first { $0.axis == .interaction }!
            let strong = with.uncertainty!.configurations.count { $0 == .innovativeMilieu || $0 == .potentialMilieu }
            #expect(abs(Double(strong) / 60 - above.probability) < 1e-12)
            held += above.probability < 0.5 ? 1 : 0
        }
        #expect(held >= 6)
    }

    /// What is left out, and what the weights of the rest are, hang on streams of their own: leaving one
    /// out changes the others' weights by nothing but their sum.
    @Test func leavingOutChangesNoOtherWeight() throws {
        let made = Recipe.innovative.made(5)
        func total(_ factors: Set<Factor>) throws -> Double {
            let score = try made.score(draws: 400) { method, options in
                method.factors = factors
                options.hasSensitivity = true
            }
            return score.uncertainty!.sensitivity.first { $0.factor == .indicatorLeftOut && $0.output == .interaction }!
                .totalEstimate!
        }
        let (alone, both) = (try total([.indicatorLeftOut]), try total([.indicatorLeftOut, .weights]))
        #expect(abs(alone - 1) < 0.15)
        #expect(both < 0.9)
    }

    /// Data and method make up all the variance: what one makes with interactions the other does not alone.
    @Test func whatDataAndMethodLeaveOpenMakesUpTheWhole() throws {
        let score = try Made.random(3, insiders: 9).score(draws: 300) { _, options in options.hasSensitivity = true }
        let rows = score.uncertainty!.openness
        #expect(rows.count == 6)
        for output in Sensitivity.Output.allCases {
            let (data, method) = (
                rows.first { $0.output == output && $0.origin == .data }!,
                rows.first { $0.output == output && $0.origin == .method }!
            )
            guard let total = data.totalEstimate, let first = method.firstEstimate else { continue }
            #expect(abs(total + first - 1) < 1e-12)
        }
        let known = try Recipe.innovative.made(2).score(draws: 200) { method, options in
            method.factors = [.weights, .aggregation]
            options.hasSensitivity = true
        }
        let own = known.uncertainty!.openness.first { $0.output == .learning && $0.origin == .data }!
        #expect(own.totalEstimate == 0 && own.firstEstimate! == 0)
    }
}
