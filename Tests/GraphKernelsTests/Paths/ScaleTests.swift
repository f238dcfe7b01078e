import GraphKernels
import Testing

@testable import KernelVerifiers

/// The unit of lengths and of conductances changes nothing but the unit of what is computed.
@Suite struct ScaleTests {
    @Test(arguments: 0..<60, [1e-30, 1e-18, 1e-12, 1e12, 1e30]) func `ways are as short at every scale`(
        seed: Int, scale: Double
    ) {
        let edges = RandomEdges(seed: seed, isWeighted: true)
        let (graph, scaled) = (edges.graph(), edges.graph().mappingWeights { $0 * scale })
        let (one, other) = (PathSummary(of: graph), PathSummary(of: scaled))
        #expect(one.reached == other.reached)
        #expect(difference(other.total.map { $0 / scale }, one.total) < 1e-9, "\(edges)")
        #expect(difference(other.farthest.map { $0 / scale }, one.farthest) < 1e-9, "\(edges)")
        #expect(difference(Betweenness(of: scaled).nodes, Betweenness(of: graph).nodes) < 1e-9, "\(edges)")
    }

    /// Three in a row, one tie immensely stronger: R is a sum of resistances, whatever their size.
    @Test(arguments: [1, 1e8, 1e14, 1e16, 1e100]) func `resistances add up however far apart they are`(strong: Double) {
        var worst = 0.0
        for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
            let graph = Graph(
                nodeCount: 3, sources: [Int32(order[0]), Int32(order[1])], targets: [Int32(order[1]), Int32(order[2])],
                weights: [1, strong], isDirected: false)
            let flow = CurrentFlow(of: graph, components: .weak(of: graph))
            let (weak, short) = (1.0, 1 / strong)
            let sums = [2 * weak + short, weak + short, weak + 2 * short]
            for (place, node) in order.enumerated() {
                let expected = 2 / sums[place]
                #expect(abs((flow.closeness[node] ?? 0) - expected) < 1e-14 * expected, "\(strong) \(order)")
            }
            // Where the bound says that it holds, it does: the middle is between the ends, and nobody else is.
            if flow.betweennessError < 1e-9 {
                for node in 0..<3 { #expect(abs((flow.betweenness[node] ?? 9) - (node == order[1] ? 1 : 0)) < 1e-9) }
            }
            worst = max(worst, flow.betweennessError)
        }
        #expect((worst < 1e-9) == (strong < 1e6), "only near conductances leave nine digits in every order")
    }
}
