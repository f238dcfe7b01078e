import NetworkModel
import Tabular
import Vocabulary

/// The header of a table: which column stands where.
struct TableHeader {
    private(set) var positions: [String: Int] = [:]
    private(set) var further: [(name: String, position: Int)] = []
    private(set) var findings = Findings()

    /// Reads the current row of `csv` as a header. Case does not count; other words for a column are read as it
    /// where no column has its id.
    ///
    /// - Parameter chosen: columns that somebody has found already, by position; no id: it is a further one, or,
    ///   where it has no name, none.
    init(_ csv: CSVReader, _ schema: TableSchema, file: String, chosen: [Int: String] = [:]) {
        let names = csv.fields.indices.map { csv.string($0) }
        for (position, id) in chosen where !id.isEmpty { positions[id] = position }
        var isTaken = Set(chosen.keys)
        for (position, name) in names.enumerated() where !isTaken.contains(position) {
            guard schema.column(name.lowercased()) != nil, positions[name.lowercased()] == nil else { continue }
            positions[name.lowercased()] = position
            isTaken.insert(position)
        }
        var translated: [String] = []
        for (position, name) in names.enumerated() where !isTaken.contains(position) {
            guard let id = schema.column(headed: name)?.id, positions[id] == nil else { continue }
            positions[id] = position
            isTaken.insert(position)
            translated.append("\"\(Excerpt.of(name))\" as \(id)")
        }
        takeFurther(
            names, isTaken.subtracting(chosen.filter { $1.isEmpty }.keys), nameless: Set(chosen.keys), csv, file)
        if !translated.isEmpty {
            findings.add(
                .note, "column-words",
                "Columns were read by other words for them: \(translated.joined(separator: ", ")).",
                remedy: "Nothing needs to be done, if that is what they hold.", at: Place(file: file, line: csv.line))
        }
        reportMissing(schema, file: file, line: csv.line)
    }

    /// Each column one place further to the right.
    mutating func shift() {
        positions = positions.mapValues { $0 + 1 }
        further = further.map { ($0.name, $0.position + 1) }
    }

    private mutating func takeFurther(
        _ names: [String], _ isTaken: Set<Int>, nameless: Set<Int>, _ csv: CSVReader, _ file: String
    ) {
        var seen: Set<String> = []
        for (position, name) in names.enumerated() {
            let place = Place(
                file: file, line: csv.line, column: name.isEmpty ? String(position + 1) : Excerpt.of(name))
            guard !name.isEmpty else {
                if nameless.contains(position) { continue }
                findings.add(
                    .warning, "unnamed-column", "The column has no name; it was left out.",
                    remedy: "Name it, or delete it.", at: place)
                continue
            }
            guard seen.insert(name.lowercased()).inserted else {
                findings.add(
                    .error, "duplicate-column", "The column \"\(Excerpt.of(name))\" is there twice.",
                    remedy: "Rename or delete one of them.", at: place)
                continue
            }
            if !isTaken.contains(position) { further.append((name, position)) }
        }
    }

    private mutating func reportMissing(_ schema: TableSchema, file: String, line: Int) {
        for column in schema.columns where column.isRequired && positions[column.id] == nil {
            let nearest = NearestMatch.find(column.id, in: further.map(\.name))
            findings.add(
                .error, "missing-column", "The column \"\(column.id)\" is missing.",
                remedy: nearest.map { "Rename the column \"\(Excerpt.of($0))\"?" } ?? "Add it to the header.",
                at: Place(file: file, line: line, column: column.id))
        }
        // A column that may be left out, misspelt, would be read as a further one in silence.
        let optional = schema.columns.filter { !$0.isRequired && positions[$0.id] == nil }.map(\.id)
        for (name, _) in further.prefix(Findings.keptOfEachCode) {
            guard let nearest = NearestMatch.find(name, in: optional) else { continue }
            findings.add(
                .warning, "unknown-column", "The column \"\(Excerpt.of(name))\" is kept as a further one.",
                remedy: "If \"\(nearest)\" is meant, rename it.",
                at: Place(file: file, line: line, column: Excerpt.of(name)))
        }
    }
}
