/// That an inside actor met knowledge on a known date: a learning event, or a knowledge tie that it
/// received. Rows that tell the same fact, or the same giver on the same day, tell one exposure.
struct Exposure: Sendable, Hashable {
    /// Any of these shows it; empty for an event.
    var ties: [Int32] = []
    var event: Int32 = -1
    var node: Int32
    /// The fact that it tells; −1: none but itself. A fact counts once, however many it exposed.
    var fact: Int32 = -1
    /// The starts that came in time to be its fruit, by their places.
    var cooperations: Range<Int>
    var activities: Range<Int>
}
