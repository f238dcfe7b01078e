/// When cooperations began, and activities that an actor of the territory is the parent of: what can
/// follow from knowledge, each in order of time.
struct Starts: Sendable {
    struct Start: Sendable, Hashable {
        let day: Int
        /// Rows of ties that tell it, any of which shows it; empty for an activity.
        var ties: [Int32] = []
        /// The actor that began; −1 for a cooperation.
        var actor: Int32 = -1
        /// The nodes whose start it is.
        var nodes: [Int32]
    }

    private(set) var cooperations: [Start] = []
    private(set) var activities: [Start] = []

    init(_ code: TerritoryCode, _ window: Window, nodeOf: [Int32], groupOf: [Int32]) {
        let cooperation = code.layers.firstIndex(of: .cooperation)
        var places: [[Int32]: Int] = [:]
        for (position, tie) in code.ties.enumerated() where Int(tie.layer) == cooperation {
            let ends = [nodeOf[Int(tie.source)], nodeOf[Int(tie.target)]].sorted()
            guard let since = tie.since, window.standing(of: tie)?.isPresent == true, ends[0] >= 0,
                groupOf[Int(tie.source)] != groupOf[Int(tie.target)]
            else { continue }
            // A fact begins once, whatever pairs tell it; so does a tie that two rows tell.
            let key =
                tie.fact >= 0
                ? [tie.fact, Int32(truncatingIfNeeded: since.earliest)]
                : ends + [Int32(truncatingIfNeeded: since.earliest)]
            if let place = places[key] {
                cooperations[place].ties.append(Int32(position))
                cooperations[place].nodes += ends.filter { !cooperations[place].nodes.contains($0) }
            } else {
                places[key] = cooperations.count
                cooperations.append(Start(day: since.earliest, ties: [Int32(position)], nodes: ends))
            }
        }
        for (position, actor) in code.actors.enumerated() where actor.parent >= 0 {
            guard let since = actor.since, nodeOf[Int(actor.parent)] >= 0 else { continue }
            activities.append(
                Start(day: since.earliest, actor: Int32(position), nodes: [nodeOf[Int(actor.parent)]]))
        }
        cooperations = Self.sorted(cooperations)
        activities = Self.sorted(activities)
    }

    private static func sorted(_ starts: [Start]) -> [Start] {
        starts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// The places of the days that lie in a span.
    static func within(_ span: ClosedRange<Int>, _ days: [Int]) -> Range<Int> {
        func first(_ isPast: (Int) -> Bool) -> Int {
            var (low, high) = (0, days.count)
            while low < high {
                let middle = (low + high) / 2
                if isPast(days[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        return first { $0 >= span.lowerBound }..<first { $0 > span.upperBound }
    }
}
