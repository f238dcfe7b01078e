import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What null models keep, what they test, and where they have nothing to say.
struct NullModelTests {
    private func tests(_ made: Made, nulls: Int = 99) throws -> [NullTest] {
        try made.score { method, options in
            options.hasNulls = true
            method.nullDraws = nulls
        }.nullTests
    }

    @Test func aStarIsNotTestable() throws {
        var made = Made()
        made.actors(8)
        for leaf in 1..<8 { made.tie(0, leaf) }
        let found = try tests(made).filter { $0.model == .ties }
        #expect(!found.isEmpty)
        for test in found {
            #expect(!test.isTestable && test.z == nil && test.q == nil && test.mean == nil, "\(test.subject.id)")
        }
    }

    /// Groups that are all tied: more closure, and more of it in every layer, than their degrees give.
    @Test func plantedClosureIsFound() throws {
        var made = Made()
        made.actors(20)
        for group in 0..<5 {
            for one in 0..<4 { for other in 0..<one { made.tie(4 * group + one, 4 * group + other) } }
        }
        let test = try #require(try tests(made).first { $0.model == .ties && $0.subject == .indicator("closure") })
        #expect(test.p == 0.01)
        // Sixty paths, all of them closed, as if ten more were open.
        #expect(test.observed == 60.0 / 70)
        #expect(try #require(test.z) > 3 && #require(test.mean) < 0.3)
    }

    @Test func adjustedPValuesAreBenjaminisAndHochbergs() throws {
        let found = try tests(Made.random(11, insiders: 12), nulls: 49)
        let p = found.compactMap(\.p)
        #expect(p.count >= 5)
        for test in found {
            guard let own = test.p else {
                #expect(test.q == nil)
                continue
            }
            // min over j with p_(j) ≥ p of p_(j) · m / rank, the rank of equals being their last.
            let expected = p.filter { $0 >= own }.map { other in
                other * Double(p.count) / Double(p.count { $0 <= other })
            }.min()!
            #expect(abs(test.q! - min(1, expected)) < 1e-12)
        }
    }

