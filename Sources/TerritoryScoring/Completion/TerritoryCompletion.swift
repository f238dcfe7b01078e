import GraphKernels
import NetworkModel
import Vocabulary

/// Territories as they may be, given what was observed: each with the observed rows and with ties, parts in events and
/// actors that the model of the unobserved draws. For planning what to ask; no result is told from them.
///
/// They come from the same draws as the score's. Beside kind, dates, status, weight, amount, college, seats and
/// contributors a drawn tie tells nothing.
public struct TerritoryCompletion: Sendable {
    private let preparation: Preparation
    private let completion: Completion?

    /// Fits the model once.
    ///
    /// - Throws: `MilieuError` of cause `usage` for a perimeter or actor that the network does not have.
    /// - Complexity: that of the score's completion before its first draw.
    public init(_ network: Network, method: ScoringMethod, options: ScoringOptions = ScoringOptions())
        throws(MilieuError)
    {
        preparation = try Preparation(network, method, options)
        completion = Completion(preparation, preparation.observation)
    }

    /// Whether anything of what was looked at is unobserved.
    public var isPartial: Bool { completion != nil }

    /// The positions of the actors that count as inside and are there.
    public var insiders: [Int] {
        let (code, scenario) = (preparation.code, preparation.scenario)
        return code.actors.indices.filter {
            scenario.nodeOf[$0] >= 0 && scenario.isInside[Int(scenario.nodeOf[$0])]
        }.map { code.actorRow[$0] }.sorted()
    }

    /// One territory as it may be. Its first actors, events, ties and participations are the network's own.
    ///
    /// - Throws: `MilieuError` of cause `fault` where what was drawn is no network.
    /// - Complexity: O(actors + ties + participations), and that of one draw.
    public func territory(_ random: inout RandomSource) throws(MilieuError) -> Network {
        guard let completion else { return preparation.network }
        var presence = preparation.presence
        let sample = completion.sample(&random)
        let code = completion.completed(preparation.scenario, sample, &presence, &random).code
        return try DrawnRows(preparation.network, preparation.code, code).whole()
    }
}

/// A completed code's further rows, as rows of a network.
private struct DrawnRows {
    let network: Network
    let own: TerritoryCode
    let drawn: TerritoryCode

    init(_ network: Network, _ own: TerritoryCode, _ drawn: TerritoryCode) {
        (self.network, self.own, self.drawn) = (network, own, drawn)
    }

    func whole() throws(MilieuError) -> Network {
        let names = Set(network.actors.allIDs)
        let newcomers = drawn.actors[own.actors.count...].enumerated().map { number, actor in
            self.actor(actor, id: Self.free("unlisted_\(number + 1)", names))
        }
        let known = network.actors.attributes
        let attributes = known.map { Attribute(name: $0.name, values: $0.values + newcomers.map { _ in nil }) }
        let (events, participation) = self.events()
        let further = drawn.ties[own.ties.count...].map(tie)
        let tieAttributes = network.ties.attributes.map {
            Attribute(name: $0.name, values: $0.values + further.map { _ in nil })
        }
        return try network.replacing(
            actors: Actors(Array(network.actors) + newcomers, attributes: attributes),
            ties: Ties(Array(network.ties) + further, attributes: tieAttributes), events: events,
            participation: network.participation + participation)
    }

    private static func free(_ id: String, _ taken: Set<String>) -> String {
        taken.contains(id) ? free(id + "_", taken) : id
    }

    /// Where an actor of the code stands in the completed network.
    private func row(_ actor: Int32) -> Int {
        let place = Int(actor)
        return place < own.actors.count ? own.actorRow[place] : network.actors.count + place - own.actors.count
    }

    /// Like one of its kind, from which the draw has its attributes.
    private func actor(_ coded: TerritoryCode.Actor, id: String) -> Actor {
        let kinds = network.actorKinds.map(\.id).sorted()
        let twin = own.actors.firstIndex { one in
            var (one, other) = (one, coded)
            (one.parent, other.parent) = (-1, -1)
            return one == other
        }
        var actor = twin.map { network.actors[own.actorRow[$0]] } ?? Actor(id: id)
        (actor.id, actor.name, actor.evidence, actor.note, actor.parent) = (id, id, [], nil, nil)
        if coded.kind >= 0 { actor.kind = kinds[Int(coded.kind)] }
        actor.inside = true
        return actor
    }

    private func tie(_ coded: TerritoryCode.Tie) -> Tie {
        let kinds = network.tieKinds.map(\.id).sorted()
        let colleges = Set(network.ties.details.compactMap(\.college)).sorted()
        var details = Tie.Details(amount: coded.amount, since: coded.since, until: coded.until, status: coded.status)
        (details.seats, details.contributors) = (coded.seats, coded.contributors)
        if coded.college >= 0, Int(coded.college) < colleges.count { details.college = colleges[Int(coded.college)] }
        if coded.isAdvanceOrder { details.form = "pre_order" }
        let kind = network.tieKinds.firstIndex { $0.id == kinds[Int(coded.kind)] } ?? 0
        let means = network.tieKinds[kind].weightMeans
        return Tie(
            source: row(coded.source), target: row(coded.target), kind: kind, weight: means == .cost ? 1 : coded.weight,
            details: details)
    }

    /// The events with those that nobody told of, and the parts that were drawn. In a meeting that ties tell no part can
    /// be drawn: it is no row of the network.
    private func events() -> ([Event], [Participation]) {
        let kinds = network.eventKinds.map(\.id).sorted()
        var events = network.events
        var rowOf: [Int32: Int] = [:]
        for (place, row) in own.eventRow.enumerated() where row < network.events.count { rowOf[Int32(place)] = row }
        let ids = Set(network.events.map(\.id))
        for (number, coded) in drawn.events[own.events.count...].enumerated() {
            let kind = coded.kind >= 0 ? kinds[Int(coded.kind)] : ""
            var event = Event(
                id: Self.free("untold_\(number + 1)", ids), kind: kind, status: coded.status)
            (event.date, event.until) = (coded.since, coded.until)
            rowOf[Int32(own.events.count + number)] = events.count
            events.append(event)
        }
        var told: [[Int32]: Int] = [:]
        for row in own.memberships { told[[row.actor, row.event], default: 0] += 1 }
        let further = drawn.memberships.compactMap { row -> Participation? in
            if let count = told[[row.actor, row.event]], count > 0 {
                told[[row.actor, row.event]] = count - 1
                return nil
            }
            guard let event = rowOf[row.event] else { return nil }
            return Participation(actor: self.row(row.actor), event: event, count: row.count)
        }
        return (events, further)
    }
}
