import Milieu

/// The scores that `milieu draw` needs for a figure, read and checked.
struct DrawnScores {
    private let networks: [Network]
    private let dates: [PartialDate]
    private let method: ScoringMethod
    private let options: ScoringOptions

    /// - Parameters:
    ///   - further: datasets beside the input.
    ///   - figure: what is to be drawn.
    ///   - parts: what it shows of a score.
    init(
        _ input: NetworkInput, further: [String], _ scoring: ScoringArguments, for figure: Figure,
        _ parts: Figure.ScoreParts
    ) throws(MilieuError) {
        guard let first = input.input else {
            throw MilieuError(
                .usage, Bilingual(en: "No dataset is named.", fr: "Aucun jeu de données n'est indiqué."),
                remedy: Bilingual(
                    en: "Name one, for instance: milieu draw datasets/romans-2016 --figure plane -o plane.svg",
                    fr: "Indiquez-en un, par exemple : milieu draw datasets/romans-2016 --figure plane -o plane.svg"))
        }
        try Self.refuse(input.view, for: figure)
        dates = try input.view.at.map(DateRange.dates) ?? []
        _ = try input.measures.options()
        method = try scoring.chosenMethod()
        var options = ScoringOptions()
        options.seed = input.measures.running.seed
        options.perimeter = input.view.perimeter.perimeter
        options.draws = parts.contains(.draws) ? try scoring.chosenDraws() : 0
        options.hasSensitivity = false
        options.hasLeverage = false
        options.hasNulls = parts.contains(.nulls) && scoring.nulls != 0
        self.options = options
        networks = try ([first] + further).map { path throws(MilieuError) in
            try InputReader.read(path: path, InputReader.Options(followsLinks: input.reading.links.followLinks))
                .requireNetwork()
        }
    }

    /// A score has its own view of a network.
    private static func refuse(_ view: ViewArguments, for figure: Figure) throws(MilieuError) {
        let given = [
            ("--layer", view.layer != nil), ("--kind", view.kind != nil), ("--inside-only", view.insideOnly),
            ("--status", view.status != nil), ("--min-confidence", view.minConfidence != 0),
        ].filter(\.1)
        guard let first = given.first else { return }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "A score chooses its own ties, so \(first.0) means nothing to the figure \"\(figure.id)\".",
                fr: "Un score choisit ses propres liens : \(first.0) ne veut rien dire pour la figure « \(figure.id) »."
            ),
            remedy: Bilingual(
                en: "Leave it out; --at and --perimeter say what is scored.",
                fr: "Omettez-le ; --at et --perimeter disent ce qui est évalué."))
    }

    func scores(_ progress: ProgressBar) throws(MilieuError) -> [TerritoryScore] {
        try Scoring.scores(
            of: networks, at: dates, method: method, options: options, progress: progress.report)
    }
}
