import ArgumentParser
import Milieu

/// The program: reads its arguments, runs a subcommand and turns what went wrong into a message on
/// standard error and an exit status: 1 the data has errors, 2 the command was wrong, 3 a file could
/// not be read or written, 70 a fault of Milieu itself.
@main
struct MilieuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milieu",
        abstract: Bilingual(
            en: "Who is tied to whom here, what is that worth, and is this territory an innovative milieu?",
            fr: "Qui est lié à qui ici, qu'est-ce que cela vaut, et ce territoire est-il un milieu innovateur ?"
        ).spoken,
        discussion: Bilingual(
            en: """
                A territory is a folder of CSV tables (actors, ties, events); any command that reads a network also \
                takes a workbook (.xlsx, .ods) or a network file (an edge list, GraphML, GEXF, Pajek, UCINET DL, GML, DOT, \
                JSON, a matrix).

                First steps:
                  milieu init my-territory               an empty dataset with a guide
                  milieu survey my-territory -o form     the questionnaire to print, fill and read back
                  milieu check my-territory              every finding, with file, line and remedy
                  milieu agree coding-a coding-b         how far two coders agree
                  milieu measure my-territory            centralities of the actors
                  milieu test my-territory               is that more than chance?
                  milieu score my-territory              learning × interaction
                  milieu draw my-territory -o map.svg    the network as a figure
                  milieu studio my-territory             code, see and arrange it in the browser
                  milieu export my-territory -o out      tables, codebook and figures for a paper
                  milieu report my-territory -o out.html the whole as one page to mail or print
                  milieu convert my-territory net.gexf   the network for Gephi, Pajek, UCINET, NetworkX …
                  milieu areas prepare country -o job    every area of a country, then run and collect

                The first thing to see is map.svg, which any browser opens; the next is `milieu check`, which says of each \
                row what is missing or doubtful and what to do.
                """,
            fr: """
                Un territoire est un dossier de tables CSV (acteurs, liens, événements) ; toute commande qui lit un réseau \
                prend aussi un classeur (.xlsx, .ods) ou un fichier de réseau (une liste de liens, GraphML, GEXF, Pajek, \
                UCINET DL, GML, DOT, JSON, une matrice).

                Premiers pas :
                  milieu init mon-territoire               un jeu de données vide avec un guide
                  milieu survey mon-territoire -o form     le questionnaire à imprimer, remplir et relire
                  milieu check mon-territoire              tous les constats, avec fichier, ligne et remède
                  milieu agree codage-a codage-b           jusqu'où s'accordent deux codeurs
                  milieu measure mon-territoire            les centralités des acteurs
                  milieu test mon-territoire               est-ce plus que le hasard ?
                  milieu score mon-territoire              apprentissage × interaction
                  milieu draw mon-territoire -o carte.svg  le réseau en figure
                  milieu studio mon-territoire             le coder, le voir et l'arranger dans le navigateur
                  milieu export mon-territoire -o out      tables, variables et figures pour un article
                  milieu report mon-territoire -o out.html le tout en une page à envoyer ou à imprimer
                  milieu convert mon-territoire net.gexf   le réseau pour Gephi, Pajek, UCINET, NetworkX …
                  milieu areas prepare pays -o travail     toutes les zones d'un pays, puis run et collect

                La première chose à voir est carte.svg, que tout navigateur ouvre ; la suivante est `milieu check`, qui \
                dit de chaque ligne ce qui manque ou est douteux et que faire.
                """
        ).spoken,
        version: "Milieu \(Engine.version)",
        subcommands: [
            InitCommand.self, SurveyCommand.self, CheckCommand.self, AgreeCommand.self, MeasureCommand.self,
            TestCommand.self, ScoreCommand.self, DrawCommand.self, StudioCommand.self, ReportCommand.self,
            ExportCommand.self, ConvertCommand.self, AreasCommand.self,
        ])

    static func main() {
        withExtendedLifetime(Interruption(), run)
    }

    private static func run() {
        do {
            try RawArguments.check()
            try requireCommand()
            var command = try parseAsRoot()
            try command.run()
        } catch let error as MilieuError {
            Console.report(error)
            exit(withCode: error.exitStatus)
        } catch let status as ExitCode {
            exit(withError: status)
        } catch {
            finish(parsing: error)
        }
    }

    /// - Throws: `MilieuError` of cause `usage` for a first word that is no command, with the nearest that is one: the
    ///   library would call it unexpected and leave it at that.
    private static func requireCommand() throws(MilieuError) {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !known.contains(word) else {
            return
        }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "There is no command \"\(Excerpt.of(word))\".",
                fr: "Il n'y a pas de commande « \(Excerpt.of(word)) »."),
            remedy: NearestMatch.hint(word, in: known)
                + Bilingual(
                    en: "There are: \(known.joined(separator: ", ")).", fr: "Il y a : \(known.joined(separator: ", "))."
                ))
    }

    /// Help and version go to standard output; a wrong call to standard error, with status 2.
    private static func finish(parsing error: any Error) -> Never {
        let text = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            Console.error(ParserWords.spoken(text))
            exit(withCode: 2)
        }
        // Neither the scripts of shells nor what the manual is made of are help to read.
        let isHelp = text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ")
        Console.output((isHelp ? ParserWords.spoken(text) : text) + "\n")
        exit(withCode: 0)
    }

    private static func exit(withCode code: Int32) -> Never {
        exit(withError: ExitCode(code))
    }
}

extension MilieuError {
    /// The exit status of each cause, as README tells it.
    var exitStatus: Int32 {
        switch cause {
        case .data: 1
        case .usage: 2
        case .file: 3
        case .fault: 70
        }
    }
}
