import ArgumentParser
import Milieu

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Bilingual(
            en: "Every finding in a dataset, each with file, line, column and remedy.",
            fr: "Tous les constats d'un jeu de données, chacun avec fichier, ligne, colonne et remède."
        ).spoken,
        discussion: Bilingual(
            en: """
                Errors come first, then warnings, then notes; a fault that repeats is one line with its count and the \
                first places, but in a table of another format, where each has its row. The exit status is 0 where there is no error (warnings and notes are not errors), 1 where there is one.
                """,
            fr: """
                Les erreurs viennent d'abord, puis les avertissements, puis les remarques ; un défaut qui se répète tient \
                en une ligne avec son nombre et les premiers endroits, sauf dans une table d'un autre format, où chacun a \
                sa ligne. Le statut de sortie est 0 quand il n'y a pas d'erreur (avertissements et remarques n'en sont \
                pas), 1 quand il y en a une.
                """
        ).withExamples(
            """
            milieu check datasets/romans-2016
            milieu check my-territory --only error
            milieu check survey.xlsx --sheet Liens
            milieu check edges.csv --actors nodes.csv
            milieu check my-territory --format xlsx -o findings.xlsx
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(
            en: "A dataset's folder, a network file, or - for standard input.",
            fr: "Le dossier d'un jeu de données, un fichier de réseau, ou - pour l'entrée standard."),
        completion: .file())
    var input: String

    @Option(
        help: ArgumentHelp(
            en: "Show findings of this severity and above: error, warning or note.",
            fr: "Montrer les constats à partir de cette gravité : error, warning ou note."))
    var only = Finding.Severity.note

    @Flag(exclusivity: .exclusive)
    var direction: ViewArguments.Direction?

    @OptionGroup var output: TableOutput
    @OptionGroup(title: Bilingual(en: "How to read the input", fr: "Lecture de l'entrée").spoken) var arguments:
        ReadingArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try output.tableFormat()
        let reading = try arguments.read(input, directed: direction.map { $0 == .directed })
        if format.id == TableFormat.text.id {
            try output.write(page: page(of: reading))
        } else {
            let chosen = reading.findings.filter { $0.severity <= only }
            try output.write([FindingTable.table(of: chosen, common.lang)], as: format, language: common.lang)
        }
        if reading.network == nil { throw ExitCode(1) }
    }

    /// What a person reads: what was found, what was read, how many there are of each severity.
    private func page(of reading: Reading) -> String {
        let coloured = common.coloured(onOutput: true) && output.output == nil
        var lines = FindingSummary.all(of: reading.findings).filter { $0.first.severity <= only }.map { summary in
            "\(Console.line(for: summary.first, coloured: coloured, common.lang))\(others(summary))" as StyledText
        }
        if let network = reading.network { lines.append("\(summary(of: network))") }
        lines.append("\(Console.styled(verdict(on: reading.findings), .bold, coloured))")
        return lines.map(\.text).joined(separator: "\n") + "\n"
    }

    /// How many more there are of a finding, and where the first of them.
    private func others(_ summary: FindingSummary) -> String {
        guard summary.count > 1 else { return "" }
        let shown = 8
        var places: [String] = []
        for place in summary.others where places.count <= shown {
            let text = [place.line.map { String($0) } ?? place.file, place.id.map { "(\($0))" }].compactMap { $0 }
                .joined(separator: " ")
            if places.last != text { places.append(text) }
        }
        let more = summary.count - 1
        let isCut = places.count > shown || more > summary.others.count
        let lines = Set(summary.others.map(\.line))
        var word = common.lang == .french ? "ligne" : "line"
        if isCut || lines.count > 1 { word += "s" }
        // What has no line is named by its file.
        if lines.contains(nil) { word = "" } else { word += " " }
        let list =
            places.isEmpty ? "" : ", " + word + places.prefix(shown).joined(separator: ", ") + (isCut ? ", …" : "")
        return common.lang == .french ? "\n    Et \(more) de plus\(list)." : "\n    And \(more) more\(list)."
    }

    private func summary(of network: Network) -> String {
        network.description.title + (common.lang == .french ? "\u{A0}: " : ": ")
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
            ? " Pris sans autre choix : \(counts.ofView(.french)), de \(rows)."
            : " Taken unless otherwise chosen: \(counts.ofView(.english)), from \(rows)."
    }

    private func verdict(on findings: [Finding]) -> String {
        func count(_ severity: Finding.Severity) -> Int {
            findings.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
        }
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
