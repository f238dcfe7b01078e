import ArgumentParser
import Milieu

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Bilingual(
            en: "An empty dataset, with templates and a guide in English and in French.",
            fr: "Un jeu de données vide, avec des modèles et un guide en anglais et en français."
        ).spoken,
        discussion: Bilingual(
            en: """
                Fill the tables in a spreadsheet or a text editor; `milieu check` says what is wrong and where. A name that \
                ends in .xlsx makes one workbook with a sheet for each table. On a terminal a few questions are asked; \
                each can be left open, and answered later in the table `territory`.
                """,
            fr: """
                Remplissez les tables dans un tableur ou un éditeur de texte ; `milieu check` dit ce qui ne va pas et où. \
                Un nom qui finit par .xlsx fait un seul classeur avec une feuille par table. Sur un terminal, quelques \
                questions sont posées ; on peut laisser chacune ouverte, et y répondre plus tard dans la table \
                `territory`.
                """
        ).withExamples(
            """
            milieu init my-territory
            milieu init my-territory.xlsx --lang fr
            milieu init my-territory --territory "Val Clair" --date 2026 --inside "Clair; Hautval"
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(
            en: "The folder to make; it must not exist yet, or be empty. Or a new workbook, NAME.xlsx.",
            fr: "Le dossier à créer ; il ne doit pas exister encore, ou être vide. Ou un nouveau classeur, NOM.xlsx."),
        completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp(en: "The name of the territory.", fr: "Le nom du territoire."))
    var territory: String?

    @Option(
        help: ArgumentHelp(
            en: "The date that the dataset describes: 2026, 2026-04 or 2026-04-15.",
            fr: "La date que décrit le jeu de données : 2026, 2026-04 ou 2026-04-15."))
    var date: String?

    @Option(
        help: ArgumentHelp(
            en: "The places that count as inside, with semicolons between.",
            fr: "Les lieux qui comptent comme intérieurs, séparés par des points-virgules."))
    var inside: String?

    @Option(
        help: ArgumentHelp(
            en: "What was looked for, with semicolons between: knowledge; finance; events …",
            fr: "Ce qui a été cherché, séparé par des points-virgules : knowledge; finance; events …"))
    var surveyed: String?

    @OptionGroup var common: CommonArguments

    func run() throws {
        try DatasetTemplate.write(to: folder, try answers(), language: common.lang)
        guard !folder.lowercased().hasSuffix(".xlsx") else {
            return common.say(
                "\(folder) is ready. Fill its sheets, then: milieu check \(folder)",
                "\(folder) est prêt. Remplissez ses feuilles, puis : milieu check \(folder)")
        }
        common.say(
            "\(folder) is ready. Read README.md in it, fill the tables, then: milieu check \(folder)",
            "\(folder) est prêt. Lisez-y LISEZMOI.md, remplissez les tables, puis : milieu check \(folder)")
    }

    private func answers() throws(MilieuError) -> DatasetTemplate.Answers {
        var answers = DatasetTemplate.Answers(territory: territory, date: date, inside: inside, surveyed: surveyed)
        if let date { try Self.check(date) }
        guard territory == nil, date == nil, inside == nil, surveyed == nil, !common.quiet, Console.canAsk else {
            return answers
        }
        let layers = Layer.standard.map { common.lang == .french ? $0.name.fr : $0.rawValue }.joined(separator: ", ")
        answers.territory = ask("What is the territory called?", "Comment s'appelle le territoire ?")
        answers.date = askDate()
        answers.inside = ask(
            "Which places are inside? (with semicolons between)",
            "Quels lieux en font partie ? (séparés par des points-virgules)")
        answers.surveyed = ask(
            "What did you look for? (\(layers), events)", "Qu'avez-vous cherché ? (\(layers), événements)")
        return answers
    }

    /// Nil where the answer is left open.
    private func ask(_ en: String, _ fr: String) -> String? {
        Console.error(Bilingual(en: en, fr: fr).text(common.lang))
        let answer = readLine().map { NameKey.spaced($0) } ?? ""
        return answer.isEmpty ? nil : answer
    }

    private func askDate() -> String? {
        while let answer = ask(
            "Of which date do you tell? (2026, 2026-04 or 2026-04-15)", "À quelle date ? (2026, 2026-04 ou 2026-04-15)")
        {
            if DatasetTemplate.isDate(answer) { return answer }
        }
        return nil
    }

    private static func check(_ date: String) throws(MilieuError) {
        guard !DatasetTemplate.isDate(date) else { return }
        throw MilieuError(
            .usage,
            Bilingual(en: "\"\(Excerpt.of(date))\" is no date.", fr: "« \(Excerpt.of(date)) » n'est pas une date."),
            remedy: Bilingual(en: "Write 2026, 2026-04 or 2026-04-15.", fr: "Écrivez 2026, 2026-04 ou 2026-04-15."))
    }
}
