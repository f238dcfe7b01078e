import Testing

@testable import GraphKernels
@testable import KernelVerifiers

@Suite struct PathSamplerTests {
    /// Two full steps between the ends, and nodes that lead nowhere among them in every row: sixteen paths,
    /// each drawn as often but for chance (five standard deviations).
    @Test func `each shortest path is drawn as often as any other`() {
        let (near, far) = ([1, 3, 5, 7], [8, 10, 12, 14])
        var edges = near.map { (0, $0) } + far.map { ($0, 15) }
        for node in near { edges += (far + [9, 11, 13]).map { (node, $0) } }
        for node in far { edges += [2, 4, 6].map { ($0, node) } }
        let rows = SampleGraph(edges: edges, nodeCount: 16).graph.outgoing
        var sampler = PathSampler(rows, back: rows)
        var random = RandomSource(seed: 5)
        var counts: [Set<Int>: Int] = [:]
        for _ in 0..<16_000 {
            var path: Set<Int> = []
            sampler.draw(from: 0, to: 15, &random) { path.insert($0) }
            counts[path, default: 0] += 1
        }
        #expect(counts.count == 16)
        #expect(counts.values.allSatisfy { abs($0 - 1000) < 155 }, "\(counts.values.sorted())")
    }
}
