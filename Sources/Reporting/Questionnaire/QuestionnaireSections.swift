import Fieldwork
import NetworkModel
import Vocabulary

/// The sections of a form that ask for ties, events and pooled resources.
struct QuestionnaireSections {
    private let questionnaire: Questionnaire
    private let words: Wording
    private let respondent: Actor?

    init(_ questionnaire: Questionnaire, _ words: Wording, leavingOut respondent: Actor?) {
        (self.questionnaire, self.words, self.respondent) = (questionnaire, words, respondent)
    }

    var all: [[String: Any]] { questionnaire.layers.map(section) + [events, pooled] }

    // MARK: Layers

    private func section(_ questions: Questionnaire.LayerQuestions) -> [String: Any] {
        let (marks, legend) = marks(questions.kinds)
        let columns = marks + further(questions.layer)
        let isListed = questionnaire.method == .roster && !questionnaire.roster.isEmpty
        var tables: [[String: Any]] = []
        if isListed {
            tables.append(
                table(
                    words("Inside the territory: the list", "Dans le territoire : la liste"), nil, columns,
                    names(questionnaire.roster)))
        }
        tables.append(
            table(
                isListed
                    ? words(
                        "Inside the territory: who is not on the list",
                        "Dans le territoire : qui n'est pas dans la liste")
                    : words("Inside the territory", "Dans le territoire"),
                words("Write the name and the place.", "Notez le nom et le lieu."), columns, lines(isListed ? 5 : 9)))
        tables.append(
            table(
                words("Outside the territory", "Hors du territoire"),
                words(
                    "Also those far away: customers, suppliers, groups, laboratories, ministries. Write the name and the place.",
                    "Y compris au loin : clients, fournisseurs, groupes, laboratoires, ministères. Notez le nom et le lieu."
                ),
                columns, names(questionnaire.method == .roster ? questionnaire.outsiders : []) + lines(5)))
        return [
            "heading": words.capitalised(words(questions.layer.name)),
            "question": words(Self.question(questions.layer)), "legend": legend, "tables": tables,
        ]
    }

    /// A box for each kind and direction; of more kinds than a page is wide for, a box for each direction and the kind by
    /// its number.
    private func marks(_ kinds: [TieKind]) -> (columns: [Column], legend: [String]) {
        let (towards, from) = (words("we → them", "nous → eux"), words("they → us", "eux → nous"))
        let own = kinds.flatMap { kind -> [Column] in
            let name = words(kind.name)
            guard kind.isDirected else { return [.mark(name)] }
            return [.mark(name + words(": ", " : ") + towards), .mark(name + words(": ", " : ") + from)]
        }
        guard own.count > 4 else { return (own, []) }
        let directions: [Column] =
            kinds.contains(where: \.isDirected) ? [.mark(towards), .mark(from)] : [.mark(words("tied", "lié"))]
        let legend = kinds.enumerated().map { number, kind in
            "\(number + 1)\u{A0}= \(words(kind.name))"
                + (kind.isDirected
                    ? "" : words(" (no direction: tick either)", " (sans direction : cochez l'un ou l'autre)"))
        }
        return (directions + [.text(words("which (number)", "lequel (numéro)"))], legend)
    }

    /// What is asked of each tie beside its kind.
    private func further(_ layer: Layer) -> [Column] {
        let years: [Column] = [
            .text(words("since", "depuis")), .mark(words("dormant", "dormant")), .text(words("ended in", "fini en")),
        ]
        switch layer {
        case .finance: return [.text(words("euros, form", "euros, forme"))] + years
        case .governance: return [.text(words("college; seats", "collège ; sièges"))] + years
        default: return years
        }
    }

