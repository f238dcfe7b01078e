import Tabular
import TerritoryScoring
import Vocabulary

/// A score as a page that a researcher can read aloud: the verdict and how sure it is, the two axes
/// with interval and coverage, each indicator, chance, what the verdict hangs on, what it rests on,
/// and what is missing.
public struct ScorePage: Sendable {
    private let scores: [TerritoryScore]
    let language: Language
    let isStyled: Bool

    public init(_ scores: [TerritoryScore], language: Language, isStyled: Bool = false) {
        self.scores = scores
        self.language = language
        self.isStyled = isStyled
    }

    public var text: String {
        if scores.count == 1, let score = scores.first { return page(score) }
        return panel() + "\n" + limits
    }

    private func page(_ score: TerritoryScore) -> String {
        var parts = [heading(score), verdict(score), axes(score)]
        parts += Axis.allCases.map { indicators(score, $0) }
        parts.append(sensitivity(score))
        parts.append(leverage(score))
        parts.append(missing(score))
        parts.append(evidence(score))
        parts.append(limits)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Words

    func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    func title(_ en: String, _ fr: String) -> String {
        let text = words(en, fr)
        return isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text + "\n" + String(repeating: "─", count: text.count)
    }

    /// Two digits after the point; a dash where undefined.
    func number(_ value: Double?, digits: Int = 2) -> String {
        guard let value else { return "–" }
        let text = NumberText.fixed(value, digits: digits)
        return language == .french ? text.split(separator: ".").joined(separator: ",") : text
    }

    func signed(_ value: Double?) -> String {
        guard let value else { return "–" }
        return (value > 0 ? "+" : "") + number(value, digits: 3)
    }

    func percent(_ value: Double) -> String {
        NumberText.fixed(value * 100, digits: 0) + (language == .french ? "\u{A0}%" : "%")
    }

    func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    // MARK: The head

    private func heading(_ score: TerritoryScore) -> String {
        let date = score.date.map { words(" at \($0)", ", au \($0)") } ?? ""
        let counts = score.counts
        let place = score.perimeter.map { words(", perimeter \"\($0.name.en)\"", ", périmètre « \($0.name.fr) »") } ?? ""
        var lines = [
            title(score.territory + date, score.territory + date),
            words(
                "\(counts.insiders) actors inside, \(counts.outsiders) outside, \(counts.unplaced) not placed\(place). "
                    + "Learning reads \(counts.knowledgeTies) ties and \(counts.knowledgeEvents) events, "
                    + "interaction \(counts.interactionTies) ties and \(counts.interactionEvents) events.",
                "\(counts.insiders) acteurs internes, \(counts.outsiders) externes, \(counts.unplaced) sans lieu connu\(place). "
                    + "L'apprentissage lit \(counts.knowledgeTies) liens et \(counts.knowledgeEvents) événements, "
                    + "l'interaction \(counts.interactionTies) liens et \(counts.interactionEvents) événements."),
        ]
        if counts.plannedTies + counts.potentialTies + counts.unsurveyedTies > 0 {
            lines.append(
                words(
                    "Not scored: \(counts.plannedTies) planned and \(counts.potentialTies) potential ties, "
                        + "\(counts.unsurveyedTies) ties of layers that were not surveyed.",
                    "Non comptés : \(counts.plannedTies) liens prévus et \(counts.potentialTies) potentiels, "
                        + "\(counts.unsurveyedTies) liens de couches non relevées."))
        }
        return (lines + score.notes.map { $0.text(language) }).joined(separator: "\n")
    }

    private func verdict(_ score: TerritoryScore) -> String {
        let name = score.verdictName.text(language)
        guard let uncertainty = score.uncertainty else {
            return words("Verdict: \(name) (no draws, no probability)", "Verdict : \(name) (sans tirages, pas de probabilité)")
        }
        var lines = [words("Verdict: \(name)", "Verdict : \(name)")]
        if score.verdict == nil {
            lines[0] += words(
                ", since no configuration has a probability of \(number(score.method.certainty)) or more",
                ", car aucune configuration n'atteint une probabilité de \(number(score.method.certainty))")
        }
        lines[0] += "."
        for item in uncertainty.probabilities.sorted(by: { $0.probability > $1.probability }) {
            let error = percent(item.monteCarloError * 1.96)
            lines.append(
                "  " + right(percent(item.probability), 5) + "  " + item.configuration.name.text(language)
                    + (item.probability > 0 && item.probability < 1 ? "  (± \(error))" : ""))
        }
        if let correlation = uncertainty.correlation {
            lines.append(
                words(
                    "Correlation of the two axes over the draws: \(number(correlation)). ± is 1.96 Monte Carlo errors.",
                    "Corrélation des deux axes sur les tirages : \(number(correlation)). ± vaut 1,96 erreur de Monte-Carlo."))
        }
        return lines.joined(separator: "\n")
    }

    private func axes(_ score: TerritoryScore) -> String {
        let header = [
            padded("", 14), right(words("score", "score"), 7), right(words("median", "médiane"), 9), right("5–95 %", 13),
            right(words("bounds", "bornes"), 13), right(words("coverage", "couverture"), 11),
        ].joined()
        let rows = Axis.allCases.map { axis -> String in
            let part = score.axis(axis)
            let interval = part.interval.map { "\(number($0.low))–\(number($0.high))" } ?? "–"
            return [
                padded(axis.name.text(language), 14), right(number(part.score), 7),
                right(number(part.interval?.median), 9), right(interval, 13),
                right("\(number(part.bounds.lowerBound))–\(number(part.bounds.upperBound))", 13),
                right(percent(part.coverage), 11),
            ].joined()
        }
        let bare = Axis.allCases.filter { score.axis($0).score == nil }.map { $0.name.text(language) }
        let note =
            bare.isEmpty
            ? []
            : [
                words(
                    "No score for \(bare.joined(separator: " and ")): less than \(percent(score.method.neededCoverage)) of the weights is known.",
                    "Pas de score pour \(bare.joined(separator: " et ")) : moins de \(percent(score.method.neededCoverage)) des poids est connu.")
            ]
        return ([header] + rows + note).joined(separator: "\n")
    }

    private var limits: String {
        words(
            """
            How far this carries: the labels follow Camagni (1995) by analogy; the threshold, the indicators and their \
            weights are conventions of Milieu, varied in the draws. A score speaks of what the dataset tells; ties that \
            nobody told are unknown, not absent.
            """,
            """
            Portée : les appellations suivent Camagni (1995) par analogie ; le seuil, les indicateurs et leurs poids \
            sont des conventions de Milieu, que les tirages font varier. Un score parle de ce que dit le jeu de \
            données ; les liens que personne n'a dits sont inconnus, non absents.
            """)
    }

    /// Several territories or dates: a line each.
    private func panel() -> String {
        let names = scores.map { $0.territory + ($0.date.map { " (\($0))" } ?? "") }
        let width = min(40, names.map(\.count).max() ?? 0) + 2
        let header =
            padded("", width) + right(words("learning", "apprentissage"), 22) + right("interaction", 22) + "  "
            + words("verdict", "verdict")
        let rows = zip(names, scores).map { name, score -> String in
            func cell(_ axis: AxisScore) -> String {
                let interval = axis.interval.map { " [\(number($0.low))–\(number($0.high))]" } ?? ""
                return right(number(axis.interval?.median ?? axis.overKnown) + interval, 22)
            }
            let likeliest = score.uncertainty?.likeliest.map {
                score.verdict == nil ? " (\($0.configuration.name.text(language)) \(percent($0.probability)))" : " (\(percent($0.probability)))"
            }
            return padded(String(name.prefix(width - 2)), width) + cell(score.learning) + cell(score.interaction) + "  "
                + score.verdictName.text(language) + (likeliest ?? "")
        }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }
}
