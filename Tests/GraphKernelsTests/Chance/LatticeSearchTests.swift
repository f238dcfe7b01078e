import Testing

@testable import GraphKernels

/// Switches towards a ring against the same proposals on a set of pairs.
@Suite struct LatticeSearchTests {
    @Test(arguments: 0..<40) func `as on a set of pairs`(seed: Int) {
        var random = RandomSource(seed: 61, part: seed)
        let count = 5 + random.below(40)
        var pairs: Set<[Int32]> = []
        for _ in 0..<(4 + random.below(3 * count)) {
            let (one, other) = (Int32(random.below(count)), Int32(random.below(count)))
            if one != other { pairs.insert([min(one, other), max(one, other)]) }
        }
        var ends = pairs.sorted { $0.lexicographicallyPrecedes($1) }
        guard ends.count > 1 else { return }
        var search = LatticeSearch(seatCount: count, ends: ends.map { SIMD2($0[0], $0[1]) })
        var (fast, slow) = (random, random)
        search.run(300, using: &fast)
        func length(_ one: Int32, _ other: Int32) -> Int {
            let along = abs(Int(one) - Int(other))
            return min(along, count - along)
        }
        func isTied(_ one: Int32, _ other: Int32) -> Bool {
            ends.contains { $0 == [one, other] || $0 == [other, one] }
        }
        let before = ends.reduce(0) { $0 + length($1[0], $1[1]) }
        for _ in 0..<300 {
            let (first, second) = (slow.below(ends.count), slow.below(ends.count))
            let turned = slow.next() & 1 == 0
            let (a, b) = (ends[first][0], ends[first][1])
            let (c, d) = turned ? (ends[second][1], ends[second][0]) : (ends[second][0], ends[second][1])
            guard first != second, a != d, c != b, !isTied(a, d), !isTied(c, b) else { continue }
            guard length(a, d) + length(c, b) <= length(a, b) + length(c, d) else { continue }
            (ends[first], ends[second]) = ([a, d], [c, b])
        }
        #expect(search.seats.map { [$0.x, $0.y] } == ends)
        #expect(ends.reduce(0) { $0 + length($1[0], $1[1]) } <= before)
        #expect(fast.next() == slow.next())
    }
}
