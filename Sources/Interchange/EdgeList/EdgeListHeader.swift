import NetworkModel
import Tabular
import Vocabulary

/// Whether a list of ties has a header, and what its columns are.
enum EdgeListHeader {
    /// A reader of the rows: behind the header, or from the first line where there is none.
    ///
    /// A row is a header where it names both ends, in one of the words for them; it may stand below a title. Else a
    /// list of two columns has none, nor has one of three whose third cell is a number, which is said.
    static func open(_ table: OpenedTable) -> TableReader {
        var first = table.csv
        guard first.next() else { return TableReader(EdgeListSchema.table, table) }
        if let header = table.header, header.count == first.fields.count, let ends = EndWords.ends(of: header) {
            return headerless(table, columns: names(header, ends))
        }
        var names = strings(first)
        if EndWords.ends(of: names) != nil, FirstRow.isTie(names, first) { return withoutHeader(table, first, names) }
        var above: [String] = []
        if EndWords.ends(of: names) == nil, !EndWords.hasEnd(names), let below = header(below: first) {
            (first, names, above) = (below.row, strings(below.row), below.above)
        }
        if let ends = EndWords.ends(of: names) { return withHeader(table, at: first, names, above: above, ends) }
        if names.count > 3, names.allSatisfy({ isNumber($0, first.dialect) }) { return numbers(table, first) }
        if EndWords.hasEnd(names) { return TableReader(EdgeListSchema.table, table) }
        guard names.count == 2 || names.count == 3 else { return withoutEnds(table, first, names) }
        return guessed(table, first, names)
    }

    private static func strings(_ row: CSVReader) -> [String] { row.fields.indices.map { row.string($0) } }

    /// The first of the next rows that names both ends, below a title; and the row above it, which may name what it
    /// does not.
    private static func header(below first: CSVReader) -> (row: CSVReader, above: [String])? {
        var row = first
        for _ in 0..<TableReader.linesAbove {
            let above = strings(row)
            guard row.next() else { return nil }
            if EndWords.ends(of: strings(row)) != nil { return (row, above) }
        }
        return nil
    }

    private static func names(_ header: [String], _ ends: (source: Int, target: Int)) -> [String] {
        header.enumerated().map { place, name in
            if place == ends.source { return "source" }
            if place == ends.target { return "target" }
            return EdgeListSchema.table.column(headed: name)?.id ?? name
        }
    }

    // MARK: With a header

    private static func withHeader(
        _ table: OpenedTable, at row: CSVReader, _ own: [String], above: [String], _ ends: (source: Int, target: Int)
    ) -> TableReader {
        var chosen: [Int: String] = [:]
        // A column that the header leaves open may have its name in the row above, of which some cells are merged.
        let names = own.enumerated().map { place, name in
            name.isEmpty && above.indices.contains(place) ? above[place] : name
        }
        for place in names.indices where own[place].isEmpty {
            if let column = EdgeListSchema.table.column(headed: names[place])?.id, !own.contains(column) {
                chosen[place] = column
            }
        }
        // R writes the number or the name of each row in front: with "" above it, or with nothing.
        if own[0].isEmpty { chosen[0] = "" }
        (chosen[ends.source], chosen[ends.target]) = ("source", "target")
        chooseKind(names, row, &chosen)
        let words = chooseWeight(names, row, &chosen)
        var reader = TableReader(
            EdgeListSchema.table, table, header: row, chosen: chosen, rowNames: hasRowNames(own, row))
        if let words {
            reader.report(
                .warning, "weight-words",
                Bilingual(
                    en:
                        "The column \"\(Excerpt.of(words.column))\" holds words such as \"\(Excerpt.of(words.example))\" and no numbers; it is kept as it is, and the ties have no weights.",
                    fr:
                        "La colonne « \(Excerpt.of(words.column)) » contient des mots comme « \(Excerpt.of(words.example)) » et pas de nombres ; elle est gardée telle quelle, et les liens n'ont pas de poids."
                ),
                remedy: Bilingual(
                    en: "Write a number for each word, such as 1, 2, 3, if they are to count.",
                    fr: "Écrivez un nombre pour chaque mot, comme 1, 2, 3, s'ils doivent compter."), column: nil)
        }
        reportDates(&reader)
        reportThirdMode(&reader, own, ends)
        return reader
    }

