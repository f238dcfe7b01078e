import GraphKernels
import Vocabulary

/// Who is tied to whom by numbers: degrees that weigh ties, and an attribute of numbers.
enum NumberMixingMeasures {
    static let all = [
        altersDegree, altersDegreeWeighted, degreeWeighted, attributeWeighted, numberAssortativity, moran, geary,
    ]

    private static let newman2003 = Reference(
        "Newman", 2003, "Mixing patterns in networks", "Physical Review E 67(2), 026126", locator: "eq. 21")
    private static let leungChau2007 = Reference(
        "Leung and Chau", 2007, "Weighted assortative and disassortative networks model", "Physica A 378(2), 591–602")
    private static let strengths = Bilingual(
        en: "Reads weights as strengths whatever `--weights`; parallel ties add up; a tie of weight zero is no tie.",
        fr:
            "Lit les poids comme des forces quel que soit `--weights` ; les liens parallèles s'additionnent ; un lien de poids nul n'est pas un lien."
    )
    private static let attribute = Bilingual(
        en:
            "The number is the attribute of `--attribute` (size by default); actors without one are left out, with their ties.",
        fr:
            "Le nombre est l'attribut de `--attribute` (l'effectif par défaut) ; les acteurs qui n'en ont pas sont laissés de côté, avec leurs liens."
    )
    private static let bothWays = Bilingual(
        en: "An undirected tie counts both ways.", fr: "Un lien non orienté compte dans les deux sens.")
    private static let noVariation = Bilingual(
        en: "Undefined where no tie is left or the numbers do not vary.",
        fr: "Indéfini s'il ne reste aucun lien ou si les nombres ne varient pas.")
    private static let isolate = Bilingual(en: "Undefined for an isolate.", fr: "Indéfini pour un isolé.")

    private static let altersDegree = Measure(
        "alters_degree", level: .actor, family: .mixing,
        name: Bilingual(en: "mean degree of the alters", fr: "degré moyen des alters"),
        formula: #"\frac{1}{d_i} \sum_{j \in N(i)} d_j"#,
        reading: Bilingual(
            en: "Whether the actor's alters are themselves well connected.",
            fr: "Si les alters de l'acteur sont eux-mêmes bien liés."),
        convention: Conventions.alwaysBinary + Conventions.eitherDirection, undefined: isolate,
        sources: [.barrat2004], range: 1...Double.infinity, polarity: .neutral, profiles: [.structure]
    ) { context in
        .number(meanDegrees(context.binaryUndirected))
    }

    private static let altersDegreeWeighted = Measure(
        "alters_degree_weighted", level: .actor, family: .mixing,
        name: Bilingual(en: "weighted mean degree of the alters", fr: "degré moyen pondéré des alters"),
        formula: #"\frac{1}{s_i} \sum_{j} w_{ij} d_j"#,
        reading: Bilingual(
            en:
                "The mean degree of the alters, each counting the strength of the tie to it: above the plain mean where the strong ties are those to the well connected.",
            fr:
                "Le degré moyen des alters, chacun comptant selon la force du lien : supérieur à la moyenne simple si les liens forts sont ceux avec les mieux liés."
        ),
        convention: Bilingual(en: "Barrat's form (their eq. 6).", fr: "Forme de Barrat (leur éq. 6).") + strengths
            + Conventions.eitherDirection,
        undefined: isolate, sources: [.barrat2004], range: 1...Double.infinity, polarity: .neutral,
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .number(meanDegrees(try context.undirectedStrengths()))
    }.readingStrengths()

    private static func meanDegrees(_ graph: Graph) -> [Double?] {
        let rows = graph.outgoing
        return (0..<graph.nodeCount).map { node in
            var (sum, all) = (0.0, 0.0)
            for entry in rows.range(of: node) {
                let weight = graph.isWeighted ? rows.weights[entry] : 1
                sum += weight * Double(rows.degree(of: Int(rows.targets[entry])))
                all += weight
            }
            return all > 0 ? sum / all : nil
        }
    }

