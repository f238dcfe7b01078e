import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Pajek's text: vertices, then arcs and edges by relation, then partitions and vectors.
    public static let pajek = NetworkFormat(
        id: "pajek", name: Bilingual("Pajek"),
        carries: Bilingual(
            en: "ids, kinds as relations, weights, mixed direction, two modes",
            fr: "identifiants, types en relations, poids, direction mixte, deux modes"),
        fileExtensions: ["net", "paj"],
        recognises: { head in ["*vertices", "*network"].contains { head.hasPrefix($0) || head.contains("\n" + $0) } },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = PajekReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, write: PajekWriter.write)
}

/// Reads a Pajek network: vertices with places and years, arcs and edges with weights, relations
/// and years, lists of neighbours, matrices, two modes, partitions and vectors behind the network.
struct PajekReader {
    private(set) var network: PlainNetwork
    private var scanner: TextScanner
    private var count = 0
    private var relations: [String: String] = [:]

    init(_ scanner: TextScanner, file: String) {
        self.scanner = scanner
        network = PlainNetwork(file: file)
    }

    mutating func read() throws(TextFault) {
        network.hasNumberedIDs = true
        network.countsPlacesFromTop = true
        var isPassed = false
        while let line = nextLine() {
            guard let head = line.tokens.first?.text.lowercased(), head.hasPrefix("*") else {
                if !isPassed {
                    network.report(
                        .warning, "not-read", "The line belongs to no section that is known.",
                        remedy:
                            "Sections are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition, *Vector.",
                        line: line.number)
                }
                isPassed = true
                continue
            }
            isPassed = false
            if head == "*network" { continue }
            if head.hasPrefix("*vertices") {
                guard network.nodeCount == 0 else {
                    throw TextFault(
                        "A second network starts here.", remedy: "Save each network to a file of its own.",
                        line: line.number,
                        column: 1, code: "several-graphs")
                }
                try readVertices(line)
            } else if head.hasPrefix("*arcslist") || head.hasPrefix("*edgeslist") {
                try readLists(directed: head.hasPrefix("*arcs"), relation(line))
            } else if head.hasPrefix("*arcs") || head.hasPrefix("*edges") {
                try readTies(directed: head.hasPrefix("*arcs"), relation(line))
            } else if head.hasPrefix("*matrix") {
                try readMatrix(relation(line))
            } else if head.hasPrefix("*partition") || head.hasPrefix("*vector") {
                try readValues(line)
            } else {
                network.report(
                    .warning, "not-read", "The section \"\(Excerpt.of(head))\" is not read.",
                    remedy: "Nothing needs to be done, if it is not needed.", line: line.number)
                isPassed = true
            }
        }
        if count == 0, network.nodeCount == 0 {
            throw TextFault(
                "There is no section *Vertices.", remedy: "Write \"*Vertices\" and how many there are.", line: 1)
        }
    }

    // MARK: Sections

    private mutating func readVertices(_ head: Line) throws(TextFault) {
        count = try head.whole(1, "how many vertices there are")
        guard count <= scanner.bytes.count + 10_000 else {
            throw TextFault(
                "\(count) vertices are far more than a file of this size describes.", remedy: "Correct the number.",
                line: head.number, column: head.tokens[1].column, code: "out-of-range")
        }
        for number in 0..<count { _ = network.add(node: String(number + 1), line: head.number) }
        let actors = head.tokens.count > 2 ? try head.whole(2, "how many of them are of the first mode") : count
        while let line = nextLine(unlessSection: true) {
            let node = try vertex(line, 0)
            if line.tokens.count > 1 { network.nodes.set(line.tokens[1].text, "label", row: node) }
            readLook(line, node)
        }
        guard actors < count else { return }
        for node in 0..<count { network.nodes.set(node < actors ? "actor" : "event", "mode", row: node) }
    }

    /// Places as they stand, years as `[2001-2005]`, then names and values.
    private mutating func readLook(_ line: Line, _ node: Int) {
        var at = 2
        for axis in ["x", "y", "z"] {
            guard at < line.tokens.count, !line.tokens[at].isQuoted, PlainCell.number(line.tokens[at].text) != nil
            else { break }
            network.nodes.set(line.tokens[at].text, axis, row: node)
            at += 1
        }
        readPairs(line, from: at, isOfTie: false, row: node, shape: true)
    }

