import Fieldwork
import Tabular
import TerritoryScoring
import Vocabulary

/// A plan of interviews as a page for a terminal.
public struct InterviewPlanPage: Sendable {
    private let plan: InterviewPlan
    private let words: ScoreWords

    /// A page in one language; styled for a terminal that knows bold letters.
    public init(_ plan: InterviewPlan, language: Language, isStyled: Bool = false) {
        self.plan = plan
        words = ScoreWords(language: language, isStyled: isStyled)
    }

    /// At most 96 columns wide.
    public var text: String {
        let title = words.title(
            words("How many more interviews: ", "Combien d'entretiens de plus : ") + Excerpt.of(plan.provenance.dataset)
        )
        let parts = [title, rows, reading, first, limits]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var rows: String {
        guard !plan.rows.isEmpty else { return "" }
        var lines = [
            words.padded(words("more interviews", "entretiens de plus"), 24)
                + words.right(words("width of learning", "largeur, apprentissage"), 26)
                + words.right(words("width of interaction", "largeur, interaction"), 26)
        ]
        var last: InterviewOrder?
        for row in plan.rows {
            if row.order != last, plan.settings.orders.count > 1 {
                lines.append(words.capitalised(row.order.name.text(words.language)))
            }
            last = row.order
            lines.append(
                "  " + words.right(words.whole(row.interviews), 8) + String(repeating: " ", count: 14)
                    + words.right(width(row.learning), 26) + words.right(width(row.interaction), 26))
        }
        return lines.joined(separator: "\n")
    }

    private func width(_ width: InterviewPlan.Width) -> String {
        guard let mean = width.mean else { return "–" }
        return words.number(mean, digits: 3) + (width.error.map { " ± " + words.number($0, digits: 3) } ?? "")
    }

    private var reading: String {
        guard plan.isPartial else {
            return words.wrapped(
                words(
                    "All that was looked at counts as known whole (a census): no interview about it would narrow the score. Say in datapackage.json how each layer was looked at, if it was not so.",
                    "Tout ce qui a été relevé compte comme connu en entier (un recensement) : aucun entretien là-dessus ne resserrerait le score. Dites dans datapackage.json comment chaque couche a été relevée, s'il en est autrement."
                )
            ).joined(separator: "\n")
        }
        guard plan.candidates > 0 else {
            return words("Everybody inside was interviewed.", "Tous les acteurs internes ont été interrogés.")
        }
        var sentences = Axis.allCases.compactMap(sentence)
        if let best = best { sentences.append(best) }
        return sentences.flatMap { words.wrapped($0) }.joined(separator: "\n")
    }

    /// From what to what, and what stays when all are asked.
    private func sentence(_ axis: Axis) -> String? {
        let name = axis.name.text(words.language)
        guard let now = plan.rows.first(where: { $0.interviews == 0 })?.width(axis).mean,
            let all = plan.rows.first(where: { $0.interviews == plan.candidates })?.width(axis).mean
        else { return nil }
        return words(
            "The 90 % interval of \(name) is \(words.number(now)) wide now, and \(words.number(all)) once all \(plan.candidates) who were not asked are: that much is the method's, the layers' that nobody looked at, and the columns' that stay empty.",
            "L'intervalle à 90 % de l'axe \(name) est large de \(words.number(now)) aujourd'hui, de \(words.number(all)) une fois interrogés les \(plan.candidates) qui ne l'ont pas été : ce qui reste vient de la méthode, des couches que personne n'a relevées et des colonnes vides."
        )
    }

    /// Which order is ahead at the middle number of interviews, if by more than the Monte Carlo error.
    private var best: String? {
        let middle = Set(plan.rows.map(\.interviews)).filter { $0 > 0 && $0 < plan.candidates }.sorted()
        guard plan.settings.orders.count > 1, let count = middle.dropFirst(middle.count / 2).first else { return nil }
        let rows = plan.rows.filter { $0.interviews == count }
        func sum(_ row: InterviewPlan.Row) -> (mean: Double, error: Double) {
            let widths = [row.learning, row.interaction]
            let squares = widths.compactMap(\.error).reduce(0) { $0 + $1 * $1 }
            return (widths.compactMap(\.mean).reduce(0, +), squares.squareRoot())
        }
        guard let narrowest = rows.min(by: { sum($0).mean < sum($1).mean }),
            let widest = rows.max(by: { sum($0).mean < sum($1).mean })
        else { return nil }
        let (low, high) = (sum(narrowest), sum(widest))
        let error = (low.error * low.error + high.error * high.error).squareRoot()
        guard high.mean - low.mean > 2 * error else {
            return words(
                "After \(count) interviews no order is ahead by more than the Monte Carlo error.",
                "Après \(count) entretiens, aucun ordre ne devance les autres de plus que l'erreur de Monte-Carlo.")
        }
        return words(
            "After \(count) interviews both intervals together are narrowest when actors are asked \(narrowest.order.name.en) (\(words.number(low.mean)) against \(words.number(high.mean)) \(widest.order.name.en)).",
            "Après \(count) entretiens, les deux intervalles ensemble sont les plus étroits en interrogeant \(narrowest.order.name.fr) (\(words.number(low.mean)) contre \(words.number(high.mean)) \(widest.order.name.fr))."
        )
    }

    private var first: String {
        plan.first.filter { $0.order != .random && !$0.ids.isEmpty }.flatMap { order, ids in
            words.wrapped(
                words("Asked first, \(order.name.en): ", "Interrogés d'abord, \(order.name.fr) : ")
                    + ids.map { Excerpt.of($0) }.joined(separator: ", ") + ".")
        }.joined(separator: "\n")
    }

    private var limits: String {
        var lines: [String] = []
        if !plan.unsurveyed.isEmpty {
            lines += words.wrapped(
                words(
                    "Nobody looked at \(words.list(plan.unsurveyed)): interviews about that would narrow more than is told here.",
                    "Personne n'a relevé : \(words.list(plan.unsurveyed)). Des entretiens là-dessus resserreraient plus que ce qui est dit ici."
                ))
        }
        guard !plan.rows.isEmpty else { return lines.joined(separator: "\n") }
        lines += words.wrapped(
            words(
                "Means over \(plan.settings.territories) territories drawn from what may be, ± Monte Carlo error; \(plan.settings.draws) draws of each score, seed \(plan.settings.seed). As good as the model of what was not observed.",
                "Moyennes sur \(plan.settings.territories) territoires tirés de ce qui est possible, ± erreur de Monte-Carlo ; \(plan.settings.draws) tirages par score, graine \(plan.settings.seed). Vaut ce que vaut le modèle de l'inobservé."
            ))
        return lines.joined(separator: "\n")
    }
}

/// A plan of interviews as a table: a row for each order and number.
public struct InterviewPlanTable: Sendable {
    private let plan: InterviewPlan

    /// The table is made when it is asked for.
    public init(_ plan: InterviewPlan) { self.plan = plan }

    /// Widths and their errors are numbers from 0 to 1; empty where undefined.
    public var table: Table {
        let rows = plan.rows
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        return Table(
            name: "plan",
            columns: [
                Column(field("order", "order", "ordre"), .text(rows.map(\.order.rawValue))),
                Column(field("interviews", "more interviews", "entretiens de plus"), .integer(rows.map(\.interviews))),
                Column(
                    field("learning_width", "width of learning", "largeur, apprentissage"),
                    .number(rows.map(\.learning.mean))),
                Column(field("learning_error", "its error", "son erreur"), .number(rows.map(\.learning.error))),
                Column(
                    field("interaction_width", "width of interaction", "largeur, interaction"),
                    .number(rows.map(\.interaction.mean))),
                Column(field("interaction_error", "its error", "son erreur"), .number(rows.map(\.interaction.error))),
            ],
            provenance: Provenance(
                dataset: plan.provenance.dataset, contentHash: plan.provenance.contentHash, seed: plan.settings.seed))
    }
}
