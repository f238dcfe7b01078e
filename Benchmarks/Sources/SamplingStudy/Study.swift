import Foundation
import GraphKernels
import NetworkModel
import TerritoryScoring
import Vocabulary

/// One case for each character, seed, mechanism and share.
struct Study {
    let seeds: Int
    let draws: Int
    /// What the territories and what is shown of them come from.
    let base: UInt64
    let tellsIndicators: Bool
    let recipes: [Recipe]
    let mechanisms: [Mechanism]
    let shares: [Double]
    private let method: ScoringMethod

    /// - Parameters:
    ///   - mechanisms: none for all, as of the shares.
    ///   - isUnseen: of the characters by which nothing was chosen.
    ///   - hasDiscrepancy: whether draws have the model's discrepancy.
    init(
        seeds: Int, draws: Int, base: UInt64, mechanisms: [Mechanism], shares: [Double], tellsIndicators: Bool,
        isUnseen: Bool, hasDiscrepancy: Bool = true
    ) throws {
        recipes = isUnseen ? Recipe.unseen : Recipe.all
        self.mechanisms = mechanisms.isEmpty ? Mechanism.allCases : mechanisms
        self.shares = shares.isEmpty ? [0.1, 0.3, 0.6, 0.9, 1.0] : shares
        (self.seeds, self.draws, self.base, self.tellsIndicators) = (seeds, draws, base, tellsIndicators)
        var method = try ScoringMethod.standard()
        #if BEFORE
            method.factors = [.tieExistence, .unobservedTies, .undefinedIndicators, .partlyKnown]
        #else
            method.factors = hasDiscrepancy ? [.unobservedTies, .modelDiscrepancy] : [.unobservedTies]
        #endif
        self.method = method
    }

    /// How an axis or an indicator of a case came out.
    struct Outcome: Sendable {
        let truth: Double
        let low: Double
        let median: Double
        let high: Double

        var isHeld: Bool { truth >= low - 1e-9 && truth <= high + 1e-9 }
        var width: Double { high - low }
        var error: Double { median - truth }

        init?(_ truth: Double?, _ interval: Interval?) {
            guard let truth, let interval else { return nil }
            (self.truth, low, median, high) = (truth, interval.low, interval.median, interval.high)
        }
    }

    struct Case: Sendable {
        let recipe: Int
        let mechanism: Mechanism
        let share: Double
        let outcomes: [Axis: Outcome]
        let verdict: Configuration?
        let truth: Configuration?
        /// Those that are defined in the whole and in some draw.
        let indicators: [String: Outcome]
    }

    func run() throws {
        let count = recipes.count * seeds
        let factors = method.factors.map(\.rawValue).sorted().joined(separator: " ")
        print("\(count) territories from seed \(base); \(draws) draws; factors: \(factors)")
        print("mechanism share axis                   held   bias    width  wrong 80 % held and bias by character")
        for mechanism in mechanisms {
            for share in shares {
                let cases = Parallel.chunks(of: count, grain: 1) { range in
                    range.map { number in Result { try self.made(number, mechanism, share) } }
                }.flatMap { $0 }
                try tell(cases.map { try $0.get() })
                fflush(nil)
            }
        }
    }

