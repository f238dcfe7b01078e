import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Whatever makes a graph makes one that kernels can rely on, and what they rely on is looked at.
struct GraphInvariantTests {
    @Test(arguments: 0..<150) func everyGraphHoldsThem(number: Int) {
        for directed in [false, true] {
            for weighted in [false, true] {
                let graph = SampleGraph.random(number, largest: 14, directed: directed, weighted: weighted).graph
                var random = RandomSource(seed: 4, part: number)
                let some = (0..<Int32(graph.nodeCount)).filter { _ in random.below(2) == 0 }.shuffled(using: &random)
                let made = [
                    graph, graph.symmetrised(), graph.symmetrised(parallels: .least), graph.reversed(), graph.unweighted(),
                    graph.mappingWeights { 1 / $0 }, graph.induced(by: some),
                    Rewiring.degreePreserving(graph, using: &random),
                ]
                for (place, made) in made.enumerated() { #expect(made.checkInvariants() == [], "\(place)") }
            }
        }
    }

    @Test func loopsParallelsAndTiesBothWaysAreFrozenSoundly() {
        for directed in [false, true] {
            let graph = Graph(
                nodeCount: 4, sources: [0, 0, 1, 2, 2, 1], targets: [1, 1, 0, 2, 3, 2], weights: [1, 2, 3, 4, 5, 6],
                isDirected: directed, bothWays: directed ? [true, false, false, true, false, true] : [])
            #expect(graph.checkInvariants() == [])
        }
    }

    typealias Rows = (offsets: [Int], targets: [Int32], weights: [Double])

    @Test(arguments: [
        ([0, 1, 3], [1, 0, 0], [], "one behind"), ([0, 1, 1, 2], [1, 1], [], "known at one end"),
        ([0, 2, 1, 2], [1, 0], [], "one behind"), ([0, 1, 2, 2], [1, 3], [], "leaves the graph"),
        ([0, 2, 3, 4], [2, 1, 0, 0], [], "not ascending"), ([0, 1, 3, 4], [1, 0, 1, 1], [], "a loop"),
        ([0, 1, 2, 2], [1, 0], [2], "no weight"), ([0, 1, 2, 2], [1, 0], [2, 3], "two weights"),
    ] as [([Int], [Int32], [Double], String)])
    func whatIsBrokenIsFound(offsets: [Int], targets: [Int32], weights: [Double], message: String) {
        let rows = Graph.Rows(offsets: offsets, targets: targets, weights: weights)
        let graph = Graph(nodeCount: 3, isDirected: false, outgoing: rows, incoming: rows)
        #expect(graph.checkInvariants().first?.contains(message) == true, "\(graph.checkInvariants())")
    }

    @Test func directionsThatDisagreeAreFound() {
        let (one, none) = (
            Graph.Rows(offsets: [0, 1, 1], targets: [1], weights: []), Graph.Rows(offsets: [0, 0, 0], targets: [], weights: [])
        )
        let graph = Graph(nodeCount: 2, isDirected: true, outgoing: one, incoming: none)
        #expect(graph.checkInvariants() == ["the two directions hold different arcs"])
    }
}
