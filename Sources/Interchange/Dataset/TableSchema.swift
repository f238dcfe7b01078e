import NetworkModel
import Tabular
import Vocabulary

/// What one table of a dataset holds: reading, writing, the templates, the guide and the data
/// package's descriptor all read this declaration.
public struct TableSchema: Sendable {
    /// The table's name; its file is `id.csv`.
    public let id: String
    public let title: Bilingual
    public let columns: [ColumnSchema]
    /// The column whose values are unique, where there is one.
    public let key: String?
    /// Other headers that are read as one of the columns.
    var aliases: [String: String] = [:]

    public var file: String { id + ".csv" }

    func column(_ id: String) -> ColumnSchema? { columns.first { $0.id == id } }
}

/// What one column of a dataset's table holds.
public struct ColumnSchema: Sendable {
    public enum Content: Sendable, Equatable {
        case text
        /// A partial date.
        case date
        case number(ClosedRange<Double>?)
        case count(atLeast: Int)
        case yesNo
        case oneOf([String])
        case evidence
        /// An id of another table.
        case reference(table: String, column: String)
    }

    public let field: Field
    public let content: Content
    /// Whether the column must be there and its cells filled.
    public let isRequired: Bool

    public var id: String { field.id }

    init(
        _ id: String, _ content: Content = .text, required: Bool = false, en: String, fr: String
    ) {
        field = Field(id, description: Bilingual(en: en, fr: fr))
        self.content = content
        isRequired = required
    }
}
