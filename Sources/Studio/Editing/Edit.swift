import Interchange
import NetworkModel
import Tabular

/// One thing that the page asks to be done to a table, by what the page knows it by.
enum Edit: Sendable {
    /// A cell of a row gets another text, if it still has the old one.
    case set(table: String, key: Int, column: String, old: String, new: String)
    /// A row is added at the end, its cells by column.
    case add(table: String, cells: [String: String])
    case remove(table: String, key: Int)
    /// The id of a row, and every cell that names the row by it.
    case rename(table: String, key: Int, old: String, new: String)
    /// A row goes, and whatever named it names another.
    case merge(table: String, key: Int, old: String, into: String)

    /// What a cell may hold at most, in bytes.
    static let longest = 100_000

    /// Nil where the value is none.
    init?(_ json: JSONValue) {
        func text(_ key: String) -> String? {
            guard case .text(let text)? = json[key], text.utf8.count <= Self.longest, !text.utf8.contains(0) else {
                return nil
            }
            return text
        }
        guard let operation = text("op"), let table = text("table"), OpenTables.schemas[table] != nil else {
            return nil
        }
        let key: Int = if case .integer(let key)? = json["key"] { key } else { 0 }
        switch operation {
        case "set":
            guard let column = text("column"), let old = text("old"), let new = text("new") else { return nil }
            self = .set(table: table, key: key, column: column, old: old, new: new)
        case "add":
            guard case .object(let members)? = json["cells"], members.count <= 500 else { return nil }
            var cells: [String: String] = [:]
            for member in members {
                guard case .text(let cell) = member.value, cell.utf8.count <= Self.longest, !cell.utf8.contains(0)
                else {
                    return nil
                }
                cells[member.key] = cell
            }
            self = .add(table: table, cells: cells)
        case "remove": self = .remove(table: table, key: key)
        case "rename", "merge":
            guard let old = text("old"), let new = text("new"), !old.isEmpty, !new.isEmpty else { return nil }
            self =
                operation == "rename"
                ? .rename(table: table, key: key, old: old, new: new)
                : .merge(table: table, key: key, old: old, into: new)
        default: return nil
        }
    }
}

/// Edits turned into changes, one after the other, on tables that nobody else has.
struct Editing {
    private(set) var tables: OpenTables
    private(set) var changes: [TableChange] = []
    /// The keys of rows that were added, in their order.
    private(set) var added: [Int] = []

    init(_ tables: OpenTables) { self.tables = tables }

    mutating func carryOut(_ edit: Edit) throws(Refusal) {
        switch edit {
        case .set(let table, let key, let column, let old, let new):
            let place = try place(of: column, in: table)
            try set(table, key, place, old: old, new: new, column)
        case .add(let table, let cells): try add(cells, to: table)
        case .remove(let table, let key): try remove(key, from: table)
        case .rename(let table, let key, let old, let new):
            guard let id = OpenTables.schemas[table]?.key else { throw .malformed }
            try refuseTaken(new, in: table, but: key)
            let place = try place(of: id, in: table)
            try set(table, key, place, old: old, new: new, id)
            try redirect(old, to: new, in: table)
        case .merge(let table, let key, let old, let into):
            guard let id = OpenTables.schemas[table]?.key, let document = tables.documents[table],
                let place = document.column(id), document.rows.contains(where: { $0.cells[safe: place] == into })
            else { throw .malformed }
            guard let position = document.position(of: key), document.rows[position].cells[safe: place] == old else {
                throw .changedMeanwhile(table)
            }
            try remove(key, from: table)
            try redirect(old, to: into, in: table)
        }
    }

    mutating func carryOut(_ change: TableChange) throws(Refusal) {
        try tables.apply(change)
        changes.append(change)
    }

    private func document(_ table: String) throws(Refusal) -> TableDocument {
        guard let document = tables.documents[table] else { throw .notEditable(table) }
        return document
    }

