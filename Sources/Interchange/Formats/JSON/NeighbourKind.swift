import Tabular
import Vocabulary

extension JSONKind {
    /// Whom each actor is tied to, by its name: `{"A": ["B", "C"], "B": {"C": 2}}`, a number being the weight.
    static let neighbours = JSONKind(
        name: "neighbours",
        recognises: { value in
            guard case .object(let members) = value, !members.isEmpty else { return false }
            let known: Set = [
                "nodes", "links", "edges", "elements", "connections", "graph", "graphs", "adjacency", "network",
            ]
            return members.allSatisfy { !known.contains($0.key) && isOfNames($0.value) }
                && members.contains {
                    JSONNetworkReader.list($0.value)?.isEmpty == false || !JSONNetworkReader.members($0.value).isEmpty
                }
        }
    ) { reader, value throws(TextFault) in
        var weights: [String] = []
        for member in JSONNetworkReader.members(value) {
            let line = reader.lines.line(of: member.key)
            let source = reader.network.node(member.key, line: line)
            var neighbours = (JSONNetworkReader.list(member.value) ?? []).compactMap(JSONNetworkReader.text).map {
                ($0, "1")
            }
            neighbours += JSONNetworkReader.members(member.value).map { inner in
                (inner.key, (inner.value["weight"] ?? inner.value).asNumber ?? "1")
            }
            for (name, weight) in neighbours where !name.isEmpty {
                let tie = reader.network.add(
                    tie: source, reader.network.node(name, line: line), directed: nil, line: line)
                reader.network.ties.set(weight, "weight", row: tie)
                weights.append(weight)
            }
        }
        // Where each tie stands in the lists of both its ends, it is one; else nothing says that it has a direction.
        reader.network.foldSymmetric(groups: weights.map { _ in 0 }, weights: weights)
        for tie in 0..<reader.network.tieCount { reader.network.setDirection(nil, tie: tie) }
    }

    /// A list of names and numbers, or an object of numbers or of what is known of ties.
    private static func isOfNames(_ value: JSONValue) -> Bool {
        if let list = JSONNetworkReader.list(value) {
            return list.allSatisfy { element in
                switch element {
                case .text, .integer: true
                default: false
                }
            }
        }
        guard case .object(let members) = value else { return false }
        return members.allSatisfy { member in
            if case .object(let inner) = member.value { return inner.allSatisfy { $0.key == "weight" } }
            return member.value.asNumber != nil
        }
    }

    /// Pairs of names, perhaps with a weight: `[["A", "B"], ["B", "C", 2]]`.
    static let pairs = JSONKind(
        name: "pairs",
        recognises: { value in
            guard let rows = JSONNetworkReader.list(value), !rows.isEmpty else { return false }
            return rows.allSatisfy { row in
                guard let cells = JSONNetworkReader.list(row), (2...3).contains(cells.count) else { return false }
                return cells.prefix(2).allSatisfy { cell in
                    switch cell {
                    case .text, .integer: true
                    default: false
                    }
                } && (cells.count == 2 || cells[2].asNumber != nil)
            }
        }
    ) { reader, value throws(TextFault) in
        for (position, row) in (JSONNetworkReader.list(value) ?? []).enumerated() {
            let line = reader.lines.line(of: "", position)
            let cells = (JSONNetworkReader.list(row) ?? []).compactMap(JSONNetworkReader.text)
            for name in cells.prefix(2) where !name.isEmpty { _ = reader.network.node(name, line: line) }
            let tie = reader.network.add(tie: cells[0], cells[1], directed: nil, line: line)
            if cells.count > 2 { reader.network.ties.set(cells[2], "weight", row: tie) }
        }
    }

    /// VOSviewer's maps: items and links by ids that number them, with strengths.
    static let vosviewer = JSONKind(
        name: "VOSviewer",
        recognises: { value in
            JSONNetworkReader.list(value["network"]?["items"]) != nil
        }
    ) { reader, value throws(TextFault) in
        let line = reader.lines.line(of: "network")
        reader.network.hasNumberedIDs = true
        let look: Set = ["id", "x", "y"]
        for item in JSONNetworkReader.list(value["network"]?["items"]) ?? [] {
            // Weights and scores stand in an object each.
            let members = JSONNetworkReader.members(item).flatMap { member in
                if case .object(let inner) = member.value { inner } else { [member] }
            }
            reader.addNode(item["id"].flatMap(JSONNetworkReader.text), members, but: look, line: line)
        }
        for link in JSONNetworkReader.list(value["network"]?["links"]) ?? [] {
            try reader.addTie(
                link["source_id"], link["target_id"], JSONNetworkReader.members(link), but: ["source_id", "target_id"],
                directed: nil, line: line, named: ["strength": "weight"])
        }
    }
}

extension JSONValue {
    /// A number as it is written; nil: it is none.
    fileprivate var asNumber: String? {
        switch self {
        case .integer, .digits, .number: JSONNetworkReader.text(self)
        default: nil
        }
    }
}
