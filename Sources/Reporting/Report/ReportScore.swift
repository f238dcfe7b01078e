import Measures
import Tabular
import TerritoryScoring
import Vocabulary

/// The section on learning and interaction: verdict, axes, indicators, chance, what it hangs and
/// rests on, what is missing.
struct ReportScore {
    let subject: ReportSubject
    let score: TerritoryScore
    private var words: Wording { subject.words }

    /// Nil without a score.
    init?(_ subject: ReportSubject) {
        guard let score = subject.score else { return nil }
        (self.subject, self.score) = (subject, score)
    }

    func content() -> [String: Any] {
        let nulls = nulls
        let sensitivity = sensitivity
        let leverage = leverage
        let missing = missing
        return [
            "intro": intro, "notes": score.notes.map { words($0) }, "cells": cells, "hasCells": score.uncertainty != nil,
            "axes": axes.content,
            "threshold": words.number(score.method.threshold, digits: 2), "thresholdPlace": NumberText.fixed(score.method.threshold * 200, digits: 1),
            "bars": Axis.allCases.map(bar), "plane": figure("plane"), "profile": figure("profile"),
            "indicators": Axis.allCases.map { indicators($0).content },
            "hasNulls": nulls != nil, "nulls": nulls?.content ?? [:],
            "hasSensitivity": sensitivity != nil, "sensitivity": sensitivity?.content ?? [:],
            "hasLeverage": leverage != nil, "leverage": leverage?.content ?? [:],
            "hasMissing": missing != nil, "missing": missing?.content ?? [:],
            "parameters": score.method.parameters.map { ["name": $0.name, "value": $0.text] }, "labels": labels,
        ]
    }

    private func figure(_ id: String) -> [String: Any] {
        guard let figure = subject.figures[id] else { return ["isThere": false, "svg": "", "reading": "", "name": ""] }
        return [
            "isThere": true, "svg": figure.markup, "reading": words(figure.reading),
            "name": words.capitalised(words(figure.name)),
        ]
    }

    private var labels: [String: Any] {
        [
            "verdict": words("Verdict", "Verdict"), "axes": words("The two axes", "Les deux axes"),
            "indicators": words("Indicators", "Indicateurs"), "chance": words("More than chance?", "Plus que le hasard ?"),
            "chanceText": words(
                "Null models take out what a value is about and keep the rest: ties or participations change ends while every actor keeps as many, kinds and dates change hands. p is the share of such worlds with a value as high as here, q is p corrected for the number of tests (Benjamini and Hochberg 1995). “Not testable”: the network has no other such world.",
                "Les modèles nuls ôtent ce dont parle une valeur et gardent le reste : liens ou participations changent d'extrémités tandis que chaque acteur en garde autant, types et dates changent de mains. p est la part de ces mondes où la valeur est aussi haute qu'ici, q est p corrigé du nombre de tests (Benjamini et Hochberg 1995). « Non testable » : le réseau n'a pas d'autre monde possible."),
            "hangs": words("What the answer hangs on", "De quoi dépend la réponse"),
            "hangsText": words(
                "How much of the draws' variation each choice makes, alone (first order) and with its interactions (total): Sobol indices, with bootstrapped 90 % intervals.",
                "La part de la variation des tirages due à chaque choix, seul (premier ordre) et avec ses interactions (total) : indices de Sobol, avec intervalles à 90 % par bootstrap."),
            "rests": words("What the score rests on", "Sur quoi repose le score"),
            "missing": words("What is missing, and what would tell", "Ce qui manque, et ce qui le dirait"),
            "parameters": words("Parameters of the method", "Paramètres de la méthode"),
            "key": words(
                "Broad bar: 5 to 95 % of the draws, with the median. Thin line: the bounds, with every undefined indicator at 0 and at 1. Upright line: the threshold.",
                "Barre large : 5 à 95 % des tirages, avec la médiane. Trait fin : les bornes, tout indicateur indéfini étant mis à 0 puis à 1. Trait vertical : le seuil."),
        ]
    }

