import Tabular

extension JSONKind {
    /// As vis.js (and R's visNetwork) takes it: nodes with id and label, edges with `from` and `to`, whose arrows
    /// tell their direction.
    static let vis = JSONKind(
        name: "vis.js",
        recognises: { value in
            (JSONNetworkReader.list(value["edges"]) ?? []).contains { $0["from"] != nil && $0["to"] != nil }
        }
    ) { reader, value throws(TextFault) in
        let look: Set = [
            "x", "y", "color", "shape", "size", "font", "physics", "arrows", "smooth", "dashes", "width", "length",
            "hidden", "borderWidth", "shadow", "image", "fixed",
        ]
        for (position, node) in (JSONNetworkReader.list(value["nodes"]) ?? []).enumerated() {
            reader.addNode(
                node["id"].flatMap(JSONNetworkReader.text), JSONNetworkReader.members(node), but: look.union(["id"]),
                line: reader.lines.line(of: "nodes", position))
        }
        let edges = JSONNetworkReader.list(value["edges"]) ?? []
        let general = value["options"]?["edges"]?["arrows"]
        for (position, edge) in edges.enumerated() {
            let line = reader.lines.line(of: "edges", position)
            let heads = Self.heads(edge["arrows"] ?? general)
            let isTurned = heads == ["from"]
            let (source, target) = isTurned ? ("to", "from") : ("from", "to")
            let strength = edge["weight"] == nil ? (edge["value"] == nil ? "" : "value") : "weight"
            try reader.addTie(
                edge[source], edge[target], JSONNetworkReader.members(edge), but: look.union(["id", "from", "to"]),
                directed: !heads.isEmpty, line: line, named: strength == "value" ? ["value": "weight"] : [:])
            guard heads.count == 2 else { continue }
            try reader.addTie(
                edge["to"], edge["from"], JSONNetworkReader.members(edge), but: look.union(["id", "from", "to"]),
                directed: true, line: line, named: strength == "value" ? ["value": "weight"] : [:])
        }
    }

    /// The ends at which an edge has an arrow: `"to"`, `"to, from"` or `{"to": {"enabled": true}}`.
    private static func heads(_ value: JSONValue?) -> Set<String> {
        if case .text(let text)? = value {
            return Set(text.split { $0 == "," || $0 == " " || $0 == ";" }.map(String.init)).intersection(["to", "from"])
        }
        return Set(
            JSONNetworkReader.members(value).compactMap { member in
                let isOn =
                    JSONNetworkReader.flag(member.value) ?? JSONNetworkReader.flag(member.value["enabled"]) ?? true
                return isOn && ["to", "from"].contains(member.key) ? member.key : nil
            })
    }
}
