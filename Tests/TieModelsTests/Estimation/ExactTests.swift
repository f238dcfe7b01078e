import GraphKernels
import Testing
import Vocabulary

@testable import TieModels

/// Fits against closed forms, a published table and the exact likelihood of networks small enough to list them all.
@Suite struct ExactTests {
    @Test func edgesAloneAreTheLogOdds() throws {
        let fit = try TieEstimation.fit(
            TieModel(TieFormula("edges"), of: numbered(5, directed: false, [(0, 1), (1, 2), (3, 4)])))
        #expect(fit.isExact && fit.coefficients[0].simulationError == 0)
        #expect(abs(fit.coefficients[0].estimate - Logarithm.natural(3.0 / 7)) < 1e-9)
        #expect(abs(fit.coefficients[0].standardError - (1 / (10 * 0.3 * 0.7)).squareRoot()) < 1e-9)
        let likelihood = 3 * Logarithm.natural(0.3) + 7 * Logarithm.natural(0.7)
        #expect(abs((fit.logLikelihood ?? 0) - likelihood) < 1e-9)
    }

    /// By wealth, as the tutorial of statnet prints it: −2.594929 (0.536056) and 0.010546 (0.004674).
    @Test func florentineWealth() throws {
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + nodecov(wealth)"), of: Florence.marriages))
        let (edges, wealth) = (fit.coefficients[0], fit.coefficients[1])
        #expect(abs(edges.estimate - -2.594929) < 1e-6 && abs(edges.standardError - 0.536056) < 1e-6)
        #expect(abs(wealth.estimate - 0.010546) < 1e-6 && abs(wealth.standardError - 0.004674) < 1e-6)
    }

    private static let five: [(Int, Int)] = [(0, 1), (0, 2), (1, 2), (2, 3)]

    /// Every network of five nodes: the estimate is the likeliest one within what simulation says of its own error.
    @Test(arguments: ["gwesp(0.5, fixed)", "kstar(2)", "triangle", "isolates"]) func undirectedLikelihood(term: String)
        throws
    {
        let listed = Enumeration(nodes: 5, directed: false) { t in
            let other =
                switch term {
                case "triangle": Counted.triangles(t)
                case "isolates": Counted.sum(t) { Counted.out(t, $0) == 0 ? 1 : 0 }
                case "kstar(2)": Counted.sum(t) { Counted.choose(Counted.out(t, $0), 2) }
                default: Counted.gwesp(t, directed: false, 0.5)
                }
            return [Counted.edges(t, directed: false), other]
        }
        let model = try TieModel(TieFormula("edges + \(term)"), of: numbered(5, directed: false, Self.five))
        try agrees(TieEstimation.fit(model), listed.likeliest(listed.number(Self.five), known: -1))
    }

    private static let four: [(Int, Int)] = [(0, 1), (1, 0), (1, 2), (2, 3), (0, 2), (3, 0)]

