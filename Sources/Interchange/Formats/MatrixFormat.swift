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
            PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                var reader = MatrixReader(bytes, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
                if options.directed != true { reader.fold() }
            }
        }, write: MatrixWriter.write)
}

/// Reads a matrix in CSV: the ids of the columns in the first row, of the rows in the first column,
/// the weight of each tie in a cell; 0 or nothing where there is none.
///
/// A symmetric matrix is one without directions. Where rows and columns have no id in common, the
/// rows are actors and the columns events.
struct MatrixReader {
    private(set) var network: PlainNetwork
    private var csv: CSVReader
    private var isTwoMode = false
    private var weights: [String] = []
    private var emptyCells = 0

    init(_ bytes: [UInt8], file: String) {
        network = PlainNetwork(file: file)
        csv = CSVReader(bytes, file: file)
    }

    /// Whether the first id of the rows is that of the columns, or the corner is empty; a list of
    /// ties has neither.
    static func recognises(_ head: String) -> Bool {
        var csv = CSVReader(Array(head.utf8), file: "")
        guard csv.next(), csv.fields.count > 1 else { return false }
        let header = csv.fields.indices.map { csv.string($0) }
        let ends: Set = ["source", "target", "from", "to"]
        guard !header.contains(where: { ends.contains($0) }) else { return false }
        if header[0].isEmpty { return true }
        guard header.count > 3 || (header.count == 3 && CSVNumber.double(header[2], decimalComma: true) == nil) else {
            return false
        }
        return csv.next() && csv.string(0) == header[1]
    }

    mutating func fold() {
        if !isTwoMode { network.foldSymmetric(groups: [Int](repeating: 0, count: weights.count), weights: weights) }
    }

    mutating func read() throws(TextFault) {
        defer { network.findings.add(contentsOf: csv.findings) }
        guard csv.next() else {
            throw TextFault(
                "The file is empty.", remedy: "Write the ids of the columns into the first row.", line: 1,
                code: "empty-table")
        }
        let columns = csv.fields.indices.dropFirst().map { csv.string($0) }
        let headLine = csv.line
        let (labels, lines) = try rowLabels(columnCount: columns.count)
        let all = Set(columns)
        isTwoMode = !labels.isEmpty && !labels.contains { all.contains($0) }
        if isTwoMode {
            for (label, line) in zip(labels, lines) { add(label, line, "actor") }
            for label in columns { add(label, headLine, "event") }
        } else {
            for label in columns { add(label, headLine, nil) }
            for (label, line) in zip(labels, lines) where !all.contains(label) {
                throw TextFault(
                    "The row \"\(Excerpt.of(label))\" has no column.", remedy: "Rows and columns need the same ids.",
                    line: line, code: "unknown-id")
            }
            guard labels.count == columns.count else {
                throw TextFault(
                    "The matrix has \(labels.count) rows and \(columns.count) columns.",
                    remedy: "Rows and columns need the same ids.", line: headLine,
                    code: "ragged-row")
            }
        }
        guard !network.findings.hasErrors else { return }
        try readCells(columns, labels)
        if emptyCells > 0 {
            network.report(
                .note, "empty-cells", "\(emptyCells) cells are empty; they were read as no tie.",
                remedy: "Write 0 where there is none; what is not known cannot stand in a matrix.", line: nil)
        }
    }

    private mutating func add(_ id: String, _ line: Int, _ mode: String?) {
        guard let node = network.add(node: id, line: line), let mode else { return }
        network.nodes.set(mode, "mode", row: node)
    }

    /// The first cell of each row; rows need a cell for each column.
    private func rowLabels(columnCount: Int) throws(TextFault) -> (labels: [String], lines: [Int]) {
        var ahead = csv
        var (labels, lines): ([String], [Int]) = ([], [])
        while ahead.next() {
            guard ahead.fields.count == columnCount + 1 else {
                throw TextFault(
                    "The row has \(ahead.fields.count) cells, the first \(columnCount + 1).",
                    remedy: "Add or take away separators.",
                    line: ahead.line, code: "ragged-row")
            }
            labels.append(ahead.string(0))
            lines.append(ahead.line)
        }
        return (labels, lines)
    }

