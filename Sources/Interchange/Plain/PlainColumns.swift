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
    mutating func take<Value>(_ name: String, _ read: (String) -> Value?) -> [Value?]? {
        guard let place = place(of: name) else { return nil }
        var values: [Value?] = []
        values.reserveCapacity(rowCount)
        for text in further[place].values {
            let value = text.flatMap(read)
            guard value != nil || text == nil else {
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
    static func number(_ text: String) -> Double? { CSVNumber.double(trimmed(text)) }

    static func amountOrMore(_ text: String) -> Double? { number(text).flatMap { $0 >= 0 ? $0 : nil } }

    static func share(_ text: String) -> Double? { number(text).flatMap { (0...1).contains($0) ? $0 : nil } }

    static func count(_ text: String, atLeast least: Double) -> Int? {
        number(text).flatMap { $0 == $0.rounded() && $0 >= least && $0 <= 1e12 ? Int($0) : nil }
    }

    static func flag(_ text: String) -> Bool? {
        switch trimmed(text).lowercased() {
        case "yes", "true", "1", "oui", "vrai": true
        case "no", "false", "0", "non", "faux": false
        default: nil
        }
    }

    /// `2007`, `2007-04`, `2007-04-15`, with a time behind it that is left out, or `2007.0`.
    static func date(_ text: String) -> PartialDate? {
        let text = trimmed(text)
        if let date = PartialDate(text) { return date }
        if text.utf8.count > 10, text.utf8.count < 40, text.dropFirst(10).first == "T" {
            return PartialDate(text.prefix(10))
        }
        guard text.utf8.count <= 6, let year = number(text), year == year.rounded() else { return nil }
        return PartialDate(year: Int(year))
    }

    static func status(_ text: String) -> TieStatus? { TieStatus(rawValue: trimmed(text).lowercased()) }

    static func trimmed(_ text: String) -> String {
        let isSpace = { (character: Character) in character == " " || character.isNewline || character == "\t" }
        guard text.first.map(isSpace) ?? false || text.last.map(isSpace) ?? false else { return text }
        return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