    private mutating func readPairs(_ line: Line, from start: Int, isOfTie: Bool, row: Int, shape: Bool = false) {
        var at = start
        var isFirst = shape
        while at < line.tokens.count {
            let token = line.tokens[at]
            if token.text.hasPrefix("["), !token.isQuoted {
                setYears(token.text, isOfTie: isOfTie, row: row, line.number)
                at += 1
            } else if isFirst, (line.tokens.count - at) % 2 == 1 || Self.shapes.contains(token.text.lowercased()) {
                network.nodes.set(token.text, "shape", row: row)
                at += 1
            } else if at + 1 < line.tokens.count {
                let value = line.tokens[at + 1].text
                if isOfTie {
                    network.ties.set(value, token.text == "l" ? "label" : token.text, row: row)
                } else {
                    network.nodes.set(value, token.text, row: row)
                }
                at += 2
            } else {
                network.report(
                    .warning, "not-read", "\"\(Excerpt.of(token.text))\" has no value behind it; it was left out.",
                    remedy: "Correct the line.", line: line.number, column: token.column.map { String($0) })
                at += 1
            }
            isFirst = false
        }
    }

    private static let shapes: Set = ["ellipse", "box", "diamond", "triangle", "cross", "empty"]

    /// `[2001-2005]` or `[2001-*]`; of several spans the first start and the last end.
    private mutating func setYears(_ text: String, isOfTie: Bool, row: Int, _ line: Int) {
        let spans = text.dropFirst().prefix { $0 != "]" }.split(separator: ",")
        guard let first = spans.first?.split(separator: "-").first, let last = spans.last?.split(separator: "-").last
        else { return }
        for (name, part) in [("since", first), ("until", last)] where part != "*" {
            let year = String(repeating: "0", count: max(0, 4 - part.count)) + part
            if isOfTie { network.ties.set(year, name, row: row) } else { network.nodes.set(year, name, row: row) }
        }
        if spans.count > 1 {
            network.report(
                .warning, "several-spells", "It exists in several spells; what lies between them was left out.",
                remedy: "Make a tie of each spell.", line: line)
        }
    }

    private mutating func readTies(directed: Bool, _ kind: String?) throws(TextFault) {
        while let line = nextLine(unlessSection: true) {
            let source = try vertex(line, 0), target = try vertex(line, 1)
            let tie = network.add(tie: source, target, directed: directed, line: line.number)
            if let kind { network.ties.set(kind, "kind", row: tie) }
            var at = 2
            if at < line.tokens.count, !line.tokens[at].isQuoted, PlainCell.number(line.tokens[at].text) != nil {
                network.ties.set(line.tokens[at].text, "weight", row: tie)
                at += 1
            }
            readPairs(line, from: at, isOfTie: true, row: tie)
        }
    }

    private mutating func readLists(directed: Bool, _ kind: String?) throws(TextFault) {
        while let line = nextLine(unlessSection: true) {
            let source = try vertex(line, 0)
            for place in line.tokens.indices.dropFirst() {
                let target = try vertex(line, place)
                let tie = network.add(tie: source, target, directed: directed, line: line.number)
                if let kind { network.ties.set(kind, "kind", row: tie) }
            }
        }
    }

    private mutating func readMatrix(_ kind: String?) throws(TextFault) {
        var row = 0
        while let line = nextLine(unlessSection: true) {
            guard row < count, line.tokens.count <= count else {
                throw TextFault(
                    "The matrix has more rows or columns than there are vertices (\(count)).", remedy: "Correct it.",
                    line: line.number, column: 1, code: "ragged-row")
            }
            for (column, token) in line.tokens.enumerated() {
                guard let value = PlainCell.number(token.text) else {
                    throw TextFault(
                        "\"\(Excerpt.of(token.text))\" is no number.", remedy: "Write 0 where there is no tie.",
                        line: line.number,
                        column: token.column, code: "bad-number")
                }
                guard value != 0 else { continue }
                let tie = network.add(tie: row, column, directed: true, line: line.number)
                network.ties.set(token.text, "weight", row: tie)
                if let kind { network.ties.set(kind, "kind", row: tie) }
            }
            row += 1
        }
    }

