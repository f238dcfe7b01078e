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
        var translated: [Bilingual] = []
        for (position, name) in names.enumerated() where !isTaken.contains(position) {
            guard let id = schema.column(headed: name)?.id, positions[id] == nil else { continue }
            positions[id] = position
            isTaken.insert(position)
            let told = Excerpt.of(name)
            translated.append(Bilingual(en: "\"\(told)\" as \(id)", fr: "« \(told) » comme \(id)"))
        }
        takeFurther(
            names, isTaken.subtracting(chosen.filter { $1.isEmpty }.keys), nameless: Set(chosen.keys), csv, file)
        if !translated.isEmpty {
            findings.add(
                .note, "column-words",
                Bilingual(
                    en: "Columns were read by other words for them: \(translated.map(\.en).joined(separator: ", ")).",
                    fr:
                        "Des colonnes ont été lues sous d'autres mots que les leurs : \(translated.map(\.fr).joined(separator: ", "))."
                ),
                remedy: Bilingual(
                    en: "Nothing needs to be done, if that is what they hold.",
                    fr: "Rien à faire, si c'est bien ce qu'elles contiennent."), at: Place(file: file, line: csv.line))
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
                    .warning, "unnamed-column",
                    Bilingual(
                        en: "The column has no name; it was left out.",
                        fr: "La colonne n'a pas de nom ; elle a été laissée de côté."),
                    remedy: Bilingual(en: "Name it, or delete it.", fr: "Nommez-la, ou supprimez-la."), at: place)
                continue
            }
            guard seen.insert(name.lowercased()).inserted else {
                findings.add(
                    .error, "duplicate-column",
                    Bilingual(
                        en: "The column \"\(Excerpt.of(name))\" is there twice.",
                        fr: "La colonne « \(Excerpt.of(name)) » y est deux fois."),
                    remedy: Bilingual(en: "Rename or delete one of them.", fr: "Renommez ou supprimez l'une d'elles."),
                    at: place)
                continue
            }
            if !isTaken.contains(position) { further.append((name, position)) }
        }
    }

    private mutating func reportMissing(_ schema: TableSchema, file: String, line: Int) {
        for column in schema.columns where column.isRequired && positions[column.id] == nil {
            let nearest = NearestMatch.find(column.id, in: further.map(\.name))
            findings.add(
                .error, "missing-column",
                Bilingual(en: "The column \"\(column.id)\" is missing.", fr: "La colonne « \(column.id) » manque."),
                remedy: nearest.map {
                    Bilingual(
                        en: "Rename the column \"\(Excerpt.of($0))\"?",
                        fr: "Faut-il renommer la colonne « \(Excerpt.of($0)) » ?")
                } ?? Bilingual(en: "Add it to the header.", fr: "Ajoutez-la à l'en-tête."),
                at: Place(file: file, line: line, column: column.id))
        }
        // A column that may be left out, misspelt, would be read as a further one in silence.
        let optional = schema.columns.filter { !$0.isRequired && positions[$0.id] == nil }.map(\.id)
        for (name, _) in further.prefix(Findings.keptOfEachCode) {
            guard let nearest = NearestMatch.find(name, in: optional) else { continue }
            findings.add(
                .warning, "unknown-column",
                Bilingual(
                    en: "The column \"\(Excerpt.of(name))\" is kept as a further one.",
                    fr: "La colonne « \(Excerpt.of(name)) » est gardée comme colonne supplémentaire."),
                remedy: Bilingual(
                    en: "If \"\(nearest)\" is meant, rename it.",
                    fr: "Si c'est « \(nearest) » qui est visé, renommez-la."),
                at: Place(file: file, line: line, column: Excerpt.of(name)))
        }
    }
}
