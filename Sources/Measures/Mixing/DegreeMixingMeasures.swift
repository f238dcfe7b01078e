import GraphKernels
import Vocabulary

/// How degrees are spread, and who is tied to whom by degree and by attribute.
enum DegreeMixingMeasures {
    static let all = [
        degreeAssortativity, attributeAssortativity.ofOneMode(), distributionSlope.ofOneMode(),
        degreeCorrelation.ofOneMode(), richClub.ofOneMode(),
    ]

    private static let crespo2014 = Reference(
        "Crespo, Suire and Vicente", 2014,
        "Lock-in or lock-out? How structural properties of knowledge networks affect regional resilience",
        "Journal of Economic Geography 14(1), 199–219")

    private static let degreeAssortativity = Measure(
        "degree_assortativity", level: .network, family: .mixing,
        name: Bilingual(en: "degree assortativity", fr: "assortativité de degré"),
        formula: #"\operatorname{cor}_{(i,j) \in E}(d_i, d_j)"#,
        reading: Bilingual(
            en: "Above 0 where well-connected actors are tied to well-connected ones, below 0 where to poorly connected ones.",
            fr: "Positive si les acteurs très liés le sont entre eux, négative s'ils le sont à des acteurs peu liés."),
        convention: Bilingual(
            en: "Binary. Undirected: each tie both ways; directed: out-degree of the source and in-degree of the target.",
            fr: "Binaire. Non orienté : chaque lien dans les deux sens ; orienté : degré sortant de la source et entrant de la cible."),
        undefined: Bilingual(
            en: "Undefined where the degrees at the ends of ties do not vary.",
            fr: "Indéfinie si les degrés aux extrémités des liens ne varient pas."),
        sources: [
            Reference("Newman", 2002, "Assortative mixing in networks", "Physical Review Letters 89(20), 208701", locator: "eq. 4")
        ],
        range: -1...1, polarity: .neutral, profiles: [.structure]
    ) { context in
        .number([DegreeRelations.assortativity(context.binary)])
    }

    private static let attributeAssortativity = Measure(
        "attribute_assortativity", level: .network, family: .mixing,
        name: Bilingual(en: "assortativity by attribute", fr: "assortativité par attribut"),
        formula: #"\frac{\sum_g e_{gg} - \sum_g a_g b_g}{1 - \sum_g a_g b_g}"#,
        reading: Bilingual(
            en: "1 where all ties stay within groups, 0 where they ignore them, below 0 where they avoid them.",
            fr: "1 si tous les liens restent dans les groupes, 0 s'ils les ignorent, négative s'ils les évitent."),
        convention: Bilingual(
            en: "Binary; over ties whose ends both have a known group (`--group-by`, kind by default).",
            fr: "Binaire ; sur les liens dont les deux extrémités ont un groupe connu (`--group-by`, le type par défaut)."),
        undefined: Bilingual(
            en: "Undefined where no such tie exists or all ends are of one group.",
            fr: "Indéfinie si aucun lien de ce genre n'existe ou si toutes les extrémités sont d'un même groupe."),
        sources: [
            Reference("Newman", 2003, "Mixing patterns in networks", "Physical Review E 67(2), 026126", locator: "eq. 2")
        ],
        range: -1...1, polarity: .neutral, requirements: [.grouping], profiles: [.structure, .socialCapital]
    ) { context throws(MilieuError) in
        .number([DegreeRelations.assortativity(context.binary, labels: try context.grouping().groups)])
    }

