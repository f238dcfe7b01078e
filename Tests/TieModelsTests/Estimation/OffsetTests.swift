import GraphKernels
import Testing
import Vocabulary

@testable import TieModels

/// Terms whose coefficient is given.
@Suite struct OffsetTests {
    private static let five = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)]

    private func matrix(_ size: Int, _ value: (Int, Int) -> Double) -> SquareMatrix {
        var made = SquareMatrix(size: size)
        for i in 0..<size { for j in 0..<size where i != j { made[i, j] = value(i, j) } }
        return made
    }

    private func agrees(_ fit: TieFit, _ exact: Enumeration.Fit) {
        #expect(fit.coefficients.count == exact.theta.count)
        for (place, coefficient) in fit.coefficients.enumerated() {
            let slack = fit.isExact ? 1e-7 : 4 * coefficient.simulationError
            #expect(abs(coefficient.estimate - exact.theta[place]) < slack, "\(coefficient), \(exact.theta)")
        }
        #expect(abs((fit.logLikelihood ?? 0) - exact.logLikelihood) < (fit.isExact ? 1e-8 : 0.25))
    }

    /// Pairs and answers: written down on both sides, the offset on either way of a pair.
    @Test func offsetsOfAnswers() throws {
        let numbers = [3.0, 1, 4, 1.5]
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [
                Counted.edges(t, directed: true), Counted.mutual(t),
                Counted.pairs(t, directed: true) { one, other in t[one][other] ? numbers[one] : 0 },
            ]
        }.lastGiven(-0.4)
        let ties = [(0, 1), (1, 0), (1, 2), (2, 3), (2, 0), (0, 2), (0, 3)]
        var data = numbered(4, directed: true, ties)
        data.attributes["size"] = numbers.map { "\($0)" }
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + mutual + offset(nodeocov(size))=-0.4"), of: data))
        #expect(fit.isExact)
        agrees(fit, listed.likeliest(listed.number(ties), known: -1))
    }

    /// A structural term is simulated, with the offset and without a term of pairs beside it.
    @Test(arguments: [0.8, -0.6, -Double.infinity]) func offsetsAreSimulated(_ coefficient: Double) throws {
        func number(_ one: Int, _ other: Int) -> Double { (one + other) % 4 == 0 ? 1 : 0 }
        let listed = Enumeration(nodes: 5, directed: false) { t in
            [
                Counted.edges(t, directed: false), Counted.triangles(t),
                Counted.pairs(t, directed: false) { t[$0][$1] ? number($0, $1) : 0 },
            ]
        }.lastGiven(coefficient)
        var data = numbered(5, directed: false, Self.five)
        data.relations["x"] = matrix(5, number)
        let text = coefficient == -.infinity ? "-Inf" : "\(coefficient)"
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + triangle + offset(edgecov(x))=\(text)"), of: data))
        // 0–4 and 1–3 are banned where the coefficient is −∞.
        #expect(!fit.isExact && fit.pairs == (coefficient == -.infinity ? 8 : 10))
        agrees(fit, listed.likeliest(listed.number(Self.five), known: -1))
    }

    /// A banned pair is no pair: the density is that of the others.
    @Test func bansTakePairsAway() throws {
        var data = numbered(5, directed: false, Self.five)
        data.relations["ban"] = matrix(5) { $0 + $1 == 4 && $0 != $1 || $0 * $1 == 4 ? 1 : 0 }
        let fit = try TieEstimation.fit(TieModel(TieFormula("edges + offset(edgecov(ban))=-Inf"), of: data))
        // Of the ten pairs 0–4, 1–3 and 1–4 are banned.
        #expect(fit.pairs == 7)
        #expect(abs(fit.coefficients[0].estimate - Logarithm.natural(5.0 / 2)) < 1e-9)
        #expect(fit.coefficients.map(\.name) == ["edges"])
    }

    @Test func offsetsThatMeanNothingAreNamed() throws {
        var data = numbered(5, directed: false, Self.five)
        data.relations["tied"] = matrix(5) { _, _ in 1 }
        data.attributes["kind"] = ["a", "b", "a", "b", "c"]
        func said(_ model: String) -> String? {
            (#expect(throws: MilieuError.self) { try TieModel(TieFormula(model), of: data) })?.statement.en
        }
        #expect(said("edges + offset(edgecov(tied))=-Inf")?.contains("forbids a tie that there is") == true)
        #expect(said("offset(edges)=1")?.contains("nothing to estimate") == true)
        #expect(said("edges + offset(triangle)=1")?.contains("only to a term of pairs") == true)
        #expect(said("edges + offset(nodefactor(kind))=1")?.contains("only to a term of pairs") == true)
        for text in ["offset(edges)", "offset(edges)=", "offset(edges)=x", "offset(edges)=Inf", "offset(edges)=1e9"] {
            #expect(said("triangle + \(text)")?.contains("tells no coefficient") == true, "\(text)")
        }
        #expect(said("edges + offset(offset(edges)=1)=2")?.contains("no term") == true)
        #expect(
            try TieFormula("edges + offset( nodematch(kind) ) = -1.5").terms[1].text == "offset(nodematch(kind))=-1.5")
    }
}
