import NetworkModel
import Tabular
import Vocabulary

/// Writes GEXF 1.3 with the time of nodes and ties, for Gephi and NetworkX.
enum GEXFWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        out.rename({ $0 })
        out.reportChanged(
            Bilingual("XML"), Bilingual(en: "control characters", fr: "les caractères de commande"), XMLText.holds)
        out.reportUncarried(Bilingual("GEXF"))
        out.reportMixed(Bilingual(en: "NetworkX", fr: "NetworkX"))
        let unplaced = options.look.isEmpty ? 0 : options.look.count { $0 == nil }
        if unplaced > 0 {
            out.note(
                "no-place",
                Bilingual(
                    en: "\(unplaced) actors and events are not in the figure and have no place in the file.",
                    fr:
                        "Acteurs et événements qui ne sont pas dans la figure et n'ont pas de place dans le fichier : \(unplaced)."
                ),
                Bilingual(
                    en: "Let Gephi lay out the network, or choose another date or status for the figure.",
                    fr:
                        "Laissez Gephi disposer le réseau, ou choisissez une autre date ou un autre statut pour la figure."
                ))
        }
        return NetworkFormat.Output(text: text(out, options.look), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork, _ look: [NetworkFormat.NodeLook?]) -> String {
        let isDirected = out.isDirected
        let isDynamic = (out.nodeColumns + out.tieColumns).contains { ["since", "until"].contains($0.name) }
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3"\(look.isEmpty ? "" : " xmlns:viz=\"http://gexf.net/1.3/viz\"") version="1.3">
              <graph defaultedgetype="\(isDirected ? "directed" : "undirected")" \
            mode="\(isDynamic ? "dynamic\" timeformat=\"date" : "static")">

            """
        text += attributes("node", out.nodeColumns) + attributes("edge", out.tieColumns)
        text += "    <nodes>\n"
        for row in 0..<out.nodeCount {
            let id = XMLText.escaped(out.ids[row])
            let label = out.names[row].map(XMLText.escaped) ?? id
            let viz = look.indices.contains(row) ? look[row].map(self.viz) ?? "" : ""
            text += element("node", "id=\"\(id)\" label=\"\(label)\"", out.nodeColumns, row, viz)
        }
        text += "    </nodes>\n    <edges>\n"
        for row in 0..<out.tieCount {
            var head =
                "id=\"\(row)\" source=\"\(XMLText.escaped(out.ids[out.source(row)]))\" "
                + "target=\"\(XMLText.escaped(out.ids[out.target(row)]))\""
            if out.isDirected(row) != isDirected {
                head += " type=\"\(out.isDirected(row) ? "directed" : "undirected")\""
            }
            if out.hasWeights, let weight = out.weightText(row) { head += " weight=\"\(weight)\"" }
            text += element("edge", head, out.tieColumns, row)
        }
        return text + "    </edges>\n  </graph>\n</gexf>\n"
    }

    private static func attributes(_ kind: String, _ columns: [OutgoingColumn]) -> String {
        guard !columns.isEmpty else { return "" }
        var text = "    <attributes class=\"\(kind)\" mode=\"static\">\n"
        for (place, column) in columns.enumerated() {
            let type =
                switch column.content {
                case .text: "string"
                case .integer: "long"
                case .number: "double"
                }
            text += "      <attribute id=\"\(place)\" title=\"\(XMLText.escaped(column.name))\" type=\"\(type)\"/>\n"
        }
        return text + "    </attributes>\n"
    }

    private static func element(
        _ name: String, _ head: String, _ columns: [OutgoingColumn], _ row: Int, _ viz: String = ""
    )
        -> String
    {
        var head = head
        var values = ""
        for (place, column) in columns.enumerated() {
            guard let text = column.cell(row) else { continue }
            values += "          <attvalue for=\"\(place)\" value=\"\(XMLText.escaped(text))\"/>\n"
            // Gephi's timeline wants whole days: the first that a partial date can mean, the last.
            if column.name == "since", let date = PartialDate(text) { head += " start=\"\(day(date, isFirst: true))\"" }
            if column.name == "until", let date = PartialDate(text) { head += " end=\"\(day(date, isFirst: false))\"" }
        }
        guard !values.isEmpty || !viz.isEmpty else { return "      <\(name) \(head)/>\n" }
        let told = values.isEmpty ? "" : "        <attvalues>\n\(values)        </attvalues>\n"
        return "      <\(name) \(head)>\n\(told)\(viz)      </\(name)>\n"
    }

    /// How Gephi draws the node.
    private static func viz(_ look: NetworkFormat.NodeLook) -> String {
        func short(_ value: Double) -> String { NumberText.shortest((value * 100).rounded() / 100) }
        return """
                    <viz:color r="\(look.red)" g="\(look.green)" b="\(look.blue)"/>
                    <viz:position x="\(short(look.x))" y="\(short(look.y))" z="0"/>
                    <viz:size value="\(short(look.size))"/>

            """
    }

    private static func day(_ date: PartialDate, isFirst: Bool) -> String {
        let month = date.month ?? (isFirst ? 1 : 12)
        var day = date.day ?? (isFirst ? 1 : 31)
        while PartialDate(year: date.year, month: month, day: day) == nil { day -= 1 }
        return PartialDate(year: date.year, month: month, day: day)?.description ?? date.description
    }
}
