import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The JSON that NetworkX and d3 exchange: lists of nodes and links.
    public static let nodeLink = NetworkFormat(
        id: "json", name: Bilingual(en: "node-link JSON", fr: "JSON nœuds-liens"),
        carries: Bilingual(
            en: "actors, events and ties with all attributes, mixed direction",
            fr: "acteurs, événements et liens avec tous les attributs, direction mixte"),
        fileExtensions: ["json"],
        recognises: { head in head.hasPrefix("{") && (head.contains("\"nodes\"") || head.contains("\"links\"")) },
        read: { bytes, file, options in
            PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                let text = DecodedText(bytes, file: file)
                network.findings.add(contentsOf: text.findings)
                guard !network.findings.hasErrors else { return }
                let value = try NodeLinkReader.value(text.bytes)
                var reader = NodeLinkReader(file: file, lines: JSONLines(text.bytes))
                defer { network.take(over: reader.network) }
                try reader.read(value)
            }
        }, write: NodeLinkWriter.write)
}

/// Reads node-link JSON as NetworkX writes it (`nodes`, `links` or `edges`, `directed`) and as d3
/// takes it (nodes by id, name or number). Values in lists and objects are kept as JSON text.
struct NodeLinkReader {
    private(set) var network: PlainNetwork
    private let lines: JSONLines
    private var usesIndices = false

    init(file: String, lines: JSONLines) {
        network = PlainNetwork(file: file)
        self.lines = lines
    }

    static func value(_ bytes: [UInt8]) throws(TextFault) -> JSONValue {
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw TextFault("The JSON is wrong: \(error.message).", remedy: error.remedy, line: error.line)
        }
    }

    mutating func read(_ value: JSONValue) throws(TextFault) {
        guard case .array(let nodes)? = value["nodes"] else {
            throw TextFault(
                "There is no list \"nodes\".", remedy: "Write {\"nodes\": [{\"id\": \"a\"}], \"links\": [ … ]}.",
                line: 1)
        }
        let name = value["links"] != nil ? "links" : "edges"
        guard case .array(let links)? = value[name] ?? .array([]) else {
            throw TextFault(
                "\"\(name)\" is no list.", remedy: "Write a list of objects with source and target.",
                line: lines.line(of: name))
        }
        let isDirected: Bool? = if case .flag(let flag)? = value["directed"] { flag } else { nil }
        usesIndices = !nodes.contains { $0["id"] != nil || $0["key"] != nil }
        for (position, node) in nodes.enumerated() { try add(node: node, position) }
        for (position, link) in links.enumerated() {
            try add(link: link, isDirected, line: lines.line(of: name, position))
        }
    }

    private mutating func add(node: JSONValue, _ position: Int) throws(TextFault) {
        let line = lines.line(of: "nodes", position)
        guard case .object(let members) = node else {
            throw TextFault("The node is no object.", remedy: "Write {\"id\": \"a\"}.", line: line, code: "bad-value")
        }
        let key = usesIndices ? "name" : node["id"] != nil ? "id" : "key"
        var id = node[key].flatMap(Self.text) ?? ""
        // Names need not be unique; numbers are.
        let isTaken = usesIndices && (id.isEmpty || network.position(of: id) != nil)
        if isTaken { id = String(position) }
        guard let row = network.add(node: id, line: line) else { return }
        for member in members where member.key != key || isTaken {
            if let text = Self.text(member.value) { network.nodes.set(text, member.key, row: row) }
        }
    }

    private mutating func add(link: JSONValue, _ isDirected: Bool?, line: Int) throws(TextFault) {
        guard case .object(let members) = link, let source = link["source"], let target = link["target"] else {
            throw TextFault(
                "The link lacks its source or its target.", remedy: "Write {\"source\": \"a\", \"target\": \"b\"}.",
                line: line,
                code: "missing-value")
        }
        let own: Bool? = if case .flag(let flag)? = link["directed"] { flag } else { nil }
        let tie = network.add(tie: end(source), end(target), directed: own ?? isDirected, line: line)
        for member in members
        where !["source", "target"].contains(member.key) && !(member.key == "directed" && own != nil) {
            // The number that NetworkX gives to parallel edges.
            if member.key == "key", case .integer = member.value { continue }
            if let text = Self.text(member.value) { network.ties.set(text, member.key, row: tie) }
        }
    }

    /// The id of an end: it may be the node itself, or its number.
    private func end(_ value: JSONValue) -> String {
        if case .integer(let position) = value, usesIndices, network.ids.indices.contains(position) {
            return network.ids[position]
        }
        if let id = value["id"] ?? (usesIndices ? value["name"] : nil) { return Self.text(id) ?? "" }
        return Self.text(value) ?? ""
    }

    static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let integer): String(integer)
        case .digits(let digits): digits
        case .number(let number): NumberText.shortest(number)
        case .text(let text): text
        case .array, .object:
            String(JSONWriter.text(value, indented: false).dropLast())
        }
    }
}

