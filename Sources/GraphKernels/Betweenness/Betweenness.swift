/// How often a node, or an arc, lies on shortest paths between others.
///
/// Brandes (2001, J. Math. Sociol. 25(2), 163–177; 2008, Social Networks 30(2), 136–145). An undirected
/// graph counts each pair of ends once; the ends themselves are left out.
///
/// An undirected graph is first taken apart into `Blocks`, and in these `Twins` are merged; what is left,
/// and a directed graph as it is, is searched from eight sources at a time (`LaneBetweenness`, and `LengthBetweenness`
/// where ties have lengths), or from one where that cannot be (`SingleSourceBetweenness`).
///
/// Time: O(n m) unweighted, O(n m log n) weighted (weights are lengths, all > 0), n and m those of the
/// blocks; memory: O(n) for each of at most 64 chunks of sources, plus O(m) for each of at most 16 if
/// arcs are asked for.
public struct Betweenness: Sendable {
    /// For each node the sum over pairs of others of the share of their shortest paths that lead through it; not
    /// normalised, 0 to (n − 1)(n − 2), half of that in an undirected graph.
    public let nodes: [Double]
    /// One value for each entry of the outgoing rows, empty unless asked for; in an undirected
    /// graph both entries of an edge hold the edge's value.
    public let entries: [Double]

    /// The exact values. A pair without a path adds nothing.
    ///
    /// - Parameter withEntries: whether arcs get values, too, at the cost of O(m) memory for each chunk.
    /// - Precondition: weights, where there are any, are lengths above 0.
    public init(of graph: Graph, withEntries: Bool = false) {
        // Above this a number of paths may soon not be a finite double: the paths across a lattice of
        // 600 by 600 are more than 1e308.
        self.init(of: graph, withEntries: withEntries, manyPaths: 1e290)
    }

    /// - Parameter manyPaths: where more paths lead to one node, they are counted by logarithms.
    init(of graph: Graph, withEntries: Bool, manyPaths: Double) {
        guard !graph.isDirected else {
            let ones = [Double](repeating: 1, count: graph.nodeCount)
            let sums = PathSums(of: graph, ends: ones, copies: ones, withEntries, manyPaths)
            (nodes, entries) = (sums.nodes, sums.entries)
            return
        }
        let blocks = Blocks(of: graph)
        var nodes = blocks.separated
        guard !withEntries else {
            let ones = [Double](repeating: 1, count: blocks.members.count)
            let sums = PathSums(of: blocks.graph, ends: blocks.ends, copies: ones, true, manyPaths)
            for (place, node) in blocks.members.enumerated() { nodes[Int(node)] += sums.nodes[place] / 2 }
            self.nodes = nodes
            entries = Self.entries(of: graph, blocks, sums)
            return
        }
        if graph.isWeighted {
            let ones = [Double](repeating: 1, count: blocks.members.count)
            let sums = PathSums(of: blocks.graph, ends: blocks.ends, copies: ones, false, manyPaths)
            for (place, node) in blocks.members.enumerated() { nodes[Int(node)] += sums.nodes[place] / 2 }
        } else {
            let twins = Twins(of: blocks.graph, ends: blocks.ends)
            let sums = PathSums(of: twins.graph, ends: twins.ends, copies: twins.copies, false, manyPaths)
            for (place, node) in blocks.members.enumerated() {
                let stand = Int(twins.classes[place])
                nodes[Int(node)] += sums.nodes[stand] / 2 + twins.joined[stand]
            }
        }
        self.nodes = nodes
        entries = []
    }

