import TerritoryScoring
import Vocabulary

/// What would change, as a page: both axes, the verdict's probabilities, and the indicators behind.
public struct CounterfactualPage: Sendable {
    private let change: Counterfactual
    private let words: ScoreWords

    /// A page of one supposition.
    ///
    /// - Parameter isStyled: whether headings are bold by the terminal's codes, in place of a rule below them.
    public init(_ change: Counterfactual, language: Language, isStyled: Bool = false) {
        self.change = change
        words = ScoreWords(language: language, isStyled: isStyled)
    }

    /// The page, ended by a line feed; control characters of the data are shown and never sent.
    public var text: String {
        let date = change.before.date.map { ", " + words.date($0) } ?? ""
        let title = words.title(
            Excerpt.printable(change.before.territory + date + words(": ", " : ") + change.supposition.text(words.language)))
        let parts = [title, axes, probabilities, indicators, ScoreWords.methodLines(change.before.method, words).joined(separator: "\n")]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var axes: String {
        var lines = [
            words.padded("", 16) + words.right(words("now", "actuel"), 8) + words.right(words("then", "alors"), 8)
                + words.right(words("difference over the draws", "différence sur les tirages"), 36)
                + words.right(words("it rises in", "monte dans"), 14)
        ]
        for row in change.differences {
            let interval = row.interval.map { "\(words.signed($0.median)) [\(words.signedRange($0.low, $0.high))]" } ?? "–"
            lines.append(
                words.padded(words.capitalised(row.axis.name.text(words.language)), 16)
                    + words.right(words.number(change.before.axis(row.axis).overKnown), 8)
                    + words.right(words.number(change.after.axis(row.axis).overKnown), 8) + words.right(interval, 36)
                    + words.right(row.probabilityOfRise.map(words.percent) ?? "–", 14))
        }
        lines += words.wrapped(
            words(
                "Now and then: the scores over what is known. Difference: median [5–95 %], both sides drawn with the same random numbers.",
                "Actuel et alors : les scores sur ce qui est connu. Différence : médiane [5–95 %], les deux côtés tirés avec les mêmes nombres aléatoires."))
        return lines.joined(separator: "\n")
    }

    private var probabilities: String {
        guard !change.probabilities.isEmpty else { return "" }
        var lines = [
            words.padded(words("Probability of", "Probabilité de"), 44) + words.right(words("now", "actuel"), 8)
                + words.right(words("then", "alors"), 8) + words.right(words("points", "points"), 18)
        ]
        for row in change.probabilities {
            let points = words.signed((row.after - row.before) * 100, digits: 1)
            let error = words.number(row.monteCarloError * 196, digits: 1)
            lines.append(
                "  " + words.padded(row.configuration.name.text(words.language), 42)
                    + words.right(words.percent(row.before), 8) + words.right(words.percent(row.after), 8)
                    + words.right("\(points) ± \(error)", 18))
        }
        return lines.joined(separator: "\n")
    }

    private var indicators: String {
        let rows = change.changedIndicators
        guard !rows.isEmpty else {
            return words("No indicator changes.", "Aucun indicateur ne change.")
        }
        var lines = [
            words.padded(words("Indicators that change", "Indicateurs qui changent"), 44)
                + words.right(words("now", "actuel"), 8) + words.right(words("then", "alors"), 8)
        ]
        for (before, after) in rows {
            lines += words.row(
                before.indicator.name.text(words.language), indent: 2, width: 44,
                words.right(words.number(before.value.value, digits: 3), 8)
                    + words.right(words.number(after.value.value, digits: 3), 8))
        }
        if rows.contains(where: { ($0.before.value.value == nil) != ($0.after.value.value == nil) }) {
            lines += words.wrapped(
                words(
                    "– is undefined: the two scores over what is known do not average the same indicators; the draws do.",
                    "– : indéfini. Les deux scores sur ce qui est connu ne moyennent pas les mêmes indicateurs ; les tirages, si."))
        }
        return lines.joined(separator: "\n")
    }
}
