import GraphKernels

/// Every way in which the territory can be seen and its indicators combined; a draw is one point.
///
/// A draw's randomness for each factor comes from a stream of its own, numbered by factor, row and
/// matrix, so that a draw can be repeated with one factor changed and all else kept. What is seen costs much, and how
/// indicators are combined hardly anything: so several rows combine one look, whose factors are numbered by it.
struct DrawSpace: Sendable {
    /// A row of the two matrices of Saltelli's design: which factors are read from the second.
    struct Row: Sendable {
        let number: Int
        let look: Int
        var fromSecond: Set<Factor> = []
    }

    struct Outcome: Sendable {
        var learning: Double?
        var interaction: Double?
        var configuration: Configuration?
        /// By axis, whether it is above what chance gives; nil where that was not asked.
        var isAboveChance: [Axis: Bool]?
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
        /// The Markov chain that what was not observed comes from; nil where nothing is unobserved.
        fileprivate(set) var chain: Int32?
        /// Of what it shows, how much nobody told of.
        fileprivate(set) var unobserved = UnobservedShares()

        var reading: Reading {
            var reading = Reading(found)
            reading.unobserved = unobserved
            return reading
        }
    }

    /// The factors that are switched on and leave a choice here.
    let factors: [Factor]
    private let preparation: Preparation
    private var seed: UInt64
    private let active: Set<Factor>
    private let years: [Int]
    private let frames: [Frame]
    /// What of a frame the draws change.
    private let varying: Reads
    private let uncertainTies: [Int]
    /// Rows of participation that may be wrong.
    private let uncertainSeats: [Int]
    /// What may be missing; nil where nothing is.
    private let completion: Completion?
    private let told: ToldRows?
    /// What an axis must be above; nil while it is not known, and where it is not asked for.
    private(set) var chance: ChanceLevel?

    init(_ preparation: Preparation) {
        self.preparation = preparation
        seed = preparation.options.seed
        let (method, code) = (preparation.method, preparation.code)
        let uncertain = code.ties.indices.filter { code.ties[$0].confidence < 1 && preparation.presence.ties[$0] }
        uncertainTies = uncertain
        let seats = code.memberships.indices.filter { code.memberships[$0].confidence < 1 }
        uncertainSeats = seats
        let completion =
            method.factors.contains(.unobservedTies)
            ? Completion(preparation, preparation.observation) : nil
        self.completion = completion
        told = completion == nil ? nil : ToldRows(preparation)
        factors = Factor.allCases.filter { factor in
            guard method.factors.contains(factor) else { return false }
            switch factor {
            case .tieExistence: return !uncertain.isEmpty || !seats.isEmpty
            case .unobservedTies, .modelDiscrepancy: return completion != nil
            case .window: return preparation.scenario.window.days != nil && method.windowRange.count > 1
            case .perimeter: return preparation.options.perimeter == nil && code.perimeters.count > 1
            case .mergedEntities: return code.hasParents
            case .cascadeProbability: return method.cascadeRange.lowerBound < method.cascadeRange.upperBound
            case .partnerScale: return method.partnerRange.lowerBound < method.partnerRange.upperBound
            case .threshold: return method.thresholdRange.lowerBound < method.thresholdRange.upperBound
            case .undefinedIndicators, .partlyKnown, .indicatorLeftOut, .weights, .aggregation: return true
            }
        }
        active = Set(factors)
        years = active.contains(.window) ? Array(method.windowRange) : [method.windowYears]
        varying = Self.varying(code, uncertain, seats, active).union(completion?.varying ?? [])
        frames = Self.frames(preparation, years: years, active, completion)
    }

    /// Finds what chance gives here.
    mutating func findChance(_ count: Int) {
        // The same for every seed, as a threshold is: part of what is asked, not of the draws.
        var space = self
        space.seed = 0xC4A2CE
        let fixed = space
        chance =
            count == 0
            ? nil
            : ChanceLevel(
                count, preparation.aggregation, seed: fixed.seed, precision: preparation.method.precision
            ) { number in
                let view = fixed.view(Row(number: number, look: number))
                return (view.situation, view.found)
            }
    }

