import GraphKernels

/// Every way in which the territory can be seen and its indicators combined; a draw is one point.
///
/// A draw's randomness for each factor comes from a stream of its own, numbered by factor, row and
/// matrix, so that a draw can be repeated with one factor changed and all else kept.
struct DrawSpace: Sendable {
    /// A row of the two matrices of Saltelli's design: which factors are read from the second.
    struct Row: Sendable {
        let number: Int
        var fromSecond: Set<Factor> = []
    }

    struct Outcome: Sendable {
        var learning: Double?
        var interaction: Double?
        var configuration: Configuration?
    }

    /// A scenario, and what the indicators find in it where every tie exists.
    private struct Frame: Sendable {
        let scenario: Scenario
        let found: [IndicatorValue]
    }

    /// What a row's structural factors show, and what the indicators find there.
    struct View: Sendable {
        fileprivate(set) var situation: Situation
        fileprivate(set) var found: [IndicatorValue]

        var reading: Reading { Reading(found) }
    }

    /// The factors that are switched on and leave a choice here.
    let factors: [Factor]
    private let preparation: Preparation
    private let active: Set<Factor>
    private let years: [Int]
    private let frames: [Frame]
    /// What of a frame the draws change.
    private let varying: Reads
    private let uncertainTies: [Int]
    /// What may be missing; nil where nothing is.
    private let completion: Completion?

    init(_ preparation: Preparation) {
        self.preparation = preparation
        let (method, code) = (preparation.method, preparation.code)
        let uncertain = code.ties.indices.filter { code.ties[$0].confidence < 1 && preparation.presence.ties[$0] }
        uncertainTies = uncertain
        let completion =
            method.factors.contains(.unobservedTies)
            ? Completion(preparation, preparation.observation) : nil
        self.completion = completion
        factors = Factor.allCases.filter { factor in
            guard method.factors.contains(factor) else { return false }
            switch factor {
            case .tieExistence: return !uncertain.isEmpty
            case .unobservedTies: return completion != nil
            case .window: return preparation.scenario.window.days != nil && method.windowRange.count > 1
            case .perimeter: return preparation.options.perimeter == nil && code.perimeters.count > 1
            case .mergedEntities: return code.hasParents
            case .cascadeProbability: return method.cascadeRange.lowerBound < method.cascadeRange.upperBound
            case .threshold: return method.thresholdRange.lowerBound < method.thresholdRange.upperBound
            case .undefinedIndicators, .partlyKnown, .indicatorLeftOut, .weights, .aggregation: return true
            }
        }
        active = Set(factors)
        years = active.contains(.window) ? Array(method.windowRange) : [method.windowYears]
        varying = Self.varying(code, uncertain, active).union(completion?.varying ?? [])
        frames = Self.frames(preparation, years: years, active, hasSpare: completion != nil)
    }

    private static func varying(_ code: TerritoryCode, _ uncertain: [Int], _ active: Set<Factor>) -> Reads {
        var varying: Reads = []
        if active.contains(.tieExistence) {
            for tie in uncertain { varying.formUnion(code.reads(ofTie: tie)) }
        }
        if active.contains(.cascadeProbability) { varying.insert(.transmission) }
        return varying
    }

    /// One for each window, perimeter and treatment of entities, in that order.
    private static func frames(
        _ preparation: Preparation, years: [Int], _ active: Set<Factor>, hasSpare: Bool
    ) -> [Frame] {
        let own = preparation.scenario.settings
        let perimeters = active.contains(.perimeter) ? Array(preparation.code.perimeters.indices) : [own.perimeter]
        var settings: [Scenario.Settings] = []
        for years in years {
            for perimeter in perimeters {
                for isMerged in active.contains(.mergedEntities) ? [false, true] : [false] {
                    settings.append(
                        Scenario.Settings(
                            window: Window(upTo: own.window.date, years: years), windowYears: years,
                            perimeter: perimeter, isMerged: isMerged))
                }
            }
        }
        let all = settings
        return Parallel.chunks(of: all.count, grain: 1) { range in
            range.map { place in
                var code = preparation.code
                if hasSpare { code.liveness.makeSpare(Self.spareMasks) }
                var scenario = Scenario(code, all[place], method: preparation.method)
                scenario.calibrate(preparation.presence)
                let situation = Situation(
                    scenario, preparation.presence, cascadeProbability: preparation.method.cascadeProbability)
                return Frame(scenario: scenario, found: situation.values)
            }
        }.flatMap { $0 }
    }

    /// More drawn ties of knowledge than this share some luck in the cascade.
    private static let spareMasks = 1024

    private func stream(_ factor: Factor, _ row: Row) -> RandomSource {
        // The position among all factors, so that switching one off leaves the others as they were.
        let place = Factor.allCases.firstIndex(of: factor) ?? 0
        // What is unknown of one territory says nothing of what is unknown of another.
        let own = factor.isOfTerritory ? preparation.code.fingerprint : 0
        let seed = Colour.mixed(preparation.options.seed &+ Colour.mixed(UInt64(place + 1) &+ own))
        return RandomSource(seed: seed, part: 2 * row.number + (row.fromSecond.contains(factor) ? 1 : 0))
    }

