import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// NetDraw's VNA: attributes of nodes, and a column of ties for each relation.
    public static let vna = NetworkFormat(
        id: "vna", name: Bilingual("NetDraw VNA"),
        carries: Bilingual(
            en: "actors with their attributes, kinds as relations, weights; direction where it is not symmetric",
            fr: "acteurs avec leurs attributs, types en relations, poids ; direction si elle n’est pas symétrique"),
        fileExtensions: ["vna"],
        recognises: { head in
            head.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("*node data") || $0.hasPrefix("*tie data") }
        },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = VNAReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
                if options.directed != true { reader.fold() }
            }
        }, write: VNAWriter.write)
}

/// Reads NetDraw's VNA: attributes of nodes, ties with a column for each relation. How nodes look is passed over.
struct VNAReader {
    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    private var groups: [Int] = []
    private var weights: [String] = []
    private var lookLine: Int?

    private struct Row {
        let line: Int
        let cells: [String]
    }

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        network = PlainNetwork(file: file)
    }

    mutating func fold() { network.foldSymmetric(groups: groups, weights: weights) }

    mutating func read() throws(TextFault) {
        var isKnown = false
        while let row = nextRow() {
            let head = row.cells.joined(separator: " ").lowercased()
            guard head.hasPrefix("*") else {
                throw TextFault(
                    Bilingual(en: "The line belongs to no section.", fr: "La ligne n'appartient à aucune section."),
                    remedy: Bilingual(
                        en: "A VNA file begins with: *Node data", fr: "Un fichier VNA commence par : *Node data"),
                    line: row.line,
                    column: 1)
            }
            let words = head.dropFirst().split(separator: " ").prefix(2).joined(separator: " ")
            isKnown = true
            switch words {
            case "node data": try readNodes()
            case "tie data": try readTies()
            case "node properties", "tie properties":
                lookLine = lookLine ?? row.line
                try readLook(ofNodes: words == "node properties")
            default:
                network.report(
                    .warning, "not-read",
                    Bilingual(
                        en: "The section \"\(Excerpt.of(head))\" is not read.",
                        fr: "La section « \(Excerpt.of(head)) » n'est pas lue."),
                    remedy: Bilingual(
                        en: "Sections are *Node data, *Node properties, *Tie data and *Tie properties.",
                        fr: "Les sections sont *Node data, *Node properties, *Tie data et *Tie properties."),
                    line: row.line)
                while sectionRow() != nil {}
            }
        }
        guard isKnown else {
            throw TextFault(
                Bilingual(en: "The file is empty.", fr: "Le fichier est vide."),
                remedy: Bilingual(
                    en: "A VNA file begins with: *Node data", fr: "Un fichier VNA commence par : *Node data"), line: 1)
        }
        if let lookLine {
            network.report(
                .note, "look-left-out",
                Bilingual(
                    en: "Colours, sizes, shapes and positions were left out.",
                    fr: "Les couleurs, les tailles, les formes et les positions ont été laissées de côté."),
                remedy: .nothingToDo, line: lookLine)
        }
    }

    // MARK: Sections

    private mutating func readNodes() throws(TextFault) {
        guard let head = sectionRow() else { return }
        while let row = sectionRow() {
            try check(row, head)
            let node = network.node(row.cells[0], line: row.line)
            for (name, cell) in zip(head.cells, row.cells).dropFirst() {
                network.nodes.set(cell, name.lowercased() == "name" ? "name" : name, row: node)
            }
        }
    }

    /// Of the look only the short label says anything, and that there is the node.
    private mutating func readLook(ofNodes: Bool) throws(TextFault) {
        guard let head = sectionRow() else { return }
        let label = head.cells.firstIndex { $0.lowercased() == "shortlabel" }
        while let row = sectionRow() {
            guard ofNodes else { continue }
            try check(row, head)
            let node = network.node(row.cells[0], line: row.line)
            if let label, row.cells[label] != row.cells[0] { network.nodes.set(row.cells[label], "label", row: node) }
        }
    }

    /// A column of numbers is a relation, whose ties are where it is not 0; one column alone is how strong the ties
    /// are. Columns that ties have in a dataset, and those with texts, are attributes.
    private mutating func readTies() throws(TextFault) {
        guard let head = sectionRow() else { return }
        guard head.cells.count >= 2 else {
            throw TextFault(
                Bilingual(
                    en: "The columns of the ties are not named.", fr: "Les colonnes des liens ne sont pas nommées."),
                remedy: Bilingual(en: "Write: from to strength", fr: "Écrivez : from to strength"), line: head.line,
                code: "missing-value")
        }
        var rows: [Row] = []
        while let row = sectionRow() {
            try check(row, head)
            rows.append(row)
        }
        let known = Set(Tie.table.columns.map(\.id)).union(["layer"]).subtracting(["weight"])
        let relations = head.cells.indices.dropFirst(2).filter { column in
            !known.contains(head.cells[column].lowercased())
                && rows.allSatisfy { $0.cells[column].isEmpty || PlainCell.number($0.cells[column]) != nil }
        }
        let others = head.cells.indices.dropFirst(2).filter { !relations.contains($0) }
        let names = relations.map { head.cells[$0] }
        let isOneStrength =
            relations.count == 1 && ["strength", "weight", "value", "tie"].contains(names[0].lowercased())
        if relations.count > 1 {
            network.report(
                .note, "columns-as-relations",
                Bilingual(
                    en:
                        "Each column of numbers of the ties was read as a relation of its own: \(OutgoingNetwork.list(names)).",
                    fr:
                        "Chaque colonne de nombres des liens a été lue comme une relation à part : \(OutgoingNetwork.list(names))."
                ),
                remedy: Bilingual(
                    en: "Nothing needs to be done, if they are relations, as NetDraw has it.",
                    fr: "Rien à faire, si ce sont des relations, comme le veut NetDraw."), line: head.line)
        }
        for row in rows {
            let source = network.node(row.cells[0], line: row.line), target = network.node(row.cells[1], line: row.line)
            for (place, relation) in (relations.isEmpty ? [-1] : relations).enumerated() {
                let weight = relation < 0 ? "1" : row.cells[relation]
                guard !weight.isEmpty, PlainCell.number(weight) != 0 else { continue }
                let tie = network.add(tie: source, target, directed: true, line: row.line)
                network.ties.set(weight, "weight", row: tie)
                if relation >= 0, !isOneStrength { network.ties.set(names[place], "kind", row: tie) }
                for other in others { network.ties.set(row.cells[other], head.cells[other].lowercased(), row: tie) }
                groups.append(place)
                weights.append(weight)
            }
        }
    }

    private func check(_ row: Row, _ head: Row) throws(TextFault) {
        guard row.cells.count == head.cells.count else {
            throw TextFault(
                Bilingual(
                    en: "The line has \(row.cells.count) words, the names of the columns are \(head.cells.count).",
                    fr:
                        "La ligne a \(row.cells.count, fr: "mot", "mots"), les noms des colonnes sont \(head.cells.count)."
                ),
                remedy: Bilingual(
                    en: "Put texts with spaces in quotes.",
                    fr: "Mettez entre guillemets les textes qui ont des espaces."), line: row.line, code: "ragged-row")
        }
    }

    // MARK: Lines

    /// The next line that says anything, unless it begins a section.
    private mutating func sectionRow() -> Row? {
        scanner.passSpace()
        return scanner.peek == UInt8(ascii: "*") ? nil : nextRow()
    }

    /// Words in quotes or not; what separates them are commas, where the line has any, else spaces and tabs.
    private mutating func nextRow() -> Row? {
        scanner.passSpace()
        guard !scanner.isAtEnd else { return nil }
        let line = scanner.line
        let start = scanner
        let plain = words { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
        guard plain.hasComma else { return Row(line: line, cells: plain.cells) }
        scanner = start
        return Row(line: line, cells: words { $0 == UInt8(ascii: ",") }.cells)
    }

    private mutating func words(_ isSeparator: (UInt8) -> Bool) -> (cells: [String], hasComma: Bool) {
        var cells: [String] = []
        var hasComma = false
        let isComma = !isSeparator(0x20)
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            if byte == 0x20 || byte == 0x09 {
                scanner.advance()
            } else if byte == UInt8(ascii: ",") {
                hasComma = true
                scanner.advance()
                scanner.pass { $0 == 0x20 || $0 == 0x09 }
                if isComma, [UInt8(ascii: ","), 0x0A, 0x0D].contains(scanner.peek ?? 0x0A) { cells.append("") }
            } else if byte == UInt8(ascii: "\"") {
                cells.append(quoted())
            } else {
                cells.append(PlainCell.trimmed(scanner.word { $0 != 0x0A && $0 != 0x0D && !isSeparator($0) }))
            }
        }
        return (cells, hasComma)
    }

    /// A quote in a text stands twice.
    private mutating func quoted() -> String {
        scanner.advance()
        var text = ""
        while true {
            text += scanner.word { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
            guard scanner.take("\""), scanner.take("\"") else { return text }
            text += "\""
        }
    }
}

