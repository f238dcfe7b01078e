import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Cytoscape's table of edges, whose names tell their ends: `A (supply) B`.
    public static let cytoscapeEdges = NetworkFormat(
        id: "cytoscape-edges", name: Bilingual(en: "Cytoscape edge table", fr: "table de liens Cytoscape"),
        carries: Bilingual(
            en: "read only: ties with their kinds and attributes", fr: "lecture seule : liens, types et attributs"),
        fileExtensions: [], recognises: CytoscapeEdges.recognises,
        read: { bytes, file, options in
            PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                let table = OpenedTable(DecodedText(bytes, file: file), file: file)
                network.findings.add(contentsOf: table.findings)
                try CytoscapeEdges.read(table.csv, into: &network)
            }
        }, isWritten: false)
}

/// Reads the table of edges that Cytoscape exports. The name of an edge is put together of its source, its
/// interaction in brackets and its target.
enum CytoscapeEdges {
    private struct Columns {
        let name: Int
        let interaction: Int
        /// What else is known of the edges, but for what the program counts and selects by.
        let further: [(name: String, position: Int)]

        init?(_ names: [String]) {
            let folded = names.map { FoldedWord.of($0) }
            guard let name = folded.firstIndex(of: "sharedname") ?? folded.firstIndex(of: "name"),
                let interaction = folded.firstIndex(of: "sharedinteraction") ?? folded.firstIndex(of: "interaction")
            else { return nil }
            (self.name, self.interaction) = (name, interaction)
            let own: Set = ["sharedname", "name", "sharedinteraction", "interaction", "suid", "selected"]
            further = names.indices.filter { !own.contains(folded[$0]) && !names[$0].isEmpty }.map { (names[$0], $0) }
        }
    }

    static func recognises(_ head: String) -> Bool {
        var rows = OpenedTable(DecodedText(Array(head.utf8), file: ""), file: "").csv
        guard rows.next(), let columns = columns(rows), rows.next() else { return false }
        return ends(rows, columns) != nil
    }

    private static func columns(_ header: CSVReader) -> Columns? {
        let names = header.fields.indices.map { header.string($0) }
        return EndWords.ends(of: names) == nil ? Columns(names) : nil
    }

    /// What stands before and behind the interaction in brackets; nil where the name has none.
    private static func ends(_ row: CSVReader, _ columns: Columns) -> (source: String, kind: String, target: String)? {
        guard row.fields.indices.contains(columns.name), row.fields.indices.contains(columns.interaction) else {
            return nil
        }
        let (name, kind) = (row.string(columns.name), row.string(columns.interaction))
        guard !kind.isEmpty, let mark = name.firstRange(of: " (\(kind)) ") else { return nil }
        let (source, target) = (String(name[..<mark.lowerBound]), String(name[mark.upperBound...]))
        return source.isEmpty || target.isEmpty ? nil : (source, kind, target)
    }

    fileprivate static func read(_ table: CSVReader, into network: inout PlainNetwork) throws(TextFault) {
        var rows = table
        defer { network.findings.add(contentsOf: rows.findings) }
        guard rows.next(), let columns = columns(rows) else {
            throw TextFault(
                Bilingual(
                    en: "The table has no columns \"name\" and \"interaction\".",
                    fr: "La table n'a pas de colonnes « name » et « interaction »."),
                remedy: Bilingual(en: "Export the table of edges.", fr: "Exportez la table des liens."),
                line: max(1, rows.line), code: "missing-column")
        }
        while rows.next() {
            guard let (source, kind, target) = ends(rows, columns) else {
                throw TextFault(
                    Bilingual(
                        en: "The name of the edge does not tell its ends.",
                        fr: "Le nom du lien ne dit pas ses bouts."),
                    remedy: Bilingual(
                        en: "It is put together of source, interaction and target: A (supply) B",
                        fr: "Il se compose de la source, de l'interaction et de la cible : A (supply) B"),
                    line: rows.line, code: "bad-value")
            }
            let tie = network.add(
                tie: network.node(source, line: rows.line), network.node(target, line: rows.line), directed: nil,
                line: rows.line)
            network.ties.set(kind, "kind", row: tie)
            for column in columns.further where rows.fields.indices.contains(column.position) {
                network.ties.set(rows.string(column.position), column.name, row: tie)
            }
        }
    }
}
