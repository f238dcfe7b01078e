import GraphKernels
import Tabular
import Vocabulary

/// Communities, and a core and a periphery, of actors and events together.
enum TwoModeGroupMeasures {
    static let all = [community, modularity, coreMember, coreFit]

    private static let barber2007 = Reference(
        "Barber", 2007, "Modularity and community detection in bipartite networks", "Physical Review E 76(6), 066102")
    private static let borgattiEverett2000 = Reference(
        "Borgatti and Everett", 2000, "Models of core/periphery structures", "Social Networks 21(4), 375–395")

    private static let search = Bilingual(
        en: "The best of up to 200 seeded runs at the resolution of `--resolution` (1): nodes move to the community of highest gain, communities join, and some are broken up again. The same partition for the same seed on every machine. A community is connected.",
        fr: "La meilleure de 200 exécutions au plus, à graine fixée, à la résolution de `--resolution` (1) : les nœuds vont à la communauté de plus grand gain, les communautés se joignent, et certaines sont dissoutes de nouveau. La même partition pour la même graine sur toute machine. Une communauté est connexe.")
        + Conventions.adjacency

    private static let community = Measure(
        "community_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode community", fr: "communauté bimodale"),
        formula: #"\arg\max_c \sum_{ie} \left(a_{ie} - \gamma \frac{k_i d_e}{m}\right) [c_i = c_e]"#,
        reading: Bilingual(
            en: "The number of the community of the actor or event, of actors and the events they take part in together: 1 for the largest. A node without ties is one of its own.",
            fr: "Le numéro de la communauté de l'acteur ou de l'événement, formée d'acteurs et d'événements auxquels ils participent : 1 pour la plus grande. Un nœud sans lien en forme une à lui seul."),
        convention: search, sources: [barber2007], range: 1...Double.infinity, type: .label, polarity: .neutral,
        requirements: [.twoMode], profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .integer(try context.communities().map { $0 + 1 })
    }.readingWeights()

    private static let modularity = Measure(
        "modularity_two_mode", level: .network, family: .twoMode,
        name: Bilingual(en: "two-mode modularity", fr: "modularité bimodale"),
        formula: #"\frac1m \sum_{ie} \left(a_{ie} - \gamma \frac{k_i d_e}{m}\right) [c_i = c_e]"#,
        reading: Bilingual(
            en: "How much more participations fall within communities than the numbers of events and participants explain. Random networks reach high values too.",
            fr: "Combien plus de participations tombent dans les communautés que les nombres d'événements et de participants ne l'expliquent. Les réseaux aléatoires atteignent aussi des valeurs élevées."),
        convention: Bilingual(
            en: "Only pairs of an actor i and an event e are compared, for no others can be tied.",
            fr: "Seules sont comparées les paires d'un acteur i et d'un événement e, aucune autre ne pouvant être liée.") + search,
        undefined: Bilingual(en: "Undefined in a network without ties.", fr: "Indéfinie dans un réseau sans lien."),
        sources: [barber2007], range: -1...1, requirements: [.twoMode], profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .number([
            BipartiteModularity.value(
                try context.undirectedAdjacency(), firstMode: context.view.actorCount,
                community: try context.communities(), resolution: context.options.resolution)
        ])
    }.readingWeights()

    private static let binary = Bilingual(
        en: "Binary, over the pairs of an actor and an event; actors and events fall into core and periphery each by itself. The best core found by seeded local search; of equally good cores, one.",
        fr: "Binaire, sur les paires d'un acteur et d'un événement ; acteurs et événements se partagent chacun entre cœur et périphérie. Le meilleur cœur trouvé par recherche locale à graine fixée ; parmi des cœurs équivalents, l'un d'eux.")
    private static let star = Bilingual(
        en: "The pattern wants a tie wherever at least one of the two is in the core.",
        fr: "Le modèle veut un lien partout où l'un des deux au moins est au cœur.")
    private static let blocks = Bilingual(
        en: "The pattern wants a tie of every core actor and core event and none of a peripheral actor and a peripheral event; pairs of core and periphery are left out.",
        fr: "Le modèle veut un lien entre tout acteur et tout événement du cœur et aucun entre un acteur et un événement périphériques ; les paires du cœur et de la périphérie sont exclues.")
    private static let noPattern = Bilingual(
        en: "Undefined where a mode is empty, and where all pairs or none are tied.",
        fr: "Indéfini si un mode est vide, et si toutes les paires sont liées ou aucune.")
    private static let inBlocks = Bilingual(en: "blocks", fr: "blocs")

    private static let coreMember = Measure(
        "core_member_two_mode", level: .actor, family: .twoMode,
        name: Bilingual(en: "member of the two-mode core", fr: "membre du cœur bimodal"),
        formula: #"\arg\max_c \operatorname{cor}_{ie}(a_{ie}, [c_i \vee c_e])"#,
        reading: Bilingual(
            en: "Whether the actor belongs to those who are at most events, or the event to those that most attend.",
            fr: "Si l'acteur est de ceux qui sont à la plupart des événements, ou l'événement de ceux où va la plupart."),
        convention: star + binary, undefined: noPattern, sources: [.borgattiEverett1997, borgattiEverett2000],
        range: 0...1, type: .flag, requirements: [.twoMode], profiles: [.roles, .structure], isSeeded: true
    ) { context throws(MilieuError) in
        members(try context.twoModeCore(.star), context)
    }.offering([
        Measure.Variant(
            "blocks", inBlocks, formula: #"\arg\max_c \operatorname{cor}_{c_i = c_e}(a_{ie}, [c_i \wedge c_e])"#,
            convention: blocks + binary, isSeeded: true
        ) { context throws(MilieuError) in members(try context.twoModeCore(.blocks), context) }
    ])

    private static func members(_ split: CorePeriphery.Partition?, _ context: MeasureContext) -> Column.Values {
        .flag(context.view.nodes.indices.map { split?.isCore[$0] })
    }

    private static let coreFit = Measure(
        "core_periphery_fit_two_mode", level: .network, family: .twoMode,
        name: Bilingual(en: "two-mode core–periphery fit", fr: "adéquation cœur–périphérie bimodale"),
        formula: #"\max_c \operatorname{cor}_{ie}(a_{ie}, [c_i \vee c_e])"#,
        reading: Bilingual(
            en: "How well a core and a periphery of actors and of events describe who takes part in what: 1 for perfectly.",
            fr: "À quel point un cœur et une périphérie d'acteurs et d'événements décrivent qui participe à quoi : 1 si parfaitement."),
        convention: star + binary, undefined: noPattern, sources: [.borgattiEverett1997, borgattiEverett2000],
        range: -1...1, requirements: [.twoMode], profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .number([try context.twoModeCore(.star)?.fit])
    }.offering([
        Measure.Variant(
            "blocks", inBlocks, formula: #"\max_c \operatorname{cor}_{c_i = c_e}(a_{ie}, [c_i \wedge c_e])"#,
            convention: blocks + binary, isSeeded: true
        ) { context throws(MilieuError) in .number([try context.twoModeCore(.blocks)?.fit]) }
    ])
}

extension MeasureContext {
    fileprivate func twoModeCore(_ pattern: CorePeriphery.Pattern) throws(MilieuError) -> CorePeriphery.Partition? {
        try requireSize(atMost: 50_000, for: "core_periphery_fit_two_mode")
        return memo("two-mode core \(pattern)") {
            TwoModeCore.discrete(binary, firstMode: view.actorCount, pattern: pattern, seed: options.seed)
        }
    }
}
