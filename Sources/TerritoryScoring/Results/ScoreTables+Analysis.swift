import Tabular
import Vocabulary

extension ScoreTables {
    /// One row for each factor and output of each territory.
    public var sensitivity: Table {
        let rows = scores.indices.flatMap { place in (scores[place].uncertainty?.sensitivity ?? []).map { (place, $0) } }
        func number(_ id: String, _ value: (Sensitivity) -> Double?) -> Column {
            Column(Field(id), .number(rows.map { value($0.1) }))
        }
        return table(
            "sensitivity",
            [
                territory(rows.map(\.0)), date(rows.map(\.0)),
                Column(Field("output"), .text(rows.map(\.1.output.rawValue))),
                Column(Field("factor"), .text(rows.map(\.1.factor.rawValue))),
                number("first_order") { $0.firstEstimate }, number("first_order_low") { $0.first?.low },
                number("first_order_high") { $0.first?.high }, number("total") { $0.totalEstimate },
                number("total_low") { $0.total?.low }, number("total_high") { $0.total?.high },
            ])
    }

    /// One row for each test of each territory; a test without p is not testable.
    public var nulls: Table {
        let rows = scores.indices.flatMap { place in scores[place].nullTests.map { (place, $0) } }
        func number(_ id: String, _ value: (NullTest) -> Double?) -> Column {
            Column(Field(id), .number(rows.map { value($0.1) }))
        }
        return table(
            "nulls",
            [
                territory(rows.map(\.0)), date(rows.map(\.0)), Column(Field("model"), .text(rows.map(\.1.model.rawValue))),
                Column(Field("subject"), .text(rows.map(\.1.subject.id))), number("observed") { $0.observed },
                number("null_mean") { $0.mean }, number("z") { $0.z }, number("p") { $0.p }, number("q") { $0.q },
                Column(Field("testable"), .flag(rows.map(\.1.isTestable))),
            ])
    }

    /// One row for each actor, tie and event listed, the largest first; then the core.
    public var leverage: Table {
        let rows = scores.indices.flatMap { place -> [(place: Int, part: String, entry: Leverage.Entry)] in
            guard let leverage = scores[place].leverage else { return [] }
            return leverage.actors.map { (place, "actor", $0) } + leverage.ties.map { (place, "tie", $0) }
                + leverage.events.map { (place, "event", $0) } + (leverage.core.map { [(place, "core", $0)] } ?? [])
        }
        func number(_ id: String, _ value: (Leverage.Entry) -> Double?) -> Column {
            Column(Field(id), .number(rows.map { value($0.entry) }))
        }
        return table(
            "leverage",
            [
                territory(rows.map(\.place)), date(rows.map(\.place)), Column(Field("part"), .text(rows.map(\.part))),
                Column(Field("id"), .text(rows.map(\.entry.id))), Column(Field("name_en"), .text(rows.map(\.entry.name.en))),
                Column(Field("name_fr"), .text(rows.map(\.entry.name.fr))), number("learning_without") { $0.learning },
                number("interaction_without") { $0.interaction }, number("learning_change") { $0.learningChange },
                number("interaction_change") { $0.interactionChange },
            ])
    }

    /// One row for each table of each dataset.
    public var evidence: Table {
        let rows = scores.indices.flatMap { place in scores[place].evidence.map { (place, $0) } }
        return table(
            "evidence",
            [
                territory(rows.map(\.0)), date(rows.map(\.0)), Column(Field("table"), .text(rows.map(\.1.table))),
                Column(Field("rows"), .integer(rows.map(\.1.rows))), Column(Field("sourced"), .integer(rows.map(\.1.sourced))),
                Column(Field("uncertain"), .integer(rows.map(\.1.uncertain))),
            ])
    }

    /// Every parameter of the method, and the seed.
    public var parameters: Table {
        let rows = scores.first.map { $0.method.parameters + [("seed", "\($0.uncertainty?.seed ?? 0)")] } ?? []
        return table(
            "parameters",
            [Column(Field("parameter"), .text(rows.map(\.name))), Column(Field("value"), .text(rows.map(\.value)))])
    }

    /// A row for each difference of a counterfactual.
    public static func table(_ counterfactual: Counterfactual) -> Table {
        let rows = counterfactual.differences
        func number(_ id: String, _ value: (Counterfactual.Difference) -> Double?) -> Column {
            Column(Field(id), .number(rows.map(value)))
        }
        return Table(
            name: "counterfactual",
            columns: [
                Column(Field("axis"), .text(rows.map(\.axis.rawValue))),
                number("before") { counterfactual.before.axis($0.axis).overKnown },
                number("after") { counterfactual.after.axis($0.axis).overKnown }, number("difference") { $0.overKnown },
                number("difference_median") { $0.interval?.median }, number("difference_low") { $0.interval?.low },
                number("difference_high") { $0.interval?.high },
                number("probability_of_rise") { $0.probabilityOfRise },
            ], provenance: counterfactual.before.provenance)
    }

    /// Which territory is ahead of which: a row for each ordered pair and axis.
    public var ahead: Table {
        let panel = TerritoryComparison(scores)
        var rows: [(one: Int, other: Int, axis: Axis)] = []
        for one in scores.indices {
            for other in scores.indices where other != one { rows += Axis.allCases.map { (one, other, $0) } }
        }
        return table(
            "ahead",
            [
                territory(rows.map(\.one)), Column(Field("other"), .text(rows.map { scores[$0.other].territory })),
                Column(Field("axis"), .text(rows.map(\.axis.rawValue))),
                Column(
                    Field("probability"),
                    .number(rows.map { panel.probability(that: $0.one, isAheadOf: $0.other, on: $0.axis) })),
            ])
    }
}
