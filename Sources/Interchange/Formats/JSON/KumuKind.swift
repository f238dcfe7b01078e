import Tabular

extension JSONKind {
    /// As Kumu takes and gives it: elements by their labels, connections by the labels or ids of their ends. The type
    /// of a connection is its kind, that of an element the attribute `kind`. `mutual` is one tie each way.
    static let kumu = JSONKind(
        name: "Kumu",
        recognises: { value in
            JSONNetworkReader.list(value["connections"]) != nil
                && (JSONNetworkReader.list(value["connections"]) ?? []).allSatisfy { $0["from"] != nil }
        }
    ) { reader, value throws(TextFault) in
        var ids: [String: String] = [:]
        for (position, element) in (JSONNetworkReader.list(value["elements"]) ?? []).enumerated() {
            let label = element["label"].flatMap(JSONNetworkReader.text)
            let id = (element["id"] ?? element["_id"]).flatMap(JSONNetworkReader.text)
            // Labels are how people know elements; where two have one, ids tell them apart.
            let isTaken = label.map { reader.network.position(of: $0) != nil } ?? true
            let known = isTaken ? id : label
            reader.addNode(
                known, Self.flat(element), but: isTaken ? ["id", "_id"] : ["id", "_id", "label"],
                line: reader.lines.line(of: "elements", position), named: ["type": "kind"])
            if let id, let known { ids[id] = known }
        }
        for (position, connection) in (JSONNetworkReader.list(value["connections"]) ?? []).enumerated() {
            let line = reader.lines.line(of: "connections", position)
            let ends = ["from", "to"].map { name -> JSONValue? in
                let text = connection[name].flatMap(JSONNetworkReader.text)
                guard let text else { return nil }
                let id = ids[text] ?? text
                // Kumu makes elements of ends that it does not know.
                if !id.isEmpty { _ = reader.network.node(id, line: line) }
                return .text(id)
            }
            let direction = connection["direction"].flatMap(JSONNetworkReader.text)?.lowercased()
            let own: Set = ["id", "_id", "from", "to", "direction"]
            let names = ["type": "kind", "strength": "weight"].filter {
                $0.key != "strength" || connection["weight"] == nil
            }
            try reader.addTie(
                ends[0], ends[1], Self.flat(connection), but: own,
                directed: direction != "undirected" && direction != nil,
                line: line, named: names)
            guard direction == "mutual" else { continue }
            try reader.addTie(
                ends[1], ends[0], Self.flat(connection), but: own, directed: true, line: line, named: names)
        }
    }

    /// Kumu puts what is said of an element beside its label or into an object; lists become texts.
    private static func flat(_ value: JSONValue) -> [JSONValue.Member] {
        let all =
            JSONNetworkReader.members(value).filter { $0.key != "attributes" }
            + JSONNetworkReader.members(value["attributes"])
        var seen: Set<String> = []
        return all.filter { seen.insert($0.key).inserted }.map { member in
            guard let parts = JSONNetworkReader.list(member.value) else { return member }
            return .init(member.key, .text(parts.compactMap(JSONNetworkReader.text).joined(separator: "; ")))
        }
    }
}
