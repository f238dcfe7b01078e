import NetworkModel
import Vocabulary

/// Writes a Pajek network: labels are the ids. Kinds of tie are relations for the programs that read them; for all
/// others every tie stands in one section.
///
/// A second number behind `*Vertices` declares a network of two modes, in which no actors are tied to
/// each other: readers drop such ties. Where there are some, a partition tells actors from events to Pajek.
enum PajekWriter {
    /// What the partition of actors and events is called.
    static let modes = "mode: 1 actor, 2 event"

    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        let keepsRelations = options.peer?.takesRelations("pajek") ?? false
        var options = options
        if !keepsRelations { options.bothWays = options.bothWays || OutgoingNetwork(network).isMixed }
        var out = OutgoingNetwork(network, options)
        let hasKinds = network.tieKinds.count > 1 && keepsRelations
        out.reportChanged(
            Bilingual("Pajek"),
            Bilingual(
                en: "quotes, line breaks and control characters",
                fr: "les guillemets, les sauts de ligne et les caractères de commande"), idsOnly: true
        ) { Self.plain($0) == $0 }
        if out.names.contains(where: { $0 != nil }) {
            out.lose(Bilingual(en: "names beside the ids", fr: "les noms à côté des identifiants"), Bilingual("Pajek"))
        }
        let hasModes = out.isTwoMode ? options.peer != .networkx : keepsRelations
        out.reportColumns(Bilingual("Pajek"), nodes: { $0 == "mode" && hasModes }, ties: { $0 == "kind" && hasKinds })
        out.reportUncarried(Bilingual("Pajek"))
        report(network, &out, options, hasKinds: hasKinds)
        return NetworkFormat.Output(
            text: text(out, hasKinds: hasKinds, keepsSections: keepsRelations, hasModes: hasModes),
            findings: out.findings)
    }

    /// Relations and partitions are read by Pajek and by R's network; NetworkX takes their lines for ties, and igraph
    /// refuses them. The second number that tells two modes NetworkX refuses.
    private static func report(
        _ network: Network, _ out: inout OutgoingNetwork, _ options: NetworkFormat.WritingOptions, hasKinds: Bool
    ) {
        let hasMore = network.tieKinds.count > 1 || (!network.participation.isEmpty && !out.isTwoMode)
        if hasMore, !hasKinds, !(options.peer?.takesRelations("pajek") ?? false) {
            out.note(
                "relations",
                Bilingual(
                    en: "All kinds of tie stand in one relation, since most programs misread files with several.",
                    fr:
                        "Tous les types de lien se trouvent dans une seule relation, car la plupart des programmes lisent mal les fichiers qui en ont plusieurs."
                ),
                Bilingual(
                    en:
                        "For Pajek and for R's network, write --for pajek or --for r; for others GraphML keeps the kinds.",
                    fr:
                        "Pour Pajek et pour network de R, écrivez --for pajek ou --for r ; pour les autres, GraphML garde les types."
                ))
        }
        if out.isTwoMode, options.peer == nil {
            out.note(
                "two-modes",
                Bilingual(
                    en: "NetworkX does not read Pajek's networks of two modes.",
                    fr: "NetworkX ne lit pas les réseaux bimodaux de Pajek."),
                Bilingual(
                    en: "For it, write GraphML, or --for networkx.",
                    fr: "Pour lui, écrivez du GraphML, ou --for networkx."))
        }
    }

    private static func text(_ out: OutgoingNetwork, hasKinds: Bool, keepsSections: Bool, hasModes: Bool) -> String {
        let actorCount = out.network.actors.count
        var text = "*Vertices \(out.nodeCount)\(out.isTwoMode && hasModes ? " \(actorCount)" : "")\n"
        for row in 0..<out.nodeCount { text += "\(row + 1) \"\(quoted(out.ids[row]))\"\n" }
        // In one section, but for relations and directions of those that take several.
        let sections =
            keepsSections
            ? Dictionary(grouping: 0..<out.tieCount, by: out.kind).sorted { $0.key < $1.key }.map(\.value)
            : [Array(0..<out.tieCount)]
        for rows in sections {
            guard let first = rows.first else { continue }
            text += out.isDirected(first) ? "*Arcs" : "*Edges"
            if hasKinds {
                let kind = out.kind(first)
                let name = kind >= out.network.tieKinds.count ? "participation" : out.network.tieKinds[kind].id
                text += " :\(kind + 1) \"\(quoted(name))\""
            }
            text += "\n"
            for row in rows {
                text +=
                    "\(out.source(row) + 1) \(out.target(row) + 1)"
                    + (out.hasWeights ? " \(out.weightText(row) ?? "1")" : "") + "\n"
            }
        }
        if !out.network.events.isEmpty, !out.isTwoMode, hasModes {
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
