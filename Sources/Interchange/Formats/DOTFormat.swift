import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Graphviz's language: nodes, chains of edges, subgraphs and attributes.
    public static let dot = NetworkFormat(
        id: "dot", name: Bilingual("DOT (Graphviz)"),
        carries: Bilingual(
            en: "actors, events and ties with all attributes, mixed direction",
            fr: "acteurs, événements et liens avec tous les attributs, direction mixte"),
        fileExtensions: ["dot", "gv"],
        recognises: { head in
            let text = head.drop { $0.isWhitespace }
            let words = text.split(maxSplits: 3) { $0.isWhitespace || $0 == "{" || $0 == "\"" }
            // JSON that begins with a graph has the same first word.
            return text.first?.isLetter == true && text.contains("{")
                && ["graph", "digraph", "strict"].contains(words.first.map(String.init) ?? "")
        },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = DOTReader(scanner, file: file)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, write: DOTWriter.write)
}

/// Reads Graphviz's DOT: nodes, chains of edges, subgraphs, defaults. Clusters become an attribute
/// of their nodes, and an edge with `dir=none` is without direction.
///
/// A parser of our own rather than Graphviz's: that one tells no columns, writes its faults to
/// standard error, keeps its state in globals and follows nested subgraphs on the C stack. This one
/// only reads text: no attribute makes it open a file.
struct DOTReader {
    static let deepest = 64

    private(set) var network: PlainNetwork
    private var tokens: DOTTokens
    private var isDirected = false
    private let mostCells: Int
    private let mostTies: Int

    private struct Scope {
        var nodes: [(key: String, text: String)] = []
        var edges: [(key: String, text: String)] = []
        var cluster: String?
    }

    private struct End {
        let nodes: [Int]
        let port: String?
    }

    init(_ scanner: TextScanner, file: String) {
        network = PlainNetwork(file: file)
        tokens = DOTTokens(scanner)
        mostCells = 1_000_000 + 4 * scanner.bytes.count
        mostTies = 1_000_000 + scanner.bytes.count
    }

    mutating func read() throws(TextFault) {
        try tokens.advance()
        _ = try takeWord("strict")
        if try takeWord("digraph") {
            isDirected = true
        } else if try !takeWord("graph") {
            throw tokens.fault(
                "The file does not start with \"graph\" or \"digraph\".", remedy: "Write: graph { a -- b }")
        }
        if case .id = tokens.current { try tokens.advance() }
        try take("{")
        var scope = Scope()
        var members: [Int] = []
        try readStatements(&scope, &members, depth: 0)
        guard case .end = tokens.current else {
            throw tokens.fault(
                "There is text behind the graph.", remedy: "Give each graph a file of its own.", code: "several-graphs")
        }
    }

    // MARK: Statements

    private mutating func readStatements(_ scope: inout Scope, _ members: inout [Int], depth: Int) throws(TextFault) {
        while true {
            switch tokens.current {
            case .mark("}"): return try tokens.advance()
            case .mark(";"): try tokens.advance()
            case .end:
                throw tokens.fault(
                    "The file ends before a brace is closed.", remedy: "The file was cut, or a } is missing.")
            default: try readStatement(&scope, &members, depth: depth)
            }
        }
    }

    private mutating func readStatement(_ scope: inout Scope, _ members: inout [Int], depth: Int) throws(TextFault) {
        if try takeWord("node") {
            scope.nodes = try merged(scope.nodes, attributes())
        } else if try takeWord("edge") {
            scope.edges = try merged(scope.edges, attributes())
        } else if try takeWord("graph") {
            takeLabel(try attributes(), &scope)
        } else if case .id(let key, _) = tokens.current, try tokens.isFollowed(by: "=") {
            try tokens.advance()
            try tokens.advance()
            takeLabel([(key, try text("a value"))], &scope)
        } else {
            try readEnds(scope, &members, depth: depth)
        }
    }

    private mutating func takeLabel(_ attributes: [(key: String, text: String)], _ scope: inout Scope) {
        guard scope.cluster != nil, let label = attributes.first(where: { $0.key == "label" })?.text else { return }
        scope.cluster = DOTText.label(label)
    }

