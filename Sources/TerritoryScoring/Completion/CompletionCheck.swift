import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Whether the model of what was not observed gives back what was: of a fifth of those who were asked at a time the
/// answers are taken away, drawn from the others' answers, and set beside what they said (a predictive check on what
/// was held out; Gelman, Meng and Stern 1996).
///
/// What documents tell cannot be held out in this way: nothing says which of their absences are denials.
public struct CompletionCheck: Sendable {
    /// What of the answers is compared.
    public enum Statistic: String, Sendable, CaseIterable {
        /// How many ties those held out tell of.
        case ties
        /// The standard deviation of how many each of those held out tells of.
        case spread
        /// The share of ties with a direction that are returned.
        case reciprocity
        /// The share of tied pairs that are tied in several kinds.
        case overlap
        /// The share of tied pairs that have a partner in common.
        case closure

        /// What the page calls it.
        public var name: Bilingual {
            switch self {
            case .ties: Bilingual(en: "ties", fr: "liens")
            case .spread: Bilingual(en: "spread of degrees", fr: "dispersion des degrés")
            case .reciprocity: Bilingual(en: "returned ties", fr: "liens rendus")
            case .overlap: Bilingual(en: "pairs tied in several kinds", fr: "paires liées par plusieurs types")
            case .closure: Bilingual(en: "pairs with a common partner", fr: "paires ayant un partenaire commun")
            }
        }
    }

    /// One statistic of what was held out, beside what the draws say of it.
    public struct Row: Sendable {
        /// What is compared.
        public let statistic: Statistic
        /// What those said whose answers were taken away; nil where they said nothing that has it.
        public let observed: Double?
        /// Over the draws.
        public let drawn: Interval?

        /// Whether the central 90 % of the draws hold it.
        public var isHeld: Bool? {
            guard let observed, let drawn else { return nil }
            return drawn.low - 1e-9 <= observed && observed <= drawn.high + 1e-9
        }
    }

    /// One for each statistic, in the order of its cases.
    public let rows: [Row]
    /// How many actors' answers were held out, a fifth of them at a time.
    public let respondents: Int

    static let folds = 5

    /// Holds out each fifth in its turn, and draws it anew from the answers of the others.
    ///
    /// - Parameter draws: of each fifth.
    /// - Throws: `MilieuError` of cause `usage` where fewer than five actors were asked by roster or from memory.
    /// - Complexity: five fits, and as many draws of each as asked for.
    public init(
        _ network: Network, method: ScoringMethod, options: ScoringOptions, draws: Int = 200
    ) throws(MilieuError) {
        var options = options
        (options.draws, options.hasNulls, options.hasLeverage, options.hasSensitivity) = (draws, false, false, false)
        let observation = Observation(network, respondents: options.respondents)
        let layers = observation.surveys.filter { $0.value.how == .roster || $0.value.how == .recall }.keys.sorted()
        let asked = layers.map { HeldOut.asked(observation, $0) }
        var order = asked.reduce(Set()) { $0.union($1) }.filter { network.actors.position(of: $0) != nil }.sorted()
        guard order.count >= Self.folds else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The model of what was not observed cannot be checked here.",
                    fr: "Le modèle de ce qui n'a pas été observé ne peut pas être vérifié ici."),
                remedy: Bilingual(
                    en:
                        "A check takes away the answers of some who were asked: five or more respondents of layers surveyed by \"roster\" or \"recall\", in respondents.csv.",
                    fr:
                        "Une vérification retire les réponses de certains des répondants : il en faut cinq au moins, de couches relevées par « roster » ou « recall », dans respondents.csv."
                ))
        }
        var random = RandomSource(seed: options.seed, part: 0xC4EC)
        order.shuffle(using: &random)
        respondents = order.count
        var seen: [Tally] = []
        var drawn = [[Tally]](repeating: [], count: draws)
        for fold in 0..<Self.folds {
            let gone = Set(order.indices.filter { $0 % Self.folds == fold }.map { order[$0] })
            let held = try HeldOut(network, method, options, observation, layers, gone)
            seen.append(held.observed)
            for (draw, tally) in held.drawn(draws).enumerated() { drawn[draw].append(tally) }
        }
        rows = Statistic.allCases.map { statistic in
            Row(
                statistic: statistic, observed: Tally.value(statistic, seen),
                drawn: Interval(drawn.compactMap { Tally.value(statistic, $0) }))
        }
    }

    /// The same as a page or a paper prints it: in one language.
    public func printed(_ language: Language) -> Table {
        let left = ["statistic", language == .french ? "name_en" : "name_fr"]
        let title = Bilingual(
            en: "Answers of \(respondents) respondents, taken away a fifth at a time and drawn from the others'",
            fr:
                "Réponses de \(respondents) personnes interrogées, retirées par cinquièmes et tirées de celles des autres"
        )
        return Table(
            name: title.text(language), columns: table.columns.filter { !left.contains($0.field.id) })
    }

    /// One row for each statistic.
    public var table: Table {
        func column(_ id: String, _ values: Column.Values) -> Column { Column(ScoreFields.field(id), values) }
        return Table(
            name: "completion_check",
            columns: [
                column("statistic", .text(rows.map(\.statistic.rawValue))),
                column("name_en", .text(rows.map(\.statistic.name.en))),
                column("name_fr", .text(rows.map(\.statistic.name.fr))),
                column("held_out", .number(rows.map(\.observed))),
                column("median", .number(rows.map { $0.drawn?.median })),
                column("low", .number(rows.map { $0.drawn?.low })),
                column("high", .number(rows.map { $0.drawn?.high })),
                column("is_held", .flag(rows.map(\.isHeld))),
            ])
    }
}