    /// A partition or vector of a project file: a value for each vertex.
    private mutating func readValues(_ head: Line) throws(TextFault) {
        let name = head.tokens.dropFirst().map(\.text).joined(separator: " ")
        var node = 0
        while let line = nextLine(unlessSection: node > 0 || !startsWithVertices()) {
            if line.tokens[0].text.lowercased().hasPrefix("*vertices") { continue }
            guard node < count else {
                throw TextFault(
                    "There are more values than vertices (\(count)).", remedy: "Delete those too many.",
                    line: line.number,
                    column: 1, code: "ragged-row")
            }
            let value = line.tokens[0].text
            let (column, meaning) = name == PajekWriter.modes
                ? ("mode", ["1": "actor", "2": "event"][value] ?? value) : (name.isEmpty ? "partition" : name, value)
            network.nodes.set(meaning, column, row: node)
            node += 1
        }
    }

    private func startsWithVertices() -> Bool {
        var ahead = scanner
        ahead.passSpace()
        return String(decoding: ahead.bytes[ahead.at...].prefix(9), as: UTF8.self).lowercased() == "*vertices"
    }

    private mutating func vertex(_ line: Line, _ place: Int) throws(TextFault) -> Int {
        let number = try line.whole(place, "a vertex")
        guard (1...max(1, count)).contains(number), count > 0 else {
            throw TextFault(
                "There is no vertex \(number): they go from 1 to \(count).",
                remedy: "Correct the number, or the count behind *Vertices.",
                line: line.number, column: line.tokens[place].column, code: "unknown-id")
        }
        return number - 1
    }

    /// `*Arcs :2 "advice"`: the name, or the number where a relation has none.
    private mutating func relation(_ line: Line) -> String? {
        guard let number = line.tokens.dropFirst().first(where: { $0.text.hasPrefix(":") && !$0.isQuoted }) else {
            return nil
        }
        if let name = line.tokens.last, name.isQuoted || line.tokens.count > 2 { relations[number.text] = name.text }
        return relations[number.text] ?? "relation\(number.text.dropFirst())"
    }

    // MARK: Lines

    private struct Token {
        let text: String
        /// Nil far out in a long line.
        let column: Int?
        let isQuoted: Bool
    }

    private struct Line {
        let number: Int
        let tokens: [Token]

        func whole(_ place: Int, _ what: String) throws(TextFault) -> Int {
            guard tokens.indices.contains(place) else {
                throw TextFault(
                    "The line ends before it tells \(what).", remedy: "Complete it.", line: number,
                    code: "missing-value")
            }
            guard let value = Int(tokens[place].text), value >= 0, value <= PlainNetwork.most else {
                throw TextFault(
                    "\"\(Excerpt.of(tokens[place].text))\" is no whole number that tells \(what).",
                    remedy: "Correct it.",
                    line: number, column: tokens[place].column, code: "bad-number")
            }
            return value
        }
    }

    /// The next line that says anything; nil at the end or, where asked so, before a section's head.
    private mutating func nextLine(unlessSection: Bool = false) -> Line? {
        while true {
            scanner.passSpace()
            guard let byte = scanner.peek else { return nil }
            if byte == UInt8(ascii: "%") {
                scanner.pass { $0 != 0x0A && $0 != 0x0D }
                continue
            }
            if unlessSection, byte == UInt8(ascii: "*") { return nil }
            return line()
        }
    }

    private mutating func line() -> Line {
        let number = scanner.line
        var tokens: [Token] = []
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            if byte == UInt8(ascii: "\"") {
                tokens.append(quoted(tokens.count < 64 ? scanner.column : nil))
            } else if ASCIIText.isSpace(byte) {
                scanner.advance()
            } else {
                let column = tokens.count < 64 ? scanner.column : nil
                let closer: UInt8? = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : nil
                let text = scanner.word {
                    closer == nil ? !ASCIIText.isSpace($0) : $0 != closer && $0 != 0x0A && $0 != 0x0D
                }
                if closer != nil { _ = scanner.take("]") }
                tokens.append(Token(text: text, column: column, isQuoted: false))
            }
        }
        return Line(number: number, tokens: tokens)
    }

    /// A label in quotes; `\"` and `\\` stand for a quote and a backslash, as igraph and NetworkX
    /// have it.
    private mutating func quoted(_ column: Int?) -> Token {
        scanner.advance()
        var text: [UInt8] = []
        while let byte = scanner.peek, byte != 0x0A, byte != 0x0D {
            scanner.advance()
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), let next = scanner.peek,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                text.append(next)
                scanner.advance()
            } else {
                text.append(byte)
            }
        }
        return Token(text: String(decoding: text, as: UTF8.self), column: column, isQuoted: true)
    }
}
