import GraphKernels

/// Scores the territory without each actor, tie and event that it reads.
struct LeverageSearch: Sendable {
    private let preparation: Preparation
    private let learning: Double?
    private let interaction: Double?

    init(_ preparation: Preparation, _ values: [Double?]) {
        self.preparation = preparation
        learning = preparation.aggregation.outcome(.learning, values).score
        interaction = preparation.aggregation.outcome(.interaction, values).score
    }

    func run(_ progress: ScoringProgress?) -> Leverage {
        let (code, scenario, presence) = (preparation.code, preparation.scenario, preparation.presence)
        let actors = code.actors.indices.filter { scenario.nodeOf[$0] >= 0 && presence.actors[$0] }
        let read = scenario.knowledge + scenario.interaction + scenario.finance + scenario.governance
        let ties = Set(read.map { Int($0.tie) }).filter { presence.ties[$0] }.sorted()
        let events = Set((scenario.knowledgeSeats + scenario.interactionSeats).map { Int($0.event) }).sorted()
        let counter = ProgressCounter(.leverage, of: actors.count + ties.count + events.count, progress)
        let core = InteractionCore.actors(preparation.situation)
        return Leverage(
            actors: largest(actors, code.actorRow, counter) { $0.actors[$1] = false },
            ties: largest(ties, code.tieRow, counter) { $0.ties[$1] = false },
            events: largest(events, code.eventRow, counter) { $0.events[$1] = false },
            core: core.isEmpty
                ? nil
                : entry(core.map { code.actorRow[$0] }.sorted()) { presence in
                    for (actor, node) in scenario.nodeOf.enumerated() where core.contains(Int(node)) {
                        presence.actors[actor] = false
                    }
                })
    }

    private func largest(
        _ places: [Int], _ rows: [Int], _ counter: ProgressCounter,
        _ takeAway: @Sendable (inout Presence, Int) -> Void
    ) -> [Leverage.Entry] {
        let entries = Parallel.chunks(of: places.count, grain: max(1, (places.count + 63) / 64)) { range in
            range.map { place in
                let entry = entry([rows[places[place]]]) { takeAway(&$0, places[place]) }
                counter.step()
                return entry
            }
        }.flatMap { $0 }
        // Equals stay in canonical order.
        return entries.enumerated().filter { $0.element.distance > 0 }
            .sorted { ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset) }
            .prefix(preparation.options.leverageCount).map(\.element)
    }

    private func entry(_ rows: [Int], _ takeAway: (inout Presence) -> Void) -> Leverage.Entry {
        var presence = preparation.presence
        takeAway(&presence)
        let values = Situation(
            preparation.scenario, presence, cascadeProbability: preparation.method.cascadeProbability
        ).values.map(\.value)
        let x = preparation.aggregation.outcome(.learning, values).score
        let y = preparation.aggregation.outcome(.interaction, values).score
        func change(_ new: Double?, _ old: Double?) -> Double? { new.flatMap { new in old.map { new - $0 } } }
        return Leverage.Entry(
            positions: rows, learning: x, interaction: y, learningChange: change(x, learning),
            interactionChange: change(y, interaction))
    }
}

/// The innermost core of the ties of interaction: the largest set in which each is tied to k others
/// of it, for the largest k (Seidman 1983).
enum InteractionCore {
    /// Canonical positions, ascending; empty where nobody is tied, or the core is everyone.
    static func actors(_ situation: Situation) -> [Int] {
        let graph = situation.graph
        var degrees = (0..<graph.actorCount).map { graph.actorDegree($0) }
        var isThere = degrees.map { $0 > 0 }
        var remaining = degrees.indices.filter { isThere[$0] }
        var core = remaining
        while !remaining.isEmpty {
            core = remaining
            let k = remaining.map { degrees[$0] }.min() ?? 0
            var leaving = remaining.filter { degrees[$0] <= k }
            for node in leaving { isThere[node] = false }
            while let node = leaving.popLast() {
                for place in graph.actorRow(node) {
                    let other = Int(graph.targets[place])
                    degrees[other] -= 1
                    guard isThere[other], degrees[other] <= k else { continue }
                    isThere[other] = false
                    leaving.append(other)
                }
            }
            remaining.removeAll { !isThere[$0] }
        }
        return core.count < situation.insiderCount ? core : []
    }
}
