/// A frozen graph in compressed sparse rows: the one input of every kernel.
///
/// Parallel edges are merged (their weights add up) and self-loops are left out, so that the
/// neighbours of a node are distinct and sorted. In an undirected graph each edge stands in both
/// rows. In a directed graph `outgoing` holds the out-neighbours, `incoming` the in-neighbours.
///
/// Memory: 4 bytes for each entry and 8 for each node; 8 more for each entry of a weighted graph.
public struct Graph: Sendable {
    /// Nodes are 0 ..< `nodeCount`, isolates among them; below 2³¹.
    public let nodeCount: Int
    /// Whether an arc can lack its reverse.
    public let isDirected: Bool
    /// For each node those to which it has an arc.
    public let outgoing: Rows
    /// In an undirected graph, the same rows as `outgoing`.
    public let incoming: Rows

    /// What becomes of the weights of parallel edges.
    public enum Parallels: Sendable {
        /// Strengths add up.
        case added
        /// Of several lengths the shortest counts.
        case least
    }

    /// One direction of a graph: node v's entries stand at `offsets[v]..<offsets[v + 1]`.
    public struct Rows: Sendable {
        /// One more than nodes; ascending, from 0.
        public let offsets: [Int]
        /// The other ends, ascending and distinct within a node's row.
        public let targets: [Int32]
        /// Empty in an unweighted graph.
        public let weights: [Double]

        /// Where a node's entries stand in `targets` and `weights`.
        @inlinable
        public func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

        /// How many neighbours a node has in this direction.
        @inlinable
        public func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

        /// How many neighbours each node has.
        var degrees: [Int32] { (0..<offsets.count - 1).map { Int32(degree(of: $0)) } }

        /// The neighbours of a node in this direction, ascending; no copy is made.
        public func neighbours(of node: Int) -> ArraySlice<Int32> { targets[range(of: node)] }

        /// The place of an entry among `targets`, or nil. Time: O(log degree).
        public func place(of target: Int, in node: Int) -> Int? {
            var (low, high) = (offsets[node], offsets[node + 1])
            while low < high {
                let middle = (low + high) / 2
                if Int(targets[middle]) < target { low = middle + 1 } else { high = middle }
            }
            return low < offsets[node + 1] && Int(targets[low]) == target ? low : nil
        }
    }

    /// Whether weights are kept; a graph without counts each as 1.
    public var isWeighted: Bool { !outgoing.weights.isEmpty }

    /// Arcs of a directed graph; in an undirected one, each edge once.
    public var edgeCount: Int { isDirected ? outgoing.targets.count : outgoing.targets.count / 2 }

    /// Whether there is an arc from one node to the other. Time: O(log degree).
    public func hasArc(_ source: Int, _ target: Int) -> Bool {
        outgoing.place(of: target, in: source) != nil
    }

