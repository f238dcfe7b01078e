import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// What must hold of every score, whatever the territory.
struct ScorePropertyTests {
    /// Random territories with a bit of everything, of which something is always known.
    private static func territories(_ count: Int) -> [Made] { (0..<count).map { Made.random(UInt64($0) &+ 900) } }

    @Test func orderOfRowsAndIDsChangeNothing() throws {
        for seed in 0..<6 {
            let made = Made.random(UInt64(seed))
            var random = RandomSource(seed: 77, part: seed)
            let (one, other) = (
                try Scored(made, draws: 24, nulls: 9), try Scored(made.shuffled(using: &random), draws: 24, nulls: 9)
            )
            #expect(one == other)
        }
    }

    @Test func theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws {
        let made = Made.random(5, insiders: 12)
        let limit = Parallel.threadLimit
        defer { Parallel.threadLimit = limit }
        var all: [Scored] = []
        for threads in [1, 2, 5] {
            Parallel.threadLimit = threads
            all.append(try Scored(made, draws: 70, nulls: 9))
        }
        #expect(all[1] == all[0])
        #expect(all[2] == all[0])
    }

    @Test func anotherSeedGivesOtherDraws() throws {
        let made = Made.random(5)
        #expect(try Scored(made, draws: 60, nulls: 9, seed: 1) != Scored(made, draws: 60, nulls: 9, seed: 2))
    }

