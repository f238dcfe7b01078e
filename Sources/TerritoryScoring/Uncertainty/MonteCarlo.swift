import GraphKernels

/// The draws of a territory's score, and what its answer hangs on.
struct MonteCarlo: Sendable {
    private let space: DrawSpace
    private let method: ScoringMethod
    private let seed: UInt64
    private let draws: Int
    private let sobolRows: Int

    init(_ preparation: Preparation) {
        space = DrawSpace(preparation)
        method = preparation.method
        seed = preparation.options.seed
        draws = preparation.method.draws
        sobolRows = min(draws, preparation.method.sobolRows)
    }

    /// A draw, and for a Sobol row the same from the second matrix and with each factor exchanged.
    private struct Row: Sendable {
        let draw: DrawSpace.Outcome
        /// The same draw of a territory of which nothing is known.
        let ignorant: DrawSpace.Outcome
        var second: DrawSpace.Outcome?
        var exchanged: [DrawSpace.Outcome] = []
    }

    func run(_ progress: ScoringProgress?) -> Uncertainty {
        // In looks at the territory, of which a Sobol row takes several.
        let counter = ProgressCounter(.draws, of: draws + sobolRows * space.furtherLooks, progress)
        let rows = Parallel.chunks(of: draws, grain: 32) { range in
            range.map { number in
                let row = row(number)
                counter.step(number < sobolRows ? 1 + space.furtherLooks : 1)
                return row
            }
        }.flatMap { $0 }
        return summary(rows)
    }

    private func row(_ number: Int) -> Row {
        let first = DrawSpace.Row(number: number)
        let view = space.view(first)
        let reading = view.reading
        var row = Row(draw: space.outcome(first, reading), ignorant: space.outcome(first, .nothing))
        guard number < sobolRows else { return row }
        let second = DrawSpace.Row(number: number, fromSecond: Set(space.factors))
        row.second = space.outcome(second, space.view(second).reading)
        row.exchanged = space.factors.map { factor in
            let other = DrawSpace.Row(number: number, fromSecond: [factor])
            guard factor.isStructural else { return space.outcome(other, reading) }
            let seen = factor == .cascadeProbability ? space.view(view, passingAsIn: other) : space.view(other)
            return space.outcome(other, seen.reading)
        }
        return row
    }

    private func summary(_ rows: [Row]) -> Uncertainty {
        let configurations = rows.map(\.draw.configuration)
        let probabilities = ConfigurationProbability.all(configurations)
        let likeliest = probabilities.max { $0.probability < $1.probability }?.configuration
        return Uncertainty(
            learning: rows.map(\.draw.learning), interaction: rows.map(\.draw.interaction),
            configurations: configurations, probabilities: probabilities,
            correlation: Self.correlation(rows.map(\.draw)),
            sensitivity: sobolRows > 1 ? sensitivity(Array(rows.prefix(sobolRows)), likeliest) : [],
            ignorance: ignorance(rows.map(\.ignorant), probabilities), factors: space.factors, seed: seed)
    }

    private func ignorance(_ drawn: [DrawSpace.Outcome], _ own: [ConfigurationProbability]) -> Ignorance? {
        guard space.factors.contains(.undefinedIndicators), !own.isEmpty else { return nil }
        let probabilities = ConfigurationProbability.all(drawn.map(\.configuration))
        let apart = zip(own, probabilities).reduce(0) { $0 + abs($1.0.probability - $1.1.probability) }
        return Ignorance(
            probabilities: probabilities, learning: Interval(drawn.compactMap(\.learning)),
            interaction: Interval(drawn.compactMap(\.interaction)), distance: apart / 2)
    }

    private static func correlation(_ draws: [DrawSpace.Outcome]) -> Double? {
        let pairs = draws.compactMap { draw in draw.learning.flatMap { x in draw.interaction.map { (x, $0) } } }
        guard pairs.count > 1 else { return nil }
        let count = Double(pairs.count)
        let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (x, y) in pairs {
            xx += (x - mx) * (x - mx)
            yy += (y - my) * (y - my)
            xy += (x - mx) * (y - my)
        }
        return xx > 1e-18 && yy > 1e-18 ? xy / (xx * yy).squareRoot() : nil
    }

    private func sensitivity(_ rows: [Row], _ likeliest: Configuration?) -> [Sensitivity] {
        Sensitivity.Output.allCases.flatMap { output -> [Sensitivity] in
            func read(_ outcome: DrawSpace.Outcome?) -> Double? {
                switch output {
                case .learning: outcome?.learning
                case .interaction: outcome?.interaction
                case .verdict: outcome?.configuration.map { $0 == likeliest ? 1 : 0 }
                }
            }
            let (first, second) = (rows.map { read($0.draw) }, rows.map { read($0.second) })
            return space.factors.indices.map { place in
                let indices = SobolIndices(
                    first: first, second: second, exchanged: rows.map { read($0.exchanged[place]) },
                    bootstrap: method.bootstrap, seed: seed)
                return Sensitivity(
                    factor: space.factors[place], output: output, first: indices.firstInterval,
                    total: indices.totalInterval, firstEstimate: indices.first, totalEstimate: indices.total)
            }
        }
    }
}
