/// The ways along which knowledge can pass between actors and events of learning.
///
/// A tie or seat is one element, whichever way it is gone along, so that a draw only says of each
/// element in which realisations it is live. Nodes are the scenario's, then its events.
struct KnowledgeArcs: Sendable {
    let nodeCount: Int
    /// The arcs that leave a node.
    let forward: Rows
    /// The same arcs, by the node at which they arrive.
    let backward: Rows
    /// Ties come first among the elements, then seats.
    let tieCount: Int
    let elementCount: Int
    /// The nodes through which most ways lead, arcs in by arcs out, the first first.
    let hubs: [Int]

    struct Rows: Sendable {
        let offsets: [Int32]
        /// The node at an arc's other end.
        let targets: [Int32]
        let elements: [Int32]

        func degree(_ node: Int) -> Int { Int(offsets[node + 1] - offsets[node]) }

        fileprivate init(nodeCount: Int, from: [Int32], to: [Int32], elements: [Int32]) {
            var offsets = [Int32](repeating: 0, count: nodeCount + 1)
            for node in from { offsets[Int(node) + 1] += 1 }
            for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
            var places = offsets
            var (targets, sorted) = ([Int32](repeating: 0, count: from.count), [Int32](repeating: 0, count: from.count))
            for arc in from.indices {
                let place = Int(places[Int(from[arc])])
                places[Int(from[arc])] += 1
                (targets[place], sorted[place]) = (to[arc], elements[arc])
            }
            (self.offsets, self.targets, self.elements) = (offsets, targets, sorted)
        }
    }

    init(
        nodeCount actors: Int, eventCount: Int, ties: [(source: Int32, target: Int32, isDirected: Bool)],
        seats: [(node: Int32, event: Int32)]
    ) {
        var from: [Int32] = [], to: [Int32] = [], elements: [Int32] = []
        func add(_ source: Int32, _ target: Int32, _ element: Int) {
            from.append(source)
            to.append(target)
            elements.append(Int32(element))
        }
        for (place, tie) in ties.enumerated() {
            add(tie.source, tie.target, place)
            if !tie.isDirected { add(tie.target, tie.source, place) }
        }
        for (place, seat) in seats.enumerated() {
            let event = Int32(actors) + seat.event
            add(seat.node, event, ties.count + place)
            add(event, seat.node, ties.count + place)
        }
        nodeCount = actors + eventCount
        forward = Rows(nodeCount: nodeCount, from: from, to: to, elements: elements)
        backward = Rows(nodeCount: nodeCount, from: to, to: from, elements: elements)
        (tieCount, elementCount) = (ties.count, ties.count + seats.count)
        let ways = (0..<nodeCount).map { [forward, backward] in forward.degree($0) * backward.degree($0) }
        hubs = Array(ways.indices.sorted { (ways[$1], $0) < (ways[$0], $1) }.prefix(Self.mostHubs))
    }

    private static let mostHubs = 5
}
