import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Networks of more nodes than vectors have lanes, trees and knots in them, eliminated in an order of their own.
@Suite struct CurrentFlowTests {
    @Test(arguments: 0..<16) func `of larger networks is that of every pair solved`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: seed % 2 == 0)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        let components = Components.weak(of: graph)
        let found = CurrentFlow(of: graph, components: components)
        for members in components.members().map({ $0.map(Int.init) }) where members.count > 2 {
            let expected = Verifier.currentFlow(Dense(rows: members.map { i in members.map { matrix[i, $0] } }))
            #expect(difference(members.compactMap { found.closeness[$0] }, expected.closeness) < 1e-9, "\(edges)")
            #expect(difference(members.compactMap { found.betweenness[$0] }, expected.betweenness) < 1e-9, "\(edges)")
        }
    }

    /// Foster's theorem: the conductances times the resistances of a connected network's edges add up to n - 1.
    @Test(arguments: [30, 77, 160]) func `of a dense network resistances add up`(count: Int) {
        var random = RandomSource(seed: 71, part: count)
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for one in 1..<count {
            for other in 0..<one where other == one - 1 || random.below(3) == 0 {
                sources.append(Int32(one))
                targets.append(Int32(other))
                weights.append(0.1 + random.unit())
            }
        }
        let graph = Graph(nodeCount: count, sources: sources, targets: targets, weights: weights, isDirected: false)
        let inverse = GroundedInverse(of: graph)
        let sum = sources.indices.reduce(0.0) {
            $0 + weights[$1] * inverse.resistance(Int(sources[$1]), Int(targets[$1]))
        }
        #expect(abs(sum - Double(count - 1)) < 1e-10 * Double(count))
    }
}
