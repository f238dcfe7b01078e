import Synchronization

/// What one search from each node tells: how many nodes it reaches, how far they are.
///
/// One sweep over all sources serves closeness, harmonic closeness, eccentricity, average path
/// length, diameter and efficiency. Unweighted searches run side by side (`BitParallelSearch`).
/// Time: O(n (n + m)) unweighted, O(n (n + m) log n) weighted; memory: O(n) for each core.
public struct PathSummary: Sendable {
    /// Nodes reached along out-arcs, the source itself left out.
    public let reached: [Int32]
    /// The sum of the distances to them.
    public let total: [Double]
    /// The sum of their inverses.
    public let inverse: [Double]
    /// The largest of them; 0 where none is reached.
    public let farthest: [Double]

    /// Searches from every node, along the arcs of a directed graph.
    ///
    /// - Parameter graph: where it is weighted, the weights are lengths, all > 0.
    public init(of graph: Graph) {
        let order = SearchOrder(of: graph)
        if graph.isWeighted, let parts = Self.eightAtATime(graph, order) {
            self.init(parts, numbered: order)
        } else if !graph.isWeighted, let sums = Self.sideBySide(graph, order) {
            self.init(sums, numbered: order)
        } else {
            self.init(oneByOne: graph)
        }
    }

    private init(oneByOne graph: Graph) {
        let rows = graph.outgoing
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(16, count / 256)) { sources in
            var search = PathSearch(nodeCount: count, rows: rows)
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

    /// Eight searches at a time, in the order given, along ties with lengths; nil where these do not suit that.
    private static func eightAtATime(_ graph: Graph, _ order: SearchOrder) -> [Part]? {
        guard let lengths = LaneDistances.range(of: graph.outgoing) else { return nil }
        let rows = order.renumbered(graph.outgoing)
        let width = LaneDistances.width
        let grain = max(2, graph.nodeCount / (256 * width)) * width
        return Parallel.chunks(of: graph.nodeCount, grain: grain) { sources in
            var search = LaneDistances(rows, lengths)
            var single: PathSearch?
            var part = Part()
            for first in stride(from: sources.lowerBound, to: sources.upperBound, by: width) {
                let batch = first..<min(first + width, sources.upperBound)
                if search.run(from: batch) {
                    part.append(LaneSums(search.distance), count: batch.count)
                    continue
                }
                var alone = single ?? PathSearch(nodeCount: graph.nodeCount, rows: rows)
                for source in batch {
                    alone.run(from: source, in: rows)
                    part.append(alone)
                }
                single = alone
            }
            return part
        }
    }

    private init(_ parts: [Part], numbered order: SearchOrder) {
        let places = order.rank.map(Int.init)
        func nodes<Value>(_ values: [Value]) -> [Value] { places.map { values[$0] } }
        reached = nodes(parts.flatMap(\.reached))
        total = nodes(parts.flatMap(\.total))
        inverse = nodes(parts.flatMap(\.inverse))
        farthest = nodes(parts.flatMap(\.farthest))
    }

    private init(_ sums: DistanceSums, numbered order: SearchOrder) {
        let places = order.rank.map(Int.init)
        reached = places.map { sums.reached[$0] }
        total = places.map { Double(sums.total[$0]) }
        inverse = places.map { sums.inverseSum(of: $0) }
        farthest = places.map { Double(sums.farthest[$0]) }
    }

    /// Hundreds of searches at a time, of an unweighted graph in the order given; nil where the first
    /// sweep tells that they do not share their way, as on long chains.
    private static func sideBySide(_ graph: Graph, _ order: SearchOrder) -> DistanceSums? {
        let rows = order.renumbered(graph.incoming)
        let count = graph.nodeCount
        let width = BitParallelSearch.width
        var first = BitParallelSearch(rows)
        first.run(to: 0..<min(width, count))
        guard first.pays else { return nil }
        let sums = Mutex(first.sums)
        let rest = max(0, count - width)
        // At most 64 chunks, of whole sweeps.
        let grain = max(1, (rest + 64 * width - 1) / (64 * width)) * width
        _ = Parallel.chunks(of: rest, grain: grain) { ends in
            var search = BitParallelSearch(rows)
            for start in stride(from: ends.lowerBound, to: ends.upperBound, by: width) {
                search.run(to: (width + start)..<(width + min(start + width, ends.upperBound)))
            }
            // Whole numbers: the order in which chunks end does not matter.
            sums.withLock { $0.add(search.sums) }
        }
        return sums.withLock { $0 }
    }

    /// The sums of a chunk of searches, one after the other.
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

        mutating func append(_ sums: LaneSums, count: Int) {
            let (totals, inverses) = (sums.totals, sums.inverses)
            for lane in 0..<count {
                reached.append(Int32(truncatingIfNeeded: sums.reached[lane]))
                total.append(totals[lane])
                inverse.append(inverses[lane])
                farthest.append(sums.farthest[lane])
            }
        }
    }

    /// Ordered pairs of which the first reaches the second.
    public var pairCount: Int { reached.reduce(0) { $0 + Int($1) } }
}
