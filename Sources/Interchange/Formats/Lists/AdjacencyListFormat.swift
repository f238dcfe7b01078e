import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Lines of an actor and all those that it is tied to, as people write them, NetworkX and Gephi read them, and
    /// questionnaires give them back (`ego,alter1,alter2`).
    public static let adjacencyList = NetworkFormat(
        id: "adjacency-list", name: Bilingual(en: "adjacency list", fr: "liste d’adjacence"),
        carries: Bilingual(
            en: "read only: ties, weights, what else the line of an actor tells of it",
            fr: "lecture seule : liens, poids, ce que la ligne d’un acteur dit encore de lui"),
        fileExtensions: ["adjlist", "multiline_adjlist"], recognises: AdjacencyListReader.recognises,
        read: { bytes, file, options in
            AdjacencyListReader.read(
                OpenedTable(DecodedText(bytes, file: file), file: file), of: bytes, file: file, options)
        }, isWritten: false)
}

/// Reads lists of neighbours. Without `directed` their ties are without direction, as those of a list of ties; where
/// each stands in the lists of both its ends, it is one.
struct AdjacencyListReader {
    private(set) var network: PlainNetwork
    private let table: OpenedTable
    private var weights: [String] = []

    static func read(_ table: OpenedTable, of bytes: [UInt8], file: String, _ options: NetworkFormat.Options) -> Reading
    {
        PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
            var reader = AdjacencyListReader(table)
            defer { network.take(over: reader.network) }
            try reader.read()
            if options.directed != true { reader.fold() }
        }
    }

    private init(_ table: OpenedTable) {
        self.table = table
        network = PlainNetwork(file: table.file)
        network.findings.add(contentsOf: table.findings)
    }

    /// - Parameter head: the beginning of a text, of which the last line may be cut.
    static func recognises(_ head: String) -> Bool {
        let isCut = head.utf8.count >= 1 << 11
        let whole = isCut ? head.lastIndex { $0.isNewline }.map { String(head[..<$0]) } ?? "" : head
        return !whole.isEmpty && recognises(OpenedTable(DecodedText(Array(whole.utf8), file: ""), file: ""))
    }

    static func recognises(_ table: OpenedTable) -> Bool {
        table.header == nil && AdjacencyShape.find(table, isKnown: false) != nil
    }

    private mutating func fold() {
        network.foldSymmetric(groups: [Int](repeating: 0, count: weights.count), weights: weights)
        for tie in 0..<network.tieCount { network.setDirection(false, tie: tie) }
    }

    private mutating func read() throws(TextFault) {
        defer { network.findings.add(contentsOf: table.csv.findings) }
        guard let shape = AdjacencyShape.find(table, isKnown: true) else {
            throw TextFault(
                Bilingual(en: "This is no list of neighbours.", fr: "Ce n'est pas une liste de voisins."),
                remedy: Bilingual(
                    en:
                        "Write an actor and those that it is tied to in each line: A: B, C; or name the columns ego, alter1, alter2 …",
                    fr:
                        "Écrivez sur chaque ligne un acteur et ceux auxquels il est lié, comme « A: B, C » ; ou appelez les colonnes ego, alter1, alter2 …"
                ),
                line: max(1, table.csv.lineBehind), code: "empty-table")
        }
        switch shape {
        case .lines(let separator): readLines(separator)
        case .rows(let csv): readRows(csv)
        case .columns(let columns): readColumns(columns)
        case .cell(let cell): readCells(cell)
        case .counted: try readCounted()
        }
    }

    private mutating func add(_ source: Int, _ target: String, weight: String?, line: Int) -> Int? {
        guard !target.isEmpty else { return nil }
        let tie = network.add(tie: source, network.node(target, line: line), directed: true, line: line)
        if let weight { network.ties.set(weight, "weight", row: tie) }
        weights.append(weight ?? "1")
        return tie
    }

    // MARK: The forms

    /// `A: B, C`.
    private mutating func readLines(_ separator: Character) {
        for (text, line) in AdjacencyShape.lines(of: table) {
            guard let colon = text.firstIndex(of: ":") else { continue }
            let ego = PlainCell.trimmed(String(text[..<colon]))
            guard !ego.isEmpty else {
                network.report(
                    .error, "missing-value",
                    Bilingual(en: "The line names no actor.", fr: "La ligne ne nomme pas d'acteur."),
                    remedy: Bilingual(en: "Write it before the colon.", fr: "Écrivez-le devant le deux-points."),
                    line: line)
                continue
            }
            let source = network.node(ego, line: line)
            for part in text[text.index(after: colon)...].split(separator: separator) {
                _ = add(source, PlainCell.trimmed(String(part)), weight: nil, line: line)
            }
        }
    }

    /// Rows of an actor and its neighbours, without a header.
    private mutating func readRows(_ start: CSVReader) {
        var rows = start
        network.report(
            .warning, "guessed-list",
            Bilingual(
                en: "The rows were read as an actor each, with all those that it is tied to behind it.",
                fr: "Chaque ligne a été lue comme un acteur, suivi de tous ceux auxquels il est lié."),
            remedy: Bilingual(
                en:
                    "Say --from edge-list, if they are single ties; write ego,alter1,alter2 … above them, if they are not.",
                fr:
                    "Indiquez --from edge-list, si ce sont des liens un à un ; écrivez ego,alter1,alter2 … au-dessus, si ce n'en sont pas."
            ),
            line: nil)
        while rows.next() {
            guard let first = rows.fields.first, !first.isEmpty else { continue }
            let source = network.node(rows.string(0), line: rows.line)
            for place in rows.fields.indices.dropFirst() {
                _ = add(source, rows.string(place), weight: nil, line: rows.line)
            }
        }
    }

    /// `ego,alter1,alter2`, perhaps with `strength1,strength2`, and columns that tell of the actor itself.
    private mutating func readColumns(_ columns: AdjacencyShape.Columns) {
        var rows = columns.header
        while rows.next() {
            guard rows.fields.indices.contains(columns.ego), !rows.fields[columns.ego].isEmpty else {
                if rows.fields.contains(where: { !$0.isEmpty }) {
                    network.report(
                        .error, "missing-value",
                        Bilingual(en: "The row names no actor.", fr: "La ligne ne nomme pas d'acteur."),
                        remedy: Bilingual(en: "Write who was asked.", fr: "Écrivez qui a été interrogé."),
                        line: rows.line)
                }
                continue
            }
            let source = network.node(rows.string(columns.ego), line: rows.line)
            for (name, column) in columns.attributes where rows.fields.indices.contains(column) {
                network.nodes.set(rows.string(column), name, row: source)
            }
            for alter in columns.alters where rows.fields.indices.contains(alter.column) {
                let text = rows.string(alter.column)
                guard !MissingWords.contains(text) else { continue }
                let weight = alter.weight.flatMap { rows.fields.indices.contains($0) ? rows.string($0) : nil }
                let tie = add(source, text, weight: weight.flatMap { $0.isEmpty ? nil : $0 }, line: rows.line)
                for (name, column) in alter.attributes where rows.fields.indices.contains(column) {
                    if let tie { network.ties.set(rows.string(column), name, row: tie) }
                }
            }
        }
    }

    /// `actor;partners`, the partners in one cell.
    private mutating func readCells(_ cell: AdjacencyShape.Cell) {
        var rows = cell.header
        let mark =
            cell.separator == "\n"
            ? Bilingual(en: "line end", fr: "fin de ligne") : Bilingual(String(cell.separator))
        network.report(
            .warning, "list-in-cell",
            Bilingual(
                en:
                    "The column \"\(Excerpt.of(cell.name))\" was read as lists of names, with \"\(mark.en)\" between them.",
                fr:
                    "La colonne « \(Excerpt.of(cell.name)) » a été lue comme des listes de noms, avec « \(mark.fr) » entre eux."
            ),
            remedy: Bilingual(
                en: "Write one tie in a row, if a name has that mark in it.",
                fr: "Écrivez un lien par ligne, si un nom contient ce signe."), line: rows.line)
        while rows.next() {
            guard rows.fields.count > max(cell.ego, cell.alters), !rows.fields[cell.ego].isEmpty else { continue }
            let source = network.node(rows.string(cell.ego), line: rows.line)
            for part in rows.string(cell.alters).split(separator: cell.separator) {
                _ = add(source, PlainCell.trimmed(String(part)), weight: nil, line: rows.line)
            }
        }
    }

    /// NetworkX's `multiline_adjlist`: a line with an actor and the number of its neighbours, and one for each of these.
    private mutating func readCounted() throws(TextFault) {
        var rest = 0
        var source = 0
        for (text, line) in AdjacencyShape.lines(of: table) {
            if rest == 0 {
                guard let (name, count) = AdjacencyShape.counted(text) else {
                    throw TextFault(
                        Bilingual(
                            en: "The line has no actor with the number of its neighbours.",
                            fr: "La ligne n'a pas d'acteur avec le nombre de ses voisins."),
                        remedy: Bilingual(en: "Write: A 2", fr: "Écrivez : A 2"), line: line)
                }
                (source, rest) = (network.node(name, line: line), count)
                continue
            }
            rest -= 1
            let start = text.firstIndex(of: "{") ?? text.endIndex
            let name = PlainCell.trimmed(String(text[..<start]))
            guard !name.isEmpty, start == text.endIndex || PythonDictionary.members(text[start...]) != nil else {
                throw TextFault(
                    Bilingual(
                        en: "The line is no neighbour with its attributes.",
                        fr: "La ligne n'est pas un voisin avec ses attributs."),
                    remedy: Bilingual(en: "Write: B {'weight': 2.0}", fr: "Écrivez : B {'weight': 2.0}"), line: line)
            }
            let members = PythonDictionary.members(text[start...]) ?? []
            let tie = add(source, name, weight: members.first { $0.name == "weight" }?.value, line: line)
            for member in members where member.name != "weight" {
                if let tie { network.ties.set(member.value, member.name, row: tie) }
            }
        }
        guard rest == 0 else {
            throw TextFault(
                Bilingual(
                    en: "The file ends before the neighbours that it counts (\(rest) are missing).",
                    fr: "Le fichier se termine avant les voisins qu'il compte (il en manque \(rest))."),
                remedy: .isItWhole, line: max(1, table.csv.lineBehind), code: "ragged-row")
        }
    }
}
