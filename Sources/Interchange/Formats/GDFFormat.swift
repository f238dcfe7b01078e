import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// GDF, the format of GUESS; read only.
    public static let gdf = NetworkFormat(
        id: "gdf", name: Bilingual("GDF (GUESS)"),
        carries: Bilingual(
            en: "read only: actors and ties with attributes, weights, mixed direction",
            fr: "lecture seule : acteurs et liens avec attributs, poids, direction mixte"),
        fileExtensions: ["gdf"], recognises: { $0.hasPrefix("nodedef>") || $0.contains("\nnodedef>") },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = GDFReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, isWritten: false)
}

/// Reads GDF, the format of GUESS, which Gephi and surveys of social media write: two tables, each with its columns
/// declared in its first line. How nodes look is passed over. Ties are without direction unless a column says so.
struct GDFReader {
    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    private var columns: [(name: String, fallback: String?)] = []
    private var lookLine: Int?

    /// What GUESS and Gephi draw with.
    private static let look: Set = [
        "x", "y", "z", "visible", "color", "fixed", "style", "width", "height", "labelvisible", "labelcolor",
        "labelsize",
        "image", "strokecolor", "shape", "size",
    ]

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        network = PlainNetwork(file: file)
    }

    mutating func read() throws(TextFault) {
        enum Part { case nodes, ties }
        var part: Part?
        while let (cells, line, isHead) = nextRow() {
            if isHead {
                part = cells[0].lowercased().hasPrefix("nodedef>") ? .nodes : .ties
                declare(cells, line)
            } else if let part {
                guard cells.count <= columns.count else {
                    throw TextFault(
                        Bilingual(
                            en: "The line has \(cells.count) values, the columns are \(columns.count).",
                            fr:
                                "La ligne a \(cells.count, fr: "valeur", "valeurs"), les colonnes sont \(columns.count)."
                        ),
                        remedy: Bilingual(
                            en: "Put texts with commas in quotes.",
                            fr: "Mettez entre guillemets les textes qui ont des virgules."), line: line,
                        code: "ragged-row")
                }
                try part == .nodes ? addNode(cells, line) : addTie(cells, line)
            } else {
                throw TextFault(
                    Bilingual(
                        en: "The file does not begin with its columns.",
                        fr: "Le fichier ne commence pas par ses colonnes."),
                    remedy: Bilingual(
                        en: "Write for instance: nodedef>name VARCHAR", fr: "Écrivez par exemple : nodedef>name VARCHAR"
                    ),
                    line: line)
            }
        }
        guard part != nil else {
            throw TextFault(
                Bilingual(en: "There is no line \"nodedef>\".", fr: "Il n'y a pas de ligne « nodedef> »."),
                remedy: Bilingual(
                    en: "Write for instance: nodedef>name VARCHAR", fr: "Écrivez par exemple : nodedef>name VARCHAR"),
                line: 1)
        }
        guard let lookLine else { return }
        network.report(
            .note, "look-left-out",
            Bilingual(
                en: "Colours, sizes and positions were left out.",
                fr: "Les couleurs, les tailles et les positions ont été laissées de côté."),
            remedy: .nothingToDo,
            line: lookLine)
    }

    /// `name VARCHAR`, perhaps with a default behind it.
    private mutating func declare(_ cells: [String], _ line: Int) {
        columns = cells.enumerated().map { place, cell in
            let text = place == 0 ? String(cell.drop { $0 != ">" }.dropFirst()) : cell
            let words = text.split(separator: " ").map(String.init)
            let mark = words.firstIndex { $0.lowercased() == "default" }
            let fallback = mark.flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
            return (words.first ?? "", fallback)
        }
        if columns.contains(where: { Self.look.contains($0.name.lowercased()) }) { lookLine = lookLine ?? line }
    }

    private func cell(_ name: String, _ cells: [String]) -> String? {
        guard let place = columns.firstIndex(where: { $0.name.lowercased() == name }) else { return nil }
        let text = cells.indices.contains(place) ? cells[place] : ""
        return text.isEmpty ? columns[place].fallback : text
    }

    private mutating func addNode(_ cells: [String], _ line: Int) throws(TextFault) {
        guard let id = cell("name", cells), let node = network.add(node: id, line: line) else {
            if cell("name", cells) == nil { throw missing(Bilingual("name"), line) }
            return
        }
        for column in columns where column.name.lowercased() != "name" && !Self.look.contains(column.name.lowercased())
        {
            if let text = cell(column.name.lowercased(), cells) { network.nodes.set(text, column.name, row: node) }
        }
    }

    private mutating func addTie(_ cells: [String], _ line: Int) throws(TextFault) {
        guard let source = cell("node1", cells), let target = cell("node2", cells) else {
            throw missing(Bilingual(en: "node1 and node2", fr: "node1 et node2"), line)
        }
        let direction = cell("directed", cells).map { PlainCell.flag($0) ?? false }
        let tie = network.add(
            tie: network.node(source, line: line), network.node(target, line: line), directed: direction ?? false,
            line: line)
        for column in columns {
            let name = column.name.lowercased()
            guard !["node1", "node2", "directed"].contains(name), !Self.look.contains(name),
                let text = cell(name, cells)
            else { continue }
            network.ties.set(text, name == "weight" ? "weight" : column.name, row: tie)
        }
    }

    private func missing(_ what: Bilingual, _ line: Int) -> TextFault {
        TextFault(
            Bilingual(en: "The line has no \(what.en).", fr: "La ligne n'a pas de \(what.fr)."),
            remedy: Bilingual(
                en: "Fill the column, and declare it behind nodedef> or edgedef>.",
                fr: "Remplissez la colonne, et déclarez-la après nodedef> ou edgedef>."),
            line: line,
            code: "missing-value")
    }

    // MARK: Lines

    /// Values between commas, in single or double quotes where they hold one.
    private mutating func nextRow() -> (cells: [String], line: Int, isHead: Bool)? {
        scanner.pass { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }
        while scanner.peek == UInt8(ascii: "#") {
            scanner.pass { $0 != 0x0A && $0 != 0x0D }
            scanner.passSpace()
        }
        guard !scanner.isAtEnd else { return nil }
        let line = scanner.line
        var cells: [String] = []
        while true {
            scanner.pass { $0 == 0x20 || $0 == 0x09 }
            cells.append(value())
            guard scanner.take(",") else { break }
        }
        let head = cells[0].lowercased()
        return (cells, line, head.hasPrefix("nodedef>") || head.hasPrefix("edgedef>"))
    }

    private mutating func value() -> String {
        var text = ""
        let quote = scanner.peek.flatMap { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") ? $0 : nil }
        if let quote, closes(quote) {
            scanner.advance()
            text = scanner.word { $0 != quote }
            scanner.advance()
            text += scanner.word { $0 != UInt8(ascii: ",") && $0 != 0x0A && $0 != 0x0D }
        } else {
            text = scanner.word { $0 != UInt8(ascii: ",") && $0 != 0x0A && $0 != 0x0D }
        }
        return PlainCell.trimmed(text)
    }

    /// Whether the quote here has a second one before the end of the line: `l'atelier` has none.
    private func closes(_ quote: UInt8) -> Bool {
        var ahead = scanner
        ahead.advance()
        ahead.pass { $0 != quote && $0 != 0x0A && $0 != 0x0D }
        return ahead.peek == quote
    }
}
