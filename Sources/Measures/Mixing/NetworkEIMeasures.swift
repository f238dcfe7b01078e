import GraphKernels
import Vocabulary

/// Whether ties cross the groups or stay within them, over the whole network, beside what the sizes
/// of the groups allow: the null value is not 0.
enum NetworkEIMeasures {
    static let all = [observed, expected, minimum, maximum, rescaled].map { $0.ofOneMode() }

    private static let observed = declare(
        "ei_index_network", Bilingual(en: "E-I index", fr: "indice E-I"), #"\frac{E - I}{E + I}"#,
        Bilingual(
            en: "1 where all ties cross groups, −1 where all stay within; to be read beside what the sizes of the groups give by chance.",
            fr: "1 si tous les liens traversent les groupes, −1 si tous y restent ; à lire à côté de ce que les tailles des groupes donnent par hasard.")
    ) { $0.observed }

    private static let expected = declare(
        "ei_index_network_expected", Bilingual(en: "E-I index, expected", fr: "indice E-I attendu"),
        #"\frac{P_E - P_I}{P_E + P_I}"#,
        Bilingual(
            en: "The index if every pair of actors were tied with the same chance: P counts pairs across and within groups.",
            fr: "L'indice si toute paire d'acteurs était liée avec la même chance : P compte les paires entre et dans les groupes.")
    ) { $0.expected }

    private static let minimum = declare(
        "ei_index_network_minimum", Bilingual(en: "E-I index, smallest possible", fr: "indice E-I minimal"),
        #"\frac{2 \max(0, m - P_I)}{m} - 1"#,
        Bilingual(
            en: "The smallest index that as many ties among these groups can have.",
            fr: "Le plus petit indice que peuvent donner autant de liens entre ces groupes.")
    ) { $0.minimum }

    private static let maximum = declare(
        "ei_index_network_maximum", Bilingual(en: "E-I index, largest possible", fr: "indice E-I maximal"),
        #"\frac{2 \min(m, P_E)}{m} - 1"#,
        Bilingual(
            en: "The largest index that as many ties among these groups can have.",
            fr: "Le plus grand indice que peuvent donner autant de liens entre ces groupes.")
    ) { $0.maximum }

    private static let rescaled = declare(
        "ei_index_network_rescaled", Bilingual(en: "E-I index, rescaled", fr: "indice E-I recalibré"),
        #"2\, \frac{EI - EI_{\min}}{EI_{\max} - EI_{\min}} - 1"#,
        Bilingual(
            en: "The index stretched so that the smallest possible one is −1 and the largest 1.",
            fr: "L'indice étiré de sorte que le plus petit possible soit −1 et le plus grand 1.")
    ) { $0.rescaled }

    private static func declare(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual,
        _ value: @escaping @Sendable (EIBounds) -> Double?
    ) -> Measure {
        Measure(
            id, level: .network, family: .mixing, name: name, formula: formula, reading: reading,
            convention: Bilingual(
                en: "Binary, among actors of known group (`--group-by`, kind by default); each direction counts in a directed network.",
                fr: "Binaire, entre acteurs de groupe connu (`--group-by`, le type par défaut) ; chaque sens compte dans un réseau orienté."),
            undefined: Bilingual(
                en: "Undefined where no two such actors are tied; rescaled also where only one value is possible.",
                fr: "Indéfini si aucune paire de tels acteurs n'est liée ; recalibré, aussi si une seule valeur est possible."),
            sources: [
                Reference("Krackhardt and Stern", 1988, "Informal networks and organizational crises: an experimental simulation", "Social Psychology Quarterly 51(2), 123–140", locator: "p. 127")
            ],
            range: -1...1, polarity: .neutral, requirements: [.grouping], profiles: [.structure, .socialCapital]
        ) { context throws(MilieuError) in
            let grouping = try context.grouping()
            return .number([value(EIBounds(context.binary, grouping.groups))])
        }
    }
}

/// Ties and pairs across and within groups.
private struct EIBounds {
    private var (across, within) = (0.0, 0.0)
    private var (pairsAcross, pairsWithin) = (0.0, 0.0)

    init(_ graph: Graph, _ groups: [Int?]) {
        let image = BlockDensities(graph, block: groups)
        for (group, size) in image.sizes.enumerated() {
            within += Double(image.ties[group][group])
            across += Double(image.ties[group].reduce(0, +) - image.ties[group][group])
            pairsWithin += Double(size) * Double(size - 1)
        }
        let all = image.sizes.reduce(0, +)
        pairsAcross = Double(all) * Double(all - 1) - pairsWithin
        if !graph.isDirected {
            across /= 2
            pairsAcross /= 2
            pairsWithin /= 2
        }
    }

    private var ties: Double { across + within }
    var observed: Double? { ties > 0 ? (across - within) / ties : nil }
    var expected: Double? { ties > 0 ? (pairsAcross - pairsWithin) / (pairsAcross + pairsWithin) : nil }
    var minimum: Double? { ties > 0 ? 2 * max(0, ties - pairsWithin) / ties - 1 : nil }
    var maximum: Double? { ties > 0 ? 2 * min(ties, pairsAcross) / ties - 1 : nil }
    var rescaled: Double? {
        guard let observed, let minimum, let maximum, maximum > minimum else { return nil }
        return 2 * (observed - minimum) / (maximum - minimum) - 1
    }
}
