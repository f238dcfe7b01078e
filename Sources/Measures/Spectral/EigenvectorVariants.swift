import GraphKernels
import Vocabulary

/// The eigenvector centrality as other tools compute it: they disagree on direction, on scale and on
/// what is outside the largest component.
enum EigenvectorVariants {
    static let all = [
        variant(
            "whole", Bilingual(en: "of the whole matrix", fr: "de la matrice entière"), [.networkx], outward: false,
            Bilingual(en: "L2 norm 1.", fr: "Norme L2 égale à 1."), matrix: .withLoops,
            Bilingual(
                en: "A self-loop is a 1 on the diagonal; parallel ties are one (a MultiGraph would add them up).",
                fr: "Une boucle est un 1 sur la diagonale ; les liens parallèles n'en font qu'un (un MultiGraph les additionnerait).")
        ) { $0 },
        variant(
            "maximum", Bilingual(en: "largest value 1", fr: "plus grande valeur 1"), [.igraph], outward: false,
            Bilingual(en: "The largest value is 1.", fr: "La plus grande valeur est 1."), matrix: .ofTies,
            Bilingual(
                en: "Parallel ties add up, and a self-loop is a 2 on the diagonal (directed: a 1), as in igraph 1.0: both can move the top. In an acyclic directed network igraph 1.0 gives 1 to those whom ties only reach and 0 to all others, igraph 0.11 gave 0 to all.",
                fr: "Les liens parallèles s'additionnent, et une boucle est un 2 sur la diagonale (orienté : un 1), comme dans igraph 1.0 : l'un et l'autre peuvent déplacer le maximum. Dans un réseau orienté sans cycle, igraph 1.0 donne 1 à qui ne fait que recevoir des liens et 0 à tous les autres ; igraph 0.11 donnait 0 à tous.")
        ) { values in
            let most = values.max() ?? 1
            return values.map { $0 / most }
        },
        variant(
            "outward", Bilingual(en: "over the ties that leave", fr: "par les liens qui partent"), [.sna], outward: true,
            Bilingual(en: "L2 norm 1.", fr: "Norme L2 égale à 1.")
        ) { $0 },
        variant(
            "percent", Bilingual(en: "in percent of the largest possible", fr: "en pourcentage du maximum possible"), [.ucinet],
            outward: false, range: 0...100,
            Bilingual(
                en: "L2 norm 1, times 100√2: the largest value that an actor of an undirected network can have is 100.",
                fr: "Norme L2 égale à 1, fois 100√2 : la plus grande valeur possible dans un réseau non orienté est 100.")
        ) { values in values.map { $0 * 100 * 2.0.squareRoot() } },
    ]

    private static let noLoops = Bilingual(
        en: "With strengths self-loops are left out.", fr: "Avec des forces, les boucles sont laissées de côté.")

    /// What the matrix is made of, where ties are binary.
    private enum Matrix { case simple, withLoops, ofTies }

    private static func variant(
        _ suffix: String, _ name: Bilingual, _ tools: [PeerTool], outward: Bool, range: ClosedRange<Double> = 0...1,
        _ scale: Bilingual, matrix: Matrix = .simple, _ made: Bilingual? = nil, _ rescaled: @escaping @Sendable ([Double]) -> [Double]
    ) -> Measure.Variant {
        Measure.Variant(
            suffix, name, tools: tools,
            formula: outward ? #"\lambda_1 x_i = \sum_j a_{ij} x_j"# : #"\lambda_1 x_i = \sum_j a_{ji} x_j"#,
            convention: Bilingual(
                en: "The principal eigenvector of the whole adjacency matrix, over the ties that "
                    + (outward ? "leave" : "lead to")
                    + " the actor: 0 outside the component of the largest eigenvalue (directed: and what it leads to). ",
                fr: "Le vecteur propre principal de la matrice d'adjacence entière, par les liens qui "
                    + (outward ? "partent de" : "mènent à")
                    + " l'acteur : 0 hors de la composante de plus grande valeur propre (orienté : et de ce à quoi elle mène). ")
                .joined(to: made.map { scale + $0 + noLoops } ?? scale) + Conventions.adjacency,
            undefined: Bilingual(
                en: "Undefined where no tie closes a cycle, and where two components have the same largest eigenvalue.",
                fr: "Indéfini si aucun lien ne ferme de cycle, et si deux composantes ont la même plus grande valeur propre."),
            range: range
        ) { context throws(MilieuError) in
            var (graph, loops) = (try context.adjacency(), [Double]())
            if context.options.weights == .none, matrix != .simple {
                if matrix == .ofTies { graph = context.tieCounts }
                loops = context.loops(each: matrix == .ofTies, ends: matrix == .ofTies && !graph.isDirected ? 2 : 1)
            }
            guard let values = WholeEigenvector.values(of: graph, outward: outward, loops: loops) else {
                return .number(Array(repeating: nil, count: graph.nodeCount))
            }
            return .number(rescaled(values))
        }
    }
}

extension MeasureContext {
    /// The self-loops of each actor; empty where there are none.
    ///
    /// - Parameter each: whether parallel ones add up.
    fileprivate func loops(each: Bool, ends: Double) -> [Double] {
        guard view.loopCount > 0 else { return [] }
        var loops = [Double](repeating: 0, count: view.nodes.count)
        for node in view.loops { loops[Int(node)] = (each ? loops[Int(node)] : 0) + ends }
        return loops
    }
}

extension Bilingual {
    fileprivate func joined(to other: Bilingual) -> Bilingual { Bilingual(en: en + other.en, fr: fr + other.fr) }
}
