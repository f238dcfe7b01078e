import GraphKernels

/// In which of a fixed set of realisations of the cascade a tie passes knowledge on: one bit for
/// each realisation (Kempe et al. 2003: a cascade is reach over the live ties).
///
/// The realisations are the same for every draw, so that what changes from draw to draw is the
/// territory and p, not chance; and a tie is live in the same ones when p grows, and some more. Each
/// tie's thresholds are one in each of 64 equal strata, in an order of its own, which its two
/// actors give: scenarios and null models share them, and two rows of one pair pass together.
struct Liveness: Sendable {
    /// Words of 64 realisations each.
    let words: Int
    /// By tie of the code, where its masks begin; −1 where it passes no knowledge on.
    private var places: [Int32] = []
    /// For each element and word, 65 masks: the realisations whose stratum is below 0 … 64.
    private var tieMasks: [UInt64] = []
    private var seatMasks: [UInt64] = []
    /// Where the masks begin that ties and seats share which came later, and how many there are of them.
    private var spare: (place: Int, count: Int) = (0, 0)

    /// - Parameters:
    ///   - passing: by tie, the two actors between which knowledge can pass along it; nil for a tie of another layer.
    ///   - seatCount: at most so many seats has a scenario of this code in events of learning.
    init(passing: [Int?], seatCount: Int, isSmall: Bool) {
        words = isSmall ? 4 : 1
        for seat in 0..<seatCount { seatMasks += masks(-1 - seat) }
        cover(passing)
    }

    /// Makes ready for ties and seats that come behind those that it knows: of so many masks, those drawn first have
    /// one of their own each.
    mutating func makeSpare(_ count: Int) {
        guard spare.count == 0 else { return }
        spare = (seatMasks.count / (65 * words), count)
        for number in 0..<count { seatMasks += masks((1 << 33) + number) }
    }

    /// Adds ties that came behind those that it knows.
    mutating func cover(_ passing: [Int?]) {
        for tie in places.count..<passing.count {
            guard let ends = passing[tie] else {
                places.append(-1)
                continue
            }
            places.append(Int32(tieMasks.count / (65 * words)))
            tieMasks += masks(ends)
        }
    }

    private func masks(_ part: Int) -> [UInt64] {
        var random = RandomSource(seed: 0xCA5C_ADE0, part: part)
        var masks: [UInt64] = []
        masks.reserveCapacity(words * 65)
        for _ in 0..<words {
            var order = Array(0..<64)
            order.shuffle(using: &random)
            var mask: UInt64 = 0
            masks.append(0)
            for realisation in order {
                mask |= 1 << UInt64(realisation)
                masks.append(mask)
            }
        }
        return masks
    }

    /// The realisations in which a tie is live, where it is with chance p; in all lanes the same
    /// where there is one word.
    func lanes(ofTie tie: Int, p: Double) -> SIMD4<UInt64> {
        guard tie < places.count else { return lanes(seatMasks, spare.place + (tie - places.count) % spare.count, p) }
        return lanes(tieMasks, Int(places[tie]), p)
    }

    func lanes(ofSeat seat: Int, p: Double) -> SIMD4<UInt64> {
        guard seat >= spare.place, spare.count > 0 else { return lanes(seatMasks, seat, p) }
        // From the other end, since ties take them from the first one on.
        return lanes(seatMasks, spare.place + spare.count - 1 - (seat - spare.place) % spare.count, p)
    }

    private func lanes(_ masks: [UInt64], _ place: Int, _ p: Double) -> SIMD4<UInt64> {
        let first = place * words * 65 + min(64, max(0, Int((p * 64).rounded())))
        guard words == 4 else { return SIMD4(repeating: masks[first]) }
        return SIMD4(masks[first], masks[first + 65], masks[first + 130], masks[first + 195])
    }
}
