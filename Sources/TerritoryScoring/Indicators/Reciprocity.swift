import Vocabulary

/// Whether what is given comes back.
enum Reciprocity {
    static let indicator = Indicator(
        "reciprocity", .activation,
        name: Bilingual(en: "reciprocity", fr: "réciprocité"),
        formula: #"\max\left(0, \frac{r - \bar a}{1 - \bar a}\right)"#,
        reading: Bilingual(
            en:
                "How much likelier a directed tie of interaction is to be returned, in any layer where return is possible, than chance at that density would have it. A tie without a direction does not tell who gave: the value is known as far as ties have one.",
            fr:
                "De combien un lien d'interaction orienté a plus de chances d'être rendu, dans l'une des couches où un retour est possible, que le hasard ne le voudrait à cette densité. Un lien sans orientation ne dit pas qui a donné : la valeur est connue pour autant que les liens en ont une."
        ),
        undefined: Bilingual(
            en: "Undefined where no tie could be returned, or everyone is tied to everyone.",
            fr: "Indéfini si aucun lien ne peut être rendu, ou si tous sont liés à tous."),
        needs: Bilingual(
            en: "ties.csv, ties of directed kinds in the layers cooperation, supply, service and finance",
            fr: "ties.csv, liens de types orientés dans les couches cooperation, supply, service et finance"),
        sources: [
            Reference(
                "Garlaschelli and Loffredo", 2004, "Patterns of link reciprocity in directed networks",
                "Physical Review Letters 93, 268701")
        ],
        reads: .interactionTies
    ) { situation in
        if let missing = situation.missingInteraction { return missing }
        guard !situation.interaction.isEmpty else { return .nothingFound }
        let arcs = situation.scenario.arcs
        var isThere = [Bool](repeating: false, count: arcs.count)
        var (told, untold) = (0, 0)
        for place in situation.interaction {
            let link = situation.scenario.interaction[Int(place)]
            if link.arc >= 0 {
                isThere[Int(link.arc)] = true
                told += 1
            } else if !link.isDirected,
                situation.scenario.settings.returnableLayers.contains(situation.code.layers[Int(link.layer)])
            {
                untold += 1
            }
        }
        var (count, returned) = (0, 0)
        for arc in arcs.indices where isThere[arc] {
            count += 1
            if arcs[arc].back >= 0, isThere[Int(arcs[arc].back)] { returned += 1 }
        }
        guard count > 0 else { return .undefined(untold > 0 ? withoutDirection : none) }
        let possible = situation.insiderCount * (situation.insiderCount - 1)
        guard count < possible else { return .undefined(complete) }
        let density = Double(count) / Double(possible)
        return .known(
            (Double(returned) / Double(count) - density) / (1 - density),
            coverage: Double(told) / Double(told + untold) * situation.knownPattern,
            reason: untold > 0 ? withoutDirection : situation.patternReason)
    }

    private static let withoutDirection = Bilingual(
        en: "Ties without a direction do not tell who gave and who returned.",
        fr: "Des liens sans orientation ne disent pas qui a donné et qui a rendu.")
    private static let none = Bilingual(
        en: "No directed tie stands in a layer where return is possible.",
        fr: "Aucun lien orienté dans une couche où un retour est possible.")
    private static let complete = Bilingual(
        en: "Everyone is tied to everyone both ways.", fr: "Tous sont liés à tous dans les deux sens.")
}
