import GraphKernels

/// The draws of a territory's score, and what its answer hangs on.
struct MonteCarlo: Sendable {
    private let space: DrawSpace
    private let method: ScoringMethod
    private let seed: UInt64
    private let draws: Int
    private let sobolRows: Int
    private let drawsPerLook: Int

    init(_ preparation: Preparation) {
        var space = DrawSpace(preparation)
        space.findChance(min(preparation.method.draws, preparation.method.chanceTerritories))
        self.space = space
        method = preparation.method
        seed = preparation.options.seed
        draws = preparation.method.draws
        sobolRows = min(draws, preparation.method.sobolRows)
        drawsPerLook = preparation.method.drawsPerLook
    }

    /// A draw, and for a Sobol row the same from the second matrix and with each factor exchanged.
    private struct Row: Sendable {
        /// Which look at the territory it combines.
        let look: Int32
        let draw: DrawSpace.Outcome
        /// By indicator, before anything undefined is drawn.
        let found: [Double?]
        /// The Markov chain that its unobserved ties come from; nil where nothing is unobserved.
        let chain: Int32?
        let unobserved: UnobservedShares
        /// The same draw of a territory of which nothing is known.
        let ignorant: DrawSpace.Outcome
        var second: DrawSpace.Outcome?
        var exchanged: [DrawSpace.Outcome] = []
        /// With all factors exchanged that the data leaves open.
        var data: DrawSpace.Outcome?
    }

    /// Draws until what is printed of them is sure enough, or all.
    func run(_ progress: ScoringProgress?) -> Uncertainty {
        // In looks at the territory, of which a Sobol row takes several.
        let counter = ProgressCounter(
            .draws, of: looks(for: draws) + looks(for: sobolRows) * space.furtherLooks, progress)
        var exchanged = min(sobolRows, Self.firstExchanged)
        var rows = made(0..<min(draws, Self.firstDraws), exchanged: 0..<exchanged, counter)
        while rows.count < draws, !isSettled(rows) {
            let more = rows.count..<min(draws, rows.count + Self.furtherDraws)
            rows += made(more, exchanged: more.clamped(to: 0..<exchanged), counter)
        }
        let chains = rows.compactMap(\.chain)
        let errors = chains.isEmpty ? lookErrors(rows) : DrawErrors(chains: chains)
        let probabilities = ConfigurationProbability.all(rows.map(\.draw.configuration), errors)
        let likeliest = probabilities.max { $0.probability < $1.probability }?.configuration
        var shares = shares(rows.prefix(exchanged), likeliest)
        while exchanged < min(sobolRows, rows.count), !isSettled(shares) {
            let more = exchanged..<min(sobolRows, rows.count, 2 * exchanged)
            // Their draws are as they were.
            rows.replaceSubrange(more, with: made(more, exchanged: more, counter))
            exchanged = more.upperBound
            shares = self.shares(rows.prefix(exchanged), likeliest)
        }
        counter.end()
        return summary(rows, errors, probabilities, shares)
    }

    /// What the answer hangs on: of each factor, and of all that data and method leave open.
    private typealias Shares = (sensitivity: [Sensitivity], openness: [Openness])

    private func shares(_ rows: ArraySlice<Row>, _ likeliest: Configuration?) -> Shares {
        guard rows.count > 1 else { return ([], []) }
        return (sensitivity(Array(rows), likeliest), openness(Array(rows), likeliest))
    }

    private static let firstDraws = 1000
    private static let furtherDraws = 500
    private static let firstExchanged = 512

    private func looks(for draws: Int) -> Int { (draws + drawsPerLook - 1) / drawsPerLook }

    private func made(_ numbers: Range<Int>, exchanged: Range<Int>, _ counter: ProgressCounter) -> [Row] {
        guard !numbers.isEmpty else { return [] }
        let looks = numbers.lowerBound / drawsPerLook...(numbers.upperBound - 1) / drawsPerLook
        return Parallel.chunks(of: looks.count, grain: max(1, 32 / drawsPerLook)) { range in
            range.flatMap { place -> [Row] in
                let look = looks.lowerBound + place
                let own = (look * drawsPerLook..<(look + 1) * drawsPerLook).clamped(to: numbers)
                let rows = rows(own, exchanged: own.clamped(to: exchanged), at: look)
                counter.step(own.overlaps(exchanged) ? 1 + space.furtherLooks : 1)
                return rows
            }
        }.flatMap { $0 }
    }

