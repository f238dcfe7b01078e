import Tabular
import Vocabulary

/// What every column of a set of tables means: read from the columns' own fields and nothing else.
public struct Codebook: Sendable {
    private let tables: [Table]

    /// The codebook of these tables, in their order.
    public init(_ tables: [Table]) {
        self.tables = tables
    }

    /// One row for each column of each table, in both languages.
    public func table() -> Table {
        let rows = tables.flatMap { table in table.columns.map { (table.name, $0) } }
        func text(_ value: (String, Column) -> String?) -> Column.Values {
            .text(rows.map { value($0.0, $0.1).flatMap { $0.isEmpty ? nil : $0 } })
        }
        return Table(
            name: "codebook",
            columns: [
                Column(Self.fields[0], text { name, _ in name }),
                Column(Self.fields[1], text { $1.field.id }),
                Column(Self.fields[2], text { $1.field.title.en }),
                Column(Self.fields[3], text { $1.field.title.fr }),
                Column(Self.fields[4], text { $1.values.typeName }),
                Column(Self.fields[5], text { $1.field.unit?.en }),
                Column(Self.fields[6], text { $1.field.range.map(Self.text) }),
                Column(Self.fields[7], text { $1.field.description.en }),
                Column(Self.fields[8], text { $1.field.description.fr }),
                Column(Self.fields[9], text { $1.field.formula }),
                Column(Self.fields[10], text { $1.field.references.map(\.full).joined(separator: " ") }),
            ])
    }

    private static let fields = [
        Field("table", description: Bilingual(en: "The table.", fr: "La table.")),
        Field("column", description: Bilingual(en: "The column.", fr: "La colonne.")),
        Field("title_en", description: Bilingual(en: "Its name in English.", fr: "Son nom en anglais.")),
        Field("title_fr", description: Bilingual(en: "Its name in French.", fr: "Son nom en français.")),
        Field("type", description: Bilingual(en: "The type of its values.", fr: "Le type de ses valeurs.")),
        Field("unit", description: Bilingual(en: "Their unit.", fr: "Leur unité.")),
        Field("range", description: Bilingual(en: "Where they lie.", fr: "Où elles se situent.")),
        Field(
            "description_en",
            description: Bilingual(en: "How to read it, in English.", fr: "Comment la lire, en anglais.")),
        Field(
            "description_fr",
            description: Bilingual(en: "How to read it, in French.", fr: "Comment la lire, en français.")),
        Field("formula", description: Bilingual(en: "LaTeX.", fr: "LaTeX.")),
        Field("sources", description: Bilingual(en: "Publications.", fr: "Publications.")),
    ]

    /// `[0, 1]`, `[0, ∞)`.
    static func text(_ range: ClosedRange<Double>) -> String {
        func bound(_ value: Double) -> String { value.isFinite ? NumberText.shortest(value) : value < 0 ? "−∞" : "∞" }
        let open = range.lowerBound.isFinite ? "[" : "("
        let close = range.upperBound.isFinite ? "]" : ")"
        return "\(open)\(bound(range.lowerBound)), \(bound(range.upperBound))\(close)"
    }

    /// The codebook as a page that people read: one section for each table.
    public func markdown(_ language: Language, title: String) -> String {
        let french = language == .french
        var page = french ? "# Dictionnaire des variables : \(title)\n" : "# Codebook: \(title)\n"
        page += french
            ? "\nUne cellule vide signifie « non défini » ou « inconnu », jamais zéro.\n"
            : "\nAn empty cell means \"undefined\" or \"not known\", never zero.\n"
        for table in tables {
            page += "\n## `\(table.name).csv`\n"
            for column in table.columns { page += Self.entry(column, language) }
        }
        return page
    }

    private static func entry(_ column: Column, _ language: Language) -> String {
        let field = column.field
        var lines = ["\n### `\(field.id)`", ""]
        var head = field.title.text(language) == field.id ? "" : "**\(field.title.text(language))**"
        if let range = field.range { head += (head.isEmpty ? "" : ", ") + text(range) }
        if let unit = field.unit { head += (head.isEmpty ? "" : ", ") + unit.text(language) }
        if !head.isEmpty { lines += [head, ""] }
        let description = field.description.text(language)
        if !description.isEmpty { lines += [description, ""] }
        if let formula = field.formula, !formula.isEmpty { lines += ["$$\(formula)$$", ""] }
        if !field.references.isEmpty {
            lines += ["*\(field.references.map(\.full).joined(separator: " "))*", ""]
        }
        return lines.dropLast().joined(separator: "\n") + "\n"
    }
}

extension Column.Values {
    /// Whether its values can be compared with a range; a flag's cannot.
    var isNumeric: Bool {
        switch self {
        case .number, .integer: true
        case .text, .flag: false
        }
    }

    /// The type's name in Frictionless table schemas.
    var typeName: String {
        switch self {
        case .text: "string"
        case .number: "number"
        case .integer: "integer"
        case .flag: "boolean"
        }
    }
}
