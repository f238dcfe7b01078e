/// Nodes with the same neighbours, one standing for all.
///
/// Twins have the same paths: it is enough to search from one of them, and to count a path through one
/// as often as there are twins (BADIOS: Sarıyüce, Kaya, Saule and Çatalyürek 2017, ACM TKDD 11(3), 31,
/// there called identical vertices, which may be tied to each other or not). Members of the same
/// clubs are twins, and territorial networks are full of them.
///
/// Time: O(m + n log n).
struct Twins {
    /// The graph among the nodes that stand for their twins.
    let graph: Graph
    /// The node of `graph` that stands for each node.
    let classes: [Int32]
    /// For each node of `graph`, how many it stands for, and how many ends these have together.
    let copies: [Double]
    let ends: [Double]
    /// For each node of `graph`, the unordered pairs of twins among its neighbours that it joins, shared
    /// with all who join them; for each one of those for which it stands.
    let joined: [Double]

    /// - Parameters:
    ///   - whole: undirected, unweighted.
    ///   - ends: how many ends of paths each node stands for.
    init(of whole: Graph, ends: [Double]) {
        let leader = Self.leaders(whole)
        let leaders = (0..<Int32(whole.nodeCount)).filter { leader[Int($0)] == $0 }
        graph = whole.induced(by: leaders)
        var number = [Int32](repeating: -1, count: whole.nodeCount)
        for (place, node) in leaders.enumerated() { number[Int(node)] = Int32(place) }
        classes = leader.map { number[Int($0)] }
        var (copies, sums, squares) = (Self.zeros(leaders), Self.zeros(leaders), Self.zeros(leaders))
        for (node, place) in classes.enumerated() {
            copies[Int(place)] += 1
            sums[Int(place)] += ends[node]
            squares[Int(place)] += ends[node] * ends[node]
        }
        var joined = Self.zeros(leaders)
        for (place, node) in leaders.enumerated() where copies[place] > 1 {
            let neighbours = graph.outgoing.neighbours(of: place)
            let joiners = neighbours.reduce(0) { $0 + copies[Int($1)] }
            // Twins that are tied to each other need nobody to join them.
            guard Int(joiners) == whole.outgoing.degree(of: Int(node)) else { continue }
            let share = (sums[place] * sums[place] - squares[place]) / 2 / joiners
            for neighbour in neighbours { joined[Int(neighbour)] += share }
        }
        self.copies = copies
        self.ends = sums
        self.joined = joined
    }

    private static func zeros(_ nodes: [Int32]) -> [Double] { [Double](repeating: 0, count: nodes.count) }

    /// The first twin of each node, or itself.
    private static func leaders(_ whole: Graph) -> [Int32] {
        let rows = whole.outgoing
        let hashes = (0..<whole.nodeCount).map { node in
            rows.neighbours(of: node).reduce(UInt64(0)) { $0 &+ mixed($1) }
        }
        var leader = (0..<Int32(whole.nodeCount)).map { $0 }
        // Among twins who are not tied, then among those who are; nobody has twins of both sorts.
        for tied in [false, true] {
            let keys = hashes.enumerated().map { node, hash in
                (hash: tied ? hash &+ mixed(Int32(node)) : hash, node: Int32(node))
            }.sorted { $0 < $1 }
            var first = 0
            for place in keys.indices where leader[Int(keys[place].node)] == keys[place].node {
                // Hashes only propose: the rows decide.
                if keys[first].hash == keys[place].hash, first < place,
                    areTwins(Int(keys[first].node), Int(keys[place].node), rows)
                {
                    leader[Int(keys[place].node)] = keys[first].node
                } else {
                    first = place
                }
            }
        }
        return leader
    }

    /// Whether two nodes have the same neighbours, but for each other.
    private static func areTwins(_ one: Int, _ other: Int, _ rows: Graph.Rows) -> Bool {
        guard rows.degree(of: one) == rows.degree(of: other) else { return false }
        return rows.neighbours(of: one).lazy.filter { $0 != Int32(other) }
            .elementsEqual(rows.neighbours(of: other).lazy.filter { $0 != Int32(one) })
    }

    /// SplitMix64's finish.
    private static func mixed(_ node: Int32) -> UInt64 {
        var z = UInt64(truncatingIfNeeded: node) &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
