import Tabular
import Vocabulary

/// Scores as tables, for CSV, LaTeX and every other format: a row for each territory, or for each
/// indicator, draw, test or entry of each territory.
public struct ScoreTables: Sendable {
    let scores: [TerritoryScore]

    /// The tables of these scores, rows in their order.
    public init(_ scores: [TerritoryScore]) {
        self.scores = scores
    }

    /// The names of all tables; the last two compare territories.
    public static let names =
        [
            "score", "axes", "verdict", "indicators", "sensitivity", "nulls", "leverage", "evidence", "parameters",
            "draws",
        ] + panelNames
    /// Of those, the ones that compare territories and are there for two or more.
    public static let panelNames = ["ahead", "ranks"]

    /// In the order of `names`; without those that compare, where there is one score.
    public var all: [Table] {
        let panel = scores.count > 1 ? [ahead, ranks] : []
        return [score, axes, verdict, indicators, sensitivity, nulls, leverage, evidence, parameters, draws] + panel
    }

    /// One row for each territory and date.
    public var score: Table {
        var columns = keys(Array(scores.indices))
        columns += [
            Column(ScoreFields.field("perimeter"), .text(scores.map { $0.perimeter?.id })),
            Column(ScoreFields.field("verdict"), .text(scores.map(\.verdictID))),
        ]
        for configuration in Configuration.allCases {
            let title = Bilingual(en: "P(\(configuration.name.en))", fr: "P(\(configuration.name.fr))")
            let field = Field(
                "probability_\(configuration.rawValue)", title: title,
                description: Bilingual(
                    en: "Share of the draws that give this configuration.",
                    fr: "Part des tirages qui donnent cette configuration."), range: 0...1)
            columns.append(
                Column(
                    field,
                    .number(
                        scores.map { score in
                            score.uncertainty?.probabilities.first { $0.configuration == configuration }?.probability
                        })))
        }
        for axis in Axis.allCases { columns += wide(axis) }
        columns += [
            Column(ScoreFields.field("method"), .text(scores.map(\.method.id))),
            Column(ScoreFields.field("method_version"), .text(scores.map(\.method.version))),
            Column(ScoreFields.field("draws"), .integer(scores.map { $0.uncertainty?.learning.count ?? 0 })),
            // A text: no reader of doubles rounds it, and half of the seeds are beyond a signed number.
            Column(ScoreFields.field("seed"), .text(scores.map { $0.provenance.seed.map { String($0) } })),
        ]
        return table("score", columns)
    }

    /// What an axis says, by column.
    private static let parts: [(id: String, read: @Sendable (AxisScore) -> Double?)] = [
        ("score", { $0.score }), ("over_known", { $0.overKnown }), ("median", { $0.interval?.median }),
        ("low", { $0.interval?.low }), ("high", { $0.interval?.high }),
        ("median_error", { $0.interval?.errors.median }), ("bound_low", { $0.bounds.lowerBound }),
        ("bound_high", { $0.bounds.upperBound }), ("coverage", { $0.coverage }),
    ]

    private func wide(_ axis: Axis) -> [Column] {
        let panel = TerritoryComparison(scores)
        func column(_ part: String, _ values: [Double?]) -> Column {
            let field = ScoreFields.field(part)
            return Column(
                Field(
                    part == "score" ? axis.rawValue : "\(axis.rawValue)_\(part)",
                    title: Bilingual(
                        en: "\(axis.name.en), \(field.title.en)", fr: "\(axis.name.fr), \(field.title.fr)"),
                    description: field.description, range: field.range), .number(values))
        }
        let own = Self.parts.map { part in column(part.id, scores.map { part.read($0.axis(axis)) }) }
        return own + [
            column("min_max", scores.indices.map { panel.minMax(of: $0, on: axis) }),
            column("percentile", scores.indices.map { panel.percentile(of: $0, on: axis) }),
        ]
    }

