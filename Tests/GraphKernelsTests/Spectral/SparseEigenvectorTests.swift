import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// Networks whose largest eigenvalues are as close as those of a chain, where iteration would take as many steps as
/// there are nodes.
@Suite struct SparseEigenvectorTests {
    private func chain(_ count: Int, isDirected: Bool = false) -> Graph {
        Graph(
            nodeCount: count, sources: (0..<Int32(count - 1)).map { $0 }, targets: (1..<Int32(count)).map { $0 },
            isDirected: isDirected)
    }

    /// The eigenvectors of a path are sines (Brouwer and Haemers 2012, Spectra of Graphs, section 1.4.4).
    @Test(arguments: [2, 3, 50, 400, 1000]) func `a chain has the sine's first half`(count: Int) throws {
        let angle = Double.pi / Double(count + 1)
        let expected = (1...count).map { Angle.sine(angle * Double($0)) * (2 / Double(count + 1)).squareRoot() }
        let graph = chain(count)
        let found = try #require(SpectralCentrality.eigenvector(of: graph)).compactMap { $0 }
        #expect(difference(found, expected) < 1e-10)
        #expect(
            abs(try #require(SpectralCentrality.spectralRadius(of: graph)) - 2 * Angle.sine(Double.pi / 2 - angle))
                < 1e-13)
        let hubs = try #require(HubsAndAuthorities(of: graph))
        #expect(difference(hubs.hubs, expected) < 1e-10)
        #expect(difference(try #require(WholeEigenvector.values(of: graph)), expected) < 1e-10)
    }

    /// A directed chain's copies are pairs, each with the singular value 1.
    @Test func `a directed chain has hubs and authorities alike`() throws {
        let found = try #require(HubsAndAuthorities(of: chain(2000, isDirected: true)))
        let share = 1 / 1999.0.squareRoot()
        #expect(difference(Array(found.hubs.dropLast()), [Double](repeating: share, count: 1999)) < 1e-13)
        #expect(found.authorities[0] == 0 && found.hubs[1999] == 0)
    }

    /// Of a directed ring of n with a way to halve it, λⁿ = 1 + λ^(n/2), so that λ^(n/2) is the golden ratio.
    @Test(arguments: [10, 400, 1000]) func `a directed ring with a short cut has the golden ratio`(count: Int) throws {
        let half = count / 2
        let graph = Graph(
            nodeCount: count, sources: (0..<Int32(count)).map { $0 } + [Int32(half - 1)],
            targets: (1...Int32(count)).map { $0 % Int32(count) } + [0], isDirected: true)
        let radius = try #require(SpectralCentrality.spectralRadius(of: graph))
        let golden = (1 + 5.0.squareRoot()) / 2
        #expect(abs(Logarithm.natural(radius) * Double(half) - Logarithm.natural(golden)) < 1e-9)
        let vector = try #require(SpectralCentrality.eigenvector(of: graph)).compactMap { $0 }
        let image = graph.incoming.multiplied(by: vector)
        #expect(difference(image, vector.map { radius * $0 }) < 1e-13)
    }

    @Test(arguments: RandomEdges.seeds) func `elimination finds what iteration finds`(seed: Int) throws {
        let edges = RandomEdges(seed: seed)
        let graph = edges.graph()
        let components = graph.isDirected ? Components.strong(of: graph) : .weak(of: graph)
        var parts = Graph.Parts(of: graph)
        var random = RandomSource(seed: 4, part: seed)
        for nodes in components.members() where nodes.count > 1 {
            let part = parts.induced(by: nodes)
            let whole = graph.induced(by: nodes)
            #expect(part.outgoing.targets == whole.outgoing.targets && part.incoming.offsets == whole.incoming.offsets)
            #expect(part.outgoing.weights == whole.outgoing.weights && part.incoming.weights == whole.incoming.weights)
            let loops = seed % 2 == 0 ? [] : nodes.map { _ in Double(random.below(3)) }
            let one = try #require(PrincipalEigenvector.of(part, loops: loops))
            let other = try #require(
                PrincipalEigenvector.byElimination(
                    part.incoming, part.outgoing, isSymmetric: !part.isDirected, loops: loops))
            #expect(abs(one.value - other.value) <= 1e-11 * one.value, "\(edges)")
            #expect(difference(one.vector, other.vector) < 1e-7, "\(edges)")
            let image = part.incoming.multiplied(by: other.vector)
            let residual = image.indices.map {
                image[$0] + ((loops.isEmpty ? 0 : loops[$0]) - other.value) * other.vector[$0]
            }
            #expect(residual.allSatisfy { abs($0) < 1e-12 * other.value }, "\(edges)")
        }
    }

    @Test(arguments: RandomEdges.seeds) func `a factorised matrix solves its system`(seed: Int) throws {
        let edges = RandomEdges(seed: seed)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        let shift = matrix.highPower().radius * 1.2 + 0.1
        var shifted = try #require(
            ShiftedMatrix(graph.outgoing, graph.incoming, isSymmetric: !graph.isDirected))
        let isAbove = shifted.factorise(shift)
        #expect(isAbove)
        let image = (0..<edges.nodeCount).map { Double($0 % 5) }
        let expected = (Dense.identity(edges.nodeCount).map { shift * $0 } + matrix.map { -$0 }).solve(image)
        let size = expected.reduce(1) { max($0, abs($1)) }
        #expect(difference(shifted.solved(image), expected) < 1e-11 * size, "\(edges)")
        guard graph.edgeCount > 0, !graph.isDirected else { return }
        let isBelow = !shifted.factorise(shift / 2 - 0.05)
        #expect(isBelow)
    }

    /// So that a large network without an order worth having is not worked on for long.
    @Test func `a network that is tightly knit throughout is not eliminated`() {
        var random = RandomSource(seed: 5)
        let count = 2000
        let ends = (0..<20_000).map { _ in (Int32(random.below(count)), Int32(random.below(count))) }
        let graph = Graph(nodeCount: count, sources: ends.map(\.0), targets: ends.map(\.1), isDirected: false)
        #expect(NodeElimination(graph.outgoing, nil) == nil)
        let star = Graph(
            nodeCount: count, sources: [Int32](repeating: 0, count: count - 1), targets: (1..<Int32(count)).map { $0 },
            isDirected: false)
        #expect(NodeElimination(star.outgoing, nil)?.later.count == count - 1)
    }

    /// The vector of a ring carried down a long chain that leaves it, and into a second ring of a smaller eigenvalue.
    @Test func `what a component leads to is carried far`() throws {
        // 0 and 1 point at each other doubly; 1 → 2 → … → 499 → 500, and 499 → 400 closes a ring of eigenvalue 1.
        let chain = 2..<Int32(500)
        let graph = Graph(
            nodeCount: 501, sources: [0, 1, 1] + chain.map { $0 } + [499],
            targets: [1, 0, 2] + chain.map { $0 + 1 } + [400], weights: [2, 2] + [Double](repeating: 1, count: 500),
            isDirected: true)
        let found = try #require(WholeEigenvector.values(of: graph))
        #expect(abs(found[0] - found[1]) < 1e-15)
        for node in 2..<400 { #expect(abs(found[node] / found[node - 1] - 0.5) < 1e-12) }
        for (value, image) in zip(found, graph.incoming.multiplied(by: found)) {
            #expect(abs(image / value - 2) < 1e-12)
        }
    }
}
