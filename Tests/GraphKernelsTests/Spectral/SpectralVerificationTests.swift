import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// The kernels that solve a system, against dense algebra.
@Suite struct SpectralVerificationTests {
    private let tight = 1e-11
    private func normalised(_ vector: [Double]) -> [Double] {
        let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { norm > 0 ? $0 / norm : 0 }
    }

    @Test(arguments: RandomEdges.seeds) func `the eigenvector is the limit of powers`(seed: Int) throws {
        let edges = RandomEdges(seed: seed)
        let graph = edges.graph()
        let found = try #require(SpectralCentrality.eigenvector(of: graph))
        let matrix = Dense(edges)
        let labels = Verifier.components(edges.isDirected ? matrix : matrix.symmetrised)
        let sizes = Dictionary(grouping: labels.indices) { labels[$0] }
        let largest = sizes.values.filter { $0.count == sizes.values.map(\.count).max() }
        guard largest.count == 1, largest[0].count > 1 else {
            #expect(found.allSatisfy { $0 == nil })
            return
        }
        let members = largest[0]
        // A + I of the component, so that a bipartite or periodic one has a limit too.
        let part = Dense(rows: members.map { i in members.map { matrix[$0, i] + (i == $0 ? 1 : 0) } })
        let expected = normalised(part.highPower().power * [Double](repeating: 1, count: members.count))
        #expect(difference(members.compactMap { found[$0] }, expected) < 1e-10, "\(edges)")
        #expect(found.count { $0 != nil } == members.count)
    }

    @Test(arguments: RandomEdges.seeds) func `PageRank solves its system and sums to one`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let found = SpectralCentrality.pageRank(of: edges.graph())
        #expect(difference(found, Verifier.pageRank(Dense(edges), damping: 0.85)) < tight, "\(edges)")
        if edges.nodeCount > 0 { #expect(abs(found.reduce(0, +) - 1) < 1e-14) }
    }

    @Test(arguments: RandomEdges.seeds) func `Katz and Bonacich solve theirs`(seed: Int) throws {
        let edges = RandomEdges(seed: seed)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        let radius = try #require(SpectralCentrality.spectralRadius(of: graph))
        let expected = matrix.highPower().radius
        #expect(difference([radius], [expected]) < 1e-10, "\(edges)")
        let factor = 0.5 / max(radius, 1)
        let ones = [Double](repeating: 1, count: edges.nodeCount)
        let katz = (Dense.identity(edges.nodeCount) + matrix.transposed.map { -factor * $0 }).solve(ones)
        #expect(difference(SpectralCentrality.katz(of: graph, attenuation: factor), normalised(katz)) < tight, "\(edges)")
        let power = (Dense.identity(edges.nodeCount) + matrix.map { -factor * $0 }).solve(matrix * ones)
        let scaled = normalised(power).map { $0 * Double(edges.nodeCount).squareRoot() }
        if let found = SpectralCentrality.bonacichPower(of: graph, beta: factor) {
            #expect(difference(found, scaled) < tight, "\(edges)")
        } else {
            #expect(graph.edgeCount == 0)
        }
    }

