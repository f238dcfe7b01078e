import NetworkModel
import Vocabulary

/// What a dataset would be after some interviews, if a territory were the true one.
struct Interviewing {
    private let known: Network
    private let truth: Network

    /// - Parameter truth: its first actors, ties, events and participations are those of `known`.
    init(_ known: Network, truth: Network) { (self.known, self.truth) = (known, truth) }

    /// Each who is asked names all partners of the layers that were looked at, on a list and beyond it, and all events;
    /// what others are tied by stays unobserved.
    ///
    /// - Parameter asked: positions of actors.
    func dataset(asking asked: [Int]) throws(MilieuError) -> Network {
        let isAsked = Set(asked)
        let surveys = known.description.surveys ?? [:]
        func isAskedAbout(_ layer: Layer) -> Bool { surveys[layer.rawValue] != nil && layer != .location }
        let ties = truth.ties.indices.dropFirst(known.ties.count).filter { row in
            let tie = truth.ties[row]
            return (isAsked.contains(tie.source) || isAsked.contains(tie.target))
                && isAskedAbout(truth.tieKinds[tie.kind].layer)
        }
        let parts = truth.participation.dropFirst(known.participation.count).filter { isAsked.contains($0.actor) }
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
