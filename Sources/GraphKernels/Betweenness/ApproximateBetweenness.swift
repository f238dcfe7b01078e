/// Betweenness from a sample of shortest paths, with a guarantee: with probability 1 − δ the error of no
/// node is more than ε, as a share of all n (n − 1) ordered pairs.
///
/// After KADABRA (Borassi and Natale 2019, ACM J. Exp. Algorithmics 24, 1.2): shortest paths between random
/// ends are drawn until the bounds of all nodes are narrow enough, and a first small sample tells how to
/// share δ among the nodes, most of it for the few that need it. What differs makes samples fewer:
///
/// - What nodes separate by being articulations is known exactly (`Blocks`), and paths are drawn
///   only within blocks, between nodes that stand for all behind them.
/// - Where all paths cost less than the sample, all are counted (`Betweenness`), and the error is none.
/// - The number of sampled paths through a node is binomial; its bounds are Chernoff's with the
///   Kullback–Leibler divergence (Hoeffding 1963, J. Am. Stat. Assoc. 58, 13–30, theorem 1), the
///   tightest of their kind. The sample is looked at only at a few sizes fixed in advance, look j with
///   δ/2^j of the risk.
///
/// The sample i has its own random stream, so that a seed gives the same bits on any number of cores.
/// Time: each path costs a search from both its ends; O(n + m) for the blocks. Memory: O(n + m).
public struct ApproximateBetweenness: Sendable {
    /// The share of the ordered pairs of nodes that depend on each.
    public let shares: [Double]
    /// How many paths were drawn; none where all were counted.
    public let sampleCount: Int

    /// Draws paths until the guarantee holds.
    ///
    /// - Parameters:
    ///   - graph: weights are not read.
    ///   - epsilon: the largest error, in (0, 1).
    ///   - delta: the risk of a larger one, in (0, 1).
    public init(of graph: Graph, epsilon: Double, delta: Double, seed: UInt64) {
        self.init(of: graph, epsilon: epsilon, delta: delta, seed: seed, mayCountAll: true)
    }

    /// - Parameter mayCountAll: whether all paths are counted where that costs less.
    init(of graph: Graph, epsilon: Double, delta: Double, seed: UInt64, mayCountAll: Bool) {
        precondition(epsilon > 0 && epsilon < 1 && delta > 0 && delta < 1)
        let pairs = Double(graph.nodeCount) * Double(graph.nodeCount - 1)
        let graph = graph.unweighted()
        let ends = PathEnds(graph)
        guard ends.pairCount > 0 else {
            shares = ends.known.map { pairs > 0 ? $0 / pairs : 0 }
            sampleCount = 0
            return
        }
        // An error of ε / scale in the chance that a path drawn runs through a node is one of ε; more than
        // a quarter costs no less.
        let scale = Double(ends.pairCount) / pairs
        let limit = mayCountAll ? ends.costOfAll : .infinity
        guard let sample = Self.sample(ends, min(0.25, epsilon / scale), delta, seed, costingAtMost: limit) else {
            shares = Betweenness(of: graph).nodes.map { $0 * (graph.isDirected ? 1 : 2) / pairs }
            sampleCount = 0
            return
        }
        var shares = ends.known.map { $0 / pairs }
        for node in sample.counts.indices {
            shares[node] += Double(sample.counts[node]) / Double(sample.size) * scale
        }
        self.shares = shares
        sampleCount = sample.size
    }

