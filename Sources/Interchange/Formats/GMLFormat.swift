import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The Graph Modelling Language, in ASCII.
    public static let gml = NetworkFormat(
        id: "gml", name: Bilingual("GML"),
        carries: Bilingual(
            en: "actors, events and ties with all attributes, in ASCII",
            fr: "acteurs, événements et liens avec tous les attributs, en ASCII"),
        fileExtensions: ["gml"],
        recognises: { head in
            head.split(whereSeparator: \.isNewline).contains { line in
                let words = line.split { $0.isWhitespace || $0 == "[" }
                return words == ["graph"] || words.first == "graph" && line.contains("[") || line.hasPrefix("creator ")
            } && !head.contains("{")
        },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = GMLReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, write: GMLWriter.write)
}

/// Reads GML: nodes and edges with their attributes; lists in lists become attributes whose names
/// are joined by points (`graphics.x`). A label that is unique serves as the id.
struct GMLReader {
    static let deepest = 64

    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    private var isDirected: Bool?
    private var hasGraph = false

    private struct Pair {
        let key: String
        let text: String
    }

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        network = PlainNetwork(file: file)
        network.hasNumberedIDs = true
    }

    mutating func read() throws(TextFault) {
        passSpace()
        while !scanner.isAtEnd {
            let key = try key()
            if key.lowercased() == "graph", startsList() {
                guard !hasGraph else {
                    throw scanner.fault(
                        Bilingual(en: "A second graph starts here.", fr: "Un deuxième graphe commence ici."),
                        remedy: Bilingual(
                            en: "Give each graph a file of its own.",
                            fr: "Donnez à chaque graphe un fichier qui lui soit propre."),
                        code: "several-graphs")
                }
                hasGraph = true
                try readGraph()
            } else {
                var ignored: [Pair] = []
                try readValue(key, into: &ignored, depth: 0)
            }
            passSpace()
        }
        guard hasGraph else {
            throw scanner.fault(
                Bilingual(en: "There is no graph in the file.", fr: "Il n'y a pas de graphe dans le fichier."),
                remedy: Bilingual(en: "A GML file holds: graph [ … ].", fr: "Un fichier GML contient : graph [ … ]."))
        }
        for tie in 0..<network.tieCount where network.directions[tie] == nil {
            network.setDirection(isDirected ?? false, tie: tie)
        }
    }

    private mutating func readGraph() throws(TextFault) {
        try openList()
        while try !closesList() {
            let line = scanner.line
            let key = try key()
            switch key.lowercased() {
            case "node" where startsList(): try addNode(try list(), line)
            case "edge" where startsList(): try addEdge(try list(), line)
            default:
                var pairs: [Pair] = []
                try readValue(key, into: &pairs, depth: 1)
                if key.lowercased() == "directed", let text = pairs.first?.text { isDirected = text == "1" }
            }
        }
    }

    private mutating func addNode(_ pairs: [Pair], _ line: Int) throws(TextFault) {
        guard let id = pairs.first(where: { $0.key == "id" })?.text else {
            throw TextFault(
                Bilingual(en: "The node has no id.", fr: "Le nœud n'a pas d'identifiant."),
                remedy: Bilingual(
                    en: "Give each node an id of its own.",
                    fr: "Donnez à chaque nœud un identifiant qui lui soit propre."), line: line, code: "missing-value")
        }
        guard let node = network.add(node: id, line: line) else { return }
        set(pairs.filter { $0.key != "id" }, line) { $0.nodes.set($2, $1, row: node) }
    }

    private mutating func addEdge(_ pairs: [Pair], _ line: Int) throws(TextFault) {
        guard let source = pairs.first(where: { $0.key == "source" })?.text,
            let target = pairs.first(where: { $0.key == "target" })?.text
        else {
            throw TextFault(
                Bilingual(
                    en: "The edge lacks its source or its target.", fr: "Il manque à l'arête sa source ou sa cible."),
                remedy: Bilingual(en: "Write both: source 1 target 2.", fr: "Écrivez les deux : source 1 target 2."),
                line: line,
                code: "missing-value")
        }
        let direction = pairs.first { $0.key == "directed" }?.text
        let tie = network.add(tie: source, target, directed: direction.map { $0 == "1" }, line: line)
        let own: Set = ["source", "target", "directed"]
        set(pairs.filter { !own.contains($0.key) }, line) { $0.ties.set($2, $1, row: tie) }
    }

    /// Values of one name are joined: a GML list may repeat a key.
    private mutating func set(_ pairs: [Pair], _ line: Int, _ set: (inout PlainNetwork, String, String) -> Void) {
        var texts: [String: String] = [:]
        for pair in pairs {
            if let text = texts[pair.key] {
                texts[pair.key] = text + "; " + pair.text
                network.report(
                    .note, "repeated-key",
                    Bilingual(
                        en: "\"\(Excerpt.of(pair.key))\" is there more than once; the values were joined.",
                        fr: "« \(Excerpt.of(pair.key)) » y est plus d'une fois ; les valeurs ont été réunies."),
                    remedy: .nothingToDo, line: line, column: Excerpt.of(pair.key))
            } else {
                texts[pair.key] = pair.text
            }
        }
        for pair in pairs {
            if let text = texts.removeValue(forKey: pair.key) { set(&network, pair.key, text) }
        }
    }

    // MARK: Syntax

    private mutating func list() throws(TextFault) -> [Pair] {
        var pairs: [Pair] = []
        try readList("", into: &pairs, depth: 2)
        return pairs
    }

    private mutating func readList(_ prefix: String, into pairs: inout [Pair], depth: Int) throws(TextFault) {
        try openList()
        while try !closesList() {
            let key = try key()
            try readValue(prefix + key, into: &pairs, depth: depth)
        }
    }

    private mutating func readValue(_ key: String, into pairs: inout [Pair], depth: Int) throws(TextFault) {
        passSpace()
        switch scanner.peek {
        case UInt8(ascii: "["):
            guard depth < Self.deepest, key.utf8.count < 2000 else {
                throw scanner.fault(
                    Bilingual(
                        en: "Lists are nested deeper than \(Self.deepest) levels.",
                        fr: "Les listes sont imbriquées à plus de \(Self.deepest, fr: "niveau", "niveaux")."),
                    remedy: Bilingual(en: "Flatten the file.", fr: "Aplatissez le fichier."),
                    code: "too-deep")
            }
            try readList(key + ".", into: &pairs, depth: depth + 1)
        case UInt8(ascii: "\""):
            pairs.append(Pair(key: key, text: TextEntity.decoded(try quoted())))
        default:
            let column = scanner
            let text = scanner.word {
                !ASCIIText.isSpace($0) && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\"")
            }
            guard PlainCell.number(text) != nil || ["nan", "inf", "+inf", "-inf"].contains(text.lowercased()) else {
                throw column.fault(
                    Bilingual(
                        en: "\"\(Excerpt.of(text))\" is no value of \"\(Excerpt.of(key))\".",
                        fr: "« \(Excerpt.of(text)) » n'est pas une valeur de « \(Excerpt.of(key)) »."),
                    remedy: Bilingual(
                        en: "Write a number, a text in quotes or a list in brackets.",
                        fr: "Écrivez un nombre, un texte entre guillemets ou une liste entre crochets."))
            }
            pairs.append(Pair(key: key, text: text))
        }
    }

    /// A text in quotes. GML knows no escape but references; Tulip and OGDF write `\"` all the same.
    private mutating func quoted() throws(TextFault) -> String {
        let opening = scanner
        scanner.advance()
        var text = ""
        while true {
            text += scanner.word { $0 != UInt8(ascii: "\"") }
            guard scanner.take("\"") else {
                throw opening.fault(
                    Bilingual(
                        en: "The quote that opens here is never closed.",
                        fr: "Le guillemet qui s'ouvre ici n'est jamais fermé."),
                    remedy: Bilingual(
                        en: "Close it; write &quot; for one in a text.",
                        fr: "Fermez-le ; écrivez &quot; pour un guillemet dans un texte."))
            }
            guard text.utf8.last == UInt8(ascii: "\\"), !isAtEndOfValue else { return text }
            text.unicodeScalars.removeLast()
            text += "\""
        }
    }

    /// Whether nothing but the end of the line, of the list or of the file follows. A quote behind a
    /// backslash closes its text there, since a text may end in a backslash; elsewhere it is part of it.
    private var isAtEndOfValue: Bool {
        var offset = 0
        while let byte = scanner.peek(offset), byte == 0x20 || byte == 0x09 { offset += 1 }
        guard let byte = scanner.peek(offset) else { return true }
        return byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "]")
    }

    private mutating func key() throws(TextFault) -> String {
        let place = scanner
        let key = scanner.word {
            ASCIIText.isLetter($0) || ASCIIText.isDigit($0) || $0 == UInt8(ascii: "_") || $0 >= 0x80
        }
        guard !key.isEmpty else {
            throw place.fault(
                Bilingual(en: "Here a name must stand.", fr: "Ici, il doit y avoir un nom."),
                remedy: Bilingual(
                    en: "A GML file holds names and values in turn; texts are in quotes.",
                    fr:
                        "Un fichier GML contient tour à tour des noms et des valeurs ; les textes sont entre guillemets."
                ))
        }
        return key
    }

    private mutating func startsList() -> Bool {
        passSpace()
        return scanner.peek == UInt8(ascii: "[")
    }

    private mutating func openList() throws(TextFault) {
        passSpace()
        guard scanner.take("[") else {
            throw scanner.fault(
                Bilingual(en: "An opening bracket is missing.", fr: "Un crochet ouvrant manque."),
                remedy: Bilingual(en: "Write [ here.", fr: "Écrivez [ ici."))
        }
    }

    private mutating func closesList() throws(TextFault) -> Bool {
        passSpace()
        guard !scanner.isAtEnd else {
            throw scanner.fault(
                Bilingual(
                    en: "The file ends before a bracket is closed.",
                    fr: "Le fichier finit avant qu'un crochet soit fermé."),
                remedy: Bilingual(
                    en: "The file was cut, or a ] is missing: export it again.",
                    fr: "Le fichier a été coupé, ou un ] manque : exportez-le de nouveau."))
        }
        return scanner.take("]")
    }

    /// Spaces, and lines that start with `#`.
    private mutating func passSpace() {
        scanner.passSpace()
        while scanner.peek == UInt8(ascii: "#") {
            scanner.pass { $0 != 0x0A && $0 != 0x0D }
            scanner.passSpace()
        }
    }
}

