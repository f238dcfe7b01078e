import NetworkModel
import Tabular
import Vocabulary

/// The columns of a plain network's nodes or ties, from which those that the model knows are taken
/// one after the other; the rest stays as further ones.
struct PlainColumns {
    private(set) var further: [(name: String, values: [String?])]
    let rowCount: Int
    /// Names of columns that were taken.
    private var taken: Set<String> = []
    private(set) var notes: [(column: String, what: String)] = []

    init(_ table: PlainTable, rowCount: Int) {
        self.rowCount = rowCount
        further = table.columns.map { ($0.name, table.values($0, rowCount: rowCount)) }
    }

    /// Empties the cells that say that nothing is known: in a column of numbers any word for that (igraph's `NaN` in
    /// DOT), in one of texts `None`, which Python makes of nothing and igraph writes into GraphML, GML and DOT.
    ///
    /// - Returns: the columns, each with such a word and how many cells it had.
    mutating func emptyMissing() -> [(column: String, word: String, count: Int)] {
        var found: [(column: String, word: String, count: Int)] = []
        for place in further.indices {
            let (name, values) = further[place]
            let isOfNumbers = Self.isOfNumbers(values)
            let cells = values.indices.filter { cell in
                guard let text = values[cell] else { return false }
                return isOfNumbers ? MissingWords.contains(text) : text == "None"
            }
            guard let first = cells.first, let word = values[first] else { continue }
            for cell in cells { further[place].values[cell] = nil }
            found.append((name, word, cells.count))
        }
        return found
    }

    /// Whether some cells are numbers and all others say at most that nothing is known.
    private static func isOfNumbers(_ values: [String?]) -> Bool {
        var hasNumber = false
        for text in values.lazy.compactMap({ $0 }) {
            if CSVNumber.double(text) != nil {
                hasNumber = true
            } else if !MissingWords.contains(text) {
                return false
            }
        }
        return hasNumber
    }

    /// Case does not count in the names of columns that the model knows.
    func has(_ name: String) -> Bool { place(of: name) != nil }

    func values(_ name: String) -> [String?]? { place(of: name).map { further[$0].values } }

    private func place(of name: String) -> Int? {
        further.firstIndex { $0.name == name } ?? further.firstIndex { $0.name.lowercased() == name }
    }

    mutating func take(_ name: String) -> [String?]? {
        guard let place = place(of: name) else { return nil }
        taken.insert(name)
        return further.remove(at: place).values
    }

    /// Takes a column whose every cell reads as what it should hold; one that does not stays what
    /// it is, since the file may mean something else by its name.
    mutating func take(
        _ name: String, _ content: ColumnSchema.Content, isKnown: (String) -> Bool = { _ in true }
    ) -> [CellValue?]? {
        guard let place = place(of: name) else { return nil }
        var values: [CellValue?] = []
        values.reserveCapacity(rowCount)
        for text in further[place].values {
            let value = text.flatMap { PlainCell.value($0, content, isKnown: isKnown) }
            let isOpen = name == "until" && DateText.isOpenEnd(text ?? "")
            guard value != nil || text == nil || isOpen || PlainCell.mayBeEmpty(content) else {
                notes.append((further[place].name, Excerpt.of(text ?? "")))
                return nil
            }
            values.append(value)
        }
        taken.insert(name)
        further.remove(at: place)
        return values
    }
}

extension PlainColumns {
    /// Takes all that the columns of a table's rows can be, by their ids.
    mutating func take(
        _ columns: [ColumnSchema], isKnown: (String) -> Bool = { _ in true }
    ) -> [String: [CellValue?]] {
        var cells: [String: [CellValue?]] = [:]
        for column in columns where cells[column.id] == nil {
            cells[column.id] = take(column.id, column.content, isKnown: isKnown)
        }
        return cells
    }

    /// Gives the further columns names that differ when case does not count, as it does not in
    /// tables, and are none of the reserved ones. Returns those that were changed.
    mutating func makeNamesUnique(_ reserved: Set<String>) -> [(old: String, new: String)] {
        var taken = reserved.union(taken)
        var changes: [(String, String)] = []
        for place in further.indices {
            let old = further[place].name
            var new = old.isEmpty ? "attribute" : old
            while !taken.insert(new.lowercased()).inserted { new += "_" }
            guard new != old else { continue }
            further[place].name = new
            changes.append((old, new))
        }
        return changes
    }
}

/// How the cells of attributes that the model knows are read.
enum PlainCell {
    /// What a cell of a declared column says; nil where it is none of what the column holds.
    ///
    /// - Parameter isKnown: whether an id is one of the rows that the column can name.
    static func value(
        _ text: String, _ content: ColumnSchema.Content, isKnown: (String) -> Bool = { _ in true }
    ) -> CellValue? {
        switch content {
        case .text: return .text(text)
        case .date: return date(text).map(CellValue.date)
        case .number(let range):
            return number(text).flatMap { range?.contains($0) ?? true ? .number($0) : nil }
        case .count(let least):
            return number(text).flatMap {
                $0 == $0.rounded() && $0 >= Double(least) && $0 <= 1e12 ? .count(Int($0)) : nil
            }
        case .yesNo: return flag(text).map(CellValue.flag)
        case .oneOf(let words, _):
            return words.first { $0.isSaid(by: text) }.map { .text($0.id) }
        case .layer: return .text(text.lowercased())
        case .evidence:
            let list = Evidence.list(text)
            return list.isEmpty ? nil : .evidence(list)
        case .reference: return isKnown(text) ? .row(id: text, position: -1) : nil
        case .references:
            let ids = TableReader.ids(text)
            return ids.allSatisfy(isKnown) ? .ids(ids) : nil
        }
    }

    /// Whether a text can say nothing and be none of another column.
    static func mayBeEmpty(_ content: ColumnSchema.Content) -> Bool { content == .evidence }

    static func number(_ text: String) -> Double? { CSVNumber.double(trimmed(text)) }

    static func flag(_ text: String) -> Bool? {
        switch trimmed(text).lowercased() {
        case "yes", "true", "1", "oui", "vrai": true
        case "no", "false", "0", "non", "faux": false
        default: nil
        }
    }

    /// A date in one of the forms that can be read in one way only.
    static func date(_ text: String) -> PartialDate? {
        if let date = PartialDate(text) { return date }
        guard let read = DateText(text), read.form != .ambiguous else { return nil }
        return read.date
    }

    static func trimmed(_ text: String) -> String { TrimmedText.of(text) }
}

extension DatasetTable {
    /// Fills a row with the cells that were taken for its columns.
    func fill(_ row: inout Row, _ place: Int, _ cells: (DatasetColumn<Row>) -> [CellValue?]?) {
        for column in columns {
            if let values = cells(column), let value = values[place] { column.set(&row, value) }
        }
    }
}
