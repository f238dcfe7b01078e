import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// Pajek's text: vertices, then arcs and edges by relation, then partitions and vectors.
    public static let pajek = NetworkFormat(
        id: "pajek", name: Bilingual("Pajek"),
        carries: Bilingual(
            en: "ids, kinds as relations, weights, mixed direction, two modes",
            fr: "identifiants, types en relations, poids, direction mixte, deux modes"),
        fileExtensions: ["net", "paj", "clu", "vec", "per"],
        recognises: { head in ["*vertices", "*network"].contains { head.hasPrefix($0) || head.contains("\n" + $0) } },
        read: { bytes, file, options in
            PlainNetwork.readText(bytes, file: file, options) { network, scanner throws(TextFault) in
                var reader = PajekReader(scanner, file: file, wanted: options.network)
                defer { network.take(over: reader.network) }
                try reader.read()
            }
        }, write: PajekWriter.write)
}

/// Reads a Pajek network: vertices with places and years, arcs and edges with weights, relations and years, lists of
/// neighbours, matrices, two modes. Of a project it reads the one network, or the one that is wanted; partitions and
/// vectors of as many values, wherever they stand, become attributes.
struct PajekReader {
    /// A network of the project: where it begins.
    private struct Part {
        let name: String
        let start: TextScanner
        var hasVertices: Bool
    }

    /// A partition, vector or permutation of the project.
    private struct Values {
        let name: String
        let line: Int
        var count: Int?
        var texts: [String] = []
    }

    var network: PlainNetwork
    var lines: PajekLines
    var count = 0
    /// How many vertices are of the first mode; all where there is one.
    var actorCount = 0
    var relations: [String: String] = [:]
    private let wanted: String?
    private var parts: [Part] = []
    private var values: [Values] = []

    init(_ scanner: TextScanner, file: String, wanted: String?) {
        lines = PajekLines(scanner)
        network = PlainNetwork(file: file)
        network.hasNumberedIDs = true
        network.countsPlacesFromTop = true
        self.wanted = wanted
    }

    mutating func read() throws(TextFault) {
        let ending = network.file.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard !ActorValues.fileExtensions.contains(ending) else {
            throw TextFault(
                Bilingual(
                    en: "The file holds a value for each vertex, and no network.",
                    fr: "Le fichier contient une valeur pour chaque sommet, et pas de réseau."),
                remedy:
                    Bilingual(
                        en:
                            "Name the network, and join the values to it: NETWORK.net --attributes \(Excerpt.of(network.file))",
                        fr:
                            "Indiquez le réseau, et joignez-y les valeurs : RESEAU.net --attributes \(Excerpt.of(network.file))"
                    ),
                line: 1, code: "no-network")
        }
        try survey()
        parts.removeAll { !$0.hasVertices }
        guard !parts.isEmpty else {
            throw TextFault(
                Bilingual(en: "There is no section *Vertices.", fr: "Il n'y a pas de section *Vertices."),
                remedy: Bilingual(
                    en: "Write \"*Vertices\" and how many there are.", fr: "Écrivez « *Vertices » et leur nombre."),
                line: 1)
        }
        let place = try NetworkChoice.place(
            parts.map(\.name), wanted: wanted, line: parts[min(1, parts.count - 1)].start.line)
        lines.scanner = parts[place].start
        try readNetwork()
        for values in values { try set(values) }
    }

    /// Finds the networks and the values of the file.
    private mutating func survey() throws(TextFault) {
        var isOfValues = false
        while true {
            lines.scanner.passSpace()
            guard let byte = lines.scanner.peek else { return }
            guard byte == UInt8(ascii: "*") else {
                if isOfValues, byte != UInt8(ascii: "%") {
                    values[values.count - 1].texts.append(lines.scanner.word { !ASCIIText.isSpace($0) })
                } else {
                    lines.scanner.pass { $0 != 0x0A && $0 != 0x0D }
                }
                continue
            }
            let start = lines.scanner
            guard let line = lines.next(), let section = line.section else { continue }
            if section.hasPrefix("*network") {
                parts.append(Part(name: line.title, start: lines.scanner, hasVertices: false))
                isOfValues = false
            } else if section.hasPrefix("*vertices") {
                if isOfValues, values[values.count - 1].count == nil {
                    values[values.count - 1].count = try line.whole(
                        1, Bilingual(en: "how many values there are", fr: "combien il y a de valeurs"))
                } else {
                    isOfValues = false
                    if parts.last?.hasVertices == false {
                        parts[parts.count - 1].hasVertices = true
                    } else {
                        parts.append(Part(name: "", start: start, hasVertices: true))
                    }
                }
            } else {
                isOfValues = Self.isOfValues(section)
                if isOfValues { values.append(Values(name: line.title, line: line.number)) }
            }
        }
    }

