import GraphKernels

/// Scores territories drawn under the null models, and sets the observed one beside them.
///
/// A test that a fifth of the draws leaves with p above 0.1 ends there; the others go on, and only what they ask about
/// is looked at (sequential Monte Carlo p-values: Besag and Clifford 1991, Biometrika 78, 301–304). What has p of 0.1
/// or less in the end had it in all draws, so that p is as it would be had none ended.
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

    /// Fewer draws are all made at once.
    private static let leastStaged = 500
    private static let openUpTo = 0.1

    func run(_ progress: ScoringProgress?) -> [NullTest] {
        let draws = preparation.method.nullDraws
        let counter = ProgressCounter(.nulls, of: draws * NullModel.allCases.count, progress)
        var tests: [NullTest] = []
        for (place, model) in NullModel.allCases.enumerated() {
            tests += self.tests(
                model, draws, seed: Colour.mixed(preparation.options.seed ^ UInt64(place + 0x5EED)), counter)
        }
        counter.end()
        let adjusted = Significance.benjaminiHochberg(tests.map(\.p))
        return zip(tests, adjusted).map { test, q in
            NullTest(
                model: test.model, subject: test.subject, observed: test.observed, mean: test.mean,
                range: test.range, z: test.z, p: test.p, q: q, draws: test.draws)
        }
    }

    private func tests(_ model: NullModel, _ draws: Int, seed: UInt64, _ counter: ProgressCounter) -> [NullTest] {
        let territory = NullTerritory(preparation.situation)
        let subjects = subjects(of: model)
        let first = draws < Self.leastStaged ? draws : (draws + 1) / 5 - 1
        let drawn = samples(model, 0..<first, of: subjects, territory, seed, counter)
        let tests = subjects.map { test(model, $0, drawn) }
        let open = zip(subjects, tests).filter { $0.1.p ?? 1 <= Self.openUpTo }.map(\.0)
        guard first < draws, !open.isEmpty else { return tests }
        let all = drawn + samples(model, first..<draws, of: open, territory, seed, counter)
        return zip(subjects, tests).map { subject, test in
            open.contains(subject) ? self.test(model, subject, all) : test
        }
    }

    /// What a model puts to the test here.
    private func subjects(of model: NullModel) -> [NullTest.Subject] {
        let indicators = IndicatorCatalogue.all.enumerated().filter { place, indicator in
            observed.values[place] != nil && observed.statistics[place] != nil
                && model.indicators.contains { $0.id == indicator.id }
        }
        let axes = model.axes.filter { preparation.aggregation.outcome($0, observed.values).score != nil }
        return indicators.map { .indicator($0.element.id) } + axes.map { .axis($0) }
    }

    /// The places in the catalogue of what some subjects are made of.
    private func places(of subjects: [NullTest.Subject]) -> Set<Int> {
        Set(
            IndicatorCatalogue.all.indices.filter { place in
                let indicator = IndicatorCatalogue.all[place]
                return subjects.contains(.indicator(indicator.id)) || subjects.contains(.axis(indicator.axis))
            })
    }

    private func samples(
        _ model: NullModel, _ parts: Range<Int>, of subjects: [NullTest.Subject], _ territory: NullTerritory,
        _ seed: UInt64, _ counter: ProgressCounter
    ) -> [Sample] {
        let wanted = places(of: subjects)
        let unions = model == .ties ? unions(wanted) : []
        let counted = wanted.subtracting(unions.flatMap(\.places))
        return Parallel.chunks(of: parts.count, grain: max(1, (parts.count + 63) / 64)) { range in
            range.map { place in
                // Each from a place of its own, so that what is drawn does not hang on what else is.
                let part = NullPart(seed: seed, number: parts.lowerBound + place)
                var values = found
                if !counted.isEmpty {
                    var random = part.random(.pairs)
                    values = situation(territory.drawn(model, &random), model, for: counted).values(
                        after: model.changes, from: found, only: counted)
                }
                for (union, places) in unions {
                    var random = part.random(union)
                    let drawn = territory.drawn(.ties, switching: union, &random)
                    let situation = situation(drawn, .ties, for: places)
                    for place in places { values[place] = IndicatorCatalogue.all[place].compute(situation) }
                }
                counter.step()
                return Sample(values)
            }
        }.flatMap { $0 }
    }

    /// A drawn territory's random numbers.
    private struct NullPart {
        let seed: UInt64
        let number: Int

        func random(_ union: SwitchedTies) -> RandomSource {
            let place = UInt64(SwitchedTies.allCases.firstIndex(of: union) ?? 0)
            return RandomSource(seed: Colour.mixed(seed ^ place), part: number)
        }
    }

    /// The indicators among some that do not count tied pairs, by what of the ties they count.
    private func unions(_ wanted: Set<Int>) -> [(union: SwitchedTies, places: [Int])] {
        SwitchedTies.allCases.filter { $0 != .pairs }.compactMap { union in
            let places = NullModel.ties.indicators.filter { NullModel.switched(for: $0) == union }.compactMap { own in
                IndicatorCatalogue.all.firstIndex { $0.id == own.id }
            }.filter { wanted.contains($0) && observed.values[$0] != nil }
            return places.isEmpty ? nil : (union, places)
        }
    }

    /// - Parameter places: the indicators that will be asked, by their places in the catalogue.
    private func situation(_ code: TerritoryCode, _ model: NullModel, for places: some Sequence<Int>) -> Situation {
        let reading = places.reduce(into: Reads()) { $0.formUnion(IndicatorCatalogue.all[$1].reads) }
        return Situation(
            preparation.scenario.redrawn(code, model.changes, reading: reading), preparation.presence,
            cascadeProbability: preparation.method.cascadeProbability)
    }

    private func test(_ model: NullModel, _ subject: NullTest.Subject, _ drawn: [Sample]) -> NullTest {
        switch subject {
        case .indicator(let id):
            let place = IndicatorCatalogue.all.firstIndex { $0.id == id } ?? 0
            return test(
                model, subject, observed.values[place] ?? 0, observed.statistics[place] ?? 0,
                values: drawn.map { $0.values[place] }, statistics: drawn.map { $0.statistics[place] })
        case .axis(let axis):
            let value = preparation.aggregation.outcome(axis, observed.values).score ?? 0
            let scores = drawn.map { score(axis, of: $0) }
            return test(model, subject, value, value, values: scores, statistics: scores)
        }
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
            p: isSingle ? nil : Significance.pValue(observed: statistic, draws: statistics, tail: .upper), q: nil,
            draws: values.count { $0 != nil })
    }
}