    /// The place of a column, which is added where the schema knows it and the table has none.
    private mutating func place(of column: String, in table: String) throws(Refusal) -> Int {
        let document = try document(table)
        if let place = document.column(column) { return place }
        guard let schema = OpenTables.schemas[table], schema.column(column) != nil else { throw .malformed }
        let usual = document.header.isEmpty ? schema.columns.filter { $0.need != .special }.map(\.id) : []
        let new = document.header + (usual.contains(column) ? usual : usual + [column])
        try carryOut(.header(table: table, before: document.header, after: new))
        return try self.document(table).column(column) ?? new.count - 1
    }

    private mutating func set(
        _ table: String, _ key: Int, _ place: Int, old: String, new: String, _ column: String
    ) throws(Refusal) {
        let document = try document(table)
        guard let position = document.position(of: key) else { throw .changedMeanwhile(table) }
        let before = document.rows[position].cells
        guard (before[safe: place] ?? "") == old else {
            throw .otherCell(table: table, key: key, column: column, now: before[safe: place] ?? "")
        }
        guard old != new else { return }
        var after = before + [String](repeating: "", count: max(0, document.header.count - before.count))
        after[place] = new
        try carryOut(.row(table: table, position: position, before: before, after: after))
    }

    private mutating func add(_ cells: [String: String], to table: String) throws(Refusal) {
        var row: [String] = []
        if let id = OpenTables.schemas[table]?.key, let value = cells[id] {
            try refuseTaken(value, in: table, but: nil)
        }
        if try document(table).header.isEmpty {
            guard let first = OpenTables.schemas[table]?.columns.first?.id else { throw .malformed }
            _ = try place(of: first, in: table)
        }
        for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
            let place = try place(of: column, in: table)
            row += [String](repeating: "", count: max(0, place + 1 - row.count))
            row[place] = cell
        }
        let document = try document(table)
        row += [String](repeating: "", count: max(0, document.header.count - row.count))
        try carryOut(.row(table: table, position: document.rows.count, before: nil, after: row))
        if let key = try self.document(table).rows.last?.key { added.append(key) }
    }

    private mutating func remove(_ key: Int, from table: String) throws(Refusal) {
        let document = try document(table)
        guard let position = document.position(of: key) else { throw .changedMeanwhile(table) }
        try carryOut(.row(table: table, position: position, before: document.rows[position].cells, after: nil))
    }

    private func refuseTaken(_ id: String, in table: String, but key: Int?) throws(Refusal) {
        let document = try document(table)
        guard let name = OpenTables.schemas[table]?.key, let place = document.column(name) else { return }
        guard document.rows.contains(where: { $0.key != key && $0.cells[safe: place] == id }) else { return }
        throw .taken(table: table, id: id)
    }

    /// Every cell that names a row of a table by an id names another.
    private mutating func redirect(_ old: String, to new: String, in target: String) throws(Refusal) {
        for schema in DatasetSchema.tables {
            guard let document = tables.documents[schema.id] else { continue }
            let places = document.ids.enumerated().compactMap { place, id -> (Int, ColumnSchema.Content)? in
                id.flatMap { schema.column($0) }.map { (place, $0.content) }
            }
            for row in document.rows {
                for (place, content) in places {
                    guard let cell = row.cells[safe: place], let column = document.ids[place],
                        let renamed = Self.renamed(cell, old, new, content, target), renamed != cell
                    else { continue }
                    try set(schema.id, row.key, place, old: cell, new: renamed, column)
                }
            }
        }
    }

    /// Nil where the column names no row of the table.
    private static func renamed(
        _ cell: String, _ old: String, _ new: String, _ content: ColumnSchema.Content, _ target: String
    ) -> String? {
        switch content {
        case .reference(target, _): return cell == old ? new : cell
        case .references(target, _):
            let parts = cell.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
            guard parts.contains(old) else { return cell }
            // Two that become one are named once.
            var named: Set<String> = []
            return parts.map { $0 == old ? new : $0 }.filter { named.insert($0).inserted }.joined(separator: "; ")
        case .evidence where target == Source.table.schema.id:
            let parts = Evidence.list(cell)
            guard parts.contains(where: { $0.source == old }) else { return cell }
            return parts.map { Evidence(source: $0.source == old ? new : $0.source, locator: $0.locator).description }
                .joined(separator: "; ")
        default: return nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Array {
    /// The element, or nil where there is none: rows may be shorter than their header.
    subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
