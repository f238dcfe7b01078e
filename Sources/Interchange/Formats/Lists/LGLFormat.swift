import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// LGL's lists of neighbours, as igraph writes them: `# A`, and below it those that A is tied to.
    public static let lgl = NetworkFormat(
        id: "lgl", name: Bilingual("LGL"),
        carries: Bilingual(en: "read only: ties, weights, isolates", fr: "lecture seule : liens, poids, isolés"),
        fileExtensions: ["lgl"],
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                try LGLReader.read(scanner, into: &network)
            }
        }, isWritten: false)
}

/// Reads the lists of Large Graph Layout. Names have no spaces; a number behind one is the weight of the tie.
enum LGLReader {
    static func read(_ scanner: TextScanner, into network: inout PlainNetwork) throws(TextFault) {
        var scanner = scanner
        var source: Int?
        while true {
            scanner.passSpace()
            guard !scanner.isAtEnd else { return }
            let line = scanner.line
            let words = scanner.word { $0 != 0x0A && $0 != 0x0D }.split { $0 == " " || $0 == "\t" }.map(String.init)
            if words[0].hasPrefix("#") {
                let name = words[0] == "#" ? words.dropFirst().first ?? "" : String(words[0].dropFirst())
                guard !name.isEmpty, words.count <= 2 else {
                    throw TextFault(
                        Bilingual(en: "The line names no actor.", fr: "La ligne ne nomme pas d'acteur."),
                        remedy: Bilingual(en: "Write: # A", fr: "Écrivez : # A"), line: line)
                }
                source = network.node(name, line: line)
                continue
            }
            guard let source else {
                throw TextFault(
                    Bilingual(en: "The neighbour belongs to nobody.", fr: "Le voisin n'est celui de personne."),
                    remedy: Bilingual(
                        en: "Above it stands an actor: # A", fr: "Au-dessus de lui se trouve un acteur : # A"),
                    line: line)
            }
            guard words.count < 3 else {
                throw TextFault(
                    Bilingual(
                        en: "The line has \(words.count) words.",
                        fr: "La ligne a \(words.count, fr: "mot", "mots")."),
                    remedy: Bilingual(
                        en: "Write a name without spaces, and its weight: B 2.5",
                        fr: "Écrivez un nom sans espaces, et son poids : B 2.5"),
                    line: line, code: "ragged-row")
            }
            let tie = network.add(tie: source, network.node(words[0], line: line), directed: nil, line: line)
            if words.count > 1 { network.ties.set(words[1], "weight", row: tie) }
        }
    }
}
