/// Closed paths of a graph of interaction: triangles among ties, four-cycles among actors and events.
struct ClosureCounts {
    /// 3 × triangles, and paths of length 2.
    let closedTwoPaths: Int
    let twoPaths: Int
    /// 4 × four-cycles, and paths of length 3 from actors to events.
    let closedThreePaths: Int
    let threePaths: Int

    init(_ graph: InteractionGraph) {
        var triangles = 0, twoPaths = 0, threePaths = 0
        var isTied = [Bool](repeating: false, count: graph.actorCount)
        for node in 0..<graph.actorCount {
            let degree = graph.actorDegree(node)
            twoPaths += degree * (degree - 1) / 2
            for place in graph.actorRow(node) { isTied[Int(graph.targets[place])] = true }
            for place in graph.actorRow(node) where Int(graph.targets[place]) > node {
                for other in graph.actorRow(Int(graph.targets[place])) where isTied[Int(graph.targets[other])] {
                    triangles += 1
                }
            }
            for place in graph.actorRow(node) { isTied[Int(graph.targets[place])] = false }
            let events = graph.eventDegree(node)
            guard events > 1 else { continue }
            for place in graph.eventRow(node) {
                let event = Int(graph.targets[place]) - graph.actorCount
                threePaths += (events - 1) * (graph.size(ofEvent: event) - 1)
            }
        }
        // Each edge of a triangle was asked for a third actor.
        closedTwoPaths = triangles
        self.twoPaths = twoPaths
        self.threePaths = threePaths
        closedThreePaths = threePaths == 0 ? 0 : 4 * Self.fourCycles(graph)
    }

    /// Pairs of events with two actors in common, through the actors' events.
    private static func fourCycles(_ graph: InteractionGraph) -> Int {
        var common = [Int](repeating: 0, count: graph.nodeCount)
        var touched: [Int] = []
        var cycles = 0
        for event in graph.actorCount..<graph.nodeCount {
            for place in graph.row(event) {
                for other in graph.eventRow(Int(graph.targets[place])) {
                    let other = Int(graph.targets[other])
                    guard other > event else { continue }
                    if common[other] == 0 { touched.append(other) }
                    common[other] += 1
                }
            }
            for other in touched {
                cycles += common[other] * (common[other] - 1) / 2
                common[other] = 0
            }
            touched.removeAll(keepingCapacity: true)
        }
        return cycles
    }
}
