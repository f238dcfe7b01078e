import GraphKernels
import Tabular
import Vocabulary

/// What is behind measures of paths.
enum PathExplanations {
    private typealias Columns = ExplanationColumns

    /// Every other actor with its distance, the nearest first; who is out of reach comes last.
    static func distances(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let paths = Geodesics(of: try context.lengths(), from: node)
        let others = context.view.nodes.indices.filter { $0 != node }
            .sorted { (paths.distance[$0], $0) < (paths.distance[$1], $1) }
        let distances = others.map { paths.distance[$0].isFinite ? paths.distance[$0] : nil }
        let share = Double(others.count)
        return Columns.nodes("other", "other actor", "autre acteur", others, context) + [
            Columns.numbers("distance", "distance", "distance", distances),
            Columns.numbers("shortest_paths", "shortest paths", "plus courts chemins", others.map { paths.count[$0] > 0 ? paths.count[$0] : nil }),
            Columns.numbers("share", "inverse distance over n − 1", "inverse de la distance sur n − 1", distances.map { ($0.map { 1 / $0 } ?? 0) / share }),
        ]
    }

    /// The pairs whose shortest paths run through an actor, those that depend on it most first.
    static func pairs(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        try context.requireSize(atMost: 20_000, for: "betweenness --explain")
        let graph = try context.lengths()
        let found = pairs(graph, node)
        return Columns.nodes("source", "source", "source", found.map(\.source), context)
            + Columns.nodes("target", "target", "cible", found.map(\.target), context) + [
                Columns.numbers("distance", "distance", "distance", found.map(\.distance)),
                Columns.numbers("shortest_paths", "shortest paths", "plus courts chemins", found.map(\.all)),
                Columns.numbers("through", "of them through the actor", "dont par l'acteur", found.map(\.through)),
                Columns.numbers("share", "share", "part", found.map { $0.through / $0.all }),
            ]
    }

    private struct Pair: Sendable {
        let source: Int
        let target: Int
        let distance: Double
        let all: Double
        let through: Double
    }

    /// σ_st(v) = σ_sv σ_vt where d_sv + d_vt = d_st.
    private static func pairs(_ graph: Graph, _ node: Int) -> [Pair] {
        let onward = Geodesics(of: graph, from: node)
        let parts = Parallel.chunks(of: graph.nodeCount, grain: max(16, graph.nodeCount / 64)) { sources in
            var part: [Pair] = []
            for source in sources where source != node {
                let paths = Geodesics(of: graph, from: source)
                guard paths.distance[node].isFinite else { continue }
                for target in paths.order.map(Int.init) where target != node && target != source {
                    guard graph.isDirected || source < target else { continue }
                    let length = paths.distance[node] + onward.distance[target]
                    guard abs(length - paths.distance[target]) <= 1e-9 * length else { continue }
                    part.append(
                        Pair(
                            source: source, target: target, distance: paths.distance[target],
                            all: paths.count[target], through: paths.count[node] * onward.count[target]))
                }
            }
            return part
        }
        return parts.flatMap { $0 }.sorted { one, other in
            let (a, b) = (one.through / one.all, other.through / other.all)
            return a != b ? a > b : (one.source, one.target) < (other.source, other.target)
        }
    }
}