    /// Draws until the promise holds; nil where a first sample tells that this would cost more.
    private static func sample(
        _ ends: PathEnds, _ allowed: Double, _ delta: Double, _ seed: UInt64, costingAtMost limit: Double
    ) -> (counts: [Int], size: Int)? {
        // The first sample is small against the second, and large enough to tell what is far below ε.
        let firstSize = Int((12 / allowed).rounded(.up))
        let first = ends.passages(0..<firstSize, seed)
        let risk = RiskShares(first.counts.map { RiskShares.high($0, of: firstSize) }, allowed, delta / 2)
        guard Double(first.arcs) / Double(firstSize) * Double(risk.size) <= limit else { return nil }
        var counts = [Int](repeating: 0, count: first.counts.count)
        // The guesses are high: three quarters may do.
        var (size, target, look) = (0, risk.size * 3 / 4 + 1, 0)
        while true {
            let more = ends.passages((firstSize + size)..<(firstSize + target), seed)
            for node in counts.indices { counts[node] += more.counts[node] }
            size = target
            if risk.suffices(counts, of: size, look: look) { return (counts, size) }
            look += 1
            target += size / 4 + 1
        }
    }
}

/// How the risk is shared among the nodes.
private struct RiskShares {
    /// The paths that will do, if no node is passed more often than was guessed.
    let size: Int
    private let allowed: Double
    /// -ln of each node's share, halved for its two sides, at the first look.
    private let caution: [Double]

    /// - Parameters:
    ///   - guesses: the chance of each node, rather too high than too low.
    ///   - risk: to be shared in all.
    init(_ guesses: [Double], _ allowed: Double, _ risk: Double) {
        self.allowed = allowed
        // Each node takes 2 exp(-size · divergence): the smallest size at which that adds up to the risk.
        let divergences = guesses.map { Self.divergence(near: $0, allowed) }
        func sum(_ size: Double) -> Double {
            divergences.reduce(0) { $0 + 2 * Logarithm.exponential(-size * $1) }
        }
        var (low, high) = (0.0, 1.0)
        while sum(high) > risk { (low, high) = (high, 2 * high) }
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if sum(middle) > risk { low = middle } else { high = middle }
        }
        size = Int(high.rounded(.up))
        caution = divergences.map { high * $0 }
    }

    /// Whether the error of each node is within bounds, at a risk halved from look to look.
    func suffices(_ counts: [Int], of size: Int, look: Int) -> Bool {
        zip(counts, caution).allSatisfy { count, caution in
            let rate = Double(count) / Double(size)
            return Double(size) * Self.divergence(near: rate, allowed) >= caution + Double(look) * Logarithm.natural(2)
        }
    }

    /// A guess of a chance: three standard deviations and a little above what was seen.
    static func high(_ count: Int, of size: Int) -> Double {
        let seen = Double(count) + 1
        return min(0.5, (seen + 2 + 3 * seen.squareRoot()) / Double(size))
    }

    /// The smaller divergence of a rate seen from the chances at the two ends of what is allowed.
    private static func divergence(near rate: Double, _ allowed: Double) -> Double {
        let above = rate + allowed < 1 ? divergence(rate, rate + allowed) : .infinity
        let below = rate - allowed > 0 ? divergence(rate, rate - allowed) : .infinity
        return min(above, below)
    }

    /// Kullback and Leibler's, of a coin that falls with `rate` from one that falls with `chance`.
    private static func divergence(_ rate: Double, _ chance: Double) -> Double {
        let heads = rate > 0 ? rate * Logarithm.natural(rate / chance) : 0
        let tails = rate < 1 ? (1 - rate) * Logarithm.natural((1 - rate) / (1 - chance)) : 0
        return max(0, heads + tails)
    }
}

/// Where paths may end, and how many pairs of ends there are.
private struct PathEnds {
    /// For each node, the ordered pairs that are known to depend on it.
    let known: [Double]
    let pairCount: Int
    /// What it costs to count all paths, where a path drawn costs `PathSampler.arcsSeen`: every node is searched
    /// from, along all arcs of its block, out and back. An arc takes about as long here as there (4 to
    /// 6 ns on networks of Barabási and Albert and of Watts and Strogatz, 10,000 nodes).
    private(set) var costOfAll = 0.0
    private let rows: Graph.Rows
    private let back: Graph.Rows
    /// The node of the whole graph that each node of the rows is.
    private let members: [Int32]
    /// Ends before each node of the rows; a block's nodes stand side by side.
    private var ends = [0]
    /// Ordered pairs whose first end lies at a node before.
    private var pairs = [0]
    /// Ends before the block of each node, and behind it.
    private var blocks: [(start: Int, end: Int)] = []

