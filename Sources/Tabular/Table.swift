import Vocabulary

/// A table of named columns: what every result is, before it is written in some format.
public struct Table: Sendable {
    /// What files of it are called, without an extension.
    public var name: String
    /// Each as long as the others.
    public var columns: [Column]
    /// Where it comes from; nil for a table that says nothing of a dataset.
    public var provenance: Provenance?

    /// A table.
    ///
    /// - Precondition: the columns are of one length.
    public init(name: String, columns: [Column], provenance: Provenance? = nil) {
        precondition(
            Set(columns.map(\.values.count)).count <= 1, "the columns of a table are of one length")
        self.name = name
        self.columns = columns
        self.provenance = provenance
    }

    /// 0 for a table without columns.
    public var rowCount: Int { columns.first?.values.count ?? 0 }
}

/// One column: what it means, and a value for each row; nil is "undefined" or "not known".
public struct Column: Sendable {
    /// The values of one column, of one type; nil is an empty cell.
    public enum Values: Sendable, Equatable {
        /// Words, names and ids.
        case text([String?])
        /// Finite numbers, in the field's unit.
        case number([Double?])
        /// Whole numbers and counts.
        case integer([Int?])
        /// Yes or no, whose words the format writes.
        case flag([Bool?])

        /// How many rows there are, empty cells among them.
        public var count: Int {
            switch self {
            case .text(let values): values.count
            case .number(let values): values.count
            case .integer(let values): values.count
            case .flag(let values): values.count
            }
        }
    }

    /// What the values mean.
    public let field: Field
    /// One for each row.
    public var values: Values

    /// A column of values that the field describes.
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
    /// Undefined or not known; never 0 and never not-a-number.
    case empty
    /// A word, name or id, to be escaped by whoever writes it.
    case text(String)
    /// A finite number.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// Yes or no.
    case flag(Bool)
}

/// What a column means: the codebook's row for it.
public struct Field: Sendable, Hashable {
    /// The column's header: lower-case ASCII snake_case.
    public let id: String
    /// The header that readers see.
    public let title: Bilingual
    /// What the column holds and how to read it; empty in both languages where the title says all.
    public let description: Bilingual
    /// Of its numbers; nil where they have none.
    public let unit: Bilingual?
    /// LaTeX, without the dollar signs; nil for what is not computed.
    public var formula: String?
    /// Where the definition is published; empty for what needs none.
    public var references: [Reference]
    /// Where numbers lie; nil where nothing is known.
    public var range: ClosedRange<Double>?
    /// Whether each row is of another measure, so that every number is written on its own scale.
    public var mixesMeasures = false

    /// A field; without a title, its id is its header.
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
    /// The name of the dataset, or of the file that was read.
    public var dataset: String
    /// The dataset's own; nil where it states none.
    public var datasetVersion: String?
    /// SHA-256 of the input's tables.
    public var contentHash: String?
    /// The view, in words.
    public var view: Bilingual?
    /// The version of Milieu that made the table.
    public var engineVersion: String
    /// Of the random numbers behind it, if there are any; nil where none can be.
    public var seed: UInt64?

    /// The provenance of a table that this build makes.
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
