/// When cooperations began, and activities that an actor of the territory is the parent of: what can
/// follow from knowledge, each in order of time.
struct Starts: Sendable {
    /// What a cooperation is known by: its fact, or else its ends; and the day.
    private struct Key: Hashable {
        let low: Int32
        let high: Int32
        let day: Int
    }

    let cooperations: StartList
    let activities: StartList

    init(_ code: TerritoryCode, _ window: Window, nodeOf: [Int32], groupOf: [Int32]) {
        var (cooperations, activities) = (StartRows(), StartRows())
        let cooperation = code.layers.firstIndex(of: .cooperation)
        var places: [Key: Int32] = [:]
        for (position, tie) in code.ties.enumerated() where Int(tie.layer) == cooperation {
            let (source, target) = (nodeOf[Int(tie.source)], nodeOf[Int(tie.target)])
            guard let since = tie.since, source >= 0, target >= 0, window.standing(of: tie)?.isPresent == true,
                groupOf[Int(tie.source)] != groupOf[Int(tie.target)]
            else { continue }
            // A fact begins once, whatever pairs tell it; so does a tie that two rows tell.
            let key =
                tie.fact >= 0
                ? Key(low: tie.fact, high: -1, day: since.earliest)
                : Key(low: min(source, target), high: max(source, target), day: since.earliest)
            let place = places[key] ?? cooperations.add(since.earliest)
            places[key] = place
            cooperations.ties.append((place, Int32(position)))
            cooperations.nodes += [(place, source), (place, target)]
        }
        for (position, actor) in code.actors.enumerated() where actor.parent >= 0 {
            guard let since = actor.since, nodeOf[Int(actor.parent)] >= 0 else { continue }
            let place = activities.add(since.earliest, actor: Int32(position))
            activities.nodes.append((place, nodeOf[Int(actor.parent)]))
        }
        self.cooperations = StartList(cooperations, nodeCount: nodeOf.count)
        self.activities = StartList(activities, nodeCount: nodeOf.count)
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

/// Starts as they are found.
private struct StartRows {
    /// By start: when it was, and the actor that began, −1 for a cooperation.
    private(set) var days: [Int] = []
    private(set) var actors: [Int32] = []
    /// Rows of ties that tell a start, any of which shows it; none for an activity.
    var ties: [(start: Int32, tie: Int32)] = []
    /// The nodes whose start it is, as often as they are told.
    var nodes: [(start: Int32, node: Int32)] = []

    mutating func add(_ day: Int, actor: Int32 = -1) -> Int32 {
        days.append(day)
        actors.append(actor)
        return Int32(days.count - 1)
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

    fileprivate init(_ rows: StartRows, nodeCount: Int) {
        let found = rows.days
        let order = found.indices.sorted { (found[$0], $0) < (found[$1], $1) }
        days = order.map { found[$0] }
        actors = order.map { rows.actors[$0] }
        var placeOf = [Int32](repeating: 0, count: order.count)
        for (place, start) in order.enumerated() { placeOf[start] = Int32(place) }
        (tieOffsets, ties) = Self.rows(rows.ties.map { (placeOf[Int($0.start)], $0.tie) }, count: order.count)
        let (offsets, nodes) = Self.rows(rows.nodes.map { (placeOf[Int($0.start)], $0.node) }, count: order.count)
        // Each node once a start.
        var last = [Int32](repeating: -1, count: nodeCount)
        var own: [(row: Int32, value: Int32)] = []
        own.reserveCapacity(nodes.count)
        for place in order.indices {
            for node in nodes[Int(offsets[place])..<Int(offsets[place + 1])] where last[Int(node)] != Int32(place) {
                last[Int(node)] = Int32(place)
                own.append((node, Int32(place)))
            }
        }
        (nodeOffsets, places) = Self.rows(own, count: nodeCount)
    }

    /// By row its values, in their order: from a row's offset to the next one's.
    private static func rows(_ pairs: [(row: Int32, value: Int32)], count: Int) -> (offsets: [Int32], values: [Int32]) {
        var offsets = [Int32](repeating: 0, count: count + 1)
        for pair in pairs { offsets[Int(pair.row) + 1] += 1 }
        for row in 0..<count { offsets[row + 1] += offsets[row] }
        var (next, values) = (offsets, [Int32](repeating: 0, count: pairs.count))
        for pair in pairs {
            values[Int(next[Int(pair.row)])] = pair.value
            next[Int(pair.row)] += 1
        }
        return (offsets, values)
    }
}
