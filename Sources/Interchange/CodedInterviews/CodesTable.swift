import Tabular
import Vocabulary

/// What each code of a project stands for: a small table that the user fills. Codes of which nothing is said are left
/// out.
struct CodesTable {
    enum Meaning: String {
        case actor, tie
    }

    struct Row {
        let code: String
        let meaning: Meaning
        let id: String
        let kind: String
        let sphere: Sphere?
        let isDirected: Bool
        let layer: Layer
        let line: Int
    }

    static let header = ["code", "as", "id", "kind", "sphere", "directed", "layer", "passages"]
    private static let meanings: [String: Meaning] = ["actor": .actor, "acteur": .actor, "tie": .tie, "lien": .tie]

    private(set) var rows: [Row] = []
    private(set) var findings = Findings()

    /// The table to fill, a row for each code and how often it is used.
    static func template(_ project: CodedProject) -> String {
        let counts = Dictionary(grouping: project.codings, by: \.code).mapValues(\.count)
        var text = CSVWriter.row(header)
        for code in project.codes {
            text += CSVWriter.row([code.name, "", id(of: code.name), "", "", "", "", String(counts[code.id] ?? 0)])
        }
        return text
    }

    init(_ bytes: [UInt8], file: String) {
        var csv = CSVReader(bytes, file: file)
        guard csv.next() else {
            report(
                "empty-table", Bilingual(en: "The table is empty.", fr: "La table est vide."),
                Bilingual(en: "Write a row for each code.", fr: "Écrivez une ligne pour chaque code."), file, 1)
            return
        }
        let names = csv.fields.indices.map { csv.string($0).lowercased() }
        guard names.contains("code"), names.contains("as") else {
            report(
                "missing-column",
                Bilingual(
                    en: "The table needs the columns \"code\" and \"as\".",
                    fr: "La table doit avoir les colonnes « code » et « as »."),
                Bilingual(
                    en: "Write the header: \(Self.header.joined(separator: ",")).",
                    fr: "Écrivez l'en-tête : \(Self.header.joined(separator: ","))."), file, 1)
            return
        }
        var seen: Set<String> = []
        while csv.next() {
            func cell(_ name: String) -> String {
                guard let place = names.firstIndex(of: name), csv.fields.indices.contains(place) else { return "" }
                return csv.string(place)
            }
            let (code, word, line) = (cell("code"), cell("as").lowercased(), csv.line)
            if word.isEmpty { continue }
            guard let meaning = Self.meanings[word] else {
                report(
                    "bad-value",
                    Bilingual(
                        en: "\"\(Excerpt.of(word))\" is nothing that a code can stand for.",
                        fr: "« \(Excerpt.of(word)) » n'est rien qu'un code puisse désigner."),
                    Bilingual(
                        en: "Write actor or tie, or leave it empty.",
                        fr: "Écrivez actor ou tie, ou laissez la cellule vide."), file, line)
                continue
            }
            guard seen.insert(code).inserted else {
                report(
                    "duplicate-id",
                    Bilingual(
                        en: "The code \"\(Excerpt.of(code))\" stands twice.",
                        fr: "Le code « \(Excerpt.of(code)) » y est deux fois."),
                    Bilingual(en: "Delete one of the two.", fr: "Supprimez l'un des deux."), file,
                    line)
                continue
            }
            let sphere = Sphere(rawValue: cell("sphere").lowercased())
            if meaning == .actor, !cell("kind").isEmpty, sphere == nil {
                report(
                    "missing-value",
                    Bilingual(
                        en: "The kind \"\(Excerpt.of(cell("kind")))\" has no sphere that is known.",
                        fr: "Le type « \(Excerpt.of(cell("kind"))) » n'a pas de sphère connue."),
                    Bilingual(
                        en: "Write one of: \(Sphere.allCases.map(\.rawValue).joined(separator: ", ")).",
                        fr: "Écrivez l'un de : \(Sphere.allCases.map(\.rawValue).joined(separator: ", "))."), file, line
                )
            }
            rows.append(
                Row(
                    code: code, meaning: meaning, id: cell("id").isEmpty ? Self.id(of: code) : cell("id"),
                    kind: cell("kind"),
                    sphere: sphere, isDirected: PlainCell.flag(cell("directed")) ?? false,
                    layer: cell("layer").isEmpty ? .cooperation : Layer(rawValue: cell("layer").lowercased()),
                    line: line))
        }
        findings.add(contentsOf: csv.findings)
    }

    private mutating func report(_ code: String, _ message: Bilingual, _ remedy: Bilingual, _ file: String, _ line: Int)
    {
        findings.add(.error, code, message, remedy: remedy, at: Place(file: file, line: line))
    }

    /// An id of letters and figures; what else stands in a name becomes an underscore.
    static func id(of name: String) -> String {
        let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : "_"
        }
        let id = String(letters).split(separator: "_").joined(separator: "_")
        return id.isEmpty ? "code" : id
    }
}
