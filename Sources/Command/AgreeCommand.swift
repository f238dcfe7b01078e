import ArgumentParser
import Milieu

struct AgreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Two coders' datasets of the same source: how far they agree, and where they do not.",
        discussion: """
            Actors are matched by id, else by a name that nobody else has; --aliases names further ones (a table with \
            the columns first and second). Krippendorff's α corrects for what chance agrees on: 1 is perfect, 0 is \
            chance. The merged dataset has a confidence for each tie that follows from it.

            Examples:
              milieu agree coding-anna coding-ben
              milieu agree coding-anna coding-ben --aliases same.csv -o merged
              milieu agree coding-anna coding-ben --format csv --table disagreements
            """)

    @Argument(help: "The first coder's dataset.", completion: .directory)
    var first: String

    @Argument(help: "The second coder's dataset.", completion: .directory)
    var second: String

    @Option(help: "A table of ids of the same actors, with the columns first and second.", completion: .file())
    var aliases: String?

    @Option(name: .shortAndLong, help: "Write the two as one dataset into this folder.", completion: .directory)
    var output: String?

    @Option(help: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).")
    var format = TableFormat.text.id

    @Option(help: "Which table, with --format: \(AgreementTables.names.joined(separator: ", ")).")
    var table = AgreementTables.names[0]

    @OptionGroup var running: RunArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try TableFormat.format(format)
        try running.limitCores()
        guard AgreementTables.names.contains(table) else {
            throw MilieuError(
                .usage, "An agreement has no table \"\(Excerpt.of(table))\".",
                remedy: NearestMatch.hint(table, in: AgreementTables.names)
                    + "It has: \(AgreementTables.names.joined(separator: ", ")).")
        }
        let networks = try [first, second].map { path throws(MilieuError) in
            try DatasetReader.read(path: path).requireNetwork()
        }
        let known = try aliases.map { path throws(MilieuError) in
            try AliasTable.read(path: path, first: networks[0], second: networks[1])
        }
        let agreement = try Agreement(networks[0], networks[1], aliases: known ?? [], seed: running.seed)
        if format.id == TableFormat.text.id {
            Console.output(
                AgreementPage(agreement, language: common.lang, isStyled: common.coloured(onOutput: true)).text)
        } else if let wanted = AgreementTables(agreement).table(table) {
            let text = format.text(wanted, language: common.lang)
            Console.output(text.hasSuffix("\n") ? text : text + "\n")
        }
        guard let output else { return }
        let merged = try agreement.merged()
        try DatasetWriter.write(merged, to: output)
        common.say(
            "\(output) is written: \(merged.actors.count) actors, \(merged.ties.count) rows of ties, each with the confidence that follows from the agreement.",
            "\(output) est écrit : \(merged.actors.count) acteurs, \(merged.ties.count) lignes de liens, chacune avec la confiance qui suit de l'accord."
        )
    }
}
