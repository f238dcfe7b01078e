import TerritoryScoring
import Vocabulary

extension ScorePage {
    /// How far the numbers carry, in words: what is known of each axis, what the interval is made of,
    /// and what the verdict adds to knowing nothing.
    func carries(_ score: TerritoryScore) -> String {
        var lines: [String] = []
        for axis in Axis.allCases {
            let part = score.axis(axis)
            let name = words.capitalised(axis.name.text(words.language))
            var text: String
            if part.score == nil {
                text = words(
                    "\(name) has no score: \(words.percent(part.coverage)) of its weights are known, and a score asks for \(words.percent(score.method.neededCoverage)).",
                    "\(name) : pas de score, car \(words.percent(part.coverage)) de ses poids sont connus, et un score en demande \(words.percent(score.method.neededCoverage)).")
            } else {
                text = words(
                    "\(name) scores \(words.number(part.score)).", "\(name) : score de \(words.number(part.score)).")
            }
            if let share = ignoranceShare(score, axis), part.interval != nil {
                text += " "
                text += share >= 0.5
                    ? words(
                        "Its interval speaks of ignorance more than of the territory: what is not known makes \(words.percent(share)) of the variance of the draws.",
                        "Son intervalle parle de l'ignorance plus que du territoire : ce qu'on ne sait pas fait \(words.percent(share)) de la variance des tirages.")
                    : words(
                        "What is not known makes \(words.percent(share)) of the variance of its draws.",
                        "Ce qu'on ne sait pas fait \(words.percent(share)) de la variance de ses tirages.")
            }
            lines += words.wrapped(text)
        }
        if let ignorance = score.uncertainty?.ignorance {
            let moved = words.percent(ignorance.distance)
            lines += words.wrapped(
                ignorance.distance < 0.1
                    ? words(
                        "The verdict hardly says more than knowing nothing: of a territory without any data the same draws would give nearly these probabilities (\(moved) of probability elsewhere).",
                        "Le verdict ne dit guère plus que ne rien savoir : d'un territoire sans aucune donnée, les mêmes tirages donneraient presque ces probabilités (\(moved) de probabilité ailleurs).")
                    : words(
                        "Against a territory without any data, what the dataset tells moves \(moved) of the probability.",
                        "Par rapport à un territoire sans aucune donnée, ce que dit le jeu de données déplace \(moved) de la probabilité."))
        }
        return lines.joined(separator: "\n")
    }

    /// The part of an axis' variance that what is not known makes, unobserved ties and undefined indicators, with all
    /// their interactions, at most 1; nil without sensitivity.
    private func ignoranceShare(_ score: TerritoryScore, _ axis: Axis) -> Double? {
        let unknown: Set<Factor> = [.undefinedIndicators, .partlyKnown, .unobservedTies, .modelDiscrepancy]
        let rows = (score.uncertainty?.sensitivity ?? []).filter {
            $0.output.rawValue == axis.rawValue && unknown.contains($0.factor)
        }.compactMap(\.totalEstimate)
        return rows.isEmpty ? nil : min(1, max(0, rows.reduce(0, +)))
    }

    /// The indicators of an axis by dimension: value, chance, how much is known, weight, contribution.
    func indicators(_ score: TerritoryScore, _ axis: Axis) -> String {
        let part = score.axis(axis)
        let name = words.capitalised(axis.name.text(words.language))
        var lines = [
            words.title(name),
            words.trimmed(
                words.padded("", Self.nameWidth) + words.right(words("value", "valeur"), 7)
                    + words.right(words("known", "connu"), 8) + words.right(words("weight", "poids"), 8)
                    + words.right(words("gives", "apporte"), 9)),
        ]
        for dimension in axis.dimensions {
            let rows = part.indicators.filter { $0.indicator.dimension == dimension }
            guard !rows.isEmpty else { continue }
            let weight = rows.reduce(0) { $0 + $1.weight }
            let blank = String(repeating: " ", count: 8)
            let aside = weight == 0 ? words(" (shown, not scored)", " (montré, non compté)") : ""
            lines += words.row(
                words.capitalised(dimension.name.text(words.language)) + aside, indent: 0, width: Self.nameWidth,
                words.right(words.number(part.value(of: dimension)), 7) + blank + words.right(words.percent(weight), 8))
            for row in rows { lines += self.row(row, score) }
        }
        return lines.joined(separator: "\n")
    }

