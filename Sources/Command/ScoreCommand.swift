import ArgumentParser
import Milieu

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: Bilingual(
            en: "Learning × interaction: does this territory work as an innovative milieu?",
            fr: "Apprentissage × interaction : ce territoire fonctionne-t-il comme un milieu innovateur ?"
        ).spoken,
        discussion: Bilingual(
            en: """
                A score is an interval with its coverage: what was not looked for is unknown, not zero. The same seed gives \
                the same digits on any number of cores.
                """,
            fr: """
                Un score est un intervalle avec sa couverture : ce qui n'a pas été cherché est inconnu, et non nul. La \
                même graine donne les mêmes chiffres sur n'importe quel nombre de cœurs.
                """
        ).withExamples(
            """
            milieu score datasets/romans-2016
            milieu score datasets/romans-2016 --lang fr
            milieu score datasets/romans-2016 --format json -o score.json
            milieu score datasets/romans-2016 --format csv --table indicators
            milieu score datasets/romans-2016 --at 2012..2016
            milieu score datasets/romans-2016 --without groupe_archer
            milieu score datasets/romans-2016 --with planned
            milieu score town-a town-b --draws 2000
            milieu score datasets/romans-2016 --method my-method.toml
            milieu score --print-method > my-method.toml
            milieu score my-interviews --check-completion
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(en: "One or more datasets' folders.", fr: "Un ou plusieurs dossiers de jeux de données."),
        completion: .directory)
    var datasets: [String] = []

    @Option(
        help: ArgumentHelp(
            en: "Score at a date, or at each year of a range: 2014, 2014-06, 2007..2016.",
            fr: "Score à une date, ou à chaque année d'une suite : 2014, 2014-06, 2007..2016."))
    var at: String?

    @OptionGroup var perimeter: PerimeterArgument

    @OptionGroup var scoring: ScoringArguments

    @Flag(
        help: ArgumentHelp(
            en: "Print Milieu's own method file, to start one's own from.",
            fr: "Écrire le fichier de méthode de Milieu, pour en partir."))
    var printMethod = false

    @Flag(
        help: ArgumentHelp(
            en: """
                Take away the answers of a fifth of the respondents at a time, draw them from the others', and set them \
                beside what was said.
                """,
            fr: """
                Retirer à la fois les réponses d'un cinquième des répondants, les tirer de celles des autres, et les \
                mettre à côté de ce qui a été dit.
                """))
    var checkCompletion = false

    @OptionGroup var running: RunArguments

    @Option(
        help: ArgumentHelp(
            en: "What if these actors left? Ids, separated by commas.",
            fr: "Et si ces acteurs partaient ? Identifiants, séparés par des virgules."))
    var without: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "What if these ties came true? A table of source,target,kind; or the word planned or potential.",
            fr: "Et si ces liens se réalisaient ? Une table source,target,kind ; ou le mot planned ou potential."))
    var with: String?

    @Option(
        help: ArgumentHelp(
            en: """
                Which table to write, with --format csv, latex or markdown: score, axes, verdict, indicators, \
                sensitivity, nulls, leverage, evidence, parameters, draws; of several territories also ahead and ranks.
                """,
            fr: """
                Quelle table écrire, avec --format csv, latex ou markdown : score, axes, verdict, indicators, sensitivity, \
                nulls, leverage, evidence, parameters, draws ; de plusieurs territoires aussi ahead et ranks.
                """))
    var table = "score"

    @OptionGroup var output: TableOutput
    @OptionGroup var links: LinkArgument
    @OptionGroup var common: CommonArguments

    func run() throws {
        if printMethod { return try output.write(ScoringMethod.embeddedText) }
        let request = try request()
        try output.check(request.format)
        try running.limitCores()
        if checkCompletion { return try output.write(request.completionCheck()) }
        let progress = ProgressBar(common)
        defer { progress.finish() }
        if without != nil || with != nil {
            let change = try request.counterfactual(progress)
            progress.finish()
            guard request.format.isText else {
                return try output.write([ScoreTables.table(change)], as: request.format, language: common.lang)
            }
            return try write(request.text(of: change), request.format)
        }
        let scores = try request.scores(progress)
        progress.finish()
        guard request.format.isText else {
            return try output.write(request.tables(of: scores), as: request.format, language: common.lang)
        }
        try write(request.text(of: scores), request.format)
    }

    private func write(_ text: String, _ format: TableFormat) throws(MilieuError) {
        if format.id == TableFormat.text.id { try output.write(page: text) } else { try output.write(text) }
    }
}

extension ScoreCommand {
    /// What was asked for: whatever can be refused is refused before the draws, not after them.
    private func request() throws(MilieuError) -> ScoreRequest {
        guard !datasets.isEmpty else {
            throw MilieuError(
                .usage, Bilingual(en: "No dataset is named.", fr: "Aucun jeu de données n'est indiqué."),
                remedy: Bilingual(
                    en: "Name one, for instance: milieu score datasets/romans-2016",
                    fr: "Indiquez-en un, par exemple : milieu score datasets/romans-2016"))
        }
        let format = try output.tableFormat()
        guard ScoreTables.names.contains(table) else { throw ScoreRequest.noTable(table) }
        let dates = try at.map(DateRange.dates) ?? []
        let count = datasets.count * max(1, dates.count)
        guard count > 1 || !ScoreTables.panelNames.contains(table) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The table \(table) compares territories, and one is named.",
                    fr: "La table \(table) compare des territoires, et un seul est indiqué."),
                remedy: Bilingual(en: "Name two datasets or more.", fr: "Indiquez deux jeux de données ou plus."))
        }
        let method = try scoring.chosenMethod()
        let options = try options(dates, ScoreRequest.Needed(by: table, format, scores: count))
        let networks = try datasets.map { path throws(MilieuError) in
            try InputReader.read(path: path, InputReader.Options(followsLinks: links.followLinks)).requireNetwork()
        }
        let absent = without?.items ?? []
        // Before the network is scored as it is.
        try ScoringOptions.require(absent, in: networks[0])
        let extraTies = try with.map { words throws(MilieuError) in try ExtraTies.read(words, for: networks[0]) } ?? []
        guard absent.isEmpty && with == nil || networks.count == 1 && dates.count < 2 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "What would change is told of one territory at one date.",
                    fr: "Ce qui changerait se dit d'un seul territoire à une seule date."),
                remedy: Bilingual(
                    en: "Name one dataset, and one date with --at.",
                    fr: "Indiquez un seul jeu de données, et une seule date par --at."))
        }
        return ScoreRequest(
            networks: networks, method: method, options: options, dates: dates, format: format, language: common.lang,
            isStyled: common.coloured(onOutput: true) && output.output == nil, table: table, without: absent,
            extraTies: extraTies)
    }

    private func options(
        _ dates: [PartialDate], _ needed: ScoreRequest.Needed
    ) throws(MilieuError) -> ScoringOptions {
        var options = ScoringOptions()
        (options.hasLeverage, options.hasSensitivity) = (needed.leverage, needed.sensitivity)
        options.perimeter = perimeter.perimeter
        options.seed = running.seed
        options.draws = try scoring.chosenDraws()
        options.hasNulls = needed.nulls && scoring.nulls != 0
        if dates.count == 1 { options.date = dates.first }
        return options
    }
}
