import GraphKernels
import Vocabulary

/// Where the network comes apart when one actor or one tie is lost.
enum BicomponentMeasures {
    static let all = [
        cutPoint, bicomponentCount, bicomponentSize, cutPoints, bicomponents, bridges, bridge, bicomponent,
    ]

    private static let hopcroftTarjan1973 = Reference(
        "Hopcroft and Tarjan", 1973, "Efficient algorithms for graph manipulation",
        "Communications of the ACM 16(6), 372–378")
    private static let harary1969 = Reference("Harary", 1969, "Graph Theory", "Addison-Wesley", locator: "ch. 3")
    private static let convention =
        Bilingual(
            en:
                "A tie that lies on no cycle is a bicomponent of two actors. Parallel ties, of several layers too, are one.",
            fr:
                "Un lien qui n'est sur aucun cycle est une bicomposante de deux acteurs. Les liens parallèles, de plusieurs couches aussi, n'en font qu'un."
        )
        + Conventions.alwaysBinary + Conventions.eitherDirection

    private static let cutPoint = Measure(
        "cut_point", level: .actor, family: .subgroups,
        name: Bilingual(en: "cut point", fr: "point d'articulation"),
        formula: #"c(G - i) > c(G)"#,
        reading: Bilingual(
            en:
                "Whether actors that are joined now would no longer be without this one: a single hold between parts of the network.",
            fr:
                "Si des acteurs aujourd'hui joints ne le seraient plus sans celui-ci : seule attache entre des parties du réseau."
        ),
        convention: convention, sources: [hopcroftTarjan1973, .wassermanFaust1994], range: 0...1, type: .flag,
        profiles: [.roles, .structure]
    ) { context in
        .flag(context.bicomponents.counts.map { $0 > 1 })
    }

    private static let bicomponentCount = Measure(
        "bicomponent_count", level: .actor, family: .subgroups,
        name: Bilingual(en: "bicomponents of the actor", fr: "bicomposantes de l'acteur"),
        formula: #"|\{B : i \in B\}|"#,
        reading: Bilingual(
            en:
                "In how many bicomponents the actor lies: into so many pieces its part of the network would fall without it.",
            fr:
                "Dans combien de bicomposantes se trouve l'acteur : en autant de morceaux se défait sans lui sa partie du réseau."
        ),
        convention: convention + Bilingual(en: "An isolate lies in none.", fr: "Un isolé n'est dans aucune."),
        sources: [hopcroftTarjan1973, harary1969], range: 0...Double.infinity, type: .integer, profiles: [.structure]
    ) { context in
        .integer(context.bicomponents.counts.map { $0 })
    }

    private static let bicomponentSize = Measure(
        "bicomponent_size", level: .actor, family: .subgroups,
        name: Bilingual(
            en: "size of the largest bicomponent of the actor", fr: "taille de la plus grande bicomposante de l'acteur"),
        formula: #"\max_{B \ni i} |B|"#,
        reading: Bilingual(
            en: "How many actors are in the largest part around the actor that the loss of no single one would break.",
            fr:
                "Combien d'acteurs compte la plus grande partie autour de l'acteur que la perte d'aucun d'entre eux ne romprait."
        ),
        convention: convention,
        undefined: Bilingual(en: "Undefined for an isolate.", fr: "Indéfinie pour un isolé."),
        sources: [hopcroftTarjan1973, harary1969], range: 2...Double.infinity, type: .integer, profiles: [.structure]
    ) { context in
        var sizes = [Int?](repeating: nil, count: context.graph.nodeCount)
        // The largest come first.
        for part in context.bicomponents.members.reversed() { for node in part { sizes[Int(node)] = part.count } }
        return .integer(sizes)
    }.growing(.rises)

    private static let cutPoints = count(
        "cut_points", Bilingual(en: "cut points", fr: "points d'articulation"), #"|\{i : c(G - i) > c(G)\}|"#,
        Bilingual(
            en: "How many actors hold parts of the network together alone.",
            fr: "Combien d'acteurs tiennent seuls ensemble des parties du réseau."), .moreIsLess
    ) { $0.bicomponents.counts.count { $0 > 1 } }

    private static let bicomponents = count(
        "bicomponents", Bilingual(en: "bicomponents", fr: "bicomposantes"), #"|\{B\}|"#,
        Bilingual(
            en: "Into how many parts the network is held together by single actors, bridges among them.",
            fr: "Le nombre des parties que des acteurs seuls relient entre elles, ponts compris."), .neutral
    ) { $0.bicomponents.members.count }

    private static let bridges = count(
        "bridges", Bilingual(en: "bridges", fr: "ponts"), #"|\{e : c(G - e) > c(G)\}|"#,
        Bilingual(
            en:
                "How many pairs of actors are joined by their tie alone, so that its loss would part what is joined now.",
            fr:
                "Combien de paires d'acteurs ne sont jointes que par leur lien, dont la perte séparerait ce qui est joint."
        ), .moreIsLess
    ) { $0.bicomponents.members.count { $0.count == 2 } }

    private static func count(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual, _ polarity: Measure.Polarity,
        _ value: @escaping @Sendable (MeasureContext) -> Int
    ) -> Measure {
        Measure(
            id, level: .network, family: .subgroups, name: name, formula: formula, reading: reading,
            convention: convention, sources: [hopcroftTarjan1973, harary1969], range: 0...Double.infinity,
            type: .integer,
            polarity: polarity, profiles: [.structure]
        ) { .integer([value($0)]) }
    }

    private static let bridge = Measure(
        "bridge", level: .tie, family: .subgroups,
        name: Bilingual(en: "bridge", fr: "pont"),
        formula: #"c(G - e) > c(G)"#,
        reading: Bilingual(
            en: "Whether the tie alone joins its two sides: it lies on no cycle.",
            fr: "Si le lien joint seul ses deux côtés : il n'est sur aucun cycle."),
        convention: convention, sources: [hopcroftTarjan1973, harary1969], range: 0...1, type: .flag,
        polarity: .neutral,
        profiles: [.structure]
    ) { context in
        let parts = context.bicomponents
        return .flag(context.entryValues { parts.members[Int(parts.ofEntries[$0])].count == 2 })
    }

    private static let bicomponent = Measure(
        "bicomponent", level: .tie, family: .subgroups,
        name: Bilingual(en: "bicomponent", fr: "bicomposante"),
        formula: #"B : e \in B"#,
        reading: Bilingual(
            en:
                "The number of the bicomponent in which the tie lies, 1 the largest: ties, unlike actors, lie in exactly one.",
            fr:
                "Le numéro de la bicomposante où se trouve le lien, 1 pour la plus grande : les liens, à la différence des acteurs, ne sont que dans une."
        ),
        convention: convention, sources: [hopcroftTarjan1973, harary1969], range: 1...Double.infinity, type: .label,
        polarity: .neutral, profiles: [.structure]
    ) { context in
        let parts = context.bicomponents
        return .integer(context.entryValues { Int(parts.ofEntries[$0]) + 1 })
    }
}

extension MeasureContext {
    var bicomponents: Bicomponents { memo("bicomponents") { Bicomponents(of: binaryUndirected) } }

    /// A value for each tie of the view from the entry of its edge in `binaryUndirected`.
    func entryValues<Value>(_ value: (Int) -> Value) -> [Value?] {
        let rows = binaryUndirected.outgoing
        return (0..<view.tieCount).map { tie in
            rows.place(of: Int(view.targets[tie]), in: Int(view.sources[tie])).map(value)
        }
    }
}