    private static let nameWidth = 40

    private func row(_ row: IndicatorScore, _ score: TerritoryScore) -> [String] {
        var columns = words.right(words.number(row.value.value), 7)
        columns += words.right(words.percent(row.value.coverage), 8) + words.right(words.percent(row.weight), 8)
        columns += words.right(row.contribution.map { words.number($0, digits: 3) } ?? "", 9)
        var lines = words.row(row.indicator.name.text(words.language), indent: 2, width: Self.nameWidth, columns)
        for beside in row.value.beside {
            lines += words.wrapped("\(beside.name.text(words.language)) \(words.number(beside.value, digits: 3))", indent: 6)
        }
        for test in score.nullTests where test.subject == .indicator(row.indicator.id) {
            let chance = words("chance \(words.number(test.mean))", "hasard \(words.number(test.mean))")
            lines += words.wrapped(
                test.model.name.text(words.language) + words(": ", " : ")
                    + (test.isTestable ? "\(chance), p \(words.trimmed(pValue(test)))" : pValue(test)), indent: 6)
        }
        if let reason = row.value.reason { lines += words.wrapped(reason.text(words.language), indent: 6) }
        return lines
    }

    private func pValue(_ test: NullTest) -> String {
        guard let p = test.p else { return words("n.t.", "n.t.") }
        return words.number(p, digits: 3) + ((test.q ?? 1) < 0.05 ? "*" : " ")
    }

    /// What the columns mean.
    func legend(_ score: TerritoryScore) -> String {
        var text = words(
            "Every value is from 0 to 1, and more is more; – is undefined. Known: the share of what it reads that is known. Gives: its part of the score over what is known.",
            "Toute valeur va de 0 à 1, et plus veut dire plus ; – : indéfini. Connu : la part connue de ce qu'il lit. Apporte : sa part du score sur ce qui est connu.")
        if !score.nullTests.isEmpty {
            text += words(
                " Chance: the mean over \(words.whole(score.method.nullDraws)) territories that chance made with the same margins; p: how often chance gives as much or more; *: still below 0.05 when all tests are taken together (Benjamini and Hochberg); n.t.: not testable, since every network with these margins gives the same value.",
                " Hasard : la moyenne de \(words.whole(score.method.nullDraws)) territoires faits au hasard avec les mêmes marges ; p : combien de fois le hasard donne autant ou plus ; * : encore sous 0,05 si l'on prend tous les tests ensemble (Benjamini et Hochberg) ; n.t. : non testable, car tout réseau de mêmes marges donne la même valeur.")
        }
        return words.wrapped(text).joined(separator: "\n")
    }

    /// Whether each axis as a whole is more than chance, by null model.
    func chance(_ score: TerritoryScore) -> String {
        let tests = score.nullTests.filter { if case .axis = $0.subject { true } else { false } }
        guard !tests.isEmpty else { return "" }
        var lines = [
            words.title(words("Is the score more than chance?", "Le score est-il plus que le hasard ?")),
            words.trimmed(
                words.padded("", 56) + words.right(words("score", "score"), 8) + words.right(words("chance", "hasard"), 8)
                    + words.right("z", 8) + words.right("p", 8)),
        ]
        for axis in Axis.allCases {
            for test in tests where test.subject == .axis(axis) {
                lines += words.row(
                    "\(words.capitalised(axis.name.text(words.language))), \(test.model.name.text(words.language))", indent: 0,
                    width: 56,
                    words.right(words.number(test.observed), 8) + words.right(words.number(test.mean), 8)
                        + words.right(words.signed(test.z, digits: 1), 8) + words.right(pValue(test), 8))
            }
        }
        lines += words.wrapped(words("Of the score over what is known.", "Du score sur ce qui est connu."))
        return lines.joined(separator: "\n")
    }
}
