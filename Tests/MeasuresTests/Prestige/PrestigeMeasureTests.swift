import Measures
import Testing
import Vocabulary

@Suite struct PrestigeMeasureTests {
    @Test(arguments: MixedTerritory.seeds) func `domain and proximity, from the distances to the actor`(seed: Int)
        throws
    {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        guard made.isDirected else {
            #expect(throws: MilieuError.self) { try Sample.values("domain_prestige", context) }
            #expect(throws: MilieuError.self) { try Sample.values("proximity_prestige", context) }
            return
        }
        let others = Double(made.count - 1)
        let steps = made.nodes.map { made.steps(from: $0, made.has) }
        let to = made.nodes.map { node in made.nodes.filter { $0 != node }.map { steps[$0][node] }.filter(\.isFinite) }
        try made.expect("domain_prestige", context, is: to.map { Double($0.count) / others })
        try made.expect(
            "proximity_prestige", context,
            is: to.map { lengths in
                lengths.isEmpty ? 0 : Double(lengths.count) / others / (lengths.reduce(0, +) / Double(lengths.count))
            })
    }

    /// A chain 0 → 1 → 2 and one who stands apart: by hand.
    @Test func `a chain`() throws {
        let context = try Sample.context(actors: 4, [(0, 1), (1, 2)], isDirected: true)
        #expect(try Sample.values("domain_prestige", context) == [0, 1.0 / 3, 2.0 / 3, 0])
        #expect(try Sample.values("proximity_prestige", context) == [0, 1.0 / 3, 4.0 / 9, 0])
    }
}
