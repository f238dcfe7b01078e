import NetworkModel
import Vocabulary

/// A small valley, to code twice and to ask.
enum Valley {
    static let kinds = [
        TieKind(id: "advice", isDirected: true, layer: .knowledge),
        TieKind(id: "work", isDirected: false, layer: .cooperation),
    ]

    /// - Parameter ties: source, target, kind of each.
    static func network(
        _ actors: [(id: String, name: String)], ties: [(String, String, String)], surveys: [String: Survey]? = nil,
        outside: Set<String> = [], dates: [Int: String] = [:], statuses: [Int: TieStatus] = [:],
        events: [String] = [], participation: [(String, String)] = [], respondents: [Respondent] = [],
        sources: [String] = ["s"]
    ) throws -> Network {
        let rows = actors.map { id, name in
            var actor = Actor(id: id, name: name, kind: "firm")
            actor.inside = !outside.contains(id)
            actor.evidence = [Evidence(source: "s")]
            return actor
        }
        func place(_ id: String) -> Int { actors.firstIndex { $0.id == id } ?? -1 }
        var description = DatasetDescription(name: "valley")
        description.territory = Territory(name: "Val-Clair", referenceDate: PartialDate("2016-12-31"))
        description.surveys = surveys
        var beside = SideTables()
        beside.respondents = respondents
        return try Network(
            description: description, actors: Actors(rows),
            ties: Ties(
                ties.enumerated().map { number, tie in
                    var details = Tie.Details(
                        since: dates[number].flatMap { PartialDate($0) }, status: statuses[number] ?? .active,
                        evidence: [Evidence(source: "s", locator: String(number + 1))])
                    details.note = nil
                    return Tie(
                        source: place(tie.0), target: place(tie.1), kind: kinds.firstIndex { $0.id == tie.2 } ?? -1,
                        details: details)
                }),
            events: events.map { id in
                var event = Event(id: id, kind: "meeting", status: .active)
                event.evidence = [Evidence(source: "s")]
                return event
            },
            participation: participation.map { row in
                Participation(
                    actor: place(row.0), event: events.firstIndex(of: row.1) ?? -1, evidence: [Evidence(source: "s")])
            },
            tieKinds: kinds, actorKinds: [ActorKind(id: "firm", sphere: .economy)],
            eventKinds: [EventKind(id: "meeting", layer: .cooperation)],
            sources: sources.map { Source(id: $0, citation: "Made up: \($0).") }, beside: beside)
    }

    static let five = [("a", "Atelier"), ("b", "Bois & Cie"), ("c", "Cuir"), ("d", "Dépôt"), ("e", "École")]
}