/// What is counted over pairs whose answers were taken away.
private struct Tally: Sendable {
    var arcs = 0
    var directed = 0
    var returned = 0
    var pairs = 0
    var doubled = 0
    var closed = 0
    /// Of those whose answers were taken away, how many such ties each has.
    var degrees: [Int] = []

    static func value(_ statistic: CompletionCheck.Statistic, _ tallies: [Tally]) -> Double? {
        func sum(_ part: (Tally) -> Int) -> Double { Double(tallies.reduce(0) { $0 + part($1) }) }
        func share(_ part: Double, _ all: Double) -> Double? { all > 0 ? part / all : nil }
        switch statistic {
        case .ties: return sum(\.arcs)
        case .reciprocity: return share(sum(\.returned), sum(\.directed))
        case .overlap: return share(sum(\.doubled), sum(\.pairs))
        case .closure: return share(sum(\.closed), sum(\.pairs))
        case .spread:
            let degrees = tallies.flatMap { $0.degrees.map(Double.init) }
            let mean = degrees.reduce(0, +) / Double(max(1, degrees.count))
            let squares = degrees.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return degrees.count > 1 ? (squares / Double(degrees.count - 1)).squareRoot() : nil
        }
    }
}

/// A territory from which the answers of some were taken.
private struct HeldOut {
    private let preparation: Preparation
    private let completion: Completion
    /// By layer of the code, the actors of the code that are still asked, and that were.
    private let asked: [UInt8: (now: Set<Int32>, before: Set<Int32>)]
    private let gone: Set<Int32>
    let observed: Tally

    static func asked(_ observation: Observation, _ layer: String) -> Set<String> {
        [Respondent.Direction.out, .in].reduce(Set()) { known, direction in
            known.union(observation.askedIDs(about: layer, direction))
        }
    }

    init(
        _ network: Network, _ method: ScoringMethod, _ options: ScoringOptions, _ observation: Observation,
        _ layers: [String], _ gone: Set<String>
    ) throws(MilieuError) {
        var fewer = observation
        fewer.respondents.removeAll { gone.contains($0.actor) }
        let rest = fewer
        let before = Dictionary(uniqueKeysWithValues: layers.map { ($0, Self.asked(observation, $0)) })
        let now = Dictionary(uniqueKeysWithValues: layers.map { ($0, Self.asked(rest, $0)) })
        func isHeldOut(_ tie: Tie) -> Bool {
            let layer = network.tieKinds[tie.kind].layer.rawValue
            guard let asked = before[layer], let left = now[layer] else { return false }
            let ends = [network.actors.id(at: tie.source), network.actors.id(at: tie.target)]
            return ends.contains(where: asked.contains) && !ends.contains(where: left.contains)
        }
        let kept = network.ties.indices.filter { !isHeldOut(network.ties[$0]) }
        let ties = Ties(
            kept.map { network.ties[$0] },
            attributes: network.ties.attributes.map { $0.rows(at: kept.map { Optional($0) }) })
        let preparation = try Preparation(network.replacing(ties: ties), method, options)
        guard let completion = Completion(preparation, rest) else {
            throw MilieuError(
                .fault,
                Bilingual(
                    en: "Nothing is unobserved where answers were taken away.",
                    fr: "Rien n'est inobservé là où des réponses ont été retirées."),
                remedy: Bilingual(
                    en: "Please report it, with the dataset.",
                    fr: "Signalez-le, s'il vous plaît, avec le jeu de données."))
        }
        (self.preparation, self.completion) = (preparation, completion)
        let full = try Preparation(network, method, options)
        func counting(_ code: TerritoryCode) -> ([UInt8: (now: Set<Int32>, before: Set<Int32>)], Set<Int32>) {
            func places(_ ids: Set<String>) -> Set<Int32> {
                Set(
                    code.actorRow.indices.filter { ids.contains(network.actors.id(at: code.actorRow[$0])) }.map(
                        Int32.init))
            }
            var asked: [UInt8: (now: Set<Int32>, before: Set<Int32>)] = [:]
            for layer in layers {
                guard let place = code.layers.firstIndex(where: { $0.rawValue == layer }) else { continue }
                asked[UInt8(clamping: place)] = (places(now[layer] ?? []), places(before[layer] ?? []))
            }
            return (asked, places(gone))
        }
        (asked, self.gone) = counting(preparation.code)
        let (all, lost) = counting(full.code)
        observed = Self.tally(full.code, full.scenario, CompletedTies.told(full), all, lost)
    }

