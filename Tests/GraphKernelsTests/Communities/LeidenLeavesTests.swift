import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Nodes of a single edge, which on large levels become part of their only neighbour.
@Suite struct LeidenLeavesTests {
    /// Leaves, pairs, isolates and weights.
    private func territory(_ seed: Int) -> Graph {
        var random = RandomSource(seed: 41, part: seed)
        let count = 12 + random.below(40)
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for node in 1..<count where random.below(8) > 0 {
            let other = random.below(2) == 0 ? random.below(min(node, 4)) : random.below(node)
            sources.append(Int32(node))
            targets.append(Int32(other))
            weights.append([0.5, 1, 3][random.below(3)])
        }
        return Graph(
            nodeCount: count + 2, sources: sources + [Int32(count)], targets: targets + [Int32(count + 1)],
            weights: seed % 2 == 0 ? [] : weights + [2], isDirected: false)
    }

    @Test(arguments: 0..<60) func `a folded level has the strengths and the quality of the whole`(seed: Int) throws {
        let graph = territory(seed)
        let whole = LeidenLevel(graph)
        let (level, place) = try #require(whole.folded())
        #expect(Set(place) == Set(0..<Int32(level.nodeCount)) && level.nodeCount < whole.nodeCount)
        #expect(abs(level.strengths.reduce(0, +) - whole.total) < 1e-9 && level.total == whole.total)
        for node in 0..<graph.nodeCount where graph.outgoing.degree(of: node) == 1 {
            #expect(place[node] == place[Int(graph.outgoing.targets[graph.outgoing.offsets[node]])])
        }
        // What lies inside the nodes is the same for every partition.
        var random = RandomSource(seed: 42, part: seed)
        for resolution in [0.5, 1] {
            let gaps = (0..<5).map { _ in
                let partition = (0..<level.nodeCount).map { _ in Int32(random.below(4)) }
                let unfolded = place.map { Int(partition[Int($0)]) }
                let value = Modularity.value(graph, community: unfolded, resolution: resolution) ?? 0
                return value - level.quality(partition, resolution)
            }
            #expect(gaps.allSatisfy { abs($0 - gaps[0]) < 1e-12 })
            let alone = (0..<graph.nodeCount).map { Int32($0) }
            #expect(
                abs(
                    whole.quality(alone, resolution)
                        - (Modularity.value(graph, community: alone.map { Int($0) }, resolution: resolution) ?? 0))
                    < 1e-12)
        }
    }

    /// Why they may be folded: among the best of all partitions there is one in which each is with its neighbour.
    @Test(arguments: 0..<60) func `the best partition has leaves with their neighbours`(seed: Int) {
        let sample = SampleGraph.random(seed + 500, largest: 7, directed: false, weighted: seed % 2 == 0)
        let rows = sample.graph.outgoing
        let leaves = (0..<sample.nodeCount).filter { rows.degree(of: $0) == 1 }
        let resolution = seed % 3 == 0 ? 0.6 : 1.0
        var (best, bestFolded) = (-Double.infinity, -Double.infinity)
        func extend(_ labels: [Int], _ used: Int) {
            guard labels.count == sample.nodeCount else {
                for label in 0...used { extend(labels + [label], max(used, label + 1)) }
                return
            }
            let value = Modularity.value(sample.graph, community: labels, resolution: resolution) ?? 0
            best = max(best, value)
            if leaves.allSatisfy({ labels[$0] == labels[Int(rows.targets[rows.offsets[$0]])] }) {
                bestFolded = max(bestFolded, value)
            }
        }
        extend([], 0)
        #expect(abs(best - bestFolded) < 1e-12)
    }

    /// Hubs of planted groups, most of whose members have no other tie: large enough to be folded.
    @Test func `a large territory is found with all its leaves`() throws {
        let (groups, members) = (400, 100)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for group in 0..<groups {
            let hub = group * (members + 1)
            for member in 1...members {
                sources.append(Int32(hub))
                targets.append(Int32(hub + member))
            }
            sources.append(Int32(hub))
            targets.append(Int32((group + 1) % groups * (members + 1)))
        }
        let graph = Graph(
            nodeCount: groups * (members + 1), sources: sources, targets: targets, isDirected: false)
        let level = LeidenLevel(graph)
        #expect(level.isLarge && level.folded()?.level.nodeCount == groups)
        let found = Leiden.communities(of: graph, seed: 1, runs: 1)
        for node in found.indices { #expect(found[node] == found[node / (members + 1) * (members + 1)]) }
        #expect(try #require(Modularity.value(graph, community: found)) > 0.94)
        let fine = Leiden.communities(of: graph, resolution: 3, seed: 1, runs: 1, passes: 1)
        #expect(fine.count == graph.nodeCount)
    }
}
