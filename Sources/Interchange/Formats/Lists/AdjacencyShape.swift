import NetworkModel
import Tabular
import Vocabulary

/// How a text lists the neighbours of each actor.
enum AdjacencyShape {
    /// `A: B C`, and what stands between the neighbours.
    case lines(Character)
    /// Rows of different lengths without a header.
    case rows(CSVReader)
    case columns(Columns)
    case cell(Cell)
    /// NetworkX's `multiline_adjlist`.
    case counted

    /// A header that numbers the neighbours.
    struct Columns {
        struct Alter {
            let column: Int
            let weight: Int?
            let attributes: [(name: String, column: Int)]
        }

        let header: CSVReader
        let ego: Int
        let alters: [Alter]
        let attributes: [(name: String, column: Int)]
    }

    /// A column with all neighbours in each of its cells.
    struct Cell {
        let header: CSVReader
        let ego: Int
        let alters: Int
        let name: String
        let separator: Character
    }

    /// - Parameter isKnown: whether somebody said that it is such a list.
    static func find(_ table: OpenedTable, isKnown: Bool) -> AdjacencyShape? {
        if let columns = columns(table) { return .columns(columns) }
        if let cell = cell(table) { return .cell(cell) }
        let lines = lines(of: table, most: isKnown ? .max : 200)
        if isCounted(lines) { return .counted }
        if let separator = separator(lines, isKnown) { return .lines(separator) }
        return rows(table, lines, isKnown).map { .rows($0) }
    }

    // MARK: Lines

    /// The lines that say anything, but for remarks.
    static func lines(of table: OpenedTable, most: Int = .max) -> [(text: String, line: Int)] {
        var lines: [(String, Int)] = []
        var scanner = TextScanner(table.csv.bytes)
        while !scanner.isAtEnd, lines.count < most {
            scanner.passSpace()
            let line = scanner.line
            let text = scanner.word { $0 != 0x0A && $0 != 0x0D }
            if !text.isEmpty, text.first != "#" { lines.append((PlainCell.trimmed(text), line)) }
        }
        return lines
    }

