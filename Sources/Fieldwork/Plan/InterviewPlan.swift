import GraphKernels
import NetworkModel
import TerritoryScoring
import Vocabulary

/// How wide the score's interval would be after so many more interviews, by simulation on the dataset so far.
///
/// A territory is drawn from the model of what was not observed and taken for the true one; n more actors are
/// interviewed, who name all their partners; what they would tell is put into the dataset, and it is scored. The width of
/// the central 90 % of the draws is the mean over several such territories, with its Monte Carlo error (the standard
/// deviation of the territories ÷ √ of their number). All numbers of interviews and all orders are asked of the same
/// territories, and who is asked among ten is asked among twenty, so that differences are surer than the widths.
///
/// This is preposterior analysis (Raiffa and Schlaifer 1961, *Applied Statistical Decision Theory*, part 1): it is as good
/// as the model of the unobserved, and says nothing of what interviews find that the model does not think of.
public struct InterviewPlan: Sendable {
    /// One order and number of interviews.
    public struct Row: Sendable {
        /// Who was asked first; of none and of all any.
        public let order: InterviewOrder
        /// How many more interviews.
        public let interviews: Int
        /// How wide the interval of learning is then.
        public let learning: Width
        /// How wide the interval of interaction is then.
        public let interaction: Width

        /// How wide an axis' interval is then.
        public func width(_ axis: Axis) -> Width {
            switch axis {
            case .learning: learning
            case .interaction: interaction
            }
        }
    }

    /// The mean width over the territories, and its Monte Carlo error; nil where no territory gave an interval, or fewer
    /// than two.
    public struct Width: Sendable, Hashable {
        /// The mean of the territories' widths, 0 to 1; nil where no territory gave an interval.
        public let mean: Double?
        /// The standard error of the mean; nil for fewer than two territories.
        public let error: Double?

        init(_ widths: [Double?]) {
            let moments = Significance.moments(widths)
            mean = moments.mean
            let count = widths.count { $0 != nil }
            error = moments.deviation.map { $0 / Double(count).squareRoot() }
        }
    }

    /// What is simulated, and how exactly.
    public struct Settings: Sendable {
        /// How many more interviews; nil: about six steps from none to all.
        public var interviews: [Int]?
        /// The orders to compare; none is left out by default.
        public var orders = InterviewOrder.allCases
        /// How many territories are drawn.
        public var territories = 8
        /// Draws of each score.
        public var draws = 200
        /// The same seed gives the same plan.
        public var seed: UInt64 = 1
        /// The id of a perimeter; nil: the dataset's default one.
        public var perimeter: String?

        /// Three orders, eight territories, 200 draws.
        public init() {}
    }

    /// By order and number; nobody and everybody once, since they are the same in every order. Empty where nothing is
    /// to be planned.
    public let rows: [Row]
    /// Actors inside that were not interviewed, by order: ids.
    public let first: [(order: InterviewOrder, ids: [String])]
    /// How many actors inside were not interviewed.
    public let candidates: Int
    /// What was asked for.
    public let settings: Settings
    /// False where all that was looked at is known whole, so that interviews narrow nothing.
    public let isPartial: Bool
    /// Layers that the score reads and nobody looked at: interviews about them would narrow more than is told here.
    public let unsurveyed: [String]
    /// From which dataset the plan was made.
    public let provenance: (dataset: String, contentHash: String?)

