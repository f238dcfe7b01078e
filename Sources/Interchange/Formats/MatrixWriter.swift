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
                .usage,
                Bilingual(
                    en: "A matrix of \(rows.count) rows and \(columns.count) columns is too large.",
                    fr:
                        "Une matrice de \(rows.count, fr: "ligne", "lignes") et \(columns.count, fr: "colonne", "colonnes") est trop grande."
                ),
                remedy: Bilingual(
                    en: "Write an edge list: --to edge-list.", fr: "Écrivez une liste de liens : --to edge-list."))
        }
        if out.names.contains(where: { $0 != nil }) {
            out.lose(
                Bilingual(en: "names beside the ids", fr: "les noms à côté des identifiants"),
                Bilingual(en: "A matrix", fr: "Une matrice"))
        }
        out.reportColumns(
            Bilingual(en: "A matrix", fr: "Une matrice"), nodes: { $0 == "mode" && isTwoMode },
            ties: { $0 == "kind" && isTwoMode })
        out.reportUncarried(Bilingual(en: "A matrix", fr: "Une matrice"))
        if out.hasParallelTies {
            out.note(
                "added-up",
                Bilingual(
                    en: "Ties between the same two actors were added up.",
                    fr: "Les liens entre les deux mêmes acteurs ont été additionnés."), .keepTheDataset)
        }
        if !isTwoMode, out.isMixed {
            out.note(
                "mixed-direction",
                Bilingual(
                    en: "Ties without direction stand in the matrix both ways, beside those with one.",
                    fr:
                        "Les liens non orientés se trouvent dans la matrice dans les deux sens, à côté de ceux qui sont orientés."
                ),
                .keepTheDataset)
        }
        return NetworkFormat.Output(text: text(&out, rows, columns), findings: out.findings)
    }

    private static func text(_ out: inout OutgoingNetwork, _ rows: Range<Int>, _ columns: Range<Int>) -> String {
        var cells: [[Int: Double]] = Array(repeating: [:], count: rows.count)
        for row in 0..<out.tieCount {
            let (source, target) = (out.source(row), out.target(row))
            // Of a participation written both ways the way back has no cell: rows are actors, columns events.
            guard rows.contains(source), columns.contains(target) else { continue }
            cells[source][target, default: 0] += out.weight(row)
            if !out.isDirected(row), source != target, rows.contains(target), columns.contains(source) {
                cells[target][source, default: 0] += out.weight(row)
            }
        }
        let zeros = cells.reduce(0) { $0 + $1.values.count { $0 == 0 } }
        if zeros > 0 {
            out.note(
                "not-carried",
                Bilingual(
                    en: "A matrix cannot hold ties of weight 0 (\(zeros)).",
                    fr: "Une matrice ne peut pas contenir de liens de poids 0 (\(zeros))."), .keepTheDataset)
        }
        var text = CSVWriter.row([""] + columns.map { out.ids[$0] })
        for row in rows {
            text += CSVWriter.row([out.ids[row]] + columns.map { NumberText.shortest(cells[row][$0] ?? 0) })
        }
        return text
    }
}
