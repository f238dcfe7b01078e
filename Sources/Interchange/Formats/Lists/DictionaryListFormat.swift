import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// What NetworkX's `write_edgelist` writes: two nodes and a dictionary of Python in each line.
    public static let dictionaries = NetworkFormat(
        id: "networkx-list", name: Bilingual(en: "NetworkX edge list", fr: "liste de liens NetworkX"),
        carries: Bilingual(
            en: "read only: ties with their attributes, weights",
            fr: "lecture seule : liens avec leurs attributs, poids"),
        fileExtensions: [], recognises: DictionaryLines.recognises,
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                try DictionaryLines.read(scanner, into: &network)
            }
        }, isWritten: false)
}

/// Lines such as `A B {'weight': 2.0}`.
enum DictionaryLines {
    static func recognises(_ head: String) -> Bool {
        let isCut = head.utf8.count >= 1 << 11
        let lines = head.split(whereSeparator: \.isNewline).dropLast(isCut ? 1 : 0).filter { !$0.hasPrefix("#") }
        return !lines.isEmpty
            && lines.allSatisfy { line in
                parts(String(line)).map { $0.ends.count == 2 && PythonDictionary.members($0.rest) != nil } ?? false
            }
    }

    /// The words in front of a brace, and all behind them.
    private static func parts(_ line: String) -> (ends: [String], rest: Substring)? {
        guard let brace = line.firstIndex(of: "{") else { return nil }
        let words = line[..<brace].split { $0 == " " || $0 == "\t" || $0 == "," }
        return (words.map(String.init), line[brace...])
    }

    static func read(_ scanner: TextScanner, into network: inout PlainNetwork) throws(TextFault) {
        var scanner = scanner
        while true {
            scanner.passSpace()
            guard !scanner.isAtEnd else { return }
            let line = scanner.line
            let text = scanner.word { $0 != 0x0A && $0 != 0x0D }
            if text.hasPrefix("#") { continue }
            guard let parts = parts(PlainCell.trimmed(text)), parts.ends.count == 2,
                let members = PythonDictionary.members(parts.rest)
            else {
                throw TextFault(
                    Bilingual(
                        en: "The line is no tie with its attributes.",
                        fr: "La ligne n'est pas un lien avec ses attributs."),
                    remedy: Bilingual(en: "Write: A B {'weight': 2.0}", fr: "Écrivez : A B {'weight': 2.0}"),
                    line: line)
            }
            let (source, target) = (network.node(parts.ends[0], line: line), network.node(parts.ends[1], line: line))
            let tie = network.add(tie: source, target, directed: nil, line: line)
            for member in members { network.ties.set(member.value, member.name, row: tie) }
        }
    }
}