    /// How many others a node is tied to, in what its indicators count; nothing that lies inside a group moves.
    @Test(arguments: 0..<30) func switchedTiesKeepWhatTheirIndicatorsCount(seed: Int) throws {
        var made = Made.random(UInt64(seed), insiders: 10)
        // Groups on both sides, with ties and rows of one fact inside and between them.
        for (child, parent) in [(3, 2), (4, 2), (10, 2), (11, 5)] where made.actors.indices.contains(child) {
            made.actors[child].parent = made.actors[parent].id
        }
        for (source, target) in [(2, 3), (3, 4), (2, 10), (5, 11), (3, 6), (4, 7), (10, 5), (11, 3), (10, 8)] {
            made.tie(source, target, "help") { $0.fact = source == 3 ? "f" : nil }
            made.tie(source, target, "supply") { $0.fact = source == 3 ? "f" : nil }
            made.tie(source, target, "advice")
        }
        let preparation = try Preparation(made.network(), .standard(), ScoringOptions())
        let (scenario, territory) = (preparation.scenario, NullTerritory(preparation.situation))
        var random = RandomSource(seed: 6, part: seed)
        func others(_ ties: [(Int32, Int32)]) -> [Int32: Int] {
            Dictionary(grouping: Set(ties.map { [$0.0, $0.1] }), by: { $0[0] }).mapValues(\.count)
        }
        /// By what the ties are told apart by: to how many others each node is tied, in either direction and each.
        func degrees(_ scenario: Scenario, _ union: SwitchedTies) -> [Int: [[Int32: Int]]] {
            let links = scenario.interaction.filter(\.standing.isPresent)
            let taken: [Int: [Scenario.Link]] =
                switch union {
                case .pairs: [0: links]
                case .arcs: [0: links.filter { $0.arc >= 0 }]
                case .layers: Dictionary(grouping: links) { Int($0.layer) }
                }
            return taken.mapValues { links in
                let (out, into) = (links.map { ($0.source, $0.target) }, links.map { ($0.target, $0.source) })
                return union == .arcs ? [others(out), others(into)] : [others(out + into)]
            }
        }
        for union in SwitchedTies.allCases {
            let drawn = territory.drawn(.ties, switching: union, &random)
            let redrawn = scenario.redrawn(drawn, NullModel.ties.changes)
            #expect(degrees(redrawn, union) == degrees(scenario, union), "\(union)")
            #expect(redrawn.interaction.count == scenario.interaction.count, "\(union)")
            for (before, after) in zip(preparation.code.ties, drawn.ties) {
                let wasOwn = scenario.groupOf[Int(before.source)] == scenario.groupOf[Int(before.target)]
                #expect(wasOwn == (scenario.groupOf[Int(after.source)] == scenario.groupOf[Int(after.target)]))
                if wasOwn { #expect((before.source, before.target) == (after.source, after.target)) }
            }
        }
        let knowledge = scenario.redrawn(territory.drawn(.ties, &random), NullModel.ties.changes).knowledge
        func ends(_ links: [Scenario.Link], _ isDirected: Bool) -> [[Int32: Int]] {
            let ties = links.filter { $0.isDirected == isDirected }
            let (out, into) = (ties.map { ($0.source, $0.target) }, ties.map { ($0.target, $0.source) })
            return isDirected ? [others(out), others(into)] : [others(out + into)]
        }
        for isDirected in [false, true] {
            #expect(ends(knowledge, isDirected) == ends(scenario.knowledge, isDirected))
        }
    }

    /// What is taken away in a what-if is not there to switch with.
    @Test func whatIsNotThereStays() throws {
        var made = Made()
        made.actors(12)
        for actor in 1..<12 { for step in [1, 2, 5] where actor + step < 12 { made.tie(actor, actor + step, "help") } }
        for actor in 1..<6 { made.tie(0, actor, "help") }
        made.event(with: [0, 1, 2, 3])
        made.event(with: [4, 5, 6])
        var options = ScoringOptions()
        options.without = ["a0"]
        let preparation = try Preparation(made.network(), .standard(), options)
        var random = RandomSource(seed: 8, part: 0)
        let gone = try #require(preparation.presence.actors.firstIndex(of: false))
        for model in [NullModel.ties, .events] {
            let drawn = NullTerritory(preparation.situation).drawn(model, &random)
            func own(_ code: TerritoryCode) -> [[Int32]] {
                code.ties.filter { $0.source == Int32(gone) || $0.target == Int32(gone) }.map {
                    [$0.source, $0.target]
                }
                    + code.memberships.filter { $0.actor == Int32(gone) }.map { [$0.event] }
            }
            #expect(own(drawn) == own(preparation.code))
            let before = preparation.situation
            let after = Situation(before.scenario.redrawn(drawn, model.changes), before.presence, cascadeProbability: 1)
            #expect(after.graph.pairCount == before.graph.pairCount && after.graph.seatCount == before.graph.seatCount)
        }
    }

    /// Both margins of events, how many kinds and dates: what each model keeps.
    @Test func everyModelKeepsItsMargins() throws {
        for seed in 0..<20 {
            let preparation = try Preparation(
                Made.random(UInt64(seed), insiders: 10).network(), .standard(), ScoringOptions())
            let (code, territory) = (preparation.code, NullTerritory(preparation.situation))
            var random = RandomSource(seed: 5, part: seed)
            let events = territory.drawn(.events, &random)
            func margin<Key: Hashable>(_ code: TerritoryCode, _ key: (TerritoryCode.Membership) -> Key) -> [Key: Int] {
                Dictionary(grouping: code.memberships, by: key).mapValues(\.count)
            }
            #expect(margin(events) { $0.actor } == margin(code) { $0.actor })
            #expect(margin(events) { $0.event } == margin(code) { $0.event })
            #expect(events.memberships.map(\.count).sorted() == code.memberships.map(\.count).sorted())
            let kinds = territory.drawn(.kinds, &random)
            #expect(kinds.actors.map(\.kind).sorted() == code.actors.map(\.kind).sorted())
            let dates = territory.drawn(.dates, &random)
            #expect(
                dates.ties.map { $0.since?.earliest ?? 0 }.sorted()
                    == code.ties.map { $0.since?.earliest ?? 0 }.sorted())
        }
    }

    /// Networks that chance made, scored as observations: p-values fill [0, 1] evenly. The whole of it,
    /// with hundreds of networks, runs through the program (Tests/outside/test_score.py).
    @Test(arguments: [false, true]) func pValuesOfNullNetworksAreUniform(inTwoLayersAndGroups: Bool) throws {
        var found: [String: [Double]] = [:]
        for seed in 0..<50 {
            var random = RandomSource(seed: 0xA11, part: seed)
            var made = Made()
            // Where few can be tied to few, what is returned takes few values, and equals count against the observed one:
            // groups need more actors for p to be even.
            let (actors, ties) = inTwoLayersAndGroups ? (24, 160) : (14, 40)
            for _ in 0..<actors { made.actor(kind: Made.actorKinds[random.below(3)].id) }
            for _ in 0..<ties {
                let (source, target) = (random.below(actors), random.below(actors))
                guard source != target else { continue }
                made.tie(source, target, "supply")
                if inTwoLayersAndGroups, random.below(3) > 0 { made.tie(source, target, "help") }
            }
            if inTwoLayersAndGroups {
                for child in [1, 2, 4] { made.actors[child].parent = made.actors[child < 3 ? 0 : 3].id }
            }
            for test in try tests(made, nulls: 19) {
                if let p = test.p { found["\(test.model) \(test.subject.id)", default: []].append(p) }
            }
        }
        for name in ["ties closure", "ties reciprocity", "kinds mixing"] {
            let p = try #require(found[name]).sorted()
            #expect(p.count > 40)
            // Kolmogorov and Smirnov; 1.63/√n is the 1 % point, and 1/20 the grain of p.
            let gaps = p.enumerated().map { place, value in
                max(Double(place + 1) / Double(p.count) - value, value - Double(place) / Double(p.count))
            }
            #expect(gaps.max()! < 1.63 / Double(p.count).squareRoot() + 1.0 / 20, "\(name)")
        }
    }
}
