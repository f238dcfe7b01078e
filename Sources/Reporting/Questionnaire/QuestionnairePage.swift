import Fieldwork
import Files
import Mustache
import NetworkModel
import Vocabulary

/// A questionnaire as a page to print: each section on a page of its own, each respondent's form begins a new one.
///
/// The page needs no script and asks for nothing: its style is in it.
public struct QuestionnairePage: Sendable {
    private let questionnaire: Questionnaire
    private let words: Wording

    /// A page in one language.
    public init(_ questionnaire: Questionnaire, language: Language) {
        self.questionnaire = questionnaire
        words = Wording(language)
    }

    /// The whole page, with its style.
    ///
    /// - Throws: `MilieuError` of cause `fault` where the embedded template is not as it should be.
    public func html() throws(MilieuError) -> String {
        MustacheContentTypes.register(MarkupContentType(), named: MarkupContentType.name)
        let style = String(decoding: PackageResources.questionnaire_css, as: UTF8.self)
        do {
            let template = try MustacheTemplate(
                string: String(decoding: PackageResources.questionnaire_mustache, as: UTF8.self))
            return template.render(content(style))
        } catch {
            throw MilieuError(
                .fault,
                Bilingual(
                    en: "The template of the questionnaire cannot be read: \(error).",
                    fr: "Le modèle du questionnaire ne peut pas être lu : \(error)."), remedy: .reportThis)
        }
    }

    private var title: String {
        let name = questionnaire.form.description.territory?.name ?? questionnaire.form.description.title
        return words("Who is tied to whom in \(name)?", "Qui est lié à qui à \(name) ?")
    }

    private func content(_ style: String) -> [String: Any] {
        let forms: [Actor?] = questionnaire.respondents.isEmpty ? [nil] : questionnaire.respondents.map { $0 }
        return [
            "language": words.language.rawValue, "title": title, "style": style,
            "policy":
                "default-src 'none'; style-src '\(ContentDigest.sha256Base64(style))'; base-uri 'none'; form-action 'none'",
            "forms": forms.map(form),
            "labels": ["how": words("How to answer", "Comment répondre")],
        ]
    }

    private func form(_ respondent: Actor?) -> [String: Any] {
        let sections = QuestionnaireSections(questionnaire, words, leavingOut: respondent)
        return [
            "title": title,
            "subtitle": words(
                "Questionnaire on the ties of organisations, the events that they take part in and what they share",
                "Questionnaire sur les liens entre organisations, les événements auxquels elles participent et ce qu'elles partagent"
            ),
            "who": respondent?.name ?? words("Respondent: ………………", "Personne interrogée : ………………"),
            "identity": identity(respondent), "instructions": instructions,
            "organisation": [
                "heading": words("Your organisation", "Votre organisation"), "rows": organisation(respondent),
            ],
            "sections": sections.all, "ending": ending,
            "footer": words(
                "Answers go into the tables beside this page: ties.csv, participation.csv, events.csv, actors.csv; who was interviewed and when into respondents.csv. Made by \(Engine.name) \(Engine.version).",
                "Les réponses vont dans les tables jointes : ties.csv, participation.csv, events.csv, actors.csv ; qui a été interrogé et quand, dans respondents.csv. Établi par \(Engine.name) \(Engine.version)."
            ),
        ]
    }

    private func row(_ label: String, hint: String? = nil, known: String? = nil) -> [String: Any] {
        var row: [String: Any] = ["label": label]
        if let hint { row["hint"] = hint }
        if let known { row["known"] = known }
        return row
    }

    private func identity(_ respondent: Actor?) -> [[String: Any]] {
        [
            row(words("Organisation", "Organisation"), known: respondent?.name),
            row(words("Identifier in actors.csv", "Identifiant dans actors.csv"), known: respondent?.id),
            row(words("Person interviewed, function", "Personne interrogée, fonction")),
            row(words("Interviewer", "Enquêteur ou enquêtrice")),
            row(
                words("Date of the interview", "Date de l'entretien"),
                hint: words("Without it the interview does not count.", "Sans elle, l'entretien ne compte pas.")),
            row(
                words(
                    "The person was told what the answers are for and agrees",
                    "La personne sait à quoi servent les réponses et accepte")),
        ]
    }

