import GraphKernels

/// Scores territories drawn under the null models, and sets the observed one beside them.
struct NullTesting: Sendable {
    private let preparation: Preparation
    private let found: [IndicatorValue]
    private let observed: Sample

    init(_ preparation: Preparation, _ found: [IndicatorValue]) {
        self.preparation = preparation
        self.found = found
        observed = Sample(found)
    }

    /// The indicators of one territory, observed or drawn.
    private struct Sample: Sendable {
        let values: [Double?]
        /// The same before they were cut to [0, 1].
        let statistics: [Double?]

        init(_ found: [IndicatorValue]) {
            values = found.map(\.value)
            statistics = found.map(\.statistic)
        }
    }

    func run(_ progress: ScoringProgress?) -> [NullTest] {
        let draws = preparation.method.nullDraws
        let counter = ProgressCounter(.nulls, of: draws * NullModel.allCases.count, progress)
        var tests: [NullTest] = []
        for (place, model) in NullModel.allCases.enumerated() {
            let drawn = samples(model, draws, seed: Colour.mixed(preparation.options.seed ^ UInt64(place + 0x5EED)), counter)
            tests += self.tests(model, drawn)
        }
        let adjusted = Significance.benjaminiHochberg(tests.map(\.p))
        return zip(tests, adjusted).map { test, q in
            NullTest(
                model: test.model, subject: test.subject, observed: test.observed, mean: test.mean,
                range: test.range, z: test.z, p: test.p, q: q)
        }
    }

    private func samples(_ model: NullModel, _ count: Int, seed: UInt64, _ counter: ProgressCounter) -> [Sample] {
        let territory = NullTerritory(preparation.situation)
        return Parallel.chunks(of: count, grain: max(1, (count + 63) / 64)) { range in
            range.map { part in
                var random = RandomSource(seed: seed, part: part)
                var values = situation(territory.drawn(model, &random), model).values(after: model.changes, from: found)
                if model == .ties { takeUnions(of: territory, &values, &random) }
                counter.step()
                return Sample(values)
            }
        }.flatMap { $0 }
    }

    /// The indicators that do not count tied pairs, each of ties switched as it counts them.
    private func takeUnions(
        of territory: NullTerritory, _ values: inout [IndicatorValue], _ random: inout RandomSource
    ) {
        for union in SwitchedTies.allCases where union != .pairs {
            let places = NullModel.ties.indicators.filter { NullModel.switched(for: $0) == union }.compactMap { own in
                IndicatorCatalogue.all.firstIndex { $0.id == own.id }
            }.filter { observed.values[$0] != nil }
            guard !places.isEmpty else { continue }
            let situation = situation(territory.drawn(.ties, switching: union, &random), .ties)
            for place in places { values[place] = IndicatorCatalogue.all[place].compute(situation) }
        }
    }

    private func situation(_ code: TerritoryCode, _ model: NullModel) -> Situation {
        Situation(
            preparation.scenario.redrawn(code, model.changes), preparation.presence,
            cascadeProbability: preparation.method.cascadeProbability)
    }

    private func tests(_ model: NullModel, _ drawn: [Sample]) -> [NullTest] {
        var tests: [NullTest] = []
        for (place, indicator) in IndicatorCatalogue.all.enumerated() {
            guard model.indicators.contains(where: { $0.id == indicator.id }),
                let value = observed.values[place], let statistic = observed.statistics[place]
            else { continue }
            tests.append(
                test(
                    model, .indicator(indicator.id), value, statistic, values: drawn.map { $0.values[place] },
                    statistics: drawn.map { $0.statistics[place] }))
        }
        for axis in model.axes {
            guard let value = preparation.aggregation.outcome(axis, observed.values).score else { continue }
            let scores = drawn.map { score(axis, of: $0) }
            tests.append(test(model, .axis(axis), value, value, values: scores, statistics: scores))
        }
        return tests
    }

    /// Over the indicators that are defined in the observed territory, or the two would not be the
    /// same score; nil where the drawn one leaves one of them undefined.
    private func score(_ axis: Axis, of drawn: Sample) -> Double? {
        var alike = drawn.values
        for place in alike.indices {
            if observed.values[place] == nil {
                alike[place] = nil
            } else if alike[place] == nil, IndicatorCatalogue.all[place].axis == axis {
                return nil
            }
        }
        return preparation.aggregation.outcome(axis, alike).score
    }

    private func test(
        _ model: NullModel, _ subject: NullTest.Subject, _ value: Double, _ statistic: Double, values: [Double?],
        statistics: [Double?]
    ) -> NullTest {
        let moments = Significance.moments(statistics)
        let slack = 1e-9
        let isSingle = statistics.allSatisfy { $0.map { abs($0 - statistic) < slack } ?? true }
        let deviation = moments.deviation.flatMap { $0 > slack ? $0 : nil }
        return NullTest(
            model: model, subject: subject, observed: value, mean: isSingle ? nil : Significance.moments(values).mean,
            range: isSingle ? nil : Interval(values.compactMap { $0 }),
            z: isSingle ? nil : deviation.flatMap { d in moments.mean.map { (statistic - $0) / d } },
            p: isSingle ? nil : Significance.pValue(observed: statistic, draws: statistics, tail: .upper), q: nil)
    }
}
