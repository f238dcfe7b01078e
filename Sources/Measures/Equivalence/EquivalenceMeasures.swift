import GraphKernels
import Tabular
import Vocabulary

/// Who holds the same position, and how the positions are tied.
enum EquivalenceMeasures {
    static let all = [structural, concor, regular, structuralImage, concorImage, regularImage]

    private static let lorrainWhite1971 = Reference(
        "Lorrain and White", 1971, "Structural equivalence of individuals in social networks",
        "Journal of Mathematical Sociology 1(1), 49–80")
    private static let breiger1975 = Reference(
        "Breiger, Boorman and Arabie", 1975,
        "An algorithm for clustering relational data with applications to social network analysis and comparison with multidimensional scaling",
        "Journal of Mathematical Psychology 12(3), 328–383")
    private static let whiteReitz1983 = Reference(
        "White and Reitz", 1983, "Graph and semigroup homomorphisms on networks of relations",
        "Social Networks 5(2), 193–234")
    private static let whiteBoormanBreiger1976 = Reference(
        "White, Boorman and Breiger", 1976, "Social structure from multiple networks. I. Blockmodels of roles and positions",
        "American Journal of Sociology 81(4), 730–780")
    private static let profiles = Bilingual(
        en: "Binary profiles of out- and in-ties, one relation for each layer; the two actors' ties to one another are compared in swapped roles, and none to oneself.",
        fr: "Profils binaires des liens sortants et entrants, une relation par couche ; les liens entre les deux acteurs sont comparés à rôles échangés, et aucun avec soi-même.")
    private static let cut = Bilingual(
        en: "Cut into as many classes as `--classes` says, else as tell best apart (highest mean silhouette, 2 to 10).",
        fr: "Coupé en autant de classes que le dit `--classes`, sinon le nombre qui les distingue le mieux (plus haute silhouette moyenne, de 2 à 10).")

    private static let structural = classes(
        "structural_equivalence_class",
        Bilingual(en: "structural equivalence class", fr: "classe d'équivalence structurale"),
        #"d_{ij} = \sqrt{\textstyle\sum_k (x_{ik} - x_{jk})^2 + (x_{ki} - x_{kj})^2}"#,
        Bilingual(
            en: "The number of the actor's class: actors of one class are tied to the same others.",
            fr: "Le numéro de la classe de l'acteur : les acteurs d'une classe sont liés aux mêmes autres."),
        profiles
            + Bilingual(
                en: "Average linkage over Euclidean distances.", fr: "Lien moyen sur des distances euclidiennes.") + cut,
        [lorrainWhite1971, .wassermanFaust1994], .structural)

    private static let concor = classes(
        "structural_equivalence_class_concor", Bilingual(en: "CONCOR block", fr: "bloc CONCOR"),
        #"C^{(t+1)} = \operatorname{cor}(C^{(t)}) \to \pm 1"#,
        Bilingual(
            en: "The number of the actor's block by repeated correlation of profiles.",
            fr: "Le numéro du bloc de l'acteur par corrélation répétée des profils."),
        profiles
            + Bilingual(
                en: "Split twice, into up to four blocks (option classes: 2, 4, 8 …); isolates are a block of their own.",
                fr: "Divisé deux fois, en quatre blocs au plus (option classes : 2, 4, 8 …) ; les isolés forment un bloc à part."),
        [breiger1975], .concor)

    private static let regular = classes(
        "regular_equivalence_class", Bilingual(en: "regular equivalence class", fr: "classe d'équivalence régulière"),
        #"M'_{ij} = \frac{\sum_k \max_m M_{km} (\min(x_{ik}, x_{jm}) + \min(x_{ki}, x_{mj})) + \cdots}{\sum_k \max^*_m (\max(x_{ik}, x_{jm}) + \max(x_{ki}, x_{mj})) + \cdots}"#,
        Bilingual(
            en: "The number of the actor's role: actors of one role are tied to like roles, not to the same actors.",
            fr: "Le numéro du rôle de l'acteur : les acteurs d'un rôle sont liés à des rôles semblables, non aux mêmes acteurs."),
        Bilingual(
            en: "REGE, three rounds, then average linkage over 1 − similarity. Binary, or with `--weights strength` valued. Where ties have neither direction nor strength all actors with ties are alike.",
            fr: "REGE, trois tours, puis lien moyen sur 1 − similarité. Binaire, ou valué avec `--weights strength`. Si les liens n'ont ni direction ni force, tous les acteurs liés sont semblables.")
            + cut,
        [whiteReitz1983], .regular
    ).readingWeights()

    private static let structuralImage = image(
        "structural_equivalence_image", Bilingual(en: "image of structural equivalence", fr: "image de l'équivalence structurale"),
        .structural)
    private static let concorImage = image(
        "concor_image", Bilingual(en: "image of the CONCOR blocks", fr: "image des blocs CONCOR"), .concor)
    private static let regularImage = image(
        "regular_equivalence_image", Bilingual(en: "image of regular equivalence", fr: "image de l'équivalence régulière"),
        .regular
    ).readingWeights()

