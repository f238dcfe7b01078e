import GraphKernels
import Vocabulary

/// Betweenness of networks too large for the exact value.
enum ApproximateBetweennessMeasure {
    static let actor = Measure(
        "betweenness_approximate", level: .actor, family: .betweenness,
        name: Bilingual(en: "approximate betweenness", fr: "intermédiarité approchée"),
        formula: #"\frac{1}{n(n-1)} \sum_{s \neq i \neq t} \frac{\sigma_{st}(i)}{\sigma_{st}} \pm \varepsilon"#,
        reading: Bilingual(
            en: "The share of all ordered pairs of actors whose shortest paths run through the actor, estimated from a sample of shortest paths, for networks too large for the exact value.",
            fr: "La part de toutes les paires ordonnées d'acteurs dont le plus court chemin passe par l'acteur, estimée sur un échantillon de plus courts chemins, pour les réseaux trop grands pour la valeur exacte."),
        convention: Bilingual(
            en: "With probability 0.9 the error of no actor is more than ε = 0.01, that is one pair in a hundred: the order of the largest values means something, that of values below ε does not. Steps are counted, weights are not read. The seed decides the sample. Where all paths cost less than a sample, all are counted and the value is exact.",
            fr: "Avec une probabilité de 0,9, l'erreur d'aucun acteur ne dépasse ε = 0,01, soit une paire sur cent : l'ordre des plus grandes valeurs a un sens, celui des valeurs inférieures à ε n'en a pas. Les pas sont comptés, les poids ne sont pas lus. La graine décide de l'échantillon. Là où compter tous les chemins coûte moins qu'un échantillon, tous sont comptés et la valeur est exacte."),
        undefined: Bilingual(
            en: "Undefined in a network of fewer than three actors.",
            fr: "Indéfinie dans un réseau de moins de trois acteurs."),
        sources: [
            Reference(
                "Borassi and Natale", 2019,
                "KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation",
                "ACM Journal of Experimental Algorithmics 24, article 1.2"),
            .brandes2008,
        ],
        range: 0...1, isSeeded: true
    ) { context throws(MilieuError) in
        let graph = context.binary
        guard graph.nodeCount > 2 else { return .number([Double?](repeating: nil, count: graph.nodeCount)) }
        let found = ApproximateBetweenness(of: graph, epsilon: 0.01, delta: 0.1, seed: context.options.seed)
        return .number(found.shares.map { $0 })
    }
}
