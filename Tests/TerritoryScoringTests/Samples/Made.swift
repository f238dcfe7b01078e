import GraphKernels
import NetworkModel
import Vocabulary

@testable import TerritoryScoring

/// A territory made for a test, row by row.
struct Made {
    static let kinds = [
        TieKind(id: "advice", isDirected: true, layer: .knowledge),
        TieKind(id: "exchange", isDirected: false, layer: .knowledge),
        TieKind(id: "cooperation", isDirected: false, layer: .cooperation),
        TieKind(id: "help", isDirected: true, layer: .cooperation),
        TieKind(id: "assistance", isDirected: true, layer: .cooperation),
        TieKind(id: "supply", isDirected: true, layer: .supply),
        TieKind(id: "finance", isDirected: true, layer: .finance),
        TieKind(id: "seat", isDirected: true, layer: .governance),
        TieKind(id: "hosting", isDirected: true, layer: .location),
    ]
    static let eventKinds = [
        EventKind(id: "training", layer: .knowledge), EventKind(id: "meeting", layer: .cooperation),
        EventKind(id: "shop", layer: .cooperation, isPooled: true),
    ]
    static let actorKinds = [
        ActorKind(id: "firm", sphere: .economy), ActorKind(id: "school", sphere: .knowledge),
        ActorKind(id: "town", sphere: .public), ActorKind(id: "citizens", sphere: .citizen),
    ]
    static let everything: Set<String> = [
        "knowledge", "cooperation", "supply", "finance", "governance", "events", "pooled_resources",
    ]

    var actors: [Actor] = []
    var ties: [Tie] = []
    var events: [Event] = []
    var participation: [Participation] = []
    var surveyed: Set<String>? = everything
    var date = PartialDate(year: 2016)
    var perimeters: [Perimeter] = []

    @discardableResult
    mutating func actor(
        _ id: String? = nil, kind: String = "firm", inside: Bool? = true, _ change: (inout Actor) -> Void = { _ in }
    ) -> Int {
        var actor = Actor(id: id ?? "a\(actors.count)", kind: kind)
        actor.inside = inside
        change(&actor)
        actors.append(actor)
        return actors.count - 1
    }

    mutating func actors(_ count: Int) {
        for _ in 0..<count { actor() }
    }

    mutating func tie(
        _ source: Int, _ target: Int, _ kind: String = "cooperation", status: TieStatus = .active, weight: Double = 1,
        _ change: (inout Tie.Details) -> Void = { _ in }
    ) {
        var details = Tie.Details(status: status)
        change(&details)
        ties.append(
            Tie(
                source: source, target: target, kind: Self.kinds.firstIndex { $0.id == kind } ?? 0, weight: weight,
                details: details))
    }

    mutating func event(_ kind: String = "meeting", with members: [Int], _ change: (inout Event) -> Void = { _ in }) {
        var event = Event(id: "e\(events.count)", kind: kind, status: .active)
        change(&event)
        participation += members.map { Participation(actor: $0, event: events.count) }
        events.append(event)
    }

    /// Its rows as a network; with a survey, all layers that were looked at were looked at in this way.
    func network(_ survey: Survey? = nil, population: Population? = nil) throws -> Network {
        var description = DatasetDescription(name: "made")
        description.surveyed = surveyed
        if let survey { description.surveys = description.surveys?.mapValues { _ in survey } }
        description.population = population
        description.territory = Territory(name: "Made", referenceDate: date, perimeters: perimeters)
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties),
            events: events, participation: participation, tieKinds: Self.kinds, actorKinds: Self.actorKinds,
            eventKinds: Self.eventKinds)
    }

    /// The values of all indicators, by id.
    func values(_ change: (inout ScoringMethod) -> Void = { _ in }) throws -> [String: Double] {
        try indicators(change).compactMapValues(\.value)
    }

    func indicators(_ change: (inout ScoringMethod) -> Void = { _ in }) throws -> [String: IndicatorValue] {
        var method = try ScoringMethod.standard()
        change(&method)
        let found = try Preparation(network(), method, ScoringOptions()).situation.values
        return Dictionary(uniqueKeysWithValues: zip(IndicatorCatalogue.all.map(\.id), found))
    }

    func score(
        draws: Int = 0, seed: UInt64 = 1, _ change: (inout ScoringMethod, inout ScoringOptions) -> Void = { _, _ in }
    ) throws -> TerritoryScore {
        var method = try ScoringMethod.standard()
        var options = ScoringOptions()
        (options.draws, options.seed) = (draws, seed)
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        change(&method, &options)
        return try Scoring.score(network(), method: method, options: options)
    }

    /// A territory with a bit of everything, at random.
    static func random(_ seed: UInt64, insiders: Int = 7, outsiders: Int = 3) -> Made {
        var random = RandomSource(seed: seed, part: 0)
        var made = Made()
        // Of their own, so that what else is drawn stays what it was.
        var seats = RandomSource(seed: seed, part: 1)
        let sectors = ["C.15.20", "C.15.12", "C.25.10", "G.47.72", "M.70.22", "C", nil]
        for place in 0..<insiders + outsiders {
            made.actor(kind: actorKinds[random.below(4)].id, inside: place < insiders) { actor in
                actor.sector = sectors[random.below(sectors.count)]
                actor.size = random.below(3) == 0 ? nil : Double(random.below(50))
                actor.qualifiedShare = random.below(4) == 0 ? nil : random.unit()
                actor.members = random.below(4) == 0 ? 2 + random.below(20) : nil
                actor.since = random.below(3) == 0 ? nil : PartialDate(year: 2005 + random.below(11))
            }
        }
        // Establishments of a group, on its side of the perimeter.
        for place in [1, 2, insiders + 1] where random.below(3) == 0 && place < made.actors.count {
            made.actors[place].parent = made.actors[place < insiders ? 0 : insiders].id
        }
        let statuses: [TieStatus] = [.active, .active, .active, .dormant, .potential, .unknown, .past, .planned]
        for _ in 0..<random.below(3 * (insiders + outsiders)) {
            let (source, target) = (random.below(made.actors.count), random.below(made.actors.count))
            guard source != target else { continue }
            made.tie(
                source, target, kinds[random.below(kinds.count)].id, status: statuses[random.below(statuses.count)],
                weight: Double(1 + random.below(5))
            ) { details in
                details.since = random.below(2) == 0 ? nil : PartialDate(year: 2008 + random.below(8))
                details.until = random.below(5) == 0 ? PartialDate(year: 2010 + random.below(6)) : nil
                details.amount = random.below(2) == 0 ? nil : Double(random.below(1000))
                details.fact = random.below(6) == 0 ? "f\(random.below(3))" : nil
                details.college = random.below(2) == 0 ? nil : ["workers", "users", "funders"][random.below(3)]
                details.seats = seats.below(2) == 0 ? nil : Double(seats.below(9))
                details.contributors = seats.below(2) == 0 ? nil : Double(seats.below(200))
            }
        }
        for _ in 0..<random.below(6) {
            let members = made.actors.indices.filter { _ in random.below(3) == 0 }
            made.event(eventKinds[random.below(3)].id, with: members) { event in
                event.date = random.below(2) == 0 ? nil : PartialDate(year: 2009 + random.below(8))
                event.participants = random.below(3) == 0 ? random.below(20) : nil
                event.status = random.below(3) == 0 ? .unknown : .active
            }
        }
        return made
    }
}
