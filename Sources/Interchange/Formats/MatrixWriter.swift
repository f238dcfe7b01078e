import NetworkModel
import Tabular
import Vocabulary

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
