import TerritoryScoring
import Vocabulary

extension ScorePage {
    /// The indicators of an axis by dimension: value, chance, contribution, reason.
    func indicators(_ score: TerritoryScore, _ axis: Axis) -> String {
        let part = score.axis(axis)
        let name = axis.name.text(language)
        var lines = [
            title(name.prefix(1).uppercased() + name.dropFirst(), name.prefix(1).uppercased() + name.dropFirst()),
            padded("", 42) + right(words("value", "valeur"), 7) + right(words("null", "nul"), 7) + right("p", 7)
                + right(words("known", "connu"), 8) + right(words("weight", "poids"), 8),
        ]
        for dimension in axis.dimensions {
            let rows = part.indicators.filter { $0.indicator.dimension == dimension }
            guard !rows.isEmpty else { continue }
            lines.append(padded("  " + dimension.name.text(language), 42) + right(number(part.value(of: dimension)), 7))
            lines += rows.map { row($0, score) }
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ indicator: IndicatorScore, _ score: TerritoryScore) -> String {
        let tests = score.nullTests.filter { $0.subject == .indicator(indicator.indicator.id) }
        let test = tests.min { ($0.p ?? 2) < ($1.p ?? 2) }
        let p = test.map { $0.isTestable ? number($0.p, digits: 3) : words("n.t.", "n.t.") } ?? ""
        let line =
            padded("    " + indicator.indicator.name.text(language), 42) + right(number(indicator.value.value), 7)
            + right(test.map { number($0.mean) } ?? "", 7) + right(p, 7) + right(percent(indicator.value.coverage), 8)
            + right(percent(indicator.weight), 8)
        guard indicator.value.value == nil, let reason = indicator.value.reason else { return line }
        return line + "\n      " + reason.text(language)
    }

    /// The factors that the axes and the verdict hang on, the strongest first.
    func sensitivity(_ score: TerritoryScore) -> String {
        guard let rows = score.uncertainty?.sensitivity, !rows.isEmpty else { return "" }
        var lines = [
            title("What it hangs on (total Sobol index, with 90 % interval)", "De quoi cela dépend (indice de Sobol total, intervalle à 90 %)")
        ]
        for output in Sensitivity.Output.allCases {
            let mine = rows.filter { $0.output == output && $0.totalEstimate != nil }
                .sorted { ($0.totalEstimate ?? 0) > ($1.totalEstimate ?? 0) }
            guard !mine.isEmpty else { continue }
            let parts = mine.prefix(4).map { row in
                let interval = row.total.map { " [\(number($0.low))–\(number($0.high))]" } ?? ""
                return "\(row.factor.name.text(language)) \(number(row.totalEstimate))\(interval)"
            }
            lines.append("  " + padded(output.name.text(language), 14) + parts.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    /// The actors, ties and events whose absence moves the territory most.
    func leverage(_ score: TerritoryScore) -> String {
        guard let leverage = score.leverage else { return "" }
        var lines = [
            title("What it rests on (change of learning and interaction without it)",
                "Sur quoi cela repose (variation de l'apprentissage et de l'interaction sans lui)")
        ]
        let groups: [(String, [Leverage.Entry])] = [
            (words("actors", "acteurs"), leverage.actors), (words("ties", "liens"), leverage.ties),
            (words("events", "événements"), leverage.events),
        ]
        for (name, entries) in groups {
            let moving = entries.filter { $0.distance > 0 }
            guard !moving.isEmpty else { continue }
            lines.append("  \(name)")
            lines += moving.map { entry in
                let name = entry.name.text(language)
                let label = name.count > 58 ? name.prefix(57) + "…" : name[...]
                return "    " + padded(String(label), 60) + right(signed(entry.learningChange), 8)
                    + right(signed(entry.interactionChange), 8)
            }
        }
        if let core = leverage.core {
            lines.append(
                "  " + padded(words("without the whole core: ", "sans tout le noyau : ") + core.name.text(language), 62).prefix(120)
                    + right(signed(core.learningChange), 8) + right(signed(core.interactionChange), 8))
        }
        return lines.joined(separator: "\n")
    }

    /// What is not known, and which tables and columns would tell.
    func missing(_ score: TerritoryScore) -> String {
        let rows = Axis.allCases.flatMap { score.axis($0).missing }
        guard !rows.isEmpty else { return "" }
        var lines = [title("What is missing, and what would tell", "Ce qui manque, et ce qui le dirait")]
        lines += rows.map { "  \($0.indicator.name.text(language)): \($0.indicator.needs.text(language))" }
        return lines.joined(separator: "\n")
    }

    /// How many rows have a source.
    func evidence(_ score: TerritoryScore) -> String {
        let rows = score.evidence.filter { $0.rows > 0 }
        guard !rows.isEmpty else { return "" }
        let parts = rows.map { count in
            words(
                "\(count.sourced) of \(count.rows) \(count.table)" + (count.uncertain > 0 ? " (\(count.uncertain) uncertain)" : ""),
                "\(tableName(count.table)) : \(count.sourced) sur \(count.rows)"
                    + (count.uncertain > 0 ? " (dont \(count.uncertain) incertains)" : ""))
        }
        return words("Rows with a source: ", "Lignes sourcées : ") + parts.joined(separator: ", ") + "."
    }

    private func tableName(_ table: String) -> String {
        switch table {
        case "actors": "acteurs"
        case "ties": "liens"
        case "events": "événements"
        default: table
        }
    }
}
