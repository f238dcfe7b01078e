import GraphKernels

/// A statistic that adds up a number of each tied pair, whatever else is tied: its change is that number.
enum PairTerm: Sendable {
    case one
    /// A number of the tail and one of the head.
    case ends([Double], [Double])
    /// 1 where both have the same code, or both have this one. Codes below 0 equal none.
    case match([Int32], only: Int32?)
    case difference([Double], power: Double)
    /// Both have these codes, in this order, or in any where ties have no direction.
    case mix([Int32], Int32, Int32, anyOrder: Bool)
    /// Row by row.
    case matrix([Double], size: Int)

    func value(_ tail: Int, _ head: Int) -> Double {
        switch self {
        case .one: 1
        case .ends(let tails, let heads): tails[tail] + heads[head]
        case .match(let codes, let only):
            codes[tail] >= 0 && codes[tail] == codes[head] && (only == nil || codes[tail] == only) ? 1 : 0
        case .difference(let numbers, let power):
            power == 1 ? abs(numbers[tail] - numbers[head]) : Self.power(abs(numbers[tail] - numbers[head]), power)
        case .mix(let codes, let one, let other, let anyOrder):
            (codes[tail] == one && codes[head] == other) || (anyOrder && codes[tail] == other && codes[head] == one)
                ? 1 : 0
        case .matrix(let values, let size): values[tail * size + head]
        }
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        exponent == 2 ? base * base : Power.of(base, exponent)
    }
}
