import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Tulip's TLP; read only.
    public static let tulip = NetworkFormat(
        id: "tlp", name: Bilingual("Tulip TLP"),
        carries: Bilingual(
            en: "read only: actors and ties with attributes; groups as attributes",
            fr: "lecture seule : acteurs et liens avec attributs ; groupes en attributs"),
        fileExtensions: ["tlp"], recognises: { $0.drop { $0.isWhitespace }.hasPrefix("(tlp") },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = TulipReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, isWritten: false)
}

/// Reads Tulip's TLP: nodes and edges by number, properties with defaults, and groups (clusters), each an attribute
/// of its nodes. How nodes look is passed over but for their labels. Every edge of Tulip has a direction.
struct TulipReader {
    static let deepest = 64

    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    /// The row of each edge, by the number that the file gives it.
    private var edges: [String: Int] = [:]
    private var lookLine: Int?
    private let most: Int

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        most = scanner.bytes.count + 1_000_000
        network = PlainNetwork(file: file)
        network.hasNumberedIDs = true
    }

    mutating func read() throws(TextFault) {
        passSpace()
        guard scanner.take("("), try word() == "tlp" else {
            throw scanner.fault(
                Bilingual(en: "The file does not start with \"(tlp\".", fr: "Le fichier ne commence pas par « (tlp »."),
                remedy: Bilingual(en: "Save it with Tulip as TLP.", fr: "Enregistrez-le avec Tulip en TLP."))
        }
        _ = try word()
        while try opens() {
            switch try word() {
            case "nodes": try readNodes()
            case "edge": try readEdge()
            case "cluster": try readCluster(depth: 1)
            case "property": try readProperty()
            default: try passList(depth: 1)
            }
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

    // MARK: Parts

    private mutating func readNodes() throws(TextFault) {
        for range in try numbers() {
            guard network.nodeCount + range.count <= most else { throw tooMany() }
            for number in range { _ = network.add(node: String(number), line: scanner.line) }
        }
    }

    private func tooMany() -> TextFault {
        scanner.fault(
            Bilingual(
                en: "There are more nodes than a file of this size describes.",
                fr: "Il y a plus de nœuds qu'un fichier de cette taille n'en décrit."),
            remedy: Bilingual(en: "Correct the numbers.", fr: "Corrigez les numéros."),
            code: "out-of-range")
    }

    private mutating func readEdge() throws(TextFault) {
        let line = scanner.line
        let (id, source, target) = (try word(), try word(), try word())
        try close()
        edges[id] = network.add(tie: source, target, directed: true, line: line)
    }

    /// Groups within groups are attributes of their own.
    private mutating func readCluster(depth: Int) throws(TextFault) {
        guard depth < Self.deepest else { throw tooDeep() }
        let number = try word()
        passSpace()
        let name = scanner.peek == UInt8(ascii: "\"") ? try word() : "group \(number)"
        while try opens() {
            switch try word() {
            case "nodes":
                for range in try numbers() {
                    guard range.count <= most, network.nodes.cellCount <= 64 * most else { throw tooMany() }
                    for node in range {
                        if let row = network.position(of: String(node)) { network.nodes.set("yes", name, row: row) }
                    }
                }
            case "cluster": try readCluster(depth: depth + 1)
            default: try passList(depth: depth)
            }
        }
    }

    /// `(property 0 string "viewLabel" (default "" "") (node 0 "a") (edge 0 "b"))`, of the whole graph.
    private mutating func readProperty() throws(TextFault) {
        let line = scanner.line
        let (graph, _, name) = (try word(), try word(), try word())
        let isLabel = name == "viewLabel"
        let isLook = name.hasPrefix("view") && !isLabel
        if isLook { lookLine = lookLine ?? line }
        guard graph == "0", !isLook else { return try passList(depth: 1) }
        let column = isLabel ? "label" : name
        while try opens() {
            let place = scanner.line
            switch try word() {
            case "default":
                let (node, edge) = (try word(), try word())
                if !node.isEmpty { network.nodes.setFallback(node, column: network.nodes.column(column)) }
                if !edge.isEmpty { network.ties.setFallback(edge, column: network.ties.column(column)) }
                try passList(depth: 1)
            case "node":
                let (id, text) = (try word(), try word())
                guard let row = network.position(of: id) else {
                    throw unknown(Bilingual(en: "node", fr: "nœud"), id, place)
                }
                network.nodes.set(text, column, row: row)
                try close()
            case "edge":
                let (id, text) = (try word(), try word())
                guard let row = edges[id] else { throw unknown(Bilingual(en: "edge", fr: "arête"), id, place) }
                network.ties.set(text, column, row: row)
                try close()
            default: try passList(depth: 1)
            }
        }
    }

    private func unknown(_ what: Bilingual, _ id: String, _ line: Int) -> TextFault {
        TextFault(
            Bilingual(
                en: "There is no \(what.en) \(Excerpt.of(id)).", fr: "Il n'y a pas de \(what.fr) \(Excerpt.of(id))."),
            remedy: Bilingual(en: "Correct its number.", fr: "Corrigez son numéro."), line: line, code: "unknown-id")
    }

    // MARK: Syntax

    private mutating func passSpace() {
        scanner.passSpace()
        while scanner.peek == UInt8(ascii: ";") {
            scanner.pass { $0 != 0x0A && $0 != 0x0D }
            scanner.passSpace()
        }
    }

    /// Whether a list opens here; else the one around it ends.
    private mutating func opens() throws(TextFault) -> Bool {
        passSpace()
        if scanner.take("(") { return true }
        try close()
        return false
    }

    private mutating func close() throws(TextFault) {
        passSpace()
        guard scanner.take(")") else {
            throw scanner.fault(
                Bilingual(en: "A closing bracket is missing.", fr: "Une parenthèse fermante manque."),
                remedy: Bilingual(
                    en: "The file was cut, or a ) is missing: save it again.",
                    fr: "Le fichier a été coupé, ou un ) manque : enregistrez-le de nouveau."))
        }
    }

    private mutating func passList(depth: Int) throws(TextFault) {
        var open = 1
        while open > 0 {
            passSpace()
            guard let byte = scanner.peek else { return try close() }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
                open += byte == UInt8(ascii: "(") ? 1 : -1
                scanner.advance()
            } else {
                _ = try word()
            }
        }
    }

    private func tooDeep() -> TextFault {
        scanner.fault(
            Bilingual(
                en: "Groups are nested deeper than \(Self.deepest) levels.",
                fr: "Les groupes sont imbriqués à plus de \(Self.deepest, fr: "niveau", "niveaux")."),
            remedy: Bilingual(en: "Flatten the file.", fr: "Aplatissez le fichier."), code: "too-deep")
    }

    /// A bare word, or a text in quotes in which a backslash stands before a quote or another.
    private mutating func word() throws(TextFault) -> String {
        passSpace()
        guard scanner.take("\"") else {
            let text = scanner.word {
                !ASCIIText.isSpace($0) && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "\"")
            }
            guard !text.isEmpty else {
                throw scanner.fault(
                    Bilingual(en: "Here a word must stand.", fr: "Ici, il doit y avoir un mot."),
                    remedy: Bilingual(
                        en: "The file was cut, or a word is missing: save it again.",
                        fr: "Le fichier a été coupé, ou un mot manque : enregistrez-le de nouveau."))
            }
            return text
        }
        var text: [UInt8] = []
        while let byte = scanner.peek {
            scanner.advance()
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let next = scanner.peek {
                text.append(next == UInt8(ascii: "n") ? 0x0A : next)
                scanner.advance()
            } else {
                text.append(byte)
            }
        }
        throw scanner.fault(
            Bilingual(en: "A quote is never closed.", fr: "Un guillemet n'est jamais fermé."),
            remedy: Bilingual(en: "Close it.", fr: "Fermez-le."))
    }

    /// `0 1 2` or `0..4`, up to the end of the list.
    private mutating func numbers() throws(TextFault) -> [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        passSpace()
        while scanner.peek != UInt8(ascii: ")") {
            let text = try word()
            let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                (0...PlainNetwork.most).contains(first),
                (first...PlainNetwork.most).contains(last)
            else {
                throw scanner.fault(
                    Bilingual(
                        en: "\"\(Excerpt.of(text))\" is no number of a node.",
                        fr: "« \(Excerpt.of(text)) » n'est pas un numéro de nœud."),
                    remedy: Bilingual(en: "Correct it.", fr: "Corrigez-le."), code: "bad-number")
            }
            ranges.append(first...last)
            passSpace()
        }
        try close()
        return ranges
    }
}
