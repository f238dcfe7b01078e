/// Who of the inside meets whom at events of interaction, with how many heads.
struct Gatherings {
    /// By event, where its seats begin and end; an event at which fewer than two heads met, or all of one
    /// organisation or group, has none.
    private let begins: [Int32]
    private let ends: [Int32]
    /// By seat: an inside node, each once at an event, and how many of it came.
    let nodes: [Int32]
    let heads: [Int32]
    /// By node, where its seats begin among `own`, which holds events.
    private let ownBegins: [Int32]
    private let own: [Int32]

    init(_ situation: Situation) {
        let scenario = situation.scenario
        let eventCount = situation.code.events.count
        var begins = [Int32](repeating: 0, count: eventCount + 1)
        let seats = situation.interactionSeats.map { scenario.interactionSeats[Int($0)] }
        for seat in seats { begins[Int(seat.event) + 1] += 1 }
        for event in 0..<eventCount { begins[event + 1] += begins[event] }
        var ends = Array(begins.prefix(eventCount))
        var (nodes, heads) = ([Int32](repeating: 0, count: seats.count), [Int32](repeating: 0, count: seats.count))
        for seat in seats {
            let event = Int(seat.event)
            // A merged entity can hold several seats of one event.
            let known =
                !scenario.settings.isMerged
                ? nil : (Int(begins[event])..<Int(ends[event])).first { nodes[$0] == seat.node }
            let place = known ?? Int(ends[event])
            nodes[place] = seat.node
            heads[place] = max(heads[place], seat.heads)
            if known == nil { ends[event] += 1 }
        }
        for event in 0..<eventCount {
            let row = Int(begins[event])..<Int(ends[event])
            let group = row.first.map { scenario.groupOf[Int(nodes[$0])] }
            let isOfOneGroup = row.count > 1 && row.allSatisfy { scenario.groupOf[Int(nodes[$0])] == group }
            if isOfOneGroup || row.reduce(0, { $0 + heads[$1] }) < 2 { ends[event] = begins[event] }
        }
        var ownBegins = [Int32](repeating: 0, count: scenario.nodeCount + 1)
        for event in 0..<eventCount {
            for place in Int(begins[event])..<Int(ends[event]) { ownBegins[Int(nodes[place]) + 1] += 1 }
        }
        for node in 0..<scenario.nodeCount { ownBegins[node + 1] += ownBegins[node] }
        var next = ownBegins
        var own = [Int32](repeating: 0, count: Int(ownBegins[scenario.nodeCount]))
        for event in 0..<eventCount {
            for place in Int(begins[event])..<Int(ends[event]) {
                own[Int(next[Int(nodes[place])])] = Int32(event)
                next[Int(nodes[place])] += 1
            }
        }
        (self.begins, self.ends, self.nodes, self.heads, self.ownBegins, self.own) = (
            begins, ends, nodes, heads, ownBegins, own
        )
    }

    /// The events that a node shared with another.
    func events(of node: Int32) -> ArraySlice<Int32> { own[Int(ownBegins[Int(node)])..<Int(ownBegins[Int(node) + 1])] }

    func seats(at event: Int32) -> Range<Int> { Int(begins[Int(event)])..<Int(ends[Int(event)]) }

    /// How many of a node came to an event.
    func heads(of node: Int32, at event: Int32) -> Int {
        seats(at: event).first { nodes[$0] == node }.map { Int(heads[$0]) } ?? 0
    }
}
