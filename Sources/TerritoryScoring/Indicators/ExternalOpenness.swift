import Vocabulary

/// How many are near to knowledge from elsewhere.
enum ExternalOpenness {
    static let indicator = Indicator(
        "external_openness", .openness,
        name: Bilingual(en: "openness to the outside", fr: "ouverture vers l'extérieur"),
        formula: #"\frac{1}{W} \sum_{i : d_K(i, \text{outside}) \leq 2} w_i"#,
        reading: Bilingual(
            en:
                "The share of the inside population within two steps of knowledge of an actor outside, in either direction; taking part in one event of learning is one step.",
            fr:
                "La part de la population interne à deux pas de connaissance au plus d'un acteur extérieur, dans un sens ou l'autre ; participer à un même événement d'apprentissage est un pas."
        ),
        undefined: Bilingual(
            en: "Undefined where the outside was not asked for, or nobody outside is listed, so that nothing says that it was; where over 20 % of the actors that are not outside may be inside or not; or where knowledge was not surveyed.",
            fr: "Indéfini si l'on n'a pas demandé ce qui vient du dehors, ou si personne d'extérieur n'est listé, car rien ne dit alors qu'on l'a demandé ; si l'on ignore pour plus de 20 % des acteurs non externes s'ils sont internes ; ou si la connaissance n'a pas été relevée."),
        needs: Bilingual(
            en: "actors.csv, columns place and inside; ties.csv of the layer \"knowledge\" towards actors outside",
            fr: "actors.csv, colonnes place et inside ; ties.csv de la couche « knowledge » avec l'extérieur"),
        sources: [
            Reference(
                "Bathelt, Malmberg and Maskell", 2004,
                "Clusters and knowledge: local buzz, global pipelines and the process of knowledge creation",
                "Progress in Human Geography 28(1), 31–56")
        ],
        reads: .knowledge
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        let scenario = situation.scenario
        let unplaced = situation.isThere.indices.count {
            situation.isThere[$0] && !scenario.isInside[$0] && !scenario.isOutside[$0]
        }
        let coverage =
            situation.code.insideIsAssumed
            ? 0 : Double(situation.insiderCount) / Double(situation.insiderCount + unplaced)
        guard coverage >= 0.8 else { return .undefined(unknown, coverage: coverage) }
        guard situation.code.outsideWasAsked else { return .undefined(Reason.outsideNotAsked) }
        guard situation.hasOutsiders else { return .undefined(Reason.nobodyOutside) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        var isNear = scenario.isOutside.indices.map { scenario.isOutside[$0] && situation.isThere[$0] }
        for _ in 0..<2 { isNear = oneStepFurther(isNear, situation) }
        return .known(situation.shareOfPopulation { isNear[Int($0)] ? situation.weight($0) : 0 }, coverage: coverage)
    }

    private static func oneStepFurther(_ isNear: [Bool], _ situation: Situation) -> [Bool] {
        let scenario = situation.scenario
        var next = isNear
        for place in situation.knowledge {
            let (source, target) = (
                Int(scenario.knowledge[Int(place)].source), Int(scenario.knowledge[Int(place)].target)
            )
            if isNear[source] { next[target] = true }
            if isNear[target] { next[source] = true }
        }
        var eventIsNear = [Bool](repeating: false, count: situation.code.events.count)
        for place in situation.knowledgeSeats {
            let seat = scenario.knowledgeSeats[Int(place)]
            if isNear[Int(seat.node)] { eventIsNear[Int(seat.event)] = true }
        }
        for place in situation.knowledgeSeats {
            let seat = scenario.knowledgeSeats[Int(place)]
            if eventIsNear[Int(seat.event)] { next[Int(seat.node)] = true }
        }
        return next
    }

    private static let unknown = Bilingual(
        en: "Of over 20 % of the actors that may be inside nothing says whether they are.",
        fr: "Pour plus de 20 % des acteurs qui peuvent être internes, rien ne dit s'ils le sont.")
}

extension Situation {
    /// Whether some actor is known to be outside.
    var hasOutsiders: Bool { isThere.indices.contains { isThere[$0] && scenario.isOutside[$0] } }
}
