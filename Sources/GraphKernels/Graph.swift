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
    /// - Precondition: the ends are nodes; the columns are of one length.
    /// - Complexity: O(nodes + edges), with one sort of each row's few merged entries.
    public init(
        nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double] = [],
        isDirected: Bool, bothWays: [Bool] = []
    ) {
        precondition(sources.count == targets.count)
        precondition(weights.isEmpty || weights.count == sources.count)
        precondition(bothWays.isEmpty || bothWays.count == sources.count)
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        let edges = EdgeColumns(sources: sources, targets: targets, weights: weights, bothWays: bothWays)
        outgoing = edges.rows(nodeCount, isDirected: isDirected, reversed: false)
        incoming = isDirected ? edges.rows(nodeCount, isDirected: true, reversed: true) : outgoing
    }

    private init(nodeCount: Int, isDirected: Bool, outgoing: Rows, incoming: Rows) {
        self.nodeCount = nodeCount
        self.isDirected = isDirected
        self.outgoing = outgoing
        self.incoming = incoming
    }

    /// The graph in which two nodes are neighbours where there is an arc in either direction; the
    /// weights of both add up. An undirected graph is its own.
    public func symmetrised() -> Graph {
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
            isDirected: false)
    }

    /// The graph with every arc turned round; it shares this one's storage.
    public func reversed() -> Graph {
        Graph(nodeCount: nodeCount, isDirected: isDirected, outgoing: incoming, incoming: outgoing)
    }

    /// The same neighbours, no weights.
    public func unweighted() -> Graph {
        guard isWeighted else { return self }
        func bare(_ rows: Rows) -> Rows { Rows(offsets: rows.offsets, targets: rows.targets, weights: []) }
        return Graph(
            nodeCount: nodeCount, isDirected: isDirected, outgoing: bare(outgoing), incoming: bare(incoming))
    }
}

/// Edges on their way into rows.
private struct EdgeColumns {
    let sources: [Int32]
    let targets: [Int32]
    let weights: [Double]
    let bothWays: [Bool]

    /// Counting sort by source, then each row sorted and merged.
    func rows(_ nodeCount: Int, isDirected: Bool, reversed: Bool) -> Graph.Rows {
        let (tails, heads) = reversed ? (targets, sources) : (sources, targets)
        var places = [Int](repeating: 0, count: nodeCount + 1)
        for edge in tails.indices where tails[edge] != heads[edge] {
            places[Int(tails[edge]) + 1] += 1
            if runsBack(edge, isDirected) { places[Int(heads[edge]) + 1] += 1 }
        }
        for node in 0..<nodeCount { places[node + 1] += places[node] }
        let starts = places
        var entries = [Int32](repeating: 0, count: places[nodeCount])
        var values = [Double](repeating: 0, count: weights.isEmpty ? 0 : places[nodeCount])
        func put(_ head: Int32, in tail: Int32, _ edge: Int) {
            let place = places[Int(tail)]
            places[Int(tail)] += 1
            entries[place] = head
            if !weights.isEmpty { values[place] = weights[edge] }
        }
        for edge in tails.indices where tails[edge] != heads[edge] {
            put(heads[edge], in: tails[edge], edge)
            if runsBack(edge, isDirected) { put(tails[edge], in: heads[edge], edge) }
        }
        return Self.merged(starts, entries, values)
    }

    private func runsBack(_ edge: Int, _ isDirected: Bool) -> Bool {
        !isDirected || (!bothWays.isEmpty && bothWays[edge])
    }

    private static func merged(_ starts: [Int], _ entries: consuming [Int32], _ values: consuming [Double]) -> Graph.Rows {
        var offsets = [0]
        offsets.reserveCapacity(starts.count)
        var end = 0
        for node in 0..<(starts.count - 1) {
            let row = starts[node]..<starts[node + 1]
            if values.isEmpty {
                entries[row].sort()
                for place in row where place == row.lowerBound || entries[place] != entries[end - 1] {
                    entries[end] = entries[place]
                    end += 1
                }
            } else {
                // Stable, so that the sum of parallel weights has one order.
                let order = row.sorted { (entries[$0], $0) < (entries[$1], $1) }
                let pairs = order.map { (entries[$0], values[$0]) }
                var isFirst = true
                for (entry, value) in pairs {
                    if !isFirst, entries[end - 1] == entry {
                        values[end - 1] += value
                    } else {
                        entries[end] = entry
                        values[end] = value
                        end += 1
                        isFirst = false
                    }
                }
            }
            offsets.append(end)
        }
        let count = values.isEmpty ? 0 : end
        return Graph.Rows(
            offsets: offsets, targets: Array(entries[..<end]), weights: Array(values[..<count]))
    }
}
