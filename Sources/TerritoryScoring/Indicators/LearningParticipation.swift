import Vocabulary

/// How many take part in learning at all.
enum LearningParticipation {
    static let indicator = Indicator(
        "learning_participation", .diffusion,
        name: Bilingual(en: "participation in learning", fr: "participation à l'apprentissage"),
        formula: #"\frac{1}{n} \left| \{ i : \deg_K(i) > 0 \} \right|"#,
        reading: Bilingual(
            en: "The share of inside actors with a tie of knowledge or in an event of learning.",
            fr: "La part des acteurs internes qui ont un lien de connaissance ou participent à un événement d'apprentissage."),
        undefined: Bilingual(
            en: "Undefined where knowledge was not surveyed or no actor is inside.",
            fr: "Indéfini si la connaissance n'a pas été relevée ou si aucun acteur n'est interne."),
        needs: Bilingual(
            en: "ties.csv and participation.csv of the layer \"knowledge\"; \"knowledge\" among the surveyed layers",
            fr: "ties.csv et participation.csv de la couche « knowledge » ; « knowledge » parmi les couches relevées"),
        sources: [Axis.source],
        reads: .knowledge
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard situation.insiderCount > 0 else { return .undefined(Reason.noInsider) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let scenario = situation.scenario
        var takesPart = [Bool](repeating: false, count: scenario.nodeCount)
        for place in situation.knowledge {
            takesPart[Int(scenario.knowledge[Int(place)].source)] = true
            takesPart[Int(scenario.knowledge[Int(place)].target)] = true
        }
        for place in situation.knowledgeSeats { takesPart[Int(scenario.knowledgeSeats[Int(place)].node)] = true }
        return .known(situation.shareOfInsiders { takesPart[Int($0)] })
    }
}

extension Situation {
    /// The share of inside actors of which something holds.
    func shareOfInsiders(_ holds: (Int32) -> Bool) -> Double {
        Double(insiders.count(where: holds)) / Double(insiderCount)
    }
}
