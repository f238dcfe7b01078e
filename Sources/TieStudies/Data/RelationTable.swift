import NetworkModel
import Tabular
import Vocabulary

/// A table that tells numbers of pairs, read by what is known already: who the actors are.
///
/// Whether it is a matrix or a list, has a header or not, and which column holds the number follows from where their ids
/// stand: an actor may be called V1, and a number "km".
public enum RelationTable {
    /// The pairs as a network, each told the way it stands.
    ///
    /// - Parameter ids: of the actors; others in the table are left out.
    /// - Returns: nil where the table is neither a matrix nor a list of these actors.
    /// - Throws: `MilieuError` of cause `data` where a cell holds no number, or a list has several columns of numbers.
    /// - Complexity: O(cells).
    public static func network(_ bytes: [UInt8], file: String, over ids: [String]) throws(MilieuError) -> Network? {
        var places: [String: Int32] = [:]
        for (place, id) in ids.enumerated() { places[id] = Int32(truncatingIfNeeded: place) }
        var csv = CSVReader(bytes, file: file)
        guard csv.next() else { return nil }
        let first = csv.fields.indices.map { csv.string($0) }
        let named = Set(first.compactMap { places[$0] }).count
        let isMatrix = first.count > 3 && named >= min(3, ids.count)
        let pairs = isMatrix ? try matrix(&csv, first, places) : try list(&csv, first, places)
        guard let pairs else { return nil }
        let seen = Set(pairs.sources).union(pairs.targets).union(pairs.named).sorted()
        var moved = [Int32](repeating: 0, count: ids.count)
        for (place, id) in seen.enumerated() { moved[Int(id)] = Int32(truncatingIfNeeded: place) }
        return try Network(
            description: DatasetDescription(name: file), actors: Actors(ids: seen.map { ids[Int($0)] }),
            ties: Ties(
                sources: pairs.sources.map { moved[Int($0)] }, targets: pairs.targets.map { moved[Int($0)] },
                weights: pairs.weights),
            tieKinds: [TieKind(id: "relation", isDirected: true)])
    }

    private struct Pairs {
        var sources: [Int32] = []
        var targets: [Int32] = []
        var weights: [Double] = []
        /// Actors that the table names, with a pair or without.
        var named: Set<Int32> = []

        mutating func add(_ one: Int32, _ other: Int32, _ weight: Double) {
            sources.append(one)
            targets.append(other)
            weights.append(weight)
        }
    }

    private static func number(_ csv: CSVReader, _ field: Int) throws(MilieuError) -> Double {
        let cell = csv.fields[field]
        let bytes = csv.bytes[cell.start..<cell.end]
        if let number = CSVNumber.double(bytes, decimalComma: csv.dialect.readsDecimalComma) { return number }
        let text = csv.string(field)
        throw MilieuError(
            .data,
            text.isEmpty
                ? Bilingual(en: "The pair has no number.", fr: "La paire n'a pas de nombre.")
                : Bilingual(
                    en: "\"\(Excerpt.of(text))\" is no number.", fr: "« \(Excerpt.of(text)) » n'est pas un nombre."),
            remedy: Bilingual(
                en: "Write the number of the pair; 0 where there is nothing.",
                fr: "Écrivez le nombre de la paire ; 0 là où il n'y a rien."),
            at: Place(file: csv.file, line: csv.line))
    }

    /// The header may lack the corner, as R writes it.
    private static func matrix(
        _ csv: inout CSVReader, _ header: [String], _ places: [String: Int32]
    ) throws(MilieuError) -> Pairs? {
        var pairs = Pairs()
        while csv.next() {
            let shift = csv.fields.count - header.count
            guard shift == 0 || shift == 1, let row = places[csv.string(0)] else {
                guard shift == 0 || shift == 1 else {
                    throw MilieuError(
                        .data,
                        Bilingual(
                            en:
                                "The row has \(csv.fields.count, en: "cell", "cells"), and the first row \(header.count).",
                            fr:
                                "La ligne a \(csv.fields.count, fr: "cellule", "cellules"), et la première ligne \(header.count)."
                        ),
                        remedy: Bilingual(
                            en: "Give each row a label and a cell for each column.",
                            fr: "Donnez à chaque ligne une étiquette et une cellule par colonne."),
                        at: Place(file: csv.file, line: csv.line))
                }
                continue
            }
            pairs.named.insert(row)
            for field in 1..<csv.fields.count {
                guard let column = places[header[field - shift]], column != row else { continue }
                pairs.named.insert(column)
                pairs.add(row, column, try number(csv, field))
            }
        }
        return pairs.named.isEmpty ? nil : pairs
    }

    private static func list(
        _ csv: inout CSVReader, _ first: [String], _ places: [String: Int32]
    ) throws(MilieuError) -> Pairs? {
        var pairs = Pairs()
        var columns: (one: Int, other: Int, number: Int?)?
        let isHeader = first.count { places[$0] != nil } < 2
        if isHeader { guard csv.next() else { return nil } }
        repeat {
            let cells = csv.fields.indices.map { csv.string($0) }
            if columns == nil {
                let ends = cells.indices.filter { places[cells[$0]] != nil }
                guard ends.count > 1 else { continue }
                columns = (ends[0], ends[1], try numbers(csv, ends, isHeader ? first : []))
            }
            guard let columns, cells.count > max(columns.one, columns.other) else { continue }
            guard let one = places[cells[columns.one]], let other = places[cells[columns.other]] else { continue }
            var weight = 1.0
            if let place = columns.number {
                guard place < cells.count else { continue }
                weight = try number(csv, place)
            }
            pairs.named.formUnion([one, other])
            if one != other { pairs.add(one, other, weight) }
        } while csv.next()
        return columns == nil ? nil : pairs
    }

    /// Which column holds the number: that called weight, or the only one of numbers; nil: there is none.
    private static func numbers(_ csv: CSVReader, _ ends: [Int], _ header: [String]) throws(MilieuError) -> Int? {
        let found = csv.fields.indices.filter { $0 != ends[0] && $0 != ends[1] }.filter { field in
            (try? number(csv, field)) != nil
        }
        let names = ["weight", "value", "poids", "valeur"]
        if let called = found.first(where: { $0 < header.count && names.contains(header[$0].lowercased()) }) {
            return called
        }
        guard found.count < 2 else {
            let columns = found.map { field in
                field < header.count
                    ? Bilingual(Excerpt.of(header[field]))
                    : Bilingual(en: "column \(field + 1)", fr: "colonne \(field + 1)")
            }.joined(separator: ", ")
            throw MilieuError(
                .data,
                Bilingual(
                    en: "The list has several columns of numbers: \(columns.en).",
                    fr: "La liste a plusieurs colonnes de nombres : \(columns.fr)."),
                remedy: Bilingual(
                    en: "Leave one, or call one of them weight.",
                    fr: "N'en gardez qu'une, ou appelez l'une d'elles weight."),
                at: Place(file: csv.file, line: 1))
        }
        return found.first
    }
}
