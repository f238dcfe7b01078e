import NetworkModel
import Tabular
import Vocabulary

/// Scores territories on learning and interaction.
public enum Scoring {
    /// Scores one territory.
    ///
    /// - Parameters:
    ///   - method: the parameters; `ScoringMethod.standard()` where the user has none of their own.
    ///   - progress: told while draws, null models and leverage run.
    /// - Throws: `MilieuError` of cause `usage` for a perimeter or actor that the network does not
    ///   have.
    /// - Complexity: one evaluation of all indicators for each draw, Sobol row and factor, null draw,
    ///   and actor, tie and event of the leverage. The same bits on any number of threads.
    public static func score(
        _ network: Network, method: ScoringMethod, options: ScoringOptions = ScoringOptions(),
        progress: ScoringProgress? = nil
    ) throws(MilieuError) -> TerritoryScore {
        let preparation = try Preparation(network, method, options)
        return preparation.score(progress)
    }

    /// The same territory at several dates, in their order.
    ///
    /// - Throws: as `score`.
    public static func trajectory(
        _ network: Network, at dates: [PartialDate], method: ScoringMethod,
        options: ScoringOptions = ScoringOptions(), progress: ScoringProgress? = nil
    ) throws(MilieuError) -> [TerritoryScore] {
        var scores: [TerritoryScore] = []
        for date in dates {
            var dated = options
            dated.date = date
            scores.append(try score(network, method: method, options: dated, progress: progress))
        }
        return scores
    }

    /// Several territories, each at several dates, in that order.
    ///
    /// - Parameter dates: where there are none, each is scored once, at the options' date.
    /// - Throws: as `score`.
    public static func scores(
        of networks: [Network], at dates: [PartialDate], method: ScoringMethod,
        options: ScoringOptions = ScoringOptions(), progress: ScoringProgress? = nil
    ) throws(MilieuError) -> [TerritoryScore] {
        var scores: [TerritoryScore] = []
        for network in networks {
            if dates.isEmpty {
                scores.append(try score(network, method: method, options: options, progress: progress))
            } else {
                scores += try trajectory(network, at: dates, method: method, options: options, progress: progress)
            }
        }
        return scores
    }
}

extension Preparation {
    func score(_ progress: ScoringProgress?) -> TerritoryScore {
        let situation = situation
        let found = situation.values
        let uncertainty = method.draws > 0 ? MonteCarlo(self).run(progress) : nil
        let (learning, interaction) = (
            axis(.learning, found, uncertainty), axis(.interaction, found, uncertainty)
        )
        var configuration: Configuration?
        if let x = learning.score, let y = interaction.score {
            configuration = Configuration(learning: x, interaction: y, threshold: method.threshold)
        }
        return TerritoryScore(
            territory: network.description.territory?.name ?? network.description.title,
            date: scenario.window.date,
            perimeter: code.perimeters.isEmpty ? nil : code.perimeters[scenario.settings.perimeter],
            learning: learning, interaction: interaction, pointConfiguration: configuration,
            uncertainty: uncertainty,
            nullTests: options.hasNulls ? NullTesting(self, found).run(progress) : [],
            leverage: options.hasLeverage ? LeverageSearch(self, found).run(progress) : nil,
            evidence: EvidenceAudit.counts(network), counts: counts(situation), notes: notes, method: method,
            provenance: provenance)
    }

