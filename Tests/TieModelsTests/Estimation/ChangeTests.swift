import GraphKernels
import Testing

@testable import TieModels

/// Models of the change between two waves.
@Suite struct ChangeTests {
    private let before = [(0, 1), (1, 2), (2, 3), (3, 4)]
    private let after: [(Int, Int)] = [(0, 1), (1, 2), (0, 2), (2, 4), (1, 3)]

    private func data(_ change: TieData.Change) -> TieData {
        numbered(5, directed: false, after).change(change, since: before.map { (source: $0.0, target: $0.1) })
    }

    /// Of 6 pairs without tie 3 became tied; of 4 ties 2 lasted.
    @Test func edgesAloneAreTheLogOdds() throws {
        let formation = try TieEstimation.fit(TieModel(TieFormula("edges"), of: data(.formation)))
        #expect(formation.pairs == 6 && abs(formation.coefficients[0].estimate) < 1e-9)
        let persistence = try TieEstimation.fit(TieModel(TieFormula("edges"), of: data(.persistence)))
        #expect(persistence.pairs == 4 && abs(persistence.coefficients[0].estimate) < 1e-9)
        #expect(abs(persistence.coefficients[0].standardError - 1) < 1e-9)
        #expect(abs((persistence.logLikelihood ?? 0) - 4 * Logarithm.natural(0.5)) < 1e-9)
    }

    /// The formation of ties with closure, against the likelihood over every network that has the earlier ties.
    @Test func formationIsTheLikeliest() throws {
        let listed = Enumeration(nodes: 5, directed: false) { t in
            [Counted.edges(t, directed: false), Counted.gwesp(t, directed: false, 0.5)]
        }
        let (old, new) = (listed.number(before), listed.number(before + [(0, 2), (0, 4)]))
        let made = numbered(5, directed: false, [(0, 1), (0, 2), (0, 4)])
            .change(.formation, since: before.map { (source: $0.0, target: $0.1) })
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + gwesp(0.5, fixed)"), of: made))
        let exact = listed.likeliest(new, known: -1, among: { $0 & old == old })
        for (place, coefficient) in fit.coefficients.enumerated() {
            #expect(abs(coefficient.estimate - exact.theta[place]) < 4 * coefficient.simulationError, "\(coefficient)")
        }
        #expect(abs((fit.logLikelihood ?? 0) - exact.logLikelihood) < 0.25)
    }
}
