import GraphKernels

/// In which of a fixed set of realisations of the cascade a tie passes knowledge on: one bit for
/// each realisation (Kempe et al. 2003: a cascade is reach over the live ties).
///
/// The realisations are the same for every draw, so that what changes from draw to draw is the
/// territory and p, not chance; and a tie is live in the same ones when p grows, and some more. Each
/// tie's thresholds are one in each of 64 equal strata, in an order of its own.
struct Liveness: Sendable {
    /// Words of 64 realisations each.
    let words: Int
    private let tieCount: Int
    /// For each element and word, 65 masks: the realisations whose stratum is below 0 … 64.
    private let masks: [UInt64]

    init(ties: [Int32], seatCount: Int, isSmall: Bool) {
        let words = isSmall ? 4 : 1
        tieCount = ties.count
        var masks: [UInt64] = []
        masks.reserveCapacity((ties.count + seatCount) * words * 65)
        func add(_ part: Int) {
            var random = RandomSource(seed: 0xCA5C_ADE0, part: part)
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
        }
        for tie in ties { add(Int(tie)) }
        for seat in 0..<seatCount { add((1 << 32) + seat) }
        self.words = words
        self.masks = masks
    }

    /// The realisations in which an element is live, where it is with chance p.
    func mask(ofTie place: Int, word: Int, p: Double) -> UInt64 { masks[(place * words + word) * 65 + stratum(p)] }

    func mask(ofSeat place: Int, word: Int, p: Double) -> UInt64 {
        masks[((tieCount + place) * words + word) * 65 + stratum(p)]
    }

    private func stratum(_ p: Double) -> Int { min(64, max(0, Int((p * 64).rounded()))) }
}
