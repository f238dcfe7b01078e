/// A frozen graph in compressed sparse rows: the one input of every kernel.
///
/// Parallel edges are merged (their weights add up) and self-loops are left out, so that the
/// neighbours of a node are distinct and sorted. In an undirected graph each edge stands in both
/// rows. In a directed graph `row` holds the out-neighbours; `incoming` the in-neighbours.
///
/// Memory: 4 bytes for each entry and 8 for each node; 8 more for each entry of a weighted graph.
public struct Graph: Sendable {
    public let nodeCount: Int
    public let isDirected: Bool
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
        public let offsets: [Int]
        public let targets: [Int32]
        /// Empty in an unweighted graph.
        public let weights: [Double]

        @inlinable
        public func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

        @inlinable
        public func degree(of node: Int) -> Int { offsets[node + 1] - offsets[node] }

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

    public var isWeighted: Bool { !outgoing.weights.isEmpty }

    /// Arcs of a directed graph; in an undirected one, each edge once.
    public var edgeCount: Int { isDirected ? outgoing.targets.count : outgoing.targets.count / 2 }

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
    /// - Complexity: O(nodes + edges).
    public init(
        nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double] = [],
        isDirected: Bool, bothWays: [Bool] = [], parallels: Parallels = .added
    ) {
        precondition(sources.count == targets.count)
        precondition(weights.isEmpty || weights.count == sources.count)
        precondition(bothWays.isEmpty || bothWays.count == sources.count)
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        let edges = EdgeColumns(
            sources: sources, targets: targets, weights: weights, bothWays: bothWays, isDirected: isDirected)
        outgoing = edges.rows(nodeCount, parallels)
        incoming = isDirected ? outgoing.transposed() : outgoing
    }

    private init(nodeCount: Int, isDirected: Bool, outgoing: Rows, incoming: Rows) {
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

    /// Whether two nodes have an out-neighbour in common. Time: O(least degree · log of the other).
    public func shareNeighbour(_ one: Int, _ other: Int) -> Bool {
        let (few, many) =
            outgoing.degree(of: one) <= outgoing.degree(of: other) ? (one, other) : (other, one)
        return outgoing.neighbours(of: few).contains { outgoing.place(of: Int($0), in: many) != nil }
    }
}

/// Edges on their way into rows.
private struct EdgeColumns {
    let sources: [Int32]
    let targets: [Int32]
    let weights: [Double]
    let bothWays: [Bool]
    let isDirected: Bool

    /// Two counting sorts, by target and then by source, leave each row sorted and parallel edges
    /// side by side in the order of the input.
    func rows(_ nodeCount: Int, _ parallel: Graph.Parallels) -> Graph.Rows {
        var places = [Int](repeating: 0, count: nodeCount + 1)
        forEachArc { _, head, _ in places[Int(head) + 1] += 1 }
        for node in 0..<nodeCount { places[node + 1] += places[node] }
        let offsets = places
        var tails = [Int32](repeating: 0, count: offsets[nodeCount])
        var values = [Double](repeating: 0, count: weights.isEmpty ? 0 : offsets[nodeCount])
        forEachArc { tail, head, edge in
            let place = places[Int(head)]
            places[Int(head)] = place + 1
            tails[place] = tail
            if !weights.isEmpty { values[place] = weights[edge] }
        }
        let byTarget = Graph.Rows(offsets: offsets, targets: tails, weights: values)
        return byTarget.transposed().merged(parallel)
    }

    private func forEachArc(_ body: (_ tail: Int32, _ head: Int32, _ edge: Int) -> Void) {
        for edge in sources.indices where sources[edge] != targets[edge] {
            body(sources[edge], targets[edge], edge)
            if !isDirected || (!bothWays.isEmpty && bothWays[edge]) { body(targets[edge], sources[edge], edge) }
        }
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

    /// Rows whose equal neighbours, side by side, have become one.
    fileprivate func merged(_ parallel: Graph.Parallels) -> Graph.Rows {
        var newOffsets = [0]
        newOffsets.reserveCapacity(offsets.count)
        var entries = targets
        var values = weights
        var end = 0
        for node in 0..<(offsets.count - 1) {
            let start = end
            for entry in range(of: node) {
                if end > start, entries[end - 1] == targets[entry] {
                    guard !weights.isEmpty else { continue }
                    switch parallel {
                    case .added: values[end - 1] += weights[entry]
                    case .least: values[end - 1] = min(values[end - 1], weights[entry])
                    }
                } else {
                    entries[end] = targets[entry]
                    if !weights.isEmpty { values[end] = weights[entry] }
                    end += 1
                }
            }
            newOffsets.append(end)
        }
        guard end < targets.count else {
            return Graph.Rows(offsets: offsets, targets: targets, weights: weights)
        }
        return Graph.Rows(
            offsets: newOffsets, targets: Array(entries[..<end]),
            weights: weights.isEmpty ? [] : Array(values[..<end]))
    }
}
