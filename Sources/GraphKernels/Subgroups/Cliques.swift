/// The largest sets of nodes that are all neighbours of one another: no clique is part of a larger one.
public enum Cliques {
    /// Counts the maximal cliques of an undirected graph.
    ///
    /// Bron and Kerbosch (1973, Commun. ACM 16(9), 575–577) with the pivot of Tomita, Tanaka and Takahashi (2006,
    /// Theor. Comput. Sci. 363, 28–42), from each node among its later neighbours in a peeling order (Eppstein, Löffler
    /// and Strash 2013, ACM J. Exp. Algorithmics 18, 3.1).
    ///
    /// - Parameters:
    ///   - least: smaller ones are not counted; a node's largest clique is of any size (1: an isolate's).
    ///   - limit: there can be 3^(n/3) cliques.
    /// - Returns: nil where the limit is exceeded.
    /// - Complexity: O(d n 3^(d/3)), d the largest coreness.
    public static func tally(_ graph: Graph, least: Int = 3, limit: WorkLimit = .standard) -> SubgroupTally? {
        precondition(!graph.isDirected)
        let order = PeelingOrder(of: graph)
        var search = CliqueSearch(
            tally: SubgroupTally(nodeCount: graph.nodeCount, least: least), limit: limit, order: order,
            later: order.laterRows(of: graph))
        for place in 0..<graph.nodeCount {
            search.visit(place, graph)
            if search.limit.isExceeded { return nil }
        }
        return search.tally
    }
}

/// Nodes are places of the peeling order here, but in `candidates`, whose places number the bits.
private struct CliqueSearch {
    var tally: SubgroupTally
    var limit: WorkLimit
    let order: PeelingOrder
    let later: [[Int32]]
    /// The later neighbours of the node from which the search starts.
    private var candidates: [Int32] = []
    /// The neighbours of each candidate among the candidates.
    private var rows: [NodeBits] = []
    private var clique: [Int32] = []

    init(tally: SubgroupTally, limit: WorkLimit, order: PeelingOrder, later: [[Int32]]) {
        (self.tally, self.limit, self.order, self.later) = (tally, limit, order, later)
    }

    /// Finds the cliques of which a node is the first.
    mutating func visit(_ start: Int, _ graph: Graph) {
        candidates = later[start]
        rows = candidates.map { _ in NodeBits(capacity: candidates.count) }
        for (place, candidate) in candidates.enumerated() {
            for other in shared(Int(candidate)).numbers {
                rows[place].insert(other)
                rows[other].insert(place)
            }
        }
        var all = NodeBits(capacity: candidates.count)
        for place in candidates.indices { all.insert(place) }
        // Earlier neighbours cannot be in a clique that starts here, but may show that it is part of a larger one.
        let before = graph.outgoing.neighbours(of: Int(order.nodes[start])).map { order.rank[Int($0)] }
            .filter { $0 < start }.map { shared(Int($0)) }
        clique = [Int32(start)]
        extend(all, NodeBits(capacity: candidates.count), before)
    }

    /// The candidates among a node's later neighbours.
    private mutating func shared(_ node: Int) -> NodeBits {
        var bits = NodeBits(capacity: candidates.count)
        var place = 0
        limit.spend(later[node].count + 1)
        for other in later[node] {
            while place < candidates.count, candidates[place] < other { place += 1 }
            if place < candidates.count, candidates[place] == other { bits.insert(place) }
        }
        return bits
    }

    /// - Parameters:
    ///   - possible: candidates that are neighbours of all of the clique.
    ///   - done: candidates of which all cliques with the present one are found.
    ///   - before: of each earlier node that is a neighbour of all of the clique, its candidates.
    private mutating func extend(_ possible: NodeBits, _ done: NodeBits, _ before: [NodeBits]) {
        // The sets of a call are made anew, which costs more than to look through small ones.
        limit.spend(150)
        guard !possible.isEmpty else {
            if done.isEmpty, before.isEmpty { tally.add(clique.map { order.nodes[Int($0)] }) }
            return
        }
        let pivot = pivot(possible, done, before)
        var (possible, done) = (possible, done)
        for next in possible.subtracting(pivot).numbers {
            if limit.isExceeded { return }
            clique.append(candidates[next])
            extend(
                possible.intersection(rows[next]), done.intersection(rows[next]), before.filter { $0.contains(next) })
            clique.removeLast()
            possible.remove(next)
            done.insert(next)
        }
    }

    /// The neighbours, among the candidates, of the node that has most of the possible ones: a clique without all of
    /// these is not maximal, so that the search need not start with any of them.
    private mutating func pivot(_ possible: NodeBits, _ done: NodeBits, _ before: [NodeBits]) -> NodeBits {
        var (best, most) = (NodeBits(capacity: candidates.count), -1)
        func look(_ row: NodeBits) {
            let shared = row.sharedCount(possible)
            if shared > most { (best, most) = (row, shared) }
        }
        possible.forEach { look(rows[$0]) }
        done.forEach { look(rows[$0]) }
        before.forEach(look)
        limit.spend((possible.count + done.count + before.count + 4) * (possible.words.count + 4))
        return best
    }
}
