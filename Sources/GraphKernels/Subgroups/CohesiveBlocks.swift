/// The k-components of an undirected graph: the largest parts that cannot be cut by taking away fewer than k nodes, so
/// that k paths without a common node join any two members (Moody and White 2003, Am. Sociol. Rev. 68(1), 103–127;
/// White and Harary 2001, Sociol. Methodol. 31, 305–359). A part of k + 1 nodes that are all neighbours has cohesion k.
public struct CohesiveBlocks: Sendable {
    /// A largest part of its cohesion.
    public struct Block: Sendable, Hashable {
        /// How many nodes have to go before the block falls apart (or one node is left).
        public let cohesion: Int
        /// In order.
        public let members: [Int32]
    }

    /// Each part once, with its own cohesion; the largest parts first, so that a block comes after those that hold it.
    public let blocks: [Block]
    /// For each node the cohesion of its most cohesive block: how deep it is nested. 0 for an isolate.
    public let nestedness: [Int]

    /// Cuts parts at a set of fewer than k nodes until none is left, k = 2, 3, …: a k-component never lies on both sides
    /// (Wen, Qin, Lin, Zhang and Chang 2019, ICDE, 1004–1015). For k = 2 these are the bicomponents.
    ///
    /// - Returns: nil where the limit is exceeded.
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(n (m + k²)) flows of O(k m) at worst; in sparse graphs far fewer.
    public init?(of graph: Graph, limit: WorkLimit = .standard) {
        precondition(!graph.isDirected)
        var search = BlockRefinement(graph, limit)
        let bicomponents = Bicomponents(of: graph).members.filter { $0.count > 2 }
        for part in Components.weak(of: graph).members() where part.count > 1 {
            search.blocks.append(Block(cohesion: 1, members: part))
        }
        for part in bicomponents where !search.limit.isExceeded { search.resolve(part, 2) }
        while let (part, k) = search.waiting.popLast() {
            search.findBlocks(in: part, k)
            if search.limit.isExceeded { return nil }
        }
        if search.limit.isExceeded { return nil }
        // A component that is a block of a higher cohesion is told once, with that.
        let deepest = Dictionary(search.blocks.map { ($0.members, $0.cohesion) }, uniquingKeysWith: max)
        blocks = deepest.map { Block(cohesion: $1, members: $0) }.sorted { one, other in
            if one.members.count != other.members.count { return one.members.count > other.members.count }
            return one.members.lexicographicallyPrecedes(other.members)
        }
        var nestedness = [Int](repeating: 0, count: graph.nodeCount)
        for block in blocks {
            for node in block.members { nestedness[Int(node)] = max(nestedness[Int(node)], block.cohesion) }
        }
        self.nestedness = nestedness
    }
}

private struct BlockRefinement {
    private let graph: Graph
    private(set) var limit: WorkLimit
    var blocks: [CohesiveBlocks.Block] = []
    /// Parts in which blocks of a cohesion are still to be found.
    var waiting: [(part: [Int32], k: Int)] = []

    init(_ graph: Graph, _ limit: WorkLimit) { (self.graph, self.limit) = (graph, limit) }

    /// Finds the largest parts that fewer than k nodes do not cut.
    mutating func findBlocks(in part: [Int32], _ k: Int) {
        for members in dense(part, k) where !limit.isExceeded { resolve(members, k) }
    }

    /// Cuts a part at fewer than k nodes, or notes it with its cohesion and leaves what is denser in it to be found.
    mutating func resolve(_ members: [Int32], _ k: Int) {
        let local = graph.induced(by: members)
        let (cohesion, cut) = leastCut(local, enough: k)
        if cohesion >= k { blocks.append(CohesiveBlocks.Block(cohesion: cohesion, members: members)) }
        if let cut { split(members, local, at: cut, max(k, cohesion + 1)) }
    }

    /// The components of what is left when nodes of fewer than k neighbours go, again and again.
    private mutating func dense(_ part: [Int32], _ k: Int) -> [[Int32]] {
        let local = graph.induced(by: part)
        limit.spend(2 * local.outgoing.targets.count + part.count)
        let coreness = Cores.coreness(of: local)
        let kept = part.indices.filter { Int(coreness[$0]) >= k }.map { part[$0] }
        guard kept.count > k else { return [] }
        return Components.weak(of: graph.induced(by: kept)).members().map { $0.map { kept[Int($0)] } }.filter {
            $0.count > k
        }
    }

    /// Each part that the cut leaves, together with the cut.
    private mutating func split(_ members: [Int32], _ local: Graph, at cut: [Int], _ k: Int) {
        let isCut = Set(cut)
        let rest = (0..<local.nodeCount).filter { !isCut.contains($0) }.map(Int32.init)
        for part in Components.weak(of: local.induced(by: rest)).members() {
            let nodes = (part.map { Int(rest[Int($0)]) } + cut).sorted()
            waiting.append((nodes.map { members[$0] }, k))
        }
    }

