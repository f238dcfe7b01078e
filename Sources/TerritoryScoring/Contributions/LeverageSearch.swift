import GraphKernels
import NetworkModel
import Vocabulary

/// Scores the territory without each actor, tie and event that it reads.
struct LeverageSearch: Sendable {
    private let preparation: Preparation
    private let found: [IndicatorValue]
    private let learning: Double?
    private let interaction: Double?
    /// What the reach of knowledge would be, and the robustness; nil where there is none.
    private let reach: ReachLosses?
    private let robustness: RobustnessLosses?
    private static let reachPlace = place(of: KnowledgeReach.indicator)
    private static let robustnessPlace = place(of: Robustness.indicator)

    private static func place(of indicator: Indicator) -> Int {
        IndicatorCatalogue.all.firstIndex { $0.id == indicator.id } ?? 0
    }

    init(_ preparation: Preparation, _ found: [IndicatorValue]) {
        self.preparation = preparation
        self.found = found
        let values = found.map(\.value)
        learning = preparation.aggregation.outcome(.learning, values).score
        interaction = preparation.aggregation.outcome(.interaction, values).score
        reach = ReachLosses(preparation.situation)
        robustness = RobustnessLosses(preparation.situation)
    }

    func run(_ progress: ScoringProgress?) -> Leverage {
        let (code, scenario, presence) = (preparation.code, preparation.scenario, preparation.presence)
        let actors = code.actors.indices.filter { scenario.nodeOf[$0] >= 0 && presence.actors[$0] }
        let reads = scenario.readsOfTies()
        let ties = reads.indices.filter { !reads[$0].isEmpty && presence.ties[$0] }
        let events = Set((scenario.knowledgeSeats + scenario.interactionSeats).map { Int($0.event) }).sorted()
        let counter = ProgressCounter(.leverage, of: actors.count + ties.count + events.count, progress)
        let core = InteractionCore.actors(preparation.situation)
        return Leverage(
            actors: largest(actors, actorLabel, { actor, _ in known(reach: reach?.share(withoutActor: actor)) }, counter) { presence, actor in
                presence.actors[actor] = false
                return nil
            },
            ties: largest(ties, tieLabel, known(withoutTie:_:), counter) { presence, tie in
                presence.ties[tie] = false
                return reads[tie]
            },
            events: largest(events, eventLabel, { event, _ in known(reach: reach?.share(withoutEvent: event)) }, counter) { presence, event in
                presence.events[event] = false
                return code.reads(ofEvent: event)
            },
            core: core.isEmpty
                ? nil
                : entry(coreLabel(core), { _ in [:] }) { presence in
                    for (actor, node) in scenario.nodeOf.enumerated() where core.contains(Int(node)) {
                        presence.actors[actor] = false
                    }
                    return nil
                })
    }

    /// What indicators become, by their places in the catalogue, where that is known without computing them anew.
    private typealias Known = [Int: Double]

    private func known(reach: Double?) -> Known { reach.map { [Self.reachPlace: $0] } ?? [:] }

    private func known(withoutTie tie: Int, _ left: Situation) -> Known {
        var known = known(reach: reach?.share(withoutTie: tie))
        known[Self.robustnessPlace] = robustness?.value(withoutTie: tie, left)
        return known
    }

    private typealias Label = (id: String, name: Bilingual)

    private func actorLabel(_ place: Int) -> Label {
        let row = preparation.code.actorRow[place]
        return (preparation.network.actors.id(at: row), Bilingual(preparation.network.actors.name(at: row)))
    }

    private func eventLabel(_ place: Int) -> Label {
        let row = preparation.code.eventRow[place] - preparation.network.events.count
        guard row < 0 else {
            return (preparation.code.toldMeetings[row], Bilingual(preparation.code.toldMeetings[row]))
        }
        let event = preparation.network.events[preparation.code.eventRow[place]]
        return (event.id, Bilingual(event.name))
    }

    private func tieLabel(_ place: Int) -> Label {
        let network = preparation.network
        let tie = network.ties[preparation.code.tieRow[place]]
        let kind = network.tieKinds[tie.kind]
        let ends = (network.actors.name(at: tie.source), network.actors.name(at: tie.target))
        let arrow = kind.isDirected ? "→" : "–"
        return (
            "\(network.actors.id(at: tie.source)) > \(network.actors.id(at: tie.target)) (\(kind.id))",
            Bilingual(
                en: "\(ends.0) \(arrow) \(ends.1): \(kind.name.en)",
                fr: "\(ends.0) \(arrow) \(ends.1) : \(kind.name.fr)")
        )
    }

    private func coreLabel(_ core: [Int]) -> Label {
        let labels = core.map(actorLabel).sorted { $0.id < $1.id }
        return (labels.map(\.id).joined(separator: " "), Bilingual(labels.map(\.name.en).joined(separator: ", ")))
    }

    private func largest(
        _ places: [Int], _ label: @Sendable (Int) -> Label, _ known: @Sendable (Int, Situation) -> Known,
        _ counter: ProgressCounter, _ takeAway: @Sendable (inout Presence, Int) -> Reads?
    ) -> [Leverage.Entry] {
        let entries = Parallel.chunks(of: places.count, grain: max(1, (places.count + 63) / 64)) { range in
            range.map { place in
                let entry = entry(label(places[place]), { known(places[place], $0) }) { takeAway(&$0, places[place]) }
                counter.step()
                return entry
            }
        }.flatMap { $0 }
        // Equals stay in canonical order.
        return entries.enumerated().filter { $0.element.distance > 0 }
            .sorted { ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset) }
            .prefix(preparation.options.leverageCount).map(\.element)
    }

    /// - Parameters:
    ///   - known: of what is left.
    ///   - takeAway: says what it changes; nil: which actors are there.
    private func entry(
        _ label: Label, _ known: (Situation) -> Known, _ takeAway: (inout Presence) -> Reads?
    ) -> Leverage.Entry {
        var presence = preparation.presence
        let changed = takeAway(&presence)
        let situation = Situation(
            preparation.scenario, presence, cascadeProbability: preparation.method.cascadeProbability)
        let known = known(situation)
        let wanted = Set(found.indices).subtracting(known.keys)
        var left = situation.values(after: changed, from: found, only: wanted)
        for (place, value) in known { left[place] = .known(value) }
        // What was undefined stays so, or a gain in coverage would pass for a gain.
        let values = zip(left, found).map { $1.value == nil ? nil : $0.value }
        let x = preparation.aggregation.outcome(.learning, values).score
        let y = preparation.aggregation.outcome(.interaction, values).score
        func change(_ new: Double?, _ old: Double?) -> Double? { new.flatMap { new in old.map { new - $0 } } }
        return Leverage.Entry(
            id: label.id, name: label.name, learning: x, interaction: y, learningChange: change(x, learning),
            interactionChange: change(y, interaction))
    }
}

/// The innermost core of the ties of interaction: the largest set in which each is tied to k others
/// of it, for the largest k (Seidman 1983).
enum InteractionCore {
    /// Canonical positions, ascending; empty where nobody is tied, or the core is everyone.
    static func actors(_ situation: Situation) -> [Int] {
        let coreness = Cores.coreness(of: situation.graph.ties)
        guard let most = coreness.max(), most > 0 else { return [] }
        let core = coreness.indices.filter { coreness[$0] == most }
        return core.count < situation.insiderCount ? core : []
    }
}
