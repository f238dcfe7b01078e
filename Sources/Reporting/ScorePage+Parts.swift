import TerritoryScoring
import Vocabulary

extension ScorePage {
    /// The factors that the axes and the verdict hang on, the strongest first.
    func sensitivity(_ score: TerritoryScore) -> String {
        guard let rows = score.uncertainty?.sensitivity, !rows.isEmpty else { return "" }
        var lines = [words.title(words("What it hangs on", "De quoi cela dépend"))]
        for axis in Axis.allCases { lines += openness(score, axis) }
        lines += words.wrapped(
            words(
                "The share of the draws' variance in which each factor has a part (total Sobol index, with its 90 % interval):",
                "La part de la variance des tirages où entre chaque facteur (indice de Sobol total, avec son intervalle à 90 %) :"))
        for output in Sensitivity.Output.allCases {
            let mine = rows.filter { $0.output == output && $0.totalEstimate != nil }
                .sorted { ($0.totalEstimate ?? 0) > ($1.totalEstimate ?? 0) }
            guard !mine.isEmpty else { continue }
            let parts = mine.prefix(4).map { row in
                let interval = row.total.map { " [\(words.range($0.low, $0.high))]" } ?? ""
                return "\(row.factor.name.text(words.language)) \(words.number(row.totalEstimate))\(interval)"
            }
            lines += words.wrapped(
                words.capitalised(output.name.text(words.language)) + words(": ", " : ") + parts.joined(separator: words("; ", " ; ")),
                indent: 2)
        }
        return lines.joined(separator: "\n")
    }

    /// What the data and what the method leaves open of an axis.
    private func openness(_ score: TerritoryScore, _ axis: Axis) -> [String] {
        let rows = (score.uncertainty?.openness ?? []).filter { $0.output.rawValue == axis.rawValue }
        let shares = Dictionary(uniqueKeysWithValues: rows.map { ($0.origin, $0.totalEstimate.map { min(1, max(0, $0)) }) })
        guard let data = shares[.data] ?? nil, let method = shares[.method] ?? nil else { return [] }
        return words.wrapped(
            words(
                "\(words.capitalised(axis.name.en)): what the data leaves open has a part in \(words.percent(data)) of the variance of the draws, what the method leaves open in \(words.percent(method)).",
                "\(words.capitalised(axis.name.fr)) : ce que les données laissent ouvert entre dans \(words.percent(data)) de la variance des tirages, ce que la méthode laisse ouvert dans \(words.percent(method))."))
    }

    /// The actors, ties and events whose absence moves the territory most.
    func leverage(_ score: TerritoryScore) -> String {
        guard let leverage = score.leverage else { return "" }
        let groups: [(String, [Leverage.Entry])] = [
            (words("actors", "acteurs"), leverage.actors), (words("ties", "liens"), leverage.ties),
            (words("events and shared resources", "événements et ressources partagées"), leverage.events),
        ]
        var lines = [
            words.title(words("What it rests on", "Sur quoi cela repose")),
            words.padded(words("Change of each axis without it:", "Variation de chaque axe sans lui :"), Self.leverWidth)
                + words.right(Axis.learning.name.text(words.language), 15)
                + words.right(Axis.interaction.name.text(words.language), 13),
        ]
        let bare = lines.count
        for (name, entries) in groups where !entries.isEmpty {
            lines.append("  " + words.capitalised(name))
            for entry in entries { lines += lever(entry.name.text(words.language), entry, indent: 4) }
        }
        if let core = leverage.core {
            lines += lever(
                words("Without the whole core: ", "Sans tout le noyau : ") + core.name.text(words.language), core, indent: 2)
        }
        return lines.count > bare ? lines.joined(separator: "\n") : ""
    }

    private static let leverWidth = 68

    private func lever(_ name: String, _ entry: Leverage.Entry, indent: Int) -> [String] {
        words.row(
            name, indent: indent, width: Self.leverWidth,
            words.right(words.signed(entry.learningChange), 15) + words.right(words.signed(entry.interactionChange), 13))
    }

    /// What is not known, and which tables and columns would tell.
    func missing(_ score: TerritoryScore) -> String {
        let rows = Axis.allCases.flatMap { score.axis($0).missing }
        guard !rows.isEmpty else { return "" }
        var lines = [
            words.title(words("What is missing, and what would tell", "Ce qui manque, et ce qui le dirait"))
        ]
        for row in rows {
            lines += words.wrapped(
                words.capitalised(row.indicator.name.text(words.language))
                    + words(" (\(words.percent(row.weight)) of \(row.indicator.axis.name.en)): ",
                        " (\(words.percent(row.weight)) de l'axe \(row.indicator.axis.name.fr)) : ")
                    + row.indicator.needs.text(words.language) + ".", indent: 2)
        }
        return lines.joined(separator: "\n")
    }

    /// How many rows have a source.
    func evidence(_ score: TerritoryScore) -> String {
        let rows = score.evidence.filter { $0.rows > 0 }
        guard !rows.isEmpty else { return "" }
        let parts = rows.map { count in
            var text = words(
                "\(words.whole(count.sourced)) of \(words.whole(count.rows)) \(tableName(count.table))",
                "\(words.whole(count.sourced)) sur \(words.whole(count.rows)) \(tableName(count.table))")
            if count.uncertain > 0 {
                text += words(
                    " (\(words.whole(count.uncertain)) of confidence below 1)",
                    " (dont \(words.whole(count.uncertain)) de confiance inférieure à 1)")
            }
            return text
        }
        return words.wrapped(words("With a source: ", "Avec une source : ") + words.list(parts) + ".").joined(separator: "\n")
    }

    private func tableName(_ table: String) -> String {
        switch table {
        case "actors": words("actors", "acteurs")
        case "ties": words("ties", "liens")
        case "events": words("events", "événements")
        case "participation": words("participations", "participations")
        default: table
        }
    }
}

extension ScoreWords {
    /// The method in a line, and what in it is not Milieu's own.
    static func methodLines(_ method: ScoringMethod, _ words: ScoreWords) -> [String] {
        let range = method.thresholdRange, cascade = method.cascadeRange
        let mean = method.aggregation.name.text(words.language)
        var lines = words.wrapped(
            words(
                "Method \(method.id) \(method.version): strong from \(words.number(method.threshold)) on (\(words.range(range.lowerBound, range.upperBound)) in the draws); window of \(method.windowYears) years (\(method.windowRange.lowerBound)–\(method.windowRange.upperBound)); p = \(words.number(method.cascadeProbability)) (\(words.range(cascade.lowerBound, cascade.upperBound))); \(mean) mean. `--format csv --table parameters` lists every parameter.",
                "Méthode \(method.id) \(method.version) : fort à partir de \(words.number(method.threshold)) (\(words.range(range.lowerBound, range.upperBound)) dans les tirages) ; fenêtre de \(method.windowYears) ans (\(method.windowRange.lowerBound)–\(method.windowRange.upperBound)) ; p = \(words.number(method.cascadeProbability)) (\(words.range(cascade.lowerBound, cascade.upperBound))) ; moyenne \(mean). « --format csv --table parameters » donne tous les paramètres."))
        let changed = method.changes
        if !changed.isEmpty {
            let parts = changed.map { "\($0.name) = \($0.value)" + words(" (Milieu's: \($0.standard))", " (Milieu : \($0.standard))") }
            lines += words.wrapped(words("Other than in Milieu's own method: ", "Autrement que dans la méthode de Milieu : ") + parts.joined(separator: words("; ", " ; ")) + ".")
        }
        return lines
    }
}