    /// A date that may be that of a beginning, of an end or of a day is kept and not guessed at.
    private static func reportDates(_ reader: inout TableReader) {
        guard reader.position(of: "since") == nil, reader.position(of: "until") == nil,
            let date = reader.further.first(where: { dates.contains(FoldedWord.of($0.name)) })
        else { return }
        reader.report(
            .note, "date-kept",
            Bilingual(
                en:
                    "The column \"\(Excerpt.of(date.name))\" does not say whether ties began or ended then; it is kept as it is.",
                fr:
                    "La colonne « \(Excerpt.of(date.name)) » ne dit pas si les liens ont alors commencé ou fini ; elle est gardée telle quelle."
            ),
            remedy: Bilingual(
                en: "Call it since or until, if --at is to choose by it.",
                fr: "Appelez-la since ou until, si --at doit choisir d'après elle."), column: nil)
    }

    /// Where the ends are called by what they are (persons, associations), a further column that is called so, too, may
    /// be that of a third sort of actors.
    private static func reportThirdMode(
        _ reader: inout TableReader, _ names: [String], _ ends: (source: Int, target: Int)
    ) {
        guard EndWords.isMode(names[ends.source]), EndWords.isMode(names[ends.target]),
            let third = reader.further.first(where: { EndWords.isMode($0.name) })
        else { return }
        let (source, target) = (Excerpt.of(names[ends.source]), Excerpt.of(names[ends.target]))
        reader.report(
            .warning, "third-mode",
            Bilingual(
                en:
                    "The ties were read from \"\(source)\" to \"\(target)\"; what stands in \"\(Excerpt.of(third.name))\" was kept as an attribute of each tie and is nobody's end.",
                fr:
                    "Les liens ont été lus de « \(source) » à « \(target) » ; ce qui se trouve dans « \(Excerpt.of(third.name)) » a été gardé comme attribut de chaque lien et n'est au bout d'aucun."
            ),
            remedy: Bilingual(
                en:
                    "If these are actors or events of their own, write a list of pairs: source, target, and in the column kind which of the two relations it is.",
                fr:
                    "Si ce sont des acteurs ou des événements à part entière, écrivez une liste de paires : source, target, et dans la colonne kind de laquelle des relations il s'agit."
            ), column: Excerpt.of(third.name))
    }

    private static let dates: Set = ["date", "dates", "year", "annee", "an", "timestamp", "time", "jour", "day"]

    /// Whether the rows have one cell more, in front.
    private static func hasRowNames(_ names: [String], _ row: CSVReader) -> Bool {
        var next = row
        return next.next() && next.fields.count == names.count + 1
    }

    /// A column `type` says the direction, as Gephi has it, where it holds nothing but its words; else it is what
    /// else a type is, the kind.
    private static func chooseKind(_ names: [String], _ row: CSVReader, _ chosen: inout [Int: String]) {
        let folded = names.map { FoldedWord.of($0) }
        if !folded.contains("type"), !folded.contains("orientation"),
            let column = folded.firstIndex(where: { ["directed", "isdirected", "oriente", "dirige"].contains($0) }),
            chosen[column] == nil, holdsFlags(column, row)
        {
            chosen[column] = "type"
        }
        // Graph Commons calls kinds of tie edges.
        if let edge = folded.firstIndex(of: "edge"), folded.contains("fromname"), folded.contains("toname") {
            chosen[edge] = "kind"
        }
        guard let type = folded.firstIndex(of: "type"), chosen[type] == nil else { return }
        var (ahead, words, others) = (row, 0, 0)
        while ahead.next() {
            guard type < ahead.fields.count, !ahead.fields[type].isEmpty else { continue }
            if EdgeListSchema.direction(ahead.string(type)) == nil { others += 1 } else { words += 1 }
        }
        guard others > words else { return }
        chosen[type] = folded.contains("kind") ? "" : "kind"
    }

    /// Whether a column holds nothing but yes and no, in the words of programs.
    private static func holdsFlags(_ column: Int, _ row: CSVReader) -> Bool {
        var (ahead, flags) = (row, 0)
        while ahead.next() {
            guard column < ahead.fields.count, !ahead.fields[column].isEmpty else { continue }
            guard EdgeListSchema.direction(ahead.string(column)) != nil else { return false }
            flags += 1
        }
        return flags > 0
    }

    /// A column that is called by another word for weights is one where the first rows have numbers in it.
    ///
    /// - Returns: one that is called so and holds words, where no other is one.
    private static func chooseWeight(
        _ names: [String], _ row: CSVReader, _ chosen: inout [Int: String]
    ) -> (column: String, example: String)? {
        guard !names.contains(where: { $0.lowercased() == "weight" }), !chosen.values.contains("weight") else {
            return nil
        }
        let candidates = names.indices.filter { chosen[$0] == nil && isWeight(names[$0]) }
        var words: (column: String, example: String)?
        let isOfNumbers = candidates.map { place in
            var ahead = row
            var numbers = 0
            for _ in 0..<200 where ahead.next() {
                guard place < ahead.fields.count, !ahead.fields[place].isEmpty else { continue }
                let text = ahead.string(place)
                if MissingWords.contains(text) { continue }
                guard MarkedNumber(text, decimalComma: true) != nil else {
                    if EdgeListSchema.table.column(headed: names[place]) != nil {
                        words = words ?? (names[place], text)
                    }
                    return false
                }
                numbers += 1
            }
            return numbers > 0
        }
        let found = zip(candidates, isOfNumbers).first { $1 }?.0
        for place in candidates { chosen[place] = place == found ? "weight" : "" }
        return found == nil ? words : nil
    }

