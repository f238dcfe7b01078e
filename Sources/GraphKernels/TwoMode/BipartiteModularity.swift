/// How much more weight falls inside communities of both modes than the strengths of their nodes explain, where only
/// nodes of different modes can be tied:
///
///     Q = Σ_C [ w_C / W − γ K_C D_C / W² ]
///
/// w_C the weight inside community C, K_C and D_C the strengths of its nodes of either mode, W the weight of all
/// edges (Barber 2007, Physical Review E 76(6), 066102).
public enum BipartiteModularity {
    /// Q of a partition, at most 1; negative where fewer ties fall inside communities than strengths explain.
    ///
    /// - Precondition: the graph is undirected, its weights are not negative, its first `firstMode` nodes are one
    ///   mode and the rest the other; `community` has one number from 0 for each node.
    /// - Returns: nil where there is no weight.
    /// - Complexity: O(nodes + edges).
    public static func value(_ graph: Graph, firstMode: Int, community: [Int], resolution: Double = 1) -> Double? {
        precondition(!graph.isDirected && community.count == graph.nodeCount)
        let level = BipartiteLevel(graph, firstMode: firstMode)
        guard level.total > 0 else { return nil }
        return level.quality(community.map { Int32($0) }, resolution) / level.total
    }
}

/// Communities of both modes together by Barber's modularity.
///
/// Nodes move to the community of highest gain, communities become nodes, until nothing gains; on the way back the
/// nodes of each level move once more (Blondel and others 2008, Journal of Statistical Mechanics P10008; Rotta and
/// Noack 2011, ACM Journal of Experimental Algorithmics 16, 2.3). A run then breaks some communities up and goes on
/// from there, for as long as that gains. The same seed gives the same partition on any number of cores.
public enum BipartiteCommunities {
    /// The partition of highest modularity that the runs find.
    ///
    /// - Parameter runs: independent ones, of which the best is kept; nil: 20 and two for each node, 200 at most, and
    ///   fewer in graphs of more than 1000 edges.
    /// - Precondition: as for `BipartiteModularity.value`; the resolution is not negative.
    /// - Returns: for each node the number of its community, from 0, the largest first (of equal ones that of the
    ///   first node first). A node without neighbours is a community of its own, and every community is connected.
    /// - Complexity: about O(edges) for each pass; some tens of passes to a run.
    public static func communities(
        of graph: Graph, firstMode: Int, resolution: Double = 1, seed: UInt64, runs: Int? = nil
    ) -> [Int] {
        precondition(!graph.isDirected && resolution >= 0)
        let count = runs ?? max(1, min(200, 20 + 2 * graph.nodeCount, 200_000 / max(1, graph.edgeCount)))
        let base = BipartiteLevel(graph, firstMode: firstMode)
        let found = Draws.values(count, seed: seed) { random in
            let partition = run(base, resolution, &random)
            return (partition, base.quality(partition, resolution))
        }
        var best = found[0]
        // A run must be better by more than rounding to displace an earlier one.
        for other in found.dropFirst() where other.1 > best.1 + BipartiteLevel.slack { best = other }
        return numberedBySize(best.0)
    }

    /// How often in a row a run breaks communities up without gain before it ends.
    private static let patience = 8

    private static func run(_ base: BipartiteLevel, _ resolution: Double, _ random: inout RandomSource) -> [Int32] {
        guard base.total > 0 else { return [Int32](0..<Int32(base.nodeCount)) }
        var best = settled(base, from: [Int32](0..<Int32(base.nodeCount)), resolution, &random)
        var quality = base.quality(best, resolution)
        var idle = 0
        while idle < patience {
            let next = settled(base, from: broken(best, &random), resolution, &random)
            let other = base.quality(next, resolution)
            if other > quality + BipartiteLevel.slack { (best, quality, idle) = (next, other, 0) } else { idle += 1 }
        }
        return base.connectedParts(best)
    }

    /// A third of the communities, their nodes alone again.
    private static func broken(_ partition: [Int32], _ random: inout RandomSource) -> [Int32] {
        let count = Int(partition.max() ?? -1) + 1
        let isBroken = (0..<count).map { _ in random.below(3) == 0 }
        var next = Int32(count)
        return BipartiteLevel.numbered(
            partition.map { community in
                guard isBroken[Int(community)] else { return community }
                next += 1
                return next
            })
    }

    /// Down to where no community gains by joining another, and the way back.
    private static func settled(
        _ base: BipartiteLevel, from start: [Int32], _ resolution: Double, _ random: inout RandomSource
    ) -> [Int32] {
        var level = base
        var partition = level.moved(start, resolution, &random)
        var descent: [(level: BipartiteLevel, way: [Int32])] = []
        while true {
            let communities = BipartiteLevel.numbered(partition)
            let count = Int(communities.max() ?? -1) + 1
            guard count < level.nodeCount else { break }
            descent.append((level, communities))
            level = level.aggregated(communities, count)
            partition = level.moved([Int32](0..<Int32(count)), resolution, &random)
        }
        for (lower, way) in descent.reversed() {
            partition = lower.moved(way.map { partition[Int($0)] }, resolution, &random)
        }
        return BipartiteLevel.numbered(partition)
    }

    private static func numberedBySize(_ partition: [Int32]) -> [Int] {
        var sizes = [Int](repeating: 0, count: Int(partition.max() ?? -1) + 1)
        for community in partition { sizes[Int(community)] += 1 }
        var number = sizes
        for (place, community) in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }).enumerated() {
            number[community] = place
        }
        return partition.map { number[Int($0)] }
    }
}