/// Writes GML in ASCII, as it is defined and as NetworkX demands: other letters are references.
enum GMLWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename(key, reserved: ["id", "label", "name", "source", "target", "weight", "directed", "key", "graphics"])
        out.reportUncarried(Bilingual("GML"))
        out.reportMixed(Bilingual(en: "other programs", fr: "d'autres programmes"))
        let text = text(out)
        if text.utf8.split(separator: 0x0A).contains(where: { $0.count > longestLine }) {
            out.note(
                "long-lines",
                Bilingual(
                    en:
                        "Some lines are longer than the \(longestLine) characters that GML allows; some programs (OGDF) do not read them.",
                    fr:
                        "Certaines lignes dépassent les \(longestLine, fr: "caractère", "caractères") que GML permet ; certains programmes (OGDF) ne les lisent pas."
                ),
                Bilingual(en: "For them, write GraphML.", fr: "Pour eux, écrivez du GraphML."))
        }
        return NetworkFormat.Output(text: text, findings: out.findings)
    }

    /// In characters, by the report that defines GML.
    private static let longestLine = 254

    private static func text(_ out: OutgoingNetwork) -> String {
        let (isDirected, isMixed) = (out.isDirected, out.isMixed)
        var text = "graph [\n  directed \(isDirected ? 1 : 0)\n" + (out.hasParallelTies ? "  multigraph 1\n" : "")
        for row in 0..<out.nodeCount {
            text += "  node [\n    id \(row)\n    label \(quoted(out.ids[row]))\n"
            if let name = out.names[row] { text += "    name \(quoted(name))\n" }
            for column in out.nodeColumns { text += pair(column, row) }
            text += "  ]\n"
        }
        for row in 0..<out.tieCount {
            text += "  edge [\n    source \(out.source(row))\n    target \(out.target(row))\n"
            if out.hasWeights, let weight = out.weightText(row) { text += "    weight \(number(weight))\n" }
            if isMixed { text += "    directed \(out.isDirected(row) ? 1 : 0)\n" }
            for column in out.tieColumns { text += pair(column, row) }
            text += "  ]\n"
        }
        return text + "]\n"
    }

    private static func pair(_ column: OutgoingColumn, _ row: Int) -> String {
        guard let text = column.cell(row) else { return "" }
        if column.content != .text, isNumber(text) { return "    \(column.name) \(text)\n" }
        return "    \(column.name) \(quoted(text))\n"
    }

    /// A text in quotes. A backslash at its end is a reference, since Tulip and OGDF take `\"` for a
    /// quote in the text; others stay, for programs that leave references as they are.
    private static func quoted(_ text: String) -> String {
        let encoded = TextEntity.encoded(text)
        return encoded.hasSuffix("\\") ? "\"\(encoded.dropLast())&#92;\"" : "\"\(encoded)\""
    }

    /// Whole numbers of GML have 32 bits.
    private static func isNumber(_ text: String) -> Bool {
        text.contains(".") || Int32(text) != nil
    }

    /// A real number of GML has a point.
    private static func number(_ text: String) -> String {
        if Int32(text) != nil || text.contains(".") { return text }
        guard let exponent = text.firstIndex(of: "e") else { return text + ".0" }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    /// Letters, digits and underscores, a letter first.
    private static func key(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || (48...57).contains($0.value)) ? Character($0) : "_"
            })
        guard let first = plain.unicodeScalars.first, first.properties.isAlphabetic else { return "a" + plain }
        return plain
    }
}