    func drawn(_ count: Int) -> [Tally] {
        let told = CompletedTies.told(preparation)
        let known = preparation.code.ties.count
        return Parallel.chunks(of: count, grain: 8) { range in
            range.map { draw in
                var random = RandomSource(seed: preparation.options.seed ^ 0xC4EC, part: draw)
                var presence = preparation.presence
                let scenario = completion.completed(
                    preparation.scenario, completion.sample(&random), &presence, &random)
                let places = told + Array(known..<scenario.code.ties.count)
                return Self.tally(scenario.code, scenario, places, asked, gone)
            }
        }.flatMap { $0 }
    }

    /// Of one layer and one sort of direction, which is how finely ties are drawn.
    private struct Ends: Hashable {
        let source: Int32
        let target: Int32
        let layer: UInt8
        let isDirected: Bool
    }

    /// Over ties inside, of layers that were asked for, of which one end's answers were taken away and nobody else tells.
    private static func tally(
        _ code: TerritoryCode, _ scenario: Scenario, _ ties: [Int],
        _ asked: [UInt8: (now: Set<Int32>, before: Set<Int32>)], _ gone: Set<Int32>
    ) -> Tally {
        var partners: [Int32: Set<Int32>] = [:]
        var found: Set<Ends> = []
        for place in ties {
            let tie = code.ties[place]
            guard let who = asked[tie.layer],
                [tie.source, tie.target].allSatisfy({ actor in
                    let node = Int(actor) < scenario.nodeOf.count ? scenario.nodeOf[Int(actor)] : -1
                    return node >= 0 && scenario.isInside[Int(node)]
                })
            else { continue }
            partners[tie.source, default: []].insert(tie.target)
            partners[tie.target, default: []].insert(tie.source)
            let ends = [tie.source, tie.target]
            guard ends.contains(where: who.before.contains), !ends.contains(where: who.now.contains) else { continue }
            let isTurned = !tie.isDirected && tie.source > tie.target
            found.insert(
                Ends(
                    source: isTurned ? tie.target : tie.source, target: isTurned ? tie.source : tie.target,
                    layer: tie.layer, isDirected: tie.isDirected))
        }
        var tally = Tally()
        var layers: [[Int32]: Set<UInt8>] = [:]
        var degrees = Dictionary(uniqueKeysWithValues: gone.map { ($0, 0) })
        for arc in found {
            tally.arcs += 1
            if arc.isDirected {
                tally.directed += 1
                let back = Ends(source: arc.target, target: arc.source, layer: arc.layer, isDirected: true)
                if found.contains(back) { tally.returned += 1 }
            }
            layers[[min(arc.source, arc.target), max(arc.source, arc.target)], default: []].insert(arc.layer)
            for end in [arc.source, arc.target] where gone.contains(end) { degrees[end, default: 0] += 1 }
        }
        for (pair, own) in layers {
            tally.pairs += 1
            if own.count > 1 { tally.doubled += 1 }
            let others = partners[pair[0]] ?? []
            if !others.isDisjoint(with: partners[pair[1]] ?? []) { tally.closed += 1 }
        }
        tally.degrees = degrees.values.sorted()
        return tally
    }
}
