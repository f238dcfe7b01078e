import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// How many draws, Sobol rows and null territories a stated precision needs, and that fewer tell the same.
struct PrecisionTests {
    private func score(
        _ draws: Int?, precision: Double = 0.02, rows: Int = 0, rowPrecision: Double = 0.1,
        certainty: Double = 0.8
    ) throws -> TerritoryScore {
        try Made.random(3, insiders: 7).score { method, options in
            (options.draws, method.draws, method.precision) = (draws, 2600, precision)
            (options.hasSensitivity, method.sobolRows, method.bootstrap) = (rows > 0, rows, 40)
            (method.sobolPrecision, method.certainty) = (rowPrecision, certainty)
            method.chanceTerritories = 20
        }
    }

    @Test func drawsEndWhereWhatIsPrintedIsSure() throws {
        let (some, all) = (
            try #require(try score(nil).uncertainty), try #require(try score(nil, precision: 0).uncertainty)
        )
        #expect(some.learning.count < all.learning.count && all.learning.count == 2600)
        // The same draws, of which the last are not made.
        #expect(some.learning == Array(all.learning.prefix(some.learning.count)))
        #expect(some.probabilities.allSatisfy { $0.monteCarloError <= 0.02 })
        for drawn in [some.learning, some.interaction] {
            #expect(try #require(Interval(drawn.compactMap { $0 })).errors.largest <= 0.02)
        }
        #expect(zip(some.probabilities, all.probabilities).allSatisfy { abs($0.probability - $1.probability) < 0.06 })
    }

    @Test func lessPrecisionTakesFewerDraws() throws {
        let counts = try [0.2, 0.02, 0.002].map { try score(nil, precision: $0).uncertainty?.learning.count ?? 0 }
        #expect(counts[0] == 1000 && counts[0] <= counts[1] && counts[1] < counts[2], "\(counts)")
    }

    /// Where chance could make a verdict or unmake it, draws go on, however sure the probability is by itself.
    @Test func whatIsNearAVerdictIsDrawnOn() throws {
        let far = try #require(try score(nil, precision: 0.2).uncertainty)
        let likeliest = try #require(far.likeliest)
        #expect(far.learning.count == 1000 && likeliest.monteCarloError > 0)
        let near = try score(nil, precision: 0.2, certainty: likeliest.probability)
        #expect(try #require(near.uncertainty).learning.count > 1000)
    }

    @Test func whoAsksForSoManyDrawsGetsThem() throws {
        #expect(try score(1100).uncertainty?.learning.count == 1100)
    }

    /// What is seen is a look's, and all else a draw's: a look's draws are alike where nothing else varies, and what a
    /// draw sees is what the same look shows a draw that has it alone.
    @Test func drawsOfOneLookSeeTheSame() throws {
        func learning(_ perLook: Int, _ factors: Set<Factor>) throws -> [Double?] {
            let score = try Made.random(3, insiders: 7).score { method, options in
                (options.draws, method.draws, method.precision) = (nil, 64, 0)
                (method.drawsPerLook, method.factors, method.chanceTerritories) = (perLook, factors, 0)
            }
            return try #require(score.uncertainty).learning
        }
        let seen: Set<Factor> = [.tieExistence, .window, .cascadeProbability]
        let (alone, together) = (try learning(1, seen), try learning(4, seen))
        #expect(Set(alone).count > 16 && together == (0..<64).map { alone[$0 / 4] })
        // How indicators are combined differs within a look.
        let (combined, alike) = (try learning(4, [.weights]), try learning(1, [.weights]))
        #expect(Set(combined).count == 64 && combined == alike)
    }

    /// Nothing left open: all draws are one, and nothing hangs on anything.
    @Test func withoutFactorsThereIsNothingToExchange() throws {
        let score = try Made.random(3, insiders: 7).score { method, options in
            (options.draws, method.draws, method.factors, options.hasSensitivity) = (nil, 40, [], true)
            method.drawsPerLook = 4
        }
        let uncertainty = try #require(score.uncertainty)
        #expect(uncertainty.sensitivity.isEmpty && Set(uncertainty.learning).count == 1)
    }

