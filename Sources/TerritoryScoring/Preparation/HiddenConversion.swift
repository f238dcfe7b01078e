/// What becomes of the knowledge that those received who were not asked: as a draw takes it from those who were.
struct HiddenConversion: Sendable, Hashable {
    /// By node, whether it was not asked.
    let isHidden: [Bool]
    /// The share of their exposures that is followed, and that would be with dates that change hands.
    let followed: Double
    let expected: Double
}