    private static func varying(
        _ code: TerritoryCode, _ uncertain: [Int], _ seats: [Int], _ active: Set<Factor>
    ) -> Reads {
        var varying: Reads = []
        if active.contains(.tieExistence) {
            for tie in uncertain { varying.formUnion(code.reads(ofTie: tie)) }
            for seat in seats { varying.formUnion(code.reads(ofEvent: Int(code.memberships[seat].event))) }
        }
        if active.contains(.cascadeProbability) { varying.insert(.transmission) }
        if active.contains(.partnerScale) { varying.insert(.partnerScale) }
        return varying
    }

    /// One for each window, perimeter and treatment of entities, in that order.
    private static func frames(
        _ preparation: Preparation, years: [Int], _ active: Set<Factor>, _ completion: Completion?
    ) -> [Frame] {
        let own = preparation.scenario.settings
        let perimeters = active.contains(.perimeter) ? Array(preparation.code.perimeters.indices) : [own.perimeter]
        var settings: [Scenario.Settings] = []
        for years in years {
            for perimeter in perimeters {
                for isMerged in active.contains(.mergedEntities) ? [false, true] : [own.isMerged] {
                    settings.append(
                        own.with(
                            window: Window(upTo: own.window.date, years: years), years: years, perimeter: perimeter,
                            isMerged: isMerged))
                }
            }
        }
        var spare = preparation.code
        // Once for all frames, which share them.
        if completion != nil { spare.liveness.makeSpare(Self.spareMasks) }
        let (all, code) = (settings, spare)
        return Parallel.chunks(of: all.count, grain: 1) { range in
            range.map { place in
                var scenario = Scenario(code, all[place])
                scenario.calibrate(preparation.presence, completion)
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
        let seed = Colour.mixed(self.seed &+ Colour.mixed(UInt64(place + 1) &+ own))
        return RandomSource(
            seed: seed,
            part: 2 * (factor.isStructural ? row.look : row.number) + (row.fromSecond.contains(factor) ? 1 : 0))
    }

    /// How often a Sobol row looks at the territory after its draw: in the second matrix, and with
    /// each factor exchanged that changes what is seen, and all that the data leaves open.
    var furtherLooks: Int { 1 + factors.count { $0.isStructural } + (dataFactors.contains { $0.isStructural } ? 1 : 0) }

    /// What one in twenty chance territories reaches that have about as many ties as the territory as it is.
    func chanceLevel(_ axis: Axis) -> Double? {
        chance?.level(axis, near: ChanceLevel.Place(preparation.situation))
    }

    /// The mean of chance territories of about as many ties as were seen; nil where none are asked for.
    func chanceMean(_ view: View) -> Reading? { chance?.mean(near: ChanceLevel.Place(view.situation)) }

    /// The factors that the data leaves open.
    var dataFactors: [Factor] { factors.filter { $0.origin == .data } }

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
        var lostSeats: Set<Int> = []
        if active.contains(.tieExistence) {
            var random = stream(.tieExistence, row)
            for tie in uncertainTies where random.unit() >= preparation.code.ties[tie].confidence {
                presence.ties[tie] = false
            }
            // Behind the ties, so that these are drawn as where no seat is doubtful.
            for seat in uncertainSeats where random.unit() >= preparation.code.memberships[seat].confidence {
                lostSeats.insert(seat)
            }
        }
        var scenario = frames[place].scenario
        var chain: Int32?
        if let completion {
            var random = stream(.unobservedTies, row)
            let sample = completion.sample(&random)
            chain = completion.chain(of: sample)
            scenario = completion.completed(scenario, sample, without: lostSeats, &presence, &random)
        } else if !lostSeats.isEmpty {
            var code = scenario.code
            code.loseSeats(lostSeats)
            scenario = scenario.redrawn(code, .events)
        }
        var situation = Situation(scenario, presence, cascadeProbability: cascadeProbability(row))
        situation.partnerScale = partnerScale(row)
        let found =
            completion?.addsActors == true
            ? situation.values : situation.values(after: varying, from: frames[place].found)
        return View(
            situation: situation, found: found, chain: chain,
            unobserved: told?.unobserved(situation) ?? UnobservedShares())
    }

    /// A view of which one number alone, p or κ, is another row's; nil for a factor that changes more.
    func view(_ view: View, _ factor: Factor, asIn row: Row) -> View? {
        var view = view
        switch factor {
        case .cascadeProbability:
            view.situation.cascadeProbability = cascadeProbability(row)
            view.found = view.situation.values(after: .transmission, from: view.found)
        case .partnerScale:
            view.situation.partnerScale = partnerScale(row)
            view.found = view.situation.values(after: .partnerScale, from: view.found)
        default: return nil
        }
        return view
    }

    private func partnerScale(_ row: Row) -> Double {
        guard active.contains(.partnerScale) else { return preparation.method.partnerScale }
        var random = stream(.partnerScale, row)
        return random.uniform(preparation.method.partnerRange)
    }

    private func cascadeProbability(_ row: Row) -> Double {
        guard active.contains(.cascadeProbability) else { return preparation.method.cascadeProbability }
        var random = stream(.cascadeProbability, row)
        return random.uniform(preparation.method.cascadeRange)
    }

    /// Combines what was read as a row's other factors have it.
    ///
    /// - Parameter chanceMean: that of the view; nil for a territory that nobody looked at, of which there is no chance to
    ///   be above.
    func outcome(_ row: Row, _ reading: Reading, _ chanceMean: Reading?) -> Outcome {
        let values = filled(row, reading)
        let aggregation = aggregation(row)
        let shifts = shifts(row, reading.unobserved)
        func score(_ axis: Axis) -> Double? {
            aggregation.outcome(axis, values).score.map { ModelDiscrepancy.moved($0, by: shifts[axis] ?? 0) }
        }
        var outcome = Outcome(learning: score(.learning), interaction: score(.interaction))
        var threshold = preparation.method.threshold
        if active.contains(.threshold) {
            var random = stream(.threshold, row)
            threshold = random.uniform(preparation.method.thresholdRange)
        }
        if let chance, var mean = chanceMean {
            // What is unknown here is unknown there, and filled in alike.
            for indicator in mean.values.indices where reading.values[indicator] == nil { mean.values[indicator] = nil }
            mean.coverages = reading.coverages
            let other = filled(row, mean)
            outcome.isAboveChance = Dictionary(
                uniqueKeysWithValues: Axis.allCases.map {
                    ($0, chance.isAbove($0, values, other, movedBy: shifts[$0] ?? 0))
                })
        }
        if let learning = outcome.learning, let interaction = outcome.interaction {
            func isStrong(_ axis: Axis, _ score: Double) -> Bool {
                guard axis == .interaction else { return score >= threshold }
                return score >= threshold && outcome.isAboveChance?[axis] ?? true
            }
            outcome.configuration = Configuration(
                isStrongOnLearning: isStrong(.learning, learning),
                isStrongOnInteraction: isStrong(.interaction, interaction))
        }
        return outcome
    }

    /// By axis, what the model of the unobserved is off by in this row; nothing where it is not asked for.
    private func shifts(_ row: Row, _ unobserved: UnobservedShares) -> [Axis: Double] {
        guard active.contains(.modelDiscrepancy) else { return [:] }
        var random = stream(.modelDiscrepancy, row)
        var shifts: [Axis: Double] = [:]
        // Each in its turn, whatever its spread, so that the streams of both stay aligned.
        for axis in Axis.allCases { shifts[axis] = random.normal() * ModelDiscrepancy.spread(axis, unobserved[axis]) }
        return shifts
    }

    /// The indicators with what nobody knows of them drawn: of an undefined one everything (and of all of a
    /// dimension alike, since they speak of one thing: drawn apart, much that is unknown would come to a
    /// middling score that nobody saw), of a partly known one the part that is not (as for a share of a population, of which the unseen part
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
            let drawn = Dictionary(uniqueKeysWithValues: Dimension.allCases.map { ($0, random.unit()) })
            for place in values.indices where values[place] == nil {
                values[place] = drawn[IndicatorCatalogue.all[place].dimension]
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
            // A weight is drawn for every indicator, left out or not, so that leaving out another one
            // changes no other weight.
            if active.contains(.weights) { vary(&parts, &weights) }
            if active.contains(.indicatorLeftOut) { Self.leaveOneOut(&parts, &leftOut) }
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
