import Vocabulary

/// One column of a dataset's table, declared once: what it holds, and how a row of the model gives and takes it.
///
/// A new column is a property of the row and one of these. Reading, writing, `init`, the export, the codebook
/// and network files walk the declarations and know of no column by itself but where it has a meaning of its own
/// (the ends of a tie, the perimeter behind `inside`).
public struct DatasetColumn<Row: Sendable>: Sendable {
    /// What it holds, without the row's type.
    public let schema: ColumnSchema
    /// Nil where nothing is known.
    public let get: @Sendable (Row) -> CellValue?
    /// Takes a value of the kind that the schema's content says; any other is a fault of the caller and left out.
    public let set: @Sendable (inout Row, CellValue) -> Void

    /// The column's header.
    public var id: String { schema.id }

    /// A column whose content none of the makers below fits: `get` and `set` are to agree with the schema's content.
    public init(
        _ schema: ColumnSchema, get: @escaping @Sendable (Row) -> CellValue?,
        set: @escaping @Sendable (inout Row, CellValue) -> Void
    ) {
        self.schema = schema
        self.get = get
        self.set = set
    }
}

/// A row of one of a dataset's tables.
public protocol DatasetRow: Sendable {
    /// A row of which nothing is known yet.
    static var blank: Self { get }
    /// The table that it is a row of.
    static var table: DatasetTable<Self> { get }
}

/// A table of a dataset with the columns of its rows.
public struct DatasetTable<Row: Sendable>: Sendable {
    /// The table without the row's type.
    public let schema: TableSchema
    /// In the order in which templates and exports write them.
    public let columns: [DatasetColumn<Row>]
    /// The columns of numbers: their ids, how each is read, and where the numbers lie.
    private let ranges: [(id: String, get: @Sendable (Row) -> CellValue?, range: ClosedRange<Double>)]

    /// A table whose schema is made of its columns'.
    public init(
        _ id: String, title: Bilingual, key: String? = nil, noun: String, unknownCode: String = "unknown-id",
        isInTemplate: Bool = true, also: [String] = [], columns: [DatasetColumn<Row>]
    ) {
        schema = TableSchema(
            id, title: title, columns: columns.map(\.schema), key: key, noun: noun, unknownCode: unknownCode,
            isInTemplate: isInTemplate, also: also)
        self.columns = columns
        ranges = columns.compactMap { column in column.schema.range.map { (column.id, column.get, $0) } }
    }

    /// The column of that id; nil where there is none.
    public func column(_ id: String) -> DatasetColumn<Row>? { columns.first { $0.id == id } }

    /// The message of the first column whose number in a row lies outside its range; nil where all hold.
    func fault(in row: Row) -> Bilingual? {
        for place in ranges.indices {
            guard let number = ranges[place].get(row)?.number, !ranges[place].range.contains(number) else { continue }
            return Bilingual(
                en: "The column \"\(ranges[place].id)\" is out of range.",
                fr: "La colonne « \(ranges[place].id) » sort de ses bornes.")
        }
        return nil
    }
}

/// Columns by what a property of the row holds, so that content and property cannot disagree.
extension DatasetColumn {
    /// Where the row keeps what the column holds.
    public typealias Path<Value> = WritableKeyPath<Row, Value> & Sendable

    /// A text that may be missing.
    public static func text(_ path: Path<String?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.text) }) {
            if case .text(let text) = $1 { $0[keyPath: path] = text }
        }
    }

    /// A text that every row has; an empty one is none.
    public static func text(_ path: Path<String>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].isEmpty ? nil : .text($0[keyPath: path]) }) {
            if case .text(let text) = $1 { $0[keyPath: path] = text }
        }
    }

    /// A number that may be missing.
    public static func number(_ path: Path<Double?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.number) }) {
            if case .number(let number) = $1 { $0[keyPath: path] = number }
        }
    }

    /// A number that every row has.
    public static func number(_ path: Path<Double>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { .number($0[keyPath: path]) }) {
            if case .number(let number) = $1 { $0[keyPath: path] = number }
        }
    }

    /// A whole number that may be missing.
    public static func count(_ path: Path<Int?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.count) }) {
            if case .count(let count) = $1 { $0[keyPath: path] = count }
        }
    }

    /// A date that may be missing.
    public static func date(_ path: Path<PartialDate?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.date) }) {
            if case .date(let date) = $1 { $0[keyPath: path] = date }
        }
    }

    /// Yes, no, or nothing said.
    public static func flag(_ path: Path<Bool?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.flag) }) {
            if case .flag(let flag) = $1 { $0[keyPath: path] = flag }
        }
    }

    /// One of a few words, by its raw value; an empty one is none.
    public static func word<Word: RawRepresentable<String> & Sendable>(
        _ path: Path<Word?>, _ schema: ColumnSchema
    ) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map { CellValue.text($0.rawValue) } }) {
            if case .text(let text) = $1 { $0[keyPath: path] = Word(rawValue: text) }
        }
    }

    /// One of a few words that every row has, by its raw value; the word with an empty one is written as an empty cell,
    /// and a text that is no word leaves the row as it is.
    public static func word<Word: RawRepresentable<String> & Sendable>(
        _ path: Path<Word>, _ schema: ColumnSchema
    ) -> DatasetColumn {
        DatasetColumn(
            schema,
            get: { row in
                let text = row[keyPath: path].rawValue
                return text.isEmpty ? nil : .text(text)
            }
        ) {
            if case .text(let text) = $1, let word = Word(rawValue: text) { $0[keyPath: path] = word }
        }
    }

    /// Sources and the places in them; none is an empty cell.
    public static func evidence(_ path: Path<[Evidence]>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].isEmpty ? nil : .evidence($0[keyPath: path]) }) {
            if case .evidence(let list) = $1 { $0[keyPath: path] = list }
        }
    }

    /// A row of another table by its id.
    public static func reference(_ path: Path<String?>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].map(CellValue.text) }) {
            if case .row(let id, _) = $1 { $0[keyPath: path] = id }
        }
    }

    /// A row of another table by its id, which every row has; an empty one is none.
    public static func reference(_ path: Path<String>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].isEmpty ? nil : .text($0[keyPath: path]) }) {
            if case .row(let id, _) = $1 { $0[keyPath: path] = id }
        }
    }

    /// A row of another table by its position there.
    public static func position(_ path: Path<Int>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { .position($0[keyPath: path]) }) {
            if case .row(_, let position) = $1 { $0[keyPath: path] = position }
        }
    }

    /// Rows of another table by their ids.
    public static func references(_ path: Path<[String]>, _ schema: ColumnSchema) -> DatasetColumn {
        DatasetColumn(schema, get: { $0[keyPath: path].isEmpty ? nil : .ids($0[keyPath: path]) }) {
            if case .ids(let ids) = $1 { $0[keyPath: path] = ids }
        }
    }
}
