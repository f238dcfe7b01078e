import GraphKernels
import Tabular
import Vocabulary

/// Groups of actors as a whole: how they are tied to one another, how central they are.
enum GroupMeasures {
    static let all = [mixingMatrix, densities, centralities].map { $0.ofOneMode() }

    private static let grouped = Bilingual(
        en: "Binary. Groups by the attribute of `--group-by` (kind by default); ties with an end of unknown group are left out.",
        fr: "Binaire. Groupes selon l'attribut de `--group-by` (le type par défaut) ; les liens dont une extrémité est de groupe inconnu sont exclus.")

    private static let mixingMatrix = Measure(
        table: "mixing_matrix", family: .mixing,
        name: Bilingual(en: "mixing matrix", fr: "matrice de mélange"),
        formula: #"e_{gh} = \frac{m_{gh}}{m},\quad \hat m_{gh} = \frac{k_g k_h}{2m} \ (\hat m_{gg} = k_g^2 / 4m)"#,
        reading: Bilingual(
            en: "The ties between each two groups, beside what their numbers of tie ends alone would give; a ratio above 1 is a preference.",
            fr: "Les liens entre chaque paire de groupes, à côté de ce que leurs seuls nombres d'extrémités donneraient ; un rapport supérieur à 1 est une préférence."),
        convention: grouped
            + Bilingual(
                en: "In a directed network from the first group to the second, expected k_g k_h / m; else each pair of groups once.",
                fr: "Dans un réseau orienté, du premier groupe au second, attendu k_g k_h / m ; sinon chaque paire de groupes une fois."),
        undefined: Bilingual(
            en: "Shares are undefined without ties; the ratio where nothing is expected.",
            fr: "Les parts sont indéfinies sans lien ; le rapport si rien n'est attendu."),
        sources: [
            Reference("Newman", 2003, "Mixing patterns in networks", "Physical Review E 67(2), 026126", locator: "p. 2")
        ],
        range: 0...Double.infinity, requirements: [.grouping], profiles: [.structure]
    ) { context throws(MilieuError) in
        let blocks = try Blocks(context)
        let all = Double(blocks.pairs.reduce(0) { $0 + blocks.image.ties[$1.from][$1.to] })
        let counts = blocks.pairs.map { blocks.image.ties[$0.from][$0.to] }
        let expected = blocks.pairs.map { all > 0 ? blocks.expected($0.from, $0.to, all) : nil }
        return Table(
            name: "mixing_matrix",
            columns: blocks.keys + [
                Column(ties, .integer(counts)),
                Column(share, .number(counts.map { all > 0 ? Double($0) / all : nil })),
                Column(Self.expected, .number(expected)),
                Column(ratio, .number(zip(counts, expected).map { count, mean in
                    guard let mean, mean > 0 else { return nil }
                    return Double(count) / mean
                })),
            ])
    }

    private static let densities = Measure(
        table: "between_group_densities", family: .mixing,
        name: Bilingual(en: "densities within and between groups", fr: "densités dans et entre les groupes"),
        formula: #"\frac{m_{gh}}{n_g n_h} \ (\frac{2 m_{gg}}{n_g (n_g - 1)})"#,
        reading: Bilingual(
            en: "The share of the possible ties that exist, within each group and between each two.",
            fr: "La part des liens possibles qui existent, dans chaque groupe et entre chaque paire de groupes."),
        convention: grouped
            + Bilingual(
                en: "In a directed network from the first group to the second, over ordered pairs.",
                fr: "Dans un réseau orienté, du premier groupe au second, sur les paires ordonnées."),
        undefined: Bilingual(
            en: "Undefined within a group of one.", fr: "Indéfinie au sein d'un groupe d'un seul acteur."),
        sources: [.wassermanFaust1994], range: 0...1, requirements: [.grouping], profiles: [.structure]
    ) { context throws(MilieuError) in
        let blocks = try Blocks(context)
        return Table(
            name: "between_group_densities",
            columns: blocks.keys + [
                Column(ties, .integer(blocks.pairs.map { blocks.image.ties[$0.from][$0.to] })),
                Column(density, .number(blocks.pairs.map { blocks.image.densities[$0.from][$0.to] })),
            ])
    }

