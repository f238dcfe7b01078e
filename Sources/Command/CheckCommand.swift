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

    @OptionGroup var how: ReadingArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let reading = try InputReader.read(path: input, how.options(nil))
        let coloured = common.coloured(onOutput: true)
        for finding in reading.findings where finding.severity <= only {
            Console.output(Console.line(for: finding, coloured: coloured) + "\n")
        }
        if let network = reading.network { Console.output(summary(of: network) + "\n") }
        Console.output(Console.styled(verdict(on: reading.findings), .bold, coloured) + "\n")
        if reading.network == nil { throw ExitCode(1) }
    }

    private func summary(of network: Network) -> String {
        network.description.title + (common.lang == .french ? " : " : ": ")
            + [
                counted(network.actors.count, "actor", "acteur"),
                counted(network.ties.count, "row of ties", "ligne de liens"),
                counted(network.events.count, "event", "événement"),
                counted(network.participation.count, "participation", "participation"),
            ].joined(separator: ", ") + "." + taken(from: network)
    }

    /// What the commands that measure and draw take of the rows where nothing else is asked for.
    private func taken(from network: Network) -> String {
        guard let view = try? network.view() else { return "" }
        let counts = TieCounts(of: view)
        guard let rows = counts.fromRows(common.lang) else { return "" }
        return common.lang == .french
            ? " Pris sans autre choix : \(counts.ofView(.french)), de \(rows)."
            : " Taken unless otherwise chosen: \(counts.ofView(.english)), from \(rows)."
    }

    private func verdict(on findings: [Finding]) -> String {
        func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }
        return [
            counted(count(.error), "error", "erreur"), counted(count(.warning), "warning", "avertissement"),
            counted(count(.note), "note", "remarque"),
        ].joined(separator: ", ") + "."
    }

    private func counted(_ count: Int, _ en: String, _ fr: String) -> String {
        var words = (common.lang == .french ? fr : en).split(separator: " ")
        // The first word is the noun: "rows of ties".
        if common.lang.isPlural(count) { words[0] += "s" }
        return "\(count) \(words.joined(separator: " "))"
    }
}

extension Finding.Severity: ExpressibleByArgument {}
