import Tabular
import Vocabulary

/// Scores as tables, for CSV, LaTeX and every other format: a row for each territory, or for each
/// indicator, draw, test or entry of each territory.
public struct ScoreTables: Sendable {
    let scores: [TerritoryScore]

    public init(_ scores: [TerritoryScore]) {
        self.scores = scores
    }

    public var all: [Table] {
        [score, indicators, sensitivity, nulls, leverage, evidence, parameters, draws]
    }

    /// One row for each territory and date.
    public var score: Table {
        let panel = TerritoryComparison(scores)
        var columns = [territory(scores.indices.map { $0 }), date(scores.indices.map { $0 })]
        columns.append(Column(Self.verdict, .text(scores.map(\.verdictID))))
        for configuration in Configuration.allCases {
            columns.append(
                Column(
                    Field(
                        "probability_\(configuration.rawValue)",
                        title: Bilingual(en: "P(\(configuration.name.en))", fr: "P(\(configuration.name.fr))"),
                        description: Bilingual(
                            en: "Share of the draws that give this configuration.",
                            fr: "Part des tirages qui donnent cette configuration."), range: 0...1),
                    .number(
                        scores.map { score in
                            score.uncertainty?.probabilities.first { $0.configuration == configuration }?.probability
                        })))
        }
        for axis in Axis.allCases { columns += self.columns(axis, panel) }
        return table("score", columns)
    }

    private func columns(_ axis: Axis, _ panel: TerritoryComparison) -> [Column] {
        let axes = scores.map { $0.axis(axis) }
        func column(_ part: String, _ en: String, _ fr: String, _ values: [Double?]) -> Column {
            Column(
                Field(
                    "\(axis.rawValue)\(part)", title: Bilingual(en: "\(axis.name.en), \(en)", fr: "\(axis.name.fr), \(fr)"),
                    range: 0...1), .number(values))
        }
        return [
            column("", "score (empty below the needed coverage)", "score (vide sous la couverture requise)", axes.map(\.score)),
            column("_over_known", "score over what is known", "score sur ce qui est connu", axes.map(\.overKnown)),
            column("_median", "median of the draws", "médiane des tirages", axes.map { $0.interval?.median }),
            column("_low", "5 % of the draws", "5 % des tirages", axes.map { $0.interval?.low }),
            column("_high", "95 % of the draws", "95 % des tirages", axes.map { $0.interval?.high }),
            column("_bound_low", "undefined indicators at 0", "indicateurs indéfinis à 0", axes.map(\.bounds.lowerBound)),
            column("_bound_high", "undefined indicators at 1", "indicateurs indéfinis à 1", axes.map(\.bounds.upperBound)),
            column("_coverage", "share of weights defined", "part des poids définis", axes.map(\.coverage)),
            column(
                "_min_max", "place between the panel's lowest and highest", "place entre le plus bas et le plus haut du panel",
                scores.indices.map { panel.minMax(of: $0, on: axis) }),
            column(
                "_percentile", "share of the other territories behind", "part des autres territoires dépassés",
                scores.indices.map { panel.percentile(of: $0, on: axis) }),
        ]
    }

    /// One row for each indicator of each territory.
    public var indicators: Table {
        let rows = scores.indices.flatMap { place in
            Axis.allCases.flatMap { axis in scores[place].axis(axis).indicators.map { (place, $0) } }
        }
        func text(_ id: String, _ value: (IndicatorScore) -> String?) -> Column {
            Column(Field(id), .text(rows.map { value($0.1) }))
        }
        func number(_ id: String, _ en: String, _ fr: String, _ value: (IndicatorScore) -> Double?) -> Column {
            Column(Field(id, title: Bilingual(en: en, fr: fr), range: 0...1), .number(rows.map { value($0.1) }))
        }
        return table(
            "indicators",
            [
                territory(rows.map(\.0)), date(rows.map(\.0)),
                text("axis") { $0.indicator.axis.rawValue }, text("dimension") { $0.indicator.dimension.rawValue },
                text("indicator") { $0.indicator.id }, number("value", "value", "valeur") { $0.value.value },
                number("coverage", "share known", "part connue") { $0.value.coverage },
                number("weight", "weight", "poids") { $0.weight },
                number("contribution", "contribution", "contribution") { $0.contribution },
                text("reason_en") { $0.value.reason?.en }, text("reason_fr") { $0.value.reason?.fr },
                text("needs_en") { $0.value.value == nil ? $0.indicator.needs.en : nil },
                text("needs_fr") { $0.value.value == nil ? $0.indicator.needs.fr : nil },
            ])
    }

    /// One row for each draw of each territory.
    public var draws: Table {
        let rows = scores.indices.flatMap { place in
            (scores[place].uncertainty?.learning ?? []).indices.map { (place, $0) }
        }
        func outcome<Value>(_ read: (Uncertainty) -> [Value?]) -> [Value?] {
            rows.map { place, draw in scores[place].uncertainty.flatMap { read($0)[draw] } }
        }
        return table(
            "draws",
            [
                territory(rows.map(\.0)), date(rows.map(\.0)), Column(Field("draw"), .integer(rows.map { $0.1 + 1 })),
                Column(Field("learning", title: Axis.learning.name, range: 0...1), .number(outcome(\.learning))),
                Column(Field("interaction", title: Axis.interaction.name, range: 0...1), .number(outcome(\.interaction))),
                Column(Field("configuration"), .text(outcome { $0.configurations.map { $0?.rawValue } })),
            ])
    }

    func table(_ name: String, _ columns: [Column]) -> Table {
        Table(name: name, columns: columns, provenance: scores.first?.provenance)
    }

    func territory(_ places: [Int]) -> Column {
        Column(
            Field("territory", title: Bilingual(en: "territory", fr: "territoire")),
            .text(places.map { scores[$0].territory }))
    }

    func date(_ places: [Int]) -> Column {
        Column(Field("date", title: Bilingual("date")), .text(places.map { scores[$0].date?.description }))
    }

    private static let verdict = Field(
        "verdict", title: Bilingual("verdict"),
        description: Bilingual(
            en: "The configuration of probability 0.8 or more (or as the method says), else in_transition; without draws, that of the two scores.",
            fr: "La configuration de probabilité 0,8 ou plus (ou selon la méthode), sinon in_transition ; sans tirages, celle des deux scores."))
}
