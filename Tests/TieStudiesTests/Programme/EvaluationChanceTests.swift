import GraphKernels
import Testing

@testable import TieStudies

/// What is said of networks whose truth is known, since they are drawn.
@Suite struct EvaluationChanceTests {
    /// With e more for each end that took part, a participant wins (1 − 0.1) e (n − 2) more partners than another: of the
    /// n − 1 pairs of each, those with participants count once for both, but for the own end's.
    @Test func intervalsHoldThePlantedEffect() throws {
        let (size, effect) = (40, 0.06)
        let truth = 0.9 * effect * Double(size - 2)
        var (held, sum, found) = (0, 0.0, 0)
        for draw in 0..<120 {
            var random = RandomSource(seed: 77, part: draw)
            let waves = TwoWaves.drawn(size, treated: 15, effect: effect, using: &random)
            let row = try #require(try waves.evaluation(["degree"]).row("degree"))
            let interval = try #require(row.interval)
            if interval.contains(truth) { held += 1 }
            if interval.lowerBound > 0 { found += 1 }
            sum += try #require(row.difference)
        }
        #expect(abs(sum / 120 - truth) < 0.25, "\(sum / 120) for \(truth)")
        #expect((108...119).contains(held), "\(held) of 120 intervals hold the truth")
        #expect(found > 70, "\(found) of 120 intervals say that there is an effect")
    }

    /// Where a programme does nothing, each p is as likely as any other: of participants and of their partners.
    @Test(arguments: [TreatmentContrast.treatedUntreated, .treatedUnexposed, .exposedUnexposed])
    func chanceIsEven(_ contrast: TreatmentContrast) throws {
        var p: [Double] = []
        for draw in 0..<150 {
            var random = RandomSource(seed: 5, part: draw)
            let waves = TwoWaves.drawn(24, treated: 6, effect: 0, using: &random)
            let found = try waves.evaluation(["created"], draws: 39, seed: UInt64(draw))
            if let value = found.row("created", contrast)?.p { p.append(value) }
        }
        #expect(p.count > 120)
        let low = p.count { $0 <= 0.1 }
        #expect(Double(low) < 0.18 * Double(p.count), "\(low) of \(p.count) are 0.1 or less")
        let mean = p.reduce(0, +) / Double(p.count)
        #expect((0.42...0.66).contains(mean), "mean p is \(mean)")
    }

    /// A strong effect on participants alone says nothing of their partners.
    @Test func directEffectsAreNoIndirectOnes() throws {
        var low = 0
        for draw in 0..<60 {
            var random = RandomSource(seed: 31, part: draw)
            let size = 30
            var waves = TwoWaves.drawn(size, treated: 8, effect: 0, using: &random)
            // Participants win ties among one another, which are nobody else's.
            let taking = (0..<size).filter { waves.programme[$0] == "yes" }
            for (place, one) in taking.enumerated() {
                for other in taking[..<place] where random.unit() < 0.6 { waves.after.append((other, one)) }
            }
            let found = try waves.evaluation(["created"], draws: 39, seed: UInt64(draw))
            #expect(try #require(found.row("created")?.p) <= 0.1)
            if let p = found.row("created", .exposedUnexposed)?.p, p <= 0.1 { low += 1 }
        }
        #expect(low <= 12, "\(low) of 60")
    }
}