    /// What stands between the neighbours behind a colon in each line; nil: some line has no colon, or several, or,
    /// since many texts are names with what belongs to them, no actor is the neighbour of another.
    private static func separator(_ lines: [(text: String, line: Int)], _ isKnown: Bool) -> Character? {
        guard lines.count > 1,
            lines.allSatisfy({ line in line.text.count { $0 == ":" } == 1 && line.text.first != ":" })
        else { return nil }
        let parts = lines.map { $0.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) }
        let mark = [";", ","].map { Character($0) }.first { mark in parts.contains { $0[1].contains(mark) } } ?? " "
        let egos = Set(parts.map { PlainCell.trimmed(String($0[0])) })
        let neighbours = parts.flatMap { $0[1].split(separator: mark) }.map { PlainCell.trimmed(String($0)) }
        guard !neighbours.allSatisfy(\.isEmpty) else { return nil }
        return isKnown || neighbours.contains(where: egos.contains) ? mark : nil
    }

    /// An actor and a number.
    static func counted(_ text: String) -> (name: String, count: Int)? {
        guard let space = text.lastIndex(where: { $0 == " " || $0 == "\t" }),
            let count = Int(text[text.index(after: space)...]), count >= 0
        else { return nil }
        let name = PlainCell.trimmed(String(text[..<space]))
        return name.isEmpty ? nil : (name, count)
    }

    /// Whether an actor with the number of its neighbours is followed by as many lines with attributes, and so on.
    private static func isCounted(_ lines: [(text: String, line: Int)]) -> Bool {
        var (place, neighbours) = (0, 0)
        while place < lines.count {
            guard let (_, count) = counted(lines[place].text) else { return false }
            let end = min(place + 1 + min(count, lines.count), lines.count)
            guard lines[(place + 1)..<end].allSatisfy({ $0.text.hasSuffix("}") && $0.text.contains("{") }) else {
                return false
            }
            neighbours += end - place - 1
            place = end
        }
        return neighbours > 0
    }

    // MARK: A header

    private static let egos: Set = [
        "ego", "source", "from", "de", "id", "egoid", "nom", "name", "acteur", "actor", "node", "noeud", "respondent",
        "repondant", "respondentid", "idrepondant", "enquete", "interviewe", "interviewee", "individu", "person",
        "personne", "organisation", "organization", "structure", "entreprise", "firm", "numero", "code",
    ]

    private static let alters: Set = [
        "alter", "alteri", "alterid", "altername", "nomalter", "target", "to", "vers", "cible", "contact", "partner",
        "partenaire", "friend", "ami", "cite", "neighbor", "neighbour", "voisin", "nominee", "nomination", "choice",
        "choix", "collaborator", "collaborateur", "connection", "advisor", "conseiller",
    ]

    private static let plurals: Set = [
        "alters", "alteri", "targets", "cibles", "contacts", "partners", "partenaires", "friends", "amis", "neighbors",
        "neighbours", "voisins", "nominees", "nominations", "connections", "collaborators", "collaborateurs",
        "tiedto", "lieea", "liea", "citees", "personnescitees", "acteurscites", "alterscites", "partenairescites",
    ]

    /// `alter_2` as the folded word and the number; nil without one.
    private static func numbered(_ name: String) -> (stem: String, number: Int)? {
        let folded = FoldedWord.of(name)
        let stem = String(folded.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
        guard !stem.isEmpty, stem.count < folded.count, let number = Int(folded.dropFirst(stem.count)) else {
            return nil
        }
        return (stem, number)
    }

    private static func columns(_ table: OpenedTable) -> Columns? {
        var header = table.csv
        guard header.next(), header.fields.count > 2, header.fields.count <= 2_000 else { return nil }
        let names = header.fields.indices.map { header.string($0) }
        var groups: [String: [Int: Int]] = [:]
        for (place, name) in names.enumerated() {
            if let (stem, number) = numbered(name) { groups[stem, default: [:]][number] = place }
        }
        let candidates = groups.filter { alters.contains($0.key) && $0.value.count > 1 }.map(\.value)
        guard let own = candidates.min(by: { ($0.values.min() ?? 0) < ($1.values.min() ?? 0) }),
            own.keys.sorted() == Array(own.keys.min()!..<(own.keys.min()! + own.count)),
            let ego = names.firstIndex(where: { egos.contains(FoldedWord.of($0)) }),
            own.count > 2 || isOneRowEach(ego, header)
        else { return nil }
        let beside = groups.filter { $0.value != own && Set($0.value.keys).isSubset(of: own.keys) }
        let listed = own.sorted { $0.key < $1.key }.map { number, column in
            let others = beside.compactMap { stem, places in places[number].map { (name: stem, column: $0) } }
                .sorted { $0.column < $1.column }
            let weight = others.first { EdgeListHeader.isWeight($0.name) }?.column
            return Columns.Alter(
                column: column, weight: weight,
                attributes: others.filter { $0.column != weight }.map {
                    (EdgeListSchema.table.column(headed: $0.name)?.id ?? $0.name, $0.column)
                })
        }
        let taken = Set(own.values).union(beside.values.flatMap { Array($0.values) }).union([ego])
        return Columns(
            header: header, ego: ego, alters: listed,
            attributes: names.enumerated().filter { !taken.contains($0.offset) && !$0.element.isEmpty }
                .map { ($0.element, $0.offset) })
    }

    /// Whether each actor has one row: `ego,alter1,alter2` may be a list of the ties among the alters of egos, too,
    /// which has many rows for each.
    private static func isOneRowEach(_ ego: Int, _ header: CSVReader) -> Bool {
        var rows = header
        var seen: Set<String> = []
        while rows.next(), seen.count < 10_000 {
            guard rows.fields.indices.contains(ego) else { continue }
            if !seen.insert(rows.string(ego)).inserted { return false }
        }
        return true
    }

    private static func cell(_ table: OpenedTable) -> Cell? {
        var header = table.csv
        guard header.next(), header.fields.count > 1, header.fields.count <= 200 else { return nil }
        let names = header.fields.indices.map { header.string($0) }
        guard let column = names.firstIndex(where: { plurals.contains(FoldedWord.of($0)) }),
            let ego = names.firstIndex(where: { egos.contains(FoldedWord.of($0)) }), ego != column
        else { return nil }
        var counts: [Character: Int] = [:]
        var rows = header
        for _ in 0..<2_000 where rows.next() {
            guard rows.fields.indices.contains(column) else { continue }
            for mark in Set(rows.string(column)) { counts[mark, default: 0] += 1 }
        }
        let separator = [";", "|", "\n", ",", "/"].map { Character($0) }.first { counts[$0, default: 0] > 0 }
        return Cell(header: header, ego: ego, alters: column, name: names[column], separator: separator ?? ";")
    }

    // MARK: No header

    /// Rows of different lengths, each of another actor, of which some are neighbours of others.
    private static func rows(_ table: OpenedTable, _ lines: [(text: String, line: Int)], _ isKnown: Bool) -> CSVReader?
    {
        var start = table.csv
        var first = start
        guard first.next() else { return nil }
        if first.fields.count == 1, !hasSeparators(start) {
            let text = DecodedText(start.bytes, file: table.file)
            start = CSVReader(text, file: table.file, dialect: .space).starting(
                at: start.position, line: start.lineBehind)
            first = start
            guard first.next() else { return nil }
        }
        if isKnown { return start }
        let head = first.fields.indices.map { first.string($0) }
        guard EndWords.ends(of: head) == nil else { return nil }
        var rows = start
        var (widths, egos, alters): (Set<Int>, Set<String>, Set<String>) = ([], [], [])
        var (hasWeights, count) = (true, 0)
        // A header names nobody that stands further down.
        var isHeader = true
        while rows.next(), count < 200 {
            guard let last = rows.fields.lastIndex(where: { !$0.isEmpty }) else { continue }
            let cells = rows.fields[...last].indices.map { rows.string($0) }
            guard !cells.contains(""), egos.insert(cells[0]).inserted else { return nil }
            if count > 0, !Set(head).isDisjoint(with: cells) { isHeader = false }
            widths.insert(cells.count)
            alters.formUnion(cells.dropFirst())
            // A list of ties of which some have a weight.
            if cells.count > 3 || (cells.count == 3 && !(MatrixCell(cells[2]).number != nil)) { hasWeights = false }
            count += 1
        }
        // A title and an actor without neighbours are rows of one cell, too.
        let isRagged = widths.count { $0 > 1 } > 1 && (widths.max() ?? 0) > 2 && !hasWeights
        return isRagged && count > 1 && !isHeader && !egos.isDisjoint(with: alters) ? start : nil
    }

    private static func hasSeparators(_ csv: CSVReader) -> Bool {
        var csv = csv
        for _ in 0..<200 where csv.next() { if csv.fields.count > 1 { return true } }
        return false
    }
}