    @Test func aTerritoryDoubledKeepsEveryShare() throws {
        let shares = [
            "learning_participation", "cognitive_diversity", "external_openness", "gatekeeping", "absorptive_capacity",
            "activity_creation", "interaction_participation", "intensity", "activation", "collective_events",
            "pooling", "citizen_finance", "shared_governance",
        ]
        for made in Self.territories(24) {
            let (once, twice) = (try made.values(), try made.doubled().values())
            for id in shares {
                #expect((once[id] == nil) == (twice[id] == nil), "\(id)")
                if let a = once[id], let b = twice[id] { #expect(abs(a - b) < 1e-12, "\(id): \(a), \(b)") }
            }
        }
    }

    @Test func anIsolateLowersOrKeepsWhatEveryoneShouldHaveAPartIn() throws {
        for made in Self.territories(24) {
            var more = made
            more.actor("isolate")
            let (before, after) = (try made.values(), try more.values())
            for id in ["learning_participation", "knowledge_reach", "interaction_participation", "connectedness", "intensity", "inclusiveness"] {
                let (old, new) = (try #require(before[id]), try #require(after[id]))
                #expect(new <= old + 1e-12, "\(id): \(old), \(new)")
            }
        }
    }

    @Test func aTieOfKnowledgeNeverLowersParticipationOrReach() throws {
        for (seed, made) in Self.territories(24).enumerated() {
            var random = RandomSource(seed: 3, part: seed)
            let (source, target) = (random.below(7), random.below(7))
            guard source != target else { continue }
            var more = made
            more.tie(source, target, "advice")
            // Certain to pass on, the cascade is exact and not an estimate.
            func values(_ made: Made) throws -> [String: Double] { try made.values { $0.cascadeProbability = 1 } }
            let (before, after) = (try values(made), try values(more))
            for id in ["learning_participation", "knowledge_reach"] {
                #expect(try #require(after[id]) >= #require(before[id]), "\(id)")
            }
        }
    }

    @Test func aTieMovedFromKnowledgeToInteractionChangesBothAxes() throws {
        var made = Made()
        made.actors(6)
        made.tie(0, 1, "advice")
        made.tie(2, 3, "advice")
        made.tie(0, 1, "supply")
        made.tie(3, 4, "supply")
        var moved = made
        moved.ties[1] = Tie(source: 2, target: 3, kind: Made.kinds.firstIndex { $0.id == "supply" }!, details: made.ties[1].details)
        let (before, after) = (try made.score(), try moved.score())
        #expect(after.learning.overKnown! < before.learning.overKnown!)
        #expect(after.interaction.overKnown != before.interaction.overKnown)
    }

    /// A tie of one side leaves every indicator of the other as it was; `knowledge_conversion` alone
    /// reads both, since it asks what exposure to knowledge led to.
    @Test func noTieCountsOnBothAxes() throws {
        for (seed, made) in Self.territories(12).enumerated() {
            var random = RandomSource(seed: 4, part: seed)
            let (source, target) = (random.below(7), random.below(7))
            guard source != target else { continue }
            let before = try made.values { $0.cascadeProbability = 1 }
            for (kind, axis) in [("advice", Axis.interaction), ("supply", .learning), ("finance", .learning)] {
                var more = made
                more.tie(source, target, kind)
                let after = try more.values { $0.cascadeProbability = 1 }
                for indicator in IndicatorCatalogue.all where indicator.axis == axis && indicator.dimension != .creation {
                    #expect(before[indicator.id] == after[indicator.id], "\(kind): \(indicator.id)")
                }
            }
        }
    }

    @Test func aStarHasNeitherRobustnessNorClosure() throws {
        for leaves in [2, 5, 30] {
            var made = Made()
            made.actors(leaves + 1)
            for leaf in 1...leaves { made.tie(0, leaf) }
            let values = try made.values()
            #expect(values["robustness"] == 0)
            #expect(values["closure"] == 0)
        }
    }

    @Test func everyoneTiedToEveryoneInSeveralLayersIsNearOne() throws {
        var made = Made()
        for place in 0..<8 { made.actor(kind: Made.actorKinds[place % 4].id) }
        for one in 0..<8 {
            for other in 0..<8 where other != one {
                for kind in ["cooperation", "supply", "finance", "seat"] where kind != "cooperation" || one < other {
                    made.tie(one, other, kind)
                }
            }
        }
        let score = try made.score()
        for dimension in [Dimension.engagement, .activation, .structure, .breadth] {
            let value = try #require(score.interaction.value(of: dimension))
            #expect(value > 0.9, "\(dimension): \(value)")
        }
    }

    @Test func nothingFoundIsZeroWhereItWasLookedForAndUnknownElsewhere() throws {
        var made = Made()
        made.actors(5)
        let looked = try made.values()
        for id in [
            "learning_participation", "knowledge_reach", "cognitive_diversity", "knowledge_conversion",
            "interaction_participation", "connectedness", "intensity", "activation", "reciprocity", "multiplexity",
            "closure", "robustness", "mixing", "inclusiveness", "collective_events", "pooling", "citizen_finance",
        ] { #expect(looked[id] == 0, "\(id): \(looked[id] as Any)") }
        made.surveyed = []
        #expect(try made.values().isEmpty)
        made.surveyed = nil
        #expect(try made.values().isEmpty)
        let score = try made.score(draws: 200)
        #expect(score.learning.overKnown == nil && score.interaction.overKnown == nil)
        #expect(abs(score.learning.bounds.lowerBound - 0.01) < 1e-12 && score.learning.bounds.upperBound == 1)
        #expect(score.verdict == nil)
        #expect(score.uncertainty?.ignorance?.distance == 0)
    }

    @Test(arguments: 0...2)
    func theSmallestTerritoriesHaveAnAnswer(_ count: Int) throws {
        var made = Made()
        made.actors(count)
        if count == 2 { made.tie(0, 1) }
        let score = try made.score(draws: 100) { method, options in
            (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (true, true, true)
            method.nullDraws = 19
        }
        for axis in Axis.allCases {
            for row in score.axis(axis).indicators {
                #expect(row.value.value.map { (0...1).contains($0) } ?? (row.value.reason != nil), "\(row.indicator.id)")
            }
            let interval = try #require(score.axis(axis).interval)
            #expect(interval.low <= interval.high)
        }
        #expect(score.nullTests.allSatisfy { $0.z?.isFinite ?? true })
    }

    @Test func emptyingAColumnWidensTheIntervalAndMovesNothingElse() throws {
        for seed in [1, 2, 3, 4] {
            let made = Made.random(UInt64(seed), insiders: 10).everyColumnFilled
            var emptied = made
            for place in emptied.actors.indices { emptied.actors[place].qualifiedShare = nil }
            let (full, less) = (try made.openByData(draws: 200), try emptied.openByData(draws: 200))
            #expect(less.learning.coverage < full.learning.coverage)
            let (wide, narrow) = (try #require(less.learning.interval), try #require(full.learning.interval))
            #expect(wide.high - wide.low > narrow.high - narrow.low)
            let others = zip(full.learning.indicators, less.learning.indicators).filter { $0.0.indicator.id != "absorptive_capacity" }
            for (old, new) in others {
                // The cascade is an estimate: its realisations follow the order of the actors, which the
                // column helps to settle.
                let slack = old.indicator.id == "knowledge_reach" ? 0.05 : 0
                #expect(abs((old.value.value ?? -1) - (new.value.value ?? -1)) <= slack, "\(old.indicator.id)")
            }
            #expect(less.learning.bounds.lowerBound <= full.learning.score! && full.learning.score! <= less.learning.bounds.upperBound)
        }
    }

    /// Over several territories: of one, the half that is known may by chance lie closer together.
    @Test func halfAColumnWidensTheIntervalToo() throws {
        var (wide, narrow) = (0.0, 0.0)
        for seed in 3..<7 {
            var made = Made.random(UInt64(seed), insiders: 12).everyColumnFilled
            for place in made.actors.indices { made.actors[place].size = 10 }
            var half = made
            for place in half.actors.indices where place % 5 < 2 { half.actors[place].qualifiedShare = nil }
            let (full, less) = (try made.openByData(draws: 300), try half.openByData(draws: 300))
            #expect(less.learning.coverage == full.learning.coverage)
            #expect(less.learning.ignorance > full.learning.ignorance)
            let (open, known) = (try #require(less.learning.interval), try #require(full.learning.interval))
            wide += open.high - open.low
            narrow += known.high - known.low
        }
        #expect(wide > narrow)
    }

    @Test func weightsMultipliedByAConstantChangeNothing() throws {
        for seed in 0..<6 {
            let made = Made.random(UInt64(seed))
            let one = try made.score(draws: 100)
            let other = try made.score(draws: 100) { method, _ in
                method.dimensionWeights = method.dimensionWeights.mapValues { $0 * 7 }
                method.indicatorWeights = method.indicatorWeights.mapValues { $0 * 0.3 }
            }
            for axis in Axis.allCases {
                let (a, b) = (one.axis(axis), other.axis(axis))
                #expect(abs((a.overKnown ?? 0) - (b.overKnown ?? 0)) < 1e-12)
                #expect(abs(a.coverage - b.coverage) < 1e-12)
                #expect(abs((a.interval?.median ?? 0) - (b.interval?.median ?? 0)) < 1e-9)
            }
        }
    }

    @Test func contributionsSumToTheAxis() throws {
        for seed in 0..<15 {
            for mean in DimensionMean.allCases {
                let score = try Made.random(UInt64(seed)).score { method, _ in method.aggregation = mean }
                for axis in Axis.allCases {
                    let part = score.axis(axis)
                    guard let whole = part.overKnown else { continue }
                    let sum = part.indicators.compactMap(\.contribution).reduce(0, +)
                    #expect(abs(sum - whole) < 1e-12)
                    #expect(part.indicators.allSatisfy { ($0.contribution ?? 0) >= 0 })
                }
            }
        }
    }

    /// The geometric mean once more, from its definition.
    @Test func aggregationIsItsDefinition() throws {
        for seed in 0..<15 {
            let score = try Made.random(UInt64(seed)).score()
            for axis in Axis.allCases {
                var (product, count) = (1.0, 0)
                for dimension in axis.dimensions where dimension != .creation {
                    let known = score.axis(axis).indicators.filter { $0.indicator.dimension == dimension }.compactMap(\.value.value)
                    guard !known.isEmpty else { continue }
                    product *= max(0.01, known.reduce(0, +) / Double(known.count))
                    count += 1
                }
                let expected = count == 0 ? nil : exponential(naturalLogarithm(product) / Double(count))
                #expect(abs((score.axis(axis).overKnown ?? -1) - (expected ?? -1)) < 1e-12)
            }
        }
    }
}
