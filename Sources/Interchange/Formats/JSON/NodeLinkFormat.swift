import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The JSON that NetworkX and d3 exchange: lists of nodes and links. Other kinds of JSON are read by their content.
    public static let nodeLink = NetworkFormat(
        id: "json", name: Bilingual(en: "node-link JSON", fr: "JSON nœuds-liens"),
        carries: Bilingual(
            en: """
                actors, events and ties with all attributes, mixed direction; graphology, Cytoscape.js, vis.js, \
                VOSviewer, JSON Graph, HIF, Kumu and NetworkX's adjacency are read
                """,
            fr: """
                acteurs, événements et liens avec tous les attributs, direction mixte ; graphology, Cytoscape.js, \
                vis.js, VOSviewer, JSON Graph, HIF, Kumu et l’adjacence de NetworkX sont lus
                """),
        fileExtensions: ["json", "jsonl", "ndjson", "cyjs", "jgf"],
        recognises: { head in
            (head.hasPrefix("{") || head.hasPrefix("["))
                && ["\"nodes\"", "\"links\"", "\"edges\"", "\"elements\"", "\"graph\"", "\"connections\"", "\"incidences\""].contains(
                    where: head.contains)
        },
        read: { bytes, file, options in
            PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                let text = DecodedText(bytes, file: file)
                network.findings.add(contentsOf: text.findings)
                guard !network.findings.hasErrors else { return }
                let bytes = JSONNetworkReader.joined(text.bytes)
                let value = try JSONNetworkReader.value(bytes)
                var reader = JSONNetworkReader(file: file, lines: JSONLines(bytes), wanted: options.network)
                defer { network.take(over: reader.network) }
                try reader.read(value)
            }
        }, write: NodeLinkWriter.write)
}

extension JSONKind {
    /// As NetworkX writes it (`nodes`, `links` or `edges`, `directed`) and as d3 takes it: nodes by id, name or
    /// number, or links alone. Values in lists and objects are kept as JSON text.
    static let nodeLink = JSONKind(name: "node-link", recognises: { _ in true }) { reader, value throws(TextFault) in
        try NodeLinkReading.read(value, into: &reader)
    }
}

private struct NodeLinkReading {
    private var usesIndices = false
    private var ids: [String] = []

    static func read(_ value: JSONValue, into reader: inout JSONNetworkReader) throws(TextFault) {
        // A list alone is one of links.
        let isBare = JSONNetworkReader.list(value)?.isEmpty == false
        let name = isBare ? "" : ["links", "edges"].first { value[$0] != nil } ?? "links"
        guard isBare || value["nodes"] != nil || value[name] != nil else {
            throw TextFault(
                Bilingual(en: "There is no list \"nodes\".", fr: "Il n'y a pas de liste « nodes »."),
                remedy: Bilingual(
                    en: "Write {\"nodes\": [{\"id\": \"a\"}], \"links\": [ … ]}.",
                    fr: "Écrivez {\"nodes\": [{\"id\": \"a\"}], \"links\": [ … ]}."),
                line: 1)
        }
        if !isBare, value[name] == nil { try reportNoLinks(value, &reader) }
        guard let links = JSONNetworkReader.list(isBare ? value : value[name] ?? .array([])) else {
            throw TextFault(
                Bilingual(en: "\"\(name)\" is no list.", fr: "« \(name) » n'est pas une liste."),
                remedy: Bilingual(
                    en: "Write a list of objects with source and target.",
                    fr: "Écrivez une liste d'objets avec source et target."),
                line: reader.lines.line(of: name))
        }
        guard let nodes = JSONNetworkReader.list(value["nodes"] ?? .array([])) else {
            throw TextFault(
                Bilingual(en: "\"nodes\" is no list.", fr: "« nodes » n'est pas une liste."),
                remedy: Bilingual(
                    en: "Write a list of objects with ids.", fr: "Écrivez une liste d'objets avec des identifiants."),
                line: reader.lines.line(of: "nodes"))
        }
        var reading = NodeLinkReading()
        reading.usesIndices = !nodes.contains { $0["id"] != nil || $0["key"] != nil }
        for (position, node) in nodes.enumerated() { try reading.add(node: node, position, &reader) }
        let isDirected = JSONNetworkReader.flag(value["directed"])
        let makesNodes = value["nodes"] == nil
        for (position, link) in links.enumerated() {
            try reading.add(link: link, isDirected, makesNodes, line: reader.lines.line(of: name, position), &reader)
        }
    }

