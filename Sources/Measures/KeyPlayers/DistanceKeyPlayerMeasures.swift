import GraphKernels
import Tabular
import Vocabulary

/// Key players where distance counts: Borgatti's dF and dR.
enum DistanceKeyPlayerMeasures {
    static let all = [fragmentation, fragmentationIfRemoved, reach, fragmenting, reaching, sets]

    private static let sources = [KeyPlayerMeasures.borgatti2006]
    private static let undirected =
        Bilingual(
            en: "Over unordered pairs; a pair that no chain joins adds 0.",
            fr: "Sur les paires non ordonnées ; une paire qu'aucune chaîne ne joint ajoute 0.")
        + Conventions.alwaysBinary + Conventions.eitherDirection
    private static let along = Bilingual(
        en:
            "Binary; along the direction of the ties in a directed network; whoever is out of reach adds 0. The chosen count 1 each, as if they were one step away.",
        fr:
            "Binaire ; dans le sens des liens dans un réseau orienté ; qui est hors d'atteinte ajoute 0. Les acteurs choisis comptent 1 chacun, comme s'ils étaient à un pas."
    )
    private static let searched = Bilingual(
        en:
            "A set of as many actors as `--key-players` says (3): the best one where there are at most 20 000 sets, else greedy with exchanges. Of equally good sets, one.",
        fr:
            "Un ensemble d'autant d'acteurs que le dit `--key-players` (3) : le meilleur s'il y a au plus 20 000 ensembles, sinon recherche gloutonne avec échanges. Parmi des ensembles équivalents, l'un d'eux."
    )

    private static let fragmentation = Measure(
        "distance_fragmentation", level: .network, family: .keyPlayers,
        name: Bilingual(en: "distance-weighted fragmentation (dF)", fr: "fragmentation pondérée par la distance (dF)"),
        formula: #"1 - \frac{2 \sum_{i < j} 1/d_{ij}}{n (n - 1)}"#,
        reading: Bilingual(
            en:
                "0 where everyone is tied to everyone, 1 where nobody is tied: fragmentation that counts how far apart the joined are, too.",
            fr:
                "0 si chacun est lié à chacun, 1 si personne n'est lié : une fragmentation qui compte aussi la distance entre ceux qui sont joints."
        ),
        convention: Bilingual(
            en: "In an undirected network 1 − global efficiency.",
            fr: "Dans un réseau non orienté, 1 − l'efficacité globale.")
            + undirected,
        undefined: Conventions.smallNetwork, sources: sources, range: 0...1, polarity: .moreIsLess,
        profiles: [.structure]
    ) { context in
        let count = Double(context.graph.nodeCount)
        let sum = context.undirectedPaths.inverse.reduce(0, +)
        return .number([count > 1 ? 1 - sum / (count * (count - 1)) : nil])
    }.growing(.falls)

    private static let fragmentationIfRemoved = Measure(
        "distance_fragmentation_if_removed", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "dF if removed", fr: "dF en cas de retrait"),
        formula: #"1 - \frac{2 \sum_{j < k;\ j, k \neq i} 1/d_{jk}(G - i)}{(n - 1)(n - 2)}"#,
        reading: Bilingual(
            en: "The distance-weighted fragmentation of the others once the actor is gone; compare with the network's.",
            fr:
                "La fragmentation pondérée par la distance des autres acteurs une fois celui-ci parti ; à comparer à celle du réseau."
        ),
        convention: Bilingual(en: "Up to 3000 actors.", fr: "Jusqu'à 3000 acteurs.") + undirected,
        undefined: Bilingual(
            en: "Undefined in a network of fewer than three actors.",
            fr: "Indéfinie dans un réseau de moins de trois acteurs."),
        sources: sources, range: 0...1, profiles: [.roles, .structure]
    ) { context throws(MilieuError) in
        try context.requireSize(atMost: 3_000, for: "distance_fragmentation_if_removed")
        let count = Double(context.graph.nodeCount)
        let pairs = (count - 1) * (count - 2)
        let sums = NodeRemoval.inverseDistances(context.binaryUndirected)
        return .number(sums.map { pairs > 0 ? 1 - 2 * $0 / pairs : nil })
    }.growing(.falls)

    private static let reach = Measure(
        "distance_reach", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "distance-weighted reach (dR)", fr: "portée pondérée par la distance (dR)"),
        formula: #"\frac{1}{n} \left(1 + \sum_{j \neq i} \frac{1}{d_{ij}}\right)"#,
        reading: Bilingual(
            en: "How well the actor reaches the network: 1 where all others are one step away.",
            fr: "À quel point l'acteur atteint le réseau : 1 si tous les autres sont à un pas."),
        convention: along, sources: sources, range: 0...1, profiles: [.centrality]
    ) { context in
        let count = Double(context.graph.nodeCount)
        return .number(context.binaryPathSummary.inverse.map { (1 + $0) / count })
    }.growing(.rises)

    private static let fragmenting = Measure(
        "key_player_fragmenting_distance", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "key player (KPP-Neg, dF)", fr: "acteur clé (KPP-Neg, dF)"),
        formula: #"i \in \arg\max_{|S| = k} dF(G \setminus S)"#,
        reading: Bilingual(
            en: "Whether the actor is one of the set whose joint loss would leave the others farthest apart.",
            fr: "Si l'acteur est de l'ensemble dont la perte conjointe laisserait les autres le plus éloignés."),
        convention: searched + Bilingual(en: "Up to 500 actors.", fr: "Jusqu'à 500 acteurs.") + undirected,
        sources: sources, range: 0...1, type: .flag, profiles: [.roles], isSeeded: true
    ) { context throws(MilieuError) in
        let chosen = try context.fragmentingByDistance()
        return .flag((0..<context.graph.nodeCount).map { chosen.contains($0) })
    }

    private static let reaching = Measure(
        "key_player_reaching_distance", level: .actor, family: .keyPlayers,
        name: Bilingual(en: "key player (KPP-Pos, dR)", fr: "acteur clé (KPP-Pos, dR)"),
        formula: #"i \in \arg\max_{|S| = k} \frac1n \sum_j \frac{1}{\max(1, \min_{s \in S} d_{sj})}"#,
        reading: Bilingual(
            en: "Whether the actor is one of the set that together is nearest to all.",
            fr: "Si l'acteur est de l'ensemble qui est, pris ensemble, le plus proche de tous."),
        convention: searched + Bilingual(en: "Up to 3000 actors.", fr: "Jusqu'à 3000 acteurs.") + along,
        sources: sources, range: 0...1, type: .flag, profiles: [.roles], isSeeded: true
    ) { context throws(MilieuError) in
        let chosen = try context.reachingByDistance()
        return .flag((0..<context.graph.nodeCount).map { chosen.contains($0) })
    }

    private static let sets = Measure(
        table: "key_player_sets", family: .keyPlayers,
        name: Bilingual(en: "sets of key players", fr: "ensembles d'acteurs clés"),
        formula: #"F,\ dF,\ R_2,\ dR"#,
        reading: Bilingual(
            en:
                "For each of Borgatti's four criteria the set of key players, what the network is without their loss (F, dF) or what the best single actor reaches (reach in two steps, dR), and what it is with the set.",
            fr:
                "Pour chacun des quatre critères de Borgatti, l'ensemble d'acteurs clés, la valeur du réseau sans leur perte (F, dF) ou ce qu'atteint le meilleur acteur seul (portée en deux pas, dR), et la valeur avec l'ensemble."
        ),
        convention: searched
            + Bilingual(
                en:
                    "Up to 500 actors. F and dF without direction, reach along it; the chosen count as reached. Always binary.",
                fr:
                    "Jusqu'à 500 acteurs. F et dF sans direction, la portée dans son sens ; les acteurs choisis comptent comme atteints. Toujours binaire."
            ),
        undefined: Bilingual(
            en: "F and dF are undefined where fewer than two actors are left.",
            fr: "F et dF sont indéfinies s'il reste moins de deux acteurs."),
        sources: sources, range: 0...1, profiles: [.roles], isSeeded: true
    ) { context throws(MilieuError) in
        try context.keyPlayerSets()
    }
}

