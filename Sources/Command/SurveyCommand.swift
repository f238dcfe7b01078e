import ArgumentParser
import Milieu

struct SurveyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "The questionnaire that feeds the score: to print, to fill, to read back; and whom to interview.",
        discussion: """
            A folder with the questionnaire as pages to print in English and French (a browser prints them, or makes \
            a PDF), and as tables to fill, in a dataset's own shape. Who was interviewed has a date in \
            respondents.csv: only then does what was not named count as absent.

            Examples:
              milieu survey -o form                                    of a territory still to name
              milieu survey my-territory -o form                       lists all actors known so far
              milieu survey my-territory -o form --ask joiner,smith    a form for each of these
              milieu survey my-territory --read form -o new-territory  the answers, put into the dataset
              milieu survey --read form -o new-territory               the answers alone
              milieu survey my-territory --plan                        how many interviews narrow the score how far
              milieu survey my-territory --plan --interviews 5,10,20 --order random,most-uncertain
            """)

    @Argument(help: "The dataset so far; without it, a form or answers of their own.", completion: .directory)
    var dataset: String?

    @Option(
        name: .shortAndLong, help: "The folder to write: the questionnaire, or with --read the dataset.",
        completion: .directory)
    var output: String?

    @Option(help: "Read a filled questionnaire's folder and write it as a dataset.", completion: .directory)
    var read: String?

    @Flag(help: "How wide the score's intervals would be after more interviews, by simulation on the dataset so far.")
    var plan = false

    @Option(help: "Ask these actors: ids, separated by commas; each gets a form and a row in respondents.csv.")
    var ask: CommaList?

    @Option(help: "Ask about these layers alone, separated by commas.")
    var layers: CommaList?

    @Option(help: "How partners are named: roster (on a list) or recall (from memory).")
    var how = Survey.How.roster

    @OptionGroup var planning: PlanArguments
    @OptionGroup var perimeter: PerimeterArgument
    @OptionGroup var running: RunArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        try refuseWhatDoesNotGoTogether()
        if plan { return try runPlan() }
        guard let output else {
            throw MilieuError(
                .usage, "No folder to write is named.",
                remedy: "Write for instance: milieu survey my-territory -o form")
        }
        if let read { return try readBack(read, to: output) }
        try writeForm(to: output)
    }

    private func refuseWhatDoesNotGoTogether() throws(MilieuError) {
        if plan, read != nil {
            throw MilieuError(.usage, "--plan and --read do not go together.", remedy: "Choose one.")
        }
        let forForms = [("--ask", ask != nil), ("--layers", layers != nil), ("--how", how != .roster)].filter(\.1)
        if plan || read != nil, let other = forForms.first {
            throw MilieuError(
                .usage, "\(other.0) is for the questionnaire to write.",
                remedy: "Leave it out, or \(plan ? "--plan" : "--read").")
        }
        if !plan, let other = planning.given.first ?? (perimeter.perimeter == nil ? nil : "--perimeter") {
            throw MilieuError(.usage, "\(other) is for a plan.", remedy: "Add --plan, or leave it out.")
        }
    }

    // MARK: The questionnaire

    private func writeForm(to output: String) throws {
        let base =
            if let dataset { try DatasetReader.read(path: dataset).requireNetwork() } else {
                try DatasetTemplate.network(named: FilePath.name(of: output))
            }
        let questionnaire = try Questionnaire(
            base, layers: layers?.items.map(Layer.init(rawValue:)), asking: ask?.items ?? [], by: how)
        var folder = try FolderOutput(path: output, replacing: false)
        for file in try QuestionnaireFiles.all(questionnaire) { try folder.write(file.text, to: file.name) }
        try folder.finish()
        if how == .roster, questionnaire.roster.count > Questionnaire.longRoster {
            common.say(
                "The list has \(questionnaire.roster.count) names: long for one sitting. --layers makes it shorter, --how recall does without.",
                "La liste compte \(questionnaire.roster.count) noms : c'est long pour un entretien. --layers la raccourcit, --how recall s'en passe."
            )
        }
        common.say(
            "\(output) is ready: print questionnaire.en.html or questionnaire.fr.html, fill the tables as README.md says, then: milieu survey \(dataset.map { $0 + " " } ?? "")--read \(output) -o DATASET",
            "\(output) est prêt : imprimez questionnaire.fr.html ou questionnaire.en.html, remplissez les tables comme le dit LISEZMOI.md, puis : milieu survey \(dataset.map { $0 + " " } ?? "")--read \(output) -o DATASET"
        )
    }

    // MARK: The answers

    private func readBack(_ path: String, to output: String) throws {
        let base = try dataset.map { path throws(MilieuError) in try DatasetReader.read(path: path).requireNetwork() }
        let reading = try FilledSurvey.read(path: path)
        let answers = try reading.requireNetwork()
        report(reading.findings.filter { $0.severity == .warning })
        guard let base else {
            try DatasetWriter.write(answers, to: output)
            return common.say(
                "\(output) is written: \(answers.actors.count) actors, \(answers.ties.count) rows of ties, \(count(answers)) interviewed.",
                "\(output) est écrit : \(answers.actors.count) acteurs, \(answers.ties.count) lignes de liens, \(count(answers)) interrogés."
            )
        }
        let merge = try SurveyMerge(base, answers)
        try DatasetWriter.write(merge.network, to: output)
        report(merge.findings)
        common.say(
            "\(output) is written: \(count(answers)) interviewed; new are \(merge.newActors) actors and \(merge.newTies) ties; \(merge.confirmedTies) known ties were told again.",
            "\(output) est écrit : \(count(answers)) interrogés ; nouveaux : \(merge.newActors) acteurs et \(merge.newTies) liens ; \(merge.confirmedTies) liens connus ont été redits."
        )
    }

    private func count(_ answers: Network) -> Int { Set(answers.beside.respondents.map(\.actor)).count }

    private func report(_ findings: [Finding]) {
        let coloured = common.coloured(onOutput: false)
        for finding in findings { common.say(styled: Console.line(for: finding, coloured: coloured, common.lang)) }
    }
}

extension SurveyCommand {
    // MARK: The plan

    private func runPlan() throws {
        guard let dataset else {
            throw MilieuError(
                .usage, "A plan needs a dataset, since it is a simulation on what is known so far.",
                remedy: "Write for instance: milieu survey my-territory --plan")
        }
        try running.limitCores()
        let format = try planning.tableFormat()
        var settings = try planning.settings()
        (settings.seed, settings.perimeter) = (running.seed, perimeter.perimeter)
        let network = try DatasetReader.read(path: dataset).requireNetwork()
        let progress = ProgressBar(common)
        defer { progress.finish() }
        let words = Bilingual(en: "interviews simulated", fr: "entretiens simulés").text(common.lang)
        let plan = try InterviewPlan(network, method: .standard(), settings: settings) { progress.show(words, $0, $1) }
        progress.finish()
        let text =
            format.id == TableFormat.text.id
            ? InterviewPlanPage(plan, language: common.lang, isStyled: common.coloured(onOutput: true) && output == nil)
                .text
            : format.text(InterviewPlanTable(plan).table, language: common.lang)
        guard let output else { return Console.output(page: text) }
        try FileOutput.write(text, to: output)
    }
}

extension Survey.How: ExpressibleByArgument {}