    /// Nodes without a list of links are no ties; where another list stands beside them, that may be it.
    private static func reportNoLinks(_ value: JSONValue, _ reader: inout JSONNetworkReader) throws(TextFault) {
        let others = JSONNetworkReader.members(value).filter {
            $0.key != "nodes" && JSONNetworkReader.list($0.value) != nil
        }
        if let other = others.first(where: { JSONNetworkReader.list($0.value)?.isEmpty == false }) {
            throw TextFault(
                Bilingual(
                    en:
                        "There are nodes and no list \"links\" or \"edges\", but \"\(Excerpt.of(other.key))\", which is not known.",
                    fr:
                        "Il y a des nœuds et pas de liste « links » ou « edges », mais « \(Excerpt.of(other.key)) », qui n'est pas connu."
                ),
                remedy: Bilingual(
                    en: "Call the list of ties \"links\", each with source and target.",
                    fr: "Appelez « links » la liste des liens, chacun avec source et target."),
                line: reader.lines.line(of: other.key))
        }
        reader.network.report(
            .warning, "no-links",
            Bilingual(
                en: "There is no list \"links\" or \"edges\": the nodes have no ties.",
                fr: "Il n'y a pas de liste « links » ou « edges » : les nœuds n'ont pas de liens."),
            remedy: Bilingual(en: "Add it, if there are any.", fr: "Ajoutez-la, s'il y en a."),
            line: reader.lines.line(of: "nodes"))
    }

    private mutating func add(node: JSONValue, _ position: Int, _ reader: inout JSONNetworkReader) throws(TextFault) {
        let line = reader.lines.line(of: "nodes", position)
        // Some write ids alone.
        if case .text(let id) = node {
            ids.append(id)
            reader.addNode(id, [], but: [], line: line)
            return
        }
        guard case .object(let members) = node else {
            throw TextFault(
                Bilingual(en: "The node is no object.", fr: "Le nœud n'est pas un objet."),
                remedy: Bilingual(en: "Write {\"id\": \"a\"}.", fr: "Écrivez {\"id\": \"a\"}."), line: line,
                code: "bad-value")
        }
        let key = usesIndices ? "name" : node["id"] != nil ? "id" : "key"
        var id = node[key].flatMap(JSONNetworkReader.text) ?? ""
        // Names need not be unique; numbers are.
        let isTaken = usesIndices && (id.isEmpty || reader.network.position(of: id) != nil)
        if isTaken { id = String(position) }
        ids.append(id)
        reader.addNode(id, Self.spread(members), but: isTaken ? [] : [key], line: line)
    }

    /// What stands in an object `attributes`, as Gephi's exporter for sigma writes it, or `data`, as rustworkx does.
    private static func spread(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        JSONNetworkReader.spread(members, within: ["attributes", "data"])
    }

    private func add(
        link: JSONValue, _ isDirected: Bool?, _ makesNodes: Bool, line: Int, _ reader: inout JSONNetworkReader
    ) throws(TextFault) {
        let own = JSONNetworkReader.flag(link["directed"])
        var left: Set = ["source", "target"]
        if own != nil { left.insert("directed") }
        // The number that NetworkX gives to parallel edges.
        if case .integer? = link["key"] { left.insert("key") }
        let ends = [link["source"], link["target"]].map { $0.map { JSONValue.text(end($0)) } }
        if makesNodes { for case .text(let id)? in ends where !id.isEmpty { _ = reader.network.node(id, line: line) } }
        try reader.addTie(
            ends[0], ends[1], Self.spread(JSONNetworkReader.members(link)), but: left, directed: own ?? isDirected,
            line: line)
    }

    /// The id of an end: it may be the node itself, or its number.
    private func end(_ value: JSONValue) -> String {
        if case .integer(let position) = value, usesIndices, ids.indices.contains(position) { return ids[position] }
        if let id = value["id"] ?? (usesIndices ? value["name"] : nil) { return JSONNetworkReader.text(id) ?? "" }
        return JSONNetworkReader.text(value) ?? ""
    }
}
