import NetworkModel
import Tabular
import Vocabulary

/// The rows of a list of ties, or of a section of one, on their way to a network.
struct EdgeListRows: Sendable {
    private(set) var ids = IDInterner()
    private(set) var sources: [Int32] = []
    private(set) var targets: [Int32] = []
    private(set) var lines = RowLines()
    /// What reads the rows, and what it has found.
    var table: TableReader
    private let isDirected: Bool
    private let isDirectionGiven: Bool
    private let columns: EdgeListColumns
    private var weights: [Double] = []
    private var kinds: [Int32] = []
    private var details: [Tie.Details] = []
    private var further: FurtherCells
    private let detailReader: RowReader<Tie>
    /// A list has no tables beside it: what its cells refer to is taken as it is.
    private var known = KnownTables()
    private var kindIDs = IDInterner()
    private var kindLayers: [Layer] = []
    /// Of each row, where a column says it.
    private var directions: [Bool] = []
    /// What the actors are called, by the numbers of their ids, where columns say it.
    private(set) var names: [String?] = []
    /// The numbers of a block's ids.
    private var numbers: [Int32] = []

    private static let rowsOfABlock = 256

    init(_ table: TableReader, _ columns: EdgeListColumns, directed: Bool?) {
        self.table = table
        self.columns = columns
        further = FurtherCells(table, leavingOut: columns.ownColumns)
        detailReader = RowReader(table, leavingOut: EdgeListSchema.plainColumns)
        isDirected = directed ?? false
        isDirectionGiven = directed != nil
    }

    /// Reads all rows that the table has.
    ///
    /// - Parameter expected: how many rows there may be; growing would hold the columns twice for a time.
    mutating func read(expected: Int) {
        reportRelations()
        sources.reserveCapacity(expected)
        targets.reserveCapacity(expected)
        if columns.weight != nil { weights.reserveCapacity(expected) }
        if columns.hasKinds { kinds.reserveCapacity(expected) }
        guard columns.isPlain else {
            while table.next() { takeRow() }
            return
        }
        var cells = [CSVReader.PlainCell](repeating: .init(), count: Self.rowsOfABlock * table.columnCount)
        var ends: [SIMD2<Int>] = []
        while true {
            let rows = table.readPlainRows(into: &cells)
            if rows > 0 {
                takePlain(cells, rows, &ends)
            } else if table.next() {
                takeRow()
            } else {
                return
            }
        }
    }

    private mutating func reportRelations() {
        guard !columns.relations.isEmpty else { return }
        let names = OutgoingNetwork.list(columns.relations.map(\.name))
        table.report(
            .warning, "columns-as-relations",
            Bilingual(
                en:
                    "Each column of 0 and 1 was read as a relation of its own, with a tie where it has 1: \(names).",
                fr:
                    "Chaque colonne de 0 et de 1 a été lue comme une relation à part, avec un lien là où elle a 1 : \(names)."
            ),
            remedy: Bilingual(
                en: "Write yes and no, if they are attributes of one tie.",
                fr: "Écrivez oui et non, si ce sont des attributs d'un seul lien."), column: nil)
    }

    /// Adds what the section that follows holds.
    mutating func join(_ next: EdgeListRows) {
        let numbers = ids.join(next.ids)
        for number in next.sources { sources.append(numbers[Int(number)]) }
        for number in next.targets { targets.append(numbers[Int(number)]) }
        weights += next.weights
        lines.join(next.lines)
        table.join(next.table)
    }

