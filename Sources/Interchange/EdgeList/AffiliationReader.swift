import NetworkModel
import Tabular
import Vocabulary

/// Reads a list of who takes part in what: `actor,event[,role][,count]`. The actors are those of the one column,
/// the events those of the other; an id may stand in both.
enum AffiliationReader {
    /// All columns of a dataset's participations, of which only the two ends must be there, and the date of the event.
    private static let schema = TableSchema(
        Participation.table.schema.id, title: Participation.table.schema.title,
        columns: Participation.table.schema.columns.map { ["actor", "event"].contains($0.id) ? $0 : $0.optional }
            + Event.table.schema.columns.filter { $0.id == "date" }.map(\.optional),
        noun: Participation.table.schema.noun)

    /// A reader of the rows; nil where the first row does not name an actor and an event, nor do remarks say so.
    static func open(_ table: OpenedTable) -> TableReader? {
        var first = table.csv
        guard first.next() else { return nil }
        let names = first.fields.indices.map { first.string($0) }
        if let found = EndWords.affiliation(of: names), EndWords.ends(of: names) == nil {
            return TableReader(
                schema, table, header: first, chosen: [found.actor: "actor", found.event: "event"])
        }
        guard table.isTwoMode, names.count > 1 else { return nil }
        return TableReader(
            schema, table, columns: Array(["actor", "event", "count"].prefix(names.count)), findings: Findings())
    }

    static func read(_ table: consuming TableReader, description: DatasetDescription) -> Reading {
        var table = table
        var (actors, events) = (Places(), Places())
        var dates: [Int: PartialDate] = [:]
        var rows: [Participation] = []
        var counts = WeightsSeen()
        var known = KnownTables()
        let reader = RowReader<Participation>(table, leavingOut: ["actor", "event"])
        while table.canReadRows, table.next() {
            guard let actor = table.required("actor"), let event = table.required("event"),
                var row = reader.row(&table, &known)
            else { continue }
            (row.actor, row.event) = (actors.place(of: actor), events.place(of: event))
            if let date = table.text("date").flatMap({ table.date($0, "date") }),
                dates.updateValue(date, forKey: row.event).map({ $0 != date }) ?? false
            {
                table.tally(
                    "several-dates", "Events have another date than on an earlier line; the last one was taken",
                    "Give each meeting a name of its own, such as \"\(Excerpt.of(event)) \(date)\".", column: "date",
                    severity: .warning)
            }
            if counts.isTie(row.count ?? 1, line: table.csv.line) { rows.append(row) }
        }
        table.report(counts, of: "participations", column: "count")
        let file = table.file
        var findings = table.allFindings()
        guard !findings.hasErrors else { return Reading(network: nil, findings: findings.all) }
        do throws(MilieuError) {
            let network = try Network(
                description: description, actors: Actors(ids: actors.ids), ties: Ties([]),
                events: events.ids.enumerated().map { place, id in
                    var event = Event(id: id)
                    event.date = dates[place]
                    return event
                }, participation: rows, tieKinds: [])
            return Reading(network: network, findings: findings.all)
        } catch {
            findings.add(
                .error, "invalid-network", error.message, remedy: error.remedy, at: error.place ?? Place(file: file))
            return Reading(network: nil, findings: findings.all)
        }
    }

    /// Ids in the order in which they first occur.
    private struct Places {
        private(set) var ids: [String] = []
        private var places: [String: Int] = [:]

        mutating func place(of id: String) -> Int {
            if let known = places[id] { return known }
            places[id] = ids.count
            ids.append(id)
            return ids.count - 1
        }
    }
}
