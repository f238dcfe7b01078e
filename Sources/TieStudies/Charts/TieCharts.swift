import Figures
import Measures
import NetworkModel
import Tabular
import TieModels
import Vocabulary

/// Figures of why ties form.
public enum TieCharts {
    /// The share of pairs that are tied, by how near they are.
    public static func dyads(_ shares: DyadShares, in context: MeasureContext, _ language: Language) -> Scene {
        var groups: [(name: String, rows: [IntervalChart.Row])] = []
        for row in shares.rows {
            let name = row.proximity.name.text(language) + (row.proximity.unit.map { " (\($0.text(language)))" } ?? "")
            if groups.last?.name != name { groups.append((name, [])) }
            groups[groups.count - 1].rows.append(
                IntervalChart.Row(
                    name: label(row, language), interval: row.interval, value: row.share,
                    note: "\(row.tied) / \(row.pairs)"))
        }
        let (en, fr) = (
            "Share of pairs of actors that are tied, by how near they are: the disc is the share, the bar its 95\u{A0}% interval (an actor with all its pairs left out at a time), at the right tied pairs of all. A value that nobody knows counts in no row.",
            "Part des paires d'acteurs liées selon leur proximité : le point est la part, la barre son intervalle à 95\u{A0}% (un acteur et toutes ses paires laissés de côté à la fois), à droite les paires liées sur l'ensemble. Une valeur inconnue ne compte dans aucune ligne."
        )
        return IntervalChart(
            title: title(context),
            caption: Bilingual(en: en, fr: fr).text(language) + " " + view(context, language),
            axis: Bilingual(en: "share of pairs tied", fr: "part des paires liées").text(language), groups: groups,
            language: language
        ).scene()
    }

    private static func view(_ context: MeasureContext, _ language: Language) -> String {
        Bilingual(en: "View: ", fr: "Vue\u{A0}: ").text(language) + context.view.summary(language) + "."
    }

    /// The territory's or the dataset's, as over every other figure.
    private static func title(_ context: MeasureContext) -> String {
        Caption.title(of: context.view, FigureOptions())
    }

    private static func label(_ row: DyadShares.Row, _ language: Language) -> String {
        let (low, high) = (row.values.lowerBound, row.values.upperBound)
        if row.proximity.range == 0...1, low == high, low == 0 || low == 1 {
            return (low == 1 ? Bilingual(en: "yes", fr: "oui") : Bilingual(en: "no", fr: "non")).text(language)
        }
        func text(_ value: Double) -> String {
            let tenths = (value * 10).rounded() / 10
            let plain = NumberText.shortest(tenths)
            return language == .french ? String(plain.map { $0 == "." ? "," : $0 }) : plain
        }
        return low == high ? text(low) : "\(text(low))–\(text(high))"
    }

    /// What a fit's networks have beside the observed one: shares of actors, ties and pairs.
    public static func fit(
        _ fit: GoodnessOfFit, _ formula: TieFormula, in context: MeasureContext, _ language: Language
    ) -> Scene {
        var groups: [(name: String, rows: [IntervalChart.Row])] = []
        for feature in GoodnessOfFit.Feature.allCases {
            let rows = fit.rows.filter { $0.feature == feature }
            // Of ties the number varies: as shares of the observed number.
            let all = Double(max(rows.reduce(0) { $0 + $1.observed }, 1))
            guard !rows.isEmpty else { continue }
            groups.append(
                (
                    name(feature).text(language),
                    rows.prefix(16).map { row in
                        IntervalChart.Row(
                            name: row.value.map(String.init) ?? "∞",
                            interval: Double(row.low) / all...Double(row.high) / all,
                            value: Double(row.observed) / all, note: "\(row.observed) (\(row.low)–\(row.high))")
                    }
                ))
        }
        let (en, fr) = (
            "The network beside 100 that the model draws: the disc is what was observed, a red diamond where it lies outside of the bar, which holds 95\u{A0}% of the drawn networks; at the right both as numbers. Model: ",
            "Le réseau à côté de 100 réseaux tirés du modèle : le point est l'observé, un losange rouge s'il sort de la barre, qui contient 95\u{A0}% des réseaux tirés ; à droite, les deux en nombres. Modèle : "
        )
        let model = PlainText.cleaned(formula.terms.map(\.text).joined(separator: " + "), limit: 300)
        return IntervalChart(
            title: title(context),
            caption: Bilingual(en: en, fr: fr).text(language) + model + ". " + view(context, language),
            axis: Bilingual(en: "share of actors, ties and pairs", fr: "part des acteurs, des liens et des paires")
                .text(language),
            groups: groups, language: language
        ).scene()
    }

    private static func name(_ feature: GoodnessOfFit.Feature) -> Bilingual {
        switch feature {
        case .degree: Bilingual(en: "ties of an actor", fr: "liens d'un acteur")
        case .idegree: Bilingual(en: "ties received", fr: "liens reçus")
        case .odegree: Bilingual(en: "ties sent", fr: "liens émis")
        case .b1degree: Bilingual(en: "events of an actor", fr: "événements d'un acteur")
        case .b2degree: Bilingual(en: "actors of an event", fr: "acteurs d'un événement")
        case .esp: Bilingual(en: "partners shared by the ends of a tie", fr: "partenaires communs aux bouts d'un lien")
        case .distance: Bilingual(en: "distance of a pair", fr: "distance d'une paire")
        }
    }
}