    /// Freezes a list of edges.
    ///
    /// - Parameters:
    ///   - weights: empty for an unweighted graph.
    ///   - bothWays: for each edge of a directed graph, whether it stands for two arcs; empty: none.
    ///   - parallels: what becomes of the weights of parallel edges.
    /// - Precondition: the ends are nodes; the columns are of one length.
    /// - Complexity: O(nodes + edges), and O(d log d) for a row of d arcs.
    public init(
        nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double] = [],
        isDirected: Bool, bothWays: [Bool] = [], parallels: Parallels = .added
    ) {
        precondition(sources.count == targets.count)
        precondition(weights.isEmpty || weights.count == sources.count)
        precondition(bothWays.isEmpty || bothWays.count == sources.count)
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        outgoing = Rows(
            ArcBlocks(
                nodeCount: nodeCount, sources: sources, targets: targets,
                direction: isDirected ? .asGiven : .bothWays, alsoBack: bothWays),
            weights: weights, parallels)
        incoming = isDirected ? outgoing.transposed() : outgoing
    }

    init(nodeCount: Int, isDirected: Bool, outgoing: Rows, incoming: Rows) {
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        self.outgoing = outgoing
        self.incoming = incoming
    }

    /// The graph in which two nodes are neighbours where there is an arc in either direction. An
    /// undirected graph is its own.
    ///
    /// - Parameter parallels: what becomes of the weights of two opposite arcs.
    public func symmetrised(parallels: Parallels = .added) -> Graph {
        guard isDirected else { return self }
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        sources.reserveCapacity(outgoing.targets.count)
        targets.reserveCapacity(outgoing.targets.count)
        for node in 0..<nodeCount {
            for target in outgoing.neighbours(of: node) {
                sources.append(Int32(node))
                targets.append(target)
            }
        }
        return Graph(
            nodeCount: nodeCount, sources: sources, targets: targets, weights: outgoing.weights,
            isDirected: false, parallels: parallels)
    }

    /// The graph with every arc turned round; it shares this one's storage.
    public func reversed() -> Graph {
        Graph(nodeCount: nodeCount, isDirected: isDirected, outgoing: incoming, incoming: outgoing)
    }

    /// The same neighbours, no weights.
    public func unweighted() -> Graph { isWeighted ? withWeights { _ in [] } : self }

    /// The same neighbours, every weight replaced; a graph without weights counts as all 1.
    public func mappingWeights(_ change: (Double) -> Double) -> Graph {
        withWeights { rows in
            rows.weights.isEmpty ? rows.targets.map { _ in change(1) } : rows.weights.map(change)
        }
    }

    private func withWeights(_ weights: (Rows) -> [Double]) -> Graph {
        func replaced(_ rows: Rows) -> Rows {
            Rows(offsets: rows.offsets, targets: rows.targets, weights: weights(rows))
        }
        let changed = replaced(outgoing)
        return Graph(
            nodeCount: nodeCount, isDirected: isDirected, outgoing: changed,
            incoming: isDirected ? replaced(incoming) : changed)
    }

    /// The nodes given, renumbered in their order, with the arcs among them.
    public func induced(by nodes: [Int32]) -> Graph {
        var place = [Int32](repeating: -1, count: nodeCount)
        for (index, node) in nodes.enumerated() { place[Int(node)] = Int32(index) }
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for (index, node) in nodes.enumerated() {
            for entry in outgoing.range(of: Int(node)) {
                let target = place[Int(outgoing.targets[entry])]
                guard target >= 0, isDirected || Int32(index) < target else { continue }
                sources.append(Int32(index))
                targets.append(target)
                if isWeighted { weights.append(outgoing.weights[entry]) }
            }
        }
        return Graph(
            nodeCount: nodes.count, sources: sources, targets: targets, weights: weights, isDirected: isDirected)
    }

    /// The subgraphs of sets of nodes, each in order and no node in two: of all of them in the time of one, since the
    /// numbers of the nodes are kept from one to the next.
    struct Parts {
        private let graph: Graph
        private var places: [Int32]

        init(of graph: Graph) {
            self.graph = graph
            places = [Int32](repeating: -1, count: graph.nodeCount)
        }

        /// The nodes given, in ascending order, renumbered in it, with the arcs among them.
        mutating func induced(by nodes: [Int32]) -> Graph {
            for (index, node) in nodes.enumerated() { places[Int(node)] = Int32(index) }
            defer { for node in nodes { places[Int(node)] = -1 } }
            let outgoing = rows(graph.outgoing, nodes)
            return Graph(
                nodeCount: nodes.count, isDirected: graph.isDirected, outgoing: outgoing,
                incoming: graph.isDirected ? rows(graph.incoming, nodes) : outgoing)
        }

        private func rows(_ rows: Rows, _ nodes: [Int32]) -> Rows {
            var (offsets, targets, weights): ([Int], [Int32], [Double]) = ([0], [], [])
            offsets.reserveCapacity(nodes.count + 1)
            for node in nodes {
                for entry in rows.range(of: Int(node)) {
                    let target = places[Int(rows.targets[entry])]
                    guard target >= 0 else { continue }
                    targets.append(target)
                    if !rows.weights.isEmpty { weights.append(rows.weights[entry]) }
                }
                offsets.append(targets.count)
            }
            return Rows(offsets: offsets, targets: targets, weights: weights)
        }
    }

    /// Whether two nodes have an out-neighbour in common. Time: O(least degree · log of the other).
    public func shareNeighbour(_ one: Int, _ other: Int) -> Bool {
        let (few, many) =
            outgoing.degree(of: one) <= outgoing.degree(of: other) ? (one, other) : (other, one)
        return outgoing.neighbours(of: few).contains { outgoing.place(of: Int($0), in: many) != nil }
    }
}

