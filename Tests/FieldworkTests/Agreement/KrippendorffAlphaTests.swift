import GraphKernels
import Testing

@testable import Fieldwork

/// α against published values, against the formula computed pair by pair, and against its properties.
@Suite struct KrippendorffAlphaTests {
    private static let letters: [Character: Double] = ["a": 1, "b": 2, "c": 3, "d": 4, "e": 5]

    private static func units(_ rows: [String]) -> [KrippendorffAlpha.Unit] {
        let rows = rows.map { $0.split(separator: " ").map(String.init) }
        return rows[0].indices.map { place in
            KrippendorffAlpha.Unit(rows.map { $0[place] }.map { $0 == "." ? nil : Double($0) ?? letters[$0.first!] })
        }
    }

    /// Krippendorff 2011, section A: two observers, two values.
    static let binary = units(["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"])
    /// Section B: two observers, five values.
    static let nominal = units(["a a b b d c c c e d d a", "b a b b b c c c e d d d"])
    /// Section C: four observers, values missing.
    static let missing = units([
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .",
    ])

    @Test func publishedValues() throws {
        #expect(abs(try #require(KrippendorffAlpha.value(Self.binary, .nominal)) - 0.095) < 5e-4)
        #expect(abs(try #require(KrippendorffAlpha.value(Self.nominal, .nominal)) - 0.692) < 5e-4)
        for (metric, told) in [
            (KrippendorffAlpha.Metric.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.ratio, 0.797),
        ] {
            #expect(abs(try #require(KrippendorffAlpha.value(Self.missing, metric)) - told) < 5e-4, "\(metric)")
        }
    }

    /// From the definition: every pair of values within units, every pair of values at all.
    private static func slow(_ units: [KrippendorffAlpha.Unit], _ metric: KrippendorffAlpha.Metric) -> Double? {
        let rows = units.flatMap { unit in Array(repeating: unit.values.compactMap { $0 }, count: Int(unit.weight)) }
            .filter { $0.count > 1 }
        let all = rows.flatMap { $0 }
        func squared(_ one: Double, _ other: Double) -> Double {
            switch metric {
            case .nominal: return one == other ? 0 : 1
            case .interval: return (one - other) * (one - other)
            case .ratio: return one + other == 0 ? 0 : ((one - other) / (one + other)) * ((one - other) / (one + other))
            case .ordinal:
                let (low, high) = (min(one, other), max(one, other))
                let between = Double(all.count { $0 >= low && $0 <= high })
                let apart = between - Double(all.count { $0 == low } + all.count { $0 == high }) / 2
                return low == high ? 0 : apart * apart
            }
        }
        var observed = 0.0
        for row in rows {
            for one in row.indices {
                for other in row.indices where other != one {
                    observed += squared(row[one], row[other]) / Double(row.count - 1)
                }
            }
        }
        var expected = 0.0
        for one in all.indices {
            for other in all.indices where other != one { expected += squared(all[one], all[other]) }
        }
        guard expected > 0 else { return nil }
        return 1 - (observed / Double(all.count)) / (expected / Double(all.count * (all.count - 1)))
    }

    @Test(arguments: 0..<40)
    func agreesWithTheDefinition(seed: Int) {
        var random = RandomSource(seed: 41, part: seed)
        let coders = 2 + random.below(3)
        let units = (0..<(2 + random.below(8))).map { _ in
            KrippendorffAlpha.Unit(
                (0..<coders).map { _ in random.below(4) == 0 ? nil : Double(random.below(4)) },
                weight: Double(random.below(3)))
        }
        for metric in KrippendorffAlpha.Metric.allCases {
            let (fast, slow) = (KrippendorffAlpha.value(units, metric), Self.slow(units, metric))
            #expect((fast == nil) == (slow == nil))
            if let fast, let slow { #expect(abs(fast - slow) < 1e-10, "\(metric) \(units)") }
        }
    }

    @Test func properties() {
        let same = (0..<6).map { KrippendorffAlpha.Unit([Double($0 % 3), Double($0 % 3)]) }
        for metric in KrippendorffAlpha.Metric.allCases { #expect(KrippendorffAlpha.value(same, metric) == 1) }
        // No variation, nothing to compare: undefined and not 0 or 1.
        #expect(KrippendorffAlpha.value([.init([2, 2]), .init([2, 2])], .nominal) == nil)
        #expect(KrippendorffAlpha.value([.init([1, nil]), .init([nil, 2])], .nominal) == nil)
        #expect(KrippendorffAlpha.value([], .interval) == nil)
        // Years lie far from 0: what is added to all changes nothing.
        let years = [(2001.5, 2001.5), (2003, 2004), (2010, 2010.2), (1999, 2006)].map {
            KrippendorffAlpha.Unit([$0.0, $0.1])
        }
        let low = years.map { KrippendorffAlpha.Unit($0.values.map { $0.map { $0 - 2000 } }) }
        #expect(
            abs((KrippendorffAlpha.value(years, .interval) ?? 0) - (KrippendorffAlpha.value(low, .interval) ?? 9))
                < 1e-9)
    }

    @Test func confidenceFollowsBayes() {
        // By hand: α = 0.64, so D = 0.8; p = 0.1: s = 0.82, f = 0.02.
        let sure = CoderConfidence(alpha: 0.64, prevalence: 0.1)
        #expect(abs(sure.ofBoth - 0.1 * 0.6724 / (0.1 * 0.6724 + 0.9 * 0.0004)) < 1e-12)
        #expect(abs(sure.ofOne - 0.1 * 0.1476 / (0.1 * 0.1476 + 0.9 * 0.0196)) < 1e-12)
        // Coders who agree no better than chance tell nothing.
        for alpha in [0, -0.3] {
            let none = CoderConfidence(alpha: alpha, prevalence: 0.1)
            #expect(abs(none.ofBoth - 0.1) < 1e-12 && abs(none.ofOne - 0.1) < 1e-12)
        }
        #expect(CoderConfidence(alpha: 1, prevalence: 0.1).ofBoth == 1)
        var last = 0.0
        for step in 1...9 {
            let both = CoderConfidence(alpha: Double(step) / 10, prevalence: 0.05).ofBoth
            #expect(both > last)
            last = both
        }
    }

    /// The model behind the confidence, simulated: of ties that one coder alone has, so many are there.
    @Test func confidenceHoldsWhereItsModelDoes() {
        var random = RandomSource(seed: 5)
        let (competence, prevalence) = (0.8, 0.2)
        var pairs: [(truth: Bool, one: Bool, other: Bool)] = []
        for _ in 0..<40_000 {
            let truth = random.unit() < prevalence
            func code() -> Bool { random.unit() < competence ? truth : random.unit() < prevalence }
            pairs.append((truth, code(), code()))
        }
        let table = PresenceTable(
            rows: pairs.count, columns: 1,
            cells: pairs.indices.filter { pairs[$0].one || pairs[$0].other }.map {
                .init(row: $0, column: 0, first: pairs[$0].one, second: pairs[$0].other)
            })
        let alpha = table.alpha() ?? 0
        #expect(abs(alpha - competence * competence) < 0.02)
        let sure = CoderConfidence(alpha: alpha, prevalence: prevalence)
        func share(_ rows: [(truth: Bool, one: Bool, other: Bool)]) -> Double {
            Double(rows.count { $0.truth }) / Double(rows.count)
        }
        #expect(abs(share(pairs.filter { $0.one && $0.other }) - sure.ofBoth) < 0.02)
        #expect(abs(share(pairs.filter { $0.one != $0.other }) - sure.ofOne) < 0.03)
    }
}
