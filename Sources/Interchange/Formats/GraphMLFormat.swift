import NetworkModel
import Vocabulary

extension NetworkFormat {
    /// The XML that most programs share, with yEd's labels read.
    public static let graphML = NetworkFormat(
        id: "graphml", name: Bilingual("GraphML"),
        carries: Bilingual(
            en: "actors, events and ties with all attributes, mixed direction, dates as attributes",
            fr: "acteurs, événements et liens avec tous les attributs, direction mixte, dates en attributs"),
        fileExtensions: ["graphml"],
        recognises: { $0.contains("<graphml") },
        read: { bytes, file, options in
            let reader = GraphMLReader(file: file)
            return PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
                try XMLReader.read(bytes, file: file, into: reader)
                network = reader.network
            }
        }, write: GraphMLWriter.write)
}

/// Reads GraphML: keys with their defaults, directed and undirected edges, nested graphs as parts of
/// the node that holds them, and the labels of yEd. Ports are passed over, hyperedges are a fault.
final class GraphMLReader: XMLHandler {
    private enum Holder {
        case node(Int), tie(Int), other
    }

    private struct Key {
        let column: Int
        let isOfTies: Bool
    }

    private(set) var network: PlainNetwork
    private var keysOfNodes: [String: Int] = [:]
    private var keysOfTies: [String: Int] = [:]
    /// Where the default of the key that is being read goes.
    private var openKeys: [Key] = []
    private var holders: [Holder] = []
    private var graphs: [Bool] = []
    private var dataKey: String?
    /// Keys of what yEd draws, of which only the labels are read.
    private var drawnKeys: Set<String> = []
    private var hasGraph = false

    init(file: String) { network = PlainNetwork(file: file) }

    func start(_ element: XMLElement) throws(TextFault) {
        switch element.name {
        case "key": declare(element)
        case "graph": startGraph(element)
        case "node":
            let id = try element.required("id")
            let parent = holders.last
            guard let node = network.add(node: id, line: element.line) else { return holders.append(.other) }
            holders.append(.node(node))
            if case .node(let parent) = parent { network.nodes.set(network.ids[parent], "parent", row: node) }
        case "edge":
            let direction = element["directed"].map { $0 == "true" || $0 == "1" }
            let source = try element.required("source"), target = try element.required("target")
            holders.append(
                .tie(network.add(tie: source, target, directed: direction ?? graphs.last ?? nil, line: element.line)))
        case "hyperedge":
            throw TextFault(
                "A hyperedge ties more than two nodes at once.",
                remedy: "Make it a node (an event), tied to each that takes part.",
                line: element.line, column: element.column, code: "hyperedge")
        case "data": dataKey = element["key"]
        default: break
        }
    }

    func end(_ name: String, text: String, line: Int) throws(TextFault) {
        switch name {
        case "key": openKeys = []
        case "default":
            for key in openKeys {
                if key.isOfTies {
                    network.ties.setFallback(text, column: key.column)
                } else {
                    network.nodes.setFallback(text, column: key.column)
                }
            }
        case "graph": graphs.removeLast()
        case "node", "edge": holders.removeLast()
        case "data":
            if let key = dataKey { set(text, key, line) }
            dataKey = nil
        // What yEd draws at nodes and edges.
        case "NodeLabel", "EdgeLabel": setLabel(text)
        default: break
        }
    }

    private func startGraph(_ element: XMLElement) {
        if hasGraph, graphs.isEmpty {
            network.report(
                .warning, "several-graphs",
                "The file has more than one graph; their nodes and ties were read together.",
                remedy: "Give each graph a file of its own.", line: element.line)
        }
        hasGraph = true
        graphs.append(element["edgedefault"] == "directed")
    }

    private func declare(_ element: XMLElement) {
        openKeys = []
        guard let id = element["id"] else { return }
        if element["yfiles.type"] != nil {
            drawnKeys.insert(id)
            return
        }
        let name = element["attr.name"] ?? id
        let domain = element["for"] ?? "all"
        if ["node", "all"].contains(domain) {
            let column = network.nodes.column(name)
            keysOfNodes[id] = column
            openKeys.append(Key(column: column, isOfTies: false))
        }
        if ["edge", "all"].contains(domain) {
            let column = network.ties.column(name)
            keysOfTies[id] = column
            openKeys.append(Key(column: column, isOfTies: true))
        }
    }