extension Graph.Rows {
    /// The same arcs by their other end; the rows come out sorted.
    func transposed() -> Graph.Rows {
        let nodeCount = offsets.count - 1
        var places = [Int](repeating: 0, count: nodeCount + 1)
        for target in targets { places[Int(target) + 1] += 1 }
        for node in 0..<nodeCount { places[node + 1] += places[node] }
        let starts = places
        var entries = [Int32](repeating: 0, count: targets.count)
        var values = [Double](repeating: 0, count: weights.count)
        for node in 0..<nodeCount {
            for entry in range(of: node) {
                let target = Int(targets[entry])
                let place = places[target]
                places[target] = place + 1
                entries[place] = Int32(node)
                if !weights.isEmpty { values[place] = weights[entry] }
            }
        }
        return Graph.Rows(offsets: starts, targets: entries, weights: values)
    }

    /// Rows in which parallel arcs have become one.
    ///
    /// - Parameter weights: of the edges; empty for an unweighted graph.
    fileprivate init(_ blocks: consuming ArcBlocks, weights: [Double], _ parallels: Graph.Parallels) {
        let nodeCount = blocks.nodeCount
        let parts = Self.parts(blocks, weights, parallels)
        _ = consume blocks
        var offsets = [0]
        offsets.reserveCapacity(nodeCount + 1)
        var (targets, values): ([Int32], [Double]) = ([], [])
        targets.reserveCapacity(parts.reduce(0) { $0 + $1.targets.count })
        values.reserveCapacity(weights.isEmpty ? 0 : targets.capacity)
        for part in parts {
            let start = targets.count
            for end in part.ends { offsets.append(start + Int(end)) }
            targets.append(contentsOf: part.targets)
            values.append(contentsOf: part.weights)
        }
        self.init(offsets: offsets, targets: targets, weights: values)
    }

    /// The rows of one block of nodes.
    private struct Part: Sendable {
        /// Where each node's row ends.
        var ends: [Int32] = []
        var targets: [Int32] = []
        var weights: [Double] = []
    }

    private static func parts(
        _ blocks: ArcBlocks, _ weights: [Double], _ parallels: Graph.Parallels
    ) -> [Part] {
        Parallel.chunks(of: blocks.blockCount, grain: 1) { block in
            part(blocks.rows(ofBlock: block.lowerBound), weights, parallels)
        }
    }

    private static func part(_ rows: ArcBlocks.Rows, _ weights: [Double], _ parallels: Graph.Parallels) -> Part {
        var part = Part()
        part.ends.reserveCapacity(rows.starts.count - 1)
        part.targets.reserveCapacity(rows.keys.count)
        if !weights.isEmpty { part.weights.reserveCapacity(rows.keys.count) }
        for row in 0..<(rows.starts.count - 1) {
            var last: Int32 = -1
            for place in Int(rows.starts[row])..<Int(rows.starts[row + 1]) {
                let key = rows.keys[place]
                let target = ArcBlocks.Rows.other(key)
                if target != last {
                    part.targets.append(target)
                    if !weights.isEmpty { part.weights.append(weights[ArcBlocks.Rows.edge(key)]) }
                    last = target
                } else if !weights.isEmpty {
                    let (weight, end) = (weights[ArcBlocks.Rows.edge(key)], part.weights.count - 1)
                    switch parallels {
                    case .added: part.weights[end] += weight
                    case .least: part.weights[end] = min(part.weights[end], weight)
                    }
                }
            }
            part.ends.append(Int32(part.targets.count))
        }
        return part
    }
}