extension MeasureContext {
    fileprivate var undirectedPaths: PathSummary {
        memo("undirected path summary") { PathSummary(of: binaryUndirected) }
    }

    private var keyPlayerCount: Int { min(max(0, options.keyPlayers), graph.nodeCount) }

    fileprivate func fragmentingByDistance() throws(MilieuError) -> [Int] {
        try requireSize(atMost: 500, for: "key_player_fragmenting_distance")
        return memo("key players dF") { KeyPlayers.fragmentingByDistance(binaryUndirected, k: keyPlayerCount) }
    }

    fileprivate func reachingByDistance() throws(MilieuError) -> [Int] {
        try requireSize(atMost: 3_000, for: "key_player_reaching_distance")
        return memo("key players dR") { KeyPlayers.reachingByDistance(binary, k: keyPlayerCount) }
    }

    fileprivate func keyPlayerSets() throws(MilieuError) -> Table {
        let (graph, count) = (binaryUndirected, self.graph.nodeCount)
        let sets = [
            KeyPlayers.fragmenting(graph, k: keyPlayerCount), try fragmentingByDistance(),
            KeyPlayers.reaching(binary, k: keyPlayerCount), try reachingByDistance(),
        ]
        func without(_ nodes: [Int]) -> Graph {
            graph.induced(by: (0..<count).filter { !nodes.contains($0) }.map(Int32.init))
        }
        func fragmentation(_ nodes: [Int]) -> Double? {
            let (rest, sizes) = (count - nodes.count, Components.weak(of: without(nodes)).sizes)
            return rest > 1 ? 1 - Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(rest * (rest - 1)) : nil
        }
        func distanceFragmentation(_ nodes: [Int]) -> Double? {
            let rest = Double(count - nodes.count)
            return rest > 1 ? 1 - PathSummary(of: without(nodes)).inverse.reduce(0, +) / (rest * (rest - 1)) : nil
        }
        func share(_ value: Double?) -> Double? { count > 0 ? value.map { $0 / Double(count) } : nil }
        let single = Reach(binary, steps: 2).counts().max().map { Double($0 + 1) }
        let nearest = binaryPathSummary.inverse.max().map { 1 + $0 }
        let before = [fragmentation([]), distanceFragmentation([]), share(single), share(nearest)]
        let after = [
            fragmentation(sets[0]), distanceFragmentation(sets[1]),
            share(Double(KeyPlayers.reached(binary, by: sets[2], steps: 2))),
            share(KeyPlayers.distanceReach(binary, of: sets[3])),
        ]
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        return Table(
            name: "key_player_sets",
            columns: [
                Column(field("criterion", "criterion", "critère"), .text(["F", "dF", "reach_2", "dR"])),
                Column(
                    field("members", "key players", "acteurs clés"),
                    .text(sets.map { set in set.map { view.id(of: $0) }.joined(separator: " ") })),
                Column(
                    field("without_set", "before, or the best single actor", "avant, ou le meilleur acteur seul"),
                    .number(before)),
                Column(field("with_set", "with the set", "avec l'ensemble"), .number(after)),
            ])
    }
}
