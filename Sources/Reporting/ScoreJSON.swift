import Tabular
import TerritoryScoring
import Vocabulary

/// Scores as JSON: an array with an object for each territory and date. Texts for people are in one
/// language.
public struct ScoreJSON {
    private let language: Language

    /// The array; with several scores, each has its ranks among them. Undefined is `null`.
    public static func value(_ scores: [TerritoryScore], language: Language = .english) -> JSONValue {
        let json = ScoreJSON(language: language)
        let panel = TerritoryComparison(scores)
        return .array(scores.indices.map { json.object(scores[$0], scores.count > 1 ? json.ranks(panel, $0) : nil) })
    }

    private func object(_ score: TerritoryScore, _ ranks: JSONValue?) -> JSONValue {
        .object([
            .init("territory", .text(score.territory)),
            .init("date", JSONValue(score.date?.description)),
            .init("perimeter", JSONValue(score.perimeter?.id)),
            .init("learning", axis(score.learning)),
            .init("interaction", axis(score.interaction)),
            .init("configuration", configuration(score)),
            .init("sensitivity", .array((score.uncertainty?.sensitivity ?? []).map(sensitivity))),
            .init("openness", .array((score.uncertainty?.openness ?? []).map(openness))),
            .init("chance", .array((score.uncertainty?.aboveChance ?? []).map(aboveChance))),
            .init("nulls", .array(score.nullTests.map(null))),
            .init("leverage", score.leverage.map(leverage) ?? .null),
            .init("evidence", .array(score.evidence.map(evidence))),
            .init("notes", .array(score.notes.map(text))),
            .init("parameters", .object(score.method.parameters.map { .init($0.name, parameter($0.value)) })),
            .init("provenance", JSONValue(score.provenance)),
        ] + (ranks.map { [.init("rank_probabilities", $0)] } ?? []))
    }

    private func axis(_ axis: AxisScore) -> JSONValue {
        .object([
            .init("score", JSONValue(axis.score)),
            .init("over_known", JSONValue(axis.overKnown)),
            .init("median", JSONValue(axis.interval?.median)),
            .init("low", JSONValue(axis.interval?.low)),
            .init("high", JSONValue(axis.interval?.high)),
            .init("monte_carlo_errors", axis.interval.map(errors) ?? .null),
            .init("bounds", .array([.number(axis.bounds.lowerBound), .number(axis.bounds.upperBound)])),
            .init("coverage", .number(axis.coverage)),
            .init("indicators", .array(axis.indicators.map(indicator))),
        ])
    }

    private func indicator(_ score: IndicatorScore) -> JSONValue {
        .object([
            .init("id", .text(score.indicator.id)),
            .init("dimension", .text(score.indicator.dimension.rawValue)),
            .init("value", JSONValue(score.value.value)),
            .init("reason", score.value.reason.map(text) ?? .null),
            .init("coverage", .number(score.value.coverage)),
            .init("weight", .number(score.weight)),
            .init("contribution", JSONValue(score.contribution)),
            .init("needs", score.value.value == nil ? text(score.indicator.needs) : .null),
            .init("beside", .object(score.value.beside.map { .init($0.id, .number($0.value)) })),
        ])
    }

    private func configuration(_ score: TerritoryScore) -> JSONValue {
        func probabilities(_ items: [ConfigurationProbability]?) -> JSONValue {
            .object((items ?? []).map { .init($0.configuration.rawValue, .number($0.probability)) })
        }
        let ignorance = score.uncertainty?.ignorance
        let errors = (score.uncertainty?.probabilities ?? []).map { item in
            JSONValue.Member(item.configuration.rawValue, .number(item.monteCarloError))
        }
        return .object([
            .init("label", .text(score.verdictID)),
            .init("of_scores", JSONValue(score.pointConfiguration?.rawValue)),
            .init("probabilities", probabilities(score.uncertainty?.probabilities)),
            .init("monte_carlo_errors", .object(errors)),
            .init("probabilities_knowing_nothing", probabilities(ignorance?.probabilities)),
            .init("distance_from_knowing_nothing", JSONValue(ignorance?.distance)),
            .init("correlation", JSONValue(score.uncertainty?.correlation)),
        ])
    }