    /// Simulates the interviews.
    ///
    /// - Parameter progress: told after each score.
    /// - Throws: `MilieuError` of cause `usage` for a number of interviews, territories or draws that makes no sense, or a
    ///   perimeter that the network does not have.
    /// - Complexity: a score for each territory, order and number of interviews.
    public init(
        _ network: Network, method: ScoringMethod, settings: Settings = Settings(),
        progress: (@Sendable (_ done: Int, _ of: Int) -> Void)? = nil
    ) throws(MilieuError) {
        self.settings = settings
        provenance = (network.description.name, network.description.contentHash)
        try Self.check(settings)
        let options = Self.options(settings)
        // What chance reaches decides a verdict and no width.
        var method = method
        method.chanceTerritories = 0
        let recall = (method.recallChance.lowerBound + method.recallChance.upperBound) / 2
        let completion = try TerritoryCompletion(network, method: method, options: options)
        isPartial = completion.isPartial
        let wanted = Self.readLayers + Respondent.furtherSubjects
        unsurveyed = wanted.filter { !network.description.wasLookedAt($0) }
        let asked = Set(network.beside.respondents.map(\.actor))
        let insiders = completion.insiders.filter { !asked.contains(network.actors.id(at: $0)) }
        candidates = insiders.count
        guard completion.isPartial, !insiders.isEmpty else {
            (rows, first) = ([], [])
            return
        }
        let territories = try (0..<settings.territories).map { number throws(MilieuError) in
            var random = RandomSource(seed: settings.seed, part: number)
            return try completion.territory(&random)
        }
        let steps = try Self.steps(settings, insiders.count)
        let orders = settings.orders.map { order in
            (order, order.order(insiders, in: network, of: territories, seed: settings.seed))
        }
        first = orders.map { order, places in (order, places.prefix(10).map { network.actors.id(at: $0) }) }
        // Nobody more, and everybody, is the same in every order.
        let cases = orders.enumerated().flatMap { place, order in
            steps.filter { place == 0 || ($0 > 0 && $0 < insiders.count) }.map {
                (order: order.0, asked: Array(order.1.prefix($0)))
            }
        }
        var found: [Row] = []
        for (place, one) in cases.enumerated() {
            var widths: [Axis: [Double?]] = [:]
            for (number, truth) in territories.enumerated() {
                var options = options
                options.seed = settings.seed &+ UInt64(number)
                let told = try Interviewing(
                    network, truth: truth, recallChance: recall, seed: options.seed
                ).dataset(asking: one.asked)
                let score = try Scoring.score(told, method: method, options: options)
                for axis in Axis.allCases {
                    widths[axis, default: []].append(score.axis(axis).interval.map { $0.high - $0.low })
                }
                progress?(place * territories.count + number + 1, cases.count * territories.count)
            }
            found.append(
                Row(
                    order: one.order, interviews: one.asked.count, learning: Width(widths[.learning] ?? []),
                    interaction: Width(widths[.interaction] ?? [])))
        }
        rows = found
    }

    /// The layers that an indicator reads by their names.
    private static let readLayers = ["knowledge", "cooperation", "finance", "governance"]

    private static func options(_ settings: Settings) -> ScoringOptions {
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        (options.draws, options.seed, options.perimeter) = (settings.draws, settings.seed, settings.perimeter)
        return options
    }

    private static func check(_ settings: Settings) throws(MilieuError) {
        guard (2...200).contains(settings.territories) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A plan from \(settings.territories) territories makes no sense.",
                    fr: "Un plan sur \(settings.territories) territoires n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from 2 to 200: two at least, so that there is a Monte Carlo error.",
                    fr: "Écrivez un nombre de 2 à 200 : deux au moins, pour qu'il y ait une erreur de Monte-Carlo."))
        }
        guard (20...ScoringMethod.mostDraws).contains(settings.draws) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A plan from \(settings.draws) draws makes no sense.",
                    fr: "Un plan sur \(settings.draws) tirages n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from 20 to \(ScoringMethod.mostDraws).",
                    fr: "Écrivez un nombre de 20 à \(ScoringMethod.mostDraws)."))
        }
    }

    private static func steps(_ settings: Settings, _ all: Int) throws(MilieuError) -> [Int] {
        guard let wanted = settings.interviews else {
            let shares = [0, 0.1, 0.2, 0.4, 0.7, 1.0]
            return Array(Set(shares.map { Int(($0 * Double(all)).rounded()) })).sorted()
        }
        if let wrong = wanted.first(where: { !(0...all).contains($0) }) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\(wrong) more interviews cannot be made.",
                    fr: "\(wrong) entretiens de plus ne peuvent pas être faits."),
                remedy: Bilingual(
                    en: "Write numbers from 0 to \(all): so many actors inside were not interviewed yet.",
                    fr:
                        "Écrivez des nombres de 0 à \(all) : ce sont les acteurs internes qui n'ont pas encore été interrogés."
                ))
        }
        return Array(Set(wanted)).sorted()
    }
}
