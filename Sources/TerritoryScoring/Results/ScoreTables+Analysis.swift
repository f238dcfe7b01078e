import Tabular
import Vocabulary

extension ScoreTables {
    /// Rows of several territories in the making.
    private func table<Row>(
        _ name: String, _ rows: [(place: Int, row: Row)], _ columns: [(String, (Row) -> Cell)]
    ) -> Table {
        let own = columns.map { id, read in Column(ScoreFields.field(id), Self.values(rows.map { read($0.row) })) }
        return table(name, keys(rows.map(\.place)) + own)
    }

    /// Cells of one type; a column of empty cells is one of numbers.
    private static func values(_ cells: [Cell]) -> Column.Values {
        switch cells.first(where: { $0 != .empty }) {
        case .text: .text(cells.map { if case .text(let text) = $0 { text } else { nil } })
        case .integer: .integer(cells.map { if case .integer(let number) = $0 { number } else { nil } })
        case .flag: .flag(cells.map { if case .flag(let flag) = $0 { flag } else { nil } })
        case .number, .empty, nil: .number(cells.map { if case .number(let number) = $0 { number } else { nil } })
        }
    }

    private func rows<Row>(_ read: (TerritoryScore) -> [Row]) -> [(place: Int, row: Row)] {
        scores.indices.flatMap { place in read(scores[place]).map { (place, $0) } }
    }

    /// One row for each factor and output of each territory; without a factor, all that the data, or the
    /// method, leaves open together.
    public var sensitivity: Table {
        table(
            "sensitivity",
            rows { score -> [SensitivityRow] in
                guard let uncertainty = score.uncertainty else { return [] }
                return uncertainty.sensitivity.map(SensitivityRow.init) + uncertainty.openness.map(SensitivityRow.init)
            },
            [
                ("output", { .text($0.output.rawValue) }), ("origin", { .text($0.origin.rawValue) }),
                ("factor", { $0.factor.map { .text($0.rawValue) } ?? .empty }),
                ("first_order", { Cell($0.firstEstimate) }), ("first_order_low", { Cell($0.first?.low) }),
                ("first_order_high", { Cell($0.first?.high) }), ("total", { Cell($0.totalEstimate) }),
                ("total_low", { Cell($0.total?.low) }), ("total_high", { Cell($0.total?.high) }),
            ])
    }

    /// One row for each test of each territory; a test without p is not testable.
    public var nulls: Table {
        table(
            "nulls", rows(\.nullTests),
            [
                ("model", { .text($0.model.rawValue) }), ("subject", { .text($0.subject.id) }),
                ("observed", { .number($0.observed) }), ("null_mean", { Cell($0.mean) }), ("z", { Cell($0.z) }),
                ("p", { Cell($0.p) }), ("q", { Cell($0.q) }), ("testable", { .flag($0.isTestable) }),
                ("draws", { .integer($0.draws) }),
            ])
    }

    /// One row for each actor, tie and event listed, the largest first; then the core.
    public var leverage: Table {
        let entries = rows { score -> [(part: String, entry: Leverage.Entry)] in
            guard let leverage = score.leverage else { return [] }
            return leverage.actors.map { ("actor", $0) } + leverage.ties.map { ("tie", $0) }
                + leverage.events.map { ("event", $0) } + (leverage.core.map { [("core", $0)] } ?? [])
        }
        return table(
            "leverage", entries,
            [
                ("part", { .text($0.part) }), ("id", { .text($0.entry.id) }), ("name_en", { .text($0.entry.name.en) }),
                ("name_fr", { .text($0.entry.name.fr) }), ("learning_without", { Cell($0.entry.learning) }),
                ("interaction_without", { Cell($0.entry.interaction) }),
                ("learning_change", { Cell($0.entry.learningChange) }),
                ("interaction_change", { Cell($0.entry.interactionChange) }),
            ])
    }

    /// One row for each table of each dataset.
    public var evidence: Table {
        table(
            "evidence", rows(\.evidence),
            [
                ("table", { .text($0.table) }), ("rows", { .integer($0.rows) }), ("sourced", { .integer($0.sourced) }),
                ("uncertain", { .integer($0.uncertain) }),
            ])
    }

