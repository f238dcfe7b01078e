import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// The trivial graph format of yEd: numbers and labels, a line `#`, and ties by numbers.
    public static let tgf = NetworkFormat(
        id: "tgf", name: Bilingual("TGF (yEd)"),
        carries: Bilingual(
            en: "read only: labels of actors and ties", fr: "lecture seule : étiquettes des acteurs et des liens"),
        fileExtensions: ["tgf"],
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                try TGFReader.read(scanner, into: &network)
            }
        }, isWritten: false)
}

/// Reads TGF. What stands behind the ends of a tie is its label.
enum TGFReader {
    static func read(_ scanner: TextScanner, into network: inout PlainNetwork) throws(TextFault) {
        var scanner = scanner
        var isBehindMark = false
        network.hasNumberedIDs = true
        while true {
            scanner.passSpace()
            guard !scanner.isAtEnd else { break }
            let line = scanner.line
            let text = PlainCell.trimmed(scanner.word { $0 != 0x0A && $0 != 0x0D })
            if text == "#" {
                isBehindMark = true
                continue
            }
            let words = text.split(maxSplits: isBehindMark ? 2 : 1) { $0 == " " || $0 == "\t" }.map(String.init)
            guard let first = words.first else { continue }
            guard isBehindMark else {
                if let node = network.add(node: first, line: line), words.count > 1 {
                    network.nodes.set(words[1], "label", row: node)
                }
                continue
            }
            guard words.count > 1 else {
                throw TextFault(
                    Bilingual(en: "The tie has one end.", fr: "Le lien n'a qu'un bout."),
                    remedy: Bilingual(en: "Write: 1 2 label", fr: "Écrivez : 1 2 étiquette"), line: line,
                    code: "missing-value")
            }
            let tie = network.add(tie: first, words[1], directed: nil, line: line)
            if words.count > 2 { network.ties.set(words[2], "label", row: tie) }
        }
        guard isBehindMark else {
            throw TextFault(
                Bilingual(
                    en: "There is no line \"#\" between the actors and the ties.",
                    fr: "Il n'y a pas de ligne « # » entre les acteurs et les liens."),
                remedy: .isItWhole, line: scanner.line)
        }
    }
}
