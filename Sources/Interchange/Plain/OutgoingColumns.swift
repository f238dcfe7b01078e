import NetworkModel
import Tabular
import Vocabulary

/// A column of attributes, each cell by its row.
struct OutgoingColumn {
    enum Content { case text, integer, number }

    var name: String
    let content: Content
    let cell: (Int) -> String?
}

/// The attributes of nodes and ties as network files get them: the columns of a dataset that say
/// anything, and those that tell events from actors.
enum OutgoingColumns {
    typealias Column = OutgoingColumn

    static func nodes(_ network: Network) -> [Column] {
        let (actors, events) = (network.actors, network.events)
        let actorCount = actors.count
        let spheres = network.spheres
        func both(_ name: String, _ actor: @escaping (Int) -> String?, _ event: @escaping (Event) -> String?) -> Column
        {
            Column(name: name, content: .text) { $0 < actorCount ? actor($0) : event(events[$0 - actorCount]) }
        }
        let kinds = Dictionary(uniqueKeysWithValues: network.eventKinds.map { ($0.id, $0) })
        let ofEvents = Event.table.columns.filter { !["id", "name"].contains($0.id) }
        func eventCell(_ name: String) -> (Event) -> String? {
            guard let column = ofEvents.first(where: { nodeName($0.schema) == name }) else { return { _ in nil } }
            return { column.get($0)?.text }
        }
        var columns: [Column] = []
        if !events.isEmpty { columns.append(both("mode", { _ in "actor" }, { _ in "event" })) }
        if actors.hasRows {
            for column in DatasetTables.actorColumns(network) where !["id", "name"].contains(column.name) {
                columns.append(both(column.name, column.cell, eventCell(column.name)))
                if column.name == "kind" { columns.append(both("sphere", { spheres[$0]?.rawValue }, { _ in nil })) }
            }
        }
        if !events.isEmpty {
            let known = Set(columns.map(\.name))
            for name in ofEvents.map({ nodeName($0.schema) }) where !known.contains(name) {
                columns.append(both(name, { _ in nil }, eventCell(name)))
                guard name == "event_kind" else { continue }
                columns.append(both("event_layer", { _ in nil }, { kinds[$0.kind]?.layer.rawValue }))
                columns.append(
                    both("event_pooled", { _ in nil }, { kinds[$0.kind].flatMap { $0.isPooled ? "yes" : nil } }))
            }
        }
        return typed(columns, rowCount: actorCount + events.count)
    }

    /// What an attribute of nodes is called that an event has: as the actors' where these have the same.
    static func nodeName(_ column: ColumnSchema) -> String {
        let shared = Actor.table.schema.column(column.nodeName)
        return shared?.content == column.content ? column.nodeName : "event_" + column.id
    }

    static func ties(_ network: Network, twofold: Bool) -> [Column] {
        let (ties, kinds) = (network.ties, network.tieKinds)
        let rows = twofold ? network.participation.flatMap { [$0, $0] } : network.participation
        func both(_ name: String, _ tie: @escaping (Int) -> String?, _ row: @escaping (Participation) -> String?)
            -> Column
        {
            Column(name: name, content: .text) { $0 < ties.count ? tie($0) : row(rows[$0 - ties.count]) }
        }
        var columns: [Column] = []
        // One kind that is called as readers call it says nothing.
        if kinds.count > 1 || kinds.first.map({ $0.id != "tie" || $0.layer != .cooperation }) ?? false || !rows.isEmpty
        {
            columns.append(both("kind", { kinds[ties.kind(at: $0)].id }, { _ in "participation" }))
            columns.append(both("layer", { kinds[ties.kind(at: $0)].layer.rawValue }, { _ in nil }))
        }
        columns.append(both("weight_means", { kinds[ties.kind(at: $0)].weightMeans?.rawValue }, { _ in nil }))
        let ofParts = Participation.table.columns.filter { !["actor", "event", "count"].contains($0.id) }
        func partCell(_ name: String) -> (Participation) -> String? {
            guard let column = ofParts.first(where: { $0.id == name }) else { return { _ in nil } }
            return { column.get($0)?.text }
        }
        for column in DatasetTables.tieColumns(network)
        where !["source", "target", "kind", "weight"].contains(column.name) {
            columns.append(both(column.name, column.cell, partCell(column.name)))
        }
        let known = Set(columns.map(\.name))
        for column in ofParts where !rows.isEmpty && !known.contains(column.id) {
            columns.append(both(column.id, { _ in nil }, partCell(column.id)))
        }
        return typed(columns, rowCount: ties.count + rows.count)
    }

    /// The columns that say anything. Numbers are what reads back to the same text: a commune of
    /// code 01001 stays text.
    private static func typed(_ columns: [Column], rowCount: Int) -> [Column] {
        columns.compactMap { column in
            var content: OutgoingColumn.Content?
            for row in 0..<rowCount {
                guard let text = column.cell(row) else { continue }
                let one = self.content(of: text)
                content = content.map { joined($0, one) } ?? one
                if content == .text { break }
            }
            let isDate = ["since", "until"].contains(column.name)
            return content.map { Column(name: column.name, content: isDate ? .text : $0, cell: column.cell) }
        }
    }

    private static func content(of text: String) -> OutgoingColumn.Content {
        guard text.utf8.count <= 17, let value = CSVNumber.double(text), NumberText.shortest(value) == text,
            !text.utf8.contains(UInt8(ascii: "e"))
        else { return .text }
        return value == value.rounded() ? .integer : .number
    }

    private static func joined(_ one: OutgoingColumn.Content, _ other: OutgoingColumn.Content)
        -> OutgoingColumn.Content
    {
        one == other ? one : one == .text || other == .text ? .text : .number
    }
}
