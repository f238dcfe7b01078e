import NetworkModel
import Vocabulary

/// Reads the rows of one table into rows of the model, column by column as they are declared.
struct RowReader<Row: DatasetRow>: Sendable {
    /// A declared column that the table has.
    private struct Slot: Sendable {
        let schema: ColumnSchema
        let position: Int
        let set: @Sendable (inout Row, CellValue) -> Void
        let isKey: Bool
        let isStart: Bool
        let isEnd: Bool
        /// Whether others may call the row so where they should name its id.
        let isName: Bool
    }

    private let slots: [Slot]
    /// Of a table whose rows have no ids, the column by which findings speak of a row: its first.
    private let namedBy: Int?

    /// - Parameters:
    ///   - table: its schema says which cells must be filled, which is not the same in a list of ties.
    ///   - leavingOut: columns that somebody else reads.
    init(_ table: TableReader, leavingOut others: Set<String> = []) {
        namedBy = Row.table.columns.first.flatMap { others.contains($0.id) ? nil : table.position(of: $0.id) }
        slots = Row.table.columns.compactMap { column in
            guard !others.contains(column.id), let schema = table.schema.column(column.id),
                let position = table.position(of: column.id)
            else { return nil }
            return Slot(
                schema: schema, position: position, set: column.set, isKey: table.schema.key == column.id,
                isStart: ["since", "date"].contains(column.id), isEnd: column.id == "until",
                isName: table.schema.key != nil && ["name", "name_fr", "name_en"].contains(column.id))
        }
    }

    var isEmpty: Bool { slots.isEmpty }

    /// The current row; nil, with a finding, where it has not an id of its own.
    func row(_ table: inout TableReader, _ known: inout KnownTables) -> Row? {
        var row = Row.blank
        var isWhole = true
        var (start, end): (PartialDate?, PartialDate?)
        if table.schema.key == nil, let namedBy { table.rowID = table.text(at: namedBy) }
        for slot in slots {
            if slot.isKey, table.newID(slot.schema.id, &known) == nil {
                isWhole = false
                continue
            }
            guard let value = table.value(slot.schema, at: slot.position, &known) else { continue }
            slot.set(&row, value)
            if slot.isName, isWhole, case .text(let name) = value { known[table.schema].addName(name) }
            if case .date(let date) = value {
                if slot.isStart { start = date }
                if slot.isEnd { end = date }
            }
        }
        table.check(from: start, until: end)
        return isWhole ? row : nil
    }
}

extension TableReader {
    fileprivate mutating func check(from start: PartialDate?, until end: PartialDate?) {
        guard let start, let end, start.earliest > end.latest else { return }
        report(
            .error, "dates-reversed",
            Bilingual(
                en: "It ends (\(end)) before it starts (\(start)).", fr: "La fin (\(end)) précède le début (\(start))."),
            remedy: Bilingual(en: "Exchange or correct the two dates.", fr: "Échangez ou corrigez les deux dates."),
            column: "until")
    }
}

/// The cells of a table's further columns, column by column.
struct FurtherCells: Sendable {
    private let columns: [(name: String, position: Int)]
    private var cells: [[String?]]

    /// - Parameters:
    ///   - beside: declared columns that are kept as further ones.
    ///   - others: places of further columns that somebody else reads.
    init(_ table: TableReader, beside: [String] = [], leavingOut others: [Int] = []) {
        columns =
            table.further.filter { !others.contains($0.position) }
            + beside.compactMap { id in table.position(of: id).map { (id, $0) } }
        cells = Array(repeating: [], count: columns.count)
    }

    mutating func append(_ table: TableReader) {
        for (place, column) in columns.enumerated() { cells[place].append(table.text(at: column.position)) }
    }

    /// - Parameter decimalComma: whether the table's numbers may have one.
    func attributes(decimalComma: Bool) -> [Attribute] {
        zip(columns, cells).map { Attribute(name: $0.name, cells: $1, decimalComma: decimalComma) }
    }
}
