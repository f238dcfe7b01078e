import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// A matrix in CSV, ids in the first row and column and weights in the cells.
    public static let matrix = NetworkFormat(
        id: "matrix", name: Bilingual(en: "adjacency matrix (CSV)", fr: "matrice d’adjacence (CSV)"),
        carries: Bilingual(
            en: "ids and weights, added up over kinds; two modes",
            fr: "identifiants et poids, additionnés sur les types ; deux modes"),
        fileExtensions: ["matrix", "adj"], recognises: MatrixReader.recognises,
        read: { bytes, file, options in
            MatrixReader.read(OpenedTable(DecodedText(bytes, file: file), file: file), of: bytes, file: file, options)
        }, write: MatrixWriter.write)
}

/// Reads a matrix: the weight of each tie in a cell; 0, nothing or `NA` where there is none.
///
/// A symmetric matrix is one without directions. Where rows and columns have no id in common, the
/// rows are actors and the columns events. What may stand around the cells is said at `MatrixShape`.
struct MatrixReader {
    private(set) var network: PlainNetwork
    private var csv: CSVReader
    private let shape: MatrixShape?
    private var weights: [String] = []
    private var emptyCells = 0
    /// How many cells beside the diagonal are empty, and how many are not: above it and below it.
    private var empty = (above: 0, below: 0)
    private var filled = (above: 0, below: 0)
    private var labelsAreAligned = false
    private var unknownCells = 0
    private var firstUnknown = 0

