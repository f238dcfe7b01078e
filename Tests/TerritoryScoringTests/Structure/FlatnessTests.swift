import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// No indicator may depend on the number of actors alone: random territories of the same mean degrees
/// and the same shares, from 20 to 640 actors, give a flat answer.
struct FlatnessTests {
    /// A territory in which everything is so many for each actor, at random.
    ///
    /// - Parameters:
    ///   - returned: the chance that a directed tie is returned.
    ///   - groups: of four who are all tied, how many for each ten actors.
    private static func territory(_ count: Int, seed: UInt64, returned: Double, groups: Int, degree: Int = 4) -> Made {
        var random = RandomSource(seed: seed, part: count)
        var made = Made()
        let sectors = ["C.15.20", "C.15.12", "C.25.10", "C.25.11", "G.47.72", "G.47.11"]
        // Attributes go round, so that they are the same share of every size.
        for place in 0..<count {
            made.actor(kind: Made.actorKinds[place % 3].id) { actor in
                actor.sector = sectors[random.below(6)]
                actor.size = Double(1 + place % 4)
                actor.qualifiedShare = Double(place % 5) / 5
                actor.since = PartialDate(year: 2003 + place % 10)
            }
        }
        for _ in 0..<count / 4 { made.actor(kind: "school", inside: false) { $0.sector = sectors[random.below(6)] } }
        func insider() -> Int { random.below(count) }
        func tie(_ source: Int, _ target: Int, _ kind: String, _ change: (inout Tie.Details) -> Void = { _ in }) {
            if source != target { made.tie(source, target, kind, status: random.below(4) == 0 ? .dormant : .active, change) }
        }
        for actor in 0..<count {
            for _ in 0..<degree {
                let giver = insider()
                let since = PartialDate(year: 2012 + random.below(2), month: 3)
                if giver != actor { made.tie(giver, actor, "advice") { $0.since = since } }
                let other = insider()
                tie(actor, other, "supply")
                if random.unit() < returned { tie(other, actor, "supply") }
            }
            if random.below(2) == 0 { tie(actor, insider(), "cooperation") { $0.since = PartialDate(year: 2013, month: 9) } }
            if random.below(3) == 0 { made.tie(count + random.below(count / 4), actor, "advice") }
            if actor % 5 == 0 {
                made.tie(actor % 2 == 0 ? actor + 1 : count, actor, "finance") { $0.amount = 100 }
            }
            if random.below(2) == 0, actor > 0 {
                made.tie(actor, 0, "seat") { $0.college = ["workers", "users", "others"][random.below(3)] }
            }
        }
        for _ in 0..<groups * count / 10 {
            let members = (0..<4).map { _ in insider() }
            for one in 0..<4 { for other in 0..<one { tie(members[one], members[other], "cooperation") } }
        }
        for number in 0..<3 * count / 20 {
            let members = Array((0..<count).shuffled(using: &random).prefix(8))
            made.event(number % 3 == 0 ? "shop" : "meeting", with: members) {
                $0.date = PartialDate(year: 2014)
            }
        }
        return made
    }

    /// The mean over several territories of a size, fewer of the large ones, which scatter less.
    private static func means(
        _ sizes: [Int], returned: Double, groups: Int, actorsInAll: Int
    ) throws -> [String: [Double]] {
        var means: [String: [Double]] = [:]
        for size in sizes {
            let repeats = max(1, actorsInAll / size)
            var sums: [String: Double] = [:]
            for seed in 0..<repeats {
                let values = try territory(size, seed: UInt64(seed), returned: returned, groups: groups).values()
                for (id, value) in values { sums[id, default: 0] += value / Double(repeats) }
            }
            for (id, sum) in sums { means[id, default: []].append(sum) }
        }
        return means
    }

    /// With returned ties and groups, so that reciprocity and closure have something to find.
    @Test func everyIndicatorIsFlat() throws {
        try expectFlat([20, 40, 80, 160, 320, 640], returned: 0.5, groups: 3, actorsInAll: 240)
    }

    /// At random, where reciprocity and closure are near 0 at every size.
    @Test func everyIndicatorIsFlatWhereChanceAloneTies() throws {
        try expectFlat([20, 40, 80, 160], returned: 0, groups: 0, actorsInAll: 640)
    }

    private func expectFlat(_ sizes: [Int], returned: Double, groups: Int, actorsInAll: Int) throws {
        let means = try Self.means(sizes, returned: returned, groups: groups, actorsInAll: actorsInAll)
        for indicator in IndicatorCatalogue.all {
            let found = try #require(means[indicator.id], "\(indicator.id)")
            #expect(found.count == sizes.count, "\(indicator.id) is undefined for some size")
            let (low, high) = (found.min() ?? 0, found.max() ?? 1)
            // Means of twelve territories of twenty actors, down to one of 640, scatter by some
            // hundredths; a measure that falls with n (density) would fall from 0.2 to 0.006.
            #expect(high - low < 0.12, "\(indicator.id): \(found)")
            // And no trend: from 80 actors on the doublings hardly move it.
            #expect(abs(found[sizes.count - 1] - found[2]) < 0.06, "\(indicator.id): \(found)")
        }
    }

    /// What would not do: density and one-step reach fall with n at the same mean degree.
    @Test func densityWouldNotBeFlat() throws {
        func density(_ count: Int) throws -> Double {
            let graph = try Preparation(
                Self.territory(count, seed: 1, returned: 0, groups: 0).network(), .standard(), ScoringOptions()
            ).situation.graph
            return Double(2 * graph.pairCount) / Double(count * (count - 1))
        }
        #expect(try density(20) > 10 * density(640))
    }
}
