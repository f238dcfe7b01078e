import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// What an actor's alters hold: Lin's position generator on an attribute, Bourdieu's resources that
/// ties give access to.
enum ResourceMeasures {
    static let all = [
        mobilizable, resourcesKnown, mobilizableFactors, upperReachability, heterogeneity, extensity,
    ]

    private static let lin2001 = Reference(
        "Lin", 2001, "Social Capital: A Theory of Social Structure and Action", "Cambridge University Press",
        locator: "pp. 61–63")
    private static let bourdieu1980 = Reference(
        "Bourdieu", 1980, "Le capital social. Notes provisoires", "Actes de la recherche en sciences sociales 31, 2–3")
    private static let resource = Bilingual(
        en: "The resource is the attribute of `--resource` (size by default), a number.",
        fr: "La ressource est l'attribut de `--resource` (l'effectif par défaut), un nombre.")
    private static let noKnownAlter = Bilingual(
        en: "Undefined where the resource of none of its alters is known.",
        fr: "Indéfini si la ressource d'aucun de ses alters n'est connue.")

    private static let mobilizable = Measure(
        "mobilizable_resources", level: .actor, family: .socialCapital,
        name: Bilingual(en: "mobilisable resources", fr: "ressources mobilisables"),
        formula: #"\sum_{j \in N(i)} R_j \, \alpha_{ij} \, \delta_{ij}"#,
        reading: Bilingual(
            en: "What the actor's alters hold, as far as the ties to them are active and have lasted: the resources that its ties can mobilise.",
            fr: "Ce que détiennent les alters de l'acteur, autant que les liens avec eux sont actifs et ont duré : les ressources que ses liens permettent de mobiliser."),
        convention: resource
            + Bilingual(
                en: "Activation α: 1 active or not told, ½ dormant, 0 otherwise. Durability δ: the years that the tie has held of the years observed (from the first date of a tie to the view's date, the reference date, or the last date); 1 where it has no dates. Of several ties to an alter, the most active and the longest. Alters of unknown resource add nothing: see resources_known. `mobilizable_resources_factors` shows every factor.",
                fr: "Activation α : 1 si actif ou non dit, ½ si dormant, 0 sinon. Durabilité δ : les années que le lien a tenu sur les années observées (de la première date d'un lien à la date de la vue, à la date de référence ou à la dernière date) ; 1 s'il n'a pas de dates. De plusieurs liens avec un alter, le plus actif et le plus long. Les alters de ressource inconnue n'ajoutent rien : voir resources_known. `mobilizable_resources_factors` montre chaque facteur."),
        undefined: noKnownAlter
            + Bilingual(en: "0 for an isolate.", fr: "0 pour un isolé."),
        sources: [bourdieu1980], range: -Double.infinity...Double.infinity, requirements: [.oneMode, .resource],
        profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        let holdings = try context.holdings()
        return .number(
            holdings.indices.map { node in
                let known = holdings[node].compactMap(\.mobilizable)
                guard !known.isEmpty || holdings[node].isEmpty else { return nil }
                return known.reduce(0, +)
            })
    }.explained(sum: "mobilizable") { context, node throws(MilieuError) in
        try AlterExplanations.holdings(context, node)
    }

    private static let resourcesKnown = Measure(
        "resources_known", level: .actor, family: .socialCapital,
        name: Bilingual(en: "alters whose resource is known", fr: "alters dont la ressource est connue"),
        formula: #"\frac{|\{j \in N(i) : R_j \text{ known}\}|}{|N(i)|}"#,
        reading: Bilingual(
            en: "How much of the actor's surroundings the measures of resources rest on.",
            fr: "Sur quelle part de l'entourage de l'acteur reposent les mesures de ressources."),
        convention: resource + Conventions.eitherDirection,
        undefined: Bilingual(en: "Undefined for an isolate.", fr: "Indéfini pour un isolé."),
        sources: [lin2001], range: 0...1, requirements: [.oneMode, .resource], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(
            try context.holdings().map { alters in
                alters.isEmpty ? nil : Double(alters.count { $0.resource != nil }) / Double(alters.count)
            })
    }.explained(sum: "known_share") { context, node throws(MilieuError) in
        try AlterExplanations.holdings(context, node)
    }

