import GraphKernels
import Measures
import Tabular
import Testing
import Vocabulary

@testable import TieStudies

/// What became of participants beside the others, against numbers made by hand and by slower ways.
@Suite struct EvaluationTests {
    /// 0 and 1 took part; 0 was tied to 2. 0 wins 3 and 4, 1 wins 5, 2 loses nothing, 3 loses 4.
    private var small: TwoWaves {
        var waves = TwoWaves(["yes", "yes", "no", "no", "no", "no"])
        waves.before = [(0, 2), (3, 4)]
        waves.after = [(0, 2), (0, 3), (4, 0), (1, 5)]
        return waves
    }

    @Test func sumsByHand() throws {
        let found = try small.evaluation(["degree", "created", "kept", "dissolved"])
        let degree = try #require(found.row("degree"))
        // Participants: 1 → 3 and 0 → 1. Others: 1 → 1, 1 → 1, 1 → 1, 0 → 1.
        #expect(degree.group?.before == 0.5 && degree.group?.after == 2 && degree.group?.change == 1.5)
        #expect(degree.reference?.before == 0.75 && degree.reference?.after == 1 && degree.reference?.actors == 4)
        #expect(degree.difference == 1.25)
        #expect(try #require(found.row("created")).difference == 1.5 - 0.75)
        #expect(try #require(found.row("kept")).difference == 0.5 - 0.25)
        #expect(try #require(found.row("dissolved")).difference == 0 - 0.5)
        // 2 was a partner of a participant, 3, 4 and 5 were not.
        let indirect = try #require(found.row("degree", .exposedUnexposed))
        #expect(indirect.group?.actors == 1 && indirect.reference?.actors == 3)
        #expect(abs(try #require(indirect.difference) + 1.0 / 3) < 1e-12)
        let direct = try #require(found.row("degree", .treatedUnexposed)?.difference)
        let expected: Double = 1.5 - 1.0 / 3
        #expect(abs(direct - expected) < 1e-12)
        #expect(
            try #require(found.row("degree")).group?.before == found.row("degree", .treatedUnexposed)?.group?.before)
    }

    @Test func directionsAndDoublesCount() throws {
        var waves = small
        waves.isDirected = true
        waves.before += [(2, 0), (2, 0)]
        waves.after += [(5, 1)]
        let found = try waves.evaluation(["degree", "created", "kept", "dissolved", "in_degree"])
        // 0 keeps one way of two to 2 and loses the other; 1 and 5 are tied both ways: one partner, two ties.
        #expect(try #require(found.row("degree")).difference == 1.25)
        #expect(try #require(found.row("created")).group?.change == 2)
        #expect(try #require(found.row("dissolved")).group?.change == 0.5)
        #expect(try #require(found.row("in_degree")).group?.before == 0.5)
    }

    /// Of a directed network each way is a pair of its own.
    @Test(arguments: [false, true]) func pairsAreCountedByTheirEnds(_ isDirected: Bool) throws {
        var waves = small
        waves.isDirected = isDirected
        waves.before.append((1, 0))
        waves.after.append((0, 1))
        let table = try waves.evaluation(["degree"]).pairTable(in: waves.context(waves.after))
        func column(_ id: String) -> Column.Values? { table.columns.first { $0.field.id == id }?.values }
        // Two participants and four others.
        let ways = isDirected ? 2 : 1
        #expect(column("pairs") == .integer([ways, ways * 8, ways * 6]))
        // The tie of the participants turns round, which without direction is nothing.
        #expect(column("kept") == .integer([isDirected ? 0 : 1, 1, 0]))
        #expect(column("created") == .integer([isDirected ? 1 : 0, 3, 0]))
        #expect(column("dissolved") == .integer([isDirected ? 1 : 0, 0, 1]))
        #expect(column("creation") == .number([isDirected ? 1 : nil, 3 / Double(ways * 8 - 1), 0]))
        #expect(column("dissolution") == .number([isDirected ? 1 : 0, 0, 1]))
    }

    /// Σ_s (m_s / m) (mean of the group in s − mean of the others in s), written out.
    @Test func strataAreComparedApart() throws {
        var waves = TwoWaves(
            ["yes", "yes", "yes", "no", "no", "no", "no", ""], group: ["a", "a", "b", "a", "b", "b", "c", "a"])
        waves.after = [(0, 3), (0, 4), (1, 7), (2, 5), (2, 6), (2, 7), (4, 6)]
        let found = try waves.evaluation(["degree"], within: "group")
        let changes = [2.0, 1, 3, 1, 2, 1, 2]
        let a = (changes[0] + changes[1]) / 2 - changes[3]
        let b = changes[2] - (changes[4] + changes[5]) / 2
        let row = try #require(found.row("degree"))
        #expect(abs(try #require(row.difference) - (2 * a + b) / 3) < 1e-12)
        #expect(row.group?.actors == 3 && row.reference?.actors == 3)
        #expect(found.notes.count == 3, "one actor of unknown treatment, one alone in its group, nobody exposed")
    }

