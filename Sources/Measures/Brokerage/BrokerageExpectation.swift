import GraphKernels
import Tabular

/// What the count of a brokerage role would be if the ties fell at random: each pair tied with the
/// network's density p, whatever the groups.
///
/// A triad is open with q = p²(1 − p). Two triads of one broker depend on each other only through
/// a shared end, whose tie to the broker both need: their covariance is p³(1 − p)³. So the expected
/// count is Pq and its variance Pq(1 − q) + S p³(1 − p)³, with P the pairs that the role could join
/// and S the ordered couples of such pairs that share an end.
struct BrokerageExpectation {
    private let sizes: [Double]
    private let total: Double
    private let density: Double
    private let isDirected: Bool

    /// Counts actors whose group is known, and the ties among them.
    ///
    /// - Parameter ordered: whether an undirected tie is two arcs, and a pair counts in both orders.
    init(_ graph: Graph, _ grouping: Grouping, ordered: Bool = false) {
        sizes = grouping.sizes.map(Double.init)
        total = sizes.reduce(0, +)
        isDirected = graph.isDirected || ordered
        var arcs = 0
        for node in grouping.groupOf.indices where grouping.groupOf[node] >= 0 {
            arcs += graph.outgoing.neighbours(of: node).count { grouping.groupOf[Int($0)] >= 0 }
        }
        density = total > 1 ? Double(arcs) / (total * (total - 1)) : 0
    }

    /// The mean and the standard deviation for a broker of a group.
    func moments(_ role: BrokerageTriads.Role, group: Int32) -> (mean: Double, deviation: Double) {
        let (pairs, sharing) = pairs(role, Int(group))
        let open = density * density * (1 - density)
        let cubed = density * density * density * (1 - density) * (1 - density) * (1 - density)
        return (pairs * open, (pairs * open * (1 - open) + sharing * cubed).squareRoot())
    }

    /// The mean for each actor of known group.
    func means(_ role: BrokerageTriads.Role, _ grouping: Grouping) -> Column.Values {
        .number(grouping.groupOf.map { $0 >= 0 ? moments(role, group: $0).mean : nil })
    }

    /// z for each actor of known group.
    func standardized(_ role: BrokerageTriads.Role, _ counts: [Int], _ grouping: Grouping) -> Column.Values {
        .number(
            counts.indices.map { node in
                guard grouping.groupOf[node] >= 0 else { return nil }
                let (mean, deviation) = moments(role, group: grouping.groupOf[node])
                return deviation > 0 ? (Double(counts[node]) - mean) / deviation : nil
            })
    }

    /// P and S of ordered pairs; of unordered ones in an undirected graph, where the orders of a
    /// representative and of a gatekeeper are one pair already.
    private func pairs(_ role: BrokerageTriads.Role, _ group: Int) -> (Double, Double) {
        let own = sizes[group] - 1
        let others = total - sizes[group]
        let ways = isDirected ? 1.0 : 0.5
        func foreign(_ term: (Double) -> Double) -> Double {
            sizes.indices.reduce(0) { $0 + ($1 == group ? 0 : term(sizes[$1])) }
        }
        switch role {
        case .coordinator:
            return (ways * own * (own - 1), ways * 2 * own * (own - 1) * (own - 2))
        case .itinerant:
            return (
                ways * foreign { $0 * ($0 - 1) }, ways * 2 * foreign { $0 * ($0 - 1) * ($0 - 2) }
            )
        case .representative, .gatekeeper:
            return (own * others, own * others * (others - 1) + others * own * (own - 1))
        case .liaison:
            return (
                ways * foreign { $0 * (others - $0) },
                ways * 2 * foreign { $0 * (others - $0) * (others - $0 - 1) }
            )
        }
    }
}
