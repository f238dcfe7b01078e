import GraphKernels
import NetworkModel
import Vocabulary

/// Measures that count self-loops and parallel ties in tools that keep them.
enum LoopVariants {
    static let degree = [
        Measure.Variant(
            "tie_ends", Bilingual(en: "ends of ties", fr: "extrémités de liens"), tools: [.igraph],
            formula: #"|\{e : e \text{ leaves } i\}| + |\{e : e \text{ reaches } i\}|"#,
            convention: Bilingual(
                en: "Counts ties, not alters: parallel ties each, both directions of a pair, a self-loop twice.",
                fr: "Compte des liens, non des alters : chacun des liens parallèles, les deux sens d'une paire, une boucle deux fois.")
        ) { context in
            let view = context.view
            var ends = [Int](repeating: 0, count: view.nodes.count)
            for tie in 0..<view.tieCount {
                let arcs = view.tieIsDirected.isEmpty || view.tieIsDirected[tie] ? 1 : 2
                ends[Int(view.sources[tie])] += arcs
                ends[Int(view.targets[tie])] += arcs
            }
            for node in view.loops { ends[Int(node)] += 2 }
            return .integer(ends)
        },
        Measure.Variant(
            "with_loops", Bilingual(en: "with self-loops", fr: "avec les boucles"), tools: [.networkx],
            formula: #"d^+_i + d^-_i + 2\, a_{ii}"#,
            convention: Bilingual(
                en: "A self-loop counts 2. Directed: in-degree plus out-degree, so that an alter tied both ways counts twice. Of a Graph or DiGraph; a MultiGraph counts parallel ties each, as `degree_tie_ends` does.",
                fr: "Une boucle compte 2. Orienté : degré entrant plus degré sortant, de sorte qu'un alter lié dans les deux sens compte deux fois. D'un Graph ou DiGraph ; un MultiGraph compte chacun des liens parallèles, comme `degree_tie_ends`.")
        ) { context in
            let graph = context.binary
            var degrees = (0..<graph.nodeCount).map { node in
                graph.outgoing.degree(of: node) + (graph.isDirected ? graph.incoming.degree(of: node) : 0)
            }
            for node in Set(context.view.loops) { degrees[Int(node)] += 2 }
            return .integer(degrees)
        },
    ]

    static let density = [
        countingLoops(
            "all_ties", Bilingual(en: "of all ties", fr: "de tous les liens"), .igraph,
            Bilingual(
                en: "Self-loops and parallel ties each count as a tie, over the pairs of different actors: it can exceed 1.",
                fr: "Boucles et liens parallèles comptent chacun comme un lien, sur les paires d'acteurs différents : elle peut dépasser 1.")
        ) { context in
            let view = context.view
            let turned = view.tieIsDirected.count { !$0 }
            return view.tieCount + turned + view.loopCount
        },
        countingLoops(
            "with_loops", Bilingual(en: "with self-loops", fr: "avec les boucles"), .networkx,
            Bilingual(
                en: "An actor's self-loop counts as a tie, over the pairs of different actors: it can exceed 1. Parallel ties are one; in a MultiGraph they count each, as in `density_all_ties`.",
                fr: "La boucle d'un acteur compte comme un lien, sur les paires d'acteurs différents : elle peut dépasser 1. Les liens parallèles n'en font qu'un ; dans un MultiGraph, chacun compte, comme dans `density_all_ties`.")
        ) { context in context.binary.edgeCount + Set(context.view.loops).count },
    ]

    private static func countingLoops(
        _ suffix: String, _ name: Bilingual, _ tool: PeerTool, _ convention: Bilingual,
        _ ties: @escaping @Sendable (MeasureContext) -> Int
    ) -> Measure.Variant {
        Measure.Variant(
            suffix, name, tools: [tool],
            convention: convention
                + Bilingual(
                    en: "Over ordered pairs in a directed network; events count as actors in a two-mode view.",
                    fr: "Sur les paires ordonnées dans un réseau orienté ; les événements comptent comme des acteurs dans une vue bimodale."),
            range: 0...Double.infinity
        ) { context in
            let count = Double(context.graph.nodeCount)
            let pairs = count * (count - 1) / (context.graph.isDirected ? 1 : 2)
            return .number([pairs > 0 ? Double(ties(context)) / pairs : nil])
        }
    }
}
