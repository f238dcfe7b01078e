/// How near a directed graph is to an out-tree, by Krackhardt's four conditions (1994, Graph
/// theoretical dimensions of informal organizations): each is 1 minus the share of possible
/// violations; all four are 1 in an out-tree only.
public struct Krackhardt: Sendable {
    /// Share of pairs that are connected, direction left out; nil below two nodes.
    public let connectedness: Double?
    /// Of the pairs where at least one reaches the other, the share where only one does; nil
    /// where none reaches another.
    public let hierarchy: Double?
    /// 1 minus the edges beyond a spanning tree of each component, of those possible; direction
    /// left out; nil where no component has three nodes.
    public let efficiency: Double?
    /// Share of the pairs within components that have a least upper bound: a node that reaches
    /// both and that every other such node reaches. Of the possible violations, (N − 1)(N − 2)/2
    /// in a component of N; nil where no component has three nodes.
    public let lubness: Double?

    /// - Complexity: O(nodes · arcs + nodes³ / 64) time, nodes² / 8 bytes.
    public init(_ graph: Graph) {
        let components = Self.weakComponents(graph.symmetrised())
        let count = graph.nodeCount
        let ancestors = Self.ancestors(graph)
        let tied = components.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
        connectedness = count > 1 ? Double(tied) / Double(count * (count - 1) / 2) : nil
        hierarchy = Self.hierarchy(ancestors)
        let large = components.filter { $0.count > 2 }
        let possible = large.reduce(0) { $0 + ($1.count - 1) * ($1.count - 2) / 2 }
        guard possible > 0 else {
            efficiency = nil
            lubness = nil
            return
        }
        // A component of one or two nodes has no edge beyond its tree.
        let extra = graph.symmetrised().edgeCount - components.reduce(0) { $0 + $1.count - 1 }
        efficiency = 1 - Double(extra) / Double(possible)
        let violations = Self.pairsWithoutBound(ancestors, components: large)
        lubness = 1 - Double(violations) / Double(possible)
    }

    private static func weakComponents(_ graph: Graph) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: graph.nodeCount)
        return (0..<graph.nodeCount).compactMap { start in
            guard !isSeen[start] else { return nil }
            isSeen[start] = true
            var members = [start]
            var place = 0
            while place < members.count {
                for next in graph.outgoing.neighbours(of: members[place]) where !isSeen[Int(next)] {
                    isSeen[Int(next)] = true
                    members.append(Int(next))
                }
                place += 1
            }
            return members
        }
    }

    /// For each node, the bits of those that reach it, itself among them.
    private static func ancestors(_ graph: Graph) -> [[UInt64]] {
        let words = (graph.nodeCount + 63) / 64
        return Parallel.chunks(of: graph.nodeCount, grain: max(1, graph.nodeCount / 64)) { nodes in
            nodes.map { node in
                var bits = [UInt64](repeating: 0, count: words)
                var stack = [node]
                bits[node / 64] |= 1 << UInt64(node % 64)
                while let here = stack.popLast() {
                    for next in graph.incoming.neighbours(of: here).lazy.map({ Int($0) })
                    where bits[next / 64] >> UInt64(next % 64) & 1 == 0 {
                        bits[next / 64] |= 1 << UInt64(next % 64)
                        stack.append(next)
                    }
                }
                return bits
            }
        }.flatMap { $0 }
    }

    private static func has(_ bits: [UInt64], _ node: Int) -> Bool { bits[node / 64] >> UInt64(node % 64) & 1 == 1 }

    private static func hierarchy(_ ancestors: [[UInt64]]) -> Double? {
        var (either, both) = (0, 0)
        for one in ancestors.indices {
            for other in 0..<one {
                let (up, down) = (has(ancestors[one], other), has(ancestors[other], one))
                if up || down { either += 1 }
                if up && down { both += 1 }
            }
        }
        return either > 0 ? 1 - Double(both) / Double(either) : nil
    }

    /// The upper bounds U of a pair are the common ancestors. A node u in U is least where every
    /// one of U is an ancestor of u; as all ancestors of u are in U, that is where u has |U| of them.
    private static func pairsWithoutBound(_ ancestors: [[UInt64]], components: [[Int]]) -> Int {
        let counts = ancestors.map { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
        return components.reduce(0) { sum, members in
            let byCount = members.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
            let parts = Parallel.chunks(of: members.count, grain: max(1, members.count / 64)) { places in
                places.reduce(0) { partial, place in
                    partial + members[..<place].count { other in
                        let common = zip(ancestors[members[place]], ancestors[other]).map { $0 & $1 }
                        let size = common.reduce(0) { $0 + $1.nonzeroBitCount }
                        guard let deepest = byCount.first(where: { has(common, $0) }) else { return true }
                        return counts[deepest] != size
                    }
                }
            }
            return sum + parts.reduce(0, +)
        }
    }
}