    private var instructions: [String] {
        let byList = questionnaire.method == .roster
        return [
            byList
                ? words(
                    "Go through each list to its end. A box left empty says that there is no such tie: please skip no name.",
                    "Parcourez chaque liste jusqu'au bout. Une case vide dit qu'il n'y a pas de lien : ne sautez aucun nom."
                )
                : words(
                    "Name from memory whoever comes to mind. A name that is missing is taken for perhaps forgotten.",
                    "Citez de mémoire tous ceux qui vous viennent à l'esprit. Un nom absent peut avoir été oublié."),
            words(
                "“We → them”: what goes from you to them. “They → us”: what comes to you. Tick both if both happen.",
                "« Nous → eux » : ce qui va de vous à eux. « Eux → nous » : ce qui vient à vous. Cochez les deux si les deux ont lieu."
            ),
            words(
                "Ties of the present count. If a tie sleeps (it could be taken up again at once), tick “dormant”; if it has ended, write until when.",
                "On demande les liens d'aujourd'hui. Si un lien sommeille (il pourrait reprendre aussitôt), cochez « dormant » ; s'il a pris fin, notez jusqu'à quand."
            ),
            words(
                "Years are enough. What you do not know stays empty.",
                "Les années suffisent. Laissez vide ce que vous ne savez pas."),
        ]
    }

    private func organisation(_ actor: Actor?) -> [[String: Any]] {
        let kinds = questionnaire.form.actorKinds.map { words($0.name) }
        let kind = actor.flatMap { actor in questionnaire.form.actorKinds.first { $0.id == actor.kind } }
        return [
            row(
                words("Kind", "Type"), hint: kinds.isEmpty || kinds.count > 8 ? nil : kinds.joined(separator: " · "),
                known: kind.map { words($0.name) }),
            row(
                words("Activity", "Activité"),
                hint: words(
                    "as exact as possible: sector and sub-sector",
                    "le plus précisément possible : secteur et sous-secteur"), known: actor?.sector),
            row(words("Place", "Lieu"), known: actor?.place),
            row(words("Since when", "Depuis quand"), known: actor?.since.map { words.date($0) }),
            row(words("Staff", "Effectif salarié"), known: actor?.size.map { words.number($0) }),
            row(
                words("Share of staff with a qualification", "Part de l'effectif ayant une qualification"),
                hint: words(
                    "of 100, how many with a degree or a recognised certificate of their trade",
                    "sur 100, combien ont un diplôme ou un titre reconnu de leur métier"),
                known: actor?.qualifiedShare.map { words.percent($0) }),
            row(
                words(
                    "Part of a group or larger organisation: which?",
                    "Partie d'un groupe ou d'une organisation plus large : laquelle ?"),
                known: actor?.parent.flatMap { id in
                    questionnaire.form.actors.position(of: id).map { questionnaire.form.actors.name(at: $0) }
                }),
            row(
                words(
                    "If it stands for several: how many members", "Si elle en représente plusieurs : combien de membres"
                ),
                known: actor?.members.map { words.count($0) }),
            row(
                words(
                    "New activities or products of the last five years, and since when",
                    "Activités ou produits nouveaux des cinq dernières années, et depuis quand")),
        ]
    }

    private var ending: [String: Any] {
        func question(_ en: String, _ fr: String, _ lines: Int) -> [String: Any] {
            ["text": words(en, fr), "lines": Array(repeating: "", count: lines)]
        }
        return [
            "heading": words("To end", "Pour finir"),
            "questions": [
                question(
                    "Who else should be interviewed, that we have not thought of?",
                    "Qui d'autre faudrait-il interroger, à qui nous n'avons pas pensé ?", 3),
                question(
                    "Which tie has changed most what your organisation does, and how?",
                    "Quel lien a le plus changé ce que fait votre organisation, et comment ?", 4),
                question("Remarks", "Remarques", 4),
            ],
        ]
    }
}