    /// Leaves out the rows that are no ties, once all are read.
    mutating func leaveOutWeightless() {
        var seen = WeightsSeen()
        var hasZero = false
        for row in weights.indices where !seen.isTie(weights[row], line: lines.line(of: row)) { hasZero = true }
        table.report(seen, of: Bilingual(en: "ties", fr: "liens"), column: "weight")
        guard hasZero else { return }
        let kept = weights.indices.filter { weights[$0] != 0 }
        var keptLines = RowLines()
        for row in kept { keptLines.append(lines.line(of: row)) }
        lines = keptLines
        (sources, targets, weights) = (kept.map { sources[$0] }, kept.map { targets[$0] }, kept.map { weights[$0] })
        if !kinds.isEmpty { kinds = kept.map { kinds[$0] } }
        if !directions.isEmpty { directions = kept.map { directions[$0] } }
        if !details.isEmpty { details = kept.map { details[$0] } }
    }

    // MARK: What the network is made of

    /// The kind of each tie, once `finishKinds` was called; empty: all are of one.
    private(set) var kindsOfTies: [Int32] = []

    /// Takes over the numbers of ids of which some are one.
    mutating func renumber(_ numbers: [Int32], _ joined: [String]) {
        sources = sources.map { numbers[Int($0)] }
        targets = targets.map { numbers[Int($0)] }
        if !names.isEmpty {
            let old = names
            names = []
            for (number, name) in zip(numbers, old) { take(name: name, of: number) }
        }
        let names = joined.prefix(8).map { "\"\(Excerpt.of($0))\"" }.joined(separator: ", ")
        table.report(
            .warning, "one-name",
            Bilingual(
                en:
                    "Names that differ in nothing that is seen (composed letters, sorts of spaces) were read as one actor each: \(names)\(joined.count > 8 ? ", …" : "").",
                fr:
                    "Des noms que rien de visible ne distingue (lettres composées, sortes d'espaces) ont été lus chacun comme un seul acteur : \(names)\(joined.count > 8 ? ", …" : "")."
            ),
            remedy: Bilingual(
                en: "Nothing needs to be done; write each in one way.",
                fr: "Rien à faire ; écrivez chacun d'une seule façon."), column: nil)
    }

    var ties: Ties {
        Ties(
            sources: sources, targets: targets, kinds: kindsOfTies,
            weights: weights.contains { $0 != 1 } ? weights : [],
            details: details, attributes: attributes)
    }

    /// Rows of ends and weights alone have none.
    private var attributes: [Attribute] {
        columns.hasDetails ? further.attributes(decimalComma: table.csv.dialect.readsDecimalComma) : []
    }

    /// The kinds of tie. One that has ties with and without direction is made two.
    mutating func finishKinds() -> [TieKind] {
        let names = kindIDs.count == 0 ? ["tie"] : kindIDs.strings()
        func layer(_ name: Int) -> Layer { kindLayers.indices.contains(name) ? kindLayers[name] : .cooperation }
        guard !directions.isEmpty else {
            kindsOfTies = names.count > 1 ? kinds : []
            return names.indices.map { TieKind(id: names[$0], isDirected: isDirected, layer: layer($0)) }
        }
        var implied = ImpliedKinds()
        kindsOfTies = directions.indices.map { row in
            let name = kinds.isEmpty ? 0 : Int(kinds[row])
            return Int32(
                implied.place(
                    of: names[name], isDirected: directions[row], layer: layer(name), line: lines.line(of: row)))
        }
        implied.report(in: &table)
        let found = implied.kinds
        if found.count == 1 { kindsOfTies = [] }
        return found
    }

    // MARK: Rows

    private mutating func takePlain(_ cells: [CSVReader.PlainCell], _ rows: Int, _ ends: inout [SIMD2<Int>]) {
        let width = table.columnCount
        ends.removeAll(keepingCapacity: true)
        for row in 0..<rows {
            let (source, target) = (cells[row * width + columns.source], cells[row * width + columns.target])
            ends.append(SIMD2(source.start, source.end))
            ends.append(SIMD2(target.start, target.end))
        }
        ids.intern(table.csv.bytes, ends[...], into: &numbers)
        for pair in stride(from: 0, to: 2 * rows, by: 2) {
            sources.append(numbers[pair])
            targets.append(numbers[pair + 1])
        }
        numbers.removeAll(keepingCapacity: true)
        if let weight = columns.weight { takeWeights(cells, rows, weight) }
        lines.append(rows, from: table.csv.line)
    }

