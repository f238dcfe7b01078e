import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct LeidenTests {
    /// Over pairs: Σ (w_ij − γ k_i k_j / 2W) / 2W within communities.
    private func verified(_ sample: SampleGraph, _ labels: [Int], _ resolution: Double) -> Double? {
        let strengths = sample.matrix.map { $0.reduce(0, +) }
        let total = strengths.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for i in labels.indices {
            for j in labels.indices where labels[i] == labels[j] {
                sum += (sample.matrix[i][j] - resolution * strengths[i] * strengths[j] / total) / total
            }
        }
        return sum
    }

    /// The best modularity over all partitions, by trying them.
    private func best(_ sample: SampleGraph, _ resolution: Double) -> Double? {
        var best: Double?
        func extend(_ labels: [Int], _ used: Int) {
            guard labels.count < sample.nodeCount else {
                if let value = verified(sample, labels, resolution) { best = max(best ?? value, value) }
                return
            }
            for label in 0...used { extend(labels + [label], max(used, label + 1)) }
        }
        extend([], 0)
        return best
    }

    @Test(arguments: 0..<150) func findsTheBestPartitionOfSmallGraphs(number: Int) {
        let sample = SampleGraph.random(number, largest: 7, directed: false, weighted: number % 3 == 0)
        let resolution = [1, 0.5, 1.5][number % 3]
        let found = Leiden.communities(of: sample.graph, resolution: resolution, seed: 1)
        let value = Modularity.value(sample.graph, community: found, resolution: resolution)
        let best = best(sample, resolution)
        #expect((value == nil) == (best == nil))
        guard let value, let best, let verified = verified(sample, found, resolution) else { return }
        #expect(abs(value - verified) < 1e-12)
        #expect(abs(value - best) < 1e-12)
    }

    @Test(arguments: 0..<60) func communitiesAreConnectedAndNumberedBySize(number: Int) {
        let sample = SampleGraph.random(number, largest: 40, directed: false)
        let found = Leiden.communities(of: sample.graph, resolution: 0.3 + Double(number % 5) / 3, seed: 9, runs: 1)
        let groups = Dictionary(grouping: found.indices, by: { found[$0] })
        #expect(Set(groups.keys) == Set(0..<groups.count))
        let sizes = (0..<groups.count).map { groups[$0]?.count ?? 0 }
        #expect(sizes == sizes.sorted(by: >))
        #expect(partCount(sample.graph, found) == groups.count)
    }

    /// Large enough to be swept on several cores: planted groups of fifty, most ties within.
    @Test(arguments: [false, true]) func findsThePlantedGroupsOfALargeGraph(isWeighted: Bool) {
        var random = RandomSource(seed: 8)
        let count = 5_000
        var pairs: Set<[Int32]> = []
        while pairs.count < 6 * count {
            let node = random.below(count)
            // Numbers that leave the same rest are a group, so that numbers near each other are not.
            let other = random.unit() < 0.7 ? node % 100 + 100 * random.below(50) : random.below(count)
            if node != other { pairs.insert([Int32(min(node, other)), Int32(max(node, other))]) }
        }
        let edges = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        let graph = Graph(
            nodeCount: count, sources: edges.map { $0[0] }, targets: edges.map { $0[1] },
            weights: isWeighted ? edges.map { _ in 0.5 + random.unit() } : [], isDirected: false)
        let planted = Modularity.value(graph, community: (0..<count).map { $0 % 100 }) ?? 1
        var qualities: [Double] = []
        for passes in 1...3 {
            let found = Leiden.communities(of: graph, seed: 3, runs: 1, passes: passes)
            #expect(partCount(graph, found) == Set(found).count)
            qualities.append(Modularity.value(graph, community: found) ?? 0)
        }
        // No move loses, so that no pass does.
        #expect(qualities == qualities.sorted())
        #expect(qualities[2] >= planted)
    }

    /// What a run ends with, large or small: no node gains by going to a neighbour's community (Traag and others, 2019).
    @Test(arguments: [400, 9_000]) func noNodeOfASettledPartitionWouldRatherBeElsewhere(count: Int) {
        var random = RandomSource(seed: 17)
        // A ring whose nodes know the four on each side, a tenth of these ties led elsewhere.
        let pairs = (0..<count).flatMap { node in (1...4).map { (node, (node + $0) % count) } }
        let targets = pairs.map { random.unit() < 0.1 ? ($0.0 + 1 + random.below(count - 1)) % count : $0.1 }
        let graph = Graph(
            nodeCount: count, sources: pairs.map { Int32($0.0) }, targets: targets.map { Int32($0) }, isDirected: false)
        let found = Leiden.communities(of: graph, seed: 2, runs: 1)
        // Ties that stand twice are one of weight two.
        func weight(_ entry: Int) -> Double { graph.outgoing.weights.isEmpty ? 1 : graph.outgoing.weights[entry] }
        let strengths = (0..<count).map { graph.outgoing.range(of: $0).reduce(0) { $0 + weight($1) } }
        let total = strengths.reduce(0, +)
        var strengthOf = [Double](repeating: 0, count: count)
        for node in 0..<count { strengthOf[found[node]] += strengths[node] }
        var unhappy = 0
        for node in 0..<count {
            let own = found[node]
            var weights = [own: 0.0]
            for entry in graph.outgoing.range(of: node) {
                weights[found[Int(graph.outgoing.targets[entry])], default: 0] += weight(entry)
            }
            func gain(_ community: Int) -> Double {
                let others = strengthOf[community] - (community == own ? strengths[node] : 0)
                return weights[community, default: 0] - strengths[node] * others / total
            }
            if weights.keys.contains(where: { gain($0) > gain(own) + 1e-9 }) { unhappy += 1 }
        }
        #expect(unhappy == 0)
    }

    /// A low resolution makes wholes of which a leaving node cuts parts off.
    @Test(arguments: 0..<6) func communitiesOfLargeGraphsAreConnected(number: Int) {
        var random = RandomSource(seed: 31, part: number)
        let count = 30_000
        // A random tree and few further ties: what leaves a community often was its only link.
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 1..<count {
            sources.append(Int32(node))
            targets.append(Int32(random.below(node)))
        }
        for _ in 0..<(number * count / 10) {
            sources.append(Int32(random.below(count)))
            targets.append(Int32(random.below(count)))
        }
        let graph = Graph(nodeCount: count, sources: sources, targets: targets, isDirected: false)
        let found = Leiden.communities(of: graph, resolution: 0.5, seed: 1, runs: 1, passes: 1)
        #expect(partCount(graph, found) == Set(found).count)
    }

    /// Into how many connected parts the communities fall.
    private func partCount(_ graph: Graph, _ communities: [Int]) -> Int {
        var isSeen = [Bool](repeating: false, count: graph.nodeCount)
        var count = 0
        for start in 0..<graph.nodeCount where !isSeen[start] {
            count += 1
            isSeen[start] = true
            var stack = [start]
            while let node = stack.popLast() {
                for entry in graph.outgoing.range(of: node) {
                    let other = Int(graph.outgoing.targets[entry])
                    if !isSeen[other], communities[other] == communities[node] {
                        isSeen[other] = true
                        stack.append(other)
                    }
                }
            }
        }
        return count
    }

    @Test func aScaleOnTheWeightsChangesNothing() {
        let sample = SampleGraph.random(5, largest: 60, directed: false, weighted: true)
        let scaled = SampleGraph(sample.matrix.map { $0.map { $0 * 8 } }, directed: false, weighted: true)
        #expect(Leiden.communities(of: sample.graph, seed: 2) == Leiden.communities(of: scaled.graph, seed: 2))
    }

    @Test func findsTheRingOfCliques() {
        // Thirty cliques of five in a ring: modularity at γ = 1 pairs them (Fortunato and Barthélemy
        // 2007); a higher resolution tells them apart.
        var edges: [(Int, Int)] = []
        for first in stride(from: 0, to: 150, by: 5) {
            for i in 0..<5 { for j in 0..<i { edges.append((first + i, first + j)) } }
            edges.append((first, (first + 6) % 150))
        }
        let graph = SampleGraph(edges: edges, nodeCount: 150).graph
        let apart = Leiden.communities(of: graph, resolution: 3, seed: 1)
        #expect(Set(apart).count == 30)
        #expect((0..<150).allSatisfy { apart[$0] == apart[$0 / 5 * 5] })
        let paired = Leiden.communities(of: graph, seed: 1)
        #expect((0..<150).allSatisfy { paired[$0] == paired[$0 / 5 * 5] })
        // igraph 1.0's best of twenty; the optimum, all paired, is 0.8878787….
        let quality = Modularity.value(graph, community: paired) ?? 0
        #expect(quality >= 0.887_070_7)
    }
}
