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
            let expected = p.filter { $0 >= own }.map { other in other * Double(p.count) / Double(p.count { $0 <= other }) }.min()!
            #expect(abs(test.q! - min(1, expected)) < 1e-12)
        }
    }

    /// Degrees by layer, both margins of events, how many kinds and dates: what each model keeps.
    @Test func everyModelKeepsItsMargins() throws {
        for seed in 0..<20 {
            let preparation = try Preparation(
                Made.random(UInt64(seed), insiders: 10).network(), .standard(), ScoringOptions())
            let (code, territory) = (preparation.code, NullTerritory(preparation.scenario))
            var random = RandomSource(seed: 5, part: seed)
            func degrees(_ code: TerritoryCode) -> [[Int]: Int] {
                var degrees: [[Int]: Int] = [:]
                for tie in code.ties {
                    degrees[[Int(tie.source), Int(tie.layer), tie.isDirected ? 0 : 1], default: 0] += 1
                    degrees[[Int(tie.target), Int(tie.layer), tie.isDirected ? 2 : 1], default: 0] += 1
                }
                return degrees
            }
            // Of parallel ties the graph holds one, whose copies follow it: degrees by distinct ties.
            let distinct = Set(code.ties.map { [Int($0.source), Int($0.target), Int($0.layer), $0.isDirected ? 0 : 1] })
            if distinct.count == code.ties.count {
                #expect(degrees(territory.drawn(.ties, &random)) == degrees(code))
            }
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
            #expect(dates.ties.map { $0.since?.earliest ?? 0 }.sorted() == code.ties.map { $0.since?.earliest ?? 0 }.sorted())
        }
    }

    /// Networks that chance made, scored as observations: p-values fill [0, 1] evenly. The whole of it,
    /// with hundreds of networks, runs through the program (Tests/outside/test_score.py).
    @Test func pValuesOfNullNetworksAreUniform() throws {
        var found: [String: [Double]] = [:]
        for seed in 0..<50 {
            var random = RandomSource(seed: 0xA11, part: seed)
            var made = Made()
            for _ in 0..<14 { made.actor(kind: Made.actorKinds[random.below(3)].id) }
            for _ in 0..<40 {
                let (source, target) = (random.below(14), random.below(14))
                if source != target { made.tie(source, target, "supply") }
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