    private static func isOfValues(_ section: String) -> Bool {
        ["*partition", "*vector", "*permutation"].contains { section.hasPrefix($0) }
    }

    private mutating func readNetwork() throws(TextFault) {
        var isPassed = false
        while let line = lines.next() {
            guard let head = line.section else {
                if !isPassed {
                    network.report(
                        .warning, "not-read",
                        Bilingual(
                            en: "The line belongs to no section that is known.",
                            fr: "La ligne n'appartient à aucune section connue."),
                        remedy:
                            Bilingual(
                                en:
                                    "Sections are *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition, *Vector.",
                                fr:
                                    "Les sections sont *Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition, *Vector."
                            ),
                        line: line.number)
                }
                isPassed = true
                continue
            }
            isPassed = false
            if head.hasPrefix("*network") || (head.hasPrefix("*vertices") && network.nodeCount > 0) { return }
            if head.hasPrefix("*vertices") {
                try readVertices(line)
            } else if head.hasPrefix("*arcslist") || head.hasPrefix("*edgeslist") {
                try readLists(directed: head.hasPrefix("*arcs"), relation(line))
            } else if head.hasPrefix("*arcs") || head.hasPrefix("*edges") {
                try readTies(directed: head.hasPrefix("*arcs"), relation(line))
            } else if head.hasPrefix("*matrix") {
                try readMatrix(relation(line))
            } else if Self.isOfValues(head) {
                passSection()
            } else if head.hasPrefix("*events") {
                throw TextFault(
                    Bilingual(
                        en: "The network is told as events in time, which are not read.",
                        fr: "Le réseau est dit en événements dans le temps, qui ne sont pas lus."),
                    remedy: Bilingual(
                        en: "Save it in Pajek with time intervals, or one network for each time.",
                        fr: "Enregistrez-le dans Pajek avec des intervalles de temps, ou un réseau pour chaque moment."),
                    line: line.number,
                    code: "unknown-format")
            } else {
                network.report(
                    .warning, "not-read",
                    Bilingual(
                        en: "The section \"\(Excerpt.of(head))\" is not read.",
                        fr: "La section « \(Excerpt.of(head)) » n'est pas lue."),
                    remedy: Bilingual(
                        en: "Nothing needs to be done, if it is not needed.",
                        fr: "Rien à faire, si elle n'est pas nécessaire."), line: line.number)
                isPassed = true
            }
        }
    }

    /// Up to the next section but for `*Vertices`, which values have, too.
    private mutating func passSection() {
        var hasVertices = false
        while true {
            lines.scanner.passSpace()
            guard let byte = lines.scanner.peek else { return }
            if byte == UInt8(ascii: "*") {
                let before = lines.scanner
                guard !hasVertices, let line = lines.next(), line.section?.hasPrefix("*vertices") ?? false else {
                    lines.scanner = before
                    return
                }
                hasVertices = true
            } else {
                lines.scanner.pass { $0 != 0x0A && $0 != 0x0D }
            }
        }
    }

    /// Values of as many vertices as the network has are its attributes.
    private mutating func set(_ values: Values) throws(TextFault) {
        guard (values.count ?? count) == count else {
            network.report(
                .note, "values-left-out",
                Bilingual(
                    en:
                        "\"\(Excerpt.of(values.name))\" has \(values.count ?? 0) values and belongs to another network.",
                    fr: "« \(Excerpt.of(values.name)) » a \(values.count ?? 0) valeurs et appartient à un autre réseau."
                ),
                remedy: .nothingToDo, line: values.line)
            return
        }
        guard values.texts.count <= count else {
            throw TextFault(
                Bilingual(
                    en: "There are more values than vertices (\(count)).",
                    fr: "Il y a plus de valeurs que de sommets (\(count))."),
                remedy: Bilingual(en: "Delete those too many.", fr: "Supprimez celles qui sont de trop."),
                line: values.line,
                column: 1, code: "ragged-row")
        }
        let isOfModes = values.name == PajekWriter.modes
        let column = isOfModes ? "mode" : values.name.isEmpty ? "partition" : values.name
        for (node, text) in values.texts.enumerated() {
            network.nodes.set(isOfModes ? ["1": "actor", "2": "event"][text] ?? text : text, column, row: node)
        }
    }
}
