import GraphKernels

/// Scores territories drawn under the null models, and sets the observed one beside them.
struct NullTesting: Sendable {
    private let preparation: Preparation
    private let observed: [Double?]

    init(_ preparation: Preparation, _ observed: [Double?]) {
        self.preparation = preparation
        self.observed = observed
    }

    func run(_ progress: ScoringProgress?) -> [NullTest] {
        let draws = preparation.method.nullDraws
        let counter = ProgressCounter(.nulls, of: draws * NullModel.allCases.count, progress)
        var tests: [NullTest] = []
        for (place, model) in NullModel.allCases.enumerated() {
            let drawn = values(model, draws, seed: Colour.mixed(preparation.options.seed ^ UInt64(place + 0x5EED)), counter)
            tests += self.tests(model, drawn)
        }
        let adjusted = Significance.benjaminiHochberg(tests.map(\.p))
        return zip(tests, adjusted).map { test, q in
            NullTest(
                model: test.model, subject: test.subject, observed: test.observed, mean: test.mean,
                range: test.range, z: test.z, p: test.p, q: q)
        }
    }

    private func values(_ model: NullModel, _ count: Int, seed: UInt64, _ counter: ProgressCounter) -> [[Double?]] {
        let territory = NullTerritory(preparation.scenario)
        return Parallel.chunks(of: count, grain: max(1, (count + 63) / 64)) { range in
            range.map { part in
                var random = RandomSource(seed: seed, part: part)
                var scenario = Scenario(
                    territory.drawn(model, &random), preparation.scenario.settings, method: preparation.method)
                scenario.calibration = preparation.scenario.calibration
                let situation = Situation(
                    scenario, preparation.presence, cascadeProbability: preparation.method.cascadeProbability)
                counter.step()
                return situation.values.map(\.value)
            }
        }.flatMap { $0 }
    }

    private func tests(_ model: NullModel, _ drawn: [[Double?]]) -> [NullTest] {
        var tests: [NullTest] = []
        for (place, indicator) in IndicatorCatalogue.all.enumerated() {
            guard model.indicators.contains(where: { $0.id == indicator.id }), let value = observed[place] else { continue }
            tests.append(test(model, .indicator(indicator.id), value, drawn.map { $0[place] }))
        }
        for axis in model.axes {
            guard let value = preparation.aggregation.outcome(axis, observed).score else { continue }
            // An indicator that is undefined in the observed territory stays so, or the two would not
            // be the same score.
            let scores = drawn.map { values in
                let alike = zip(values, observed).map { $1 == nil ? nil : $0 }
                return preparation.aggregation.outcome(axis, alike).score
            }
            tests.append(test(model, .axis(axis), value, scores))
        }
        return tests
    }

    private func test(_ model: NullModel, _ subject: NullTest.Subject, _ value: Double, _ drawn: [Double?]) -> NullTest {
        let moments = Significance.moments(drawn)
        let slack = 1e-9
        let isSingle = drawn.allSatisfy { $0.map { abs($0 - value) < slack } ?? true }
        let deviation = moments.deviation.flatMap { $0 > slack ? $0 : nil }
        return NullTest(
            model: model, subject: subject, observed: value, mean: isSingle ? nil : moments.mean,
            range: isSingle ? nil : Interval(drawn.compactMap { $0 }),
            z: isSingle ? nil : deviation.flatMap { d in moments.mean.map { (value - $0) / d } },
            p: isSingle ? nil : Significance.pValue(observed: value, draws: drawn, tail: .upper), q: nil)
    }
}
