import GraphKernels
import Tabular
import Vocabulary

/// What is behind the measures of key players and of walks.
enum ReachExplanations {
    private typealias Columns = ExplanationColumns

    /// Who is reached in two steps, and in how many.
    static func reach(_ context: MeasureContext, _ node: Int) -> [Column] {
        let paths = Geodesics(of: context.binary, from: node)
        let reached = paths.order.map(Int.init).filter { $0 != node && paths.distance[$0] <= 2 }
        let others = Double(context.binary.nodeCount - 1)
        return Columns.nodes("other", "other actor", "autre acteur", reached, context) + [
            Columns.integers("steps", "steps", "pas", reached.map { Int(paths.distance[$0]) }),
            Columns.numbers("share", "share of the others", "part des autres", reached.map { _ in 1 / others }),
        ]
    }

    /// The connected parts that are left without the actor, the largest first.
    static func parts(_ context: MeasureContext, _ node: Int) -> [Column] {
        let graph = context.binaryUndirected
        let left = (0..<graph.nodeCount).filter { $0 != node }
        let components = Components.weak(of: graph.induced(by: left.map(Int32.init)))
        let members = components.members().sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        return [
            Columns.integers("size", "actors", "acteurs", members.map(\.count)),
            Columns.integers("joined_pairs", "joined pairs", "paires jointes", members.map { $0.count * ($0.count - 1) / 2 }),
            Columns.texts(
                "members", "some of them", "dont",
                members.map { part in part.prefix(5).map { context.view.id(of: left[Int($0)]) }.joined(separator: " ") }),
        ]
    }

    /// What each actor that leads here sends of its PageRank, and what comes from anywhere.
    static func pageRank(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let graph = try context.adjacency()
        let (values, sent) = (SpectralCentrality.pageRank(of: graph), graph.strengths(incoming: false))
        let entries = Array(graph.incoming.range(of: node))
        let sources = entries.map { Int(graph.incoming.targets[$0]) }
        let shares = zip(entries, sources).map { entry, source in
            (graph.isWeighted ? graph.incoming.weights[entry] : 1) / sent[source]
        }
        let damping = 0.85
        let flows = zip(sources, shares).map { damping * values[$0] * $1 }
        let order = sources.indices.sorted { (flows[$1], $0) < (flows[$0], $1) }
        // Starting anew, and the even share of actors without ties to follow.
        let stuck = values.indices.reduce(0.0) { $0 + (sent[$1] > 0 ? 0 : values[$1]) }
        let base = (1 - damping + damping * stuck) / Double(values.count)
        return [
            Columns.texts("source", "from", "de", order.map { context.view.id(of: sources[$0]) } + [nil]),
            Columns.texts(
                "source_name", "from, name", "de, nom",
                order.map { context.view.name(of: sources[$0]) } + ["(starting anew: 1 − δ, and actors without ties to follow)"]),
            Columns.numbers("pagerank", "its PageRank", "son PageRank", order.map { values[sources[$0]] } + [nil]),
            Columns.numbers("part", "part of it sent here", "part envoyée ici", order.map { shares[$0] } + [nil]),
            Columns.numbers("flow", "what arrives", "ce qui arrive", order.map { flows[$0] } + [base]),
        ]
    }
}
