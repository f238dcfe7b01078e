/// Gould and Fernandez's roles with the credit for a pair shared among its brokers: where k nodes stand
/// between two that are not tied, each gets 1/k (Gould and Fernandez 1989).
///
/// Every node of known group that stands between the two counts in k, whatever its role. In an
/// undirected graph each pair counts once.
///
/// Time: O(n + Σ out-degree²); memory: O(n).
public struct BrokerageShares: Sendable {
    /// For each role of `BrokerageTriads` the score of each node.
    public let scores: [[Double]]

    /// The score of each node in one role; a node without a group has 0.
    public subscript(role: BrokerageTriads.Role) -> [Double] { scores[role.rawValue] }

    /// The shares of every node in every role.
    ///
    /// - Parameter groups: the group of each node, from 0; negative where it is not known.
    public init(of graph: Graph, groups: [Int32]) {
        var scores = [[Double]](
            repeating: [Double](repeating: 0, count: graph.nodeCount), count: BrokerageTriads.Role.allCases.count)
        var brokers = [Int](repeating: 0, count: graph.nodeCount)
        for first in 0..<graph.nodeCount where groups[first] >= 0 {
            var met: [Int] = []
            Self.forEachOpen(graph, groups, from: first) { _, last in
                if brokers[last] == 0 { met.append(last) }
                brokers[last] += 1
            }
            Self.forEachOpen(graph, groups, from: first) { broker, last in
                let role = BrokerageTriads.role(groups[first], groups[broker], groups[last])
                scores[role.rawValue][broker] += 1 / Double(brokers[last])
            }
            for last in met { brokers[last] = 0 }
        }
        // Every pair was met in both orders; the two orders of AAB are AAB and ABB.
        let halved: Set<BrokerageTriads.Role> = graph.isDirected ? [] : [.coordinator, .itinerant, .liaison]
        self.scores = BrokerageTriads.Role.allCases.map { role in
            halved.contains(role) ? scores[role.rawValue].map { $0 / 2 } : scores[role.rawValue]
        }
    }

    /// Paths first → broker → last without an arc first → last.
    private static func forEachOpen(
        _ graph: Graph, _ groups: [Int32], from first: Int, _ body: (_ broker: Int, _ last: Int) -> Void
    ) {
        for broker in graph.outgoing.neighbours(of: first) where groups[Int(broker)] >= 0 {
            for last in graph.outgoing.neighbours(of: Int(broker)) where groups[Int(last)] >= 0 {
                if Int(last) != first, !graph.hasArc(first, Int(last)) { body(Int(broker), Int(last)) }
            }
        }
    }
}
