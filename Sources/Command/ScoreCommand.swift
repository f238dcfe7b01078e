import ArgumentParser
import Milieu

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Learning × interaction: does this territory work as an innovative milieu?",
        discussion: """
            A score is an interval with its coverage: what was not looked for is unknown, not zero. The same seed gives \
            the same digits on any number of cores.

            Examples:
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
            """)

    @Argument(help: "One or more datasets' folders.", completion: .directory)
    var datasets: [String] = []

    @Option(help: "Score at a date, or at each year of a range: 2014, 2014-06, 2007..2016.")
    var at: String?

    @OptionGroup var perimeter: PerimeterArgument

    @OptionGroup var scoring: ScoringArguments

    @Flag(help: "Print Milieu's own method file, to start one's own from.")
    var printMethod = false

    @Flag(
        help: """
            Take away the answers of a fifth of the respondents at a time, draw them from the others', and set them \
            beside what was said.
            """)
    var checkCompletion = false

    @OptionGroup var running: RunArguments

    @Option(help: "What if these actors left? Ids, separated by commas.")
    var without: CommaList?

    @Option(help: "What if these ties came true? A table of source,target,kind; or the word planned or potential.")
    var with: String?

    @Option(
        help: """
            Which table to write, with --format csv, latex or markdown: score, axes, verdict, indicators, \
            sensitivity, nulls, leverage, evidence, parameters, draws; of several territories also ahead and ranks.
            """)
    var table = "score"

    @OptionGroup var output: TableOutput
    @OptionGroup var links: LinkArgument
    @OptionGroup var common: CommonArguments

    func run() throws {
        if printMethod { return try output.write(ScoringMethod.embeddedText) }
        let request = try request()
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
                .usage, "No dataset is named.", remedy: "Name one, for instance: milieu score datasets/romans-2016")
        }
        let format = try output.tableFormat()
        guard ScoreTables.names.contains(table) else { throw ScoreRequest.noTable(table) }
        let dates = try at.map(DateRange.dates) ?? []
        let count = datasets.count * max(1, dates.count)
        guard count > 1 || !ScoreTables.panelNames.contains(table) else {
            throw MilieuError(
                .usage, "The table \(table) compares territories, and one is named.",
                remedy: "Name two datasets or more.")
        }
        let method = try scoring.chosenMethod()
        let options = try options(dates, ScoreRequest.Needed(by: table, format, scores: count))
        let networks = try datasets.map { path throws(MilieuError) in
            try InputReader.read(path: path, InputReader.Options(followsLinks: links.followLinks)).requireNetwork()
        }
        let absent = without?.items ?? []
        let extraTies = try with.map { words throws(MilieuError) in try ExtraTies.read(words, for: networks[0]) } ?? []
        guard absent.isEmpty && with == nil || networks.count == 1 && dates.count < 2 else {
            throw MilieuError(
                .usage, "What would change is told of one territory at one date.",
                remedy: "Name one dataset, and one date with --at.")
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