    private mutating func readCells(_ columns: [String], _ labels: [String]) throws(TextFault) {
        var row = 0
        while csv.next() {
            guard let source = network.position(of: labels[row]) else { return }
            row += 1
            for (place, column) in columns.enumerated() {
                let field = csv.fields[place + 1]
                guard !field.isEmpty else {
                    emptyCells += 1
                    continue
                }
                guard
                    let value = CSVNumber.double(
                        csv.bytes[field.start..<field.end], decimalComma: csv.dialect.readsDecimalComma)
                else {
                    network.report(
                        .error, "bad-number", "\"\(Excerpt.of(csv.string(of: field)))\" is no number.",
                        remedy: "Write 0 where there is no tie.", line: csv.line, column: Excerpt.of(column),
                        id: labels[row - 1])
                    continue
                }
                guard value != 0, let target = network.position(of: column) else { continue }
                let tie = network.add(tie: source, target, directed: isTwoMode ? false : true, line: csv.line)
                let text = NumberText.shortest(value)
                network.ties.set(text, "weight", row: tie)
                weights.append(text)
            }
        }
    }
}

/// Writes a matrix of all ties together: their weights, added up where two actors have several.
enum MatrixWriter {
    /// Beyond so many cells a matrix would be mostly zeros and larger than any program reads.
    private static let mostCells = 25_000_000

    static func write(
        _ network: Network, _ options: NetworkFormat.WritingOptions
    ) throws(MilieuError) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        let isTwoMode = !network.events.isEmpty && network.ties.isEmpty
        let (rows, columns) =
            isTwoMode
            ? (0..<network.actors.count, network.actors.count..<out.nodeCount) : (0..<out.nodeCount, 0..<out.nodeCount)
        guard rows.count.multipliedReportingOverflow(by: max(columns.count, 1)).partialValue <= mostCells else {
            throw MilieuError(
                .usage, "A matrix of \(rows.count) rows and \(columns.count) columns is too large.",
                remedy: "Write an edge list: --to edge-list.")
        }
        if out.names.contains(where: { $0 != nil }) { out.lose("names beside the ids", "A matrix") }
        out.reportColumns("A matrix", nodes: { $0 == "mode" && isTwoMode }, ties: { $0 == "kind" && isTwoMode })
        out.reportUncarried("A matrix")
        if out.hasParallelTies {
            out.note("added-up", "Ties between the same two actors were added up.", "Keep the dataset beside it.")
        }
        if !isTwoMode, out.isMixed {
            out.note(
                "mixed-direction", "Ties without direction stand in the matrix both ways, beside those with one.",
                "Keep the dataset beside it.")
        }
        return NetworkFormat.Output(text: text(&out, rows, columns), findings: out.findings)
    }

    private static func text(_ out: inout OutgoingNetwork, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
        var cells: [[Int: Double]] = Array(repeating: [:], count: rows.count)
        for row in 0..<out.tieCount {
            let (source, target) = (out.source(row), out.target(row))
            cells[source][target, default: 0] += out.weight(row)
            if !out.isDirected(row), source != target, rows.contains(target), columns.contains(source) {
                cells[target][source, default: 0] += out.weight(row)
            }
        }
        let zeros = cells.reduce(0) { $0 + $1.values.count { $0 == 0 } }
        if zeros > 0 {
            out.note("not-carried", "A matrix cannot hold ties of weight 0 (\(zeros)).", "Keep the dataset beside it.")
        }
        var text = CSVWriter.row([""] + columns.map { out.ids[$0] })
        for row in rows {
            text += CSVWriter.row([out.ids[row]] + columns.map { NumberText.shortest(cells[row][$0] ?? 0) })
        }
        return text
    }
}
