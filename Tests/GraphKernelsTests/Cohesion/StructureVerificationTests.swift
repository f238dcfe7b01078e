import GraphKernels
import Testing

@testable import KernelVerifiers

/// Kernels of structure against verifiers written from the definitions, on hundreds of small random
/// graphs.
@Suite struct StructureVerificationTests {
    static let seeds = 0..<300

    /// One digraph of each kind of triad, as its name describes it.
    private static let triads: [(name: String, arcs: [(Int, Int)])] = [
        ("003", []), ("012", [(0, 1)]), ("102", [(0, 1), (1, 0)]), ("021D", [(1, 0), (1, 2)]),
        ("021U", [(0, 1), (2, 1)]), ("021C", [(0, 1), (1, 2)]), ("111D", [(0, 1), (1, 0), (2, 1)]),
        ("111U", [(0, 1), (1, 0), (1, 2)]), ("030T", [(0, 1), (2, 1), (0, 2)]), ("030C", [(1, 0), (2, 1), (0, 2)]),
        ("201", [(0, 1), (1, 0), (1, 2), (2, 1)]), ("120D", [(1, 0), (1, 2), (0, 2), (2, 0)]),
        ("120U", [(0, 1), (2, 1), (0, 2), (2, 0)]), ("120C", [(0, 1), (1, 2), (0, 2), (2, 0)]),
        ("210", [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
        ("300", [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
    ]
    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    private func triads(_ sample: SampleGraph) -> [String: Int] {
        var counts: [String: Int] = [:]
        for a in 0..<sample.nodeCount {
            for b in 0..<a {
                for c in 0..<b {
                    let nodes = [a, b, c]
                    let kind = Self.triads.first { kind in
                        Self.orders.contains { order in
                            (0..<3).allSatisfy { i in
                                (0..<3).allSatisfy { j in
                                    i == j
                                        || sample.has(nodes[order[i]], nodes[order[j]])
                                            == kind.arcs.contains { $0 == (i, j) }
                                }
                            }
                        }
                    }
                    counts[kind?.name ?? "none", default: 0] += 1
                }
            }
        }
        return counts
    }

    @Test(arguments: seeds) func censuses(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 3 > 0)
        let census = TriadCensus(sample.graph)
        let expected = triads(sample)
        for (kind, count) in zip(TriadCensus.kinds, census.counts) {
            #expect(count == expected[kind, default: 0], "\(kind)")
        }
        let dyads = DyadCensus(sample.graph)
        let pairs = (0..<sample.nodeCount).flatMap { i in (0..<i).map { (i, $0) } }
        #expect(dyads.mutual == pairs.count { sample.has($0.0, $0.1) && sample.has($0.1, $0.0) })
        #expect(dyads.null == pairs.count { !sample.has($0.0, $0.1) && !sample.has($0.1, $0.0) })
        #expect(dyads.asymmetric == pairs.count { sample.has($0.0, $0.1) != sample.has($0.1, $0.0) })
    }

    /// The mean over all digraphs of four nodes with a dyad census.
    @Test func expectedTriads() {
        var sums: [DyadCensus: (count: Int, triads: [Int])] = [:]
        for code in 0..<4096 {
            var edges: [(Int, Int)] = []
            var rest = code
            for i in 0..<4 {
                for j in 0..<i {
                    if rest & 1 == 1 { edges.append((i, j)) }
                    if rest & 2 == 2 { edges.append((j, i)) }
                    rest >>= 2
                }
            }
            let graph = SampleGraph(edges: edges, nodeCount: 4, directed: true).graph
            let (dyads, triads) = (DyadCensus(graph), TriadCensus(graph).counts)
            let known = sums[dyads] ?? (0, Array(repeating: 0, count: 16))
            sums[dyads] = (known.count + 1, zip(known.triads, triads).map(+))
        }
        #expect(sums.count == 28)
        for (dyads, sum) in sums {
            let expected = TriadCensus.expected(dyads, nodeCount: 4).map { $0 ?? -1 }
            #expect(difference(expected, sum.triads.map { Double($0) / Double(sum.count) }) < 1e-12)
        }
    }

    private func connectedPairs(_ sample: SampleGraph, without gone: Set<Int>) -> Int {
        let reach = reachability(sample, both: true, without: gone)
        return (0..<sample.nodeCount).reduce(0) { sum, i in sum + (0..<i).count { reach[i][$0] } }
    }

    /// Warshall's closure; a node reaches itself.
    private func reachability(_ sample: SampleGraph, both: Bool, without gone: Set<Int> = []) -> [[Bool]] {
        let nodes = 0..<sample.nodeCount
        var reach = nodes.map { i in
            nodes.map { j in
                !gone.contains(i) && !gone.contains(j) && (i == j || sample.has(i, j) || (both && sample.has(j, i)))
            }
        }
        for k in nodes { for i in nodes where reach[i][k] { for j in nodes where reach[k][j] { reach[i][j] = true } } }
        return reach
    }

    @Test(arguments: seeds) func removalOfNodes(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 10, directed: false)
        var random = RandomSource(seed: 1, part: seed)
        let gone = Set((0..<sample.nodeCount).filter { _ in random.unit() < 0.15 })
        let removed = (0..<sample.nodeCount).map { gone.contains($0) }
        #expect(NodeRemoval.connectedPairs(sample.graph, removing: removed) == connectedPairs(sample, without: gone))
        for (node, pairs) in NodeRemoval.connectedPairs(sample.graph, without: removed).enumerated() {
            #expect(pairs == (gone.contains(node) ? -1 : connectedPairs(sample, without: gone.union([node]))))
        }
    }

    @Test(arguments: 0..<80) func keyPlayersOfSmallGraphs(seed: Int) {
        let directed = seed % 2 == 0
        let sample = SampleGraph.random(seed, directed: false)
        let arcs = SampleGraph.random(seed, directed: directed)
        let near = distances(arcs)
        func subsets(_ count: Int, _ k: Int) -> [[Int]] {
            (0..<(1 << count)).map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }.filter { $0.count == k }
        }
        func reached(_ set: [Int]) -> Int { (0..<arcs.nodeCount).count { j in set.contains { near[$0][j] ?? 9 <= 2 } } }
        for k in 0...min(3, sample.nodeCount) {
            let least = subsets(sample.nodeCount, k).map { connectedPairs(sample, without: Set($0)) }.min()
            #expect(connectedPairs(sample, without: Set(KeyPlayers.fragmenting(sample.graph, k: k))) == least)
        }
        for k in 0...min(3, arcs.nodeCount) {
            #expect(reached(KeyPlayers.reaching(arcs.graph, k: k)) == subsets(arcs.nodeCount, k).map(reached).max())
        }
    }

    /// Too many sets to try: no exchange of one node may gain.
    @Test(arguments: 0..<4) func keyPlayersOfLargerGraphs(seed: Int) {
        var random = RandomSource(seed: 8, part: seed)
        let edges = (0..<60).map { _ in (random.below(40), random.below(40)) }.filter { $0.0 != $0.1 }
        let sample = SampleGraph(edges: edges, nodeCount: 40)
        let chosen = KeyPlayers.fragmenting(sample.graph, k: 5)
        #expect(Set(chosen).count == 5)
        func pairs(_ set: [Int]) -> Int {
            NodeRemoval.connectedPairs(sample.graph, removing: (0..<40).map { set.contains($0) })
        }
        let least = pairs(chosen)
        for place in 0..<5 {
            for other in 0..<40 where !chosen.contains(other) {
                var set = chosen
                set[place] = other
                #expect(pairs(set) >= least)
            }
        }
    }

    /// Steps between nodes by repeated relaxation; nil out of reach.
    private func distances(_ sample: SampleGraph) -> [[Int?]] {
        let nodes = 0..<sample.nodeCount
        var steps: [[Int?]] = nodes.map { i in nodes.map { i == $0 ? 0 : sample.has(i, $0) ? 1 : nil } }
        for k in nodes {
            for i in nodes {
                for j in nodes {
                    guard let first = steps[i][k], let second = steps[k][j] else { continue }
                    if first + second < steps[i][j] ?? .max { steps[i][j] = first + second }
                }
            }
        }
        return steps
    }

    @Test(arguments: seeds) func krackhardt(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 4 > 0)
        let (weak, reach) = (reachability(sample, both: true), reachability(sample, both: false))
        let nodes = 0..<sample.nodeCount
        let pairs = nodes.flatMap { i in (0..<i).map { (i, $0) } }
        let joined = pairs.filter { weak[$0.0][$0.1] }
        func share(_ part: Int, _ whole: Int) -> Double? { whole > 0 ? Double(part) / Double(whole) : nil }
        func close(_ one: Double?, _ other: Double?) -> Bool {
            guard let one, let other else { return one == nil && other == nil }
            return abs(one - other) < 1e-12
        }
        #expect(close(Krackhardt.connectedness(sample.graph), share(joined.count, pairs.count)))
        let either = pairs.filter { reach[$0.0][$0.1] || reach[$0.1][$0.0] }
        #expect(
            close(
                Krackhardt.hierarchy(sample.graph),
                share(either.count { reach[$0.0][$0.1] != reach[$0.1][$0.0] }, either.count)))
        // Sizes of components, each once by its first node.
        let sizes = nodes.filter { i in !(0..<i).contains { weak[i][$0] } }.map { i in nodes.count { weak[i][$0] } }
        let possible = sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
        let tied = pairs.count { sample.has($0.0, $0.1) || sample.has($0.1, $0.0) }
        let extra = tied - sizes.reduce(0) { $0 + $1 - 1 }
        #expect(close(Krackhardt.efficiency(sample.graph), share(possible - extra, possible)))
        let unbounded = joined.count { i, j in
            let above = nodes.filter { reach[$0][i] && reach[$0][j] }
            return !above.contains { low in above.allSatisfy { reach[$0][low] } }
        }
        #expect(close(Krackhardt.lubness(sample.graph), share(possible - unbounded, possible)))
        let headless = joined.count { i, j in
            let above = nodes.filter { reach[$0][i] && reach[$0][j] }
            return !above.contains { top in above.allSatisfy { reach[top][$0] } }
        }
        #expect(close(Krackhardt.lubness(sample.graph, bound: .topmost), share(possible - headless, possible)))
    }

    /// Two superiors of the same two, of whom neither is above the other: the two below have no bound, nor have those above.
    @Test func twoWithoutOneAbove() {
        let graph = SampleGraph(edges: [(0, 2), (0, 3), (1, 2), (1, 3)], nodeCount: 4, directed: true).graph
        #expect(Krackhardt.lubness(graph).map { abs($0 - 1.0 / 3) < 1e-12 } == true)
        #expect(Krackhardt.lubness(graph, bound: .topmost).map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    }

    @Test(arguments: seeds) func simmelianTies(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 3 > 0)
        let nodes = 0..<sample.nodeCount
        func mutual(_ i: Int, _ j: Int) -> Bool { sample.has(i, j) && sample.has(j, i) }
        #expect(
            SimmelianTies.counts(sample.graph)
                == nodes.map { i in
                    nodes.count { j in mutual(i, j) && nodes.contains { mutual(i, $0) && mutual(j, $0) } }
                })
    }

    @Test(arguments: seeds) func reach(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 2 == 0)
        let steps = distances(sample)
        for limit in 0...3 {
            let expected = steps.map { row in row.count { ($0 ?? 9) <= limit } - 1 }
            #expect(Reach(sample.graph, steps: limit).counts() == expected)
        }
    }

    @Test(arguments: seeds) func groupCentrality(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 8, directed: seed % 2 == 0)
        var random = RandomSource(seed: 3, part: seed)
        let group = (0..<sample.nodeCount).map { _ in random.unit() < 0.35 }
        let found = GroupCentrality(sample.graph, group: group)
        let outside = (0..<sample.nodeCount).filter { !group[$0] }
        let inside = (0..<sample.nodeCount).filter { group[$0] }
        guard !outside.isEmpty, !inside.isEmpty else {
            #expect(found.degree == nil && found.closeness == nil && found.betweenness == nil)
            return
        }
        let steps = distances(sample)
        let near = outside.compactMap { j in inside.compactMap { steps[$0][j] }.min() }
        let closeness =
            near.isEmpty
            ? 0 : Double(near.count * near.count) / Double(outside.count) / Double(near.reduce(0, +))
        #expect(abs((found.closeness ?? -1) - closeness) < 1e-12)
        let tied = outside.count { j in inside.contains { sample.has($0, j) || sample.has(j, $0) } }
        #expect(found.degree == Double(tied) / Double(outside.count))
        func paths(_ from: Int, _ to: Int, _ length: Int, _ met: Bool) -> (all: Int, met: Int) {
            if length == 0 { return from == to ? (1, met ? 1 : 0) : (0, 0) }
            return (0..<sample.nodeCount).filter { sample.has(from, $0) }.reduce((0, 0)) { sum, next in
                let rest = paths(next, to, length - 1, met || group[next])
                return (sum.0 + rest.all, sum.1 + rest.met)
            }
        }
        var sum = 0.0
        for i in outside {
            for j in outside where i != j {
                guard let length = steps[i][j] else { continue }
                let counts = paths(i, j, length, false)
                sum += Double(counts.met) / Double(counts.all)
            }
        }
        let pairs = outside.count * (outside.count - 1)
        #expect(pairs == 0 ? found.betweenness == nil : abs((found.betweenness ?? -1) - sum / Double(pairs)) < 1e-12)
    }

    @Test(arguments: seeds) func degreeRelations(seed: Int) {
        let sample = SampleGraph.random(seed, directed: seed % 2 == 0)
        let nodes = 0..<sample.nodeCount
        var random = RandomSource(seed: 4, part: seed)
        let labels = nodes.map { _ in random.unit() < 0.15 ? nil : random.below(3) }
        let arcs = nodes.flatMap { i in nodes.filter { sample.has(i, $0) }.map { (i, $0) } }
        let out = nodes.map { i in nodes.count { sample.has(i, $0) } }
        let into = nodes.map { i in nodes.count { sample.has($0, i) } }
        // Covariance over standard deviations, from means of products.
        func mean(_ value: ((Int, Int)) -> Double) -> Double {
            arcs.map(value).reduce(0, +) / Double(max(1, arcs.count))
        }
        let (x, y): (((Int, Int)) -> Double, ((Int, Int)) -> Double) = ({ Double(out[$0.0]) }, { Double(into[$0.1]) })
        let (spreadX, spreadY) = (
            mean { x($0) * x($0) } - mean(x) * mean(x), mean { y($0) * y($0) } - mean(y) * mean(y)
        )
        let expected =
            spreadX > 1e-9 && spreadY > 1e-9
            ? (mean { x($0) * y($0) } - mean(x) * mean(y)) / (spreadX * spreadY).squareRoot() : nil
        let found = DegreeRelations.assortativity(sample.graph)
        #expect((found == nil) == (expected == nil))
        #expect(abs((found ?? 0) - (expected ?? 0)) < 1e-9)

        let known = arcs.filter { labels[$0.0] != nil && labels[$0.1] != nil }
        let all = Double(known.count)
        let same = Double(known.count { labels[$0.0] == labels[$0.1] })
        let chance = (0..<3).reduce(0.0) { sum, label in
            sum + Double(known.count { labels[$0.0] == label } * known.count { labels[$0.1] == label })
                / max(1, all * all)
        }
        let byLabel = DegreeRelations.assortativity(sample.graph, labels: labels)
        #expect((byLabel == nil) == (all == 0 || chance == 1))
        if let byLabel { #expect(abs(byLabel - (same / all - chance) / (1 - chance)) < 1e-12) }
    }

    @Test(arguments: 0..<100) func richClub(seed: Int) {
        let sample = SampleGraph.random(seed, directed: false)
        let degrees = sample.matrix.map { Int($0.reduce(0, +)) }
        for count in 1..<max(2, sample.nodeCount + 1) where sample.nodeCount > 0 {
            let club = degrees.indices.filter { node in degrees.count { $0 > degrees[node] } < count }
            let pairs = club.flatMap { i in club.filter { $0 < i }.map { (i, $0) } }
            let expected = pairs.isEmpty ? nil : Double(pairs.count { sample.has($0.0, $0.1) }) / Double(pairs.count)
            #expect(DegreeRelations.richClub(sample.graph, count: count) == expected)
        }
    }
}
