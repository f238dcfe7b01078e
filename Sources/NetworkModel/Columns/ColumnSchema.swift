import Vocabulary

/// What one column of a dataset's table holds: its id, its words, the kind of its cells.
///
/// This is the part of a declaration that knows nothing of the row's type: schema, guide, templates, codebook
/// and data package read it.
public struct ColumnSchema: Sendable {
    /// What a cell can hold; a reader turns its text into the `CellValue` of the same kind.
    public enum Content: Sendable, Equatable {
        /// Any text.
        case text
        /// A partial date.
        case date
        /// Nil: any finite number.
        case number(ClosedRange<Double>?)
        /// A whole number that is not less.
        case count(atLeast: Int)
        /// Yes or no, in the words that a reader takes for them.
        case yesNo
        /// One of a few words; `code` names the finding of any other.
        case oneOf([Word], code: String)
        /// The id of a layer, or one of the further words for what a dataset can look for.
        case layer(also: [String])
        /// Sources and the places in them, `id:place; id:place`.
        case evidence
        /// The id of a row of another table.
        case reference(table: String, column: String)
        /// Ids of rows of another table, with semicolons between.
        case references(table: String, column: String)
    }

    /// A word that a cell can hold, and what it is called.
    public struct Word: Sendable, Equatable {
        /// As the cell writes it.
        public let id: String
        /// What readers see; the id where nothing else is said.
        public let name: Bilingual

        /// Other words that are read as this one.
        public let also: [String]

        /// Without a name, a word that is the same in both languages.
        public init(_ id: String, _ name: Bilingual? = nil, also: [String] = []) {
            self.id = id
            self.name = name ?? Bilingual(id)
            self.also = also
        }

        /// Whether a cell says this word, in English or French; case and accents do not count.
        public func isSaid(by text: String) -> Bool {
            let folded = FoldedWord.of(text)
            return !folded.isEmpty && ([id, name.en, name.fr] + also).contains { FoldedWord.of($0) == folded }
        }
    }

    /// Which datasets have the column.
    public enum Need: Sendable {
        /// It must be there and its cells filled.
        case required
        /// Most have it: templates and exports show it though it is empty.
        case usual
        /// Some have it: templates leave it out, and exports where nothing is told.
        case special
    }

    /// The column's header: lower-case ASCII snake_case.
    public let id: String
    /// What it holds, without a full stop.
    public let description: Bilingual
    /// What kind of cells it has.
    public let content: Content
    /// Whether every dataset has it.
    public private(set) var need: Need
    /// The unit of its numbers.
    public let unit: Bilingual?
    /// What an empty cell means, where that is a value.
    public let fallback: CellValue?
    /// Whether it holds words of the researcher's to themselves, which no export prints.
    public let isRemark: Bool
    /// What network files call it where that is not its id: an event's `date` is what an actor's `since` is.
    public let nodeName: String
    /// Other headers that are read as this column, in English and French; case, accents and spaces do not count.
    public let also: [String]

    /// Whether a table without it, or a row without a value, is an error.
    public var isRequired: Bool { need == .required }

    /// A column; `nodeName` is given only where network files call it something else, `en` and `fr` have no full stop.
    public init(
        _ id: String, _ content: Content = .text, _ need: Need = .usual, unit: Bilingual? = nil,
        fallback: CellValue? = nil, isRemark: Bool = false, nodeName: String? = nil, also: [String] = [], en: String,
        fr: String
    ) {
        self.id = id
        self.content = content
        self.need = need
        self.unit = unit
        self.fallback = fallback
        self.isRemark = isRemark
        self.nodeName = nodeName ?? id
        self.also = also
        description = Bilingual(en: en, fr: fr)
    }

    /// The same column where it may be left out.
    public var optional: ColumnSchema {
        var column = self
        if need == .required { column.need = .usual }
        return column
    }

    /// The description with the words that a cell can hold.
    public func text(_ language: Language) -> String {
        switch content {
        case .oneOf(let words, _):
            "\(description.text(language)) (\(words.map(\.id).joined(separator: ", ")))"
        default: description.text(language)
        }
    }

    /// Where its numbers lie; nil where it has none. Infinite and not-a-number are never among them.
    public var range: ClosedRange<Double>? {
        switch content {
        case .number(let range): range ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        case .count(let least): Double(least)...Double.greatestFiniteMagnitude
        default: nil
        }
    }
}

/// What one table of a dataset holds: reading, writing, the templates, the guide and the data package's
/// descriptor all read this declaration.
public struct TableSchema: Sendable {
    /// The table's name; its file is `id.csv`.
    public let id: String
    /// What guides, codebooks and figures call it.
    public let title: Bilingual
    /// In the order in which templates and exports write them.
    public let columns: [ColumnSchema]
    /// The column whose values are unique, where there is one.
    public let key: String?
    /// What a finding calls one of its rows.
    public let noun: String
    /// The code of the finding that a row which another table names is not there.
    public let unknownCode: String
    /// Whether an empty dataset has it from the start.
    public let isInTemplate: Bool
    /// Other names of the table's file or sheet, without an ending.
    public let also: [String]

    /// A table; `also` are other names of its file or sheet.
    public init(
        _ id: String, title: Bilingual, columns: [ColumnSchema], key: String? = nil, noun: String,
        unknownCode: String = "unknown-id", isInTemplate: Bool = true, also: [String] = []
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.key = key
        self.noun = noun
        self.unknownCode = unknownCode
        self.isInTemplate = isInTemplate
        self.also = also
    }

    /// The name of its file in a dataset's folder.
    public var file: String { id + ".csv" }

    /// The column of that id, not of an alias; nil where there is none.
    public func column(_ id: String) -> ColumnSchema? { columns.first { $0.id == id } }

    /// The column that a header names, by its id or by another word for it; nil: one of the researcher's own.
    public func column(headed header: String) -> ColumnSchema? {
        let folded = FoldedWord.of(header)
        guard !folded.isEmpty else { return nil }
        return columns.first { FoldedWord.of($0.id) == folded }
            ?? columns.first { $0.also.contains { FoldedWord.of($0) == folded } }
    }

    /// Whether a file or sheet of that name, without an ending, holds this table.
    public func isNamed(_ name: String) -> Bool {
        let folded = FoldedWord.of(name)
        return ([id, title.en, title.fr] + also).contains { FoldedWord.of($0) == folded }
    }
}