    /// One row for each axis of each territory.
    public var axes: Table {
        let rows = scores.indices.flatMap { place in Axis.allCases.map { (place, scores[place].axis($0)) } }
        let numbers = Self.parts.map { part in
            Column(ScoreFields.field(part.id), .number(rows.map { part.read($0.1) }))
        }
        return table(
            "axes",
            keys(rows.map(\.0)) + [Column(ScoreFields.field("axis"), .text(rows.map(\.1.axis.rawValue)))] + numbers)
    }

    /// One row for each configuration of each territory.
    public var verdict: Table {
        let rows = scores.indices.flatMap { place in
            (scores[place].uncertainty?.probabilities ?? []).indices.map { (place, $0) }
        }
        func item(_ row: (Int, Int)) -> ConfigurationProbability? { scores[row.0].uncertainty?.probabilities[row.1] }
        return table(
            "verdict",
            keys(rows.map(\.0)) + [
                Column(ScoreFields.field("verdict"), .text(rows.map { scores[$0.0].verdictID })),
                Column(ScoreFields.field("configuration"), .text(rows.map { item($0)?.configuration.rawValue })),
                Column(ScoreFields.field("probability"), .number(rows.map { item($0)?.probability })),
                Column(ScoreFields.field("monte_carlo_error"), .number(rows.map { item($0)?.monteCarloError })),
                Column(
                    ScoreFields.field("knowing_nothing"),
                    .number(rows.map { scores[$0.0].uncertainty?.ignorance?.probabilities[$0.1].probability })),
            ])
    }

    /// One row for each indicator of each territory.
    public var indicators: Table {
        let rows = scores.indices.flatMap { place in
            Axis.allCases.flatMap { axis in scores[place].axis(axis).indicators.map { (place, $0) } }
        }
        func text(_ id: String, _ value: (IndicatorScore) -> String?) -> Column {
            Column(ScoreFields.field(id), .text(rows.map { value($0.1) }))
        }
        func number(_ id: String, _ value: (IndicatorScore) -> Double?) -> Column {
            Column(ScoreFields.field(id), .number(rows.map { value($0.1) }))
        }
        func test(_ id: String, _ value: (NullTest) -> Double?) -> Column {
            Column(
                ScoreFields.field(id),
                .number(rows.map { place, row in scores[place].mainTest(of: row.indicator).flatMap(value) }))
        }
        let model = Column(
            ScoreFields.field("model"),
            .text(
                rows.map { place, row in
                    // Of a test that says nothing there is no name to say beside it.
                    scores[place].mainTest(of: row.indicator).flatMap { $0.isTestable ? $0.model.rawValue : nil }
                }))
        return table(
            "indicators",
            keys(rows.map(\.0)) + [
                text("axis") { $0.indicator.axis.rawValue }, text("dimension") { $0.indicator.dimension.rawValue },
                text("indicator") { $0.indicator.id }, number("value") { $0.value.value }, model,
                test("null_mean") { $0.mean },
                test("p") { $0.p }, test("q") { $0.q }, number("coverage") { $0.value.coverage },
                number("weight") { $0.weight }, number("contribution") { $0.contribution },
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
            keys(rows.map(\.0)) + [
                Column(ScoreFields.field("draw"), .integer(rows.map { $0.1 + 1 })),
                Column(ScoreFields.field("learning"), .number(outcome(\.learning))),
                Column(ScoreFields.field("interaction"), .number(outcome(\.interaction))),
                Column(ScoreFields.field("configuration"), .text(outcome { $0.configurations.map { $0?.rawValue } })),
            ])
    }

    func table(_ name: String, _ columns: [Column]) -> Table {
        Table(name: name, columns: columns, provenance: scores.first?.provenance)
    }

    /// The columns that tell of which territory and date a row is.
    func keys(_ places: [Int]) -> [Column] {
        [
            Column(ScoreFields.field("territory"), .text(places.map { scores[$0].territory })),
            Column(ScoreFields.field("date"), .text(places.map { scores[$0].date?.description })),
        ]
    }
}