    private static let degreeWeighted = Measure(
        "degree_assortativity_weighted", level: .network, family: .mixing,
        name: Bilingual(en: "weighted degree assortativity", fr: "assortativité de degré pondérée"),
        formula: #"\operatorname{cor}_{w,\, (i,j) \in E}(d_i, d_j)"#,
        reading: Bilingual(
            en:
                "Degree assortativity with each tie counting its strength: above the plain one where the strong ties are those between likes.",
            fr:
                "L'assortativité de degré où chaque lien compte selon sa force : supérieure à la simple si les liens forts sont ceux entre semblables."
        ),
        convention: Bilingual(
            en:
                "Degrees count ties; strengths weigh the ties over which the correlation is taken. Undirected: each tie both ways; directed: out-degree of the source and in-degree of the target.",
            fr:
                "Les degrés comptent les liens ; les forces pèsent les liens sur lesquels la corrélation est prise. Non orienté : chaque lien dans les deux sens ; orienté : degré sortant de la source et entrant de la cible."
        )
            + strengths,
        undefined: Bilingual(
            en: "Undefined where the degrees at the ends of ties do not vary.",
            fr: "Indéfinie si les degrés aux extrémités des liens ne varient pas."),
        sources: [leungChau2007, newman2003], range: -1...1, polarity: .neutral, profiles: [.structure]
    ) { context throws(MilieuError) in
        let graph = try context.strengths()
        let nodes = 0..<graph.nodeCount
        return .number([
            DegreeRelations.assortativity(
                graph, atSource: nodes.map { Double(graph.outgoing.degree(of: $0)) },
                atTarget: nodes.map { Double(graph.incoming.degree(of: $0)) })
        ])
    }.readingStrengths()

    private static let attributeWeighted = Measure(
        "attribute_assortativity_weighted", level: .network, family: .mixing,
        name: Bilingual(en: "weighted assortativity by attribute", fr: "assortativité par attribut pondérée"),
        formula:
            #"\frac{\sum_g e_{gg} - \sum_g a_g b_g}{1 - \sum_g a_g b_g},\quad e_{gh} = \frac{\sum_{i \in g, j \in h} w_{ij}}{\sum_{ij} w_{ij}}"#,
        reading: Bilingual(
            en:
                "Assortativity by attribute with each tie counting its strength: 1 where all strength stays within groups, 0 where it ignores them.",
            fr:
                "L'assortativité par attribut où chaque lien compte selon sa force : 1 si toute la force reste dans les groupes, 0 si elle les ignore."
        ),
        convention: Bilingual(
            en: "Over ties whose ends both have a known group (`--group-by`, kind by default).",
            fr: "Sur les liens dont les deux extrémités ont un groupe connu (`--group-by`, le type par défaut).")
            + strengths
            + bothWays,
        undefined: Bilingual(
            en: "Undefined where no such tie exists or all ends are of one group.",
            fr: "Indéfinie si aucun lien de ce genre n'existe ou si toutes les extrémités sont d'un même groupe."),
        sources: [
            Reference(
                "Newman", 2003, "Mixing patterns in networks", "Physical Review E 67(2), 026126", locator: "eq. 2")
        ],
        range: -1...1, polarity: .neutral, requirements: [.oneMode, .grouping], profiles: [.structure, .socialCapital]
    ) { context throws(MilieuError) in
        .number([DegreeRelations.assortativity(try context.strengths(), labels: try context.grouping().groups)])
    }.readingStrengths()

