import ArgumentParser
import Milieu

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The whole in one HTML file to mail or print: summary, network, score, tables, evidence, methods.",
        discussion: """
            The file needs no network and no other file. It can be explored with a pointer or the keyboard, read by a \
            screen reader, and printed. The same data, options and version give the same bytes.

            Examples:
              milieu report datasets/romans-2016 -o romans.html
              milieu report datasets/romans-2016 -o romans.html --lang fr --at 2014
              milieu report datasets/romans-2016 -o romans-short.html --short
              milieu report edges.csv -o network.html
            """)

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file(extensions: ["html"]))
    var output: String

    @Flag(
        help: """
            Only what one reads on paper: words, figures, score, the actors with most ties and the sources; without the \
            tables of all ties, events and measures and without the methods.
            """)
    var short = false

    @OptionGroup(title: "How to score") var scoring: ScoringArguments
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let method = try scoring.chosenMethod()
        let options = try scoringOptions()
        let context = try input.context(common)
        let progress = ProgressBar(common)
        defer { progress.finish() }
        var score: TerritoryScore?
        var noScore: Bilingual?
        if context.view.isTwoMode, context.network.description.territory != nil {
            noScore = Bilingual(
                en: "In a view whose nodes are events as well as actors there is no score.",
                fr: "Dans une vue où les nœuds sont des événements autant que des acteurs, il n'y a pas de score.")
        } else if context.network.description.territory != nil, context.network.actors.hasRows {
            score = try Scoring.score(context.network, method: method, options: options, progress: progress.report)
        }
        let report = try Report(
            context, score: score, language: common.lang, noScore: noScore, extent: short ? .short : .whole
        ) { stage, done, all in
            progress.show(stage.name.text(common.lang), done, all)
        }
        try FileOutput.write(report.html, to: output)
        progress.finish()
        common.say("\(output) is written.", "\(output) est écrit.")
    }

    private func scoringOptions() throws(MilieuError) -> ScoringOptions {
        var options = ScoringOptions()
        options.hasNulls = scoring.nulls != 0
        options.draws = try scoring.chosenDraws()
        options.perimeter = input.view.perimeter.perimeter
        options.date = try input.view.options().date
        options.seed = input.measures.running.seed
        return options
    }
}
