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
        if EndWords.ends(of: names) == nil, !EndWords.hasEnd(names), let below = header(below: first) {
            (first, names) = (below, strings(below))
        }
        if let ends = EndWords.ends(of: names) { return withHeader(table, at: first, names, ends) }
        if names.count > 3, names.allSatisfy({ isNumber($0, first.dialect) }) { return numbers(table, first) }
        if EndWords.hasEnd(names) || !(names.count == 2 || names.count == 3) {
            return TableReader(EdgeListSchema.table, table)
        }
        return guessed(table, first, names)
    }

    private static func strings(_ row: CSVReader) -> [String] { row.fields.indices.map { row.string($0) } }

    /// The first of the next rows that names both ends, below a title.
    private static func header(below first: CSVReader) -> CSVReader? {
        var row = first
        for _ in 0..<TableReader.linesAbove {
            guard row.next() else { return nil }
            if EndWords.ends(of: strings(row)) != nil { return row }
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
        _ table: OpenedTable, at row: CSVReader, _ names: [String], _ ends: (source: Int, target: Int)
    ) -> TableReader {
        var chosen: [Int: String] = [:]
        // R writes the number or the name of each row in front: with "" above it, or with nothing.
        if names[0].isEmpty { chosen[0] = "" }
        (chosen[ends.source], chosen[ends.target]) = ("source", "target")
        chooseKind(names, row, &chosen)
        chooseWeight(names, row, &chosen)
        var reader = TableReader(
            EdgeListSchema.table, table, header: row, chosen: chosen, rowNames: hasRowNames(names, row))
        reportDates(&reader)
        return reader
    }

    /// A date that may be that of a beginning, of an end or of a day is kept and not guessed at.
    private static func reportDates(_ reader: inout TableReader) {
        guard reader.position(of: "since") == nil, reader.position(of: "until") == nil,
            let date = reader.further.first(where: { dates.contains(FoldedWord.of($0.name)) })
        else { return }
        reader.report(
            .note, "date-kept",
            "The column \"\(Excerpt.of(date.name))\" does not say whether ties began or ended then; it is kept as it is.",
            remedy: "Call it since or until, if --at is to choose by it.", column: nil)
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
    private static func chooseWeight(_ names: [String], _ row: CSVReader, _ chosen: inout [Int: String]) {
        guard !names.contains(where: { $0.lowercased() == "weight" }) else { return }
        let candidates = names.indices.filter { chosen[$0] == nil && isWeight(names[$0]) }
        let isOfNumbers = candidates.map { place in
            var ahead = row
            var numbers = 0
            for _ in 0..<200 where ahead.next() {
                guard place < ahead.fields.count, !ahead.fields[place].isEmpty else { continue }
                guard MarkedNumber(ahead.string(place), decimalComma: true) != nil else { return false }
                numbers += 1
            }
            return numbers > 0
        }
        let found = zip(candidates, isOfNumbers).first { $1 }?.0
        for place in candidates { chosen[place] = place == found ? "weight" : "" }
    }

    /// Beside the words of a dataset, those by which programs call counts of ties.
    private static func isWeight(_ name: String) -> Bool {
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
                "This is a table of actors (\(names.map { Excerpt.of($0) }.joined(separator: ", "))), and none of ties.",
                remedy: "Name the list of ties, and this table with --actors; or put both into a folder.",
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
                "The first line was read as a header: \"\(Excerpt.of(names[0]))\" as source, \"\(Excerpt.of(names[1]))\" as target, \"\(Excerpt.of(names[2]))\" as \(weight == "weight" ? "weight" : "a further column").",
                remedy: "Call the columns source, target and weight.", column: nil, line: first.line)
            return reader
        }
        var findings = Findings()
        let columns = Array(["source", "target", "weight"].prefix(names.count))
        let isOfNumbers = names.allSatisfy { isNumber($0, first.dialect) }
        findings.add(
            isOfNumbers ? .note : .warning, "no-header", "The first line names no columns; it was read as a row.",
            remedy: "Write the header \"\(columns.joined(separator: ","))\" above it, if it is one.",
            at: Place(file: table.file, line: first.line))
        return TableReader(EdgeListSchema.table, table, columns: columns, findings: findings)
    }

    /// Rows of many numbers, which are no list; they may be a matrix of two modes, which only their owner knows.
    private static func numbers(_ table: OpenedTable, _ first: CSVReader) -> TableReader {
        var findings = Findings()
        findings.add(
            .error, "no-header",
            "The first line names no columns, and its \(first.fields.count) numbers are no tie.",
            remedy:
                "Say --from matrix, if rows are actors and columns events; else write a header with source and target.",
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
