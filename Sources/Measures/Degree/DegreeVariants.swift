import GraphKernels
import Vocabulary

/// Degrees of the actors as other tools scale and count them.
enum DegreeVariants {
    /// Of `degree_normalized`.
    static let percent = Measure.Variant(
        "percent", Bilingual(en: "in percent", fr: "en pourcentage"), tools: [.ucinet],
        formula: #"100\, d_i / (n - 1)"#,
        convention: Bilingual(
            en: "Times 100, as in the log of UCINET's Freeman degree. Isolates counted in n.",
            fr: "Fois 100, comme dans le journal du degré de Freeman d'UCINET. Les isolés comptent dans n."),
        range: 0...100
    ) { context in
        .number(context.normalizedDegrees.map { $0.map { 100 * $0 } })
    }

    /// Of `degree`.
    static let arcEnds = Measure.Variant(
        "arc_ends", Bilingual(en: "in-degree plus out-degree", fr: "degré entrant plus sortant"), tools: [.sna],
        formula: #"d^-_i + d^+_i"#,
        convention: Bilingual(
            en: "Of the adjacency matrix, in which a tie without direction stands twice: an alter tied both ways counts twice, so that in an undirected network the value is twice the degree (sna's default, gmode = \"digraph\"). Binary, where sna adds up the values of a valued matrix; no self-loops.",
            fr: "De la matrice d'adjacence, où un lien sans direction figure deux fois : un alter lié dans les deux sens compte deux fois, et dans un réseau non orienté la valeur est le double du degré (défaut de sna, gmode = « digraph »). Binaire, là où sna additionne les valeurs d'une matrice valuée ; sans boucles.")
    ) { context in
        let graph = context.binary
        return .integer((0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) + graph.incoming.degree(of: $0) })
    }
}
