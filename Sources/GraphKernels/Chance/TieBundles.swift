/// Rows of ties gathered by the pair that they tie, so that chance moves what ties two nodes and not
/// each row of it.
///
/// A pair with a row without direction is an edge of the graph. The rows of one direction are an arc;
/// where the pair is an edge they go with it if the sorts are joined, which keeps every node's degree in
/// the merged graph, and are an arc of their own if not, which keeps how many of each sort it has.
public struct TieBundles: Sendable {
    /// One edge or arc for each bundle.
    public let graph: MixedGraph
    /// The rows of each bundle, of edges first, then of arcs: bundle b's are
    /// `rows[offsets[b]..<offsets[b + 1]]`.
    private var offsets: [Int] = [0]
    private var rows: [Row] = []

    private struct Row: Sendable {
        let position: Int
        /// Whether it runs from the target of its bundle's ends to the source.
        let isTurned: Bool
    }

    /// A row of a drawn graph: the given row that it is like, and its ends.
    public struct Drawn: Sendable, Hashable {
        /// The number of the given row, among all rows and not only those taken.
        public let row: Int
        /// Where the drawn row begins; of a row without direction, one of its ends.
        public let source: Int32
        /// Where the drawn row ends.
        public let target: Int32

        /// That a drawn tie of these ends is like a row.
        public init(row: Int, source: Int32, target: Int32) {
            self.row = row
            self.source = source
            self.target = target
        }
    }

    /// Gathers rows by the pair that they tie.
    ///
    /// - Parameters:
    ///   - positions: the numbers of the rows to take, of which none is a loop.
    ///   - joinsSorts: whether arcs on an edge's pair go with the edge.
    ///   - isArc: whether a row has a direction.
    /// - Complexity: O(rows · log rows).
    public init(
        nodeCount: Int, positions: [Int], sources: [Int32], targets: [Int32], joinsSorts: Bool = true,
        isArc: (Int) -> Bool
    ) {
        func pair(_ position: Int) -> Int { PairSet.number(sources[position], targets[position]) }
        let numbers = positions.map(pair)
        let order = positions.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        var edges: [(ends: MixedGraph.Ends, rows: [Row])] = []
        var arcs: [(ends: MixedGraph.Ends, rows: [Row])] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
            let ends = PairSet.ends(numbers[order[start]])
            let taken = order[start..<end].map { positions[$0] }
            let all = taken.map { Row(position: $0, isTurned: sources[$0] != ends.source) }
            let isEdge = !taken.allSatisfy(isArc)
            let own = all.filter { isEdge && (joinsSorts || !isArc($0.position)) }
            let others = all.filter { !isEdge || (!joinsSorts && isArc($0.position)) }
            if !own.isEmpty { edges.append((ends, own)) }
            let (along, back) = (others.filter { !$0.isTurned }, others.filter(\.isTurned))
            if !along.isEmpty { arcs.append((ends, along)) }
            if !back.isEmpty {
                arcs.append((.init(ends.target, ends.source), back.map { Row(position: $0.position, isTurned: false) }))
            }
            start = end
        }
        graph = MixedGraph(nodeCount: nodeCount, edges: edges.map(\.ends), arcs: arcs.map(\.ends))
        for bundle in edges + arcs {
            rows += bundle.rows
            offsets.append(rows.count)
        }
    }

    /// The rows on the ties of a drawn graph that has them in the order of this one's: a bundle stays
    /// with its tie.
    public func following(_ drawn: MixedGraph) -> [Drawn] {
        var found: [Drawn] = []
        found.reserveCapacity(rows.count)
        for (bundle, ends) in (drawn.edges + drawn.arcs).enumerated() { append(bundle, ends, &found) }
        return found
    }

    /// The rows dealt out to the ties of a drawn graph: bundles of edges to edges, in either
    /// direction, and of arcs to arcs, each once where there are as many ties as bundles, else each
    /// tie one by chance.
    ///
    /// - Precondition: where the drawn graph has edges (or arcs) there are bundles of edges (or arcs).
    public func dealt(to drawn: MixedGraph, using random: inout RandomSource) -> [Drawn] {
        var found: [Drawn] = []
        found.reserveCapacity(rows.count)
        let edgeBundles = Self.hand(0..<graph.edges.count, drawn.edges.count, &random)
        for (bundle, ends) in zip(edgeBundles, drawn.edges) {
            append(bundle, random.next() >> 63 == 1 ? ends : .init(ends.target, ends.source), &found)
        }
        let arcBundles = Self.hand(graph.edges.count..<(offsets.count - 1), drawn.arcs.count, &random)
        for (bundle, ends) in zip(arcBundles, drawn.arcs) { append(bundle, ends, &found) }
        return found
    }

    private static func hand(_ bundles: Range<Int>, _ count: Int, _ random: inout RandomSource) -> [Int] {
        guard bundles.count != count else { return Array(bundles).shuffled(using: &random) }
        return (0..<count).map { _ in bundles.lowerBound + random.below(bundles.count) }
    }

    private func append(_ bundle: Int, _ ends: MixedGraph.Ends, _ found: inout [Drawn]) {
        for row in rows[offsets[bundle]..<offsets[bundle + 1]] {
            found.append(
                Drawn(
                    row: row.position, source: row.isTurned ? ends.target : ends.source,
                    target: row.isTurned ? ends.source : ends.target))
        }
    }
}