    private static let numberAssortativity = Measure(
        "number_assortativity", level: .network, family: .mixing,
        name: Bilingual(en: "assortativity by a number", fr: "assortativité par un nombre"),
        formula: #"\operatorname{cor}_{(i,j) \in E}(x_i, x_j)"#,
        reading: Bilingual(
            en:
                "Above 0 where actors are tied to actors of like size, age or whatever the number is, below 0 where to unlike ones.",
            fr:
                "Positive si les acteurs sont liés à des acteurs de taille, d'âge ou de tout autre nombre semblable, négative s'ils le sont à des acteurs dissemblables."
        ),
        convention: attribute + bothWays + Conventions.adjacency,
        undefined: Bilingual(
            en: "Undefined where the numbers at the ends of ties do not vary.",
            fr: "Indéfinie si les nombres aux extrémités des liens ne varient pas."),
        sources: [newman2003], range: -1...1, polarity: .neutral, requirements: [.oneMode, .attribute],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        let numbers = try context.attributeNumbers()
        return .number([DegreeRelations.assortativity(try context.adjacency(), atSource: numbers, atTarget: numbers)])
    }.readingWeights()

    private static let moran = Measure(
        "morans_i", level: .network, family: .mixing,
        name: Bilingual(en: "Moran's I", fr: "I de Moran"),
        formula:
            #"\frac{n}{\sum_{ij} w_{ij}} \cdot \frac{\sum_{ij} w_{ij} (x_i - \bar x)(x_j - \bar x)}{\sum_i (x_i - \bar x)^2}"#,
        reading: Bilingual(
            en:
                "Whether tied actors stand on the same side of the mean: −1/(n − 1) is expected by chance, above it likes are tied, below it unlikes.",
            fr:
                "Si les acteurs liés sont du même côté de la moyenne : −1/(n − 1) est attendu du hasard ; au-dessus, les semblables sont liés, au-dessous, les dissemblables."
        ),
        convention: Bilingual(
            en:
                "n and the mean are of all actors whose number is known, tied or not; so it is not assortativity, whose mean is taken over the ends of ties.",
            fr:
                "n et la moyenne portent sur tous les acteurs dont le nombre est connu, liés ou non ; ce n'est donc pas l'assortativité, dont la moyenne est prise sur les extrémités des liens."
        )
            + attribute + bothWays + Conventions.adjacency,
        undefined: noVariation,
        sources: [
            Reference("Moran", 1950, "Notes on continuous stochastic phenomena", "Biometrika 37(1/2), 17–23"),
            Reference(
                "Leenders", 2002,
                "Modeling social influence through network autocorrelation: constructing the weight matrix",
                "Social Networks 24(1), 21–47"),
        ],
        range: -Double.infinity...Double.infinity, polarity: .neutral, requirements: [.oneMode, .attribute],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .number([Autocorrelation.moran(try context.adjacency(), try context.attributeNumbers())])
    }.readingWeights()

    private static let geary = Measure(
        "gearys_c", level: .network, family: .mixing,
        name: Bilingual(en: "Geary's C", fr: "C de Geary"),
        formula:
            #"\frac{n - 1}{2 \sum_{ij} w_{ij}} \cdot \frac{\sum_{ij} w_{ij} (x_i - x_j)^2}{\sum_i (x_i - \bar x)^2}"#,
        reading: Bilingual(
            en:
                "How far the numbers of tied actors lie apart: 1 is expected by chance, 0 is no difference, above 1 unlikes are tied.",
            fr:
                "De combien diffèrent les nombres d'acteurs liés : 1 est attendu du hasard, 0 est une différence nulle ; au-dessus de 1, les dissemblables sont liés."
        ),
        convention: Bilingual(
            en: "n and the mean are of all actors whose number is known, tied or not.",
            fr: "n et la moyenne portent sur tous les acteurs dont le nombre est connu, liés ou non.") + attribute
            + bothWays
            + Conventions.adjacency,
        undefined: noVariation,
        sources: [
            Reference(
                "Geary", 1954, "The contiguity ratio and statistical mapping",
                "The Incorporated Statistician 5(3), 115–145")
        ],
        range: 0...Double.infinity, polarity: .moreIsLess, requirements: [.oneMode, .attribute], profiles: [.structure]
    ) { context throws(MilieuError) in
        .number([Autocorrelation.geary(try context.adjacency(), try context.attributeNumbers())])
    }.readingWeights()
}
