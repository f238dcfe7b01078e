import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// Each indicator against an independent verifier, on random territories with a bit of everything.
struct IndicatorVerificationTests {
    @Test(arguments: 0..<160)
    func everyIndicatorIsItsFormula(_ seed: Int) throws {
        let network = try Made.random(UInt64(seed)).network()
        let method = try ScoringMethod.standard()
        let preparation = try Preparation(network, method, ScoringOptions())
        let situation = preparation.situation
        try #require(situation.insiderCount > 1)
        let slow = SlowIndicators(network)
        let expected = ExpectedClosure(situation.graph, situation.scenario.calibration)
        let answers: [(Indicator, Double?)] = [
            (LearningParticipation.indicator, slow.participation()),
            (CognitiveDiversity.indicator, situation.knowledgeIsEmpty ? 0 : slow.diversity()),
            (RelatedVariety.indicator, slow.relatedVariety()),
            (ExternalOpenness.indicator, slow.openness()),
            (Gatekeeping.indicator, slow.gatekeeping()),
            (AbsorptiveCapacity.indicator, slow.absorption()),
            (KnowledgeConversion.indicator, slow.conversion()),
            (Activation.indicator, slow.activation()),
            (Reciprocity.indicator, slow.reciprocity()),
            (
                Multiplexity.indicator,
                slow.multiplexity(expectedOverlap: LayerOverlap(situation).expected(situation.scenario.overlapCalibration))
            ),
            (InteractionParticipation.indicator, slow.participationInInteraction()),
            (Connectedness.indicator, slow.connectedness()),
            (Intensity.indicator, slow.intensity(scale: method.partnerScale)),
            (Closure.indicator, slow.closure(expectedTies: expected.ties ?? 0, expectedEvents: expected.events ?? 0)),
            (Mixing.indicator, slow.mixing()),
            (Inclusiveness.indicator, slow.inclusiveness()),
            (CollectiveEvents.indicator, slow.collectiveEvents()),
            (Pooling.indicator, slow.pooling()),
            (CitizenFinance.indicator, slow.citizenFinance()),
            (SharedGovernance.indicator, slow.sharedGovernance()),
        ]
        for (indicator, answer) in answers {
            let found = indicator.compute(situation).value
            #expect((found == nil) == (answer == nil), "\(indicator.id): \(found as Any), not \(answer as Any)")
            if let found, let answer { #expect(abs(found - answer) < 1e-9, "\(indicator.id): \(found), not \(answer)") }
        }
    }

    /// Worst choice each time, wherever it is one actor and not several alike.
    @Test func robustnessIsTheRemovalCurve() throws {
        var compared = 0
        for seed in 0..<400 {
            let network = try Made.random(UInt64(seed), insiders: 9).network()
            let situation = try Preparation(network, ScoringMethod.standard(), ScoringOptions()).situation
            let (answer, found) = (SlowIndicators(network).robustness(), Robustness.indicator.compute(situation).value)
            #expect((answer == nil) == (found == nil))
            guard let answer, let found, answer >= 0 else { continue }
            #expect(abs(answer - found) < 1e-12, "\(seed): \(found), not \(answer)")
            compared += found > 0 ? 1 : 0
        }
        #expect(compared > 20)
    }

    /// The cascade is drawn 256 times in strata: each estimate is near the sum over all subsets, and
    /// the errors do not lean to one side.
    @Test func reachIsTheSumOverAllCascades() throws {
        var errors: [Double] = []
        for seed in 0..<400 {
            let network = try Made.random(UInt64(seed), insiders: 5, outsiders: 2).network()
            guard let exact = SlowIndicators(network).reach(p: 0.5) else { continue }
            let situation = try Preparation(network, ScoringMethod.standard(), ScoringOptions()).situation
            let found = try #require(KnowledgeReach.indicator.compute(situation).value)
            errors.append(found - exact)
        }
        #expect(errors.count > 200)
        // 256 realisations: a standard error of at most 0.5 / 16.
        let four: Double = 4 * 0.5 / 16
        #expect(errors.allSatisfy { abs($0) < four })
        let mean = errors.reduce(0, +) / Double(errors.count)
        let ofTheMean = four / Double(errors.count).squareRoot()
        #expect(abs(mean) < ofTheMean)
    }

    @Test(arguments: [0.0, 1.0])
    func aCertainCascadeIsExact(_ p: Double) throws {
        for seed in 0..<100 {
            let network = try Made.random(UInt64(seed)).network()
            guard let exact = SlowIndicators(network).reach(p: p) else { continue }
            var method = try ScoringMethod.standard()
            method.cascadeProbability = p
            let found = try KnowledgeReach.indicator.compute(Preparation(network, method, ScoringOptions()).situation).value
            #expect(abs(try #require(found) - exact) < 1e-12)
        }
    }
}
