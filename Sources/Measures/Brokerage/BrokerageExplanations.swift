import GraphKernels
import Tabular
import Vocabulary

/// The triads behind a brokerage score.
enum BrokerageExplanations {
    private typealias Columns = ExplanationColumns

    /// The pairs that an actor joins in a role, with the others who join the same two.
    static func triads(
        _ role: BrokerageTriads.Role, _ context: MeasureContext, _ node: Int
    ) throws(MilieuError) -> [Column] {
        let grouping = try context.grouping()
        let (graph, groups) = (context.binary, grouping.groupOf)
        var pairs: [(source: Int, target: Int)] = []
        if groups[node] >= 0 {
            for source in graph.incoming.neighbours(of: node).map(Int.init) where groups[source] >= 0 {
                for target in graph.outgoing.neighbours(of: node).map(Int.init)
                where groups[target] >= 0 && source != target && !graph.hasArc(source, target) {
                    guard BrokerageTriads.role(groups[source], groups[node], groups[target]) == role else { continue }
                    // Undirected: each pair once, from the lower; AAB and ABB tell its two ends apart already.
                    let isOnce = graph.isDirected || source < target || role == .representative || role == .gatekeeper
                    if isOnce { pairs.append((source, target)) }
                }
            }
        }
        let others = pairs.map { pair in
            graph.outgoing.neighbours(of: pair.source).count { broker in
                Int(broker) != node && groups[Int(broker)] >= 0 && graph.hasArc(Int(broker), pair.target)
            }
        }
        let order = pairs.indices.sorted {
            (others[$0], pairs[$0].source, pairs[$0].target) < (others[$1], pairs[$1].source, pairs[$1].target)
        }
        pairs = order.map { pairs[$0] }
        func group(_ node: Int) -> String? { groups[node] >= 0 ? grouping.labels[Int(groups[node])] : nil }
        return Columns.nodes("source", "source", "source", pairs.map(\.source), context) + [
            Columns.texts("source_group", "group of the source", "groupe de la source", pairs.map { group($0.source) }),
            Columns.texts("broker_group", "group of the broker", "groupe du courtier", pairs.map { _ in group(node) }),
        ] + Columns.nodes("target", "target", "cible", pairs.map(\.target), context) + [
            Columns.texts("target_group", "group of the target", "groupe de la cible", pairs.map { group($0.target) }),
            Columns.integers("other_brokers", "other brokers of the two", "autres courtiers des deux", order.map { others[$0] }),
            Columns.integers("triads", "triads", "triades", pairs.map { _ in 1 }),
        ]
    }
}
