import NetworkModel
import Tabular
import Vocabulary

/// The header of a table: which column stands where.
struct TableHeader {
    private(set) var positions: [String: Int] = [:]
    private(set) var further: [(name: String, position: Int)] = []
    private(set) var findings = Findings()

    /// Reads the current row of `csv` as a header. Case does not count.
    init(_ csv: CSVReader, _ schema: TableSchema, file: String) {
        let known = Set(schema.columns.map(\.id))
        var seen: Set<String> = []
        for position in csv.fields.indices {
            let name = csv.string(position)
            let place = Place(file: file, line: csv.line, column: name.isEmpty ? String(position + 1) : Excerpt.of(name))
            guard !name.isEmpty else {
                findings.add(
                    .warning, "unnamed-column", "The column has no name; it was left out.",
                    remedy: "Name it, or delete it.", at: place)
                continue
            }
            let id = schema.aliases[name.lowercased()] ?? name.lowercased()
            guard seen.insert(id).inserted else {
                findings.add(
                    .error, "duplicate-column", "The column \"\(Excerpt.of(name))\" is there twice.",
                    remedy: "Rename or delete one of them.", at: place)
                continue
            }
            if known.contains(id) { positions[id] = position } else { further.append((name, position)) }
        }
        reportMissing(schema, file: file, line: csv.line)
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