    private static let mobilizableFactors = Measure(
        table: "mobilizable_resources_factors", family: .socialCapital,
        name: Bilingual(en: "mobilisable resources, factor by factor", fr: "ressources mobilisables, facteur par facteur"),
        formula: #"R_j,\ \alpha_{ij},\ \delta_{ij},\ R_j \alpha_{ij} \delta_{ij}"#,
        reading: Bilingual(
            en: "For each actor and alter, the alter's resource, the activation and durability of their tie, and the product.",
            fr: "Pour chaque acteur et alter, la ressource de l'alter, l'activation et la durabilité de leur lien, et le produit."),
        convention: resource,
        undefined: Bilingual(
            en: "The product is undefined where the resource is not known.",
            fr: "Le produit est indéfini si la ressource n'est pas connue."),
        sources: [bourdieu1980], range: -Double.infinity...Double.infinity, requirements: [.oneMode, .resource],
        profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        let rows = try context.holdings().enumerated().flatMap { ego, alters in alters.map { (ego, $0) } }
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        return Table(
            name: "mobilizable_resources_factors",
            columns: [
                Column(field("actor", "actor", "acteur"), .text(rows.map { context.view.id(of: $0.0) })),
                Column(field("alter", "alter", "alter"), .text(rows.map { context.view.id(of: $0.1.alter) })),
                Column(field("resource", "resource", "ressource"), .number(rows.map(\.1.resource))),
                Column(field("activation", "activation", "activation"), .number(rows.map(\.1.activation))),
                Column(field("durability", "durability", "durabilité"), .number(rows.map(\.1.durability))),
                Column(field("mobilizable", "mobilisable", "mobilisable"), .number(rows.map(\.1.mobilizable))),
            ])
    }

    private static let upperReachability = Measure(
        "upper_reachability", level: .actor, family: .socialCapital,
        name: Bilingual(en: "upper reachability", fr: "atteinte supérieure"),
        formula: #"\max_{j \in N(i)} R_j"#,
        reading: Bilingual(
            en: "The resource of the best endowed alter.", fr: "La ressource de l'alter le mieux doté."),
        convention: resource + Conventions.eitherDirection, undefined: noKnownAlter, sources: [lin2001],
        range: -Double.infinity...Double.infinity, requirements: [.oneMode, .resource], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(try context.holdings().map { $0.compactMap(\.resource).max() })
    }.growing(.rises).explained { context, node throws(MilieuError) in try AlterExplanations.holdings(context, node) }

    private static let heterogeneity = Measure(
        "heterogeneity", level: .actor, family: .socialCapital,
        name: Bilingual(en: "heterogeneity", fr: "hétérogénéité"),
        formula: #"\max_{j \in N(i)} R_j - \min_{j \in N(i)} R_j"#,
        reading: Bilingual(
            en: "The range of resources among the alters.", fr: "L'étendue des ressources parmi les alters."),
        convention: resource + Conventions.eitherDirection, undefined: noKnownAlter, sources: [lin2001],
        range: 0...Double.infinity, requirements: [.oneMode, .resource], profiles: [.socialCapital]
    ) { context throws(MilieuError) in
        .number(
            try context.holdings().map { alters in
                let known = alters.compactMap(\.resource)
                guard let most = known.max(), let least = known.min() else { return nil }
                return most - least
            })
    }.growing(.rises).explained { context, node throws(MilieuError) in try AlterExplanations.holdings(context, node) }

    private static let extensity = Measure(
        "extensity", level: .actor, family: .socialCapital,
        name: Bilingual(en: "extensity", fr: "étendue des positions"),
        formula: #"|\{R_j : j \in N(i)\}|"#,
        reading: Bilingual(
            en: "The number of distinct positions among the alters.",
            fr: "Le nombre de positions distinctes parmi les alters."),
        convention: Bilingual(
            en: "Distinct values of the attribute of `--resource`, numbers or words.",
            fr: "Valeurs distinctes de l'attribut de `--resource`, nombres ou mots.") + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "0 for an actor none of whose alters has a known position.",
            fr: "0 pour un acteur dont aucun alter n'a de position connue."),
        sources: [lin2001], range: 0...Double.infinity, type: .integer, requirements: [.oneMode, .resource],
        profiles: [.socialCapital]
    ) { context in
        let texts = context.resourceTexts
        return .integer(
            context.view.nodes.indices.map { node in
                Set(context.binaryUndirected.outgoing.neighbours(of: node).compactMap { texts[Int($0)] }).count
            })
    }.growing(.rises).explained(sum: "new") { context, node in AlterExplanations.positions(context, node) }
}