    private var intro: String {
        let counts = score.counts
        let place = score.perimeter.map { words(" (perimeter: \($0.name.en))", " (périmètre : \($0.name.fr))") } ?? ""
        let date = score.date.map { words.capitalised(words.at($0)) } ?? words("Whatever the dates", "Sans égard aux dates")
        let inside = words.counted(counts.insiders, ("actor is", "actors are"), ("acteur est interne", "acteurs sont internes"))
        let learning = read(counts.knowledgeTies, counts.knowledgeEvents)
        let interaction = read(counts.interactionTies, counts.interactionEvents)
        let sentence = words(
            "\(date), \(inside) inside\(place), \(counts.outsiders) outside, and of \(counts.unplaced) nothing says which. Learning reads \(learning), interaction \(interaction).",
            "\(date), \(inside)\(place), \(counts.outsiders) externes, et de \(counts.unplaced) rien ne le dit. L'apprentissage lit \(learning), l'interaction \(interaction).")
        return [sentence, unread].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func read(_ ties: Int, _ events: Int) -> String {
        words.counted(ties, ("tie", "ties"), ("lien", "liens")) + words(" and ", " et ")
            + words.counted(events, ("event", "events"), ("événement", "événements"))
    }

    /// What is there and does not enter the score.
    private var unread: String {
        let counts = score.counts
        let parts = [
            (counts.plannedTies, words.counted(counts.plannedTies, ("planned tie", "planned ties"), ("lien prévu", "liens prévus"))),
            (counts.potentialTies, words.counted(counts.potentialTies, ("potential tie", "potential ties"), ("lien potentiel", "liens potentiels"))),
            (
                counts.unsurveyedTies,
                words.counted(counts.unsurveyedTies, ("tie", "ties"), ("lien", "liens"))
                    + words(" of layers that were not surveyed", " de couches non relevées")
            ),
        ].filter { $0.0 > 0 }.map(\.1)
        return parts.isEmpty ? "" : words("Not scored: ", "Non comptés : ") + words.list(parts) + "."
    }

    /// The four configurations as they stand in the plane: interaction upwards, learning to the right.
    private var cells: [[String: Any]] {
        let order: [Configuration] = [.potentialMilieu, .innovativeMilieu, .noMilieu, .innovationWithoutMilieu]
        return order.map { configuration in
            let item = score.uncertainty?.probabilities.first { $0.configuration == configuration }
            let probability = item?.probability ?? 0
            return [
                "name": words.capitalised(words(configuration.name)), "probability": words.percent(probability),
                "error": item.map { "± " + words.percent($0.monteCarloError * 1.96, digits: 1) } ?? "",
                "isLikeliest": configuration == score.uncertainty?.likeliest?.configuration,
                "width": NumberText.fixed(probability * 100, digits: 1),
                "where": words(
                    configuration == .noMilieu ? "weak on both" : configuration == .innovativeMilieu ? "strong on both"
                        : configuration == .potentialMilieu ? "strong on interaction only" : "strong on learning only",
                    configuration == .noMilieu ? "faible sur les deux" : configuration == .innovativeMilieu ? "fort sur les deux"
                        : configuration == .potentialMilieu ? "fort sur la seule interaction" : "fort sur le seul apprentissage"),
            ]
        }
    }

    /// An axis from 0 to 1: bounds, interval and median as places on a line of 200.
    private func bar(_ axis: Axis) -> [String: Any] {
        let part = score.axis(axis)
        func place(_ value: Double) -> String { NumberText.fixed(value * 200, digits: 1) }
        let (low, high) = (part.bounds.lowerBound, part.bounds.upperBound)
        let interval = part.interval
        return [
            "name": words.capitalised(words(axis.name)), "boundStart": place(low), "boundWidth": place(max(high - low, 0.004)),
            "hasInterval": interval != nil, "start": place(interval?.low ?? 0),
            "width": place(max((interval?.high ?? 0) - (interval?.low ?? 0), 0.004)), "median": place(interval?.median ?? 0),
            "threshold": place(score.method.threshold),
            "text": words(
                "\(axis.name.en): bounds \(words.number(low, digits: 2)) to \(words.number(high, digits: 2))", "\(axis.name.fr) : bornes de \(words.number(low, digits: 2)) à \(words.number(high, digits: 2))")
                + (interval.map {
                    words(
                        ", draws \(words.number($0.low, digits: 2)) to \(words.number($0.high, digits: 2)), median \(words.number($0.median, digits: 2))",
                        ", tirages de \(words.number($0.low, digits: 2)) à \(words.number($0.high, digits: 2)), médiane \(words.number($0.median, digits: 2))")
                } ?? ""),
        ]
    }

    private var axes: ReportTable {
        let rows = Axis.allCases.map { axis -> [ReportTable.Entry] in
            let part = score.axis(axis)
            return [
                .head(words.capitalised(words(axis.name))), number(part.score), number(part.overKnown),
                number(part.interval?.median), number(part.interval?.low), number(part.interval?.high),
                number(part.bounds.lowerBound), number(part.bounds.upperBound), percent(part.coverage),
            ]
        }
        return ReportTable(
            id: "table-axes", caption: words("The two axes", "Les deux axes"),
            note: words(
                "Bounds: every undefined indicator at 0, and at 1. Coverage: the share of the weights in indicators that are defined; below \(words.percent(score.method.neededCoverage)) there is no point score.",
                "Bornes : tout indicateur indéfini à 0, et à 1. Couverture : la part des poids des indicateurs définis ; sous \(words.percent(score.method.neededCoverage)), pas de score ponctuel."),
            columns: [
                .text(words("axis", "axe")), .number(words("score", "score")), .number(words("over what is known", "sur le connu")),
                .number(words("median", "médiane")), .number("5 %"), .number("95 %"),
                .number(words("lower bound", "borne basse")), .number(words("upper bound", "borne haute")),
                .number(words("coverage", "couverture")),
            ], rows: rows)
    }

    private func indicators(_ axis: Axis) -> ReportTable {
        let rows = score.axis(axis).indicators.map { entry -> [ReportTable.Entry] in
            let tests = score.nullTests.filter { $0.subject == .indicator(entry.indicator.id) }
            let reason = entry.value.reason.map { words($0) } ?? ""
            let beside = entry.value.beside.map { "\(words($0.name)) : \(words.number($0.value, digits: 2))" }
            return [
                .head(words.capitalised(words(entry.indicator.name))), .text(words(entry.indicator.dimension.name)),
                number(entry.value.value), .text(tests.isEmpty ? Wording.undefined : tests.map(byChance).joined(separator: words("; ", " ; "))),
                percent(entry.value.coverage), percent(entry.weight), number(entry.contribution),
                .text(([reason] + beside).filter { !$0.isEmpty }.joined(separator: " ")),
            ]
        }
        return ReportTable(
            id: "table-\(axis.rawValue)",
            caption: words("Indicators of \(axis.name.en)", "Indicateurs d'\(axis.name.fr)"),
            columns: [
                .text(words("indicator", "indicateur")), .text("dimension"), .number(words("value", "valeur")),
                .text(words("by chance, by each null model", "au hasard, par modèle nul")),
                .number(words("known", "connu")), .number(words("weight", "poids")),
                .number(words("contribution", "contribution")), .text(words("to know", "à savoir")),
            ], rows: rows)
    }

    /// What one null model says of a value: its name, the mean of its draws and p.
    private func byChance(_ test: NullTest) -> String {
        let name = words(test.model.name)
        guard test.isTestable else { return words("\(name): not testable", "\(name) : non testable") }
        let (mean, p) = (words.number(test.mean, digits: 2), words.number(test.p, digits: 3))
        return words("\(name): \(mean), p = \(p)", "\(name) : \(mean), p = \(p)")
    }

    private var nulls: ReportTable? {
        guard !score.nullTests.isEmpty else { return nil }
        let names = Dictionary(uniqueKeysWithValues: IndicatorCatalogue.all.map { ($0.id, words($0.name)) })
        let rows = score.nullTests.map { test -> [ReportTable.Entry] in
            let name: String =
                switch test.subject {
                case .indicator(let id): names[id] ?? id
                case .axis(let axis): words("the whole axis: ", "l'axe entier : ") + words(axis.name)
                }
            return [
                .head(words.capitalised(name)), .text(words(test.model.name)), number(test.observed), number(test.mean),
                .number(words.number(test.z, digits: 1), test.z), .number(words.number(test.p, digits: 3), test.p),
                .number(words.number(test.q, digits: 3), test.q),
                .text(
                    test.isTestable
                        ? ((test.q ?? 1) < 0.05 ? words("more than chance", "plus que le hasard") : words("no more than chance", "pas plus que le hasard"))
                        : words("not testable", "non testable")),
            ]
        }
        return ReportTable(
            id: "table-nulls", caption: words("Tests against null models", "Tests contre des modèles nuls"),
            columns: [
                .text(words("value", "valeur")), .text(words("null model", "modèle nul")), .number(words("observed", "observé")),
                .number(words("null mean", "moyenne nulle")), .number("z"), .number("p"), .number("q"),
                .text(words("reads", "se lit")),
            ], rows: rows)
    }

    private var sensitivity: ReportTable? {
        guard let sensitivity = score.uncertainty?.sensitivity, !sensitivity.isEmpty else { return nil }
        func interval(_ interval: Interval?) -> String {
            interval.map { "\(words.number($0.low, digits: 2)) – \(words.number($0.high, digits: 2))" } ?? Wording.undefined
        }
        let sorted = Sensitivity.Output.allCases.flatMap { output in
            sensitivity.filter { $0.output == output }.enumerated()
                .sorted { ($1.element.totalEstimate ?? -1, $0.offset) < ($0.element.totalEstimate ?? -1, $1.offset) }
                .map(\.element)
        }
        let groups = (score.uncertainty?.openness ?? []).map { row -> [ReportTable.Entry] in
            [
                .head(words.capitalised(words(row.origin.name))), .text(words(row.output.name)), number(row.firstEstimate),
                .text(interval(row.first)), number(row.totalEstimate), .text(interval(row.total)),
            ]
        }
        let rows = groups + sorted.map { row -> [ReportTable.Entry] in
            [
                .head(words.capitalised(words(row.factor.name))), .text(words(row.output.name)), number(row.firstEstimate),
                .text(interval(row.first)), number(row.totalEstimate), .text(interval(row.total)),
            ]
        }
        return ReportTable(
            id: "table-sensitivity", caption: words("Sensitivity of axes and verdict", "Sensibilité des axes et du verdict"),
            columns: [
                .text(words("choice", "choix")), .text(words("of", "sur")), .number(words("first order", "premier ordre")),
                .text(words("90 % interval", "intervalle à 90 %")), .number(words("total", "total")),
                .text(words("90 % interval", "intervalle à 90 %")),
            ], rows: rows)
    }

    private var leverage: ReportTable? {
        guard let leverage = score.leverage else { return nil }
        let parts: [(String, [Leverage.Entry])] = [
            (words("actor", "acteur"), leverage.actors), (words("tie", "lien"), leverage.ties),
            (words("event", "événement"), leverage.events),
            (words("the core", "le noyau"), leverage.core.map { [$0] } ?? []),
        ]
        let rows = parts.flatMap { part, entries in
            entries.map { entry -> [ReportTable.Entry] in
                let actor = part == parts[0].0 ? subject.network.actors.position(of: entry.id).flatMap { subject.nodeOfActor[$0] } : nil
                return [
                    .head(words(entry.name), actor: actor), .text(part),
                    .number(words.signed(entry.learningChange), entry.learningChange),
                    .number(words.signed(entry.interactionChange), entry.interactionChange),
                    .number(words.number(entry.distance), entry.distance),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        return ReportTable(
            id: "table-leverage",
            caption: words("Change of the two axes without each", "Variation des deux axes sans chacun"),
            columns: [
                .text(words("without", "sans")), .text(words("what it is", "ce que c'est")),
                .number(words("learning", "apprentissage")), .number("interaction"),
                .number(words("distance", "distance"), hint: words("How far the territory moves in the plane", "De combien le territoire se déplace dans le plan")),
            ], rows: rows)
    }

    private var missing: ReportTable? {
        let entries = Axis.allCases.flatMap { axis in score.axis(axis).missing.map { (axis, $0) } }
        guard !entries.isEmpty else { return nil }
        return ReportTable(
            id: "table-missing", caption: words("Indicators without a value", "Indicateurs sans valeur"),
            columns: [
                .text(words("indicator", "indicateur")), .text(words("axis", "axe")), .number(words("weight", "poids")),
                .text(words("why", "pourquoi")), .text(words("what would tell", "ce qui le dirait")),
            ],
            rows: entries.map { axis, entry in
                [
                    .head(words.capitalised(words(entry.indicator.name))), .text(words(axis.name)), percent(entry.weight),
                    .text(entry.value.reason.map { words($0) } ?? ""), .text(words(entry.indicator.needs)),
                ]
            })
    }

    private func number(_ value: Double?) -> ReportTable.Entry { .number(words.number(value, digits: 2), value) }
    private func percent(_ value: Double) -> ReportTable.Entry { .number(words.percent(value), value) }
}
