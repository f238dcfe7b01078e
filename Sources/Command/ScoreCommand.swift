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
            """)

    @Argument(help: "One or more datasets' folders.", completion: .directory)
    var datasets: [String] = []

    @Option(help: "Score at a date, or at each year of a range: 2014, 2014-06, 2007..2016.")
    var at: String?

    @Option(help: "The perimeter that says what is inside (an id from datapackage.json).")
    var perimeter: String?

    @OptionGroup var scoring: ScoringArguments

    @Flag(help: "Print Milieu's own method file, to start one's own from.")
    var printMethod = false

    @Option(help: "Seed of the draws.")
    var seed: UInt64 = 1

    @Option(help: "Use at most this many cores; it never changes a result.")
    var threads: Int?

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
    @OptionGroup var common: CommonArguments

    func run() throws {
        if printMethod { return try output.write(ScoringMethod.embeddedText) }
        let request = try ScoreRequest(self)
        if let threads { Parallel.threadLimit = max(1, threads) }
        let progress = ProgressBar(common)
        defer { progress.finish() }
        if without != nil || with != nil {
            let change = try request.counterfactual(progress)
            progress.finish()
            return try output.write(request.text(of: change))
        }
        let scores = try request.scores(progress)
        progress.finish()
        try output.write(request.text(of: scores))
    }
}