    static func read(_ table: OpenedTable, of bytes: [UInt8], file: String, _ options: NetworkFormat.Options) -> Reading
    {
        PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
            var reader = MatrixReader(table)
            defer { network.take(over: reader.network) }
            try reader.read()
            if options.directed != true { reader.fold() }
        }
    }

    init(_ table: OpenedTable) {
        network = PlainNetwork(file: table.file)
        network.findings.add(contentsOf: table.findings)
        csv = table.csv
        shape = MatrixShape.find(table.csv, isKnown: true)
    }

    /// Whether the first rows are those of a matrix and of nothing else; a list of ties has neither its shape.
    ///
    /// - Parameter head: the beginning of a text, of which the last line may be cut.
    static func recognises(_ head: String) -> Bool {
        let isCut = head.utf8.count >= 1 << 11
        let whole = isCut ? head.lastIndex { $0.isNewline }.map { String(head[..<$0]) } ?? "" : head
        let table = OpenedTable(DecodedText(Array(whole.utf8), file: ""), file: "")
        guard isCut, whole.isEmpty else { return recognises(table, isWhole: !isCut) }
        // The first line alone is longer: that of a list is not.
        var row = CSVReader(Array(head.utf8), file: "")
        return row.next() && row.string(0).isEmpty
    }

    static func recognises(_ table: OpenedTable, isWhole: Bool = true) -> Bool {
        table.header == nil && MatrixShape.find(table.csv, isWhole: isWhole) != nil
    }

    mutating func fold() {
        guard let shape, !shape.isTwoMode else { return }
        if isHalf {
            for tie in 0..<network.tieCount { network.setDirection(false, tie: tie) }
            network.report(
                .warning, "half-matrix",
                "On one side of the diagonal every cell is empty, on the other none: the ties were read as ties without direction.",
                remedy: "Say --directed, or write 0 where there is no tie, if they have one.", line: shape.headLine)
            return
        }
        network.foldSymmetric(groups: [Int](repeating: 0, count: weights.count), weights: weights)
    }

    mutating func read() throws(TextFault) {
        defer { network.findings.add(contentsOf: csv.findings) }
        guard let shape else { throw noMatrix() }
        var rows = csv
        for _ in 0..<shape.rowsAbove { passRow(&rows) }
        let labels = try labels(shape, rows)
        let sums = MatrixSums(shape, labels.names, rows)
        report(shape, sums)
        add(shape, labels.names, labels.lines, sums)
        guard !network.findings.hasErrors else { return }
        readCells(shape, labels.names, sums, &rows)
        csv = rows
        reportCells()
    }

    private func noMatrix() -> TextFault {
        var csv = csv
        guard csv.next() else {
            return TextFault(
                "The file is empty.", remedy: "Write the ids of the columns into the first row.", line: 1,
                code: "empty-table")
        }
        return TextFault(
            "This is no matrix: its rows have not each a cell for each column, or something else than numbers stands in them.",
            remedy:
                "Write the ids of the columns into the first row, those of the rows into the first column, 0 where there is no tie.",
            line: csv.line, code: "ragged-row")
    }

    /// The next row that has any text.
    @discardableResult
    private func passRow(_ rows: inout CSVReader) -> Bool {
        while rows.next() {
            if !rows.fields.allSatisfy(\.isEmpty) { return true }
        }
        return false
    }

    // MARK: Ids

    /// The ids of the rows; each needs a cell for each column.
    private func labels(_ shape: MatrixShape, _ start: CSVReader) throws(TextFault) -> (names: [String], lines: [Int]) {
        var rows = start
        var (names, lines): ([String], [Int]) = ([], [])
        while passRow(&rows) {
            guard rows.fields.count == shape.firstCell + shape.cellCount else {
                throw TextFault(
                    "The row has \(rows.fields.count) cells, the first \(shape.firstCell + shape.cellCount).",
                    remedy: "Add or take away separators.", line: rows.line, code: "ragged-row")
            }
            if let column = shape.labelColumn {
                names.append(rows.string(column))
            } else if !shape.isTwoMode, let columns = shape.columns, names.count < columns.count {
                names.append(columns[names.count])
            } else {
                names.append(String(names.count + 1))
            }
            lines.append(rows.line)
        }
        return (names, lines)
    }

    private func columnNames(_ shape: MatrixShape, _ labels: [String]) -> [String] {
        if let columns = shape.columns { return columns }
        return shape.isTwoMode ? (1...max(1, shape.cellCount)).map { "c\($0)" } : labels
    }

    private mutating func add(_ shape: MatrixShape, _ labels: [String], _ lines: [Int], _ sums: MatrixSums) {
        let columns = columnNames(shape, labels).enumerated().filter { !sums.columns.contains($0.offset) }.map(
            \.element)
        let rows = zip(labels, lines).enumerated().filter { !sums.rows.contains($0.offset) }.map(\.element)
        if shape.isTwoMode {
            for (label, line) in rows { add(label, line, "actor") }
            for label in columns { add(label, shape.headLine, "event") }
            return
        }
        for label in columns { add(label, shape.headLine, nil) }
        let all = Set(columns)
        for (label, line) in rows where !all.contains(label) {
            network.report(
                .error, "unknown-id", "The row \"\(Excerpt.of(label))\" has no column.",
                remedy: "Rows and columns need the same ids.",
                line: line)
        }
        guard !network.findings.hasErrors, rows.count != columns.count else { return }
        network.report(
            .error, "ragged-row", "The matrix has \(rows.count) rows and \(columns.count) columns.",
            remedy: "Rows and columns need the same ids.", line: shape.headLine)
    }

    private mutating func add(_ id: String, _ line: Int, _ mode: String?) {
        guard let node = network.add(node: id, line: line), let mode else { return }
        network.nodes.set(mode, "mode", row: node)
    }

    // MARK: Cells

    private mutating func readCells(
        _ shape: MatrixShape, _ labels: [String], _ sums: MatrixSums, _ rows: inout CSVReader
    ) {
        let columns = columnNames(shape, labels)
        labelsAreAligned = sums.rows.isEmpty && sums.columns.isEmpty && columns == labels
        let targets = columns.map { network.position(of: $0) }
        var row = 0
        while passRow(&rows) {
            defer { row += 1 }
            guard row < labels.count, !sums.rows.contains(row), let source = network.position(of: labels[row]) else {
                continue
            }
            for column in columns.indices where !sums.columns.contains(column) {
                let text = rows.string(shape.firstCell + column)
                count(text.isEmpty, row, column)
                guard let target = targets[column],
                    let value = value(text, source == target, columns[column], labels[row], rows)
                else { continue }
                let tie = network.add(tie: source, target, directed: !shape.isTwoMode, line: rows.line)
                let weight = NumberText.shortest(value)
                network.ties.set(weight, "weight", row: tie)
                weights.append(weight)
            }
        }
    }

    private mutating func count(_ isEmpty: Bool, _ row: Int, _ column: Int) {
        guard row != column else { return }
        switch (isEmpty, row < column) {
        case (true, true): empty.above += 1
        case (true, false): empty.below += 1
        case (false, true): filled.above += 1
        case (false, false): filled.below += 1
        }
    }

    /// Whether the half below the diagonal stands for both, or that above it: a matrix of one mode, the rows in the
    /// columns' order, of three actors or more.
    private var isHalf: Bool {
        guard empty.above + filled.above > 2, labelsAreAligned else { return false }
        return filled.above == 0 && empty.below == 0 || filled.below == 0 && empty.above == 0
    }

    /// The weight of a tie; nil where there is none.
    private mutating func value(_ text: String, _ isDiagonal: Bool, _ column: String, _ row: String, _ rows: CSVReader)
        -> Double?
    {
        switch MatrixCell(text, decimalComma: csv.dialect.readsDecimalComma) {
        case .number(let value): return value == 0 ? nil : value
        case .blank where !isDiagonal: emptyCells += 1
        case .missing where !isDiagonal:
            if unknownCells == 0 { firstUnknown = rows.line }
            unknownCells += 1
        case .blank, .missing: break
        case .text:
            network.report(
                .error, "bad-number", "\"\(Excerpt.of(text))\" is no number.", remedy: "Write 0 where there is no tie.",
                line: rows.line,
                column: Excerpt.of(column), id: row)
        }
        return nil
    }

    // MARK: What is said

    private mutating func report(_ shape: MatrixShape, _ sums: MatrixSums) {
        if shape.isGuess {
            network.report(
                .warning, "guessed-matrix",
                shape.isTwoMode
                    ? "The table was read as a matrix of actors (rows) and events (columns)."
                    : "The numbers were read as a matrix of as many rows as columns.",
                remedy: "Say --from edge-list, if it is a list of ties.", line: shape.headLine)
        }
        if shape.rowsAbove > 1 || (shape.columns == nil && shape.rowsAbove > 0 && !shape.isNumbered) {
            network.report(
                .warning, "header-below",
                "What stands above the matrix was left out; its first row is on line \(shape.headLine).",
                remedy: "Move titles out of the table.", line: shape.headLine)
        }
        if !sums.rows.isEmpty || !sums.columns.isEmpty {
            network.report(
                .warning, "total-row",
                "Sums were left out: \(sums.rows.count) rows and \(sums.columns.count) columns that are called so.",
                remedy: "Delete them; rename the actor, if it is one.", line: shape.headLine)
        }
    }

    private mutating func reportCells() {
        if emptyCells > 0 {
            network.report(
                .note, "empty-cells", "\(emptyCells) cells are empty; they were read as no tie.",
                remedy: "Write 0 where there is none; what is not known cannot stand in a matrix.", line: nil)
        }
        if unknownCells > 0 {
            network.report(
                .warning, "unknown-cells",
                "\(unknownCells) cells say that nothing is known (NA); they were read as no tie.",
                remedy: "What is not known stands in a dataset: milieu init makes one.", line: firstUnknown)
        }
    }
}

