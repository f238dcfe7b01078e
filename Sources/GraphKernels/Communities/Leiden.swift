/// Communities by modularity, each of them connected (Traag, Waltman and van Eck 2019, Scientific
/// Reports 9, 5233).
///
/// The same seed gives the same partition on every machine and any number of cores: the choice in
/// the refinement uses an exponential made of multiplications alone, since libraries differ in the
/// last bits of theirs.
public enum Leiden {
    /// The partition of highest modularity that the runs find.
    ///
    /// - Parameters:
    ///   - resolution: γ of modularity; more gives smaller communities.
    ///   - runs: independent runs, of which the best is kept; nil: 20 and two for each node, 400 at most,
    ///     and fewer in graphs of more than 1000 edges.
    ///   - passes: of a run, at most; nil: until they change nothing, or hardly anything in a large graph.
    /// - Precondition: the graph is undirected and its weights are not negative.
    /// - Returns: for each node the number of its community, from 0, the largest first (of equal
    ///   ones that of the first node first). A node without neighbours is a community of its own.
    /// - Complexity: about O(edges) for each pass; a few passes to a run.
    public static func communities(
        of graph: Graph, resolution: Double = 1, seed: UInt64, runs: Int? = nil, passes: Int? = nil
    ) -> [Int] {
        precondition(!graph.isDirected && resolution >= 0)
        let count = runs ?? max(1, min(400, 20 + 2 * graph.nodeCount, 400_000 / max(1, graph.edgeCount)))
        let whole = LeidenLevel(graph)
        // With a resolution above 1 a node of one edge may gain by leaving the community of its only neighbour.
        let folded = whole.isLarge && resolution <= 1 ? whole.folded() : nil
        let found = Draws.values(count, seed: seed) { random in
            let found = run(
                folded?.level ?? whole, resolution, passes ?? 200, patience: count > 1 ? 3 : 1,
                leastGain: passes == nil && whole.isLarge ? enoughGain : 0, &random
            ).partition
            let partition = folded?.place.map { Int(found[Int($0)]) } ?? found.map { Int($0) }
            let quality = count == 1 ? 0 : Modularity.value(graph, community: partition, resolution: resolution)
            return (partition, quality ?? 0)
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
    ///
    /// - Parameter leastGain: a pass that gains less is the last, after which nodes move until none gains by it. So is one
    ///   whose way back gained less than half as much: what it merged too soon was next to nothing, and the next pass would
    ///   find as little. On a small world of 200 000 nodes the first way back gains 0.0002 and the second pass as much; on
    ///   planted groups, two modes, territories and Barabási-Albert networks from 0.005 to 0.26.
    /// - Returns: the partition, and how many passes it took.
    static func run(
        _ base: LeidenLevel, _ resolution: Double, _ passes: Int, patience: Int, leastGain: Double,
        _ random: inout RandomSource
    ) -> (partition: [Int32], passes: Int) {
        let alone = [Int32](0..<Int32(base.nodeCount))
        var partition = LeidenMoving.moved(base, alone, resolution, mostSweeps: sweepsDown, &random).partition
        var (idle, done) = (0, 0)
        var quality = -Double.infinity
        while done < passes, idle < patience {
            let before = partition
            let aggregation: Aggregation = done == 0 && base.isLarge ? .ofCommunities : .ofParts
            let passed = pass(base, partition, resolution, aggregation, &random)
            partition = compacted(passed.partition).partition
            done += 1
            // One that aggregates whole communities cannot say that nothing would leave them.
            idle = partition == before && aggregation == .ofParts ? idle + 1 : 0
            guard leastGain > 0 else { continue }
            let last = quality
            quality = base.quality(partition, resolution)
            if quality - last < leastGain || passed.gainedBack < leastGain / 2 {
                partition = LeidenMoving.settled(base, partition, resolution, &random)
                break
            }
        }
        // A node that leaves may be the only link between those that stay.
        return (base.connectedParts(partition), done)
    }

    /// On large graphs the passes after the second or third gain a ten-thousandth between them and take five times as
    /// long as those before.
    private static let enoughGain = 1e-3

    /// What becomes one node of the level above.
    private enum Aggregation {
        /// The well-connected parts of each community, which can still leave it (Traag, Waltman and van Eck).
        case ofParts
        /// Each community as it is (Blondel and others 2008, Journal of Statistical Mechanics P10008): two thirds of
        /// the time, for levels shrink faster. The first communities of a large graph are small, and what was merged
        /// too soon comes apart on the way back and in the next pass: on 200 000 nodes the modularity is the same.
        case ofCommunities
    }

    /// One descent and the way back, from a partition whose nodes have moved: aggregate and move, until every
    /// community is one node; then let the nodes of each level, from the highest down, move once more, for they can
    /// where the whole that they had been merged into could not (Rotta and Noack 2011, ACM Journal of Experimental
    /// Algorithmics 16, 2.3). On 200 000 nodes one such pass is as good as two descents alone, in three quarters of
    /// their time.
    ///
    /// - Returns: the partition, and what the way back gained.
    private static func pass(
        _ base: LeidenLevel, _ start: [Int32], _ resolution: Double, _ aggregation: Aggregation,
        _ random: inout RandomSource
    ) -> (partition: [Int32], gainedBack: Double) {
        var level = base
        var partition = start
        // The levels below, and of the nodes of each their nodes on the level above.
        var descent: [(level: LeidenLevel, way: [Int32])] = []
        while true {
            let communities = compacted(partition)
            guard communities.count < level.nodeCount else { break }
            let parts = parts(of: level, communities, resolution, aggregation, &random)
            descent.append((level, parts.partition))
            partition = [Int32](repeating: 0, count: parts.count)
            for node in 0..<level.nodeCount { partition[Int(parts.partition[node])] = communities.partition[node] }
            // No two of a community's nodes are neighbours: each is a community of its own.
            guard parts.count < level.nodeCount else {
                partition = [Int32](0..<Int32(parts.count))
                break
            }
            level = level.aggregated(parts.partition, parts.count)
            partition = LeidenMoving.moved(level, partition, resolution, mostSweeps: sweepsDown, &random).partition
        }
        var gainedBack = 0.0
        for (level, way) in descent.reversed() {
            let moved = LeidenMoving.moved(
                level, way.map { partition[Int($0)] }, resolution, mostSweeps: sweepsUp, &random)
            partition = moved.partition
            gainedBack += moved.gain
        }
        return (partition, gainedBack)
    }

    private typealias Numbered = (partition: [Int32], count: Int)

    private static func parts(
        of level: LeidenLevel, _ communities: Numbered, _ resolution: Double, _ aggregation: Aggregation,
        _ random: inout RandomSource
    ) -> Numbered {
        if aggregation == .ofCommunities { return communities }
        let refined = compacted(level.refined(communities.partition, communities.count, resolution, &random))
        if refined.count < level.nodeCount { return refined }
        // Where nothing merges within the communities, they are aggregated whole, so that they can still move as one.
        return compacted(level.connectedParts(communities.partition))
    }

    /// On a large level. A third sweep on the way down took a tenth more time for no more quality; one alone left
    /// less of it. What is moved on the way up stays, and is worth going on for.
    private static let (sweepsDown, sweepsUp) = (2, 6)

    /// The same partition, numbered in the order of first nodes.
    private static func compacted(_ partition: [Int32]) -> Numbered {
        var number = [Int32](repeating: -1, count: Int(partition.max() ?? -1) + 1)
        var next: Int32 = 0
        let numbered = partition.map { community in
            if number[Int(community)] < 0 {
                number[Int(community)] = next
                next += 1
            }
            return number[Int(community)]
        }
        return (numbered, Int(next))
    }

    private static func numberedBySize(_ partition: [Int]) -> [Int] {
        var sizes = [Int](repeating: 0, count: (partition.max() ?? -1) + 1)
        for community in partition { sizes[community] += 1 }
        var number = sizes
        for (place, community) in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) }).enumerated() {
            number[community] = place
        }
        return partition.map { number[$0] }
    }
}