    private func axis(_ axis: Axis, _ found: [IndicatorValue], _ drawn: Uncertainty?) -> AxisScore {
        let values = found.map(\.value)
        let outcome = aggregation.outcome(axis, values)
        // Where nothing is unobserved, coverage is what it was; what was not observed may be anything in the bounds.
        let observed = observation.isPartial ? observedShares : nil
        let shares = IndicatorCatalogue.all.map { observed?.share(of: $0.reads) ?? 1 }
        let bounds = aggregation.bounds(axis, zip(values, shares).map { $1 < 1 ? nil : $0 })
        let contributions = aggregation.contributions(axis, values)
        let parts = aggregation.parts(of: axis)
        let all = parts.reduce(0) { $0 + $1.weight }
        let indicators = IndicatorCatalogue.all.enumerated().filter { $1.axis == axis }.map { place, indicator in
            let part = parts.first { $0.dimension == indicator.dimension }
            let inside = part?.indicators.first { $0.place == place }?.weight ?? 0
            let sum = part?.indicators.reduce(0) { $0 + $1.weight } ?? 0
            var value = found[place]
            value.coverage *= shares[place]
            return IndicatorScore(
                indicator: indicator, value: value,
                weight: sum > 0 ? (part?.weight ?? 0) / all * inside / sum : 0, contribution: contributions[place])
        }
        let coverage = observation.isPartial
            ? indicators.reduce(0) { $0 + ($1.value.value == nil ? 0 : $1.weight * shares[place(of: $1)]) } : outcome.coverage
        return AxisScore(
            axis: axis, score: coverage >= method.neededCoverage ? outcome.score : nil,
            overKnown: outcome.score, bounds: bounds, coverage: coverage,
            indicators: indicators, interval: drawn.flatMap { Interval(axis == .learning ? $0.learning : $0.interaction, $0.errors) })
    }

    private func place(of score: IndicatorScore) -> Int {
        IndicatorCatalogue.all.firstIndex { $0.id == score.indicator.id } ?? 0
    }

    private var observedShares: ObservedShares {
        let inside = code.actors.indices.filter { scenario.nodeOf[$0] >= 0 && scenario.isInside[Int(scenario.nodeOf[$0])] }
        return ObservedShares(observation, method, insiders: inside.map { network.actors.id(at: code.actorRow[$0]) })
    }

    private func counts(_ situation: Situation) -> TerritoryScore.Counts {
        let scenario = situation.scenario
        let actors = code.actors.indices.filter { scenario.nodeOf[$0] >= 0 && presence.actors[$0] }
        let held = code.ties.indices.filter {
            presence.ties[$0] && scenario.window.holds(since: code.ties[$0].since, until: code.ties[$0].until)
        }
        return TerritoryScore.Counts(
            insiders: actors.count { scenario.isInside[$0] }, outsiders: actors.count { scenario.isOutside[$0] },
            unplaced: actors.count { !scenario.isInside[$0] && !scenario.isOutside[$0] },
            knowledgeTies: situation.knowledge.count,
            knowledgeEvents: Set(situation.knowledgeSeats.map { scenario.knowledgeSeats[Int($0)].event }).count,
            interactionTies: situation.interaction.count,
            interactionEvents: Set(situation.interactionSeats.map { scenario.interactionSeats[Int($0)].event }).count,
            plannedTies: held.count { code.ties[$0].status == .planned && !code.ties[$0].isExtra },
            potentialTies: held.count { code.ties[$0].status == .potential },
            unsurveyedTies: held.count {
                !code.isSurveyed[Int(code.ties[$0].layer)]
                    && scenario.window.standing(of: code.ties[$0])?.isPresent == true
            })
    }

    private var notes: [Bilingual] {
        var notes: [Bilingual] = []
        if code.insideIsAssumed {
            notes.append(
                Bilingual(
                    en: "Nothing says which actors are inside the territory: all count as inside.",
                    fr: "Rien ne dit quels acteurs sont internes au territoire : tous comptent comme internes."))
        }
        if scenario.window.days == nil {
            notes.append(
                Bilingual(
                    en: "The dataset has no reference date: ties and events count whatever their dates.",
                    fr:
                        "Le jeu de données n'a pas de date de référence : liens et événements comptent quelles que soient leurs dates."
                ))
        }
        if network.description.surveyed == nil {
            notes.append(
                Bilingual(
                    en:
                        "The dataset does not say what was surveyed: list the layers under \"surveyed\" in datapackage.json, since of a layer that was not looked for nothing can be said.",
                    fr:
                        "Le jeu de données ne dit pas ce qui a été relevé : indiquez les couches sous « surveyed » dans datapackage.json, car d'une couche qu'on n'a pas cherchée on ne peut rien dire."
                ))
        }
        return notes
    }

    private var provenance: Provenance {
        Provenance(
            dataset: network.description.name, datasetVersion: network.description.version,
            contentHash: network.description.contentHash, seed: options.seed)
    }
}