    /// Beside the words of a dataset, those by which programs call counts of ties.
    static func isWeight(_ name: String) -> Bool {
        EdgeListSchema.table.column(headed: name)?.id == "weight"
            || ["n", "count", "counts", "nombre", "tiestrength", "score", "nb", "effectif", "times", "occurrences"]
                .contains(FoldedWord.of(name))
    }

    // MARK: Without one

    private static func headerless(_ table: OpenedTable, columns: [String]) -> TableReader {
        TableReader(EdgeListSchema.table, table, columns: columns, findings: Findings())
    }

    /// Two columns are the ends, a third of numbers the weights. Where the third cell of the first line is none and
    /// that of the second is, the first line is a header of the researcher's own words.
    private static func guessed(_ table: OpenedTable, _ first: CSVReader, _ names: [String]) -> TableReader {
        if isOfActors(names, first) {
            var findings = Findings()
            findings.add(
                .error, "no-ties",
                Bilingual(
                    en:
                        "This is a table of actors (\(names.map { Excerpt.of($0) }.joined(separator: ", "))), and none of ties.",
                    fr:
                        "C'est une table d'acteurs (\(names.map { Excerpt.of($0) }.joined(separator: ", "))), et non de liens."
                ),
                remedy: Bilingual(
                    en: "Name the list of ties, and this table with --actors; or put both into a folder.",
                    fr: "Indiquez la liste des liens, et cette table par --actors ; ou mettez les deux dans un dossier."
                ),
                at: Place(file: table.file, line: first.line))
            return TableReader(EdgeListSchema.table, table, columns: [], findings: findings)
        }
        var second = first
        let isBelow = second.next() && second.fields.count == names.count
        if names.count == 3, !isNumber(names[2], first.dialect) {
            guard isBelow, isNumber(second.string(2), first.dialect),
                !isNumber(second.string(0), first.dialect) || !isNumber(names[0], first.dialect)
            else { return TableReader(EdgeListSchema.table, table) }
            let weight = isWeight(names[2]) ? "weight" : names[2]
            var reader = TableReader(
                EdgeListSchema.table, table, header: first,
                chosen: [0: "source", 1: "target", 2: weight == "weight" ? weight : ""],
                rowNames: false)
            reader.report(
                .warning, "guessed-header",
                Bilingual(
                    en:
                        "The first line was read as a header: \"\(Excerpt.of(names[0]))\" as source, \"\(Excerpt.of(names[1]))\" as target, \"\(Excerpt.of(names[2]))\" as \(weight == "weight" ? "weight" : "a further column").",
                    fr:
                        "La première ligne a été lue comme un en-tête : « \(Excerpt.of(names[0])) » comme source, « \(Excerpt.of(names[1])) » comme target, « \(Excerpt.of(names[2])) » comme \(weight == "weight" ? "weight" : "colonne supplémentaire")."
                ),
                remedy: Bilingual(
                    en: "Call the columns source, target and weight.",
                    fr: "Appelez les colonnes source, target et weight."), column: nil, line: first.line)
            return reader
        }
        return withoutHeader(table, first, names)
    }

