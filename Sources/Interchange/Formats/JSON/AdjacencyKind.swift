import Tabular
import Vocabulary

extension JSONKind {
    /// NetworkX's `adjacency_data`: nodes, and for each the list of those that it is tied to. A tie without direction
    /// stands in the lists of both its ends.
    static let adjacency = JSONKind(name: "adjacency", recognises: { JSONNetworkReader.list($0["adjacency"]) != nil }) {
        reader, value throws(TextFault) in
        let nodes = JSONNetworkReader.list(value["nodes"]) ?? []
        for (position, node) in nodes.enumerated() {
            reader.addNode(
                node["id"].flatMap(JSONNetworkReader.text), JSONNetworkReader.members(node), but: ["id"],
                line: reader.lines.line(of: "nodes", position))
        }
        let isDirected = JSONNetworkReader.flag(value["directed"]) ?? false
        let lists = JSONNetworkReader.list(value["adjacency"]) ?? []
        guard lists.count == nodes.count else {
            throw TextFault(
                Bilingual(
                    en: "There are \(nodes.count) nodes and \(lists.count) lists of neighbours.",
                    fr:
                        "Il y a \(nodes.count, fr: "nœud", "nœuds") et \(lists.count, fr: "liste", "listes") de voisins."
                ),
                remedy: Bilingual(en: "Write a list for each node.", fr: "Écrivez une liste pour chaque nœud."),
                line: reader.lines.line(of: "adjacency"), code: "ragged-row")
        }
        let places = Dictionary(
            nodes.enumerated().compactMap { place, node in
                node["id"].flatMap(JSONNetworkReader.text).map { ($0, place) }
            },
            uniquingKeysWith: { one, _ in one })
        for (place, list) in lists.enumerated() {
            for neighbour in JSONNetworkReader.list(list) ?? [] {
                let target = neighbour["id"].flatMap(JSONNetworkReader.text).flatMap { places[$0] }
                if !isDirected, let target, target < place { continue }
                try reader.addTie(
                    nodes[place]["id"], neighbour["id"], JSONNetworkReader.members(neighbour), but: ["id", "key"],
                    directed: isDirected, line: reader.lines.line(of: "adjacency", place))
            }
        }
    }
}