    /// The values of the edges, those of a block's from both sides.
    private static func entries(of graph: Graph, _ blocks: Blocks, _ sums: PathSums) -> [Double] {
        let rows = graph.outgoing
        var values = [Double](repeating: 0, count: rows.targets.count)
        func set(_ source: Int32, _ target: Int32, _ value: Double) {
            if let entry = rows.place(of: Int(target), in: Int(source)) { values[entry] += value }
            if let entry = rows.place(of: Int(source), in: Int(target)) { values[entry] += value }
        }
        for bridge in blocks.bridges { set(bridge.ends.0, bridge.ends.1, bridge.pairs) }
        for place in blocks.members.indices {
            for entry in blocks.graph.outgoing.range(of: place) {
                let target = Int(blocks.graph.outgoing.targets[entry])
                set(blocks.members[place], blocks.members[target], sums.entries[entry] / 2)
            }
        }
        return values
    }
}

/// What all sources of a problem add up to, each ordered pair of ends once.
private struct PathSums {
    private(set) var nodes: [Double]
    private(set) var entries: [Double]

    init(of graph: Graph, ends: [Double], copies: [Double], _ withEntries: Bool, _ manyPaths: Double) {
        // Entries keep their places, so that their rows are not renumbered.
        let order = withEntries ? nil : SearchOrder(of: graph)
        let problem =
            order.map { order in
                PathProblem(
                    rows: order.renumbered(graph.outgoing), ends: order.nodes.map { ends[Int($0)] },
                    copies: order.nodes.map { copies[Int($0)] })
            } ?? PathProblem(rows: graph.outgoing, ends: ends, copies: copies)
        let count = graph.nodeCount
        let chunks = withEntries ? 16 : 64
        let grain = max(64, (count + 8 * chunks - 1) / (8 * chunks) * 8)
        let parts = Parallel.chunks(of: count, grain: grain) { sources in
            Self.part(problem, sources, withEntries, manyPaths)
        }
        nodes = [Double](repeating: 0, count: count)
        entries = [Double](repeating: 0, count: withEntries ? graph.outgoing.targets.count : 0)
        for part in parts {
            for place in nodes.indices { nodes[place] += part.nodes[place] }
            for place in entries.indices { entries[place] += part.entries[place] }
        }
        if let order { nodes = order.rank.map { [nodes] in nodes[Int($0)] } }
    }

    private struct Part: Sendable {
        var nodes: [Double]
        var entries: [Double]
    }

    private static func part(
        _ problem: PathProblem, _ sources: Range<Int>, _ withEntries: Bool, _ manyPaths: Double
    ) -> Part {
        if !problem.rows.weights.isEmpty { return lengthPart(problem, sources, withEntries, manyPaths) }
        var lanes = LaneBetweenness(problem, withEntries: withEntries, manyPaths: manyPaths)
        var single: SingleSourceBetweenness?
        for first in stride(from: sources.lowerBound, to: sources.upperBound, by: LaneBetweenness.width) {
            let batch = first..<min(first + LaneBetweenness.width, sources.upperBound)
            if lanes.add(batch) { continue }
            if single == nil {
                single = SingleSourceBetweenness(problem, withEntries: withEntries, manyPaths: manyPaths)
            }
            for source in batch { single?.add(source) }
        }
        var part = Part(nodes: lanes.nodes, entries: lanes.entries)
        if let single {
            for place in part.nodes.indices { part.nodes[place] += single.nodes[place] }
            for place in part.entries.indices { part.entries[place] += single.entries[place] }
        }
        return part
    }

    private static func lengthPart(
        _ problem: PathProblem, _ sources: Range<Int>, _ withEntries: Bool, _ manyPaths: Double
    ) -> Part {
        guard let lengths = LaneDistances.range(of: problem.rows) else {
            var single = SingleSourceBetweenness(problem, withEntries: withEntries, manyPaths: manyPaths)
            for source in sources { single.add(source) }
            return Part(nodes: single.nodes, entries: single.entries)
        }
        var lanes = LengthBetweenness(problem, lengths, withEntries: withEntries, manyPaths: manyPaths)
        for first in stride(from: sources.lowerBound, to: sources.upperBound, by: LaneDistances.width) {
            lanes.add(first..<min(first + LaneDistances.width, sources.upperBound))
        }
        let sums = lanes.sums()
        return Part(nodes: sums.nodes, entries: sums.entries)
    }
}
