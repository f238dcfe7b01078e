import Tabular
import Vocabulary

extension JSONKind {
    /// As Cytoscape.js and Cytoscape (`.cyjs`) have it: elements with their data in an object, in one list or in two.
    /// Direction is a matter of style there: it is taken from NetworkX's flag, where the file has it.
    static let cytoscape = JSONKind(
        name: "Cytoscape.js",
        recognises: { value in
            let elements = value["elements"]
            if elements?["nodes"] != nil || elements?["edges"] != nil { return true }
            return (JSONNetworkReader.list(elements) ?? JSONNetworkReader.list(value))?.contains { $0["data"] != nil }
                ?? false
        }
    ) { reader, value throws(TextFault) in
        let list = JSONNetworkReader.list(value["elements"]) ?? JSONNetworkReader.list(value)
        let listName = JSONNetworkReader.list(value) != nil ? "" : "elements"
        var nodes: [(JSONValue, Int)] = [], edges: [(JSONValue, Int)] = []
        for (position, element) in (list ?? []).enumerated() {
            let isEdge = element["group"] == .text("edges") || element["data"]?["source"] != nil
            let told = (element, reader.lines.line(of: listName, position))
            if isEdge { edges.append(told) } else { nodes.append(told) }
        }
        for (position, node) in (JSONNetworkReader.list(value["elements"]?["nodes"]) ?? []).enumerated() {
            nodes.append((node, reader.lines.line(of: "nodes", position)))
        }
        for (position, edge) in (JSONNetworkReader.list(value["elements"]?["edges"]) ?? []).enumerated() {
            edges.append((edge, reader.lines.line(of: "edges", position)))
        }
        for (node, line) in nodes {
            let data = JSONNetworkReader.members(node["data"])
            reader.addNode(
                node["data"]?["id"].flatMap(JSONNetworkReader.text), data,
                but: ["id", "SUID", "selected", "shared_name"],
                line: line)
        }
        let isDirected = JSONNetworkReader.flag(value["directed"])
        let byValue = valuesThatEndEdges(nodes.map(\.0), edges.map(\.0), reader.network)
        func end(_ value: JSONValue?) -> JSONValue? {
            value.flatMap(JSONNetworkReader.text).flatMap { byValue[$0] }.map { .text($0) } ?? value
        }
        for (edge, line) in edges {
            let data = edge["data"]
            let own = JSONNetworkReader.flag(data?["directed"])
            var left: Set = ["id", "source", "target", "SUID", "selected", "shared_name", "shared_interaction"]
            if own != nil { left.insert("directed") }
            try reader.addTie(
                end(data?["source"]), end(data?["target"]), JSONNetworkReader.members(data),
                but: left, directed: own ?? isDirected, line: line, named: ["interaction": "kind"])
        }
        guard !edges.isEmpty, isDirected == nil, !edges.contains(where: { $0.0["data"]?["directed"] != nil }) else {
            return
        }
        reader.network.report(
            .note, "direction-not-told",
            Bilingual(
                en: "The file does not tell whether its edges have a direction; they were read without.",
                fr: "Le fichier ne dit pas si ses arêtes ont une direction ; elles ont été lues sans."),
            remedy: Bilingual(
                en: "Choose with --directed, if they have one.", fr: "Choisissez par --directed, si elles en ont une."),
            line: edges[0].1)
    }

    /// The ids of nodes by their `value`: NetworkX names the ends of edges by it, which an attribute "id" of its nodes
    /// leaves pointing at nobody. Empty where some end is an id, or the values do not tell all of them.
    private static func valuesThatEndEdges(
        _ nodes: [JSONValue], _ edges: [JSONValue], _ network: PlainNetwork
    ) -> [String: String] {
        let ends = edges.flatMap { [$0["data"]?["source"], $0["data"]?["target"]] }
            .compactMap { $0.flatMap(JSONNetworkReader.text) }
        guard !ends.isEmpty, !ends.contains(where: { network.position(of: $0) != nil }) else { return [:] }
        var ids: [String: String] = [:]
        for node in nodes {
            guard let value = node["data"]?["value"].flatMap(JSONNetworkReader.text),
                let id = node["data"]?["id"].flatMap(JSONNetworkReader.text), ids.updateValue(id, forKey: value) == nil
            else { return [:] }
        }
        return ends.allSatisfy { ids[$0] != nil } ? ids : [:]
    }
}
