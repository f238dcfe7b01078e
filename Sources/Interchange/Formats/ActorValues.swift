import Files
import NetworkModel
import Tabular
import Vocabulary

/// A value for each actor of a network, in their order, in a file of its own: Pajek's partitions (`.clu`), vectors
/// (`.vec`) and permutations (`.per`). Joined to the network they become an attribute.
enum ActorValues {
    static let fileExtensions: Set = ["clu", "vec", "per"]

    /// - Throws: `MilieuError` of cause `data` where the file does not hold as many values as the network has actors.
    static func join(_ path: String, to reading: Reading) throws(MilieuError) -> Reading {
        guard let network = reading.network else { return reading }
        let file = FilePath.name(of: path)
        let values = try values(InputFile.read(path), file: file)
        let (actors, events) = (network.actors, network.events)
        guard values.count == actors.count || values.count == actors.count + events.count else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "The file has \(values.count) values, the network \(actors.count) actors.",
                    fr:
                        "Le fichier a \(values.count, fr: "valeur", "valeurs"), le réseau \(actors.count, fr: "acteur", "acteurs")."
                ),
                remedy: Bilingual(
                    en: "Join it to the network that it was made for.",
                    fr: "Joignez-le au réseau pour lequel il a été fait."), at: Place(file: file))
        }
        let joined = try network.replacing(
            actors: self.actors(actors, Array(values[..<actors.count]), FilePath.stem(of: path)))
        var findings = reading.findings
        if values.count > actors.count {
            findings.append(
                Finding(
                    .note, "values-of-events",
                    Bilingual(
                        en: "The last \(events.count) values are those of events, which have no such attribute.",
                        fr:
                            "Les dernières valeurs, au nombre de \(events.count), sont celles d'événements, qui n'ont pas un tel attribut."
                    ),
                    remedy: .nothingToDo, at: Place(file: file)))
        }
        return Reading(network: joined, findings: findings)
    }

    /// The actors with one attribute more; where a dataset has a column of that name and of such values, it is that.
    private static func actors(_ actors: Actors, _ values: [String?], _ stem: String) throws(MilieuError) -> Actors {
        var rows = actors.hasRows ? Array(actors) : actors.allIDs.map { Actor(id: $0) }
        let own: Set = ["id", "name", "kind", "parent"]
        if let column = Actor.table.columns.first(where: { $0.id == stem.lowercased() && !own.contains($0.id) }),
            rows.allSatisfy({ column.get($0) == nil })
        {
            let cells = values.map { $0.flatMap { PlainCell.value($0, column.schema.content) } }
            if zip(values, cells).allSatisfy({ ($0 == nil) == ($1 == nil) }) {
                for (row, cell) in cells.enumerated() { if let cell { column.set(&rows[row], cell) } }
                return try Actors(rows, attributes: actors.attributes)
            }
        }
        let taken = Set(actors.attributes.map { $0.name.lowercased() } + Actor.table.columns.map(\.id))
        var name = stem
        while taken.contains(name.lowercased()) { name += "_" }
        return try Actors(rows, attributes: actors.attributes + [Attribute(name: name, values: values)])
    }

    /// Behind `*Vertices` and their number a value for each, one a line.
    private static func values(_ bytes: [UInt8], file: String) throws(MilieuError) -> [String?] {
        var scanner = TextScanner(DecodedText(bytes, file: file).bytes)
        var words: [String] = []
        var count: Int?
        while true {
            scanner.passSpace()
            guard let byte = scanner.peek else { break }
            if byte == UInt8(ascii: "%") {
                scanner.pass { $0 != 0x0A && $0 != 0x0D }
            } else if byte == UInt8(ascii: "*") {
                let word = scanner.word { !ASCIIText.isSpace($0) }.lowercased()
                if word == "*vertices" {
                    scanner.passSpace()
                    count = Int(scanner.word { !ASCIIText.isSpace($0) })
                } else {
                    scanner.pass { $0 != 0x0A && $0 != 0x0D }
                }
            } else {
                words.append(scanner.word { !ASCIIText.isSpace($0) })
            }
        }
        guard let count, count == words.count else {
            throw MilieuError(
                .data,
                count.map {
                    Bilingual(
                        en: "The head tells \($0) values, and there are \(words.count).",
                        fr: "La tête annonce \($0) valeurs, et il y en a \(words.count).")
                }
                    ?? Bilingual(
                        en: "There is no line \"*Vertices\" with their number.",
                        fr: "Il n'y a pas de ligne « *Vertices » avec leur nombre."),
                remedy:
                    Bilingual(
                        en:
                            "A partition or vector of Pajek has the line \"*Vertices 3\" and behind it a value for each, one a line.",
                        fr:
                            "Une partition ou un vecteur de Pajek a la ligne « *Vertices 3 », puis une valeur pour chacun, une par ligne."
                    ),
                at: Place(file: file))
        }
        // Pajek's mark of what is not known.
        return words.map { ["999999998", "9999998"].contains($0) ? nil : $0 }
    }
}
