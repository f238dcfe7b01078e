import ArgumentParser
import Milieu

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: Bilingual(
            en: "The whole in one HTML file to mail or print: summary, network, score, tables, evidence, methods.",
            fr:
                "Le tout en un fichier HTML à envoyer ou à imprimer : synthèse, réseau, score, tables, sources, méthodes."
        ).spoken,
        discussion: Bilingual(
            en: """
                The file needs no network and no other file. It can be explored with a pointer or the keyboard, read by a \
                screen reader, and printed. The same data, options and version give the same bytes.
                """,
            fr: """
                Le fichier n'a besoin ni de réseau ni d'un autre fichier. Il s'explore au pointeur ou au clavier, se lit \
                avec un lecteur d'écran, et s'imprime. Les mêmes données, options et version donnent les mêmes octets.
                """
        ).withExamples(
            """
            milieu report datasets/romans-2016 -o romans.html
            milieu report datasets/romans-2016 -o romans.html --lang fr --at 2014
            milieu report datasets/romans-2016 -o romans-short.html --short
            milieu report edges.csv -o network.html
            """
        ).spoken)

    @Option(
        name: .shortAndLong, help: ArgumentHelp(en: "The file to write.", fr: "Le fichier à écrire."),
        completion: .file(extensions: ["html"]))
    var output: String

    @Flag(
        help: ArgumentHelp(
            en: """
                Only what one reads on paper: words, figures, score, the actors with most ties and the sources; without the \
                tables of all ties, events and measures and without the methods.
                """,
            fr: """
                Seulement ce qu'on lit sur papier : textes, figures, score, acteurs qui ont le plus de liens et sources ; \
                sans les tables de tous les liens, événements et mesures et sans les méthodes.
                """))
    var short = false

    @OptionGroup(title: Bilingual(en: "How to score", fr: "Calcul du score").spoken) var scoring: ScoringArguments
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let method = try scoring.chosenMethod()
        let options = try scoringOptions()
        let context = try input.context(common)
        try FileOutput.check(output)
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
