import Vocabulary

/// A table of named columns: what every result is, before it is written in some format.
public struct Table: Sendable {
    public var name: String
    public var columns: [Column]
    public var provenance: Provenance?

    public init(name: String, columns: [Column], provenance: Provenance? = nil) {
        precondition(
            Set(columns.map(\.values.count)).count <= 1, "the columns of a table are of one length")
        self.name = name
        self.columns = columns
        self.provenance = provenance
    }

    public var rowCount: Int { columns.first?.values.count ?? 0 }
}

/// One column: what it means, and a value for each row; nil is "undefined" or "not known".
public struct Column: Sendable {
    public enum Values: Sendable, Equatable {
        case text([String?])
        case number([Double?])
        case integer([Int?])
        case flag([Bool?])

        public var count: Int {
            switch self {
            case .text(let values): values.count
            case .number(let values): values.count
            case .integer(let values): values.count
            case .flag(let values): values.count
            }
        }
    }

    public let field: Field
    public var values: Values

    public init(_ field: Field, _ values: Values) {
        self.field = field
        self.values = values
    }

    /// One cell.
    public subscript(row: Int) -> Cell {
        switch values {
        case .text(let values): values[row].map(Cell.text) ?? .empty
        case .number(let values): values[row].map(Cell.number) ?? .empty
        case .integer(let values): values[row].map(Cell.integer) ?? .empty
        case .flag(let values): values[row].map(Cell.flag) ?? .empty
        }
    }
}

/// The value of one cell.
public enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)
    case integer(Int)
    case flag(Bool)
}

/// What a column means: the codebook's row for it.
public struct Field: Sendable, Hashable {
    /// The column's header: lower-case ASCII snake_case.
    public let id: String
    public let title: Bilingual
    public let description: Bilingual
    public let unit: Bilingual?
    /// LaTeX, without the dollar signs; nil for what is not computed.
    public var formula: String?
    public var references: [Reference]
    /// Where numbers lie; nil where nothing is known.
    public var range: ClosedRange<Double>?

    public init(
        _ id: String, title: Bilingual? = nil, description: Bilingual = Bilingual(""), unit: Bilingual? = nil,
        formula: String? = nil, references: [Reference] = [], range: ClosedRange<Double>? = nil
    ) {
        self.id = id
        self.title = title ?? Bilingual(id)
        self.description = description
        self.unit = unit
        self.formula = formula
        self.references = references
        self.range = range
    }
}

/// From what, by what and how a table was made.
public struct Provenance: Sendable, Hashable {
    public var dataset: String
    public var datasetVersion: String?
    /// SHA-256 of the input's tables.
    public var contentHash: String?
    /// The view, in words.
    public var view: Bilingual?
    public var engineVersion: String
    public var seed: UInt64?

    public init(
        dataset: String, datasetVersion: String? = nil, contentHash: String? = nil,
        view: Bilingual? = nil, seed: UInt64? = nil
    ) {
        self.dataset = dataset
        self.datasetVersion = datasetVersion
        self.contentHash = contentHash
        self.view = view
        self.engineVersion = Engine.version
        self.seed = seed
    }
}