    /// A node, or a chain of nodes and subgraphs that edges lead through.
    private mutating func readEnds(_ scope: Scope, _ members: inout [Int], depth: Int) throws(TextFault) {
        let line = tokens.line
        var ends = [try readEnd(scope, depth: depth)]
        while case .edge(let isArrow) = tokens.current {
            guard isArrow == isDirected else {
                throw tokens.fault(
                    isDirected ? "-- stands in a digraph." : "-> stands in a graph.",
                    remedy: isDirected ? "Write ->, or call it graph." : "Write --, or call it digraph.")
            }
            try tokens.advance()
            ends.append(try readEnd(scope, depth: depth))
        }
        for end in ends { members += end.nodes }
        let given = try attributes()
        guard ends.count > 1 else {
            // Attributes behind a subgraph are not part of the language.
            for node in ends[0].nodes.prefix(1) { try set(given, node: node) }
            return
        }
        let all = merged(scope.edges, given)
        for (one, other) in zip(ends, ends.dropFirst()) {
            guard one.nodes.count * other.nodes.count <= mostTies - network.tieCount else {
                throw TextFault(
                    "The edges between subgraphs make more than \(mostTies) ties.", remedy: "Write a smaller graph.",
                    line: line, code: "too-large")
            }
            for source in one.nodes {
                for target in other.nodes { try addTie(source, target, all, (one.port, other.port), line) }
            }
        }
    }

    private mutating func addTie(
        _ source: Int, _ target: Int, _ attributes: [(key: String, text: String)], _ ports: (String?, String?),
        _ line: Int
    ) throws(TextFault) {
        let tie = network.add(tie: source, target, directed: isDirected, line: line)
        for (key, text) in attributes {
            if key == "dir", text == "none" {
                network.setDirection(false, tie: tie)
            } else {
                network.ties.set(key == "label" ? DOTText.label(text) : DOTText.plain(text), key, row: tie)
            }
        }
        if let port = ports.0 { network.ties.set(port, "tailport", row: tie) }
        if let port = ports.1 { network.ties.set(port, "headport", row: tie) }
        try checkSize()
    }

    private mutating func readEnd(_ scope: Scope, depth: Int) throws(TextFault) -> End {
        var cluster = scope.cluster
        let isSubgraph = try takeWord("subgraph")
        if isSubgraph, case .id(let name, _) = tokens.current {
            if name.hasPrefix("cluster") { cluster = name }
            try tokens.advance()
        }
        if case .mark("{") = tokens.current {
            guard depth < Self.deepest else {
                throw tokens.fault(
                    "Subgraphs are nested deeper than \(Self.deepest) levels.", remedy: "Flatten the graph.",
                    code: "too-deep")
            }
            try tokens.advance()
            var inner = scope
            inner.cluster = cluster
            var members: [Int] = []
            try readStatements(&inner, &members, depth: depth + 1)
            var seen: Set<Int> = []
            let nodes = members.filter { seen.insert($0).inserted }
            if let cluster = inner.cluster, cluster != scope.cluster {
                for node in nodes { network.nodes.set(cluster, "cluster", row: node) }
            }
            return End(nodes: nodes, port: nil)
        }
        guard !isSubgraph else {
            throw tokens.fault("A brace is missing behind \"subgraph\".", remedy: "Write: subgraph name { … }")
        }
        let line = tokens.line
        let id = DOTText.plain(try text("a node"))
        guard !id.isEmpty else {
            throw tokens.fault("The node has no id.", remedy: "Give it one.", code: "missing-value")
        }
        var port: String?
        while case .mark(":") = tokens.current {
            try tokens.advance()
            port = (port.map { $0 + ":" } ?? "") + (try text("a port"))
        }
        let isNew = network.position(of: id) == nil
        let node = network.node(id, line: line)
        if isNew { try set(scope.nodes, node: node) }
        return End(nodes: [node], port: port)
    }

    private mutating func set(_ attributes: [(key: String, text: String)], node: Int) throws(TextFault) {
        for (key, text) in attributes {
            // \N stands for the id.
            if key == "label", text == "\\N" { continue }
            network.nodes.set(key == "label" ? DOTText.label(text) : DOTText.plain(text), key, row: node)
        }
        try checkSize()
    }

    private func checkSize() throws(TextFault) {
        guard network.nodes.cellCount + network.ties.cellCount <= mostCells else {
            throw tokens.fault(
                "The defaults give the nodes and edges more than \(mostCells) attributes.",
                remedy: "Take defaults away.", code: "too-large")
        }
    }

