import Tabular

extension JSONKind {
    /// As graphology exports it, which sigma and Gephi Lite use: keys, attributes in an object of their own, and a
    /// type that says whether edges are directed, undirected or mixed.
    static let graphology = JSONKind(
        name: "graphology",
        recognises: { value in
            guard let nodes = JSONNetworkReader.list(value["nodes"]), value["links"] == nil else { return false }
            return nodes.contains { $0["key"] != nil && ($0["attributes"] != nil || value["options"] != nil) }
        }
    ) { reader, value throws(TextFault) in
        let type = value["options"]?["type"].flatMap(JSONNetworkReader.text)
        for (position, node) in (JSONNetworkReader.list(value["nodes"]) ?? []).enumerated() {
            reader.addNode(
                node["key"].flatMap(JSONNetworkReader.text), JSONNetworkReader.members(node["attributes"]), but: [],
                line: reader.lines.line(of: "nodes", position))
        }
        for (position, edge) in (JSONNetworkReader.list(value["edges"]) ?? []).enumerated() {
            // What an edge says of itself counts, then what the graph says; without either they are directed.
            let isUndirected = JSONNetworkReader.flag(edge["undirected"]) ?? (type == "undirected")
            try reader.addTie(
                edge["source"], edge["target"], JSONNetworkReader.members(edge["attributes"]), but: [],
                directed: !isUndirected, line: reader.lines.line(of: "edges", position))
        }
    }
}
