import ArgumentParser
import Milieu

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "A network in another format: from a dataset to a file, from a file to a dataset, from file to file.",
        discussion: """
            The ending of each name tells its format (`--list` names them all); a name without an ending, or with / \
            at its end, is a dataset's folder. What the new format cannot hold is said on standard error. Files and \
            folders are written whole or not at all.

            Examples:
              milieu convert datasets/romans-2016 romans.gexf
              milieu convert datasets/romans-2016 romans.graphml --both-ways
              milieu convert survey.net survey/
              milieu convert survey.txt survey.csv --from dl --to matrix
              unzip -p survey.zip survey.net | milieu convert - survey.graphml
              milieu convert --list
            """)

    @Argument(help: "A dataset's folder, a network file, or - for standard input.", completion: .file())
    var input: String?

    @Argument(
        help: "The file or the dataset's folder to write, or - for standard output (with --to).", completion: .file())
    var output: String?

    @Option(help: "The format to write, where the ending does not tell it: \(Self.known).")
    var to: String?

    @Option(help: "The format to read, where neither ending nor content tells it.")
    var from: String?

    @Flag(
        help: """
            Write each tie without direction as two, one each way, for programs that read no networks of mixed \
            direction (NetworkX).
            """)
    var bothWays = false

    @Flag(exclusivity: .exclusive)
    var direction: ViewArguments.Direction?

    @Flag(help: "List the formats instead; no input is needed.")
    var list = false

    @OptionGroup var links: LinkArgument
    @OptionGroup var common: CommonArguments

    private static let dataset = "dataset"
    private static let standardOutput = "-"
    private static var known: String { (FormatCatalogue.all.map(\.id) + [dataset]).joined(separator: ", ") }

    func run() throws {
        if list { return listFormats() }
        guard let input, let output else {
            throw MilieuError(
                .usage, input == nil ? "No input is named." : "No output is named.",
                remedy: "Write for instance: milieu convert datasets/romans-2016 romans.gexf")
        }
        let format = try outputFormat(output)
        let known: NetworkFormat? = if let from, from != Self.dataset { try FormatCatalogue.format(from) } else { nil }
        let reading = try InputReader.read(
            path: input, directed: direction.map { $0 == .directed }, format: known, followsLinks: links.followLinks)
        let network = try reading.requireNetwork()
        report(reading.findings.filter { $0.severity == .warning || $0.code == "symmetric" || $0.code == "renamed" })
        if let format {
            let written = try format.write(network, NetworkFormat.WritingOptions(bothWays: bothWays))
            try FileOutput.write(written.text, to: output == Self.standardOutput ? "/dev/stdout" : output)
            report(written.findings)
        } else {
            try DatasetWriter.write(network, to: output)
        }
        let (actors, ties) = (network.actors.count, network.ties.count - (format == nil ? 0 : network.toldAbsenceCount))
        common.say(
            "\(output) is written: \(actors) actors, \(ties) ties, \(network.events.count) events.",
            "\(output) est écrit : \(actors) acteurs, \(ties) liens, \(network.events.count) événements.")
    }

    private func listFormats() {
        for format in FormatCatalogue.all {
            let endings = format.fileExtensions.map { "." + $0 }.joined(separator: " ")
            Console.output(
                "\(format.id)  (\(endings))  \(format.name.text(common.lang))\n    \(format.carries.text(common.lang))\n"
            )
        }
        let dataset = Bilingual(
            en: "a folder of CSV tables with datapackage.json: everything",
            fr: "un dossier de tables CSV avec datapackage.json : tout")
        Console.output("\(Self.dataset)\n    \(dataset.text(common.lang))\n")
    }

    /// Nil: a dataset's folder.
    private func outputFormat(_ path: String) throws(MilieuError) -> NetworkFormat? {
        guard path != Self.standardOutput || to != nil && to != Self.dataset else {
            throw MilieuError(
                .usage, "Nothing says in which format to write to standard output.",
                remedy: "Say it with --to, for instance --to graphml; a dataset needs a folder.")
        }
        if to == Self.dataset { return nil }
        if let to { return try FormatCatalogue.format(to) }
        let name = path.split(separator: "/").last ?? ""
        if path.hasSuffix("/") || !name.dropFirst().contains(".") { return nil }
        return try FormatCatalogue.format(forFile: path)
    }

    private func report(_ findings: [Finding]) {
        let coloured = common.coloured(onOutput: false)
        for finding in findings { common.say(Console.line(for: finding, coloured: coloured)) }
    }
}
