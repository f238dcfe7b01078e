import GraphKernels
import NetworkModel
import TerritoryScoring
import Vocabulary

/// One case for each character, seed, mechanism and share.
struct Study {
    let seeds: Int
    let draws: Int
    let tellsIndicators: Bool
    let shares = [0.1, 0.3, 0.6, 0.9, 1.0]
    private let method: ScoringMethod

    init(seeds: Int, draws: Int, tellsIndicators: Bool) throws {
        (self.seeds, self.draws, self.tellsIndicators) = (seeds, draws, tellsIndicators)
        var method = try ScoringMethod.standard()
        #if BEFORE
            method.factors = [.tieExistence, .unobservedTies, .undefinedIndicators, .partlyKnown]
        #else
            method.factors = [.unobservedTies]
        #endif
        self.method = method
    }

    /// How an axis of a case came out.
    struct Outcome: Sendable {
        var truth = 0.0
        var low = 0.0
        var median = 0.0
        var high = 0.0

        var isHeld: Bool { truth >= low - 1e-9 && truth <= high + 1e-9 }
        var width: Double { high - low }
        var error: Double { median - truth }
    }

    struct Case: Sendable {
        let recipe: Int
        let mechanism: Mechanism
        let share: Double
        let outcomes: [Axis: Outcome]
        let verdict: Configuration?
        let truth: Configuration?
        var indicators: [String: (truth: Double?, naive: Double?)] = [:]
    }

    func run() throws {
        let count = Recipe.all.count * seeds
        let cases = Parallel.chunks(of: count, grain: 1) { range in
            range.flatMap { number in (try? self.made(number)) ?? [] }
        }.flatMap { $0 }
        print(
            "\(count) territories; \(draws) draws; factors: \(method.factors.map(\.rawValue).sorted().joined(separator: " "))"
        )
        print("mechanism  share  axis         held   bias    width  wrong verdicts of 80 %   held by character")
        for mechanism in Mechanism.allCases {
            for share in shares { tell(cases.filter { $0.mechanism == mechanism && $0.share == share }) }
        }
    }

    private func made(_ number: Int) throws -> [Case] {
        let recipe = number % Recipe.all.count
        var random = RandomSource(seed: 77, part: number)
        // The first of each character as shipped, the others varied.
        let own = number < Recipe.all.count ? Recipe.all[recipe] : Recipe.all[recipe].varied(&random)
        let made = MadeTerritory(own, seed: random.next())
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity, options.draws) = (false, false, false, 0)
        let whole = try Scoring.score(
            made.network { $0.surveyed = Set(MadeTerritory.looked) }, method: method, options: options)
        var cases: [Case] = []
        for mechanism in Mechanism.allCases {
            for share in shares {
                var options = options
                (options.draws, options.seed) = (draws, random.next() >> 1)
                let (shown, asked) = mechanism.shown(of: made, share: share, &random)
                let score = try score(shown, mechanism, share, asked, options)
                var outcomes: [Axis: Outcome] = [:]
                for axis in Axis.allCases {
                    guard let interval = score.axis(axis).interval, let truth = whole.axis(axis).overKnown else {
                        continue
                    }
                    outcomes[axis] = Outcome(
                        truth: truth, low: interval.low, median: interval.median, high: interval.high)
                }
                cases.append(
                    Case(
                        recipe: recipe, mechanism: mechanism, share: share, outcomes: outcomes, verdict: score.verdict,
                        truth: whole.pointConfiguration))
            }
        }
        return cases
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
        guard let first = cases.first else { return }
        for axis in Axis.allCases {
            let outcomes = cases.compactMap { $0.outcomes[axis] }
            guard !outcomes.isEmpty else { continue }
            let held = Double(outcomes.count { $0.isHeld }) / Double(outcomes.count)
            let bias = outcomes.reduce(0) { $0 + $1.error } / Double(outcomes.count)
            let widths = outcomes.map(\.width).sorted()
            let sure = cases.filter { $0.verdict != nil }
            let wrong = sure.count { $0.verdict != $0.truth }
            let byRecipe = Recipe.all.indices.map { recipe in
                let own = cases.filter { $0.recipe == recipe }.compactMap { $0.outcomes[axis] }
                return "\(own.count { $0.isHeld })/\(own.count)"
            }
            print(
                pad(first.mechanism.rawValue, 10), pad(text(first.share, 1), 6), pad(axis.rawValue, 12),
                pad("\(Int((held * 100).rounded())) %", 6), pad(text(bias, 3), 7),
                pad(text(widths[widths.count / 2], 3), 6),
                pad("\(wrong) of \(sure.count)", 24), byRecipe.joined(separator: " "))
        }
    }

    private func text(_ value: Double, _ digits: Int) -> String {
        let scale = [1.0, 10, 100, 1000][digits]
        let whole = Int((abs(value) * scale).rounded())
        let rest = String(whole % Int(scale))
        let sign = value < 0 && whole > 0 ? "-" : ""
        return sign + "\(whole / Int(scale))." + String(repeating: "0", count: digits - rest.count) + rest
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
