/// How near a directed graph is to an out-tree, by Krackhardt's four conditions (1994, Graph
/// theoretical dimensions of informal organizations): each is 1 minus the share of possible
/// violations; all four are 1 in an out-tree only.
public enum Krackhardt {
    /// Share of pairs that are connected, direction left out; nil below two nodes.
    /// Complexity: O(nodes + arcs).
    public static func connectedness(_ graph: Graph) -> Double? {
        let count = graph.nodeCount
        let tied = Components.weak(of: graph).sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        return count > 1 ? Double(tied) / Double(count * (count - 1) / 2) : nil
    }

    /// 1 minus the edges beyond a spanning tree of each component, of those possible; direction
    /// left out; nil where no component has three nodes. Complexity: O(nodes + arcs).
    public static func efficiency(_ graph: Graph) -> Double? {
        let sizes = Components.weak(of: graph).sizes
        let possible = possibleViolations(sizes)
        // A component of one or two nodes has no edge beyond its tree.
        let extra = graph.symmetrised().edgeCount - sizes.reduce(0) { $0 + $1 - 1 }
        return possible > 0 ? 1 - Double(extra) / Double(possible) : nil
    }

    /// Of the pairs where at least one reaches the other, the share where only one does; nil where
    /// none reaches another. Complexity: O(nodes · arcs) time, nodes² / 8 bytes.
    public static func hierarchy(_ graph: Graph) -> Double? {
        let ancestors = ancestors(graph)
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

    /// Which of the nodes that reach both of a pair is looked for.
    public enum Bound: Sendable {
        /// The one that every other of them reaches.
        case least
        /// The one that reaches every other of them.
        case topmost
    }

    /// Of the pairs within components, those that have a least upper bound: a node that reaches
    /// both and that every other such node reaches. Of the possible violations, (N − 1)(N − 2)/2
    /// in a component of N; nil where no component has three nodes.
    ///
    /// Complexity: O(nodes · arcs + nodes³ / 64) time, nodes² / 8 bytes.
    public static func lubness(_ graph: Graph, bound: Bound = .least) -> Double? {
        let components = Components.weak(of: graph)
        let possible = possibleViolations(components.sizes)
        guard possible > 0 else { return nil }
        let large = components.members().filter { $0.count > 2 }.map { $0.map { Int($0) } }
        return 1 - Double(pairsWithoutBound(bound, ancestors(graph), components: large)) / Double(possible)
    }

    private static func possibleViolations(_ sizes: [Int]) -> Int {
        sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
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

    private static func pairsWithoutBound(_ bound: Bound, _ ancestors: [[UInt64]], components: [[Int]]) -> Int {
        components.reduce(0) { sum, members in
            let bounds = UpperBounds(ancestors, of: members)
            let parts = Parallel.chunks(of: members.count, grain: max(1, members.count / 64)) { places in
                places.reduce(0) { partial, place in
                    partial + (0..<place).count { !(bound == .least ? bounds.haveLeast(place, $0) : bounds.haveTopmost(place, $0)) }
                }
            }
            return sum + parts.reduce(0, +)
        }
    }
}

/// Who reaches whom in a component, its members numbered from those of most ancestors on.
///
/// The upper bounds U of a pair are the common ancestors. A node u in U is least where every one of U is an ancestor of u;
/// as all ancestors of u are in U, these are then the same, and none has more ancestors. A topmost one is an ancestor of
/// all of U, and has the fewest ancestors itself.
private struct UpperBounds: Sendable {
    private let words: Int
    /// The sets of all members' ancestors, one behind the other.
    private let sets: [UInt64]

    init(_ ancestors: [[UInt64]], of members: [Int]) {
        let sizes = members.map { member in ancestors[member].reduce(0) { $0 + $1.nonzeroBitCount } }
        let order = members.indices.sorted { (-sizes[$0], members[$0]) < (-sizes[$1], members[$1]) }
        let words = (members.count + 63) / 64
        var sets = [UInt64](repeating: 0, count: words * members.count)
        for (place, index) in order.enumerated() {
            let bits = ancestors[members[index]]
            for (other, index) in order.enumerated() where bits[members[index] / 64] >> UInt64(members[index] % 64) & 1 == 1 {
                sets[place * words + other / 64] |= 1 << UInt64(other % 64)
            }
        }
        (self.words, self.sets) = (words, sets)
    }

    func haveLeast(_ one: Int, _ other: Int) -> Bool {
        let (mine, yours) = (one * words, other * words)
        let sets = sets.span
        var word = 0
        while word < words, sets[mine + word] & sets[yours + word] == 0 { word += 1 }
        guard word < words else { return false }
        let deepest = (word * 64 + (sets[mine + word] & sets[yours + word]).trailingZeroBitCount) * words
        for word in 0..<words where sets[mine + word] & sets[yours + word] != sets[deepest + word] { return false }
        return true
    }

    func haveTopmost(_ one: Int, _ other: Int) -> Bool {
        let (mine, yours) = (one * words, other * words)
        let sets = sets.span
        guard let last = (0..<words).last(where: { self.sets[mine + $0] & self.sets[yours + $0] != 0 }) else { return false }
        let top = last * 64 + 63 - (sets[mine + last] & sets[yours + last]).leadingZeroBitCount
        for word in 0...last {
            var left = sets[mine + word] & sets[yours + word]
            while left != 0 {
                let member = word * 64 + left.trailingZeroBitCount
                guard sets[member * words + top / 64] >> UInt64(top % 64) & 1 == 1 else { return false }
                left &= left - 1
            }
        }
        return true
    }
}