    /// The degree of the catalogue is the sum over pairs, in every column.
    @Test func degreeIsTheMeasure() throws {
        var random = RandomSource(seed: 4)
        let waves = TwoWaves.drawn(14, treated: 5, effect: 0.1, using: &random)
        let found = try waves.evaluation(["degree", "degree_normalized"])
        for contrast in TreatmentContrast.allCases {
            let (count, share) = (
                try #require(found.row("degree", contrast)), try #require(found.row("degree_normalized", contrast))
            )
            let (counted, shared) = (try #require(count.difference), try #require(share.difference))
            #expect(abs(counted / 13 - shared) < 1e-12)
            let (countedAfter, sharedAfter) = (try #require(count.group?.after), try #require(share.group?.after))
            #expect(abs(countedAfter / 13 - sharedAfter) < 1e-12)
        }
    }

    /// The jackknife, from networks that are read anew without each actor.
    @Test(arguments: ["harmonic", "constraint", "betweenness"]) func errorsLeaveActorsOut(_ outcome: String) throws {
        var random = RandomSource(seed: 11)
        let waves = TwoWaves.drawn(16, treated: 6, effect: 0.15, using: &random)
        let row = try #require(try waves.evaluation([outcome]).row(outcome))
        // An actor without ties has no constraint; it belongs to neither side, and yet it is left out once.
        func isTied(_ actor: Int) -> Bool {
            [waves.before, waves.after].allSatisfy { ties in ties.contains { $0.0 == actor || $0.1 == actor } }
        }
        let sides = waves.programme.indices.map { outcome == "constraint" && !isTied($0) ? "" : waves.programme[$0] }
        var variance = 0.0
        for side in Set(sides) {
            let values = try sides.indices.filter { sides[$0] == side }.map {
                try #require(try waves.evaluation([outcome], without: $0).row(outcome)?.difference)
            }
            let mean = values.reduce(0, +) / Double(values.count)
            variance +=
                Double(values.count - 1) / Double(values.count)
                * values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        }
        // Of independent actors: Welch's.
        let contexts = try WaveContexts(waves.waves(), options: .init())
        let measure = try MeasureCatalogue.measure(outcome)
        let (before, after) = (try measure.numbers(in: contexts.before), try measure.numbers(in: contexts.after))
        var plain = 0.0
        for side in ["yes", "no"] {
            let values = sides.indices.filter { sides[$0] == side }.compactMap { actor in
                before[actor].flatMap { start in after[actor].map { $0 - start } }
            }
            let (count, mean) = (Double(values.count), values.reduce(0, +) / Double(values.count))
            plain += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count / (count - 1)
        }
        let error = max(variance / 2, plain).squareRoot()
        #expect(abs(try #require(row.standardError) - error) < 1e-9 * error)
        let interval = try #require(row.interval)
        #expect(abs(interval.lowerBound + interval.upperBound - 2 * (try #require(row.difference))) < 1e-9)
    }

    /// Of pairs that have nothing to do with each other the jackknife counts each at both ends, so that half of it is right.
    @Test func errorsOfSumsOverPairs() throws {
        var random = RandomSource(seed: 3)
        let waves = TwoWaves.drawn(16, treated: 6, effect: 0.1, using: &random)
        let row = try #require(try waves.evaluation(["created"]).row("created"))
        let pairs = PairChanges(try waves.waves())
        let weights = waves.programme.map { $0 == "yes" ? 1.0 / 6 : -0.1 }
        func difference(_ changes: [Double], without left: Int?) -> Double {
            var (yes, no): ([Double], [Double]) = ([], [])
            for (actor, change) in changes.enumerated() where actor != left {
                if waves.programme[actor] == "yes" { yes.append(change) } else { no.append(change) }
            }
            return yes.reduce(0, +) / Double(yes.count) - no.reduce(0, +) / Double(no.count)
        }
        var (jackknife, plain) = (0.0, 0.0)
        for side in ["yes", "no"] {
            let members = waves.programme.indices.filter { waves.programme[$0] == side }
            func spread(_ values: [Double]) -> Double {
                let mean = values.reduce(0, +) / Double(values.count)
                return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            }
            let (count, changes) = (Double(members.count), pairs.changes(.created))
            jackknife +=
                (count - 1) / count
                * spread(members.map { difference(pairs.changes(.created, leavingOut: $0), without: $0) })
            plain += spread(members.map { changes[$0] }) / count / (count - 1)
        }
        let expected = max(jackknife / 2, jackknife - pairs.pairPart(.created, weights), plain).squareRoot()
        #expect(abs(try #require(row.standardError) - expected) < 1e-9)
        #expect(plain < jackknife)
    }

    /// What is of single pairs, from all pairs, each with its kind's mean.
    @Test func pairPartsAreSummedOverAllPairs() throws {
        var random = RandomSource(seed: 2)
        let waves = TwoWaves.drawn(12, treated: 4, effect: 0.1, using: &random)
        let weights = waves.programme.map { $0 == "yes" ? 0.25 : -0.125 }
        let pairs = PairChanges(try waves.waves())
        for outcome in PairChanges.Outcome.allCases {
            var kinds: [Double: [Double]] = [:]
            for i in weights.indices {
                for j in 0..<i {
                    let change = pairs.pairs.first { $0.one == j && $0.other == i }?.change(outcome) ?? 0
                    kinds[weights[i] + weights[j], default: []].append(change)
                }
            }
            let expected = kinds.reduce(0.0) { sum, kind in
                let mean = kind.value.reduce(0, +) / Double(kind.value.count)
                return sum + kind.value.reduce(0) { $0 + kind.key * kind.key * ($1 - mean) * ($1 - mean) }
            }
            #expect(abs(pairs.pairPart(outcome, weights) - expected) < 1e-12)
        }
    }

    /// What is dealt out anew stays within its stratum, and where it is kept it stays: as many take part, and whose
    /// treatment nobody knows is on no side.
    @Test func treatmentsAreDealtOutWithinStrata() {
        let treated: [Bool?] = [true, false, false, true, true, false, false, false, nil, false, false]
        let strata: [Int?] = [0, 0, 0, 0, 1, 1, 1, 1, 1, nil, 1]
        let design = TreatmentDesign(isTreated: treated, partners: treated.map { _ in [] }, strata: strata)
        var random = RandomSource(seed: 8)
        var (moved, focals): (Set<Int>, Set<Set<Int>>) = ([], [])
        for _ in 0..<200 {
            let focal = design.focal(using: &random)
            focals.insert(focal)
            // Of two and of four untreated.
            #expect(focal.count { strata[$0] == 0 } == 1 && focal.count { strata[$0] == 1 } == 2 && focal.count == 3)
            #expect(focal.allSatisfy { treated[$0] == false })
            for kept in [[], focal] {
                let dealt = design.redealt(keeping: kept, using: &random)
                for stratum in 0...1 {
                    let members = strata.indices.filter { strata[$0] == stratum }
                    #expect(members.count { dealt[$0] == true } == members.count { treated[$0] == true })
                }
                #expect(kept.allSatisfy { dealt[$0] == false } && dealt[8] == nil && dealt[9] == false)
                for actor in dealt.indices where dealt[actor] != treated[actor] { moved.insert(actor) }
            }
        }
        #expect(focals.count == 2 * 6 && moved == [0, 1, 2, 3, 4, 5, 6, 7, 10])
    }

    @Test func faultsAreNamed() throws {
        func fault(
            _ waves: TwoWaves, _ attribute: String = "programme", _ within: String? = nil, _ outcomes: [String]? = nil
        )
            -> MilieuError?
        {
            do {
                _ = try ProgrammeEvaluation(
                    waves.waves(), treated: (attribute, "yes"), within: within, outcomes: outcomes, options: .init())
                return nil
            } catch { return error as? MilieuError }
        }
        #expect(fault(small) == nil)
        #expect(fault(small, "programm")?.advice.en.contains("Did you mean \"programme\"") == true)
        #expect(fault(TwoWaves(["no", "no", "maybe"]))?.advice.en.contains("There are: \"maybe\", \"no\"") == true)
        #expect(fault(TwoWaves(["yes", "no", "no"]))?.statement.en.contains("1 actor of both waves took part") == true)
        #expect(fault(TwoWaves(["yes", "yes", "yes"]))?.statement.en.contains("did not take part") == true)
        #expect(fault(small, "programme", "programme")?.statement.en.contains("--within") == true)
        for outcome in ["density", "community", "coreness_of_nothing", "yules_q"] {
            #expect(fault(small, "programme", nil, [outcome]) != nil, "\(outcome)")
        }
    }

    @Test func studentsReachIsThatOfTables() {
        for (freedom, reach) in [
            (1.0, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980),
        ] {
            #expect(abs(StudentInterval.reach(freedom) - reach) < 6e-4, "\(freedom)")
        }
    }

    @Test func coresChangeNothing() throws {
        var random = RandomSource(seed: 9)
        let waves = TwoWaves.drawn(20, treated: 8, effect: 0.1, using: &random)
        let (limit, one) = (Parallel.threadLimit, try waves.evaluation(draws: 40))
        Parallel.threadLimit = 1
        defer { Parallel.threadLimit = limit }
        let other = try waves.evaluation(draws: 40)
        for (row, same) in zip(one.rows, other.rows) {
            #expect(row.p == same.p && row.standardError == same.standardError && row.interval == same.interval)
        }
    }
}