    // MARK: Pieces

    private mutating func attributes() throws(TextFault) -> [(key: String, text: String)] {
        var pairs: [(key: String, text: String)] = []
        while case .mark("[") = tokens.current {
            try tokens.advance()
            while true {
                if case .mark("]") = tokens.current { break }
                if case .mark(",") = tokens.current {
                    try tokens.advance()
                    continue
                }
                if case .mark(";") = tokens.current {
                    try tokens.advance()
                    continue
                }
                let key = DOTText.plain(try text("the name of an attribute"))
                if case .mark("=") = tokens.current {
                    try tokens.advance()
                    pairs.append((key, try text("a value")))
                } else {
                    pairs.append((key, "true"))
                }
            }
            try tokens.advance()
        }
        return pairs
    }

    private func merged(
        _ old: [(key: String, text: String)], _ new: [(key: String, text: String)]
    ) -> [(key: String, text: String)] {
        let names = Set(new.map(\.key))
        return old.filter { !names.contains($0.key) } + new
    }

    private mutating func text(_ what: String) throws(TextFault) -> String {
        guard case .id(let text, _) = tokens.current else {
            throw tokens.fault(
                "Here \(what) must stand.", remedy: "Look for a missing quote, brace or semicolon near there.")
        }
        try tokens.advance()
        return text
    }

    /// A keyword: bare, in any case.
    private mutating func takeWord(_ word: String) throws(TextFault) -> Bool {
        guard case .id(let text, isBare: true) = tokens.current, text.lowercased() == word else { return false }
        try tokens.advance()
        return true
    }

    private mutating func take(_ mark: Character) throws(TextFault) {
        guard case .mark(mark) = tokens.current else {
            throw tokens.fault("\(mark) is missing.", remedy: "Write it here.")
        }
        try tokens.advance()
    }
}

/// Writes DOT: a tie without direction in a directed graph has `dir=none`.
enum DOTWriter {
    /// Attributes by which whoever draws the file would open files or make links.
    private static let refused: Set = [
        "_background", "edgehref", "edgeurl", "fontpath", "headhref", "headurl", "href", "image", "imagepath",
        "labelhref",
        "labelurl", "shapefile", "stylesheet", "tailhref", "tailurl", "url",
    ]

    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ refused.contains($0.lowercased()) ? $0 + "_" : $0 }, reserved: ["label", "dir"])
        out.reportChanged("DOT", "the character NUL") { !$0.utf8.contains(0) }
        out.reportUncarried("DOT")
        return NetworkFormat.Output(text: text(out), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork) -> String {
        let isDirected = out.isDirected
        var text = "\(isDirected ? "digraph" : "graph") \(DOTText.quoted(out.network.description.name)) {\n"
        for row in 0..<out.nodeCount {
            // An id that serves as the label is gone through for backslashes, as labels are.
            let label = out.names[row] ?? (out.ids[row].utf8.contains(UInt8(ascii: "\\")) ? out.ids[row] : nil)
            var pairs = label.map { ["label=\(DOTText.quotedLabel($0))"] } ?? []
            pairs += self.pairs(out.nodeColumns, row)
            text += "  \(DOTText.quoted(out.ids[row]))\(list(pairs));\n"
        }
        for row in 0..<out.tieCount {
            var pairs: [String] = []
            if out.hasWeights, let weight = out.weightText(row) { pairs.append("weight=\(DOTText.quoted(weight))") }
            if out.isDirected(row) != isDirected { pairs.append("dir=none") }
            pairs += self.pairs(out.tieColumns, row)
            let (source, target) = (DOTText.quoted(out.ids[out.source(row)]), DOTText.quoted(out.ids[out.target(row)]))
            text += "  \(source) \(isDirected ? "->" : "--") \(target)\(list(pairs));\n"
        }
        return text + "}\n"
    }

    private static func pairs(_ columns: [OutgoingColumn], _ row: Int) -> [String] {
        columns.compactMap { column in column.cell(row).map { "\(DOTText.quoted(column.name))=\(DOTText.quoted($0))" } }
    }

    private static func list(_ pairs: [String]) -> String {
        pairs.isEmpty ? "" : " [" + pairs.joined(separator: ", ") + "]"
    }
}
