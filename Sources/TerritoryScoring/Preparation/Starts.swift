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

    let cooperations: StartList
    let activities: StartList

    init(_ code: TerritoryCode, _ window: Window, nodeOf: [Int32], groupOf: [Int32]) {
        var (cooperations, activities): ([Start], [Start]) = ([], [])
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
        self.cooperations = StartList(Self.sorted(cooperations), nodeCount: nodeOf.count)
        self.activities = StartList(Self.sorted(activities), nodeCount: nodeOf.count)
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

/// Starts in order of time, laid out so that a draw goes through them without following one by one.
struct StartList: Sendable {
    let days: [Int]
    /// By start, the actor that began; −1 for a cooperation.
    let actors: [Int32]
    /// The rows of ties that tell a start, from its offset to the next.
    let tieOffsets: [Int32]
    let ties: [Int32]
    /// The places of a node's starts, ascending, from its offset to the next.
    let nodeOffsets: [Int32]
    let places: [Int32]

    fileprivate init(_ starts: [Starts.Start], nodeCount: Int) {
        days = starts.map(\.day)
        actors = starts.map(\.actor)
        ties = starts.flatMap(\.ties)
        tieOffsets = starts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.ties.count)) }
        var offsets = [Int32](repeating: 0, count: nodeCount + 1)
        for start in starts { for node in start.nodes { offsets[Int(node) + 1] += 1 } }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var (next, places) = (offsets, [Int32](repeating: 0, count: Int(offsets[nodeCount])))
        for (place, start) in starts.enumerated() {
            for node in start.nodes {
                places[Int(next[Int(node)])] = Int32(place)
                next[Int(node)] += 1
            }
        }
        (nodeOffsets, self.places) = (offsets, places)
    }
}
