import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct BipartiteCommunitiesTests {
    /// Over the pairs that can be tied: (a_ie − γ k_i d_e / W) / W within communities.
    private func verified(_ two: TwoModeSample, _ labels: [Int], _ resolution: Double) -> Double? {
        let strengths = two.sample.matrix.map { $0.reduce(0, +) }
        let total = strengths[..<two.first].reduce(0, +)
        guard total > 0 else { return nil }
        return two.pairs.filter { labels[$0.0] == labels[$0.1] }.reduce(0) { sum, pair in
            sum + (two.sample.matrix[pair.0][pair.1] - resolution * strengths[pair.0] * strengths[pair.1] / total)
                / total
        }
    }

    /// Every partition of some nodes, as numbers of blocks in the order of first nodes.
    private func partitions(_ count: Int) -> [[Int]] {
        var all: [[Int]] = [[]]
        for _ in 0..<count {
            all = all.flatMap { partition in (0...((partition.max() ?? -1) + 1)).map { partition + [$0] } }
        }
        return all
    }

    @Test(arguments: 0..<120) func `no partition is better`(seed: Int) {
        let two = TwoModeSample(seed: seed, largest: 4, weighted: seed % 2 == 0)
        for resolution in [0.6, 1, 1.7] {
            let found = BipartiteCommunities.communities(
                of: two.graph, firstMode: two.first, resolution: resolution, seed: 1)
            let value = BipartiteModularity.value(
                two.graph, firstMode: two.first, community: found, resolution: resolution)
            let checked = verified(two, found, resolution)
            #expect((value == nil) == (checked == nil))
            guard let value, let checked else { continue }
            #expect(abs(value - checked) < 1e-12)
            let best = partitions(two.nodes.count).compactMap { verified(two, $0, resolution) }.max() ?? 0
            #expect(abs(value - best) < 1e-10, "\(two.sample.matrix)")
        }
    }

    @Test func `two bicliques are two communities of both modes, whatever the seed and the unit of weights`() {
        var matrix = Array(repeating: [Double](repeating: 0, count: 14), count: 14)
        for i in 0..<7 { for j in 7..<14 where (i < 4) == (j < 10) { (matrix[i][j], matrix[j][i]) = (3, 3) } }
        (matrix[0][13], matrix[13][0]) = (0.5, 0.5)
        for scale in [1.0, 1e-9, 1e9] {
            let sample = SampleGraph(matrix.map { $0.map { $0 * scale } }, directed: false, weighted: true)
            for seed in 1...5 {
                let found = BipartiteCommunities.communities(of: sample.graph, firstMode: 7, seed: UInt64(seed))
                #expect(found == (0..<14).map { $0 < 7 ? ($0 < 4 ? 0 : 1) : ($0 < 10 ? 0 : 1) })
            }
        }
    }

    @Test func `the same seed gives the same partition on any number of cores`() {
        var random = RandomSource(seed: 4)
        let edges = (0..<400).map { _ in (random.below(80), 80 + random.below(60)) }
        let graph = SampleGraph(edges: edges, nodeCount: 140).graph
        let before = Parallel.threadLimit
        defer { Parallel.threadLimit = before }
        Parallel.threadLimit = 1
        let alone = BipartiteCommunities.communities(of: graph, firstMode: 80, seed: 7, runs: 6)
        Parallel.threadLimit = 4
        #expect(BipartiteCommunities.communities(of: graph, firstMode: 80, seed: 7, runs: 6) == alone)
    }
}
