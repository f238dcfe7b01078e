import GraphKernels
import Testing

@testable import TerritoryScoring

/// What robustness loses with each tie, against taking everyone away anew.
struct RobustnessLossesTests {
    private func graph(_ pairs: [[Int32]], actors: Int, seats: [(node: Int32, event: Int32)] = []) -> InteractionGraph {
        let sorted = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        return InteractionGraph(
            actorCount: actors, eventCount: Int(seats.map { $0.event + 1 }.max() ?? 0), low: sorted.map { $0[0] },
            high: sorted.map { $0[1] }, seats: seats)
    }

    /// How many pairs of actors are joined, and how many each would take with it.
    private func losses(_ graph: InteractionGraph, _ hasLeft: [Bool]) -> [Int] {
        let there = (0..<Int32(graph.actorCount)).filter { !hasLeft[Int($0)] }
        var search = DepthSearch(nodeCount: graph.nodeCount)
        search.run(graph, there, hasLeft)
        return [search.joinedPairs] + there.map { search.rank($0).loss }
    }

    @Test(arguments: 0..<60) func withoutASpareTieEachCutsOffWhatItCutOff(seed: Int) {
        var random = RandomSource(seed: 77, part: seed)
        let actors = 12 + random.below(20)
        var pairs: Set<[Int32]> = []
        for _ in 0..<actors * (3 + seed % 4) / 2 {
            let (one, other) = (Int32(random.below(actors)), Int32(random.below(actors)))
            if one != other { pairs.insert([min(one, other), max(one, other)]) }
        }
        let seats = (0..<random.below(12)).map { (node: Int32($0), event: Int32(random.below(2))) }
        var hasLeft = [Bool](repeating: false, count: actors + 2)
        for _ in 0..<seed % 3 { hasLeft[random.below(actors)] = true }
        let all = graph(Array(pairs), actors: actors, seats: seats)
        let spare = SpareTies(all, without: hasLeft)
        let whole = losses(all, hasLeft)
        for pair in pairs where !hasLeft[Int(pair[0])] && !hasLeft[Int(pair[1])] && spare.contain(pair[0], pair[1]) {
            let left = graph(pairs.filter { $0 != pair }, actors: actors, seats: seats)
            #expect(losses(left, hasLeft) == whole, "\(pair)")
            #expect(spare.contain(pair[1], pair[0]))
        }
    }

    /// A cycle hangs on each of its ties, and of all that six can have hardly one is needed.
    @Test func whatIsSpareIsFound() {
        let ring = (0..<6).map { [min($0, ($0 + 1) % 6), max($0, ($0 + 1) % 6)].map(Int32.init) }
        let none = [Bool](repeating: false, count: 6)
        let narrow = SpareTies(graph(ring, actors: 6), without: none)
        #expect(ring.allSatisfy { !narrow.contain($0[0], $0[1]) })
        let pairs = (0..<Int32(6)).flatMap { one in (0..<one).map { [$0, one] } }
        let full = SpareTies(graph(pairs, actors: 6), without: none)
        #expect(pairs.count { full.contain($0[0], $0[1]) } >= 13)
    }

    private func prepared(_ made: Made) throws -> Preparation {
        try Preparation(made.network(), .standard(), ScoringOptions())
    }

    /// Territories with members, groups and meetings, ties of several layers over one another and pairs told twice; a
    /// thin one, in which most hangs on somebody, and a dense one.
    @Test(arguments: 0..<16) func eachIsTheCurveWithoutIt(seed: Int) throws {
        var made = Made.random(UInt64(seed), insiders: 30, outsiders: 4)
        var random = RandomSource(seed: 41, part: seed)
        for _ in 0..<(seed % 2 == 0 ? 20 : 160) {
            let (one, other) = (random.below(30), random.below(30))
            guard one != other else { continue }
            for _ in 0..<1 + random.below(2) { made.tie(one, other, random.below(2) == 0 ? "cooperation" : "supply") }
        }
        let preparation = try prepared(made)
        let whole = preparation.situation
        let losses = try #require(RobustnessLosses(whole))
        func without(_ tie: Int) -> Situation {
            var presence = preparation.presence
            presence.ties[tie] = false
            return Situation(preparation.scenario, presence, cascadeProbability: 0.3)
        }
        for link in whole.interaction {
            let tie = Int(whole.scenario.interaction[Int(link)].tie)
            let left = without(tie)
            #expect(losses.value(withoutTie: tie, left) == Robustness.indicator.compute(left).value, "tie \(tie)")
        }
        let other = whole.code.ties.indices.first { tie in
            !whole.interaction.contains { whole.scenario.interaction[Int($0)].tie == tie }
        }
        #expect(try losses.value(withoutTie: #require(other), without(#require(other))) == nil)
    }
}
