/// Communities by modularity, each of them connected (Traag, Waltman and van Eck 2019, Scientific
/// Reports 9, 5233).
///
/// The same seed gives the same partition on every machine and any number of cores: the choice in
/// the refinement uses an exponential made of multiplications alone, since libraries differ in the
/// last bits of theirs.
public enum Leiden {
    /// - Parameters:
    ///   - resolution: γ of modularity; more gives smaller communities.
    ///   - runs: independent runs, of which the best is kept; nil: 20, fewer in graphs of more than
    ///     20 000 edges.
    /// - Precondition: the graph is undirected and its weights are not negative.
    /// - Returns: for each node the number of its community, from 0, the largest first (of equal
    ///   ones that of the first node first). A node without neighbours is a community of its own.
    /// - Complexity: about O(edges) for each pass; a few passes to a run.
    public static func communities(
        of graph: Graph, resolution: Double = 1, seed: UInt64, runs: Int? = nil
    ) -> [Int] {
        precondition(!graph.isDirected && resolution >= 0)
        let count = runs ?? max(1, min(20, 400_000 / max(1, graph.edgeCount)))
        let level = LeidenLevel(graph)
        let found = Draws.values(count, seed: seed) { random in
            let partition = run(level, resolution, patience: count > 1 ? 3 : 1, &random)
            return (partition, Modularity.value(graph, community: partition, resolution: resolution) ?? 0)
        }
        var best = found[0]
        // A run must be better by more than rounding to displace an earlier one.
        for other in found.dropFirst() where other.1 > best.1 + 1e-12 { best = other }
        return numberedBySize(best.0)
    }

    /// Passes until so many in a row change nothing, each starting from the partition of the one
    /// before. A pass refines by chance, so that one that finds nothing does not say that the next
    /// will not: patience is what brings the best of twenty runs level with igraph's. Every change gains
    /// quality, so that the bound only guards against rounding.
    private static func run(
        _ base: LeidenLevel, _ resolution: Double, patience: Int, _ random: inout RandomSource
    ) -> [Int] {
        var partition = Array(0..<base.nodeCount)
        var idle = 0
        for _ in 0..<200 where idle < patience {
            let before = partition
            partition = compacted(base.connectedParts(pass(base, partition, resolution, &random)))
            idle = partition == before ? idle + 1 : 0
        }
        return partition
    }

    /// One descent: move nodes, refine, aggregate, until every community is one node.
    private static func pass(
        _ base: LeidenLevel, _ start: [Int], _ resolution: Double, _ random: inout RandomSource
    ) -> [Int] {
        var level = base
        var partition = start
        // Of each node of the base, its node on the present level.
        var place = Array(0..<base.nodeCount)
        while true {
            level.moveNodes(&partition, resolution, &random)
            partition = compacted(partition)
            let communityCount = (partition.max() ?? -1) + 1
            guard communityCount < level.nodeCount else { break }
            var refined = compacted(level.refined(partition, resolution, &random))
            var refinedCount = (refined.max() ?? -1) + 1
            // Where nothing merges within the communities, they are aggregated whole, so that they can
            // still move as one.
            if refinedCount == level.nodeCount { (refined, refinedCount) = (partition, communityCount) }
            var above = [Int](repeating: 0, count: refinedCount)
            for node in 0..<level.nodeCount { above[refined[node]] = partition[node] }
            level = level.aggregated(refined, refinedCount)
            place = place.map { refined[$0] }
            partition = above
        }
        return compacted(place.map { partition[$0] })
    }

    /// The same partition, numbered in the order of first nodes.
    private static func compacted(_ partition: [Int]) -> [Int] {
        var number = [Int](repeating: -1, count: (partition.max() ?? -1) + 1)
        var next = 0
        return partition.map { community in
            if number[community] < 0 {
                number[community] = next
                next += 1
            }
            return number[community]
        }
    }

    private static func numberedBySize(_ partition: [Int]) -> [Int] {
        let partition = compacted(partition)
        var sizes = [Int](repeating: 0, count: (partition.max() ?? -1) + 1)
        for community in partition { sizes[community] += 1 }
        var number = sizes
        for (place, community) in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }).enumerated() {
            number[community] = place
        }
        return partition.map { number[$0] }
    }
}
