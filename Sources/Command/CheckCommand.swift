import ArgumentParser
import Milieu

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Every finding in a dataset, each with file, line, column and remedy.",
        discussion: """
            The exit status is 0 where there is no error (warnings and notes are not errors), 1 where there is one.

            Examples:
              milieu check datasets/romans-2016
              milieu check my-territory --only error
            """)

    @Argument(help: "A dataset's folder, or a network file.", completion: .file())
    var input: String

    @Option(help: "Show findings of this severity and above: error, warning or note.")
    var only = Finding.Severity.note

    @OptionGroup var common: CommonArguments

    func run() throws {
        let reading = try InputReader.read(path: input)
        let coloured = common.coloured(onOutput: true)
        for finding in reading.findings where finding.severity <= only {
            Console.output(Console.line(for: finding, coloured: coloured) + "\n")
        }
        if let network = reading.network { Console.output(summary(of: network) + "\n") }
        Console.output(Console.styled(verdict(on: reading.findings), .bold, coloured) + "\n")
        if reading.network == nil { throw ExitCode(1) }
    }

    private func summary(of network: Network) -> String {
        let (actors, ties) = (network.actors.count, network.ties.count)
        let (events, rows) = (network.events.count, network.participation.count)
        return switch common.lang {
        case .english:
            "\(network.description.title): \(actors) actors, \(ties) ties, \(events) events, \(rows) participations."
        case .french:
            "\(network.description.title) : \(actors) acteurs, \(ties) liens, \(events) événements, \(rows) participations."
        }
    }

    private func verdict(on findings: [Finding]) -> String {
        func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }
        let (errors, warnings, notes) = (count(.error), count(.warning), count(.note))
        func plural(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
        return switch common.lang {
        case .english: "\(plural(errors, "error")), \(plural(warnings, "warning")), \(plural(notes, "note"))."
        case .french:
            "\(errors) erreur\(errors > 1 ? "s" : ""), \(warnings) avertissement\(warnings > 1 ? "s" : ""), "
                + "\(notes) remarque\(notes > 1 ? "s" : "")."
        }
    }
}

extension Finding.Severity: ExpressibleByArgument {}
