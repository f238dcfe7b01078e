import NetworkModel
import Tabular
import Vocabulary

/// The table or sheet `territory`: what `datapackage.json` says of the territory, for people who fill tables.
///
/// One thing in a row, its name and its value, in English or French; several values have semicolons between.
struct TerritoryTable {
    static let schema = TableSchema(
        "territory", title: Bilingual(en: "Territory", fr: "Territoire"),
        columns: [
            ColumnSchema(
                "field", .text, .required, also: ["champ", "rubrique", "key", "question"], en: "What is told",
                fr: "Ce qui est dit"),
            ColumnSchema("value", also: ["valeur", "réponse", "answer"], en: "What it is", fr: "Sa valeur"),
        ], noun: "field", isInTemplate: false, also: ["fiche du territoire", "territory sheet"])

    /// What can be told, with the words that are read as it.
    enum Field: String, CaseIterable {
        case territory, title, date, inside, overlapping, surveyed, population, version, licence, author

        var word: ColumnSchema.Word {
            switch self {
            case .territory:
                .init(
                    rawValue, Bilingual(en: "territory", fr: "territoire"), also: ["nom du territoire", "name", "nom"])
            case .title: .init(rawValue, Bilingual(en: "title", fr: "titre"))
            case .date:
                .init(rawValue, Bilingual(en: "reference date", fr: "date de référence"), also: ["reference_date"])
            case .inside:
                .init(
                    rawValue, Bilingual(en: "places inside", fr: "lieux intérieurs"),
                    also: ["places", "lieux", "communes", "périmètre", "perimeter"])
            case .overlapping:
                .init(rawValue, Bilingual(en: "places around", fr: "lieux englobants"), also: ["overlapping places"])
            case .surveyed:
                .init(
                    rawValue, Bilingual(en: "looked for", fr: "cherché"),
                    also: [
                        "surveyed layers", "domaines cherchés", "domaines étudiés", "couches étudiées",
                        "couches relevées",
                    ])
            case .population:
                .init(
                    rawValue, Bilingual(en: "population", fr: "population"),
                    also: ["nombre d'acteurs", "number of actors"])
            case .version: .init(rawValue, Bilingual(en: "version", fr: "version"))
            case .licence: .init(rawValue, Bilingual(en: "licence", fr: "licence"), also: ["license", "licences"])
            case .author:
                .init(
                    rawValue, Bilingual(en: "author", fr: "auteur"),
                    also: ["authors", "auteurs", "contributors", "autrice"])
            }
        }
    }

    private(set) var description: DatasetDescription
    private var table: TableReader

    /// - Parameter description: what is known already; what the table tells takes its place.
    init(_ opened: OpenedTable, into description: DatasetDescription) {
        self.description = description
        table = TableReader(Self.schema, opened)
        guard table.canReadRows else { return }
        var seen: Set<Field> = []
        while table.next() {
            guard let name = table.required("field") else { continue }
            guard let field = Field.allCases.first(where: { $0.word.isSaid(by: name) }) else {
                let known = Field.allCases.map(\.word.name.en)
                table.report(
                    .warning, "unknown-key",
                    Bilingual(
                        en: "\"\(Excerpt.of(name))\" is not known here; it was left out.",
                        fr: "« \(Excerpt.of(name)) » n'est pas connu ici ; cela a été laissé de côté."),
                    remedy: NearestMatch.hint(name, in: known)
                        + Bilingual(
                            en: "Known are: \(known.joined(separator: ", ")).",
                            fr: "Sont connus : \(known.joined(separator: ", "))."),
                    column: "field")
                continue
            }
            guard let value = table.text("value") else {
                // Nothing was looked for yet, which is something else than that nothing is said.
                if field == .surveyed, self.description.surveys == nil { self.description.surveys = [:] }
                continue
            }
            guard seen.insert(field).inserted else {
                table.report(
                    .error, "duplicate-id",
                    Bilingual(
                        en: "\"\(Excerpt.of(name))\" is told twice.", fr: "« \(Excerpt.of(name)) » est dit deux fois."),
                    remedy: Bilingual(en: "Leave one of the rows.", fr: "Laissez une seule des lignes."),
                    column: "field")
                continue
            }
            take(field, value)
        }
    }

