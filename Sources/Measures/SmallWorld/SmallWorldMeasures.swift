import GraphKernels
import Vocabulary

/// Whether the network is closed locally and yet short across.
enum SmallWorldMeasures {
    static let all = [sigma, omega].map { $0.ofOneMode() }

    private static let convention = Bilingual(
        en: "On the largest connected part, binary, without direction. L is the mean path length. References: degree-preserving random networks, seeded (as many as `--references` says: 100); those that fall apart take the pairs that are still joined.",
        fr: "Sur la plus grande partie connexe, binaire, sans direction. L est la longueur moyenne des chemins. Références : réseaux aléatoires de mêmes degrés, à graine fixée (autant que le dit `--references` : 100) ; ceux qui se disloquent prennent les paires encore jointes.")
    private static let undefined = Bilingual(
        en: "Undefined where two parts are the largest or C of the reference is 0.",
        fr: "Indéfini si deux parties sont les plus grandes ou si le C de la référence est nul.")

    private static let sigma = Measure(
        "small_world_sigma", level: .network, family: .cohesion,
        name: Bilingual(en: "small-world σ", fr: "petit monde σ"),
        formula: #"\frac{C / C_{\text{rand}}}{L / L_{\text{rand}}}"#,
        reading: Bilingual(
            en: "Above 1 a small world: more closed than random networks of the same degrees, and nearly as short. It grows with the size of the network.",
            fr: "Au-dessus de 1, un petit monde : plus fermé que des réseaux aléatoires de mêmes degrés, et presque aussi court. Il croît avec la taille du réseau."),
        convention: convention
            + Bilingual(en: "C is transitivity.", fr: "C est la transitivité."),
        undefined: undefined,
        sources: [
            Reference("Humphries and Gurney", 2008, "Network ‘small-world-ness’: a quantitative method for determining canonical network equivalence", "PLoS ONE 3(4), e0002051")
        ],
        range: 0...Double.infinity, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        guard let world = try context.smallWorld() else { return .number([nil]) }
        guard let observed = SmallWorld.closure(world.graph), let length = SmallWorld.length(world.graph),
            let closure = Significance.moments(world.random.map(\.closure)).mean, closure > 0,
            let reference = Significance.moments(world.random.map(\.length)).mean
        else { return .number([nil]) }
        return .number([(observed / closure) / (length / reference)])
    }

    private static let omega = Measure(
        "small_world_omega", level: .network, family: .cohesion,
        name: Bilingual(en: "small-world ω", fr: "petit monde ω"),
        formula: #"\frac{L_{\text{rand}}}{L} - \frac{C}{C_{\text{latt}}}"#,
        reading: Bilingual(
            en: "Near 0 a small world, towards −1 a lattice, towards 1 a random network.",
            fr: "Proche de 0, un petit monde ; vers −1, un treillis ; vers 1, un réseau aléatoire."),
        convention: convention
            + Bilingual(
                en: "C is mean clustering. C_latt is the highest found as ties are switched towards a ring, degrees kept, until five rounds in a row raise it no more; of one such search for each ten references.",
                fr: "C est l'agrégation moyenne. C_latt est la plus élevée trouvée en recâblant les liens vers un anneau, à degrés conservés, jusqu'à ce que cinq tours de suite ne l'augmentent plus ; d'une telle recherche pour dix références."),
        undefined: undefined,
        sources: [
            Reference("Telesford, Joyce, Hayasaka, Burdette and Laurienti", 2011, "The ubiquity of small-world networks", "Brain Connectivity 1(5), 367–375")
        ],
        range: -Double.infinity...Double.infinity, polarity: .neutral, profiles: [.structure], isSeeded: true
    ) { context throws(MilieuError) in
        guard let world = try context.smallWorld(), let length = SmallWorld.length(world.graph), length > 0,
            let reference = Significance.moments(world.random.map(\.length)).mean,
            let clustering = Triangles.meanClustering(of: world.graph)
        else { return .number([nil]) }
        let (count, graph) = (max(1, context.options.references / 10), world.graph)
        let lattices = Draws.values(count, seed: context.options.seed, firstPart: 1_000_000) { source in
            Triangles.meanClustering(of: Rewiring.lattice(graph, using: &source))
        }
        guard let highest = lattices.compactMap({ $0 }).max(), highest > 0 else { return .number([nil]) }
        return .number([reference / length - clustering / highest])
    }
}

/// The largest component, and its closure and length in random networks of the same degrees.
private struct SmallWorld: Sendable {
    let graph: Graph
    let random: [(closure: Double?, length: Double?)]

    static func closure(_ graph: Graph) -> Double? {
        let triples = (0..<graph.nodeCount).reduce(0.0) { sum, node in
            let degree = Double(graph.outgoing.degree(of: node))
            return sum + degree * (degree - 1) / 2
        }
        return triples > 0 ? Double(3 * Triangles(of: graph).total) / triples : nil
    }

    static func length(_ graph: Graph) -> Double? {
        let paths = PathSummary(of: graph)
        return paths.pairCount > 0 ? paths.total.reduce(0, +) / Double(paths.pairCount) : nil
    }
}

extension MeasureContext {
    fileprivate func smallWorld() throws(MilieuError) -> SmallWorld? {
        try requireSize(atMost: 20_000, for: "small_world_sigma")
        guard let largest = components.largest else { return nil }
        return memo("small world") {
            let members = components.members()[largest]
            let graph = binaryUndirected.induced(by: members)
            let random = Draws.values(options.references, seed: options.seed) { source in
                let rewired = Rewiring.degreePreserving(graph, using: &source)
                return (closure: SmallWorld.closure(rewired), length: SmallWorld.length(rewired))
            }
            return SmallWorld(graph: graph, random: random)
        }
    }
}
