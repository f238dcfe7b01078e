/// That an inside actor met knowledge on a known date: a learning event, or a knowledge tie that it
/// received. Rows that tell the same fact, or the same giver on the same day, tell one exposure.
struct Exposure: Sendable, Hashable {
    /// Any of these rows of ties shows it, by their places in the list of all; empty for an event.
    var ties: Range<Int> = 0..<0
    var event: Int32 = -1
    var node: Int32
    /// The fact that it tells; −1: none but itself. A fact counts once, however many it exposed.
    var fact: Int32 = -1
    /// The starts that came in time to be its fruit, by their places.
    var cooperations: Range<Int>
    var activities: Range<Int>
}

/// The exposures of a territory, laid out so that a draw goes through them without following one by one.
struct ExposureList: Sendable {
    let all: [Exposure]
    /// The rows of ties that show them, exposure by exposure.
    let ties: [Int32]

    static let none = ExposureList(all: [], ties: [])

    var count: Int { all.count }
}