    private static func question(_ layer: Layer) -> Bilingual {
        switch layer {
        case .knowledge:
            Bilingual(
                en:
                    "With whom do you exchange knowledge that changes what you do: advice, training, know-how, information on markets and techniques?",
                fr:
                    "Avec qui échangez-vous des connaissances qui changent ce que vous faites : conseils, formations, savoir-faire, informations sur les marchés et les techniques ?"
            )
        case .cooperation:
            Bilingual(
                en:
                    "With whom do you work together: shared projects, orders or means, help, lending of people or machines?",
                fr:
                    "Avec qui travaillez-vous : projets, commandes ou moyens partagés, entraide, prêt de personnel ou de machines ?"
            )
        case .finance:
            Bilingual(
                en:
                    "Who has put money into your organisation, and into whom has yours: capital, loans, grants, orders paid in advance?",
                fr:
                    "Qui a mis de l'argent dans votre organisation, et dans qui la vôtre en a-t-elle mis : capital, prêts, dons, commandes payées d'avance ?"
            )
        case .governance:
            Bilingual(
                en:
                    "In whose board, council or steering committee do you have a seat, and who has one in yours? For which college?",
                fr:
                    "Dans quel conseil, bureau ou comité de pilotage siégez-vous, et qui siège dans le vôtre ? Au titre de quel collège ?"
            )
        case .membership:
            Bilingual(
                en: "Of which associations, networks or clubs are you a member, and who is one of yours?",
                fr: "De quelles associations, quels réseaux ou clubs êtes-vous membre, et qui est membre du vôtre ?")
        case .supply:
            Bilingual(
                en: "To whom do you sell regularly, and from whom do you buy?",
                fr: "À qui vendez-vous régulièrement, et à qui achetez-vous ?")
        case .employment:
            Bilingual(
                en: "With whom do you share staff, or from whom and to whom do your people come and go?",
                fr: "Avec qui partagez-vous du personnel, d'où vient et où va le vôtre ?")
        case .service:
            Bilingual(
                en: "For whom do you render services, and who does for you?",
                fr: "À qui rendez-vous des services, et qui vous en rend ?")
        default:
            Bilingual(
                en: "With whom do you have ties of this kind: \(layer.name.en)?",
                fr: "Avec qui avez-vous des liens de ce type : \(layer.name.fr) ?")
        }
    }

    // MARK: Events

    private var events: [String: Any] {
        section(
            words("Events", "Événements"),
            words(
                "Which of these have you taken part in: trainings, meetings, exchanges of experience, working groups?",
                "Auxquels avez-vous participé : formations, réunions, échanges d'expériences, groupes de travail ?"),
            [
                .mark(words("took part", "participation")), .text(words("role", "rôle")),
                .text(words("how many of you", "combien des vôtres")), .text(words("when", "quand")),
            ], questionnaire.gatherings,
            words("Others, in the territory or elsewhere", "D'autres, dans le territoire ou ailleurs"))
    }

    private var pooled: [String: Any] {
        section(
            words("Shared resources", "Ressources partagées"),
            words(
                "What do you share with others: premises, a shop, machines, purchasing, services, staff?",
                "Que partagez-vous avec d'autres : locaux, boutique, machines, achats, services, personnel ?"),
            [
                .mark(words("we take part", "nous y sommes")), .text(words("since", "depuis")),
                .text(words("ended in", "fini en")), .text(words("with whom else", "avec qui d'autre")),
            ], questionnaire.pooled, words("Others", "D'autres"))
    }

    private func section(
        _ heading: String, _ question: String, _ columns: [Column], _ known: [Event], _ others: String
    ) -> [String: Any] {
        var tables: [[String: Any]] = []
        if questionnaire.method == .roster, !known.isEmpty {
            let rows = known.map { event in event.date.map { "\(event.name) (\(words.date($0)))" } ?? event.name }
            tables.append(table(words("Known so far", "Connus à ce jour"), nil, columns, rows))
        }
        tables.append(
            table(
                others, words("Write what it was.", "Notez de quoi il s'agissait."), columns,
                lines(tables.isEmpty ? 14 : 6)))
        return ["heading": heading, "question": question, "tables": tables]
    }

    // MARK: Tables

    private enum Column {
        case mark(String)
        case text(String)
    }

    private func table(_ heading: String, _ hint: String?, _ columns: [Column], _ rows: [String]) -> [String: Any] {
        let cells: [[String: Any]] = columns.map {
            switch $0 {
            case .mark: ["class": "mark", "isBox": true]
            case .text: ["class": "year line", "isBox": false]
            }
        }
        var table: [String: Any] = [
            "heading": heading,
            "columns": [words("name", "nom")]
                + columns.map {
                    switch $0 {
                    case .mark(let name), .text(let name): name
                    }
                },
            "rows": rows.map { ["name": $0, "cells": cells] },
        ]
        if let hint { table["hint"] = hint }
        return table
    }

    /// A name that several have is told apart by its place, or its id.
    private func names(_ actors: [Actor]) -> [String] {
        let count = Dictionary(grouping: actors, by: \.name).mapValues(\.count)
        return actors.filter { $0.id != respondent?.id }.map { actor in
            (count[actor.name] ?? 0) > 1 ? "\(actor.name) (\(actor.place ?? actor.id))" : actor.name
        }
    }

    private func lines(_ count: Int) -> [String] { Array(repeating: "", count: count) }
}
