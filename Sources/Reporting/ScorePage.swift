import Tabular
import TerritoryScoring
import Vocabulary

/// A score as a page that a researcher can read aloud: the verdict and how sure it is, the two axes
/// with interval and coverage, each indicator, chance, what the verdict hangs on, what it rests on,
/// and what is missing.
public struct ScorePage: Sendable {
    private let scores: [TerritoryScore]
    let words: ScoreWords

    /// A page of one score, or a panel of several.
    ///
    /// - Parameter isStyled: whether headings are bold by the terminal's codes, in place of a rule below them.
    public init(_ scores: [TerritoryScore], language: Language, isStyled: Bool = false) {
        self.scores = scores
        words = ScoreWords(language: language, isStyled: isStyled)
    }

    /// The page, ended by a line feed; control characters of the data are shown and never sent.
    public var text: String {
        guard scores.count == 1, let score = scores.first else {
            return ScorePanel(scores, words).text + "\n" + limits + "\n"
        }
        var parts = [heading(score), verdict(score), axes(score), carries(score)]
        parts += Axis.allCases.map { indicators(score, $0) }
        parts += [
            legend(score), chance(score), sensitivity(score), leverage(score), missing(score), evidence(score),
            ScoreWords.methodLines(score.method, words).joined(separator: "\n"), limits,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    // MARK: The head

    private func heading(_ score: TerritoryScore) -> String {
        let date = score.date.map { ", " + words.date($0) } ?? ""
        let counts = score.counts
        let perimeter =
            score.perimeter.map {
                words(" the perimeter \"\($0.name.en)\"", " du périmètre « \($0.name.fr) »")
            } ?? words(" the territory", " du territoire")
        let all = counts.insiders + counts.outsiders + counts.unplaced
        let unplaced =
            counts.unplaced == 0
            ? "" : words(", \(counts.unplaced) of which nothing says where", ", \(counts.unplaced) dont rien ne dit où")
        var lines = [words.title(Excerpt.printable(score.territory) + date)]
        lines += words.wrapped(
            words(
                "\(words.count(all, ("actor", "actors"), ("", ""))): \(counts.insiders) inside\(perimeter), "
                    + "\(counts.outsiders) outside\(unplaced).",
                "\(words.count(all, ("", ""), ("acteur", "acteurs"))) : \(counts.insiders) à l'intérieur\(perimeter), "
                    + "\(counts.outsiders) à l'extérieur\(unplaced)."))
        lines += words.wrapped(
            words(
                "Learning reads \(words.ties(counts.knowledgeTies)) and \(words.events(counts.knowledgeEvents)); "
                    + "interaction reads \(words.ties(counts.interactionTies)) and \(words.events(counts.interactionEvents)).",
                "L'apprentissage lit \(words.ties(counts.knowledgeTies)) et \(words.events(counts.knowledgeEvents)) ; "
                    + "l'interaction lit \(words.ties(counts.interactionTies)) et \(words.events(counts.interactionEvents))."
            ))
        lines += notScored(counts)
        for note in score.notes { lines += words.wrapped(note.text(words.language)) }
        return lines.joined(separator: "\n")
    }

    private func notScored(_ counts: TerritoryScore.Counts) -> [String] {
        var parts: [String] = []
        if counts.plannedTies > 0 {
            parts.append(
                words.count(counts.plannedTies, ("planned tie", "planned ties"), ("lien prévu", "liens prévus")))
        }
        if counts.potentialTies > 0 {
            parts.append(
                words.count(
                    counts.potentialTies, ("potential tie", "potential ties"), ("lien potentiel", "liens potentiels")))
        }
        if counts.unsurveyedTies > 0 {
            parts.append(
                words.count(
                    counts.unsurveyedTies,
                    ("tie of layers that were not surveyed", "ties of layers that were not surveyed"),
                    ("lien de couches non relevées", "liens de couches non relevées")))
        }
        return parts.isEmpty
            ? [] : words.wrapped(words("Told but not scored: ", "Dits mais non comptés : ") + words.list(parts) + ".")
    }

    private func verdict(_ score: TerritoryScore) -> String {
        let name = score.verdictName.text(words.language)
        guard let uncertainty = score.uncertainty else {
            return words(
                "Verdict: \(name) (of the two scores alone: without draws there is no probability).",
                "Verdict : \(name) (d'après les deux scores seuls : sans tirages, pas de probabilité).")
        }
        var head = words("Verdict: \(name)", "Verdict : \(name)")
        if score.verdict == nil {
            head += words(
                ", since no configuration reaches a probability of \(words.percent(score.method.certainty))",
                ", car aucune configuration n'atteint une probabilité de \(words.percent(score.method.certainty))")
        }
        var lines = words.wrapped(head + ".")
        let ignorance = uncertainty.ignorance?.probabilities
        lines.append(
            words.trimmed(
                "  " + words.padded("", 44) + words.right(words("probability", "probabilité"), 13)
                    + (ignorance == nil ? "" : words.right(words("knowing nothing", "sans rien savoir"), 18))))
        for (place, item) in uncertainty.probabilities.enumerated().sorted(by: {
            $0.element.probability > $1.element.probability
        }) {
            let unknowing = ignorance.map { words.right(words.percent($0[place].probability), 18) } ?? ""
            lines.append(
                "  " + words.padded(item.configuration.name.text(words.language), 44)
                    + words.right(words.percent(item.probability), 13) + unknowing)
        }
        let error = (uncertainty.probabilities.map(\.monteCarloError).max() ?? 0) * 1.96
        let (draws, looks) = (words.whole(uncertainty.learning.count), words.whole(uncertainty.looks))
        let states =
            draws == looks
            ? words("", "")
            : words(" of \(looks) states that the territory may be in", " de \(looks) états possibles du territoire")
        lines += words.wrapped(
            words(
                "Of \(draws) draws\(states), so that a probability is sure to ± \(words.number(error * 100, digits: 1)) points.",
                "Sur \(draws) tirages\(states) : une probabilité est sûre à ± \(words.number(error * 100, digits: 1)) point près."
            ))
        if let correlation = uncertainty.correlation {
            lines += words.wrapped(
                words(
                    "Over the draws the two axes correlate at \(words.signed(correlation, digits: 2)).",
                    "Sur les tirages, les deux axes ont une corrélation de \(words.signed(correlation, digits: 2))."))
        }
        return lines.joined(separator: "\n")
    }

    private func axes(_ score: TerritoryScore) -> String {
        let header = [
            words.padded("", 16), words.right(words("median", "médiane"), 9), words.right("5–95 %", 12),
            words.right(words("score", "score"), 9), words.right(words("bounds", "bornes"), 12),
            words.right(words("weights known", "poids connus"), 16),
        ].joined()
        let rows = Axis.allCases.map { axis -> String in
            let part = score.axis(axis)
            return [
                words.padded(axis.name.text(words.language), 16),
                words.right(words.number(part.interval?.median), 9),
                words.right(words.range(part.interval?.low, part.interval?.high), 12),
                words.right(words.number(part.score), 9),
                words.right(words.range(part.bounds.lowerBound, part.bounds.upperBound), 12),
                words.right(words.percent(part.coverage), 16),
            ].joined()
        }
        var note = words(
            "The answer is the median with its interval; the score of the indicators as they are is given from \(words.percent(score.method.neededCoverage)) of known weights on. Bounds: with every undefined indicator at 0, and at 1.",
            "La réponse est la médiane avec son intervalle ; le score des indicateurs tels quels est donné à partir de \(words.percent(score.method.neededCoverage)) de poids connus. Bornes : tout indicateur indéfini à 0, puis à 1."
        )
        if let error = Axis.allCases.compactMap({ score.axis($0).interval?.errors.largest }).max() {
            note += words(
                " Medians and ends of intervals are sure to ± \(words.number(error * 1.96, digits: 3)) (1.96 Monte Carlo errors).",
                " Médianes et bouts d'intervalle sont sûrs à ± \(words.number(error * 1.96, digits: 3)) près (1,96 erreur de Monte-Carlo)."
            )
        }
        let chance = score.uncertainty?.aboveChance.compactMap { aboveChance($0, score) } ?? []
        return ([header] + rows + words.wrapped(note) + chance.flatMap { words.wrapped($0) }).joined(separator: "\n")
    }

    /// Whether an axis is more than chance gives; nil where nothing of it is known.
    private func aboveChance(_ row: AboveChance, _ score: TerritoryScore) -> String? {
        guard let level = row.level else { return nil }
        let name = words.capitalised(row.axis.name.text(words.language))
        let text = words(
            "\(name): one in twenty territories that chance makes of that size, with as many actors of each kind and as many ties, reaches \(words.number(level)) over what is known; this one is above that in \(words.percent(row.probability)) of the draws",
            "\(name) : un sur vingt des territoires que fait le hasard, de même taille, avec autant d'acteurs de chaque type et autant de liens, atteint \(words.number(level)) sur ce qui est connu ; celui-ci le dépasse dans \(words.percent(row.probability)) des tirages"
        )
        return text
            + (row.axis == .interaction
                ? words(", and is strong in none of the others.", ", et n'est fort dans aucun des autres.") : ".")
    }

    /// What every output of a score says.
    var limits: String {
        words.wrapped(
            words(
                """
                How far this carries: the labels follow Camagni (1995) by analogy; the threshold, the indicators and \
                their weights are conventions of Milieu, varied in the draws. A score speaks of what the dataset \
                tells; ties that nobody told are unknown, not absent.
                """,
                """
                Portée : les appellations suivent Camagni (1995) par analogie ; le seuil, les indicateurs et leurs \
                poids sont des conventions de Milieu, que les tirages font varier. Un score parle de ce que dit le \
                jeu de données ; les liens que personne n'a dits sont inconnus, non absents.
                """)
        ).joined(separator: "\n")
    }
}