    /// Small ones are solved without, so that the kernel's own step is asked here, and beside it iteration alone.
    @Test(arguments: RandomEdges.seeds) func `a system without its trees has the whole one's solution`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        let strengths = graph.outgoing.sums()
        let start = strengths.indices.map { 1 + Double($0 % 3) }
        var system = matrix.map { -0.85 * $0 }
        for node in strengths.indices { system.rows[node][node] += strengths[node] > 0 ? strengths[node] : 1 }
        let expected = zip(system.solve(start), strengths).map { $1 > 0 ? $0 : 0 }
        for kernel in [ConjugateGradients.folded, ConjugateGradients.iterated] {
            let found = kernel(graph.outgoing, strengths.map { $0 > 0 ? 1 / $0 : 0 }, start, 0.85, 1e-14)
            #expect(difference(zip(found, strengths).map { $1 > 0 ? $0 : 0 }, expected) < tight, "\(edges)")
        }
    }

    @Test(arguments: RandomEdges.seeds) func `hubs and authorities are limits from the vector of ones`(seed: Int) {
        let edges = RandomEdges(seed: seed)
        let matrix = Dense(edges)
        guard let found = HubsAndAuthorities(of: edges.graph()) else {
            #expect(edges.graph().edgeCount == 0)
            return
        }
        let ones = [Double](repeating: 1, count: edges.nodeCount)
        let square = matrix.transposed * matrix
        let radius = square.highPower().radius
        #expect(difference(square * found.authorities, found.authorities.map { radius * $0 }) < tight, "\(edges)")
        #expect(difference(found.hubs, normalised(matrix * found.authorities)) < tight, "\(edges)")
        // Which vector of a multiple eigenvalue: rounding tells its copies apart in a higher power. Without direction
        // hub and authority are one, and the vector is one of the matrix itself, whose smallest eigenvalue may be as
        // large as the largest but for its sign.
        let shifted = edges.isDirected ? square : matrix + Dense.identity(edges.nodeCount).map { radius.squareRoot() * $0 }
        let limit = normalised(shifted.highPower(squarings: 26).power * ones)
        if !edges.isDirected { #expect(found.hubs == found.authorities) }
        #expect(difference(found.authorities, limit) < 1e-7, "\(edges)")
    }

    @Test(arguments: RandomEdges.seeds) func `subgraph centrality is the exponential's diagonal`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false, isWeighted: false)
        let exponential = Verifier.exponential(Dense(edges))
        let diagonal = (0..<edges.nodeCount).map { exponential[$0, $0] }
        #expect(difference(SubgraphCentrality.values(of: edges.graph()), diagonal) < tight, "\(edges)")
    }

    @Test(arguments: RandomEdges.seeds) func `current flow is that of every pair solved`(seed: Int) {
        let edges = RandomEdges(seed: seed, isDirected: false)
        let (graph, matrix) = (edges.graph(), Dense(edges))
        let components = Components.weak(of: graph)
        let found = CurrentFlow(of: graph, components: components)
        for members in components.members().map({ $0.map(Int.init) }) {
            guard members.count > 1 else {
                #expect(found.closeness[members[0]] == nil && found.betweenness[members[0]] == nil)
                continue
            }
            let part = Dense(rows: members.map { i in members.map { matrix[i, $0] } })
            let expected = Verifier.currentFlow(part)
            #expect(difference(members.compactMap { found.closeness[$0] }, expected.closeness) < tight, "\(edges)")
            let betweenness = members.compactMap { found.betweenness[$0] }
            #expect(difference(betweenness, members.count > 2 ? expected.betweenness : []) < tight, "\(edges)")
        }
    }

    /// Trees, pieces and twins: symmetric networks, whose Krylov spaces end early.
    @Test(arguments: 0..<60) func `larger sparse networks settle too`(seed: Int) throws {
        var random = RandomSource(seed: 13, part: seed)
        let count = 30 + random.below(170)
        let isDirected = seed % 3 == 2
        let arcs = (isDirected ? 3 : 1) * count - random.below(count / 3)
        let graph = Graph(
            nodeCount: count, sources: (0..<arcs).map { _ in Int32(random.below(count)) },
            targets: (0..<arcs).map { _ in Int32(random.below(count)) }, isDirected: isDirected)
        let radius = try #require(SpectralCentrality.spectralRadius(of: graph))
        let vector = try #require(SpectralCentrality.eigenvector(of: graph)).map { $0 ?? 0 }
        guard vector.contains(where: { $0 > 0 }) else { return }
        let members = (0..<count).filter { vector[$0] > 0 }.map(Int32.init)
        let part = graph.induced(by: members)
        let inside = members.map { vector[Int($0)] }
        let image = part.incoming.multiplied(by: inside)
        let value = UnitVector.dot(image, inside)
        #expect(difference(image, inside.map { value * $0 }) < tight)
        #expect(value <= radius * (1 + 1e-12))
        #expect(HubsAndAuthorities(of: graph) != nil)
    }
}
