import Vocabulary

/// Whether what comes from outside is passed on.
enum Gatekeeping {
    static let indicator = Indicator(
        "gatekeeping", .openness,
        name: Bilingual(en: "gatekeeping", fr: "relais de la connaissance"),
        formula:
            #"\frac{\left| \{ (o, i) \in K : \exists j \neq i, (i, j) \in K \} \right|}{\left| \{ (o, i) \in K \} \right|}"#,
        reading: Bilingual(
            en:
                "The share of ties of knowledge from outside (pairs of giver and receiver, however many rows tell them) whose receiver shares knowledge with another inside actor, by a tie or an event. The concentration of receivers (Herfindahl) stands beside.",
            fr:
                "La part des liens de connaissance venus de l'extérieur (paires de donneur et récepteur, quel que soit le nombre de lignes) dont le récepteur partage de la connaissance avec un autre acteur interne, par un lien ou un événement. La concentration des récepteurs (Herfindahl) figure à côté."
        ),
        undefined: Bilingual(
            en: "Undefined where no tie of knowledge comes from outside, the outside was not asked for, or nobody outside is listed.",
            fr: "Indéfini si aucun lien de connaissance ne vient de l'extérieur, si l'on n'a pas demandé ce qui vient du dehors, ou si personne d'extérieur n'est listé."),
        needs: Bilingual(
            en: "ties.csv of the layer \"knowledge\" from actors outside; actors.csv, columns place and inside",
            fr: "ties.csv de la couche « knowledge » venus d'acteurs extérieurs ; actors.csv, colonnes place et inside"),
        sources: [
            Reference(
                "Giuliani and Bell", 2005,
                "The micro-determinants of meso-level learning and innovation: evidence from a Chilean wine cluster",
                "Research Policy 34(1), 47–68")
        ],
        reads: .knowledge
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard situation.code.outsideWasAsked else { return .undefined(Reason.outsideNotAsked) }
        guard situation.hasOutsiders else { return .undefined(Reason.nobodyOutside) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let sharing = sharers(situation)
        var received: [Int32: Int] = [:]
        var (all, passed) = (0, 0)
        var isTold = [Bool](repeating: false, count: situation.scenario.knowledgePairs.count)
        for place in situation.knowledge {
            let link = situation.scenario.knowledge[Int(place)]
            guard let receiver = receiver(link, situation.scenario), !isTold[Int(link.pair)] else { continue }
            isTold[Int(link.pair)] = true
            all += 1
            received[receiver, default: 0] += 1
            if sharing[Int(receiver)] { passed += 1 }
        }
        guard all > 0 else { return .undefined(none) }
        let concentration = received.values.reduce(0) { $0 + $1 * $1 }
        return .known(
            Double(passed) / Double(all),
            beside: [
                .init(
                    id: "gatekeeping_concentration", name: besideName, value: Double(concentration) / Double(all * all))
            ])
    }

    /// The inside end of a tie along which knowledge comes from outside.
    private static func receiver(_ link: Scenario.Link, _ scenario: Scenario) -> Int32? {
        let (source, target) = (Int(link.source), Int(link.target))
        if scenario.isOutside[source], scenario.isInside[target] { return link.target }
        if !link.isDirected, scenario.isOutside[target], scenario.isInside[source] { return link.source }
        return nil
    }

    /// Inside nodes that give knowledge to another inside one, or meet one at an event of learning.
    private static func sharers(_ situation: Situation) -> [Bool] {
        let scenario = situation.scenario
        var sharing = [Bool](repeating: false, count: scenario.nodeCount)
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            guard scenario.isInside[Int(link.source)], scenario.isInside[Int(link.target)] else { continue }
            sharing[Int(link.source)] = true
            if !link.isDirected { sharing[Int(link.target)] = true }
        }
        var insidersAt = [Int](repeating: 0, count: situation.code.events.count)
        let seats = situation.knowledgeSeats.map { scenario.knowledgeSeats[Int($0)] }
            .filter { scenario.isInside[Int($0.node)] }
        for seat in seats { insidersAt[Int(seat.event)] += 1 }
        for seat in seats where insidersAt[Int(seat.event)] > 1 { sharing[Int(seat.node)] = true }
        return sharing
    }

    private static let besideName = Bilingual(en: "concentration of receivers", fr: "concentration des récepteurs")
    private static let none = Bilingual(
        en: "No tie of knowledge comes from outside.", fr: "Aucun lien de connaissance ne vient de l'extérieur.")
}
