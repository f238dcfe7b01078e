import GraphKernels
import NetworkModel
import Vocabulary

/// What a dataset would be after some interviews, if a territory were the true one.
struct Interviewing {
    private let known: Network
    private let truth: Network
    private let recallChance: Double
    private let seed: UInt64

    /// - Parameters:
    ///   - truth: its first actors, ties, events and participations are those of `known`.
    ///   - recallChance: how likely one who is asked from memory names a partner, where the dataset does not say.
    ///   - seed: of who forgets what; whoever names a partner among ten names it among twenty.
    init(_ known: Network, truth: Network, recallChance: Double = 1, seed: UInt64 = 0) {
        (self.known, self.truth, self.recallChance, self.seed) = (known, truth, recallChance, seed)
    }

    /// Whether one of those who are asked names what stands in a row: always on a list, by chance from memory.
    private func isNamed(_ what: String, row: Int, by asked: [Int]) -> Bool {
        guard !asked.isEmpty, let survey = known.description.surveys?[what] else { return false }
        guard survey.how == .recall else { return true }
        let chance = survey.share.map { ($0.lowerBound + $0.upperBound) / 2 } ?? recallChance
        return asked.contains { actor in
            var random = RandomSource(seed: seed ^ UInt64(bitPattern: Int64(row)) << 32, part: actor)
            return random.unit() < chance
        }
    }

    /// Each who is asked names the partners of the layers that were looked at, on a list and beyond it, and the events;
    /// what others are tied by stays unobserved.
    ///
    /// - Parameter asked: positions of actors.
    func dataset(asking asked: [Int]) throws(MilieuError) -> Network {
        let isAsked = Set(asked)
        let surveys = known.description.surveys ?? [:]
        let ties = truth.ties.indices.dropFirst(known.ties.count).filter { row in
            let tie = truth.ties[row]
            let layer = truth.tieKinds[tie.kind].layer
            return layer != .location
                && isNamed(layer.rawValue, row: row, by: [tie.source, tie.target].filter(isAsked.contains))
        }
        let pooled = Set(truth.eventKinds.filter(\.isPooled).map(\.id))
        let parts = truth.participation.indices.dropFirst(known.participation.count).filter { row in
            let part = truth.participation[row]
            let what = pooled.contains(truth.events[part.event].kind) ? "pooled_resources" : "events"
            return isNamed(surveys[what] == nil ? Layer.knowledge.rawValue : what, row: -1 - row, by: isAsked.contains(part.actor) ? [part.actor] : [])
        }.map { truth.participation[$0] }
        // Who or what was not on the list comes to be known by being named.
        var places: [Int: Int] = [:]
        var actors = Array(known.actors)
        func place(_ actor: Int) -> Int {
            if actor < known.actors.count { return actor }
            if let place = places[actor] { return place }
            places[actor] = actors.count
            actors.append(truth.actors[actor])
            return actors.count - 1
        }
        var eventPlaces: [Int: Int] = [:]
        var events = known.events
        func eventPlace(_ event: Int) -> Int {
            if event < known.events.count { return event }
            if let place = eventPlaces[event] { return place }
            eventPlaces[event] = events.count
            events.append(truth.events[event])
            return events.count - 1
        }
        let newTies = ties.map { row in
            var tie = truth.ties[row]
            (tie.source, tie.target) = (place(tie.source), place(tie.target))
            return tie
        }
        let newParts = parts.map { row in
            var part = row
            (part.actor, part.event) = (place(row.actor), eventPlace(row.event))
            return part
        }
        var beside = known.beside
        beside.respondents += asked.map { Respondent(actor: known.actors.id(at: $0)) }
        var description = known.description
        if !asked.isEmpty { description.surveys = surveys.mapValues(Self.afterInterviews) }
        return try known.replacing(
            description: description,
            actors: Actors(actors, attributes: widened(known.actors.attributes, actors.count)),
            ties: Ties(
                Array(known.ties) + newTies,
                attributes: widened(known.ties.attributes, known.ties.count + newTies.count)),
            events: events, participation: known.participation + newParts, beside: beside)
    }

    /// What documents told of is asked from now on.
    private static func afterInterviews(_ survey: Survey) -> Survey {
        survey.how == .documents ? Survey(.roster, scope: survey.scope) : survey
    }

    private func widened(_ attributes: [Attribute], _ count: Int) -> [Attribute] {
        attributes.map {
            Attribute(name: $0.name, values: $0.values + Array(repeating: nil, count: count - $0.values.count))
        }
    }
}