    private static let centralities = Measure(
        table: "group_centralities", family: .mixing,
        name: Bilingual(en: "centralities of groups", fr: "centralités des groupes"),
        formula: #"\frac{|N(C)|}{n - |C|},\quad \frac{r}{n - |C|} \cdot \frac{r}{\sum_{j} d(C, j)},\quad \frac{\sum_{s,t \notin C} \sigma_{st}(C) / \sigma_{st}}{(n - |C|)(n - |C| - 1)/2}"#,
        reading: Bilingual(
            en: "How central each group is as if it were one actor: whom it is tied to, how near the others are, how many depend on it.",
            fr: "À quel point chaque groupe est central comme s'il était un seul acteur : à qui il est lié, combien les autres sont proches, combien dépendent de lui."),
        convention: Bilingual(
            en: "Binary, of the actors outside the group. Degree in either direction; closeness outward over the r actors reached, times their share; betweenness over pairs, ordered if directed.",
            fr: "Binaire, sur les acteurs hors du groupe. Degré dans l'un ou l'autre sens ; proximité vers l'extérieur sur les r acteurs atteints, fois leur part ; intermédiarité sur les paires, ordonnées si le réseau est orienté."),
        undefined: Bilingual(
            en: "Undefined where no actor (betweenness: fewer than two) is outside.",
            fr: "Indéfinies si aucun acteur (intermédiarité : moins de deux) n'est dehors."),
        sources: [
            Reference("Everett and Borgatti", 1999, "The centrality of groups and classes", "Journal of Mathematical Sociology 23(3), 181–201")
        ],
        range: 0...1, polarity: .moreIsMore, requirements: [.grouping], profiles: [.structure, .centrality]
    ) { context throws(MilieuError) in
        try context.requireSize(atMost: 20_000, for: "group_centralities")
        let grouping = try context.grouping()
        let values = grouping.labels.indices.map { group in
            GroupCentrality(context.binary, group: grouping.groupOf.map { Int($0) == group })
        }
        return Table(
            name: "group_centralities",
            columns: [
                Column(group, .text(grouping.labels)),
                Column(actors, .integer(grouping.sizes)),
                Column(Field("group_degree", title: Bilingual(en: "group degree", fr: "degré du groupe")), .number(values.map(\.degree))),
                Column(Field("group_closeness", title: Bilingual(en: "group closeness", fr: "proximité du groupe")), .number(values.map(\.closeness))),
                Column(Field("group_betweenness", title: Bilingual(en: "group betweenness", fr: "intermédiarité du groupe")), .number(values.map(\.betweenness))),
            ])
    }

    static let group = Field("group", title: Bilingual(en: "group", fr: "groupe"))
    static let from = Field("from", title: Bilingual(en: "from", fr: "de"))
    static let to = Field("to", title: Bilingual(en: "to", fr: "vers"))
    static let actors = Field("actors", title: Bilingual(en: "actors", fr: "acteurs"))
    static let ties = Field("ties", title: Bilingual(en: "ties", fr: "liens"))
    static let density = Field("density", title: Bilingual(en: "density", fr: "densité"))
    private static let share = Field("share", title: Bilingual(en: "share of ties", fr: "part des liens"))
    private static let expected = Field("expected", title: Bilingual(en: "expected ties", fr: "liens attendus"))
    private static let ratio = Field("ratio", title: Bilingual(en: "observed / expected", fr: "observé / attendu"))
}

/// The ties between groups, and which pairs of groups a table lists.
private struct Blocks {
    let labels: [String]
    let image: BlockDensities
    let isDirected: Bool
    let pairs: [(from: Int, to: Int)]

    init(_ context: MeasureContext) throws(MilieuError) {
        let grouping = try context.grouping()
        labels = grouping.labels
        image = BlockDensities(context.binary, block: grouping.groups)
        isDirected = context.binary.isDirected
        let directed = isDirected
        let groups = labels.indices
        pairs = groups.flatMap { from in groups.filter { directed || $0 >= from }.map { (from, $0) } }
    }

    var keys: [Column] {
        [
            Column(GroupMeasures.from, .text(pairs.map { labels[$0.from] })),
            Column(GroupMeasures.to, .text(pairs.map { labels[$0.to] })),
        ]
    }

    func expected(_ from: Int, _ to: Int, _ all: Double) -> Double {
        func sum(_ values: [Int]) -> Double { Double(values.reduce(0, +)) }
        if isDirected { return sum(image.ties[from]) * sum(image.ties.map { $0[to] }) / all }
        // A tie within a group has both its ends there.
        let ends = { (group: Int) in sum(image.ties[group]) + Double(image.ties[group][group]) }
        return ends(from) * ends(to) / (from == to ? 4 * all : 2 * all)
    }
}
