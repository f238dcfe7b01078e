import NetworkModel
import Vocabulary

/// Writes a Pajek network: labels are the ids, relations are the kinds of tie.
///
/// A second number behind `*Vertices` declares a network of two modes, in which no actors are tied to
/// each other: readers drop such ties. Where there are some, a partition tells actors from events.
enum PajekWriter {
    /// What the partition of actors and events is called.
    static let modes = "mode: 1 actor, 2 event"

    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        let hasKinds = network.tieKinds.count > 1
        out.reportChanged("Pajek", "quotes, line breaks and control characters", idsOnly: true) { Self.plain($0) == $0 }
        if out.names.contains(where: { $0 != nil }) { out.lose("names beside the ids", "Pajek") }
        out.reportColumns("Pajek", nodes: { $0 == "mode" }, ties: { $0 == "kind" && hasKinds })
        out.reportUncarried("Pajek")
        if hasKinds || !network.participation.isEmpty {
            out.note(
                "relations", "Relations and two modes are read by Pajek; NetworkX and igraph do not read them.",
                "For them, write GraphML.")
        }
        return NetworkFormat.Output(text: text(out, hasKinds: hasKinds), findings: out.findings)
    }

    private static func text(_ out: OutgoingNetwork, hasKinds: Bool) -> String {
        let actorCount = out.network.actors.count
        var text = "*Vertices \(out.nodeCount)\(out.isTwoMode ? " \(actorCount)" : "")\n"
        for row in 0..<out.nodeCount { text += "\(row + 1) \"\(quoted(out.ids[row]))\"\n" }
        let kinds = Dictionary(grouping: 0..<out.tieCount, by: out.kind)
        for (kind, rows) in kinds.sorted(by: { $0.key < $1.key }) {
            let isParticipation = kind >= out.network.tieKinds.count
            let isDirected = !isParticipation && out.network.tieKinds[kind].isDirected
            text += isDirected ? "*Arcs" : "*Edges"
            if hasKinds {
                let name = isParticipation ? "participation" : out.network.tieKinds[kind].id
                text += " :\(kind + 1) \"\(quoted(name))\""
            }
            text += "\n"
            for row in rows {
                text +=
                    "\(out.source(row) + 1) \(out.target(row) + 1)"
                    + (out.hasWeights ? " \(out.weightText(row) ?? "1")" : "") + "\n"
            }
        }
        if !out.network.events.isEmpty, !out.isTwoMode {
            text += "*Partition \(modes)\n*Vertices \(out.nodeCount)\n"
            for row in 0..<out.nodeCount { text += row < actorCount ? "1\n" : "2\n" }
        }
        return text
    }

    /// Readers disagree on what a backslash does in a label. One before a letter stands for itself
    /// to all of them; one at the end or before another is doubled, so that none takes it for more.
    private static func quoted(_ text: String) -> String {
        let letters = Array(plain(text).unicodeScalars)
        var output = String.UnicodeScalarView()
        for (place, letter) in letters.enumerated() {
            output.append(letter)
            if letter == "\\", !Backslash.isAlone(at: place, in: letters) { output.append("\\") }
        }
        return String(output)
    }

    /// A line is a line: breaks and controls become spaces; a label ends at a quote.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 == "\"" ? "'" : $0 }))
    }
}