    /// A territory as it is, and as a study of this share sees it.
    func scores(
        _ number: Int, _ mechanism: Mechanism, _ share: Double
    ) throws -> (whole: TerritoryScore, seen: TerritoryScore) {
        let recipe = number % recipes.count
        var random = RandomSource(seed: base, part: number)
        // The first of each character as shipped, the others varied.
        let own = number < recipes.count ? recipes[recipe] : recipes[recipe].varied(&random)
        let made = MadeTerritory(own, seed: random.next())
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity, options.draws) = (false, false, false, 0)
        let whole = try Scoring.score(
            made.network { $0.surveyed = Set(MadeTerritory.looked) }, method: method, options: options)
        // What is shown, and what is drawn, is another in every cell.
        for _ in 0..<Int(share * 10) + 11 * (Mechanism.allCases.firstIndex(of: mechanism) ?? 0) { _ = random.next() }
        (options.draws, options.seed) = (draws, random.next() >> 1)
        let (shown, asked) = mechanism.shown(of: made, share: share, &random)
        return (whole, try score(shown, mechanism, share, asked, options))
    }

    private func made(_ number: Int, _ mechanism: Mechanism, _ share: Double) throws -> Case {
        let (whole, score) = try scores(number, mechanism, share)
        var outcomes: [Axis: Outcome] = [:]
        for axis in Axis.allCases {
            outcomes[axis] = Outcome(whole.axis(axis).overKnown, score.axis(axis).interval)
        }
        return Case(
            recipe: number % recipes.count, mechanism: mechanism, share: share, outcomes: outcomes,
            verdict: score.verdict,
            truth: whole.pointConfiguration, indicators: indicators(whole, score))
    }

    private func indicators(_ whole: TerritoryScore, _ score: TerritoryScore) -> [String: Outcome] {
        #if BEFORE
            return [:]
        #else
            guard tellsIndicators, let intervals = score.uncertainty?.indicators else { return [:] }
            var outcomes: [String: Outcome] = [:]
            for axis in Axis.allCases {
                for item in whole.axis(axis).indicators {
                    let place = IndicatorCatalogue.all.firstIndex { $0.id == item.indicator.id }
                    outcomes[item.indicator.id] = place.flatMap { Outcome(item.value.value, intervals[$0]) }
                }
            }
            return outcomes
        #endif
    }

    private func score(
        _ shown: MadeTerritory, _ mechanism: Mechanism, _ share: Double, _ asked: [Int], _ options: ScoringOptions
    ) throws -> TerritoryScore {
        var options = options
        #if !BEFORE
            options.respondents = asked.map { Respondent(actor: shown.actors[$0].id) }
        #endif
        let network = try shown.network { description in
            description.surveyed = Set(MadeTerritory.looked)
            #if !BEFORE
                // All ties of a share of 1 are told, and it is known that they are.
                let how: Survey.How =
                    share == 1 && mechanism != .roster ? .census : mechanism == .roster ? .roster : .documents
                description.surveys = description.surveys?.mapValues { _ in Survey(how) }
            #endif
        }
        return try Scoring.score(network, method: method, options: options)
    }

    private func tell(_ cases: [Case]) {
        for axis in Axis.allCases {
            let sure = cases.filter { $0.verdict != nil }
            let wrong = sure.count { $0.verdict != $0.truth }
            tell(axis.rawValue, cases, "\(wrong) of \(sure.count)") { $0.outcomes[axis] }
        }
        guard tellsIndicators else { return }
        for indicator in IndicatorCatalogue.all { tell("  " + indicator.id, cases, "") { $0.indicators[indicator.id] } }
    }

    private func tell(_ what: String, _ cases: [Case], _ verdicts: String, _ read: (Case) -> Outcome?) {
        let outcomes = cases.compactMap(read)
        guard let first = cases.first, !outcomes.isEmpty else { return }
        let held = Double(outcomes.count { $0.isHeld }) / Double(outcomes.count)
        let bias = outcomes.reduce(0) { $0 + $1.error } / Double(outcomes.count)
        let widths = outcomes.map(\.width).sorted()
        let byRecipe = recipes.indices.map { recipe in
            let own = cases.filter { $0.recipe == recipe }.compactMap(read)
            let bias = own.reduce(0) { $0 + $1.error } / Double(max(1, own.count))
            return "\(own.count { $0.isHeld })/\(own.count) \(Self.text(bias, 2))"
        }
        print(
            Self.pad(first.mechanism.rawValue, 10), Self.pad(Self.text(first.share, 1), 4), Self.pad(what, 26),
            Self.pad("\(Int((held * 100).rounded())) %", 6), Self.pad(Self.text(bias, 3), 7),
            Self.pad(Self.text(widths[widths.count / 2], 3), 6), Self.pad(verdicts, 10),
            byRecipe.map { Self.pad($0, 11) }.joined(separator: " "))
    }

    static func text(_ value: Double, _ digits: Int) -> String {
        let scale = [1.0, 10, 100, 1000][digits]
        let whole = Int((abs(value) * scale).rounded())
        let rest = String(whole % Int(scale))
        let sign = value < 0 && whole > 0 ? "-" : ""
        return sign + "\(whole / Int(scale))." + String(repeating: "0", count: digits - rest.count) + rest
    }

    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