    /// A list whose first line is a row, which is said; and what to do, if it is a header.
    private static func withoutHeader(_ table: OpenedTable, _ first: CSVReader, _ names: [String]) -> TableReader {
        let columns = Array(["source", "target", "weight"].prefix(hasWeights(first) ? 3 : names.count))
        let header = columns.joined(separator: ",")
        let isOfNumbers = names.allSatisfy { isNumber($0, first.dialect) }
        let place = Place(file: table.file, line: first.line)
        var findings = Findings()
        if EndWords.ends(of: names) == nil {
            findings.add(
                isOfNumbers ? .note : .warning, "no-header",
                Bilingual(
                    en: "The first line names no columns; it was read as a row.",
                    fr: "La première ligne ne nomme pas de colonnes ; elle a été lue comme une ligne de données."),
                remedy: Bilingual(
                    en: "Write the header \"\(header)\" above it, if it is one.",
                    fr: "Écrivez l'en-tête « \(header) » au-dessus, si c'en est une."),
                at: place)
        } else {
            let (source, target) = (Excerpt.of(names[0]), Excerpt.of(names[1]))
            findings.add(
                .warning, "no-header",
                Bilingual(
                    en:
                        "The first line looks like all others and was read as a row: \"\(source)\" and \"\(target)\" as two actors.",
                    fr:
                        "La première ligne ressemble à toutes les autres et a été lue comme une ligne de données : « \(source) » et « \(target) » comme deux acteurs."
                ),
                remedy: Bilingual(
                    en: "Write \"\(header)\" in its place, if it is a header, and above it, if it is a row.",
                    fr:
                        "Écrivez « \(header) » à sa place si c'est un en-tête, et au-dessus si c'est une ligne de données."
                ), at: place)
        }
        var reader = TableReader(EdgeListSchema.table, table, columns: columns, findings: findings)
        reader.mayLackLast = columns.count == 3
        return reader
    }

    /// Whether one of the first rows has a number behind its two ends: igraph's `ncol` leaves out weights of 1.
    private static func hasWeights(_ first: CSVReader) -> Bool {
        var rows = first
        for _ in 0..<1_000 {
            if rows.fields.count == 3, isNumber(rows.string(2), rows.dialect) { return true }
            guard (2...3).contains(rows.fields.count), rows.next() else { return false }
        }
        return false
    }

    /// A header, or a row, of more columns than a list without one has.
    private static func withoutEnds(_ table: OpenedTable, _ first: CSVReader, _ names: [String]) -> TableReader {
        var findings = Findings()
        let more = names.count > 6 ? ", …" : ""
        let shown = Bilingual(
            en: names.prefix(6).map { "\"\(Excerpt.of($0))\"" }.joined(separator: ", ") + more,
            fr: names.prefix(6).map { "« \(Excerpt.of($0)) »" }.joined(separator: ", ") + more)
        findings.add(
            .error, "no-ends",
            Bilingual(
                en: "No two columns are called as the ends of ties are: \(shown.en).",
                fr: "Aucune paire de colonnes ne porte les noms des bouts de liens : \(shown.fr)."),
            remedy: Bilingual(
                en:
                    "Call two columns source and target. Say --from matrix, if rows and columns are actors, or --from adjacency-list, if each row is an actor and all that it is tied to; a table of actors goes with --actors.",
                fr:
                    "Appelez deux colonnes source et target. Indiquez --from matrix, si lignes et colonnes sont des acteurs, ou --from adjacency-list, si chaque ligne est un acteur et tous ceux auxquels il est lié ; une table d'acteurs va avec --actors."
            ),
            at: Place(file: table.file, line: first.line))
        return TableReader(EdgeListSchema.table, table, columns: [], findings: findings)
    }

    /// Rows of many numbers, which are no list; they may be a matrix of two modes, which only their owner knows.
    private static func numbers(_ table: OpenedTable, _ first: CSVReader) -> TableReader {
        var findings = Findings()
        findings.add(
            .error, "no-header",
            Bilingual(
                en: "The first line names no columns, and its \(first.fields.count) numbers are no tie.",
                fr:
                    "La première ligne ne nomme pas de colonnes, et ses \(first.fields.count, fr: "nombre n'est", "nombres ne sont") pas un lien."
            ),
            remedy:
                Bilingual(
                    en:
                        "Say --from matrix, if rows are actors and columns events; else write a header with source and target.",
                    fr:
                        "Écrivez --from matrix, si les lignes sont des acteurs et les colonnes des événements ; sinon, écrivez un en-tête avec source et target."
                ),
            at: Place(file: table.file, line: first.line))
        return TableReader(EdgeListSchema.table, table, columns: [], findings: findings)
    }

    /// Whether the first line is the header of a table of actors: their id or name, and what else is known of them.
    private static func isOfActors(_ names: [String], _ first: CSVReader) -> Bool {
        let columns = names.map { Actor.table.schema.column(headed: $0)?.id }
        return columns.contains("id") && columns.contains { $0 != "id" && $0 != nil }
            || columns.first == "name" && (columns.dropFirst().contains { $0 != nil } || isBeside(number: first))
    }

    /// Whether a number stands in the second column of the second row.
    private static func isBeside(number first: CSVReader) -> Bool {
        var second = first
        return second.next() && second.fields.count > 1 && isNumber(second.string(1), first.dialect)
    }

    private static func isNumber(_ text: String, _ dialect: CSVDialect) -> Bool {
        CSVNumber.double(text, decimalComma: dialect.readsDecimalComma) != nil
    }
}