    private mutating func takeWeights(_ cells: [CSVReader.PlainCell], _ rows: Int, _ column: Int) {
        let first = table.csv.line
        for row in 0..<rows {
            let cell = cells[row * table.columnCount + column]
            table.see(number: table.csv.bytes[cell.start..<cell.end], "weight", line: first + row)
            if let value = CSVNumber.double(
                table.csv.bytes[cell.start..<cell.end], decimalComma: table.csv.dialect.readsDecimalComma)
            {
                weights.append(value)
                continue
            }
            let text = String(decoding: table.csv.bytes[cell.start..<cell.end], as: UTF8.self)
            let marked = table.markedNumber(text, "weight")
            if marked == nil, !table.isUnknown(text, "weight") {
                table.reportBadNumber(text, "weight", line: first + row)
            }
            weights.append(marked ?? 1)
        }
    }

    private mutating func takeRow() {
        let (source, target) = (table.csv.fields[columns.source], table.csv.fields[columns.target])
        guard !source.isEmpty, !target.isEmpty else { return takeLone(source.isEmpty ? target : source) }
        let ends = (Self.intern(source, table, into: &ids), Self.intern(target, table, into: &ids))
        if let columns = columns.names {
            take(name: table.text(at: columns.source), of: ends.0)
            take(name: table.text(at: columns.target), of: ends.1)
        }
        guard !columns.relations.isEmpty else { return takeTie(ends) { $0.columns.hasKinds ? $0.kind() : nil } }
        for relation in columns.relations where table.csv.string(relation.position) == "1" {
            let name = Array(relation.name.utf8)
            takeTie(ends) { $0.kindIDs.intern(name, name.indices) }
        }
    }

    private mutating func takeTie(_ ends: (Int32, Int32), kind: (inout EdgeListRows) -> Int32?) {
        sources.append(ends.0)
        targets.append(ends.1)
        lines.append(table.csv.line)
        if let weight = columns.weight { weights.append(self.weight(weight)) }
        if let kind = kind(&self) { kinds.append(kind) }
        if columns.type != nil, !isDirectionGiven { directions.append(readType()) }
        if columns.hasDetails { takeDetails() }
    }

    /// The first name that an actor has is its own.
    private mutating func take(name: String?, of actor: Int32) {
        while names.count <= Int(actor) { names.append(nil) }
        guard let name else { return }
        guard let known = names[Int(actor)] else { return names[Int(actor)] = name }
        guard known != name else { return }
        table.tally(
            "several-names",
            Bilingual(
                en:
                    "Actors are called otherwise than on an earlier line, such as \"\(Excerpt.of(name))\", before \"\(Excerpt.of(known))\"; the first name was taken",
                fr:
                    "Des acteurs s'appellent autrement que sur une ligne précédente, comme « \(Excerpt.of(name)) », auparavant « \(Excerpt.of(known)) » ; le premier nom a été pris"
            ),
            Bilingual(
                en: "Give each actor one name, or each of the two an id of its own.",
                fr: "Donnez un seul nom à chaque acteur, ou à chacun des deux un identifiant qui lui soit propre."),
            column: nil, severity: .warning)
    }

    /// An actor that stands alone in its row has no ties, and is one all the same.
    private mutating func takeLone(_ field: CSVField) {
        guard !field.isEmpty, table.isAlone(field, beside: columns.rowName) else {
            _ = (table.required("source"), table.required("target"))
            return
        }
        let text = table.csv.string(of: field)
        guard !RemarkWords.begin(text) else {
            table.tally(
                "remark-row",
                Bilingual(
                    en: "Rows that are remarks were left out, such as \"\(Excerpt.of(text))\"",
                    fr:
                        "Des lignes qui sont des remarques ont été laissées de côté, comme « \(Excerpt.of(text)) »"
                ),
                Bilingual(
                    en: "Delete them; write the name alone, if it is an actor.",
                    fr: "Supprimez-les ; écrivez le nom seul, si c'est un acteur."), column: nil, severity: .warning)
            return
        }
        _ = Self.intern(field, table, into: &ids)
        table.tally(
            "lone-actor",
            Bilingual(
                en: "Rows of one actor alone were read as actors without a tie",
                fr: "Des lignes d'un seul acteur ont été lues comme des acteurs sans lien"), .nothingToDo,
            column: nil)
    }

