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
}
