import GraphKernels

/// Inside actors and the events of interaction as one undirected graph: an event stays a node, so
/// that its hundred members are never turned into 4,950 ties.
///
/// Node v < `actorCount` is an actor, the others are events. A row lists tied actors, ascending, and
/// after `actorEnds` the events.
struct InteractionGraph: Sendable {
    let actorCount: Int
    let nodeCount: Int
    let offsets: [Int32]
    let actorEnds: [Int32]
    let targets: [Int32]
    let pairCount: Int
    let seatCount: Int

    /// - Parameters:
    ///   - low, high: the ends of each pair, sorted by the lower one, then the higher.
    init(
        actorCount: Int, eventCount: Int, low: [Int32], high: [Int32], seats: [(node: Int32, event: Int32)]
    ) {
        let nodeCount = actorCount + eventCount
        var ends = [Int32](repeating: 0, count: nodeCount + 1)
        for pair in low.indices {
            ends[Int(low[pair]) + 1] += 1
            ends[Int(high[pair]) + 1] += 1
        }
        var actorEnds = Array(ends[1...].prefix(actorCount))
        for (node, event) in seats {
            ends[Int(node) + 1] += 1
            ends[actorCount + Int(event) + 1] += 1
        }
        for node in 0..<nodeCount { ends[node + 1] += ends[node] }
        var places = ends
        var targets = [Int32](repeating: 0, count: Int(ends[nodeCount]))
        func put(_ target: Int32, in row: Int) {
            targets[Int(places[row])] = target
            places[row] += 1
        }
        // Sorted pairs fill every row in ascending order.
        for pair in low.indices {
            put(low[pair], in: Int(high[pair]))
            put(high[pair], in: Int(low[pair]))
        }
        for (node, event) in seats {
            put(Int32(actorCount) + event, in: Int(node))
            put(node, in: actorCount + Int(event))
        }
        for node in 0..<actorCount { actorEnds[node] += ends[node] }
        self.actorCount = actorCount
        self.nodeCount = nodeCount
        (offsets, self.actorEnds, self.targets) = (ends, actorEnds, targets)
        (pairCount, seatCount) = (low.count, seats.count)
    }

    func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }
    func actorRow(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(actorEnds[node]) }
    func eventRow(_ node: Int) -> Range<Int> { Int(actorEnds[node])..<Int(offsets[node + 1]) }
    func actorDegree(_ node: Int) -> Int { Int(actorEnds[node] - offsets[node]) }
    func eventDegree(_ node: Int) -> Int { Int(offsets[node + 1] - actorEnds[node]) }
    /// How many actors an event has.
    func size(ofEvent event: Int) -> Int { Int(offsets[actorCount + event + 1] - offsets[actorCount + event]) }
}

extension InteractionGraph {
    /// The ties among actors alone, as a graph that can be rewired.
    var ties: Graph {
        var sources: [Int32] = [], targets: [Int32] = []
        for node in 0..<actorCount {
            for place in actorRow(node) where Int(self.targets[place]) > node {
                sources.append(Int32(node))
                targets.append(self.targets[place])
            }
        }
        return Graph(nodeCount: actorCount, sources: sources, targets: targets, isDirected: false)
    }

    /// For each actor its events, numbered from 0.
    var eventRows: [[Int32]] {
        (0..<actorCount).map { node in eventRow(node).map { targets[$0] - Int32(actorCount) } }
    }

    /// Of undirected ties; its rows are in no order.
    init(ties graph: MixedGraph) {
        self.init(
            actorCount: graph.nodeCount, eventCount: 0, low: graph.edges.map(\.source), high: graph.edges.map(\.target),
            seats: [])
    }

    init(eventRows rows: [[Int32]], eventCount: Int) {
        let seats = rows.indices.flatMap { node in rows[node].map { (node: Int32(node), event: $0) } }
        self.init(actorCount: rows.count, eventCount: eventCount, low: [], high: [], seats: seats)
    }
}