    private mutating func takeDetails() {
        details.append(detailReader.row(&table, &known)?.details ?? Tie.Details())
        further.append(table)
    }

    private static func intern(_ field: CSVField, _ table: TableReader, into ids: inout IDInterner) -> Int32 {
        let range = field.start..<field.end
        guard field.isEscaped else { return ids.intern(table.csv.bytes, range) }
        let plain = CSVField.unescaped(table.csv.bytes[range])
        return ids.intern(plain, plain.indices)
    }

    private mutating func weight(_ column: Int) -> Double {
        let field = table.csv.fields[column]
        if field.isEmpty { return 1 }
        table.see(number: table.csv.bytes[field.start..<field.end], "weight")
        if let value = CSVNumber.double(
            table.csv.bytes[field.start..<field.end], decimalComma: table.csv.dialect.readsDecimalComma)
        {
            return value
        }
        if let value = table.markedNumber(table.csv.string(column), "weight") { return value }
        if !table.isUnknown(table.csv.string(column), "weight") {
            table.reportBadNumber(table.csv.string(column), "weight")
        }
        return 1
    }

    private mutating func kind() -> Int32 {
        guard let column = columns.kind ?? columns.layer else { return 0 }
        let field = table.csv.fields[column]
        let known = kindIDs.count
        let kind: Int32
        if field.isEmpty {
            let none = Array("tie".utf8)
            kind = kindIDs.intern(none, none.indices)
        } else {
            kind = Self.intern(field, table, into: &kindIDs)
        }
        let layer = columns.layer.flatMap { table.text(at: $0) }.map(Self.layer)
        if kindIDs.count > known {
            kindLayers.append(layer ?? .cooperation)
        } else if let layer, kindLayers[Int(kind)] != layer {
            table.report(
                .error, "two-layers",
                Bilingual(
                    en: "The kind of tie is in the layer \"\(Excerpt.of(kindLayers[Int(kind)].rawValue))\" further up.",
                    fr:
                        "Plus haut, le type de lien est dans la couche « \(Excerpt.of(kindLayers[Int(kind)].rawValue)) »."
                ),
                remedy: Bilingual(
                    en: "Give the ties of each layer a kind of their own.",
                    fr: "Donnez aux liens de chaque couche un type qui leur soit propre."), column: "layer")
        }
        return kind
    }

    /// A layer of Milieu's by its word in English or French, or one of the list's own.
    private static func layer(_ word: String) -> Layer {
        let folded = FoldedWord.of(word)
        return Layer.standard.first { FoldedWord.of($0.rawValue) == folded || FoldedWord.of($0.name.fr) == folded }
            ?? Layer(rawValue: word.lowercased())
    }

    /// Whether the row says that its tie is directed; it need say nothing.
    private mutating func readType() -> Bool {
        guard let text = table.text("type") else { return isDirected }
        if let direction = EdgeListSchema.direction(text) { return direction }
        table.report(
            .error, "unknown-direction",
            Bilingual(
                en: "\"\(Excerpt.of(text))\" is neither Directed nor Undirected.",
                fr: "« \(Excerpt.of(text)) » n'est ni Directed ni Undirected."),
            remedy: Bilingual(
                en: "Write one of the two; call the column \"kind\", if it holds the kinds of tie.",
                fr: "Écrivez l'un des deux ; appelez la colonne « kind », si elle contient les types de lien."),
            column: "type")
        return isDirected
    }
}