    @Test func directedLikelihood() throws {
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [Counted.edges(t, directed: true), Counted.mutual(t), Counted.gwesp(t, directed: true, 0.25)]
        }
        let formula = try TieFormula("edges + mutual + gwesp(0.25, fixed)")
        let fit = try TieEstimation.fit(TieModel(formula, of: numbered(4, directed: true, Self.four)))
        agrees(fit, listed.likeliest(listed.number(Self.four), known: -1))
    }

    /// Where a tie weighs no more than its answer the likelihood is written down, unobserved pairs summed over.
    @Test(arguments: [[], [(3, 0), (3, 2)]]) func answersAreExact(unobserved: [(Int, Int)]) throws {
        let numbers = [3.0, 1, 4, 1.5]
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [
                Counted.edges(t, directed: true), Counted.mutual(t),
                Counted.pairs(t, directed: true) { one, other in t[one][other] ? numbers[one] : 0 },
            ]
        }
        let ties = [(0, 1), (1, 0), (1, 2), (2, 3), (2, 0), (0, 2), (0, 3)]
        var data = numbered(4, directed: true, ties)
        data.attributes["size"] = numbers.map { "\($0)" }
        data.unobserved = unobserved.map { (source: $0.0, target: $0.1) }
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + mutual + nodeocov(size)"), of: data))
        #expect(fit.isExact && fit.pairs == 12 - unobserved.count)
        agrees(fit, listed.likeliest(listed.number(ties), known: ~listed.number(unobserved)))
    }

    /// A number far from 0 explains as much as the same number less its mean.
    @Test func numbersFarFromZeroAreNotTakenForPerfect() throws {
        var data = Florence.marriages
        data.attributes["year"] = Florence.wealth.map { "\(2_000 + Double($0) / 10)" }
        let far = try TieEstimation.fit(TieModel(TieFormula("edges + nodecov(year)"), of: data))
        #expect(abs(far.coefficients[1].estimate - 0.10546) < 1e-4)
        #expect(abs(far.coefficients[1].standardError - 0.04674) < 1e-4)
    }

    /// Two pairs that nobody observed are summed over.
    @Test func unobservedPairsAreMissing() throws {
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [Counted.edges(t, directed: true), Counted.mutual(t)]
        }
        let (ties, unobserved) = ([(0, 1), (1, 0), (1, 2), (2, 3)], [(3, 0), (3, 1)])
        var data = numbered(4, directed: true, ties)
        data.unobserved = unobserved.map { (source: $0.0, target: $0.1) }
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + mutual"), of: data))
        #expect(fit.pairs == 10)
        agrees(fit, listed.likeliest(listed.number(ties), known: ~listed.number(unobserved)))
    }

    private func agrees(_ fit: TieFit, _ exact: Enumeration.Fit) {
        for (place, coefficient) in fit.coefficients.enumerated() {
            let slack = fit.isExact ? 1e-7 : 4 * coefficient.simulationError
            #expect(abs(coefficient.estimate - exact.theta[place]) < slack, "\(coefficient)")
            let share = coefficient.standardError / exact.errors[place]
            #expect(abs(share - 1) < (fit.isExact ? 1e-6 : 0.15), "\(coefficient)")
        }
        #expect(abs((fit.logLikelihood ?? 0) - exact.logLikelihood) < (fit.isExact ? 1e-8 : 0.25))
    }

    @Test func sameSeedSameBitsOnAnyNumberOfCores() throws {
        let model = try TieModel(TieFormula("edges + triangle"), of: Florence.marriages)
        let limit = Parallel.threadLimit
        defer { Parallel.threadLimit = limit }
        let fits = try [1, 2, 3].map { cores in
            Parallel.threadLimit = cores
            return try TieEstimation.fit(model).coefficients.map(\.estimate)
        }
        #expect(fits[0] == fits[1] && fits[0] == fits[2])
    }

    @Test func termsThatCannotBeFittedAreNamed() throws {
        var data = Florence.marriages
        data.attributes["none"] = [String?](repeating: "1", count: 16)
        let same = #expect(throws: MilieuError.self) {
            try TieEstimation.fit(TieModel(TieFormula("edges + nodecov(none)"), of: data))
        }
        #expect(same?.message.contains("nodecov.none does not vary") == true)
        let lone = #expect(throws: MilieuError.self) {
            try TieEstimation.fit(
                TieModel(TieFormula("edges + mutual"), of: numbered(4, directed: true, [(0, 1), (1, 2), (0, 3)])))
        }
        #expect(lone?.message.contains("mutual is 0 in the network") == true)
        let both = #expect(throws: MilieuError.self) {
            try TieEstimation.fit(
                TieModel(TieFormula("edges + mutual + asymmetric"), of: numbered(4, directed: true, Self.four)))
        }
        #expect(both?.message.contains("asymmetric does not vary") == true)
        var perfect = SquareMatrix(size: 16)
        for (i, j) in Florence.ties { (perfect[i, j], perfect[j, i]) = (1, 1) }
        data.relations["perfect"] = perfect
        let told = #expect(throws: MilieuError.self) {
            try TieEstimation.fit(TieModel(TieFormula("edges + edgecov(perfect)"), of: data))
        }
        #expect(told?.message.contains("without fail") == true)
    }
}