    /// What chance of the looks leaves open in the draws that combine them.
    private func lookErrors(_ rows: [Row]) -> DrawErrors {
        drawsPerLook == 1 ? .independent : DrawErrors(looks: rows.map(\.look))
    }

    /// Whether chance in the draws is below what is printed of them, and below what parts the likeliest configuration
    /// from being a verdict. What the Markov chains are off by stays however often they are drawn from: it is told as an
    /// error, and not asked for here.
    private func isSettled(_ rows: [Row]) -> Bool {
        guard method.precision > 0 else { return false }
        let errors = lookErrors(rows)
        let found = ConfigurationProbability.all(rows.map(\.draw.configuration), errors)
        let axes = [rows.map(\.draw.learning), rows.map(\.draw.interaction)].compactMap { Interval($0, errors) }
        return found.allSatisfy {
            $0.monteCarloError <= method.precision && abs($0.probability - method.certainty) >= 2 * $0.monteCarloError
        } && axes.allSatisfy { $0.errors.largest <= method.precision }
    }

    /// Whether the shares of variance are known well enough.
    private func isSettled(_ shares: Shares) -> Bool {
        guard method.sobolPrecision > 0 else { return false }
        let intervals =
            shares.sensitivity.flatMap { [$0.first, $0.total] } + shares.openness.flatMap { [$0.first, $0.total] }
        return intervals.compactMap { $0 }.allSatisfy { $0.high - $0.low <= 2 * method.sobolPrecision }
    }

    /// Factors that are read from the second matrix, and what is then seen.
    private struct Exchange {
        let factors: Set<Factor>
        let reading: Reading
        let chanceMean: Reading?
    }

    /// Draws that combine one look at the territory in ways of their own.
    private func rows(_ numbers: Range<Int>, exchanged: Range<Int>, at look: Int) -> [Row] {
        let view = space.view(DrawSpace.Row(number: numbers.lowerBound, look: look))
        let (reading, chanceMean) = (view.reading, space.chanceMean(view))
        let exchanges = exchanged.isEmpty ? [] : exchanges(view, look)
        return numbers.map { number in
            func outcome(_ exchange: Exchange) -> DrawSpace.Outcome {
                space.outcome(
                    DrawSpace.Row(number: number, look: look, fromSecond: exchange.factors), exchange.reading,
                    exchange.chanceMean)
            }
            let first = DrawSpace.Row(number: number, look: look)
            var row = Row(
                look: Int32(look), draw: space.outcome(first, reading, chanceMean), found: reading.values,
                chain: view.chain, unobserved: view.unobserved, ignorant: space.outcome(first, .nothing, nil))
            guard exchanged.contains(number) else { return row }
            row.second = outcome(exchanges[0])
            row.exchanged = exchanges.dropFirst().prefix(space.factors.count).map(outcome)
            row.data = exchanges.dropFirst(1 + space.factors.count).first.map(outcome)
            return row
        }
    }

    /// With all factors exchanged, with each, and with all that the data leaves open where it leaves any.
    private func exchanges(_ view: DrawSpace.View, _ look: Int) -> [Exchange] {
        let groups =
            [space.factors] + space.factors.map { [$0] } + (space.dataFactors.isEmpty ? [] : [space.dataFactors])
        return groups.map { factors in
            let row = DrawSpace.Row(number: 0, look: look, fromSecond: Set(factors))
            let isSeen = factors.contains(where: \.isStructural)
            let own = isSeen && factors.count == 1 ? space.view(view, factors[0], asIn: row) : nil
            let seen = isSeen ? own ?? space.view(row) : view
            return Exchange(factors: row.fromSecond, reading: seen.reading, chanceMean: space.chanceMean(seen))
        }
    }

