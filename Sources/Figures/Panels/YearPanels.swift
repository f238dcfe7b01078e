import Measures
import NetworkModel
import Vocabulary

/// Small multiples: the network of each of some years, all on the same positions.
enum YearPanels {
    private static let name = Bilingual(en: "years side by side", fr: "années côte à côte")

    static let figure = Figure(
        "years",
        name: name,
        reading: Bilingual(
            en: """
                Each panel shows the actors and ties of one year; an actor stands at the same place in all. Its area grows \
                with its ties in the year; who is there without a tie is a grey dot, who is not there is not shown.
                """,
            fr: """
                Chaque vignette montre les acteurs et les liens d'une année ; un acteur est au même endroit dans toutes. Son \
                aire croît avec ses liens de l'année ; qui est là sans lien est un point gris, qui n'est pas là n'est pas figuré.
                """),
        needs: Bilingual(en: "dates of actors or ties", fr: "des dates d'acteurs ou de liens"), hasPlaces: true
    ) { context, options throws(MilieuError) in
        guard context.view.options.date == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Years side by side are of several dates, and the view is of one.",
                    fr: "Des années côte à côte sont de plusieurs dates, et la vue est d'une seule."),
                remedy: Bilingual(
                    en: "Choose the years (--years 2008,2012..2016) in place of the date (--at).",
                    fr: "Choisissez les années (--years 2008,2012..2016) à la place de la date (--at)."))
        }
        let years = try chosen(context.view, options)
        let whole = MeasureContext(try allTimes(context.view), options: context.options)
        let look = try NetworkLook(whole, options)
        let panels = try years.map { year throws(MilieuError) in
            try panel(of: year, look, whole.view, context.view.options)
        }
        guard panels.contains(where: { !$0.ties.isEmpty }) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "No tie of the view holds in any of the years.",
                    fr: "Aucun lien de la vue ne vaut dans l'une de ces années."),
                remedy: Bilingual(en: "Choose others (--years).", fr: "Choisissez-en d'autres (--years)."))
        }
        let shown = Set(panels.flatMap(\.ties)).count
        let subject = PanelDrawing.Subject(
            name: name, noTie: Bilingual(en: "no tie in the year", fr: "sans lien dans l'année"),
            reading: Bilingual(
                en: "Same positions in all panels; area: ties in the year; names: those with most ties there.",
                fr:
                    "Mêmes positions dans toutes les vignettes ; aire : liens dans l'année ; noms : ceux qui y ont le plus de liens."
            ), explainsTies: true, remarks: remarks(hidden: whole.view.tieCount - shown, undated(whole.view)))
        return try PanelDrawing(whole, look, panels, subject, options).figure
    }

    /// As many as a page holds.
    private static let most = 9
    private static let mostAsked = 30

    // MARK: Years

    private static func chosen(_ view: NetworkView, _ options: FigureOptions) throws(MilieuError) -> [Int] {
        if let years = options.years {
            let distinct = Set(years).sorted()
            guard !distinct.isEmpty, distinct.count <= mostAsked, distinct.allSatisfy({ PartialDate(year: $0) != nil })
            else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "A page cannot show \(distinct.count) years.",
                        fr: "Une page ne peut pas montrer \(distinct.count, fr: "année", "années")."),
                    remedy: Bilingual(
                        en: "Choose up to \(mostAsked), each from 1 to 9999.",
                        fr: "Choisissez-en jusqu'à \(mostAsked), chacune de 1 à 9999."))
            }
            return distinct
        }
        let turning = try turningYears(allTimes(view))
        guard turning.count > 1 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nothing of the view begins or ends in two years or more, so there are no years to compare.",
                    fr:
                        "Rien dans la vue ne commence ni ne finit en deux années ou plus : il n'y a pas d'années à comparer."
                ),
                remedy: Bilingual(
                    en: "Fill the columns \"since\" and \"until\" of actors and ties, or name years (--years).",
                    fr:
                        "Remplissez les colonnes « since » et « until » des acteurs et des liens, ou nommez des années (--years)."
                ))
        }
        guard turning.count > most else { return turning }
        // Evenly among the years of change, the first and the last included.
        return (0..<most).map { turning[$0 * (turning.count - 1) / (most - 1)] }
    }

    /// The years in which something of the view begins, and those after one in which something ends.
    private static func turningYears(_ view: NetworkView) -> [Int] {
        var years: Set<Int> = []
        func note(_ since: PartialDate?, _ until: PartialDate?) {
            if let since { years.insert(since.year) }
            if let until { years.insert(until.year + 1) }
        }
        for position in 0..<view.tieCount {
            let details = view.told(ofTie: position).details
            note(details?.since, details?.until)
        }
        for node in view.nodes {
            guard case .actor(let actor) = node, view.network.actors.hasRows else { continue }
            note(view.network.actors[actor].since, view.network.actors[actor].until)
        }
        let last = view.network.description.territory?.referenceDate?.year ?? .max
        return years.filter { $0 <= last && PartialDate(year: $0) != nil }.sorted()
    }

    // MARK: Views

    private static func allTimes(_ view: NetworkView) throws(MilieuError) -> NetworkView {
        var options = view.options
        options.statuses = Set(TieStatus.allCases)
        return try view.network.view(options)
    }

    private static func panel(
        of year: Int, _ look: NetworkLook, _ whole: NetworkView, _ asked: ViewOptions
    ) throws(MilieuError) -> PanelDrawing.Panel {
        var options = asked
        options.date = PartialDate(year: year)
        let view = try whole.network.view(options)
        let there = Set(view.nodes)
        let held = Set((0..<view.tieCount).map { Held(view, $0) })
        return PanelDrawing.Panel(
            id: String(year), title: String(year), sign: nil,
            ties: look.ties.indices.filter { held.contains(Held(whole, $0)) },
            isThere: whole.nodes.map { there.contains($0) })
    }

    /// What makes a tie the same one in views of several dates.
    private struct Held: Hashable {
        var origin: NetworkView.Origin
        var source: NetworkView.Node
        var target: NetworkView.Node

        init(_ view: NetworkView, _ tie: Int) {
            let ends = view.ends(ofTie: tie)
            (origin, source, target) = (view.origins[tie], view.nodes[ends.source], view.nodes[ends.target])
        }
    }

    // MARK: Words

    private static func undated(_ view: NetworkView) -> Int {
        (0..<view.tieCount).count { tie in
            let details = view.told(ofTie: tie).details
            return details?.since == nil && details?.until == nil
        }
    }

    private static func remarks(hidden: Int, _ undated: Int) -> [Bilingual] {
        var found: [Bilingual] = []
        func number(_ count: Int, _ language: Language) -> String { NumberWords.text(count, language) }
        if undated > 0 {
            found.append(
                Bilingual(
                    en: "Ties without dates stand in every year: \(number(undated, .english)).",
                    fr: "Liens sans date, figurés chaque année : \(number(undated, .french))."))
        }
        if hidden > 0 {
            found.append(
                Bilingual(
                    en: "Ties that hold in none of the years: \(number(hidden, .english)).",
                    fr: "Liens qui ne valent dans aucune de ces années : \(number(hidden, .french))."))
        }
        return found
    }
}
