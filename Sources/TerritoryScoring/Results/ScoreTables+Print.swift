import Tabular
import Vocabulary

extension ScoreTables {
    /// A table as a paper prints it, for LaTeX and Markdown: ids in words, one language, no columns that
    /// are empty or the same in every row; the score as its axes and its verdict.
    public func printed(_ name: String, language: Language) -> [Table] {
        let names = name == "score" ? ["axes", "verdict"] : [name]
        return names.compactMap { name in all.first { $0.name == name } }
            .map { Self.printed($0, language: language, of: scores) }
    }

    static func printed(_ table: Table, language: Language, of scores: [TerritoryScore]) -> Table {
        let other = language == .french ? "_en" : "_fr"
        var columns = table.columns.filter { column in
            let id = column.field.id
            if id.hasSuffix(other) || id.hasPrefix("needs_") || id == "testable" { return false }
            if scores.count < 2, ["territory", "date", "verdict"].contains(id) { return false }
            if column.field.id == "id", table.columns.contains(where: { $0.field.id == "name_en" }) { return false }
            return (0..<column.values.count).contains { column[$0] != .empty }
        }
        for place in columns.indices {
            guard case .text(let values) = columns[place].values else { continue }
            let words = words(of: columns[place].field.id)
            columns[place].values = .text(values.map { value in value.map { words[$0]?.text(language) ?? $0 } })
        }
        return Table(
            name: title(table.name, scores).text(language), columns: columns, provenance: table.provenance)
    }

    /// A counterfactual as a paper prints it.
    public static func printed(_ change: Counterfactual, language: Language) -> Table {
        printed(table(change), language: language, of: [change.before])
    }

    private static func title(_ name: String, _ scores: [TerritoryScore]) -> Bilingual {
        let place = scores.count == 1 ? scores[0].territory + (scores[0].date.map { ", \($0)" } ?? "") : ""
        let own = titles[name] ?? Bilingual(name)
        return place.isEmpty ? own : Bilingual(en: "\(place): \(own.en)", fr: "\(place) : \(own.fr)")
    }

    private static let titles: [String: Bilingual] = [
        "axes": Bilingual(en: "learning and interaction", fr: "apprentissage et interaction"),
        "verdict": Bilingual(en: "probability of each configuration", fr: "probabilité de chaque configuration"),
        "indicators": Bilingual(en: "indicators", fr: "indicateurs"),
        "sensitivity": Bilingual(en: "what the score hangs on (Sobol indices)", fr: "de quoi dépend le score (indices de Sobol)"),
        "nulls": Bilingual(en: "null models", fr: "modèles nuls"),
        "leverage": Bilingual(en: "what the score rests on", fr: "sur quoi repose le score"),
        "evidence": Bilingual(en: "evidence", fr: "sources"),
        "parameters": Bilingual(en: "parameters of the method", fr: "paramètres de la méthode"),
        "draws": Bilingual(en: "draws", fr: "tirages"),
        "ahead": Bilingual(en: "who is ahead of whom", fr: "qui devance qui"),
        "ranks": Bilingual(en: "probability of each rank", fr: "probabilité de chaque rang"),
        "counterfactual": Bilingual(en: "what would change", fr: "ce qui changerait"),
    ]

    /// The ids that stand in a column's cells, in words.
    private static func words(of column: String) -> [String: Bilingual] {
        switch column {
        case "axis", "output": axes
        case "subject", "indicator": axes.merging(indicators) { $1 }.merging(configurations) { $1 }
        case "dimension": names(Dimension.allCases) { $0.name }
        case "configuration", "verdict": configurations
        case "factor": names(Factor.allCases) { $0.name }
        case "origin": names(Factor.Origin.allCases) { $0.name }
        case "model": names(NullModel.allCases) { $0.name }
        case "part": axes.merging(parts) { $1 }
        case "table": tables
        default: [:]
        }
    }

    private static func names<Item: RawRepresentable<String>>(
        _ items: [Item], _ name: (Item) -> Bilingual
    ) -> [String: Bilingual] {
        Dictionary(uniqueKeysWithValues: items.map { ($0.rawValue, name($0)) })
    }

    private static let axes = names(Axis.allCases) { $0.name }
    private static let indicators = Dictionary(uniqueKeysWithValues: IndicatorCatalogue.all.map { ($0.id, $0.name) })
    private static let configurations = names(Configuration.allCases) { $0.name }
        .merging([Configuration.undeterminedID: Configuration.undetermined]) { $1 }
    private static let parts = [
        "actor": Bilingual(en: "actor", fr: "acteur"), "tie": Bilingual(en: "tie", fr: "lien"),
        "event": Bilingual(en: "event", fr: "événement"), "core": Bilingual(en: "core", fr: "noyau"),
        "axis": Bilingual(en: "axis", fr: "axe"), "indicator": Bilingual(en: "indicator", fr: "indicateur"),
        "configuration": Bilingual("configuration"),
    ]
    private static let tables = [
        "actors": Bilingual(en: "actors", fr: "acteurs"), "ties": Bilingual(en: "ties", fr: "liens"),
        "events": Bilingual(en: "events", fr: "événements"),
        "participation": Bilingual(en: "participation", fr: "participations"),
    ]
}
