import Measures
import Testing
import Vocabulary

@Suite struct DegreeCentralizationTests {
    @Test(arguments: MixedTerritory.seeds) func `in- and out-degree, from the definition`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        guard made.isDirected else {
            #expect(throws: MilieuError.self) { try Sample.values("in_degree_centralization", context) }
            #expect(throws: MilieuError.self) { try Sample.values("out_degree_centralization", context) }
            return
        }
        func spread(_ degrees: [Int]) -> Double? {
            guard made.count > 2, let top = degrees.max() else { return nil }
            return Double(degrees.reduce(0) { $0 + top - $1 }) / Double((made.count - 1) * (made.count - 1))
        }
        try made.expect(
            "out_degree_centralization", context,
            is: [spread(made.nodes.map { i in made.nodes.count { made.has(i, $0) } })])
        try made.expect(
            "in_degree_centralization", context,
            is: [spread(made.nodes.map { i in made.nodes.count { made.has($0, i) } })])
    }

    @Test func `a star that all lead to has 1 of the one and little of the other`() throws {
        let star = try Sample.context(actors: 5, (1..<5).map { ($0, 0) }, isDirected: true)
        #expect(try Sample.values("in_degree_centralization", star) == [1])
        #expect(try Sample.values("out_degree_centralization", star) == [1.0 / 16])
    }
}
