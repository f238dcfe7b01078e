import TOMLKit
import Vocabulary

/// A section of a mapping, whose values are taken one by one, since the library's decoder would call a wrong type a
/// missing key.
struct MappingSection {
    private let table: TOMLTable
    private let file: String
    private let name: String

    init(_ table: TOMLTable, _ file: String, _ name: String) {
        (self.table, self.file, self.name) = (table, file, name)
    }

    var keys: [String] { table.keys.sorted() }

    func fault(_ message: String, _ remedy: String) -> MilieuError {
        MilieuError(
            .usage, message, remedy: remedy, at: Place(file: Excerpt.of(file), column: name.isEmpty ? nil : name))
    }

    func refuseOthers(_ known: [String]) throws(MilieuError) {
        guard let other = keys.first(where: { !known.contains($0) }) else { return }
        throw fault(
            "A mapping has no \"\(Excerpt.of(other))\" here.",
            NearestMatch.hint(other, in: known) + "It has: \(known.joined(separator: ", ")).")
    }

    func text(_ key: String) throws(MilieuError) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else { throw fault("\"\(Excerpt.of(key))\" is no text.", "Write it in quotes.") }
        return text
    }

    func flag(_ key: String) throws(MilieuError) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else {
            throw fault("\"\(Excerpt.of(key))\" is neither true nor false.", "Write one of them.")
        }
        return flag
    }

    /// A text, or a list of texts.
    func texts(_ key: String) throws(MilieuError) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return [text] }
        guard let list = value.array else { throw fault("\"\(Excerpt.of(key))\" is no text.", "Write it in quotes.") }
        var texts: [String] = []
        for place in 0..<list.count {
            guard let text = list[place].string else {
                throw fault("The list \"\(Excerpt.of(key))\" holds what is no text.", "Write each in quotes.")
            }
            texts.append(text)
        }
        return texts
    }

    func section(_ key: String) throws(MilieuError) -> MappingSection? {
        guard let value = table[key] else { return nil }
        guard let section = value.table else {
            throw fault(
                "\"\(Excerpt.of(key))\" is a table of names and values.", "Write [\(key)] on a line of its own.")
        }
        return MappingSection(section, file, name.isEmpty ? key : "\(name).\(key)")
    }

    func sections(_ key: String) throws(MilieuError) -> [MappingSection] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else {
            throw fault("\"\(Excerpt.of(key))\" is a list of tables.", "Write [[\(key)]].")
        }
        var sections: [MappingSection] = []
        for place in 0..<list.count {
            guard let section = list[place].table else {
                throw fault("\"\(Excerpt.of(key))\" is a list of tables.", "Write [[\(key)]].")
            }
            sections.append(MappingSection(section, file, "\(key)[\(place + 1)]"))
        }
        return sections
    }

    /// Rows that are taken, by a column and the values of its cells.
    func conditions(_ key: String) throws(MilieuError) -> [SourceTable.Condition] {
        guard let section = try section(key) else { return [] }
        var conditions: [SourceTable.Condition] = []
        for column in section.keys {
            conditions.append(SourceTable.Condition(column: column, values: Set(try section.texts(column) ?? [])))
        }
        return conditions
    }

    /// A column: a header, several, or a table that says what becomes of them.
    func column(_ key: String) throws(MilieuError) -> SourceTable.Column {
        guard let value = table[key], value.string == nil, value.array == nil else {
            return SourceTable.Column(name: key, from: try texts(key) ?? [])
        }
        guard let section = try section(key) else {
            throw fault("\"\(Excerpt.of(key))\" is no column.", "Write a header in quotes.")
        }
        try section.refuseOthers(["value", "from", "reads"])
        let from = try section.texts("from") ?? []
        let otherwise = try section.text("value")
        var column = SourceTable.Column(name: key, from: from, otherwise: otherwise)
        if let word = try section.text("reads") {
            guard let reads = SourceTable.Reads(rawValue: word) else {
                let known = SourceTable.Reads.allCases.map(\.rawValue)
                throw section.fault(
                    "A column cannot be read as \"\(Excerpt.of(word))\".",
                    "Write one of: \(known.joined(separator: ", ")).")
            }
            guard !reads.isOfTwo || from.count == 2 else {
                throw section.fault("Coordinates are read from two columns.", "Write from = [\"X\", \"Y\"].")
            }
            column.reads = reads
        }
        guard otherwise != nil || !from.isEmpty else {
            throw section.fault("The column is made of nothing.", "Write from, or value.")
        }
        return column
    }
}
