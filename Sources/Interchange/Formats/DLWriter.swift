import NetworkModel
import Vocabulary

/// Writes UCINET's DL as edge lists, one for each kind of tie; a tie without direction stands in
/// them both ways.
enum DLWriter {
    static func write(_ network: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        var out = OutgoingNetwork(network, options)
        let isFlat = options.peer.map { !$0.takesRelations("dl") } ?? false
        let kinds = isFlat ? [-1] : Set((0..<out.tieCount).map(out.kind)).sorted()
        out.reportChanged(
            Bilingual("DL"),
            Bilingual(
                en: "quotes, line breaks and control characters",
                fr: "les guillemets, les sauts de ligne et les caractères de commande"), idsOnly: true
        ) { plain($0) == $0 }
        if out.names.contains(where: { $0 != nil }) {
            out.lose(Bilingual(en: "names beside the ids", fr: "les noms à côté des identifiants"), Bilingual("DL"))
        }
        let isQuoted = options.peer == .ucinet || options.peer == .pajek
        if !isQuoted {
            out.reportChanged(
                Bilingual(
                    en: "DL as most programs read it (igraph takes a name of two words for two)",
                    fr: "Le DL que lisent la plupart des programmes (igraph prend un nom de deux mots pour deux)"),
                Bilingual(en: "spaces and commas", fr: "les espaces et les virgules"),
                idsOnly: true
            ) {
                bare($0) == $0
            }
        }
        let isTwoMode = out.isTwoMode && !isFlat
        out.reportColumns(
            Bilingual("DL"), nodes: { $0 == "mode" && isTwoMode },
            ties: { $0 == "kind" && kinds.count > 1 || isTwoMode && $0 == "kind" })
        out.reportUncarried(Bilingual("DL"))
        let labels = isQuoted ? out.ids.map(label) : unique(out.ids.map(bare))
        if Set(labels).count < labels.count {
            out.note(
                "changed-text",
                Bilingual(
                    en: "Labels that DL can hold are not all different.",
                    fr: "Les étiquettes que DL peut contenir ne sont pas toutes différentes."),
                Bilingual(
                    en: "Give the actors ids without quotes and line breaks.",
                    fr: "Donnez aux acteurs des identifiants sans guillemets ni sauts de ligne."))
        }
        let text = isTwoMode ? twoMode(out, labels) : oneMode(out, labels, kinds)
        return NetworkFormat.Output(text: text, findings: out.findings)
    }

    private static func oneMode(_ out: OutgoingNetwork, _ labels: [String], _ kinds: [Int]) -> String {
        var text = "DL n=\(out.nodeCount)\(kinds.count > 1 ? " nm=\(kinds.count)" : "")\nformat = edgelist1\nlabels:\n"
        text += line(labels)
        if kinds.count > 1 {
            let names = kinds.map { $0 < out.network.tieKinds.count ? out.network.tieKinds[$0].id : "participation" }
            text += "matrix labels:\n" + line(names.map(label))
        }
        text += "data:\n"
        for (place, kind) in kinds.enumerated() {
            if place > 0 { text += "!\n" }
            for row in 0..<out.tieCount where kind < 0 || out.kind(row) == kind {
                let (source, target) = (out.source(row) + 1, out.target(row) + 1)
                let weight = out.hasWeights ? " \(out.weightText(row) ?? "1")" : ""
                text += "\(source) \(target)\(weight)\n"
                if !out.isDirected(row), source != target { text += "\(target) \(source)\(weight)\n" }
            }
        }
        return text
    }

    private static func twoMode(_ out: OutgoingNetwork, _ labels: [String]) -> String {
        let actorCount = out.network.actors.count
        var text = "DL nr=\(actorCount) nc=\(out.nodeCount - actorCount)\nformat = edgelist2\nrow labels:\n"
        text += line(labels[..<actorCount]) + "column labels:\n" + line(labels[actorCount...]) + "data:\n"
        for row in 0..<out.tieCount {
            text +=
                "\(out.source(row) + 1) \(out.target(row) + 1 - actorCount)"
                + (out.hasWeights ? " \(out.weightText(row) ?? "1")" : "") + "\n"
        }
        return text
    }

    /// Labels as UCINET takes them and all others too: Gephi reads one line of them, Tulip one for the
    /// relations, both with commas.
    private static func line(_ labels: some Sequence<String>) -> String { labels.joined(separator: ",") + "\n" }

    /// Without what any program takes for the end of a label.
    private static func bare(_ text: String) -> String {
        let bare = String(
            String.UnicodeScalarView(
                plain(text).unicodeScalars.map { $0.properties.isWhitespace || $0 == "," || $0 == "=" ? "_" : $0 }))
        return bare.lowercased() == "embedded" ? bare + "_" : bare
    }

    private static func unique(_ labels: [String]) -> [String] {
        var taken: Set<String> = []
        return labels.map { label in
            var own = label
            while !taken.insert(own).inserted { own += "_" }
            return own
        }
    }

    /// In quotes where it must be.
    private static func label(_ text: String) -> String {
        let text = plain(text)
        let isBare =
            !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
        return isBare && text.lowercased() != "embedded" ? text : "\"\(text)\""
    }

    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 == "\"" ? "'" : $0 }))
    }
}