    private func sensitivity(_ row: Sensitivity) -> JSONValue {
        .object([
            .init("output", .text(row.output.rawValue)),
            .init("factor", .text(row.factor.rawValue)),
            .init("origin", .text(row.factor.origin.rawValue)),
            .init("first_order", JSONValue(row.firstEstimate)),
            .init("first_order_interval", interval(row.first)),
            .init("total", JSONValue(row.totalEstimate)),
            .init("total_interval", interval(row.total)),
        ])
    }

    private func openness(_ row: Openness) -> JSONValue {
        .object([
            .init("output", .text(row.output.rawValue)),
            .init("origin", .text(row.origin.rawValue)),
            .init("first_order", JSONValue(row.firstEstimate)),
            .init("first_order_interval", interval(row.first)),
            .init("total", JSONValue(row.totalEstimate)),
            .init("total_interval", interval(row.total)),
        ])
    }

    private func aboveChance(_ row: AboveChance) -> JSONValue {
        .object([
            .init("axis", .text(row.axis.rawValue)),
            .init("level", JSONValue(row.level)),
            .init("probability_above", .number(row.probability)),
        ])
    }

    private func null(_ test: NullTest) -> JSONValue {
        .object([
            .init("model", .text(test.model.rawValue)),
            .init("subject", .text(test.subject.id)),
            .init("observed", .number(test.observed)),
            .init("mean", JSONValue(test.mean)),
            .init("z", JSONValue(test.z)),
            .init("p", JSONValue(test.p)),
            .init("q", JSONValue(test.q)),
            .init("testable", .flag(test.isTestable)),
        ])
    }

    private func leverage(_ leverage: Leverage) -> JSONValue {
        func entry(_ entry: Leverage.Entry) -> JSONValue {
            .object([
                .init("id", .text(entry.id)),
                .init("learning", JSONValue(entry.learning)),
                .init("interaction", JSONValue(entry.interaction)),
                .init("learning_change", JSONValue(entry.learningChange)),
                .init("interaction_change", JSONValue(entry.interactionChange)),
            ])
        }
        return .object([
            .init("actors", .array(leverage.actors.map(entry))),
            .init("ties", .array(leverage.ties.map(entry))),
            .init("events", .array(leverage.events.map(entry))),
            .init("core", leverage.core.map(entry) ?? .null),
        ])
    }

    private func evidence(_ count: EvidenceCount) -> JSONValue {
        .object([
            .init("table", .text(count.table)), .init("rows", .integer(count.rows)),
            .init("sourced", .integer(count.sourced)), .init("uncertain", .integer(count.uncertain)),
        ])
    }

    private func interval(_ interval: Interval?) -> JSONValue {
        interval.map { .array([.number($0.low), .number($0.high)]) } ?? .null
    }

    private func text(_ text: Bilingual) -> JSONValue { .text(text.text(language)) }

    private func errors(_ interval: Interval) -> JSONValue {
        .object([
            .init("median", .number(interval.errors.median)), .init("low", .number(interval.errors.low)),
            .init("high", .number(interval.errors.high)),
        ])
    }

    private func parameter(_ value: MethodParameter.Value) -> JSONValue {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .integer(let number): .integer(number)
        case .flag(let flag): .flag(flag)
        case .range(let low, let high): .array([.number(low), .number(high)])
        case .texts(let texts): .array(texts.map(JSONValue.text))
        }
    }

    /// By axis, the probability of each rank, first to last.
    private func ranks(_ panel: TerritoryComparison, _ territory: Int) -> JSONValue {
        .object(
            Axis.allCases.map { axis in
                .init(
                    axis.rawValue,
                    panel.rankProbabilities(of: territory, on: axis).map { .array($0.map(JSONValue.number)) } ?? .null)
            })
    }
}
