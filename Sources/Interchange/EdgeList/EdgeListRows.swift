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
    /// The numbers of a block's ids.
    private var numbers: [Int32] = []

    private static let rowsOfABlock = 256

    init(_ table: TableReader, _ columns: EdgeListColumns, directed: Bool?) {
        self.table = table
        self.columns = columns
        further = FurtherCells(table)
        detailReader = RowReader(table, leavingOut: EdgeListSchema.plainColumns)
        isDirected = directed ?? false
        isDirectionGiven = directed != nil
    }

    /// Reads all rows that the table has.
    ///
    /// - Parameter expected: how many rows there may be; growing would hold the columns twice for a time.
    mutating func read(expected: Int) {
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
        guard weights.contains(where: { $0 <= 0 }) else { return }
        var seen = WeightsSeen()
        let kept = weights.indices.filter { seen.isTie(weights[$0], line: lines.line(of: $0)) }
        table.report(seen, of: "ties", column: "weight")
        guard kept.count < weights.count else { return }
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
        let names = joined.prefix(8).map { "\"\(Excerpt.of($0))\"" }.joined(separator: ", ")
        table.report(
            .warning, "one-name",
            "Names that differ in nothing that is seen (composed letters, sorts of spaces) were read as one actor each: \(names)\(joined.count > 8 ? ", …" : "").",
            remedy: "Nothing needs to be done; write each in one way.", column: nil)
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
        sources.append(Self.intern(source, table, into: &ids))
        targets.append(Self.intern(target, table, into: &ids))
        lines.append(table.csv.line)
        if let weight = columns.weight { weights.append(self.weight(weight)) }
        if columns.hasKinds { kinds.append(kind()) }
        if columns.type != nil, !isDirectionGiven { directions.append(readType()) }
        if columns.hasDetails { takeDetails() }
    }

    /// An actor that stands alone in its row has no ties, and is one all the same.
    private mutating func takeLone(_ field: CSVField) {
        guard !field.isEmpty, table.isAlone(field, beside: columns.rowName) else {
            _ = (table.required("source"), table.required("target"))
            return
        }
        _ = Self.intern(field, table, into: &ids)
        table.tally(
            "lone-actor", "Rows of one actor alone were read as actors without a tie", "Nothing needs to be done.",
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
                "The kind of tie is in the layer \"\(Excerpt.of(kindLayers[Int(kind)].rawValue))\" further up.",
                remedy: "Give the ties of each layer a kind of their own.", column: "layer")
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
            .error, "unknown-direction", "\"\(Excerpt.of(text))\" is neither Directed nor Undirected.",
            remedy: "Write one of the two; call the column \"kind\", if it holds the kinds of tie.", column: "type")
        return isDirected
    }
}