/// The line on which each element of the lists in a JSON object starts.
struct JSONLines {
    private var lists: [String: [Int]] = [:]
    private var members: [String: Int] = [:]

    /// - Parameter bytes: sound JSON.
    init(_ bytes: [UInt8]) {
        var scanner = TextScanner(bytes)
        var depth = 0
        var key = ""
        var startsElement = false
        while let byte = scanner.peek {
            if ASCIIText.isSpace(byte) {
                scanner.advance()
                continue
            }
            if startsElement, depth == 2, byte != UInt8(ascii: "]") { lists[key, default: []].append(scanner.line) }
            startsElement = false
            switch byte {
            case UInt8(ascii: "\""):
                let line = scanner.line
                let text = Self.passText(&scanner)
                guard depth == 1 else { continue }
                scanner.passSpace()
                if scanner.peek == UInt8(ascii: ":") {
                    key = text
                    members[key] = line
                }
                continue
            case UInt8(ascii: "["):
                startsElement = depth == 1
                depth += 1
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ","): startsElement = depth == 2
            default: break
            }
            scanner.advance()
        }
    }

    private static func passText(_ scanner: inout TextScanner) -> String {
        scanner.advance()
        let start = scanner.at
        while let byte = scanner.peek, byte != UInt8(ascii: "\"") {
            scanner.advance(byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        let text = String(decoding: scanner.bytes[start..<scanner.at].prefix(64), as: UTF8.self)
        scanner.advance(1)
        return text
    }

    func line(of list: String, _ position: Int) -> Int {
        lists[list].flatMap { $0.indices.contains(position) ? $0[position] : nil } ?? line(of: list)
    }

    func line(of member: String) -> Int { members[member] ?? 1 }
}

/// Writes node-link JSON that NetworkX (`edges="links"`) and d3 read.
enum NodeLinkWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 }, reserved: ["id", "name", "source", "target", "key", "weight", "directed"])
        out.reportUncarried("JSON")
        out.reportMixed("NetworkX and d3")
        return NetworkFormat.Output(text: text(out), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork) -> String {
        let (isDirected, isMixed) = (out.isDirected, out.isMixed)
        let nodes = (0..<out.nodeCount).map { row in
            var members = [JSONValue.Member("id", .text(out.ids[row]))]
            if let name = out.names[row] { members.append(.init("name", .text(name))) }
            return line(members + cells(out.nodeColumns, row))
        }
        let links = (0..<out.tieCount).map { row in
            var members: [JSONValue.Member] = [
                .init("source", .text(out.ids[out.source(row)])), .init("target", .text(out.ids[out.target(row)])),
            ]
            if out.hasWeights, !out.isUncounted(row) { members.append(.init("weight", .number(out.weight(row)))) }
            if isMixed { members.append(.init("directed", .flag(out.isDirected(row)))) }
            return line(members + cells(out.tieColumns, row))
        }
        return """
            {
              "directed": \(isDirected),
              "multigraph": \(out.hasParallelTies),
              "graph": {},
              "nodes": [\(list(nodes))],
              "links": [\(list(links))]
            }

            """
    }

    private static func list(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n    " + lines.joined(separator: ",\n    ") + "\n  "
    }

    /// A node or link on a line of its own, so that a person finds it.
    private static func line(_ members: [JSONValue.Member]) -> String {
        String(JSONWriter.text(.object(members), indented: false).dropLast())
    }

    private static func cells(_ columns: [OutgoingColumn], _ row: Int) -> [JSONValue.Member] {
        columns.compactMap { column in
            guard let text = column.cell(row) else { return nil }
            let value: JSONValue =
                switch column.content {
                case .text: .text(text)
                case .integer, .number:
                    Int(text).map(JSONValue.integer) ?? CSVNumber.double(text).map(JSONValue.number) ?? .text(text)
                }
            return .init(column.name, value)
        }
    }
}