    init(_ graph: Graph) {
        let blocks = graph.isDirected ? nil : Self.simpler(graph)
        let parted = blocks?.graph ?? graph
        let order = SearchOrder(of: parted)
        rows = order.renumbered(parted.outgoing)
        back = graph.isDirected ? order.renumbered(parted.incoming) : rows
        known = blocks.map { $0.separated.map { 2 * $0 } } ?? [Double](repeating: 0, count: graph.nodeCount)
        members = order.nodes.map { blocks?.members[Int($0)] ?? $0 }
        for node in order.nodes { ends.append(ends[ends.count - 1] + Int(blocks?.ends[Int(node)] ?? 1)) }
        var first = 0
        let labels = blocks.map { _ in Components.weak(of: parted).labels }
        for place in order.nodes.indices {
            let isLast = place + 1 == order.nodes.count
                || labels.map { $0[Int(order.nodes[place])] != $0[Int(order.nodes[place + 1])] } ?? false
            guard isLast else { continue }
            for _ in first...place { self.blocks.append((ends[first], ends[place + 1])) }
            costOfAll += Double(place + 1 - first) * Double(rows.offsets[place + 1] - rows.offsets[first])
            first = place + 1
        }
        for (place, block) in self.blocks.enumerated() {
            let own = ends[place + 1] - ends[place]
            pairs.append(pairs[place] + own * (block.end - block.start - own))
        }
        pairCount = pairs[pairs.count - 1]
    }

    /// The blocks, unless they are strung out so that a pair of nodes has a pair of ends in many of them.
    private static func simpler(_ graph: Graph) -> Blocks? {
        let blocks = Blocks(of: graph)
        let labels = Components.weak(of: blocks.graph).labels
        var sums = [Double](repeating: 0, count: blocks.graph.nodeCount)
        var pairs = 0.0
        for (label, ends) in zip(labels, blocks.ends) {
            pairs += 2 * sums[Int(label)] * ends
            sums[Int(label)] += ends
        }
        return pairs <= Double(graph.nodeCount) * Double(graph.nodeCount - 1) ? blocks : nil
    }

    /// How many of the sampled paths run through each node of the whole graph, and how many arcs were looked
    /// at to draw them.
    func passages(_ samples: Range<Int>, _ seed: UInt64) -> (counts: [Int], arcs: Int) {
        let parts = Parallel.chunks(of: samples.count, grain: max(64, (samples.count + 15) / 16)) { range in
            var sampler = PathSampler(rows, back: back)
            var passed: [Int32] = []
            for sample in range {
                var random = RandomSource(seed: seed, part: samples.lowerBound + sample)
                let (source, target) = pair(&random)
                sampler.draw(from: source, to: target, &random) { passed.append(members[$0]) }
            }
            return (passed: passed, arcs: sampler.arcsSeen)
        }
        var counts = [Int](repeating: 0, count: known.count)
        for part in parts { for node in part.passed { counts[Int(node)] += 1 } }
        return (counts, parts.reduce(0) { $0 + $1.arcs })
    }

    /// Two nodes, as often as they have pairs of ends between them.
    private func pair(_ random: inout RandomSource) -> (Int, Int) {
        let source = Self.place(of: random.below(pairCount), in: pairs)
        let block = blocks[source]
        let own = ends[source + 1] - ends[source]
        var end = block.start + random.below(block.end - block.start - own)
        if end >= ends[source] { end += own }
        return (source, Self.place(of: end, in: ends))
    }

    /// The last place whose start is at most the number.
    private static func place(of number: Int, in starts: [Int]) -> Int {
        var (low, high) = (0, starts.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= number { low = middle } else { high = middle }
        }
        return low
    }
}
