import ArgumentParser
import Milieu

/// The program: reads its arguments, runs a subcommand and turns what went wrong into a message on
/// standard error and an exit status: 1 the data has errors, 2 the command was wrong, 3 a file could
/// not be read or written, 70 a fault of Milieu itself.
@main
struct MilieuCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milieu",
        abstract: "Who is tied to whom here, what is that worth, and is this territory an innovative milieu?",
        discussion: """
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
            .usage, "There is no command \"\(Excerpt.of(word))\".",
            remedy: NearestMatch.hint(word, in: known) + "There are: \(known.joined(separator: ", ")).")
    }

    /// Help and version go to standard output; a wrong call to standard error, with status 2.
    private static func finish(parsing error: any Error) -> Never {
        let text = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            Console.error(text)
            exit(withCode: 2)
        }
        Console.output(text + "\n")
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
