import GraphKernels
import Tabular
import Vocabulary

/// Gould and Fernandez's five roles of go-between among groups: for each the count, what chance
/// would give, and how far the two are apart.
enum BrokerageMeasures {
    static let all = roles.flatMap { role in [count(role), expected(role), standardized(role)].map { $0.ofOneMode() } }

    private struct Role: Sendable {
        let triads: BrokerageTriads.Role
        let id: String
        let name: Bilingual
        /// The groups of source, broker and target.
        let pattern: String
        let reading: Bilingual
        let formula: String
    }

    private static let roles = [
        Role(
            triads: .coordinator, id: "brokerage_coordinator",
            name: Bilingual(en: "coordinator", fr: "coordinateur"), pattern: "AAA",
            reading: Bilingual(
                en: "between two actors of the actor's own group", fr: "entre deux acteurs du groupe de l'acteur"),
            formula: "g_s = g_i = g_t"),
        Role(
            triads: .itinerant, id: "brokerage_itinerant",
            name: Bilingual(en: "itinerant broker", fr: "courtier itinérant"), pattern: "ABA",
            reading: Bilingual(
                en: "between two actors of one group that is not the actor's",
                fr: "entre deux acteurs d'un même groupe qui n'est pas celui de l'acteur"),
            formula: "g_s = g_t \\neq g_i"),
        Role(
            triads: .representative, id: "brokerage_representative",
            name: Bilingual(en: "representative", fr: "représentant"), pattern: "AAB",
            reading: Bilingual(
                en: "from an actor of the actor's own group to one of another",
                fr: "d'un acteur du groupe de l'acteur vers un acteur d'un autre groupe"),
            formula: "g_s = g_i \\neq g_t"),
        Role(
            triads: .gatekeeper, id: "brokerage_gatekeeper",
            name: Bilingual(en: "gatekeeper", fr: "portier"), pattern: "ABB",
            reading: Bilingual(
                en: "from an actor of another group to one of the actor's own",
                fr: "d'un acteur d'un autre groupe vers un acteur du groupe de l'acteur"),
            formula: "g_s \\neq g_i = g_t"),
        Role(
            triads: .liaison, id: "brokerage_liaison",
            name: Bilingual(en: "liaison", fr: "liaison"), pattern: "ABC",
            reading: Bilingual(
                en: "between actors of two groups, neither of them the actor's",
                fr: "entre des acteurs de deux groupes dont aucun n'est celui de l'acteur"),
            formula: "g_s \\neq g_i \\neq g_t \\neq g_s"),
    ]

    private static func count(_ role: Role) -> Measure {
        measure(
            role, role.id, Bilingual(en: "brokerage: \(role.name.en)", fr: "courtage : \(role.name.fr)"),
            formula: #"|\{(s,t) : a_{si} a_{it} (1 - a_{st}) = 1,\ \#(role.formula)\}|"#,
            reading: Bilingual(
                en: "How often the actor is the go-between \(role.reading.en) (source, broker, target: \(role.pattern)).",
                fr: "Combien de fois l'acteur est l'intermédiaire \(role.reading.fr) (source, courtier, cible : \(role.pattern))."),
            range: 0...Double.infinity, type: .integer, profiles: [.roles]
        ) { context, graph, grouping in
            let counts = context.brokerage(grouping)[role.triads]
            return .integer(counts.indices.map { grouping.groupOf[$0] >= 0 ? counts[$0] : nil })
        }.offering(BrokerageVariants.all(role.triads)).explained(sum: "triads") { context, node throws(MilieuError) in
            try BrokerageExplanations.triads(role.triads, context, node)
        }
    }

    private static func expected(_ role: Role) -> Measure {
        measure(
            role, role.id + "_expected",
            Bilingual(en: "brokerage: \(role.name.en), expected", fr: "courtage : \(role.name.fr), attendu"),
            formula: #"E = P p^2 (1 - p)"#,
            reading: Bilingual(
                en: "The count of the role \(role.pattern) if as many ties fell at random.",
                fr: "Le nombre du rôle \(role.pattern) si autant de liens tombaient au hasard."),
            range: 0...Double.infinity
        ) { context, graph, grouping in
            BrokerageExpectation(graph, grouping).means(role.triads, grouping)
        }.offering([BrokerageVariants.expected(role.triads)])
    }

    private static func standardized(_ role: Role) -> Measure {
        measure(
            role, role.id + "_z", Bilingual(en: "brokerage: \(role.name.en), z", fr: "courtage : \(role.name.fr), z"),
            formula: #"z = \frac{B - E}{\sqrt{P q (1 - q) + S p^3 (1 - p)^3}},\quad q = p^2 (1 - p)"#,
            reading: Bilingual(
                en: "The count of the role \(role.pattern) less what chance would give, in standard deviations.",
                fr: "Le nombre du rôle \(role.pattern) moins ce que donnerait le hasard, en écarts types."),
            range: -Double.infinity...Double.infinity
        ) { context, graph, grouping in
            let counts = context.brokerage(grouping)[role.triads]
            return BrokerageExpectation(graph, grouping).standardized(role.triads, counts, grouping)
        }.offering([BrokerageVariants.standardized(role.triads)])
    }

    private static func measure(
        _ role: Role, _ id: String, _ name: Bilingual, formula: String, reading: Bilingual,
        range: ClosedRange<Double>, type: Measure.ValueType = .number, profiles: Set<Measure.Profile> = [],
        _ values: @escaping @Sendable (MeasureContext, Graph, Grouping) -> Column.Values
    ) -> Measure {
        Measure(
            id, level: .actor, family: .brokerage, name: name, formula: formula, reading: reading,
            convention: Bilingual(
                en: "Source and target must not be tied. Binary. The group is the attribute chosen by `--group-by` (kind by default); triads with an actor of unknown group are left out, and the density p is that of the actors whose group is known. Undirected: each pair counts once, and representative and gatekeeper are one role, given in both columns.",
                fr: "Source et cible ne doivent pas être liées. Binaire. Le groupe est l'attribut choisi par `--group-by` (le type par défaut) ; les triades avec un acteur de groupe inconnu sont laissées de côté, et la densité p est celle des acteurs de groupe connu. Non orienté : chaque paire compte une fois, et représentant et portier sont un seul rôle, donné dans les deux colonnes."),
            undefined: Bilingual(
                en: "Undefined where the actor's group is not known; z also where chance leaves no room.",
                fr: "Indéfini si le groupe de l'acteur n'est pas connu ; z aussi si le hasard ne laisse aucun jeu."),
            sources: [.gouldFernandez1989], range: range, type: type, polarity: .neutral,
            requirements: [.grouping], profiles: profiles
        ) { context throws(MilieuError) in
            values(context, context.binary, try context.grouping())
        }
    }
}
