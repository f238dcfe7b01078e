import GraphKernels
import Measures
import Testing

/// ω of networks whose place between lattice and chance is known.
@Suite struct SmallWorldTests {
    private func ring(_ count: Int, reach: Int) -> [(Int, Int)] {
        (0..<count).flatMap { i in (1...reach).map { (i, (i + $0) % count) } }
    }

    private func omega(_ count: Int, _ edges: [(Int, Int)]) throws -> Double {
        try #require(try Sample.values("small_world_omega", Sample.context(actors: count, edges))[0])
    }

    @Test func `a ring is a lattice, though its actors are numbered at random`() throws {
        var random = RandomSource(seed: 3)
        let places = Array(0..<60).shuffled(using: &random)
        let edges = ring(60, reach: 3).map { (places[$0.0], places[$0.1]) }
        // C = C_latt to the last digit, since no lattice found is to be worse than the network itself.
        let value = try omega(60, edges)
        #expect(value < -0.45 && value >= -1)
    }

    @Test func `a random network is none`() throws {
        var random = RandomSource(seed: 5)
        var edges: Set<[Int]> = []
        while edges.count < 180 {
            let (one, other) = (random.below(60), random.below(60))
            if one != other { edges.insert([min(one, other), max(one, other)]) }
        }
        #expect(try omega(60, edges.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }) > 0.5)
    }

    /// Mean clustering, not transitivity: a hub tied to all of a ring makes the two differ.
    @Test func `C is mean clustering`() throws {
        let wheel = ring(12, reach: 1) + (0..<12).map { ($0, 12) }
        let context = try Sample.context(actors: 13, wheel)
        let clustering = try #require(try Sample.values("average_clustering", context)[0])
        let found = try #require(Triangles.meanClustering(of: context.binary))
        #expect(abs(found - clustering) < 1e-12)
        let transitivity = try #require(try Sample.values("transitivity", context)[0])
        #expect(abs(clustering - transitivity) > 0.1)
    }
}
