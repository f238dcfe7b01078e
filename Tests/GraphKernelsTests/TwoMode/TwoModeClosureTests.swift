import GraphKernels
import Testing

@testable import KernelVerifiers

/// Opsahl's and Latapy's clustering against their sentences.
@Suite struct TwoModeClosureTests {
    @Test(arguments: 0..<200) func `paths of four edges and those that a further node closes`(seed: Int) {
        let two = TwoModeSample(seed: seed)
        var (paths, closed) = ([Int](repeating: 0, count: two.nodes.count), [Int](repeating: 0, count: two.nodes.count))
        for middle in two.nodes {
            for first in two.near(middle) {
                for second in two.near(middle) where second > first {
                    for end in two.near(first) where end != middle {
                        for other in two.near(second) where other != middle && other != end {
                            paths[middle] += 1
                            if !two.near(end).intersection(two.near(other)).subtracting([first, second]).isEmpty {
                                closed[middle] += 1
                            }
                        }
                    }
                }
            }
        }
        let found = FourPathClosure(of: two.graph)
        #expect(found.paths == paths && found.closed == closed)
        // The bound counts walks whose two ends may be one.
        #expect(FourPathClosure.pathCount(of: two.graph) >= Double(2 * paths.reduce(0, +)))
    }

    @Test(arguments: 0..<200) func `the overlap of neighbourhoods`(seed: Int) {
        let two = TwoModeSample(seed: seed)
        for overlap in NeighbourhoodOverlap.allCases {
            let found = overlap.means(of: two.graph)
            for node in two.nodes {
                let others = two.nodes.filter { $0 != node && !two.near($0).isDisjoint(with: two.near(node)) }
                let values = others.map { other -> Double in
                    let (one, two) = (two.near(node), two.near(other))
                    let whole =
                        switch overlap {
                        case .ofUnion: one.union(two).count
                        case .ofSmaller: min(one.count, two.count)
                        case .ofLarger: max(one.count, two.count)
                        }
                    return Double(one.intersection(two).count) / Double(whole)
                }
                #expect((found[node] == nil) == values.isEmpty)
                #expect(
                    abs((found[node] ?? 0) - (values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count))) < 1e-12)
            }
        }
    }

    /// A cycle of six is closed at every node, one of eight at none; in a complete graph of two events nothing can be.
    @Test func `closure of cycles`() {
        func cycle(_ length: Int) -> Graph {
            let half = length / 2
            return SampleGraph(
                edges: (0..<half).flatMap { [($0, half + $0), (($0 + 1) % half, half + $0)] }, nodeCount: length
            ).graph
        }
        #expect(FourPathClosure(of: cycle(6)).closed == [1, 1, 1, 1, 1, 1])
        #expect(FourPathClosure(of: cycle(8)).closed.allSatisfy { $0 == 0 })
        let complete = SampleGraph(edges: (0..<4).flatMap { [($0, 4), ($0, 5)] }, nodeCount: 6).graph
        #expect(FourPathClosure(of: complete).paths[0] == 6 && FourPathClosure(of: complete).closed[0] == 0)
    }
}