    private static let distributionSlope = Measure(
        "degree_distribution_slope", level: .network, family: .degree,
        name: Bilingual(en: "slope of the degree distribution", fr: "pente de la distribution des degrés"),
        formula: #"\log d_h = \log C + a \log r_h"#,
        reading: Bilingual(
            en: "How steeply degrees fall with rank: 0 where all are alike, the more negative the more hierarchical the network.",
            fr: "À quel point les degrés chutent avec le rang : 0 si tous sont semblables, d'autant plus négative que le réseau est hiérarchique."),
        convention: Bilingual(
            en: "Slope a of least squares of the log of degree on the log of rank, highest degree first, equal degrees in successive ranks; actors without ties left out.",
            fr: "Pente a des moindres carrés du log du degré sur le log du rang, plus haut degré d'abord, degrés égaux à des rangs successifs ; acteurs sans lien exclus.")
            + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined where fewer than two actors have ties.",
            fr: "Indéfinie si moins de deux acteurs ont des liens."),
        sources: [crespo2014], range: -Double.infinity...0, polarity: .moreIsLess, profiles: [.structure]
    ) { context in
        .number([DegreeRelations.rankSlope(context.binaryUndirected)])
    }

    private static let degreeCorrelation = Measure(
        "degree_correlation", level: .network, family: .mixing,
        name: Bilingual(en: "degree correlation", fr: "corrélation des degrés"),
        formula: #"\bar d_h = D + b\, d_h,\quad \bar d_h = \frac{1}{d_h} \sum_{i \in N(h)} d_i"#,
        reading: Bilingual(
            en: "How the mean degree of an actor's alters moves with its own: above 0 the core closes on itself, below 0 it is open to the periphery.",
            fr: "Comment le degré moyen des alters varie avec celui de l'acteur : positive, le cœur se referme ; négative, il s'ouvre à la périphérie."),
        convention: Bilingual(
            en: "Slope b of least squares over actors with ties.",
            fr: "Pente b des moindres carrés sur les acteurs ayant des liens.") + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined where the degrees of the actors with ties do not vary.",
            fr: "Indéfinie si les degrés des acteurs ayant des liens ne varient pas."),
        sources: [crespo2014], range: -Double.infinity...Double.infinity, polarity: .neutral, profiles: [.structure]
    ) { context in
        .number([DegreeRelations.neighbourSlope(context.binaryUndirected)])
    }

    private static let richClub = Measure(
        "rich_club", level: .network, family: .mixing,
        name: Bilingual(en: "rich-club coefficient", fr: "coefficient de club des riches"),
        formula: #"\frac{\phi(r)}{\langle \phi_{\text{rand}}(r) \rangle},\quad \phi(r) = \frac{2 E_{r}}{r (r - 1)},\quad r = \max(3, \lceil 0.1 n \rceil)"#,
        reading: Bilingual(
            en: "How much more densely the best-connected tenth is tied among itself than its degrees alone explain: above 1 a club.",
            fr: "Combien plus dense est le dixième le mieux lié, entre ses membres, que leurs degrés seuls ne l'expliquent : au-dessus de 1, un club."),
        convention: Bilingual(
            en: "The tenth of the actors of highest degree, at least three, with those that tie with the last; the reference is the mean over degree-preserving random networks (100, seeded).",
            fr: "Le dixième des acteurs de plus haut degré, au moins trois, avec les ex æquo du dernier ; la référence est la moyenne de réseaux aléatoires de mêmes degrés (100, à graine fixée).")
            + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "Undefined below three actors, and where the random networks never have a tie there.",
            fr: "Indéfini pour moins de trois acteurs, et si les réseaux aléatoires n'y ont jamais de lien."),
        sources: [
            Reference("Zhou and Mondragón", 2004, "The rich-club phenomenon in the Internet topology", "IEEE Communications Letters 8(3), 180–182"),
            Reference("Colizza, Flammini, Serrano and Vespignani", 2006, "Detecting rich-club ordering in complex networks", "Nature Physics 2(2), 110–115"),
        ],
        range: 0...Double.infinity, profiles: [.structure], isSeeded: true
    ) { context in
        let graph = context.binaryUndirected
        let size = max(3, (graph.nodeCount + 9) / 10)
        guard graph.nodeCount > 2, let observed = DegreeRelations.richClub(graph, count: size) else { return .number([nil]) }
        let random = Draws.values(context.options.references, seed: context.options.seed) { source in
            DegreeRelations.richClub(Rewiring.degreePreserving(graph, using: &source), count: size)
        }
        let mean = Significance.moments(random).mean ?? 0
        return .number([mean > 0 ? observed / mean : nil])
    }
}

extension Grouping {
    /// The group of each node; nil where it is not known.
    var groups: [Int?] { groupOf.map { $0 < 0 ? nil : Int($0) } }
}
