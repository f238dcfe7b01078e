import GraphKernels
import Vocabulary

/// A core whose members are tied to one another, and a periphery.
enum CorePeripheryMeasures {
    static let all =
        [member, coreness].map { $0.ofOneMode(namesakes: "core_member_two_mode") }
        + [fit, fitBlocks, fitContinuous].map { $0.ofOneMode(namesakes: "core_periphery_fit_two_mode") }

    private static let borgattiEverett2000 = Reference(
        "Borgatti and Everett", 2000, "Models of core/periphery structures", "Social Networks 21(4), 375–395")
    private static let boyd2010 = Reference(
        "Boyd, Fitzgerald, Mahutga and Smith", 2010,
        "Computing continuous core/periphery structures for social relations data with MINRES/SVD",
        "Social Networks 32(2), 125–137")
    private static let discrete = Bilingual(
        en: "Binary, over ordered pairs. The best core found by seeded local search; of equally good cores, one.",
        fr: "Binaire, sur les paires ordonnées. Le meilleur cœur trouvé par recherche locale à graine fixée ; parmi des cœurs équivalents, l'un d'eux.")
    private static let star = Bilingual(
        en: "The pattern wants a tie wherever at least one of the two is in the core.",
        fr: "Le modèle veut un lien partout où l'un des deux au moins est au cœur.")
    private static let noPattern = Bilingual(
        en: "Undefined below three actors, and where all pairs or none are tied.",
        fr: "Indéfini pour moins de trois acteurs, et si toutes les paires sont liées ou aucune.")

    private static let member = Measure(
        "core_member", level: .actor, family: .core,
        name: Bilingual(en: "member of the core", fr: "membre du cœur"),
        formula: #"\arg\max_c \operatorname{cor}(a_{ij}, [c_i \vee c_j])"#,
        reading: Bilingual(
            en: "Whether the actor belongs to the core rather than the periphery.",
            fr: "Si l'acteur appartient au cœur plutôt qu'à la périphérie."),
        convention: star + discrete, undefined: noPattern, sources: [borgattiEverett2000], range: 0...1, type: .flag,
        profiles: [.roles, .structure], isSeeded: true
    ) { context throws(MilieuError) in
        let split = try context.corePeriphery(.star)
        return .flag(context.view.nodes.indices.map { split?.isCore[$0] })
    }

    private static let coreness = Measure(
        "core_periphery_coreness", level: .actor, family: .core,
        name: Bilingual(en: "coreness (continuous)", fr: "appartenance au cœur (continue)"),
        formula: #"\arg\min_{c \geq 0} \sum_{i \neq j} (a_{ij} - c_i c_j)^2"#,
        reading: Bilingual(
            en: "How far the actor belongs to the core; the squares add up to 1.",
            fr: "À quel point l'acteur appartient au cœur ; la somme des carrés vaut 1."),
        convention: Bilingual(
            en: "Binary. Least squares without the diagonal (MINRES, as UCINET has it), scaled to length 1.",
            fr: "Binaire. Moindres carrés sans la diagonale (MINRES, comme UCINET), ramenés à la longueur 1."),
        undefined: Bilingual(en: "Undefined in a network without ties.", fr: "Indéfinie dans un réseau sans lien."),
        sources: [borgattiEverett2000, boyd2010], range: 0...1, profiles: [.roles, .structure], isSeeded: true
    ) { context throws(MilieuError) in
        let fit = try context.continuousCore()
        return .number(context.view.nodes.indices.map { fit?.values[$0] })
    }

    private static let fit = Measure(
        "core_periphery_fit", level: .network, family: .core,
        name: Bilingual(en: "core–periphery fit", fr: "adéquation cœur–périphérie"),
        formula: #"\max_c \operatorname{cor}_{i \neq j}(a_{ij}, [c_i \vee c_j])"#,
        reading: Bilingual(
            en: "How well a core and a periphery describe the network: 1 for a perfect one.",
            fr: "À quel point un cœur et une périphérie décrivent le réseau : 1 si parfaitement."),
        convention: star + discrete, undefined: noPattern, sources: [borgattiEverett2000], range: -1...1,
        profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .number([try context.corePeriphery(.star)?.fit])
    }

    private static let fitBlocks = Measure(
        "core_periphery_fit_blocks", level: .network, family: .core,
        name: Bilingual(en: "core–periphery fit (blocks)", fr: "adéquation cœur–périphérie (blocs)"),
        formula: #"\max_c \operatorname{cor}_{c_i = c_j}(a_{ij}, [c_i \wedge c_j])"#,
        reading: Bilingual(
            en: "How well a dense core and an empty periphery describe the network, whatever the ties between them.",
            fr: "À quel point un cœur dense et une périphérie vide décrivent le réseau, quels que soient les liens entre eux."),
        convention: Bilingual(
            en: "Pairs of a core and a peripheral actor are left out (UCINET's default).",
            fr: "Les paires d'un acteur du cœur et d'un acteur périphérique sont exclues (défaut d'UCINET).") + discrete,
        undefined: noPattern, sources: [borgattiEverett2000], range: -1...1, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .number([try context.corePeriphery(.blocks)?.fit])
    }

    private static let fitContinuous = Measure(
        "core_periphery_fit_continuous", level: .network, family: .core,
        name: Bilingual(en: "core–periphery fit (continuous)", fr: "adéquation cœur–périphérie (continue)"),
        formula: #"\operatorname{cor}_{i \neq j}(a_{ij}, c_i c_j)"#,
        reading: Bilingual(
            en: "How well a gradual coreness explains who is tied: 1 for perfectly.",
            fr: "À quel point une appartenance graduelle au cœur explique les liens : 1 si parfaitement."),
        convention: Bilingual(
            en: "Binary, over ordered pairs, of the corenesses by least squares; best of several starts.",
            fr: "Binaire, sur les paires ordonnées, des appartenances par moindres carrés ; le meilleur de plusieurs départs."),
        undefined: Bilingual(
            en: "Undefined where all pairs or none are tied, and where all corenesses are equal.",
            fr: "Indéfinie si toutes les paires sont liées ou aucune, et si toutes les appartenances sont égales."),
        sources: [borgattiEverett2000, boyd2010], range: -1...1, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        .number([try context.continuousCore()?.fit ?? nil])
    }
}

extension MeasureContext {
    fileprivate func corePeriphery(_ pattern: CorePeriphery.Pattern) throws(MilieuError) -> CorePeriphery.Partition? {
        try requireSize(atMost: 50_000, for: "core_periphery_fit")
        return memo("core \(pattern)") { CorePeriphery.discrete(binary, pattern: pattern, seed: options.seed) }
    }

    fileprivate func continuousCore() throws(MilieuError) -> CorePeriphery.Coreness? {
        try requireSize(atMost: 50_000, for: "core_periphery_fit_continuous")
        return memo("continuous core") { CorePeriphery.continuous(binary, seed: options.seed) }
    }
}
