import NetworkModel
import Vocabulary

/// Events, and who took part in them.
extension DatasetReading {
    mutating func readEvents(_ table: inout TableReader) {
        while table.next() {
            let id = table.newID("id", in: &eventIDs)
            var event = Event(id: id ?? "", name: table.required("name"))
            _ = table.reference("kind", to: &eventKindIDs, "undeclared-kind", what: "kind")
            event.kind = table.text("kind") ?? ""
            (event.date, event.until) = table.period("date")
            event.status = table.word("status", "unknown-status") { $0.name } ?? .unknown
            event.participants = table.count("participants")
            event.place = table.text("place")
            event.evidence = requiredEvidence(&table)
            event.note = table.text("note")
            if id != nil { events.append(event) }
        }
    }

    mutating func readParticipation(_ table: inout TableReader) {
        struct Key: Hashable {
            let actor: Int
            let event: Int
            let role: String?
        }
        var seen: [Key: Int] = [:]
        var counts = WeightsSeen()
        while table.next() {
            table.rowID = table.text("actor")
            let actor = table.reference("actor", to: &actorIDs, "unknown-id", what: "actor")
            let event = table.reference("event", to: &eventIDs, "unknown-id", what: "event")
            let role = table.text("role")
            let count = table.number("count")
            let evidence = requiredEvidence(&table)
            guard let actor, let event, counts.isTie(count ?? 1, line: table.csv.line) else { continue }
            if let line = seen.updateValue(table.csv.line, forKey: Key(actor: actor, event: event, role: role)) {
                table.report(
                    .warning, "duplicate-participation", "The actor takes part in this event on line \(line) already.",
                    remedy: "Delete one of the rows, or tell the two by their role.", column: "event")
            }
            participation.append(
                Participation(actor: actor, event: event, role: role, count: count, evidence: evidence))
        }
        table.report(counts, of: "participations", column: "count")
    }
}
