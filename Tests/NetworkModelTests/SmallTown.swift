import NetworkModel
import Vocabulary

/// A small territory with one of everything, for the tests of this target.
enum SmallTown {
    static func network(
        ties rows: [Tie] = SmallTown.ties, actors: [Actor] = SmallTown.actors, date: PartialDate? = nil
    ) throws(MilieuError) -> Network {
        var description = DatasetDescription(name: "small-town")
        description.territory = Territory(
            name: "Small town", referenceDate: date,
            perimeters: [
                Perimeter(id: "town", places: ["Here"], overlapping: ["County"], isDefault: true),
                Perimeter(id: "basin", places: ["Here", "Near"]),
            ])
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(rows), events: events,
            participation: participation, tieKinds: tieKinds,
            actorKinds: [ActorKind(id: "firm", sphere: .economy), ActorKind(id: "fund", sphere: .finance)],
            eventKinds: [EventKind(id: "training", layer: .knowledge), EventKind(id: "shared_shop", isPooled: true)])
    }

    static let tieKinds = [
        TieKind(id: "cooperation", isDirected: false),
        TieKind(id: "funding", isDirected: true, layer: .finance),
    ]

    /// a and b are in town, c nearby, d nowhere known, e outside by its own word.
    static var actors: [Actor] {
        var rows = ["a", "b", "c", "d", "e"].map { Actor(id: $0, name: $0.uppercased(), kind: "firm") }
        rows[0].place = "Here"
        rows[1].place = "Here"
        rows[1].until = PartialDate(year: 2010)
        rows[2].place = "Near"
        rows[4].place = "Here"
        rows[4].inside = false
        rows[4].kind = "fund"
        return rows
    }

    static var ties: [Tie] {
        [
            Tie(source: 0, target: 1, details: .init(status: .active)),
            Tie(source: 4, target: 0, kind: 1, weight: 2, details: .init(status: .active, confidence: 0.4)),
            Tie(source: 0, target: 2, details: .init(status: .planned)),
            Tie(source: 2, target: 2),
            Tie(source: 1, target: 2, details: .init(fact: "f")),
            Tie(source: 2, target: 1, details: .init(fact: "f")),
            Tie(
                source: 0, target: 3,
                details: .init(since: PartialDate(year: 2000), until: PartialDate(year: 2005), status: .past)),
        ]
    }

    static var events: [Event] {
        var school = Event(id: "school", kind: "training", status: .active)
        school.date = PartialDate(year: 2015)
        return [school, Event(id: "shop", kind: "shared_shop")]
    }

    static let participation = [
        Participation(actor: 0, event: 0), Participation(actor: 1, event: 0), Participation(actor: 2, event: 0),
        Participation(actor: 0, event: 1), Participation(actor: 3, event: 1),
    ]
}
