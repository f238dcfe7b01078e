import ArgumentParser
import Milieu

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: Bilingual(
            en: "A network in another format: from a dataset to a file, from a file to a dataset, from file to file.",
            fr:
                "Un réseau dans un autre format : d'un jeu de données à un fichier, d'un fichier à un jeu de données, de fichier à fichier."
        ).spoken,
        discussion: Bilingual(
            en: """
                The ending of each name tells its format (`--list` names them all); a name without an ending, or with / \
                at its end, is a dataset's folder. What the new format cannot hold is said on standard error. Files and \
                folders are written whole or not at all. Cells of CSV are written as they are, so that they read back: a \
                spreadsheet that computes texts which begin with = is to import them as text.
                """,
            fr: """
                La fin de chaque nom dit son format (`--list` les nomme tous) ; un nom sans suffixe, ou qui finit par /, \
                est le dossier d'un jeu de données. Ce que le nouveau format ne peut contenir est dit sur l'erreur \
                standard. Fichiers et dossiers sont écrits en entier ou pas du tout. Les cellules de CSV sont écrites \
                telles quelles, pour être relues à l'identique : un tableur qui calcule les textes commençant par = doit \
                les importer comme du texte.
                """
        ).withExamples(
            """
            milieu convert datasets/romans-2016 romans.gexf
            milieu convert datasets/romans-2016 romans.graphml --for networkx
            milieu convert survey.net survey/
            milieu convert survey.xlsx survey/ --sheet Liens
            milieu convert edges.csv survey/ --actors nodes.csv
            milieu convert survey.txt survey.csv --from dl --to matrix
            unzip -p survey.zip survey.net | milieu convert - survey.graphml
            milieu convert interviews.qdpx survey/ --codes codes.csv
            milieu convert --list
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(
            en: "A dataset's folder, a network file, or - for standard input.",
            fr: "Le dossier d'un jeu de données, un fichier de réseau, ou - pour l'entrée standard."),
        completion: .file())
    var input: String?

    @Argument(
        help: ArgumentHelp(
            en: "The file or the dataset's folder to write, or - for standard output (with --to).",
            fr: "Le fichier ou le dossier de jeu de données à écrire, ou - pour la sortie standard (avec --to)."),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            en: "The format to write, where the ending does not tell it: \(Self.known).",
            fr: "Le format à écrire, quand le suffixe ne le dit pas : \(Self.known)."))
    var to: String?

    @Flag(
        help: ArgumentHelp(
            en: """
                Write each tie without direction as two, one each way, for programs that read no networks of mixed \
                direction (NetworkX).
                """,
            fr: """
                Écrire chaque lien non orienté comme deux, un dans chaque sens, pour les programmes qui ne lisent pas les \
                réseaux de directions mêlées (NetworkX).
                """))
    var bothWays = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            en: """
                Write it as this program reads it: \(Peer.allCases.map(\.rawValue).joined(separator: ", ")). What it cannot \
                take is said; a format that it does not read is refused.
                """,
            fr: """
                L'écrire comme ce programme le lit : \(Peer.allCases.map(\.rawValue).joined(separator: ", ")). Ce qu'il ne peut prendre est dit ; un format qu'il ne lit pas \
                est refusé.
                """))
    var peer: Peer?

    @Flag(exclusivity: .exclusive)
    var direction: ViewArguments.Direction?

    @Flag(
        help: ArgumentHelp(
            en: "List the formats instead; no input is needed.",
            fr: "Donner plutôt la liste des formats ; aucune entrée n'est nécessaire."))
    var list = false

    @OptionGroup(title: Bilingual(en: "How to read the input", fr: "Lecture de l'entrée").spoken) var arguments:
        ReadingArguments
    @OptionGroup var common: CommonArguments

    private static let dataset = "dataset"
    private static let standardOutput = "-"
    private static var known: String { (FormatCatalogue.all.map(\.id) + [dataset]).joined(separator: ", ") }

    func run() throws {
        if list { return listFormats() }
        guard let input, let output else {
            throw MilieuError(
                .usage,
                input == nil
                    ? Bilingual(en: "No input is named.", fr: "Aucune entrée n'est indiquée.")
                    : Bilingual(en: "No output is named.", fr: "Aucune sortie n'est indiquée."),
                remedy: Bilingual(
                    en: "Write for instance: milieu convert datasets/romans-2016 romans.gexf",
                    fr: "Écrivez par exemple : milieu convert datasets/romans-2016 romans.gexf"))
        }
        let format = try outputFormat(output)
        if let codes = arguments.codes, try writeCodes(of: input, to: codes) { throw ExitCode(1) }
        let reading = try arguments.read(input, directed: direction.map { $0 == .directed })
        let network = try reading.requireNetwork()
        report(reading.findings.filter { $0.severity == .warning || $0.code == "symmetric" || $0.code == "renamed" })
        if let format {
            let options = NetworkFormat.WritingOptions(
                bothWays: bothWays, peer: peer, look: peer == .gephi && format.id == "gexf" ? try look(of: network) : []
            )
            let written = try format.output(network, options)
            try FileOutput.write(written.bytes, to: output == Self.standardOutput ? "/dev/stdout" : output)
            report(written.findings)
        } else {
            try DatasetWriter.write(network, to: output)
        }
        let (actors, ties) = (network.actors.count, network.ties.count - (format == nil ? 0 : network.toldAbsenceCount))
        common.say(
            "\(output) is written: \(actors, en: "actor", "actors"), \(ties, en: "tie", "ties"), \(network.events.count, en: "event", "events").",
            "\(output) est écrit : \(actors, fr: "acteur", "acteurs"), \(ties, fr: "lien", "liens"), \(network.events.count, fr: "événement", "événements")."
        )
    }

    /// The places, sizes and colours of the sociogram; none of a network that takes long to lay out.
    private func look(of network: Network) throws(MilieuError) -> [NetworkFormat.NodeLook?] {
        guard network.actors.count + network.events.count <= Self.mostDrawn, !network.actors.isEmpty else { return [] }
        var look = [NetworkFormat.NodeLook?](repeating: nil, count: network.actors.count + network.events.count)
        for drawn in try DrawnActor.all(MeasureContext(network.view()), FigureOptions()) {
            let place = drawn.actor ?? network.actors.count + (drawn.event ?? 0)
            let colour = [drawn.colour.red, drawn.colour.green, drawn.colour.blue].map { Int(($0 * 255).rounded()) }
            look[place] = NetworkFormat.NodeLook(
                x: drawn.x, y: drawn.y, size: drawn.size, red: colour[0], green: colour[1], blue: colour[2])
        }
        return look
    }

    private static let mostDrawn = 5000

    /// The table of codes to fill, where it is not there. True where it was written.
    private func writeCodes(of input: String, to path: String) throws(MilieuError) -> Bool {
        guard InputFile.kind(path) == .missing else { return false }
        try FileOutput.write(CodedInterviews.codesToFill(path: input), to: path)
        common.say(
            "\(path) is written: say in its column \"as\" which codes are actors (actor) and which kinds of tie (tie), then give the command again.",
            "\(path) est écrit : dites dans sa colonne « as » quels codes sont des acteurs (actor) et lesquels des types de lien (tie), puis redonnez la commande."
        )
        return true
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
            fr: "un dossier de tables CSV avec datapackage.json : tout")
        Console.output("\(Self.dataset)\n    \(dataset.text(common.lang))\n")
    }

    /// Nil: a dataset's folder.
    private func outputFormat(_ path: String) throws(MilieuError) -> NetworkFormat? {
        guard path != Self.standardOutput || to != nil && to != Self.dataset else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nothing says in which format to write to standard output.",
                    fr: "Rien ne dit dans quel format écrire sur la sortie standard."),
                remedy: Bilingual(
                    en: "Say it with --to, for instance --to graphml; a dataset needs a folder.",
                    fr: "Dites-le par --to, par exemple --to graphml ; un jeu de données demande un dossier."))
        }
        if to == Self.dataset { return nil }
        if let to { return try FormatCatalogue.format(to) }
        let name = path.split(separator: "/").last ?? ""
        if path.hasSuffix("/") || !name.dropFirst().contains(".") { return nil }
        let format = try FormatCatalogue.format(forFile: path)
        guard format.id != NetworkFormat.workbook.id || name.lowercased().hasSuffix(".xlsx") else {
            throw MilieuError(
                .usage,
                Bilingual(en: "Workbooks are written as .xlsx alone.", fr: "Les classeurs ne sont écrits qu'en .xlsx."),
                remedy: Bilingual(
                    en: "Let the name end in .xlsx; LibreOffice opens it, too.",
                    fr: "Faites finir le nom par .xlsx ; LibreOffice l'ouvre aussi."))
        }
        return format
    }

    private func report(_ findings: [Finding]) {
        let coloured = common.coloured(onOutput: false)
        for finding in findings { common.say(styled: Console.line(for: finding, coloured: coloured, common.lang)) }
    }
}

extension Peer: ExpressibleByArgument {}
