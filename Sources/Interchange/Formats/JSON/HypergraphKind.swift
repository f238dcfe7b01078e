import Tabular
import Vocabulary

extension JSONKind {
    /// The Hypergraph Interchange Format of XGI, HypergraphX and HyperNetX: who is in which hyperedge. A hyperedge is an
    /// event in which its members take part; one that is called like a node is told apart from it.
    static let hypergraph = JSONKind(
        name: "HIF", recognises: { JSONNetworkReader.list($0["incidences"]) != nil }
    ) { reader, value throws(TextFault) in
        try HypergraphReading(value).read(into: &reader)
    }
}

private struct HypergraphReading {
    private let value: JSONValue
    private let incidences: [JSONValue]
    private let nodes: [JSONValue]
    private let edges: [JSONValue]
    /// What nodes are called, which no event may be.
    private let nodeIDs: Set<String>

    init(_ value: JSONValue) {
        self.value = value
        incidences = JSONNetworkReader.list(value["incidences"]) ?? []
        nodes = JSONNetworkReader.list(value["nodes"]) ?? []
        edges = JSONNetworkReader.list(value["edges"]) ?? []
        nodeIDs = Set((nodes + incidences).compactMap { $0["node"].flatMap(JSONNetworkReader.text) })
    }

    func read(into reader: inout JSONNetworkReader) throws(TextFault) {
        for (position, node) in nodes.enumerated() {
            add(node, "node", "actor", line: reader.lines.line(of: "nodes", position), &reader)
        }
        for (position, edge) in edges.enumerated() {
            add(edge, "edge", "event", line: reader.lines.line(of: "edges", position), &reader)
        }
        for (position, incidence) in incidences.enumerated() {
            let line = reader.lines.line(of: "incidences", position)
            guard let actor = id(incidence, "node"), let event = id(incidence, "edge") else {
                throw TextFault(
                    Bilingual(
                        en: "The incidence lacks its node or its edge.",
                        fr: "Il manque à l'incidence son nœud ou son arête."),
                    remedy: Bilingual(
                        en: "Write {\"node\": \"a\", \"edge\": \"e\"}.",
                        fr: "Écrivez {\"node\": \"a\", \"edge\": \"e\"}."), line: line, code: "missing-value")
            }
            for (id, end, mode) in [(actor, "node", "actor"), (event, "edge", "event")]
            where reader.network.position(of: id) == nil {
                add(incidence, end, mode, isTold: false, line: line, &reader)
            }
            try reader.addTie(
                .text(actor), .text(event), told(incidence), but: ["node", "edge"], directed: false, line: line)
        }
        reportDirection(&reader)
    }

    private func id(_ entry: JSONValue, _ end: String) -> String? {
        guard let own = entry[end].flatMap(JSONNetworkReader.text) else { return nil }
        return end == "edge" && nodeIDs.contains(own) ? "edge \(own)" : own
    }

    /// - Parameter isTold: whether the entry is of this node or edge, and not of an incidence that names it.
    private func add(
        _ entry: JSONValue, _ end: String, _ mode: String, isTold: Bool = true, line: Int,
        _ reader: inout JSONNetworkReader
    ) {
        guard let row = reader.addNode(id(entry, end), isTold ? told(entry) : [], but: [end, "mode"], line: line) else {
            return
        }
        reader.network.nodes.set(mode, "mode", row: row)
        let hasName = isTold && told(entry).contains { $0.key == "name" || $0.key == "label" }
        if let own = entry[end].flatMap(JSONNetworkReader.text), own != id(entry, end), !hasName {
            reader.network.nodes.set(own, "name", row: row)
        }
    }

    /// What an entry says, its attributes as what stands beside them.
    private func told(_ entry: JSONValue) -> [JSONValue.Member] {
        JSONNetworkReader.spread(JSONNetworkReader.members(entry), within: ["attrs"])
    }

    private func reportDirection(_ reader: inout JSONNetworkReader) {
        guard value["network-type"] == .text("directed") else { return }
        reader.network.report(
            .warning, "hyperedge-direction",
            Bilingual(
                en: "The hyperedges have heads and tails; an event has neither: all were read as taking part.",
                fr:
                    "Les hyperarêtes ont des têtes et des queues ; un événement n'en a pas : tous ont été lus comme participants."
            ),
            remedy: Bilingual(
                en: "Write ties from each tail to each head, if the direction matters.",
                fr: "Écrivez des liens de chaque queue vers chaque tête, si la direction compte."),
            line: reader.lines.line(of: "incidences"))
    }
}