    private static func classes(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual, _ convention: Bilingual,
        _ sources: [Reference], _ equivalence: Equivalence
    ) -> Measure {
        Measure(
            id, level: .actor, family: .equivalence, name: name, formula: formula, reading: reading,
            convention: convention, sources: sources, range: 1...Double.infinity, type: .label, polarity: .neutral,
            requirements: [.oneMode], profiles: [.roles], isSeeded: true
        ) { context throws(MilieuError) in
            .integer(try context.positions(equivalence, for: id).map { $0 + 1 })
        }
    }

    private static func image(_ id: String, _ name: Bilingual, _ equivalence: Equivalence) -> Measure {
        Measure(
            table: id, family: .equivalence, name: name, formula: #"\frac{m_{gh}}{n_g n_h} \geq \frac{m}{n (n - 1)}"#,
            reading: Bilingual(
                en: "How densely the classes are tied within and among themselves, and whether more than the network on average (the image matrix).",
                fr: "À quel point les classes sont liées en elles et entre elles, et si elles le sont plus que le réseau en moyenne (la matrice image)."),
            convention: Bilingual(
                en: "Binary, all layers together; a block is 1 in the image where its density is at least that of the network.",
                fr: "Binaire, toutes couches ensemble ; un bloc vaut 1 dans l'image si sa densité atteint celle du réseau."),
            undefined: Bilingual(
                en: "The density within a class of one is undefined.",
                fr: "La densité au sein d'une classe d'un seul acteur est indéfinie."),
            sources: [whiteBoormanBreiger1976], range: 0...1, requirements: [.oneMode], profiles: [.roles]
        ) { context throws(MilieuError) in
            let classes = try context.positions(equivalence, for: id)
            return imageTable(id, context.binary, classes)
        }
    }

    private static func imageTable(_ id: String, _ graph: Graph, _ classes: [Int]) -> Table {
        let image = BlockDensities(graph, block: classes.map { $0 })
        let groups = image.sizes.indices
        let pairs = groups.flatMap { from in groups.map { (from, $0) } }
        let possible = Double(graph.nodeCount) * Double(graph.nodeCount - 1) / (graph.isDirected ? 1 : 2)
        let mean = possible > 0 ? Double(graph.edgeCount) / possible : 0
        let densities = pairs.map { image.densities[$0.0][$0.1] }
        return Table(
            name: id,
            columns: [
                Column(GroupMeasures.from, .integer(pairs.map { $0.0 + 1 })),
                Column(GroupMeasures.to, .integer(pairs.map { $0.1 + 1 })),
                Column(GroupMeasures.actors, .integer(pairs.map { image.sizes[$0.0] })),
                Column(GroupMeasures.ties, .integer(pairs.map { image.ties[$0.0][$0.1] })),
                Column(GroupMeasures.density, .number(densities)),
                Column(
                    Field("image", title: Bilingual(en: "image", fr: "image")),
                    .integer(densities.map { density in density.map { $0 >= mean && $0 > 0 ? 1 : 0 } })),
            ])
    }
}

enum Equivalence: String, Sendable {
    case structural, concor, regular
}

extension MeasureContext {
    /// The class of each node, from 0.
    func positions(_ equivalence: Equivalence, for measure: String) throws(MilieuError) -> [Int] {
        try requireSize(atMost: equivalence == .structural ? 3_000 : 1_000, for: measure)
        let valued = equivalence == .regular ? try adjacency() : binary
        return memo("positions \(equivalence)") {
            switch equivalence {
            case .structural: cutTree(StructuralProfiles.distances(relations))
            case .concor:
                Concor.blocks(
                    StructuralProfiles.correlations(relations), splits: splits,
                    isSetApart: view.nodes.indices.map { binaryUndirected.outgoing.degree(of: $0) == 0 })
            case .regular: cutTree(RegularEquivalence.similarities(valued).mapped { 1 - $0 })
            }
        }
    }

    private func cutTree(_ distances: SquareMatrix) -> [Int] {
        let tree = AverageLinkage(distances)
        guard let classes = options.classes else { return tree.bestClasses() }
        return tree.classes(max(1, min(classes, distances.size)))
    }

    /// Splits in two that give at least as many classes as asked for.
    private var splits: Int {
        var splits = 0
        while 1 << splits < (options.classes ?? 4) { splits += 1 }
        return splits
    }

    /// One matrix for each layer of ties; the whole view where it has no layers.
    private var relations: [SquareMatrix] {
        layers.isEmpty ? [SquareMatrix(binary)] : layers.map { SquareMatrix($0.directed) }
    }
}
