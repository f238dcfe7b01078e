/// Groups in which each member may lack a few of the others (Seidman and Foster 1978, J. Math. Sociology 6, 139–154).
public enum Plexes {
    /// The size from which k-plexes are counted: smaller ones may fall apart, or are k-plexes because they are small.
    public static func leastSize(_ k: Int) -> Int { max(k + 2, 2 * k - 1) }

    /// Counts the maximal k-plexes of an undirected graph: sets of s nodes each of which is a neighbour of s − k or more
    /// of the others, that are part of no larger one and have at least `leastSize(k)` nodes.
    ///
    /// Of that size two members are at most two steps apart (Seidman and Foster 1978, theorem 5), so that each is found
    /// among the later nodes within two steps of its first in a peeling order (Conte, De Matteis, De Sensi, Grossi,
    /// Marino and Versari 2018, KDD, 1272–1281).
    ///
    /// - Returns: nil where the limit is exceeded.
    /// - Complexity: exponential at worst; hence the limit.
    public static func tally(_ graph: Graph, k: Int, limit: WorkLimit = .standard) -> SubgroupTally? {
        precondition(!graph.isDirected && k >= 1)
        let least = leastSize(k)
        let coreness = Cores.coreness(of: graph)
        let kept = (0..<graph.nodeCount).filter { Int(coreness[$0]) >= least - k }.map(Int32.init)
        let core = graph.induced(by: kept)
        var tally = SubgroupTally(nodeCount: graph.nodeCount, least: least)
        var limit = limit
        let order = PeelingOrder(of: core)
        for place in 0..<core.nodeCount {
            var search = PlexSearch(core, from: place, order, k: k, least: least, limit: limit)
            search.run()
            limit = search.limit
            if limit.isExceeded { return nil }
            for plex in search.found { tally.add(plex.map { kept[Int($0)] }) }
        }
        return tally
    }
}

/// The plexes of which one node is the first in the order.
private struct PlexSearch {
    private(set) var found: [[Int32]] = []
    private(set) var limit: WorkLimit
    private let k: Int
    private let least: Int
    /// The nodes within two steps of the first, the first foremost; bits number their places.
    private var nodes: [Int32]
    private var rows: [NodeBits] = []
    private var possible: NodeBits
    private var done: NodeBits

    init(_ graph: Graph, from place: Int, _ order: PeelingOrder, k: Int, least: Int, limit: WorkLimit) {
        (self.k, self.least, self.limit) = (k, least, limit)
        let first = Int(order.nodes[place])
        nodes = [Int32(first)]
        var places = [Int32(first): 0]
        let near = graph.outgoing.neighbours(of: first)
        for node in near {
            places[node] = nodes.count
            nodes.append(node)
        }
        for node in near {
            self.limit.spend(graph.outgoing.degree(of: Int(node)))
            for other in graph.outgoing.neighbours(of: Int(node)) where places[other] == nil {
                places[other] = nodes.count
                nodes.append(other)
            }
        }
        possible = NodeBits(capacity: nodes.count)
        done = possible
        for (own, node) in nodes.enumerated() {
            var row = NodeBits(capacity: nodes.count)
            self.limit.spend(graph.outgoing.degree(of: Int(node)))
            for other in graph.outgoing.neighbours(of: Int(node)) {
                if let there = places[other] { row.insert(there) }
            }
            rows.append(row)
            guard own > 0 else { continue }
            if order.rank[Int(node)] > place { possible.insert(own) } else { done.insert(own) }
        }
        // Two members share as many neighbours as a plex of the least size demands.
        for own in nodes.indices.dropFirst()
        where rows[own].sharedCount(rows[0]) < least - 2 * k + (rows[0].contains(own) ? 0 : 2) {
            possible.remove(own)
            done.remove(own)
        }
    }

    mutating func run() {
        guard possible.count + 1 >= least else { return }
        extend([0], possible, done)
    }

    /// Whether a node can join, seen from a set that is a plex.
    private func fits(_ node: Int, _ plex: [Int], _ members: NodeBits) -> Bool {
        guard plex.count - rows[node].sharedCount(members) < k else { return false }
        // A member that lacks k − 1 already must be a neighbour.
        return plex.allSatisfy { rows[node].contains($0) || plex.count - rows[$0].sharedCount(members) < k }
    }

    private func kept(_ candidates: NodeBits, _ plex: [Int], _ members: NodeBits) -> NodeBits {
        var kept = candidates
        candidates.forEach { if !fits($0, plex, members) { kept.remove($0) } }
        return kept
    }

    /// Each step decides of one node whether it joins: first the plexes with it, then, in the same loop, those without.
    private mutating func extend(_ plex: [Int], _ candidates: NodeBits, _ earlier: NodeBits) {
        var members = NodeBits(capacity: nodes.count)
        for node in plex { members.insert(node) }
        var possible = kept(candidates, plex, members)
        var done = kept(earlier, plex, members)
        let words = members.words.count + 2
        limit.spend((candidates.count + earlier.count + 2) * (plex.count + 1) * words)
        while !limit.isExceeded {
            let (whole, size) = (unioned(members, possible), plex.count + possible.count)
            guard size >= least else { return }
            limit.spend(2 * size * words)
            let weakest = whole.numbers.min { rows[$0].sharedCount(whole) < rows[$1].sharedCount(whole) } ?? 0
            if size - rows[weakest].sharedCount(whole) <= k {
                // All that is possible together is a plex.
                let all = whole.numbers
                limit.spend(done.count * size * words)
                if !done.numbers.contains(where: { fits($0, all, whole) }) { found.append(all.map { nodes[$0] }) }
                return
            }
            // One of those that the weakest lacks, or the weakest itself, has to stay out somewhere.
            let next = possible.contains(weakest) ? weakest : possible.subtracting(rows[weakest]).numbers[0]
            possible.remove(next)
            extend(plex + [next], possible, done)
            done.insert(next)
        }
    }

    private func unioned(_ one: NodeBits, _ other: NodeBits) -> NodeBits {
        var both = one
        both.formUnion(other)
        return both
    }
}
