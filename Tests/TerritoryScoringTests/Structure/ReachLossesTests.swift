import GraphKernels
import Testing

@testable import TerritoryScoring

/// What the reach of knowledge loses with each actor, tie and event, against the cascade without it.
struct ReachLossesTests {
    private func prepared(_ made: Made) throws -> Preparation {
        try Preparation(made.network(), .standard(), ScoringOptions())
    }

    private func situation(
        _ preparation: Preparation, p: Double, _ takeAway: (inout Presence) -> Void = { _ in }
    ) -> Situation {
        var presence = preparation.presence
        takeAway(&presence)
        return Situation(preparation.scenario, presence, cascadeProbability: p)
    }

    /// Territories with members, groups, meetings and ties of either kind, some of them told twice.
    private func made(_ seed: Int) -> Made {
        var made = Made.random(UInt64(seed), insiders: 14, outsiders: 4)
        var random = RandomSource(seed: 31, part: seed)
        for _ in 0..<18 {
            let (one, other) = (random.below(18), random.below(18))
            guard one != other else { continue }
            for _ in 0..<1 + random.below(2) { made.tie(one, other, random.below(2) == 0 ? "advice" : "exchange") }
        }
        made.event("training", with: [1, 5, 9, 16])
        return made
    }

    @Test(arguments: 0..<12) func eachIsTheCascadeWithoutIt(seed: Int) throws {
        let made = made(seed)
        let preparation = try prepared(made)
        for p in [0.3, 1] {
            let whole = situation(preparation, p: p)
            guard let losses = ReachLosses(whole) else { continue }
            var unknown: [String] = []
            func check(_ found: Double?, _ what: String, _ takeAway: (inout Presence) -> Void) {
                let left = situation(preparation, p: p, takeAway)
                guard let found else {
                    unknown.append(what)
                    return
                }
                let expected = left.knowledgeIsEmpty ? 0 : Cascade.expectedReach(left).share
                #expect(abs(found - expected) < 1e-12, "\(what): \(found), not \(expected)")
            }
            for actor in made.actors.indices where whole.scenario.nodeOf[actor] >= 0 {
                check(losses.share(withoutActor: actor), "actor \(actor)") { $0.actors[actor] = false }
            }
            for link in whole.knowledge {
                let tie = Int(whole.scenario.knowledge[Int(link)].tie)
                check(losses.share(withoutTie: tie), "tie \(tie)") { $0.ties[tie] = false }
            }
            for event in whole.code.events.indices {
                check(losses.share(withoutEvent: event), "event \(event)") { $0.events[event] = false }
            }
            #expect(losses.share(withoutTie: whole.code.ties.count) == nil)
            // A node that stays when one of its actors leaves is looked at anew.
            let there = whole.scenario.nodeOf.indices.filter { whole.presence.actors[$0] }
            let actors = Dictionary(grouping: there) { whole.scenario.nodeOf[$0] }.filter { $0.key >= 0 }.values
            let shared = actors.filter { $0.count > 1 }.flatMap { $0 }.sorted()
            #expect(unknown == shared.map { "actor \($0)" })
        }
    }

    /// A tie whose loss is known is one whose pair no other row tells; the others lose nothing.
    @Test func aTieThatIsToldTwiceLosesNothing() throws {
        var made = Made()
        made.actors(4)
        made.tie(0, 1, "advice")
        made.tie(0, 1, "exchange")
        made.tie(1, 2, "advice")
        let whole = situation(try prepared(made), p: 1)
        let losses = try #require(ReachLosses(whole))
        #expect(Cascade.expectedReach(whole).share == 4.0 / 12)
        // What one tie gives, the other gives, but only the undirected one gives back; and nothing else leads on.
        let left = try (0..<3).map { try #require(losses.share(withoutTie: $0)) * 12 }.sorted()
        #expect(zip(left, [2, 3, 4]).allSatisfy { abs($0 - $1) < 1e-12 } && left[2] == 4)
    }

    /// Of more than 256 who are tied, the sources stay those of the whole territory.
    @Test(arguments: 0..<3) func inALargeTerritoryTheSourcesStay(seed: Int) throws {
        var (made, random) = (Made(), RandomSource(seed: 22, part: seed))
        made.actors(400)
        for _ in 0..<700 {
            let (one, other) = (random.below(400), random.below(400))
            if one != other { made.tie(one, other, random.below(3) == 0 ? "exchange" : "advice") }
        }
        let whole = situation(try prepared(made), p: 1)
        let losses = try #require(ReachLosses(whole))
        let sources = Cascade(whole).sources
        #expect(sources.count == 256)
        let links = whole.knowledge.map { whole.scenario.knowledge[Int($0)] }
        /// How many others the sources reach, by going from each to all it can.
        func reached(without tie: Int32? = nil, actor: Int32? = nil) -> Int {
            var neighbours = [[Int]](repeating: [], count: 400)
            for link in links where link.tie != tie && link.source != actor && link.target != actor {
                neighbours[Int(link.source)].append(Int(link.target))
                if !link.isDirected { neighbours[Int(link.target)].append(Int(link.source)) }
            }
            return sources.filter { $0 != actor }.reduce(0) { sum, source in
                var (known, queue) = (Set([Int(source)]), [Int(source)])
                while let node = queue.popLast() {
                    for next in neighbours[node] where known.insert(next).inserted { queue.append(next) }
                }
                return sum + known.count - 1
            }
        }
        let (all, share) = (Double(reached()), Cascade.expectedReach(whole).share)
        for link in links.prefix(40) {
            let expected = share * Double(reached(without: link.tie)) / all
            #expect(abs(try #require(losses.share(withoutTie: Int(link.tie))) - expected) < 1e-12)
        }
        let tied = Cascade(whole).tied
        for actor in (0..<400).filter({ $0 % 9 == 0 }) {
            let (isTied, isAsked) = (tied.contains(Int32(actor)), sources.contains(Int32(actor)))
            let mean = Double(reached(actor: Int32(actor))) / Double(256 - (isAsked ? 1 : 0))
            let expected = mean * Double(tied.count - (isTied ? 1 : 0)) / (399 * 398)
            #expect(abs(try #require(losses.share(withoutActor: actor)) - expected) < 1e-12, "\(actor)")
        }
    }
}