/// Writes VNA: a column for each kind of tie; a tie without direction stands both ways.
enum VNAWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        let kinds = Set((0..<out.tieCount).map(out.kind)).sorted()
        out.reportChanged(
            Bilingual("VNA"), Bilingual(en: "quotes and line breaks", fr: "les guillemets et les sauts de ligne")
        ) {
            plain($0) == $0
        }
        out.reportColumns(Bilingual("VNA"), nodes: { _ in true }, ties: { $0 == "kind" })
        out.reportUncarried(Bilingual("VNA"))
        if out.isMixed {
            out.note(
                "mixed-direction",
                Bilingual(
                    en: "Ties without direction stand in the file both ways, beside those with one.",
                    fr:
                        "Les liens non orientés se trouvent dans le fichier dans les deux sens, à côté de ceux qui sont orientés."
                ),
                .keepTheDataset)
        }
        return NetworkFormat.Output(text: text(out, kinds), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork, _ kinds: [Int]) -> String {
        let hasNames = out.names.contains { $0 != nil }
        var text = "*Node data\nID" + (hasNames ? " name" : "")
        for column in out.nodeColumns { text += " " + quoted(column.name) }
        text += "\n"
        for row in 0..<out.nodeCount {
            text += quoted(out.ids[row]) + (hasNames ? " " + quoted(out.names[row] ?? out.ids[row]) : "")
            for column in out.nodeColumns { text += " " + quoted(column.cell(row) ?? "") }
            text += "\n"
        }
        text += "*Tie data\nfrom to"
        for kind in kinds { text += " " + quoted(kinds.count > 1 ? name(of: kind, out) : "strength") }
        text += "\n"
        for row in 0..<out.tieCount {
            let values = kinds.map { $0 == out.kind(row) ? out.weightText(row) ?? "1" : "0" }.joined(separator: " ")
            let (source, target) = (quoted(out.ids[out.source(row)]), quoted(out.ids[out.target(row)]))
            text += "\(source) \(target) \(values)\n"
            if !out.isDirected(row), source != target { text += "\(target) \(source) \(values)\n" }
        }
        return text
    }

    private static func name(of kind: Int, _ out: OutgoingNetwork) -> String {
        out.network.tieKinds.indices.contains(kind) ? out.network.tieKinds[kind].id : "participation"
    }

    private static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 == "\"" ? "'" : $0 }))
    }
}
