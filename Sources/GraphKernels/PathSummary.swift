import Synchronization

/// What one search from each node tells: how many nodes it reaches, how far they are.
///
/// One sweep over all sources serves closeness, harmonic closeness, eccentricity, average path
/// length, diameter and efficiency. Time: O(n (n + m)) unweighted, O(n (n + m) log n) weighted;
/// memory: O(n) for each chunk of sources.
public struct PathSummary: Sendable {
    /// Nodes reached along out-arcs, the source itself left out.
    public let reached: [Int32]
    /// The sum of the distances to them.
    public let total: [Double]
    /// The sum of their inverses.
    public let inverse: [Double]
    /// The largest of them; 0 where none is reached.
    public let farthest: [Double]

    /// - Parameter graph: where it is weighted, the weights are lengths, all > 0.
    public init(of graph: Graph) {
        if graph.isWeighted { self.init(weighted: graph) } else { self.init(unweighted: graph) }
    }

    private init(weighted graph: Graph) {
        let rows = graph.outgoing
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(16, count / 256)) { sources in
            var search = PathSearch(nodeCount: count)
            var part = Part()
            for source in sources {
                search.run(from: source, in: rows)
                part.append(search)
            }
            return part
        }
        reached = parts.flatMap(\.reached)
        total = parts.flatMap(\.total)
        inverse = parts.flatMap(\.inverse)
        farthest = parts.flatMap(\.farthest)
    }

    /// Hundreds of searches at a time where they share their way, one at a time on long chains, where
    /// they do not: which of the two, the first sweep tells.
    private init(unweighted graph: Graph) {
        let order = SearchOrder(of: graph)
        let rows = order.renumbered(graph.incoming)
        let count = graph.nodeCount
        let width = BitParallelSearch.width
        let sums = Mutex(DistanceSums(nodeCount: count))
        // At most 64 chunks, of whole sweeps.
        let grain = max(1, (count + 64 * width - 1) / (64 * width)) * width
        _ = Parallel.chunks(of: count, grain: grain) { ends in
            var search = BitParallelSearch(rows)
            for first in stride(from: ends.lowerBound, to: ends.upperBound, by: width) {
                search.run(to: first..<min(first + width, ends.upperBound))
            }
            // Whole numbers: the order in which chunks end does not matter.
            sums.withLock { $0.add(search.sums) }
        }
        let found = sums.withLock { $0 }
        let ranks = order.rank.map(Int.init)
        reached = ranks.map { found.reached[$0] }
        total = ranks.map { Double(found.total[$0]) }
        inverse = ranks.map { found.inverseSum(of: $0) }
        farthest = ranks.map { Double(found.farthest[$0]) }
    }

    private struct Part: Sendable {
        var reached: [Int32] = []
        var total: [Double] = []
        var inverse: [Double] = []
        var farthest: [Double] = []

        mutating func append(_ search: PathSearch) {
            var (sum, inverseSum) = (0.0, 0.0)
            // The order of the search sorts the distances, so that the sums do not depend on the
            // nodes' numbers.
            for place in 1..<max(1, search.reached) {
                let distance = search.distance[Int(search.order[place])]
                sum += distance
                inverseSum += 1 / distance
            }
            reached.append(Int32(search.reached - 1))
            total.append(sum)
            inverse.append(inverseSum)
            farthest.append(search.distance[Int(search.order[search.reached - 1])])
        }
    }

    /// Ordered pairs of which the first reaches the second.
    public var pairCount: Int { reached.reduce(0) { $0 + Int($1) } }
}
