import GraphKernels
import Vocabulary

/// Clustering, transitivity and reciprocity as other tools compute them: mostly, what they do where
/// the formula has nothing to divide.
enum ClosureVariants {
    static let clustering = [
        Measure.Variant(
            "zero", Bilingual(en: "0 below two alters", fr: "0 pour moins de deux alters"), tools: [.networkx],
            convention: Bilingual(
                en: "An actor of fewer than two alters has 0.", fr: "Un acteur de moins de deux alters a 0.")
                + undirectedPeer + Conventions.alwaysBinary,
            undefined: Bilingual("")
        ) { context in .number(context.clustering.map { $0 ?? 0 }) }
    ]

    static let averageClustering = [
        Measure.Variant(
            "zero", Bilingual(en: "0 below two alters", fr: "0 pour moins de deux alters"), tools: [.networkx],
            formula: #"\frac1n \sum_i \frac{2 t_i}{d_i (d_i - 1)},\ 0 \text{ where } d_i < 2"#,
            convention: Bilingual(
                en: "Over all actors; those of fewer than two alters count as 0.",
                fr: "Sur tous les acteurs ; ceux de moins de deux alters comptent comme 0.")
                + undirectedPeer + Conventions.alwaysBinary,
            undefined: Bilingual(en: "Undefined in an empty network.", fr: "Indéfinie dans un réseau vide.")
        ) { context in
            let values = context.clustering
            return .number([values.isEmpty ? nil : values.reduce(0) { $0 + ($1 ?? 0) } / Double(values.count)])
        }
    ]

    private static let undirectedPeer = Bilingual(
        en: "A tie in either direction is one tie (NetworkX has another formula for a directed network: take `--undirected`).",
        fr: "Un lien dans l'un ou l'autre sens est un seul lien (NetworkX a une autre formule pour un réseau orienté : prenez `--undirected`).")

    static let transitivity = [
        Measure.Variant(
            "zero", Bilingual(en: "0 without triples", fr: "0 sans triplet"), tools: [.networkx],
            convention: Bilingual(
                en: "0 where no two actors have a common alter. Directed: of the pairs of actors whom one actor's ties lead to, the share tied to each other, each direction a half, so that a ring has 0. Always binary.",
                fr: "0 si aucune paire d'acteurs n'a d'alter commun. Orienté : parmi les paires d'acteurs où mènent les liens d'un même acteur, la part de celles qui sont liées, chaque sens comptant pour moitié, de sorte qu'un anneau a 0. Toujours binaire."),
            undefined: Bilingual("")
        ) { context in
            .number([context.outwardTransitivity ?? 0])
        },
        Measure.Variant(
            "two_paths", Bilingual(en: "of directed two-paths", fr: "des chemins orientés de deux pas"), tools: [.sna],
            formula: #"\frac{|\{(i,j,k) : a_{ij} a_{jk} a_{ik} = 1\}|}{|\{(i,j,k) : a_{ij} a_{jk} = 1\}|}"#,
            convention: Bilingual(
                en: "The share of the two-paths i → j → k of three actors that have a tie i → k (sna's weak form); 1 where there is no two-path. In an undirected network otherwise the same as `transitivity`. Binary.",
                fr: "La part des chemins i → j → k de trois acteurs qui ont un lien i → k (forme « weak » de sna) ; 1 s'il n'y a pas de tel chemin. Dans un réseau non orienté, par ailleurs égale à `transitivity`. Binaire."),
            undefined: Bilingual("")
        ) { context in
            let graph = context.binary
            var (paths, closed) = (0, 0)
            for middle in 0..<graph.nodeCount {
                for source in graph.incoming.neighbours(of: middle) {
                    for target in graph.outgoing.neighbours(of: middle) where source != target {
                        paths += 1
                        if graph.hasArc(Int(source), Int(target)) { closed += 1 }
                    }
                }
            }
            return .number([paths > 0 ? Double(closed) / Double(paths) : 1])
        },
    ]

    static let reciprocity = [
        Measure.Variant(
            "dyadic", Bilingual(en: "of dyads", fr: "des dyades"), tools: [.sna],
            formula: #"\frac{M + N}{M + A + N}"#,
            convention: Bilingual(
                en: "The share of the dyads that are symmetric, mutual (M) or null (N): not that of the ties. A tie without direction is mutual. Always binary.",
                fr: "La part des dyades symétriques, mutuelles (M) ou vides (N) : non celle des liens. Un lien sans direction est mutuel. Toujours binaire."),
            undefined: Bilingual(en: "Undefined in a network of one actor.", fr: "Indéfinie dans un réseau d'un seul acteur.")
        ) { context in
            let census = DyadCensus(context.binary)
            let pairs = Double(census.mutual + census.asymmetric + census.null)
            return .number([pairs > 0 ? Double(census.mutual + census.null) / pairs : nil])
        }
    ]
}

extension MeasureContext {
    /// Of the ordered pairs of out-neighbours of a node, the share with an arc from the one to the other; in an
    /// undirected graph the transitivity. Nil where there are no such pairs.
    fileprivate var outwardTransitivity: Double? {
        guard binary.isDirected else { return undirectedTransitivity }
        var (pairs, closed) = (0, 0)
        for node in 0..<binary.nodeCount {
            let near = binary.outgoing.neighbours(of: node)
            pairs += near.count * (near.count - 1)
            for one in near { closed += binary.outgoing.neighbours(of: Int(one)).count { binary.hasArc(node, Int($0)) } }
        }
        return pairs > 0 ? Double(closed) / Double(pairs) : nil
    }

    /// Closed over all connected triples; nil where there are none.
    var undirectedTransitivity: Double? {
        let triples = binaryUndirected.outgoing.degrees.reduce(0.0) { sum, degree in
            let degree = Double(degree ?? 0)
            return sum + degree * (degree - 1) / 2
        }
        return triples > 0 ? Double(3 * triangles.total) / triples : nil
    }
}