/// The rows and columns of a matrix that hold sums: they are called so, and what stands in them adds up.
private struct MatrixSums {
    private(set) var rows: Set<Int> = []
    private(set) var columns: Set<Int> = []

    init(_ shape: MatrixShape, _ labels: [String], _ start: CSVReader) {
        let called = Set(labels.indices.filter { shape.labelColumn != nil && TotalWords.contains(labels[$0]) })
        let columnsCalled = Set((shape.columns ?? []).indices.filter { TotalWords.contains(shape.columns?[$0] ?? "") })
        guard !called.isEmpty || !columnsCalled.isEmpty else { return }
        var below = [Double](repeating: 0, count: shape.cellCount)
        var totals: [Int: [Double]] = [:]
        var hold = columnsCalled
        var csv = start
        var row = 0
        while csv.next() {
            if csv.fields.allSatisfy(\.isEmpty) { continue }
            defer { row += 1 }
            guard csv.fields.count == shape.firstCell + shape.cellCount else { return }
            let cells = (0..<shape.cellCount).map { place -> Double in
                if case .number(let value) = MatrixCell(csv.string(shape.firstCell + place)) { value } else { 0 }
            }
            if called.contains(row) {
                totals[row] = cells
                continue
            }
            let sum = cells.indices.reduce(0) { columnsCalled.contains($1) ? $0 : $0 + cells[$1] }
            for place in columnsCalled where !Self.isSum(cells[place], sum) { hold.remove(place) }
            for place in cells.indices { below[place] += cells[place] }
        }
        columns = hold
        rows = called.filter { row in
            (totals[row] ?? []).indices.allSatisfy {
                columnsCalled.contains($0) || Self.isSum(totals[row]![$0], below[$0])
            }
        }
    }

    private static func isSum(_ value: Double, _ sum: Double) -> Bool { abs(value - sum) <= 1e-6 * max(1, abs(sum)) }
}
