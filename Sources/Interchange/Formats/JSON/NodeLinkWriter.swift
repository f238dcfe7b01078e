import NetworkModel
import Tabular
import Vocabulary

/// Writes node-link JSON that NetworkX (`edges="links"`) and d3 read.
enum NodeLinkWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 }, reserved: ["id", "name", "source", "target", "key", "weight", "directed"])
        out.reportUncarried(Bilingual("JSON"))
        out.reportMixed(Bilingual(en: "NetworkX and d3", fr: "NetworkX et d3"))
        return NetworkFormat.Output(text: text(out), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork) -> String {
        let (isDirected, isMixed) = (out.isDirected, out.isMixed)
        let nodes = (0..<out.nodeCount).map { row in
            var members = [JSONValue.Member("id", .text(out.ids[row]))]
            if let name = out.names[row] { members.append(.init("name", .text(name))) }
            return line(members + cells(out.nodeColumns, row))
        }
        let links = (0..<out.tieCount).map { row in
            var members: [JSONValue.Member] = [
                .init("source", .text(out.ids[out.source(row)])), .init("target", .text(out.ids[out.target(row)])),
            ]
            if out.hasWeights, !out.isUncounted(row) { members.append(.init("weight", .number(out.weight(row)))) }
            if isMixed { members.append(.init("directed", .flag(out.isDirected(row)))) }
            return line(members + cells(out.tieColumns, row))
        }
        return """
            {
              "directed": \(isDirected),
              "multigraph": \(out.hasParallelTies),
              "graph": {},
              "nodes": [\(list(nodes))],
              "links": [\(list(links))]
            }

            """
    }

    private static func list(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "\n    " + lines.joined(separator: ",\n    ") + "\n  "
    }

    /// A node or link on a line of its own, so that a person finds it.
    private static func line(_ members: [JSONValue.Member]) -> String {
        String(JSONWriter.text(.object(members), indented: false).dropLast())
    }

    private static func cells(_ columns: [OutgoingColumn], _ row: Int) -> [JSONValue.Member] {
        columns.compactMap { column in
            guard let text = column.cell(row) else { return nil }
            let value: JSONValue =
                switch column.content {
                case .text: .text(text)
                case .integer, .number:
                    Int(text).map(JSONValue.integer) ?? CSVNumber.double(text).map(JSONValue.number) ?? .text(text)
                }
            return .init(column.name, value)
        }
    }
}