    /// How many nodes have to go before a connected graph falls apart, and which; or, as soon as they are found, fewer than
    /// k that do. No nodes where all are neighbours: of n nodes all but one have to go.
    ///
    /// Either some node is parted from the one of fewest neighbours, or that one is in every least cut, and two of its
    /// neighbours are parted (Esfahanian and Hakimi 1984, Networks 14, 355–366). A node with as many neighbours that are
    /// not parted from the first as the cut would have nodes is not parted either (Wen et al. 2019), which saves most of
    /// the flows.
    private mutating func leastCut(_ local: Graph, enough k: Int) -> (size: Int, nodes: [Int]?) {
        let (rows, count) = (local.outgoing, local.nodeCount)
        guard let first = (0..<count).min(by: { rows.degree(of: $0) < rows.degree(of: $1) }) else { return (0, nil) }
        let around = rows.neighbours(of: first).map(Int.init)
        guard around.count + 1 < count else { return (around.count, nil) }
        var best = around
        limit.spend(count + rows.targets.count)
        var flow = NodeFlow(local, limit)
        defer { limit = flow.limit }
        var isJoined = [Bool](repeating: false, count: count)
        var joinedNeighbours = [Int](repeating: 0, count: count)
        func join(_ node: Int) {
            isJoined[node] = true
            for other in rows.neighbours(of: node) { joinedNeighbours[Int(other)] += 1 }
        }
        for node in [first] + around { join(node) }
        for node in Geodesics(of: local, from: first).order.map(Int.init) where !isJoined[node] {
            if best.count < k || flow.limit.isExceeded { return (best.count, best) }
            if joinedNeighbours[node] < best.count, let cut = flow.cut(first, node, fewerThan: best.count) {
                best = cut
            }
            join(node)
        }
        for (place, one) in around.enumerated() {
            for other in around[(place + 1)...] where !local.hasArc(one, other) {
                if best.count < k || flow.limit.isExceeded { return (best.count, best) }
                if let cut = flow.cut(one, other, fewerThan: best.count) { best = cut }
            }
        }
        return (best.count, best)
    }
}

/// The largest flow between two nodes that are no neighbours where each other node lets one unit through: each node
/// stands as an entry (2v) and an exit (2v + 1), and only the way between the two is narrow.
private struct NodeFlow {
    private let rows: Graph.Rows
    private(set) var limit: WorkLimit
    /// Whether a unit runs through the node, and along an entry of its row.
    private var isUsed: [Bool]
    private var runs: [Bool]
    private var back: [Int]
    private var touched: [Int] = []
    /// The half node from which one was reached; -1 before.
    private var parent: [Int]
    private var queue: [Int] = []

    init(_ graph: Graph, _ limit: WorkLimit) {
        rows = graph.outgoing
        self.limit = limit
        isUsed = [Bool](repeating: false, count: graph.nodeCount)
        runs = [Bool](repeating: false, count: rows.targets.count)
        parent = [Int](repeating: -1, count: 2 * graph.nodeCount)
        back = [Int](repeating: 0, count: rows.targets.count)
        var next = rows.offsets
        for node in 0..<graph.nodeCount {
            for entry in rows.range(of: node) {
                back[entry] = next[Int(rows.targets[entry])]
                next[Int(rows.targets[entry])] += 1
            }
        }
    }

    /// A least set of nodes that parts two, if it has fewer than k.
    mutating func cut(_ source: Int, _ target: Int, fewerThan k: Int) -> [Int]? {
        for node in touched {
            isUsed[node] = false
            for entry in rows.range(of: node) { runs[entry] = false }
        }
        touched = [source]
        for _ in 0..<k {
            guard search(source, target) else {
                return (0..<isUsed.count).filter { parent[2 * $0] >= 0 && parent[2 * $0 + 1] < 0 && $0 != target }
            }
            augment(source, target)
        }
        return nil
    }

    private mutating func search(_ source: Int, _ target: Int) -> Bool {
        for half in queue { parent[half] = -1 }
        queue.removeAll(keepingCapacity: true)
        func reach(_ half: Int, _ from: Int) {
            guard parent[half] < 0 else { return }
            parent[half] = from
            queue.append(half)
        }
        reach(2 * source, 2 * source)
        reach(2 * source + 1, 2 * source)
        var head = 0
        while head < queue.count {
            let half = queue[head]
            head += 1
            let node = half / 2
            limit.spend(rows.degree(of: node) + 1)
            if half % 2 == 1 {
                // Out of a node: along any edge, or back through it where a unit runs.
                for entry in rows.range(of: node) { reach(2 * Int(rows.targets[entry]), half) }
                if parent[2 * target] >= 0 { return true }
                if isUsed[node] { reach(half - 1, half) }
            } else if node != source {
                // Into a node: through it where none runs yet, or back along the edges by which one comes in.
                if !isUsed[node] { reach(half + 1, half) }
                for entry in rows.range(of: node) where runs[back[entry]] {
                    reach(2 * Int(rows.targets[entry]) + 1, half)
                }
            }
        }
        return false
    }

    private mutating func augment(_ source: Int, _ target: Int) {
        var half = 2 * target
        while half / 2 != source || half % 2 == 0 {
            let from = parent[half]
            let (one, other) = (from / 2, half / 2)
            if one == other {
                isUsed[one] = half % 2 == 1
                touched.append(one)
            } else if half % 2 == 0 {
                if let entry = rows.place(of: other, in: one) { runs[entry] = true }
            } else if let entry = rows.place(of: one, in: other) {
                // Given up: the unit that came from the exit of `other` into `one`.
                runs[entry] = false
            }
            half = from
        }
    }
}
