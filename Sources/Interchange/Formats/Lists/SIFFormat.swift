import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Cytoscape's simple interaction format: an actor, a kind of tie, and all those that it is so tied to.
    public static let sif = NetworkFormat(
        id: "sif", name: Bilingual("SIF (Cytoscape)"),
        carries: Bilingual(
            en: "read only: ties and their kinds, isolates", fr: "lecture seule : liens et types, isolés"),
        fileExtensions: ["sif"],
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                try SIFReader.read(scanner, into: &network)
            }
        }, isWritten: false)
}

/// Reads SIF. Where a line has a tab, tabs separate in all of them and names may have spaces.
enum SIFReader {
    static func read(_ scanner: TextScanner, into network: inout PlainNetwork) throws(TextFault) {
        var scanner = scanner
        let hasTabs = scanner.bytes.contains(UInt8(ascii: "\t"))
        while true {
            scanner.passSpace()
            guard !scanner.isAtEnd else { return }
            let line = scanner.line
            let words = scanner.word { $0 != 0x0A && $0 != 0x0D }.split { $0 == "\t" || (!hasTabs && $0 == " ") }
                .map { PlainCell.trimmed(String($0)) }.filter { !$0.isEmpty }
            guard let first = words.first else { continue }
            guard words.count != 2 else {
                throw TextFault(
                    Bilingual(
                        en: "The line has a kind of tie and nobody that the actor is tied to.",
                        fr: "La ligne a un type de lien et personne à qui l'acteur soit lié."),
                    remedy: Bilingual(en: "Write: A supply B C", fr: "Écrivez : A supply B C"), line: line,
                    code: "missing-value")
            }
            let source = network.node(first, line: line)
            for name in words.dropFirst(2) {
                let tie = network.add(tie: source, network.node(name, line: line), directed: nil, line: line)
                network.ties.set(words[1], "kind", row: tie)
            }
        }
    }
}
