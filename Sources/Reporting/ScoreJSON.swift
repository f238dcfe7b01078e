import Tabular
import TerritoryScoring
import Vocabulary

/// Scores as JSON: an array with an object for each territory and date.
public enum ScoreJSON {
    public static func value(_ scores: [TerritoryScore]) -> JSONValue { .array(scores.map(object)) }

    private static func object(_ score: TerritoryScore) -> JSONValue {
        .object([
            .init("territory", .text(score.territory)),
            .init("date", JSONValue(score.date?.description)),
            .init("perimeter", JSONValue(score.perimeter?.id)),
            .init("learning", axis(score.learning)),
            .init("interaction", axis(score.interaction)),
            .init("configuration", configuration(score)),
            .init("sensitivity", .array((score.uncertainty?.sensitivity ?? []).map(sensitivity))),
            .init("nulls", .array(score.nullTests.map(null))),
            .init("leverage", score.leverage.map(leverage) ?? .null),
            .init("evidence", .array(score.evidence.map(evidence))),
            .init("notes", .array(score.notes.map(bilingual))),
            .init("parameters", .object(score.method.parameters.map { .init($0.name, .text($0.value)) })),
            .init("provenance", JSONValue(score.provenance)),
        ])
    }

    private static func axis(_ axis: AxisScore) -> JSONValue {
        .object([
            .init("score", JSONValue(axis.score)),
            .init("over_known", JSONValue(axis.overKnown)),
            .init("median", JSONValue(axis.interval?.median)),
            .init("low", JSONValue(axis.interval?.low)),
            .init("high", JSONValue(axis.interval?.high)),
            .init("bounds", .array([.number(axis.bounds.lowerBound), .number(axis.bounds.upperBound)])),
            .init("coverage", .number(axis.coverage)),
            .init("indicators", .array(axis.indicators.map(indicator))),
        ])
    }

    private static func indicator(_ score: IndicatorScore) -> JSONValue {
        .object([
            .init("id", .text(score.indicator.id)),
            .init("dimension", .text(score.indicator.dimension.rawValue)),
            .init("value", JSONValue(score.value.value)),
            .init("reason", score.value.reason.map(bilingual) ?? .null),
            .init("coverage", .number(score.value.coverage)),
            .init("weight", .number(score.weight)),
            .init("contribution", JSONValue(score.contribution)),
            .init("beside", .object(score.value.beside.map { .init($0.id, .number($0.value)) })),
        ])
    }

    private static func configuration(_ score: TerritoryScore) -> JSONValue {
        let probabilities = (score.uncertainty?.probabilities ?? []).map { item in
            JSONValue.Member(item.configuration.rawValue, .number(item.probability))
        }
        let errors = (score.uncertainty?.probabilities ?? []).map { item in
            JSONValue.Member(item.configuration.rawValue, .number(item.monteCarloError))
        }
        return .object([
            .init("label", .text(score.verdictID)),
            .init("of_scores", JSONValue(score.pointConfiguration?.rawValue)),
            .init("probabilities", .object(probabilities)),
            .init("monte_carlo_errors", .object(errors)),
            .init("correlation", JSONValue(score.uncertainty?.correlation)),
        ])
    }

    private static func sensitivity(_ row: Sensitivity) -> JSONValue {
        .object([
            .init("output", .text(row.output.rawValue)),
            .init("factor", .text(row.factor.rawValue)),
            .init("first_order", JSONValue(row.firstEstimate)),
            .init("first_order_interval", interval(row.first)),
            .init("total", JSONValue(row.totalEstimate)),
            .init("total_interval", interval(row.total)),
        ])
    }

    private static func null(_ test: NullTest) -> JSONValue {
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

    private static func leverage(_ leverage: Leverage) -> JSONValue {
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

    private static func evidence(_ count: EvidenceCount) -> JSONValue {
        .object([
            .init("table", .text(count.table)), .init("rows", .integer(count.rows)),
            .init("sourced", .integer(count.sourced)), .init("uncertain", .integer(count.uncertain)),
        ])
    }

    private static func interval(_ interval: Interval?) -> JSONValue {
        interval.map { .array([.number($0.low), .number($0.high)]) } ?? .null
    }

    private static func bilingual(_ text: Bilingual) -> JSONValue {
        .object([.init("en", .text(text.en)), .init("fr", .text(text.fr))])
    }
}
