import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Networks large enough to be iterated without an orthogonal basis, and to be solved by conjugate gradients.
@Suite struct LargeSpectralTests {
    private let count = 5_000

    /// A ring, so that all hang together, with ties to ends that are mostly low numbers.
    private func edges(_ kind: Int) -> (sources: [Int32], targets: [Int32], weights: [Double]) {
        var random = RandomSource(seed: 71, part: kind)
        var (sources, targets) = ((0..<Int32(count)).map { $0 }, (0..<count).map { Int32(($0 + 1) % count) })
        for node in 0..<count {
            for _ in 0..<2 {
                let other = Int(random.unit() * random.unit() * Double(count))
                sources.append(Int32(node))
                // Of two modes: even numbers are tied to odd ones alone.
                targets.append(Int32(kind == 1 ? min(count - 1, other / 2 * 2 + 1 - node % 2) : other))
            }
        }
        return (sources, targets, kind == 2 ? sources.map { _ in 0.1 + random.unit() } : [])
    }

    private func graph(_ kind: Int) -> Graph {
        let edges = edges(kind)
        return Graph(
            nodeCount: count, sources: edges.sources, targets: edges.targets, weights: edges.weights, isDirected: false)
    }

    /// A x, entry by entry.
    private func image(_ graph: Graph, _ vector: [Double]) -> [Double] {
        (0..<graph.nodeCount).map { node in
            graph.outgoing.range(of: node).reduce(0) { sum, entry in
                sum + (graph.isWeighted ? graph.outgoing.weights[entry] : 1)
                    * vector[Int(graph.outgoing.targets[entry])]
            }
        }
    }

    @Test(arguments: 0..<3) func `the eigenvector is a multiple of its own image and that of powers`(kind: Int) throws {
        let graph = graph(kind)
        let found = try #require(PrincipalEigenvector.of(graph))
        let image = image(graph, found.vector)
        let residual = zip(image, found.vector).reduce(0) { sum, pair in
            sum + (pair.0 - found.value * pair.1) * (pair.0 - found.value * pair.1)
        }.squareRoot()
        #expect(residual < 3e-13 * found.value)
        #expect(found.vector.allSatisfy { $0 > 0 })
        var power = [Double](repeating: 1, count: count)
        for _ in 0..<400 {
            power = UnitVector.normalised(
                zip(self.image(graph, power), power).map { $0 + found.value / 2 * $1 })
        }
        #expect(difference(found.vector, power) < 1e-6)
        let both = try #require(HubsAndAuthorities(of: graph))
        #expect(difference(both.hubs, found.vector) < 1e-12)
        #expect(PlainLanczos(count, { graph.outgoing.multiplied(by: $0) }).isSettled)
    }

    /// Its eigenvalues are so close that forty vectors do not tell them apart.
    @Test func `a chain is left to the other search`() throws {
        let chain = Graph(
            nodeCount: count, sources: (0..<Int32(count - 1)).map { $0 }, targets: (1..<Int32(count)).map { $0 },
            isDirected: false)
        #expect(!PlainLanczos(count, { chain.outgoing.multiplied(by: $0) }).isSettled)
        let found = try #require(PrincipalEigenvector.of(chain))
        let angle = Double.pi / Double(count + 1)
        #expect(abs(found.value - 2 * Angle.sine(Double.pi / 2 - angle)) < 1e-12)
    }

    /// Of a ring the vector of ones is the answer: nothing is left after one image.
    @Test func `where all have the same ties all are alike`() throws {
        let ring = Graph(
            nodeCount: count, sources: (0..<Int32(count)).map { $0 },
            targets: (0..<count).map { Int32(($0 + 1) % count) },
            isDirected: false)
        let found = try #require(PrincipalEigenvector.of(ring))
        #expect(abs(found.value - 2) < 1e-14)
        #expect(difference(found.vector, [Double](repeating: 1 / Double(count).squareRoot(), count: count)) < 1e-14)
    }

    /// Conjugate gradients against the sum of all terms, which a directed network with every arc both ways takes.
    @Test(arguments: 0..<3, [0.3, 0.9]) func `Katz's index is the sum of its terms`(kind: Int, part: Double) throws {
        let (graph, edges) = (graph(kind), edges(kind))
        let attenuation = part / (try #require(SpectralCentrality.spectralRadius(of: graph)))
        let directed = Graph(
            nodeCount: count, sources: edges.sources + edges.targets, targets: edges.targets + edges.sources,
            weights: edges.weights + edges.weights, isDirected: true)
        let simple = kind == 2 ? directed : directed.unweighted()
        let (found, expected) = (
            SpectralCentrality.katz(of: graph, attenuation: attenuation),
            SpectralCentrality.katz(of: simple, attenuation: attenuation)
        )
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
        // x − αAx is the same everywhere.
        let rest = zip(found, image(graph, found)).map { $0 - attenuation * $1 }
        #expect(rest.allSatisfy { abs($0 - rest[0]) < 1e-11 * rest[0] })
    }

    /// A core of 900 nodes in a ring with ties across, and trees that hang from it: most nodes have one neighbour.
    private func hanging(isWeighted: Bool) -> (sources: [Int32], targets: [Int32], weights: [Double]) {
        var random = RandomSource(seed: 72, part: 0)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<900 {
            sources += [Int32(node), Int32(node)]
            targets += [Int32((node + 1) % 900), Int32((node + 2 + random.below(897)) % 900)]
        }
        // Some hang from one that hangs itself; the last hundred are pairs of their own.
        for node in 900..<(count - 100) {
            sources.append(Int32(node))
            targets.append(Int32(random.below(random.below(4) == 0 ? node : 900)))
        }
        for node in stride(from: count - 100, to: count, by: 2) {
            sources.append(Int32(node))
            targets.append(Int32(node + 1))
        }
        return (sources, targets, isWeighted ? sources.map { _ in 0.1 + random.unit() } : [])
    }

    @Test(arguments: [false, true]) func `folded trees leave PageRank and Katz as they are`(isWeighted: Bool) throws {
        let edges = hanging(isWeighted: isWeighted)
        let graph = Graph(
            nodeCount: count, sources: edges.sources, targets: edges.targets, weights: edges.weights, isDirected: false)
        #expect(FoldedTrees.pay(graph.outgoing))
        let ranks = SpectralCentrality.pageRank(of: graph)
        let flow = zip(ranks, graph.outgoing.sums()).map { $0 / $1 }
        let once = image(graph, flow).map { 0.15 / Double(count) + 0.85 * $0 }
        #expect(zip(ranks, once).reduce(0) { $0 + abs($1.0 - $1.1) } < 2e-13)
        let attenuation = 0.9 / (try #require(SpectralCentrality.spectralRadius(of: graph)))
        let both = Graph(
            nodeCount: count, sources: edges.sources + edges.targets, targets: edges.targets + edges.sources,
            weights: edges.weights + edges.weights, isDirected: true)
        let (found, expected) = (
            SpectralCentrality.katz(of: graph, attenuation: attenuation),
            SpectralCentrality.katz(of: both, attenuation: attenuation)
        )
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 * $1 })
    }
}
