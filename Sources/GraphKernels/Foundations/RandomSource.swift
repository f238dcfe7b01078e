/// A seeded generator that the caller passes: the same numbers on every machine.
///
/// xoshiro256** (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47(4), 36), its state filled by
/// SplitMix64. The engine never reads the clock or a global generator.
public struct RandomSource: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The stream of a seed; every seed will do, 0 among them.
    public init(seed: UInt64) {
        var mixer = seed
        func next() -> UInt64 {
            mixer &+= 0x9E37_79B9_7F4A_7C15
            var z = mixer
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// An independent stream for part number `part` of a computation, so that parts can run in any
    /// order, on any core.
    public init(seed: UInt64, part: Int) {
        self.init(seed: seed ^ (UInt64(bitPattern: Int64(part)) &* 0xD134_2543_DE82_EF95 &+ 0x632B_E59B_D9B4_E019))
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, 45)
        return result
    }

    /// A number in [0, 1), of 53 random bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in 0..<bound, without bias (Lemire 2019).
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0)
        let bound = UInt64(bound)
        var drawn = next().multipliedFullWidth(by: bound)
        if drawn.low < bound {
            let least = (0 &- bound) % bound
            while drawn.low < least { drawn = next().multipliedFullWidth(by: bound) }
        }
        return Int(truncatingIfNeeded: drawn.high)
    }

    private static func rotated(_ value: UInt64, _ by: UInt64) -> UInt64 {
        (value << by) | (value >> (64 - by))
    }
}
