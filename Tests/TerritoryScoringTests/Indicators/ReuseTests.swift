import GraphKernels
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What is kept from one evaluation to the next is what computing all of it anew would give.
struct ReuseTests {
    @Test(arguments: 0..<12)
    func whatAnIndicatorDoesNotReadDoesNotChangeIt(_ seed: Int) throws {
        let method = try ScoringMethod.standard()
        let preparation = try Preparation(
            Made.random(UInt64(seed), insiders: 9).network(), method, ScoringOptions())
        let (code, scenario) = (preparation.code, preparation.scenario)
        let found = preparation.situation.values
        func expectReuse(_ scenario: Scenario, _ presence: Presence, _ changed: Reads, p: Double = 0.5, _ what: String) {
            let situation = Situation(scenario, presence, cascadeProbability: p)
            let (kept, anew) = (situation.values(after: changed, from: found), situation.values)
            for place in anew.indices where kept[place].value != anew[place].value || kept[place].coverage != anew[place].coverage {
                Issue.record("\(IndicatorCatalogue.all[place].id) reads \(what)")
            }
        }
        let ofTies = scenario.readsOfTies()
        for tie in code.ties.indices {
            var presence = preparation.presence
            presence.ties[tie] = false
            expectReuse(scenario, presence, code.reads(ofTie: tie), "a tie")
            if !ofTies[tie].isEmpty { expectReuse(scenario, presence, ofTies[tie], "a tie that the leverage leaves out") }
        }
        for event in code.events.indices {
            var presence = preparation.presence
            presence.events[event] = false
            expectReuse(scenario, presence, code.reads(ofEvent: event), "an event")
        }
        expectReuse(scenario, preparation.presence, .transmission, p: 0.3, "p")
        for model in NullModel.allCases {
            for draw in 0..<3 {
                var random = RandomSource(seed: UInt64(seed), part: draw)
                for union in SwitchedTies.allCases {
                    let drawn = NullTerritory(preparation.situation).drawn(model, switching: union, &random)
                    let redrawn = scenario.redrawn(drawn, model.changes)
                    expectReuse(redrawn, preparation.presence, model.changes, "what \(model) changes")
                    expectEnough(of: drawn, redrawn, preparation, model.changes)
                }
            }
        }
    }

    /// What is redrawn for one indicator alone is enough for that one.
    private func expectEnough(of drawn: TerritoryCode, _ whole: Scenario, _ preparation: Preparation, _ changes: Reads) {
        for indicator in IndicatorCatalogue.all {
            let part = preparation.scenario.redrawn(drawn, changes, reading: indicator.reads)
            let (some, all) = (
                indicator.compute(Situation(part, preparation.presence, cascadeProbability: 0.5)),
                indicator.compute(Situation(whole, preparation.presence, cascadeProbability: 0.5))
            )
            if some.value != all.value || some.coverage != all.coverage {
                Issue.record("\(indicator.id) reads more of a redrawn territory than it says")
            }
        }
    }

    /// Small territories have four words of realisations for each source, large ones one.
    @Test(arguments: [(8, 0.5, 6), (30, 0.3, 2), (30, 0.7, 2), (270, 0.3, 1), (270, 0.5, 1)])
    func aCascadeIsReachOverItsLiveTies(_ insiders: Int, _ p: Double, _ territories: Int) throws {
        for seed in 0..<territories {
            var made = Made.random(UInt64(seed), insiders: insiders, outsiders: 3)
            var random = RandomSource(seed: UInt64(seed), part: 1)
            for _ in 0..<insiders * 2 {
                let (source, target) = (random.below(insiders), random.below(insiders))
                if source != target { made.tie(source, target, random.below(3) == 0 ? "exchange" : "advice") }
            }
            for _ in 0..<1 + insiders / 20 { made.event("training", with: (0..<5).map { _ in random.below(insiders) }) }
            var method = try ScoringMethod.standard()
            method.cascadeProbability = p
            let situation = try Preparation(made.network(), method, ScoringOptions()).situation
            #expect(abs(Cascade.expectedReach(situation).share - slowReach(situation)) < 1e-12)
        }
    }

    /// From each source, in each realisation, by itself.
    private func slowReach(_ situation: Situation) -> Double {
        let (scenario, liveness, p) = (situation.scenario, situation.scenario.code.liveness, situation.cascadeProbability)
        var arcs = [[(target: Int, live: SIMD4<UInt64>)]](
            repeating: [], count: scenario.nodeCount + scenario.code.events.count)
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            let live = liveness.lanes(ofTie: Int(scenario.knowledgePairTies[Int(link.pair)]), p: p)
            arcs[Int(link.source)].append((Int(link.target), live))
            if !link.isDirected { arcs[Int(link.target)].append((Int(link.source), live)) }
        }
        for place in situation.knowledgeSeats {
            let seat = scenario.knowledgeSeats[Int(place)]
            let live = liveness.lanes(ofSeat: Int(place), p: p.squareRoot())
            let event = scenario.nodeCount + Int(seat.event)
            arcs[Int(seat.node)].append((event, live))
            arcs[event].append((Int(seat.node), live))
        }
        let tied = situation.insiders.filter { !arcs[Int($0)].isEmpty }
        let sources = tied.count <= 256 ? tied : (0..<256).map { tied[$0 * tied.count / 256] }
        func heads(_ nodes: [Int32]) -> Double { nodes.reduce(0) { $0 + Double(scenario.weights[Int($1)]) } }
        var reached = 0.0
        for source in sources {
            for realisation in 0..<64 * liveness.words {
                var isSeen = [Bool](repeating: false, count: arcs.count)
                isSeen[Int(source)] = true
                var stack = [Int(source)]
                while let node = stack.popLast() {
                    for arc in arcs[node] where !isSeen[arc.target] && arc.live[realisation / 64] >> UInt64(realisation % 64) & 1 == 1 {
                        isSeen[arc.target] = true
                        stack.append(arc.target)
                    }
                }
                reached += heads([source]) * heads(situation.insiders.filter { isSeen[Int($0)] && $0 != source })
            }
        }
        guard !sources.isEmpty else { return 0 }
        let pairs = situation.insiders.reduce(0.0) { sum, one in
            sum + heads([one]) * heads(situation.insiders.filter { $0 != one })
        }
        return reached / (heads(sources) * 64 * Double(liveness.words)) * heads(tied) / pairs
    }
}