    /// How often a Sobol row looks at the territory after its draw: in the second matrix, and with
    /// each factor exchanged that changes what is seen.
    var furtherLooks: Int { 1 + factors.count { $0.isStructural } }

    func view(_ row: Row) -> View {
        var place = 0
        if active.contains(.window) {
            var random = stream(.window, row)
            place = random.below(years.count)
        }
        let perimeters = active.contains(.perimeter) ? preparation.code.perimeters.count : 1
        place *= perimeters
        if active.contains(.perimeter) {
            var random = stream(.perimeter, row)
            place += random.below(perimeters)
        }
        if active.contains(.mergedEntities) {
            var random = stream(.mergedEntities, row)
            place = 2 * place + random.below(2)
        }
        var presence = preparation.presence
        if active.contains(.tieExistence) {
            var random = stream(.tieExistence, row)
            for tie in uncertainTies where random.unit() >= preparation.code.ties[tie].confidence {
                presence.ties[tie] = false
            }
        }
        var scenario = frames[place].scenario
        if let completion {
            var random = stream(.unobservedTies, row)
            scenario = completion.completed(scenario, &presence, preparation.method, &random)
        }
        let situation = Situation(scenario, presence, cascadeProbability: cascadeProbability(row))
        let found =
            completion?.addsActors == true
            ? situation.values : situation.values(after: varying, from: frames[place].found)
        return View(situation: situation, found: found)
    }

    /// A view of which p alone is another row's.
    func view(_ view: View, passingAsIn row: Row) -> View {
        var view = view
        view.situation.cascadeProbability = cascadeProbability(row)
        view.found = view.situation.values(after: .transmission, from: view.found)
        return view
    }

    private func cascadeProbability(_ row: Row) -> Double {
        guard active.contains(.cascadeProbability) else { return preparation.method.cascadeProbability }
        var random = stream(.cascadeProbability, row)
        return random.uniform(preparation.method.cascadeRange)
    }

    /// Combines what was read as a row's other factors have it.
    func outcome(_ row: Row, _ reading: Reading) -> Outcome {
        let values = filled(row, reading)
        let aggregation = aggregation(row)
        let learning = aggregation.outcome(.learning, values).score
        let interaction = aggregation.outcome(.interaction, values).score
        var threshold = preparation.method.threshold
        if active.contains(.threshold) {
            var random = stream(.threshold, row)
            threshold = random.uniform(preparation.method.thresholdRange)
        }
        var outcome = Outcome(learning: learning, interaction: interaction)
        if let learning, let interaction {
            outcome.configuration = Configuration(learning: learning, interaction: interaction, threshold: threshold)
        }
        return outcome
    }

    /// The indicators with what nobody knows of them drawn: of an undefined one everything, of a
    /// partly known one the part that is not (as for a share of a population, of which the unseen part
    /// can be anything).
    private func filled(_ row: Row, _ reading: Reading) -> [Double?] {
        var values = reading.values
        if active.contains(.partlyKnown) {
            var random = stream(.partlyKnown, row)
            for place in values.indices {
                let (drawn, share) = (random.unit(), reading.coverages[place])
                if share < 1, let value = values[place] { values[place] = share * value + (1 - share) * drawn }
            }
        }
        if active.contains(.undefinedIndicators) {
            var random = stream(.undefinedIndicators, row)
            for place in values.indices {
                let drawn = random.unit()
                if values[place] == nil { values[place] = drawn }
            }
        }
        return values
    }

    private func aggregation(_ row: Row) -> Aggregation {
        let method = preparation.method
        var mean = method.aggregation
        if active.contains(.aggregation) {
            var random = stream(.aggregation, row)
            mean = random.below(2) == 0 ? .geometric : .arithmetic
        }
        var (weights, leftOut) = (stream(.weights, row), stream(.indicatorLeftOut, row))
        var dimensions: [Axis: [Aggregation.Part]] = [:]
        for axis in Axis.allCases {
            var parts = preparation.aggregation.parts(of: axis)
            if active.contains(.indicatorLeftOut) { Self.leaveOneOut(&parts, &leftOut) }
            if active.contains(.weights) { vary(&parts, &weights) }
            dimensions[axis] = parts
        }
        return Aggregation(mean: mean, floor: method.floor, dimensions: dimensions)
    }

    /// One indicator of the axis, or none of them, each with the same chance.
    private static func leaveOneOut(_ parts: inout [Aggregation.Part], _ random: inout RandomSource) {
        let count = parts.reduce(0) { $0 + $1.indicators.count }
        var left = random.below(count + 1)
        guard left < count, count > 1 else { return }
        for place in parts.indices {
            if left < parts[place].indicators.count {
                parts[place].indicators.remove(at: left)
                if parts[place].indicators.isEmpty { parts.remove(at: place) }
                return
            }
            left -= parts[place].indicators.count
        }
    }

    private func vary(_ parts: inout [Aggregation.Part], _ random: inout RandomSource) {
        let concentration = preparation.method.concentration
        let drawn = random.weights(about: parts.map(\.weight), concentration: concentration)
        for place in parts.indices {
            parts[place].weight = drawn[place]
            let inside = random.weights(about: parts[place].indicators.map(\.weight), concentration: concentration)
            for (indicator, weight) in inside.enumerated() { parts[place].indicators[indicator].weight = weight }
        }
    }
}