    /// Every parameter of the method, and the seed.
    public var parameters: Table {
        let seed = scores.first?.provenance.seed ?? 0
        let rows = scores.first.map { $0.method.parameters.map { ($0.name, $0.text) } + [("seed", "\(seed)")] } ?? []
        return table(
            "parameters",
            [
                Column(ScoreFields.field("parameter"), .text(rows.map(\.0))),
                Column(ScoreFields.field("value"), .text(rows.map(\.1))),
            ])
    }

    // MARK: Several territories

    /// Which territory is ahead of which: a row for each ordered pair and axis.
    public var ahead: Table {
        let panel = TerritoryComparison(scores)
        let pairs = scores.indices.flatMap { one in
            scores.indices.filter { $0 != one }.flatMap { other in Axis.allCases.map { (one, (other, $0)) } }
        }
        return table(
            "ahead",
            keys(pairs.map(\.0)) + [
                Column(ScoreFields.field("other"), .text(pairs.map { scores[$0.1.0].territory })),
                Column(ScoreFields.field("axis"), .text(pairs.map(\.1.1.rawValue))),
                Column(
                    ScoreFields.field("probability"),
                    .number(pairs.map { panel.probability(that: $0.0, isAheadOf: $0.1.0, on: $0.1.1) })),
            ])
    }

    /// How likely each rank is: a row for each territory, axis and rank.
    public var ranks: Table {
        let panel = TerritoryComparison(scores)
        let rows = scores.indices.flatMap { place in
            Axis.allCases.flatMap { axis in
                (panel.rankProbabilities(of: place, on: axis) ?? []).enumerated().map {
                    (place: place, row: (axis: axis, rank: $0.offset + 1, probability: $0.element))
                }
            }
        }
        return table(
            "ranks", rows,
            [
                ("axis", { .text($0.axis.rawValue) }), ("rank", { .integer($0.rank) }),
                ("probability", { .number($0.probability) }),
            ])
    }

    // MARK: What if

    /// A row for each axis and configuration of a counterfactual, and for each indicator that changes.
    public static func table(_ change: Counterfactual) -> Table {
        var rows: [[String: Double]] = []
        var names: [(String, String)] = []
        for row in change.differences {
            names.append(("axis", row.axis.rawValue))
            rows.append(
                [
                    "before": change.before.axis(row.axis).overKnown, "after": change.after.axis(row.axis).overKnown,
                    "difference": row.overKnown, "difference_median": row.interval?.median,
                    "difference_low": row.interval?.low, "difference_high": row.interval?.high,
                    "probability_of_rise": row.probabilityOfRise,
                ].compactMapValues { $0 })
        }
        for row in change.probabilities {
            names.append(("configuration", row.configuration.rawValue))
            let (difference, error) = (row.after - row.before, 1.6449 * row.monteCarloError)
            rows.append([
                "before": row.before, "after": row.after, "difference": difference,
                "difference_low": difference - error, "difference_high": difference + error,
            ])
        }
        for (before, after) in change.changedIndicators {
            names.append(("indicator", before.indicator.id))
            let (old, new) = (before.value.value, after.value.value)
            rows.append(
                ["before": old, "after": new, "difference": old.flatMap { old in new.map { $0 - old } }]
                    .compactMapValues { $0 })
        }
        let numbers = [
            "before", "after", "difference", "difference_median", "difference_low", "difference_high",
            "probability_of_rise",
        ]
        return Table(
            name: "counterfactual",
            columns: [
                Column(ScoreFields.field("part"), .text(names.map(\.0))),
                Column(ScoreFields.field("subject"), .text(names.map(\.1))),
            ] + numbers.map { id in Column(ScoreFields.field(id), .number(rows.map { $0[id] })) },
            provenance: change.before.provenance)
    }
}

extension Cell {
    fileprivate init(_ number: Double?) { self = number.map(Cell.number) ?? .empty }
}

/// A factor, or all of one origin, and its part in an output.
private struct SensitivityRow {
    let output: Sensitivity.Output
    let origin: Factor.Origin
    let factor: Factor?
    let first: Interval?
    let total: Interval?
    let firstEstimate: Double?
    let totalEstimate: Double?

    init(_ row: Sensitivity) {
        (output, origin, factor) = (row.output, row.factor.origin, row.factor)
        (first, total, firstEstimate, totalEstimate) = (row.first, row.total, row.firstEstimate, row.totalEstimate)
    }

    init(_ row: Openness) {
        (output, origin, factor) = (row.output, row.origin, nil)
        (first, total, firstEstimate, totalEstimate) = (row.first, row.total, row.firstEstimate, row.totalEstimate)
    }
}
