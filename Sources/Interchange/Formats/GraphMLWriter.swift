import NetworkModel
import Vocabulary

/// Writes GraphML as NetworkX, igraph, Gephi and yEd read it.
///
/// Ids stand as they are, though the schema of GraphML has names without spaces there (and JGraphT asks
/// for them): NetworkX, NetworKit and Gephi know nodes by their ids, and numbers in their place would
/// cost every reader the names.
enum GraphMLWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 }, reserved: ["label"])
        out.reportChanged(
            Bilingual("XML"), Bilingual(en: "control characters", fr: "les caractères de commande"), XMLText.holds)
        out.reportUncarried(Bilingual("GraphML"))
        out.reportMixed(Bilingual(en: "NetworkX and igraph", fr: "NetworkX et igraph"))
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