    private func set(_ text: String, _ key: String, _ line: Int) {
        if drawnKeys.contains(key) { return }
        let column: Int?
        switch holders.last {
        case .node(let row):
            column = keysOfNodes[key]
            if let column { network.nodes.set(text, column: column, row: row) }
        case .tie(let row):
            column = keysOfTies[key]
            if let column { network.ties.set(text, column: column, row: row) }
        case .other, nil: return
        }
        guard column == nil else { return }
        network.report(
            .error, "undeclared-key", "No key \"\(Excerpt.of(key))\" is declared for it.",
            remedy: "Add <key id=\"…\" for=\"…\" attr.name=\"…\"/> at the top of the file.", line: line,
            column: Excerpt.of(key))
    }

    private func setLabel(_ text: String) {
        let label = PlainCell.trimmed(text)
        switch holders.last {
        case .node(let row): network.nodes.set(label, "label", row: row)
        case .tie(let row): network.ties.set(label, "label", row: row)
        case .other, nil: return
        }
    }
}

/// Writes GraphML as NetworkX, igraph, Gephi and yEd read it.
///
/// Ids stand as they are, though the schema of GraphML has names without spaces there (and JGraphT asks
/// for them): NetworkX, NetworKit and Gephi know nodes by their ids, and numbers in their place would
/// cost every reader the names.
enum GraphMLWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 }, reserved: ["label"])
        out.reportChanged("XML", "control characters", XMLText.holds)
        out.reportUncarried("GraphML")
        out.reportMixed("NetworkX and igraph")
        return NetworkFormat.Output(text: text(out), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork) -> String {
        let isDirected = out.isDirected
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        text += key("label", "label", of: "node", .text)
        for (place, column) in out.nodeColumns.enumerated() {
            text += key("n\(place)", column.name, of: "node", column.content)
        }
        if out.hasWeights { text += key("weight", "weight", of: "edge", .number) }
        for (place, column) in out.tieColumns.enumerated() {
            text += key("e\(place)", column.name, of: "edge", column.content)
        }
        text += "  <graph edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n"
        for row in 0..<out.nodeCount { text += node(row, out) }
        for row in 0..<out.tieCount { text += edge(row, out, isDirected: isDirected) }
        return text + "  </graph>\n</graphml>\n"
    }

    private static func key(_ id: String, _ name: String, of domain: String, _ content: OutgoingColumn.Content)
        -> String
    {
        let type =
            switch content {
            case .text: "string"
            case .integer: "long"
            case .number: "double"
            }
        return "  <key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(XMLText.escaped(name))\" attr.type=\"\(type)\"/>\n"
    }

    private static func data(_ key: String, _ text: String?) -> String {
        guard let text else { return "" }
        return "      <data key=\"\(key)\">\(XMLText.content(text))</data>\n"
    }

    private static func node(_ row: Int, _ out: OutgoingNetwork) -> String {
        var inner = data("label", out.names[row] ?? out.ids[row])
        for (place, column) in out.nodeColumns.enumerated() { inner += data("n\(place)", column.cell(row)) }
        return "    <node id=\"\(XMLText.escaped(out.ids[row]))\">\n\(inner)    </node>\n"
    }

    private static func edge(_ row: Int, _ out: OutgoingNetwork, isDirected: Bool) -> String {
        let (source, target) = (XMLText.escaped(out.ids[out.source(row)]), XMLText.escaped(out.ids[out.target(row)]))
        let direction = out.isDirected(row) == isDirected ? "" : " directed=\"\(out.isDirected(row))\""
        var inner = out.hasWeights ? data("weight", out.weightText(row)) : ""
        for (place, column) in out.tieColumns.enumerated() { inner += data("e\(place)", column.cell(row)) }
        let head = "    <edge source=\"\(source)\" target=\"\(target)\"\(direction)"
        return inner.isEmpty ? head + "/>\n" : head + ">\n\(inner)    </edge>\n"
    }
}
