import Milieu

/// What `milieu score` was asked for, read and checked: `ScoreCommand` makes it.
struct ScoreRequest {
    let networks: [Network]
    let method: ScoringMethod
    let options: ScoringOptions
    let dates: [PartialDate]
    let format: TableFormat
    let language: Language
    let isStyled: Bool
    let table: String
    let without: [String]
    let extraTies: [Tie]

    func scores(_ progress: ProgressBar) throws(MilieuError) -> [TerritoryScore] {
        try Scoring.scores(
            of: networks, at: dates, method: method, options: options, progress: progress.report)
    }

    func counterfactual(_ progress: ProgressBar) throws(MilieuError) -> Counterfactual {
        try Counterfactual(
            networks[0], without: without, with: extraTies, method: method, options: options,
            progress: progress.report)
    }

    /// What a format that is no text holds: the table that CSV has.
    func tables(of scores: [TerritoryScore]) throws(MilieuError) -> [Table] {
        guard let wanted = ScoreTables(scores).all.first(where: { $0.name == table }) else { throw Self.noTable(table) }
        return [wanted]
    }

    /// The model of what was not observed, held to what was.
    func completionCheck() throws(MilieuError) -> String {
        guard networks.count == 1 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The check of the completion is of one territory.",
                    fr: "La vérification de la complétion porte sur un seul territoire."),
                remedy: Bilingual(en: "Name one dataset.", fr: "Indiquez un seul jeu de données."))
        }
        let check = try CompletionCheck(networks[0], method: method, options: options)
        return format.text(format.id == TableFormat.csv.id ? check.table : check.printed(language), language: language)
    }

    func text(of scores: [TerritoryScore]) throws(MilieuError) -> String {
        let tables = ScoreTables(scores)
        switch format.id {
        case TableFormat.text.id: return ScorePage(scores, language: language, isStyled: isStyled).text
        case TableFormat.json.id: return JSONWriter.text(ScoreJSON.value(scores, language: language))
        case TableFormat.csv.id:
            guard let wanted = tables.all.first(where: { $0.name == table }) else { throw Self.noTable(table) }
            return format.text(wanted, language: language)
        default:
            return tables.printed(table, language: language).map { format.text($0, language: language) }
                .joined(separator: "\n")
        }
    }

    func text(of change: Counterfactual) -> String {
        switch format.id {
        case TableFormat.text.id: CounterfactualPage(change, language: language, isStyled: isStyled).text
        case TableFormat.json.id, TableFormat.csv.id: format.text(ScoreTables.table(change), language: language)
        default: format.text(ScoreTables.printed(change, language: language), language: language)
        }
    }

    static func noTable(_ name: String) -> MilieuError {
        let nearest = NearestMatch.hint(name, in: ScoreTables.names)
        return MilieuError(
            .usage,
            Bilingual(
                en: "A score has no table \"\(Excerpt.of(name))\".",
                fr: "Un score n'a pas de table « \(Excerpt.of(name)) »."),
            remedy: nearest
                + Bilingual(
                    en: "It has: \(ScoreTables.names.joined(separator: ", ")).",
                    fr: "Il a : \(ScoreTables.names.joined(separator: ", "))."))
    }

    /// What an output shows, so that nothing is computed for nobody.
    struct Needed {
        let nulls: Bool
        let leverage: Bool
        let sensitivity: Bool

        /// - Parameter count: how many scores there are.
        init(by table: String, _ format: TableFormat, scores count: Int) {
            switch format.id {
            case TableFormat.json.id: (nulls, leverage, sensitivity) = (true, true, true)
            case TableFormat.text.id: (nulls, leverage, sensitivity) = (count == 1, count == 1, count == 1)
            default:
                nulls = ["nulls", "indicators", "parameters"].contains(table)
                leverage = table == "leverage"
                sensitivity = ["sensitivity", "parameters"].contains(table)
            }
        }
    }
}
