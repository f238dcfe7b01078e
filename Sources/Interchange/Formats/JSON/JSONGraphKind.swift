import Tabular
import Vocabulary

extension JSONKind {
    /// The JSON Graph Format, versions 1 and 2: one graph or several, nodes in a list or by their ids in an object,
    /// what is said of each in `metadata`. Edges are directed unless the graph or the edge says otherwise.
    static let jsonGraph = JSONKind(
        name: "JSON Graph",
        recognises: { value in
            value["graph"]?["nodes"] != nil || value["graph"]?["edges"] != nil
                || JSONNetworkReader.list(value["graphs"]) != nil
        }
    ) { reader, value throws(TextFault) in
        let graphs = JSONNetworkReader.list(value["graphs"]) ?? value["graph"].map { [$0] } ?? []
        let names = graphs.map { ($0["label"] ?? $0["id"]).flatMap(JSONNetworkReader.text) ?? "" }
        let place = try NetworkChoice.place(names, wanted: reader.wanted, line: 1)
        try Self.read(graphs[place], into: &reader)
    }

    private static func read(_ graph: JSONValue, into reader: inout JSONNetworkReader) throws(TextFault) {
        if let more = JSONNetworkReader.list(graph["hyperedges"]), !more.isEmpty {
            throw TextFault(
                Bilingual(
                    en: "A hyperedge ties more than two nodes at once.",
                    fr: "Une hyperarête lie plus de deux nœuds à la fois."),
                remedy: Bilingual(
                    en: "Make it a node (an event), tied to each that takes part.",
                    fr: "Faites-en un nœud (un événement), lié à chacun de ceux qui y prennent part."), line: 1,
                code: "hyperedge")
        }
        var nodes = (JSONNetworkReader.list(graph["nodes"]) ?? []).map {
            ($0["id"].flatMap(JSONNetworkReader.text), $0)
        }
        nodes += JSONNetworkReader.members(graph["nodes"]).map { ($0.key, $0.value) }
        for (position, (id, node)) in nodes.enumerated() {
            reader.addNode(
                id,
                JSONNetworkReader.members(node).filter { $0.key == "label" }
                    + JSONNetworkReader.members(node["metadata"]),
                but: [], line: reader.lines.line(of: "nodes", position))
        }
        let isDirected = JSONNetworkReader.flag(graph["directed"]) ?? true
        for (position, edge) in (JSONNetworkReader.list(graph["edges"]) ?? []).enumerated() {
            let told = JSONNetworkReader.members(edge).filter { ["relation", "label"].contains($0.key) }
            try reader.addTie(
                edge["source"], edge["target"], told + JSONNetworkReader.members(edge["metadata"]), but: [],
                directed: JSONNetworkReader.flag(edge["directed"]) ?? isDirected,
                line: reader.lines.line(of: "edges", position), named: ["relation": "kind"])
        }
    }
}
