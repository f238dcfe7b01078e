/// Open two-paths a → v → c (no arc a → c) through each node v, by how a group splits the three.
///
/// Gould and Fernandez (1989, Sociological Methodology 19, 89–126). All two-paths are counted from
/// the groups of the neighbours; those that are closed, and those that return to their start, are
/// taken off. In an undirected graph each pair {a, c} counts once, and the two roles with one end
/// in the broker's group are one number, in both columns.
///
/// Time: O(n + Σ out-degree²); memory: O(n).
public struct BrokerageTriads: Sendable {
    /// What a node is to the two that it stands between.
    public enum Role: Int, Sendable, CaseIterable {
        /// All three of one group: AAA.
        case coordinator
        /// Both ends of one group, the broker of another: ABA.
        case itinerant
        /// The source is of the broker's group: AAB.
        case representative
        /// The target is of the broker's group: ABB.
        case gatekeeper
        /// Three groups: ABC.
        case liaison
    }

    /// For each role the count of each node; a node without a group has 0.
    public let counts: [[Int]]

    /// The count of each node in one role.
    public subscript(role: Role) -> [Int] { counts[role.rawValue] }

    /// Counts the roles of every node.
    ///
    /// - Parameter groups: the group of each node, from 0; negative where it is not known. Triads
    ///   with such a node count in no role.
    public init(of graph: Graph, groups: [Int32]) {
        var tally = Tally(groups, nodeCount: graph.nodeCount)
        tally.addAllPairs(graph)
        tally.takeOffClosed(graph)
        guard !graph.isDirected else {
            counts = tally.counts
            return
        }
        // Every pair was met in both orders; AAB and ABB are the two orders of one another.
        counts = Role.allCases.map { role in
            let ordered = tally.counts[role.rawValue]
            switch role {
            case .representative, .gatekeeper: return ordered
            case .coordinator, .itinerant, .liaison: return ordered.map { $0 / 2 }
            }
        }
    }

    /// By the groups of source, broker and target.
    public static func role(_ first: Int32, _ broker: Int32, _ last: Int32) -> Role {
        if first == broker { return last == broker ? .coordinator : .representative }
        if last == broker { return .gatekeeper }
        return first == last ? .itinerant : .liaison
    }

    private struct Tally {
        let groups: [Int32]
        var counts: [[Int]]

        init(_ groups: [Int32], nodeCount: Int) {
            self.groups = groups
            counts = Array(repeating: Array(repeating: 0, count: nodeCount), count: Role.allCases.count)
        }

        mutating func addAllPairs(_ graph: Graph) {
            let groupCount = Int((groups.max() ?? -1) + 1)
            var arriving = [Int](repeating: 0, count: groupCount)
            var leaving = arriving
            for node in 0..<graph.nodeCount where groups[node] >= 0 {
                let (incoming, outgoing) = (graph.incoming.neighbours(of: node), graph.outgoing.neighbours(of: node))
                var (allIn, allOut) = (0, 0)
                for other in incoming where groups[Int(other)] >= 0 {
                    arriving[Int(groups[Int(other)])] += 1
                    allIn += 1
                }
                for other in outgoing where groups[Int(other)] >= 0 {
                    leaving[Int(groups[Int(other)])] += 1
                    allOut += 1
                }
                add(node, arriving, leaving, allIn, allOut, outgoing)
                for other in incoming where groups[Int(other)] >= 0 { arriving[Int(groups[Int(other)])] = 0 }
                for other in outgoing where groups[Int(other)] >= 0 { leaving[Int(groups[Int(other)])] = 0 }
            }
        }

        /// The pairs of a neighbour that arrives and one that leaves, the same neighbour included.
        private mutating func add(
            _ node: Int, _ arriving: [Int], _ leaving: [Int], _ allIn: Int, _ allOut: Int,
            _ outgoing: ArraySlice<Int32>
        ) {
            let own = Int(groups[node])
            let (ownIn, ownOut) = (arriving[own], leaving[own])
            var sameGroup = -ownIn * ownOut
            for other in outgoing where groups[Int(other)] >= 0 { sameGroup += arriving[Int(groups[Int(other)])] }
            counts[Role.coordinator.rawValue][node] += ownIn * ownOut
            counts[Role.representative.rawValue][node] += ownIn * (allOut - ownOut)
            counts[Role.gatekeeper.rawValue][node] += (allIn - ownIn) * ownOut
            counts[Role.itinerant.rawValue][node] += sameGroup
            counts[Role.liaison.rawValue][node] += (allIn - ownIn) * (allOut - ownOut) - sameGroup
        }

        mutating func takeOffClosed(_ graph: Graph) {
            var arrivesFrom = [Int32](repeating: -1, count: graph.nodeCount)
            for first in 0..<graph.nodeCount where groups[first] >= 0 {
                // The ends that `first` reaches directly, and `first` itself.
                for target in graph.outgoing.neighbours(of: first) { arrivesFrom[Int(target)] = Int32(first) }
                arrivesFrom[first] = Int32(first)
                for broker in graph.outgoing.neighbours(of: first) where groups[Int(broker)] >= 0 {
                    for last in graph.outgoing.neighbours(of: Int(broker)) where arrivesFrom[Int(last)] == Int32(first) {
                        guard groups[Int(last)] >= 0 else { continue }
                        let role = BrokerageTriads.role(groups[first], groups[Int(broker)], groups[Int(last)])
                        counts[role.rawValue][Int(broker)] -= 1
                    }
                }
            }
        }
    }
}
