import GraphKernels

/// Whether networks that a fit draws are like the observed one in what the model does not weigh: degrees, shared partners
/// and distances (Hunter, Goodreau and Handcock 2008, J. Am. Stat. Assoc. 103, 248–258).
public struct GoodnessOfFit: Sendable {
    /// What is counted.
    public enum Feature: String, Sendable, CaseIterable {
        /// Actors by their ties; by those received, sent; those of each mode.
        case degree, idegree, odegree, b1degree, b2degree
        /// Ties by the partners that their ends share, along the tie where it has a direction; pairs by distance.
        case esp, distance
    }

    /// One number of one feature.
    public struct Row: Sendable {
        /// What is counted.
        public let feature: Feature
        /// Degree, partners or distance; nil: no way leads from the one to the other.
        public let value: Int?
        /// In the observed network, unobserved pairs without tie.
        public let observed: Int
        /// Of the simulated networks.
        public let mean: Double
        /// The least number that no more than 2.5 % of the simulated networks stay below.
        public let low: Int
        /// The greatest number that no more than 2.5 % of them exceed.
        public let high: Int
        /// Twice the smaller share of simulated networks at least as far off, the observed one among them, at most 1.
        public let p: Double
    }

    /// By feature, then value.
    public let rows: [Row]

    /// Draws networks of the fit and counts in them what is counted in the observed one.
    ///
    /// - Parameter draws: networks that are simulated.
    /// - Returns: nil where the model draws networks many times as full as the observed one.
    /// - Complexity: O(draws · nodes · ties).
    public init?(_ fit: TieFit, draws: Int = 100, seed: UInt64) {
        let model = fit.model
        var pool = ChainPool(model, PairProposals(model, nil), seed: seed, firstStream: 200_000)
        let interval = max(fit.interval, 64, 2 * model.ties.count)
        var counts: [[Key: Int]] = []
        var burnIn = max(fit.burnIn, 32 * interval)
        while counts.count < draws {
            guard pool.sample(fit.estimate, size: 1, interval: interval, burnIn: burnIn) != nil else { return nil }
            burnIn = 0
            let graphs = pool.chains.map(\.graph)
            let made = Parallel.chunks(of: graphs.count, grain: 1) { range in
                range.map { Self.count(graphs[$0], model) }
            }
            counts += made.flatMap { $0 }.prefix(draws - counts.count)
        }
        rows = Self.rows(Self.count(model.observedGraph(), model), counts)
    }

    private struct Key: Hashable {
        let feature: Feature
        /// Int.max: unreachable.
        let value: Int
    }

    private static func rows(_ observed: [Key: Int], _ counts: [[Key: Int]]) -> [Row] {
        let keys = Set(observed.keys).union(counts.flatMap(\.keys))
        let order = Dictionary(uniqueKeysWithValues: Feature.allCases.enumerated().map { ($1, $0) })
        let sorted = keys.sorted { (order[$0.feature] ?? 0, $0.value) < (order[$1.feature] ?? 0, $1.value) }
        return sorted.map { key in
            let draws = counts.map { $0[key] ?? 0 }.sorted()
            let seen = observed[key] ?? 0
            let cut = Int(0.025 * Double(draws.count))
            let p = Significance.pValue(observed: Double(seen), draws: draws.map { Double($0) }, tail: .both) ?? 1
            return Row(
                feature: key.feature, value: key.value == Int.max ? nil : key.value, observed: seen,
                mean: Double(draws.reduce(0, +)) / Double(draws.count), low: draws[cut],
                high: draws[draws.count - 1 - cut], p: p)
        }
    }

    private static func count(_ graph: TieGraph, _ model: TieModel) -> [Key: Int] {
        var counts: [Key: Int] = [:]
        func add(_ feature: Feature, _ value: Int) { counts[Key(feature: feature, value: value), default: 0] += 1 }
        for node in 0..<graph.nodeCount {
            if let first = model.firstModeCount {
                add(node < first ? .b1degree : .b2degree, graph.outDegree(node))
            } else if graph.isDirected {
                add(.idegree, graph.inDegree(node))
                add(.odegree, graph.outDegree(node))
            } else {
                add(.degree, graph.outDegree(node))
            }
        }
        if model.firstModeCount == nil {
            for (tail, head) in zip(graph.tails, graph.heads) { add(.esp, graph.twoPaths(Int(tail), Int(head))) }
        }
        for start in 0..<graph.nodeCount {
            for (node, distance) in distances(graph, start).enumerated()
            where node != start && (graph.isDirected || node > start) {
                add(.distance, distance)
            }
        }
        return counts
    }

    /// Steps from a node to each; `Int.max` where there is no way.
    private static func distances(_ graph: TieGraph, _ start: Int) -> [Int] {
        var distances = [Int](repeating: Int.max, count: graph.nodeCount)
        distances[start] = 0
        var (queue, next) = ([start], 0)
        while next < queue.count {
            let node = queue[next]
            next += 1
            for place in 0..<graph.outDegree(node) {
                let other = graph.outNeighbour(node, place)
                guard distances[other] == Int.max else { continue }
                distances[other] = distances[node] + 1
                queue.append(other)
            }
        }
        return distances
    }
}
