import GraphKernels
import Vocabulary

/// A brokerage role counted in other ways.
enum BrokerageVariants {
    static func all(_ role: BrokerageTriads.Role) -> [Measure.Variant] { [ordered(role), shared(role), probability(role)] }

    private static func ordered(_ role: BrokerageTriads.Role) -> Measure.Variant {
        Measure.Variant(
            "ordered", orderedPairs, tools: [.sna, .ucinet],
            convention: Bilingual(
                en: "An undirected tie is two arcs, so that a pair counts in both orders: coordinator, itinerant and liaison are twice the count, representative and gatekeeper the same. In a directed network the same as the count.",
                fr: "Un lien non orienté est deux arcs : une paire compte dans les deux ordres ; coordinateur, itinérant et liaison sont le double du nombre, représentant et portier le même. Dans un réseau orienté, égal au nombre.")
                + sna
        ) { context throws(MilieuError) in
            let grouping = try context.grouping()
            let counts = orderedCounts(role, context, grouping)
            return .integer(counts.indices.map { grouping.groupOf[$0] >= 0 ? counts[$0] : nil })
        }
    }

    private static let orderedPairs = Bilingual(en: "over ordered pairs", fr: "sur les paires ordonnées")
    /// What sna reads otherwise before it counts.
    private static let sna = Bilingual(
        en: "sna takes a missing group for one more group and a missing tie for a tie, where here both are left out; in an edge list it counts each chain of parallel ties.",
        fr: "sna prend un groupe manquant pour un groupe de plus et un lien manquant pour un lien, laissés de côté ici ; dans une liste de liens, il compte chaque chaîne de liens parallèles.")

    private static func orderedCounts(
        _ role: BrokerageTriads.Role, _ context: MeasureContext, _ grouping: Grouping
    ) -> [Int] {
        let isDoubled = !context.binary.isDirected && [.coordinator, .itinerant, .liaison].contains(role)
        return context.brokerage(grouping)[role].map { isDoubled ? 2 * $0 : $0 }
    }

    static func expected(_ role: BrokerageTriads.Role) -> Measure.Variant {
        Measure.Variant(
            "ordered", orderedPairs, tools: [.sna, .ucinet],
            convention: Bilingual(
                en: "Of the count over ordered pairs, an undirected tie being two arcs. In a directed network the same as over pairs.",
                fr: "Du nombre sur les paires ordonnées, un lien non orienté étant deux arcs. Dans un réseau orienté, la même valeur que sur les paires.")
        ) { context throws(MilieuError) in
            let grouping = try context.grouping()
            let chance = BrokerageExpectation(context.binary, grouping, ordered: true)
            return chance.means(role, grouping)
        }
    }

    static func standardized(_ role: BrokerageTriads.Role) -> Measure.Variant {
        Measure.Variant(
            "ordered", orderedPairs, tools: [.sna, .ucinet],
            convention: Bilingual(
                en: "Count, mean and deviation over ordered pairs, as if the two arcs of an undirected tie fell apart from each other. In a directed network the same as over pairs.",
                fr: "Nombre, moyenne et écart type sur les paires ordonnées, comme si les deux arcs d'un lien non orienté étaient tirés l'un sans l'autre. Dans un réseau orienté, la même valeur que sur les paires.")
        ) { context throws(MilieuError) in
            let grouping = try context.grouping()
            let chance = BrokerageExpectation(context.binary, grouping, ordered: true)
            return chance.standardized(role, orderedCounts(role, context, grouping), grouping)
        }
    }

    private static func shared(_ role: BrokerageTriads.Role) -> Measure.Variant {
        Measure.Variant(
            "shared", Bilingual(en: "shared among brokers", fr: "partagé entre courtiers"),
            convention: Bilingual(
                en: "Where k actors stand between the same two, each gets 1/k: what the actor alone provides weighs most. All brokers of known group count in k, whatever their role.",
                fr: "Si k acteurs se tiennent entre les deux mêmes, chacun reçoit 1/k : ce que l'acteur est seul à offrir pèse le plus. Tous les courtiers de groupe connu comptent dans k, quel que soit leur rôle."),
            type: .number
        ) { context throws(MilieuError) in
            let grouping = try context.grouping()
            let scores = context.memo("brokerage shares") {
                BrokerageShares(of: context.binary, groups: grouping.groupOf)
            }[role]
            return .number(scores.indices.map { grouping.groupOf[$0] >= 0 ? scores[$0] : nil })
        }
    }

    private static func probability(_ role: BrokerageTriads.Role) -> Measure.Variant {
        Measure.Variant(
            "p", Bilingual(en: "p by permutation", fr: "p par permutation"),
            formula: #"\frac{1 + |\{b : B^{(b)}_i \geq B_i\}|}{1 + 999}"#,
            convention: Bilingual(
                en: "How often the count is as large or larger when the groups of the actors are reshuffled (999 draws, seeded), the ties staying as they are.",
                fr: "Avec quelle fréquence le nombre est aussi grand ou plus grand quand les groupes des acteurs sont rebattus (999 tirages, à graine fixée), les liens restant ce qu'ils sont."),
            range: 0...1, type: .number, isSeeded: true
        ) { context throws(MilieuError) in
            try context.requireSize(atMost: 5_000, for: "brokerage_…_p")
            let grouping = try context.grouping()
            let larger = context.memo("brokerage permutations") { permuted(context, grouping) }[role.rawValue]
            return .number(
                larger.indices.map { grouping.groupOf[$0] >= 0 ? Double(1 + larger[$0]) / Double(1 + draws) : nil })
        }
    }

    private static let draws = 999

    /// For each role and node, the draws that give as many triads as observed, or more.
    private static func permuted(_ context: MeasureContext, _ grouping: Grouping) -> [[Int]] {
        let (graph, seed) = (context.binary, context.options.seed)
        let observed = context.brokerage(grouping)
        let known = grouping.groupOf.indices.filter { grouping.groupOf[$0] >= 0 }
        let parts = Parallel.chunks(of: draws, grain: 16) { range in
            var larger = observed.counts.map { $0.map { _ in 0 } }
            for draw in range {
                var random = RandomSource(seed: seed, part: draw)
                var groups = grouping.groupOf
                let shuffled = known.map { groups[$0] }.shuffled(using: &random)
                for (node, group) in zip(known, shuffled) { groups[node] = group }
                let drawn = BrokerageTriads(of: graph, groups: groups)
                for role in larger.indices {
                    for node in known where drawn.counts[role][node] >= observed.counts[role][node] { larger[role][node] += 1 }
                }
            }
            return larger
        }
        return parts.dropFirst().reduce(into: parts[0]) { sum, part in
            for role in sum.indices { for node in sum[role].indices { sum[role][node] += part[role][node] } }
        }
    }
}

extension MeasureContext {
    /// The open triads of every actor, by role.
    func brokerage(_ grouping: Grouping) -> BrokerageTriads {
        memo("brokerage") { BrokerageTriads(of: binary, groups: grouping.groupOf) }
    }
}
