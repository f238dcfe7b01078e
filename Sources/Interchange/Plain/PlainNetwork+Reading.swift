import NetworkModel
import Tabular
import Vocabulary

/// How every format is read: the bytes fill a plain network, or a fault says why they do not.
extension PlainNetwork {
    static func read(
        _ bytes: [UInt8], file: String, _ options: NetworkFormat.Options,
        fill: (inout PlainNetwork) throws(TextFault) -> Void
    ) -> Reading {
        var network = PlainNetwork(file: file)
        do {
            try fill(&network)
        } catch {
            network.findings.add(error.finding(in: file))
            network.isCut = true
        }
        return network.reading(of: bytes, directed: options.directed)
    }

    /// Takes the place of what there was, and keeps its findings.
    mutating func take(over other: PlainNetwork) {
        var all = other
        all.findings = findings
        all.findings.add(contentsOf: other.findings)
        self = all
    }

    /// A text is read whatever its encoding; a scanner walks through it.
    static func readText(
        _ bytes: [UInt8], file: String, _ options: NetworkFormat.Options,
        fill: (inout PlainNetwork, inout TextScanner) throws(TextFault) -> Void
    ) -> Reading {
        read(bytes, file: file, options) { network throws(TextFault) in
            let text = DecodedText(bytes, file: file)
            network.findings.add(contentsOf: text.findings)
            guard !network.findings.hasErrors else { return }
            var scanner = TextScanner(text.bytes)
            try fill(&network, &scanner)
        }
    }

    /// Kinds of tie whose ties all have a twin the other way round, with the same weight and kind,
    /// are without direction: half of them are left out. For formats that have no other way to say
    /// so. What is found is said.
    mutating func foldSymmetric(groups: [Int], weights: [String]) {
        struct Tie: Hashable {
            let source: Int32, target: Int32
            let group: Int
            let weight: String
        }
        // A weight of zero is no tie, and has no twin to miss.
        let isTie = weights.map { PlainCell.number($0) != 0 }
        var counts: [Tie: Int] = [:]
        for row in sources.indices where isTie[row] && sources[row] != targets[row] {
            counts[
                Tie(source: sources[row], target: targets[row], group: groups[row], weight: weights[row]), default: 0] +=
                1
        }
        var isDirected: [Int: Bool] = [:]
        for (tie, count) in counts where !(isDirected[tie.group] ?? false) {
            let twin = Tie(source: tie.target, target: tie.source, group: tie.group, weight: tie.weight)
            isDirected[tie.group] = counts[twin] != count
        }
        guard isDirected.values.contains(false) else {
            for row in sources.indices { setDirection(isDirected[groups[row]] ?? false, tie: row) }
            return
        }
        // Of twins that come together the first one's way is the way of the row.
        var owed: [Tie: Int] = [:]
        var kept: [Int] = []
        for row in sources.indices {
            guard let isGroupDirected = isDirected[groups[row]], !isGroupDirected, isTie[row],
                sources[row] != targets[row]
            else {
                setDirection(isDirected[groups[row]] ?? false, tie: row)
                kept.append(row)
                continue
            }
            let tie = Tie(source: sources[row], target: targets[row], group: groups[row], weight: weights[row])
            if let count = owed[tie], count > 0 {
                owed[tie] = count - 1
                continue
            }
            owed[Tie(source: tie.target, target: tie.source, group: tie.group, weight: tie.weight), default: 0] += 1
            setDirection(false, tie: row)
            kept.append(row)
        }
        keep(ties: kept)
        report(
            .note, "symmetric",
            Bilingual(
                en:
                    "Every tie of a relation has its twin the other way round: they were read as ties without direction.",
                fr:
                    "Chaque lien d'une relation a son jumeau dans l'autre sens : ils ont été lus comme des liens non orientés."
            ),
            remedy: Bilingual(
                en: "Nothing needs to be done; --directed keeps both.", fr: "Rien à faire ; --directed garde les deux."),
            line: nil)
    }
}