    private func summary(
        _ rows: [Row], _ errors: DrawErrors, _ probabilities: [ConfigurationProbability], _ shares: Shares
    ) -> Uncertainty {
        Uncertainty(
            learning: rows.map(\.draw.learning), interaction: rows.map(\.draw.interaction),
            configurations: rows.map(\.draw.configuration), looks: looks(for: rows.count), errors: errors,
            probabilities: probabilities,
            indicators: IndicatorCatalogue.all.indices.map { place in Interval(rows.map { $0.found[place] }, errors) },
            correlation: Self.correlation(rows.map(\.draw)),
            sensitivity: shares.sensitivity, openness: shares.openness,
            aboveChance: aboveChance(rows),
            ignorance: ignorance(rows.map(\.ignorant), probabilities),
            unobserved: Dictionary(
                uniqueKeysWithValues: Axis.allCases.map { axis in (axis, rows.map { $0.unobserved[axis] }) }),
            factors: space.factors, seed: seed)
    }

    private func ignorance(_ drawn: [DrawSpace.Outcome], _ own: [ConfigurationProbability]) -> Ignorance? {
        guard space.factors.contains(.undefinedIndicators), !own.isEmpty else { return nil }
        let probabilities = ConfigurationProbability.all(drawn.map(\.configuration), .independent)
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
            func read(_ outcome: DrawSpace.Outcome?) -> Double? { Self.value(output, of: outcome, likeliest) }
            let (first, second) = (rows.map { read($0.draw) }, rows.map { read($0.second) })
            let looks = rows.map(\.look)
            return space.factors.indices.map { place in
                let indices = SobolIndices(
                    first: first, second: second, exchanged: rows.map { read($0.exchanged[place]) },
                    looks: looks, bootstrap: method.bootstrap, seed: seed)
                return Sensitivity(
                    factor: space.factors[place], output: output, first: indices.firstInterval,
                    total: indices.totalInterval, firstEstimate: indices.first, totalEstimate: indices.total)
            }
        }
    }

    private static func value(
        _ output: Sensitivity.Output, of outcome: DrawSpace.Outcome?, _ likeliest: Configuration?
    ) -> Double? {
        switch output {
        case .learning: outcome?.learning
        case .interaction: outcome?.interaction
        case .verdict: outcome?.configuration.map { $0 == likeliest ? 1 : 0 }
        }
    }

    /// What data and method leave open, each as one group of factors. The two make up all there is, so
    /// that what one makes with its interactions is what the other by itself does not.
    private func openness(_ rows: [Row], _ likeliest: Configuration?) -> [Openness] {
        Sensitivity.Output.allCases.flatMap { output -> [Openness] in
            func read(_ outcome: DrawSpace.Outcome?) -> Double? { Self.value(output, of: outcome, likeliest) }
            let indices = SobolIndices(
                first: rows.map { read($0.draw) }, second: rows.map { read($0.second) },
                // Where the data leaves nothing open, exchanging it changes nothing.
                exchanged: rows.map { read($0.data ?? $0.draw) }, looks: rows.map(\.look), bootstrap: method.bootstrap,
                seed: seed)
            func rest(_ share: Double) -> Double { 1 - share }
            return [
                Openness(
                    origin: .data, output: output, first: indices.firstInterval, total: indices.totalInterval,
                    firstEstimate: indices.first, totalEstimate: indices.total),
                Openness(
                    origin: .method, output: output, first: indices.totalInterval?.rest,
                    total: indices.firstInterval?.rest,
                    firstEstimate: indices.total.map(rest), totalEstimate: indices.first.map(rest)),
            ]
        }
    }

    private func aboveChance(_ rows: [Row]) -> [AboveChance] {
        guard space.chance != nil else { return [] }
        return Axis.allCases.map { axis in
            let asked = rows.compactMap { $0.draw.isAboveChance?[axis] }
            return AboveChance(
                axis: axis, level: space.chanceLevel(axis),
                probability: Double(asked.count { $0 }) / Double(max(1, asked.count)))
        }
    }
}