    /// What a description tells, as rows of the table; nil where there is nothing to tell.
    static func rows(_ description: DatasetDescription) -> [[String]]? {
        let perimeter = description.territory?.defaultPerimeter
        func list(_ texts: some Sequence<String>) -> String? {
            let text = texts.sorted().joined(separator: "; ")
            return text.isEmpty ? nil : text
        }
        let surveys = description.surveys.map { surveys in
            surveys.map { $0.value == .census ? $0.key : "\($0.key): \($0.value.how.rawValue)" }
        }
        let values: [(Field, String?)] = [
            (.territory, description.territory?.name),
            (.title, description.title == description.territory?.name ? nil : description.title),
            (.date, description.territory?.referenceDate?.description),
            (.inside, perimeter.flatMap { list($0.places) }),
            (.overlapping, perimeter.flatMap { list($0.overlapping) }), (.surveyed, surveys.flatMap { list($0) }),
            (.population, description.population?.total.map { String($0) }), (.version, description.version),
            (.licence, list(description.licences)), (.author, list(description.contributors)),
        ]
        let rows = values.compactMap { field, value in value.map { [field.word.name.en, $0] } }
        return description.territory == nil && description.surveys == nil ? nil : rows
    }

    consuming func findings() -> Findings { table.allFindings() }

    private mutating func take(_ field: Field, _ value: String) {
        switch field {
        case .territory: change { $0.name = value }
        case .title: description.title = value
        case .date:
            if let date = table.date(value, "value") { change { $0.referenceDate = date } }
        case .inside: changePerimeter { $0.places = Set(TableReader.ids(value)) }
        case .overlapping: changePerimeter { $0.overlapping = Set(TableReader.ids(value)) }
        case .surveyed: takeSurveys(TableReader.ids(value))
        case .population:
            guard let count = MarkedNumber(value, decimalComma: true)?.value, count >= 0, count == count.rounded(),
                count <= Double(PackageReader.mostActors)
            else { return table.reportBadNumber(value, "value") }
            description.population = Population(total: Int(count))
        case .version: description.version = value
        case .licence: description.licences = TableReader.ids(value)
        case .author: description.contributors = TableReader.ids(value)
        }
    }

    private mutating func change(_ body: (inout Territory) -> Void) {
        var territory = description.territory ?? Territory(name: description.title)
        body(&territory)
        description.territory = territory
    }

    private mutating func changePerimeter(_ body: (inout Perimeter) -> Void) {
        change { territory in
            let place = territory.perimeters.firstIndex(where: \.isDefault) ?? territory.perimeters.indices.first
            if let place { return body(&territory.perimeters[place]) }
            var perimeter = Perimeter(
                id: "territory", name: Bilingual(en: "territory", fr: "territoire"), places: [], isDefault: true)
            body(&perimeter)
            territory.perimeters = [perimeter]
        }
    }

    /// `knowledge; finance: roster`: layers, each perhaps with how it was looked at; without, as a whole.
    private mutating func takeSurveys(_ parts: [String]) {
        var surveys: [String: Survey] = [:]
        for part in parts {
            let halves = part.split(separator: ":", maxSplits: 1).map { PlainCell.trimmed(String($0)) }
            guard let first = halves.first, let layer = Self.subject(first) else { continue }
            guard halves.count > 1 else {
                surveys[layer] = .census
                continue
            }
            let how = Survey.How.allCases.first {
                ColumnSchema.Word($0.rawValue, $0.name, also: $0.alsoSaid).isSaid(by: halves[1])
            }
            guard let how else {
                let words = Survey.How.allCases.map(\.rawValue)
                table.report(
                    .error, "no-such-how",
                    Bilingual(
                        en: "\"\(Excerpt.of(halves[1]))\" is not known here.",
                        fr: "« \(Excerpt.of(halves[1])) » n'est pas connu ici."),
                    remedy: NearestMatch.hint(halves[1], in: words)
                        + Bilingual(
                            en: "Write one of: \(words.joined(separator: ", ")).",
                            fr: "Écrivez l'un de : \(words.joined(separator: ", "))."),
                    column: "value")
                continue
            }
            surveys[layer] = Survey(how)
        }
        description.surveys = surveys
    }

    /// The id of a layer, of events or pooled resources, by its word in English or French.
    private static func subject(_ word: String) -> String? {
        let folded = FoldedWord.of(word)
        if let layer = Layer.standard.first(where: {
            [$0.rawValue, $0.name.fr].contains { FoldedWord.of($0) == folded }
        }) {
            return layer.rawValue
        }
        if ["events", "evenements"].contains(folded) { return "events" }
        if ["pooledresources", "ressourcesmutualisees"].contains(folded) { return "pooled_resources" }
        return word.isEmpty ? nil : word.lowercased()
    }
}
