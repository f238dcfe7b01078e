import ArgumentParser
import Milieu

struct AgreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: Bilingual(
            en: "Two coders' datasets of the same source: how far they agree, and where they do not.",
            fr: "Les jeux de données de deux codeurs d'une même source : jusqu'où ils s'accordent, et où ils divergent."
        ).spoken,
        discussion: Bilingual(
            en: """
                Actors are matched by id, else by a name that nobody else has; --aliases names further ones (a table with \
                the columns first and second). Krippendorff's α corrects for what chance agrees on: 1 is perfect, 0 is \
                chance. The merged dataset has a confidence for each tie that follows from it.
                """,
            fr: """
                Les acteurs sont rapprochés par leur identifiant, sinon par un nom que nul autre ne porte ; --aliases en \
                nomme d'autres (une table aux colonnes first et second). L'α de Krippendorff corrige ce que le hasard \
                suffit à accorder : 1 est un accord parfait, 0 celui du hasard. Le jeu de données fusionné a pour chaque \
                lien une confiance qui en découle.
                """
        ).withExamples(
            """
            milieu agree coding-anna coding-ben
            milieu agree coding-anna coding-ben --aliases same.csv -o merged
            milieu agree coding-anna coding-ben --format csv --table disagreements
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(en: "The first coder's dataset.", fr: "Le jeu de données du premier codeur."),
        completion: .directory)
    var first: String

    @Argument(
        help: ArgumentHelp(en: "The second coder's dataset.", fr: "Le jeu de données du second codeur."),
        completion: .directory)
    var second: String

    @Option(
        help: ArgumentHelp(
            en: "A table of ids of the same actors, with the columns first and second.",
            fr: "Une table d'identifiants des mêmes acteurs, aux colonnes first et second."), completion: .file())
    var aliases: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Write the two as one dataset into this folder.",
            fr: "Écrire les deux en un seul jeu de données dans ce dossier."), completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            en: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).",
            fr: "Forme des tables : \(TableFormat.all.map(\.id).joined(separator: ", "))."))
    var format = TableFormat.text.id

    @Option(
        help: ArgumentHelp(
            en: "Which table, with --format: \(AgreementTables.names.joined(separator: ", ")).",
            fr: "Quelle table, avec --format : \(AgreementTables.names.joined(separator: ", "))."))
    var table = AgreementTables.names[0]

    @OptionGroup var running: RunArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try TableFormat.format(format)
        try running.limitCores()
        guard AgreementTables.names.contains(table) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "An agreement has no table \"\(Excerpt.of(table))\".",
                    fr: "Un accord n'a pas de table « \(Excerpt.of(table)) »."),
                remedy: NearestMatch.hint(table, in: AgreementTables.names)
                    + Bilingual(
                        en: "It has: \(AgreementTables.names.joined(separator: ", ")).",
                        fr: "Il a : \(AgreementTables.names.joined(separator: ", "))."))
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
                page: AgreementPage(agreement, language: common.lang, isStyled: common.coloured(onOutput: true)).text)
        } else if let wanted = AgreementTables(agreement).table(table) {
            let text = format.text(wanted, language: common.lang)
            Console.output(text.hasSuffix("\n") ? text : text + "\n")
        }
        guard let output else { return }
        let merged = try agreement.merged()
        try DatasetWriter.write(merged, to: output)
        common.say(
            "\(output) is written: \(merged.actors.count, en: "actor", "actors"), \(merged.ties.count, en: "row", "rows") of ties, each with the confidence that follows from the agreement.",
            "\(output) est écrit : \(merged.actors.count, fr: "acteur", "acteurs"), \(merged.ties.count, fr: "ligne", "lignes") de liens, chacune avec la confiance qui suit de l'accord."
        )
    }
}
