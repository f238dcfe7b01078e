import NetworkModel
import Tabular
import Vocabulary

/// Reads a list of who takes part in what: `actor,event[,role][,count]`. The actors are those of the one column,
/// the events those of the other; an id may stand in both.
enum AffiliationReader {
    /// All columns of a dataset's participations, of which only the two ends must be there; and when and where the event
    /// was.
    private static let schema = TableSchema(
        Participation.table.schema.id, title: Participation.table.schema.title,
        columns: Participation.table.schema.columns.map { ["actor", "event"].contains($0.id) ? $0 : $0.optional }
            + Event.table.schema.columns.filter { ["date", "place"].contains($0.id) }.map(\.optional),
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
        var sites: [Int: String] = [:]
        reportFurther(&table)
        var rows: [Participation] = []
        var counts = WeightsSeen()
        var known = KnownTables()
        let reader = RowReader<Participation>(table, leavingOut: ["actor", "event"])
        while table.canReadRows, table.next() {
            guard let actor = table.required("actor"), let event = table.required("event"),
                var row = reader.row(&table, &known)
            else { continue }
            (row.actor, row.event) = (actors.place(of: actor), events.place(of: event))
            if let date = table.text("date").flatMap({ table.date($0, "date") }), isOther(date, &dates, row.event) {
                table.tally(
                    "several-dates",
                    Bilingual(
                        en: "Events have another date than on an earlier line; the last one was taken",
                        fr: "Des événements ont une autre date que sur une ligne précédente ; la dernière a été prise"),
                    Bilingual(
                        en: "Give each meeting a name of its own, such as \"\(Excerpt.of(event)) \(date)\".",
                        fr:
                            "Donnez à chaque rencontre un nom qui lui soit propre, comme « \(Excerpt.of(event)) \(date) »."
                    ), column: "date",
                    severity: .warning)
            }
            if let site = table.text("place"), isOther(site, &sites, row.event) {
                table.tally(
                    "several-places",
                    Bilingual(
                        en: "Events are in another place than on an earlier line; the last one was taken",
                        fr:
                            "Des événements ont un autre lieu que sur une ligne précédente ; le dernier a été pris"),
                    Bilingual(
                        en:
                            "Give each meeting a name of its own, such as \"\(Excerpt.of(event)), \(Excerpt.of(site))\".",
                        fr:
                            "Donnez à chaque rencontre un nom qui lui soit propre, comme « \(Excerpt.of(event)), \(Excerpt.of(site)) »."
                    ), column: "place", severity: .warning)
            }
            if counts.isTie(row.count ?? 1, line: table.csv.line) { rows.append(row) }
        }
        table.report(counts, of: Bilingual(en: "participations", fr: "participations"), column: "count")
        let file = table.file
        var findings = table.allFindings()
        guard !findings.hasErrors else { return Reading(network: nil, findings: findings.all) }
        do throws(MilieuError) {
            let network = try Network(
                description: description, actors: Actors(ids: actors.ids), ties: Ties([]),
                events: events.ids.enumerated().map { place, id in
                    var event = Event(id: id)
                    event.date = dates[place]
                    event.place = sites[place]
                    return event
                }, participation: rows, tieKinds: [])
            return Reading(network: network, findings: findings.all)
        } catch {
            findings.add(
                .error, "invalid-network", error.statement, remedy: error.advice, at: error.place ?? Place(file: file))
            return Reading(network: nil, findings: findings.all)
        }
    }

    /// Takes what a row tells of its event; whether an earlier row told otherwise.
    private static func isOther<Value: Equatable>(_ value: Value, _ told: inout [Int: Value], _ event: Int) -> Bool {
        told.updateValue(value, forKey: event).map { $0 != value } ?? false
    }

    /// A participation has no attributes beside its own, and a list of pairs no third sort of actors.
    private static func reportFurther(_ table: inout TableReader) {
        guard !table.further.isEmpty else { return }
        let names = OutgoingNetwork.list(table.further.map(\.name))
        table.report(
            .warning, "columns-left-out",
            Bilingual(
                en: "What stands beside actor and event was left out: \(names).",
                fr: "Ce qui se trouve à côté de l'acteur et de l'événement a été laissé de côté : \(names)."),
            remedy: Bilingual(
                en:
                    "Call the two columns source and target, if ties with attributes are meant; what is known of actors and events goes into the tables of a dataset (milieu init).",
                fr:
                    "Appelez les deux colonnes source et target, s'il s'agit de liens avec des attributs ; ce qui est connu des acteurs et des événements va dans les tables d'un jeu de données (milieu init)."
            ), column: nil)
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