    @Test func looksThatSeveralDrawsShareTellTheSame() throws {
        func drawn(_ perLook: Int) throws -> Uncertainty {
            let score = try Made.random(3, insiders: 7).score { method, options in
                (options.draws, method.draws, method.precision, method.drawsPerLook) = (nil, 10_000, 0.01, perLook)
                (options.hasSensitivity, method.chanceTerritories) = (true, 20)
            }
            return try #require(score.uncertainty)
        }
        let (alone, shared) = (try drawn(1), try drawn(4))
        for (one, other) in zip(alone.probabilities, shared.probabilities) {
            #expect(other.monteCarloError <= 0.01)
            let error = (one.monteCarloError * one.monteCarloError + other.monteCarloError * other.monteCarloError)
                .squareRoot()
            #expect(abs(one.probability - other.probability) <= 3.3 * error + 1e-9)
        }
        #expect(alone.looks == alone.learning.count && shared.looks == shared.learning.count / 4)
        for (one, other) in zip(alone.sensitivity, shared.sensitivity) {
            guard let a = one.total, let b = other.total else { continue }
            #expect(a.low <= b.high + 0.1 && b.low <= a.high + 0.1, "\(one.factor) \(one.output)")
        }
    }

    @Test func sobolRowsEndWhereSharesOfVarianceAreKnown() throws {
        func widest(_ score: TerritoryScore) throws -> Double {
            let uncertainty = try #require(score.uncertainty)
            return uncertainty.sensitivity.flatMap { [$0.first, $0.total] }.compactMap { $0.map { $0.high - $0.low } }
                .max() ?? 0
        }
        // So little that 512 rows cannot give it, and so much that they do.
        let (rough, fine) = (
            try score(1024, rows: 1024, rowPrecision: 0.5), try score(1024, rows: 1024, rowPrecision: 0.01)
        )
        #expect(try widest(fine) < widest(rough) && widest(rough) <= 1)
        let all = try score(1024, rows: 1024, rowPrecision: 0)
        #expect(all.uncertainty?.sensitivity.map(\.totalEstimate) == fine.uncertainty?.sensitivity.map(\.totalEstimate))
    }

    /// A p that could be called small is that of all draws; one that a fifth settled is above a tenth.
    @Test func testsThatEndEarlyEndAboveATenth() throws {
        func tests(_ draws: Int) throws -> [NullTest] {
            try Recipe.innovative.made(1).score { method, options in
                (options.hasNulls, method.nullDraws) = (true, draws)
            }.nullTests
        }
        let (staged, once) = (try tests(519), try tests(103))
        let counts = staged.filter(\.isTestable).map(\.draws)
        #expect(Set(counts) == [103, 519])
        for (test, early) in zip(staged, once) {
            #expect(test.subject == early.subject && test.model == early.model)
            guard let p = test.p else { continue }
            #expect(test.draws == (try #require(early.p) > 0.1 ? 103 : 519), "\(test.subject.id)")
            if test.draws == 103 { #expect(p == early.p && p > 0.1) }
        }
    }

    /// What one in twenty chance territories reaches is known to the precision before anything is set against it: a
    /// territory of which little was told takes more of them, and comes near what many times as many say.
    @Test func chanceIsAskedUntilItIsSure() throws {
        let made = Made.random(5, insiders: 16)
        func level(_ count: Int, precision: Double) throws -> (Double, chosen: Int) {
            var method = try ScoringMethod.standard()
            (method.draws, method.precision, method.chanceTerritories) = (400, precision, count)
            let network = try made.network(Survey(.documents))
            var space = DrawSpace(try Preparation(network, method, ScoringOptions()))
            space.findChance(count)
            return (try #require(space.chanceLevel(.interaction)), try #require(space.chance).count)
        }
        let (few, many) = (try level(40, precision: 0), try level(2400, precision: 0))
        #expect(few.chosen == 40 && many.chosen == 2400)
        let sure = try level(40, precision: 0.02)
        #expect(sure.chosen > 40 && sure.chosen <= 400)
        #expect(abs(sure.0 - many.0) < 0.06, "\(sure), \(few), not \(many)")
    }
}
