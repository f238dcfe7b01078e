/// What becomes of knowledge where a draw does not know it: of those who were not asked, as it takes it from those who
/// were, or of everyone where a share was told.
struct HiddenConversion: Sendable, Hashable {
    /// By node, whether what becomes of its knowledge is taken from here.
    let isHidden: [Bool]
    /// Of how many exposures of these something is told, and the share of them that is followed.
    var told = 0.0
    var toldFollowed = 0.0
    /// The share of the others that is followed, and the share of all that would be with dates that change hands.
    let followed: Double
    let expected: Double
}
