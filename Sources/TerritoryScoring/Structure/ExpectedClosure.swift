import GraphKernels

/// The closure that a graph's degrees alone lead to expect.
///
/// Its definition is the mean over degree-preserving rewirings. Drawing those anew in each of ten
/// thousand draws would cost more than all else together, so that a scenario calibrates once, by
/// rewiring, an approximation that follows the degrees (`DegreeChances`).
struct ClosureCalibration: Sendable, Hashable {
    /// Rewired mean ÷ approximation, of ties and of events.
    var ties = 1.0
    var events = 1.0

    init() {}

    /// - Parameter looks: of how many calibrations the mean is taken, among which the rewirings are shared out.
    /// - Complexity: O(rewirings · (ties + seats)).
    init(_ graph: InteractionGraph, looks: Int = 1) {
        var random = RandomSource(seed: 0xC105, part: 0)
        let rough = ExpectedClosure(graph, ClosureCalibration())
        let size = graph.pairCount + graph.seatCount
        let rewirings = min(200, max(10, 40_000 / max(1, size))) / looks
        if let approximation = rough.ties, approximation > 0 {
            ties = Self.rewiredTies(graph, rewirings, &random) / approximation
        }
        if let approximation = rough.events, approximation > 0 {
            events = Self.rewiredEvents(graph, rewirings, &random) / approximation
        }
    }

    private static func rewiredTies(_ graph: InteractionGraph, _ count: Int, _ random: inout RandomSource) -> Double {
        var walk = RewiringWalk(graph.ties)
        var sum = 0.0
        for round in 0..<count {
            let drawn = walk.next(swapsPerEdge: round == 0 ? 20 : 5, using: &random)
            let counts = ClosureCounts(InteractionGraph(ties: drawn))
            sum += Double(counts.closedTwoPaths) / Double(max(1, counts.twoPaths))
        }
        return sum / Double(count)
    }

    private static func rewiredEvents(_ graph: InteractionGraph, _ count: Int, _ random: inout RandomSource) -> Double {
        var rows = graph.eventRows
        var sum = 0.0
        for round in 0..<count {
            rows = Curveball.randomised(rows, tradesPerRow: round == 0 ? 10 : 2, using: &random)
            let counts = ClosureCounts(InteractionGraph(eventRows: rows, eventCount: graph.nodeCount - graph.actorCount))
            sum += Double(counts.closedThreePaths) / Double(max(1, counts.threePaths))
        }
        return sum / Double(count)
    }
}

/// Expected transitivity of ties and of events; nil where there is no path to close.
struct ExpectedClosure {
    let ties: Double?
    let events: Double?

    init(_ graph: InteractionGraph, _ calibration: ClosureCalibration) {
        ties = Self.expectedTies(graph).map { min(1, $0 * calibration.ties) }
        events = Self.expectedEvents(graph).map { min(1, $0 * calibration.events) }
    }

    /// Actors of one degree are alike, so that the sum runs over triples of degrees.
    private static func expectedTies(_ graph: InteractionGraph) -> Double? {
        let classes = DegreeClass.all((0..<graph.actorCount).map { graph.actorDegree($0) })
        let paths = classes.reduce(0.0) { $0 + $1.count * $1.degree * ($1.degree - 1) / 2 }
        guard paths > 0 else { return nil }
        let chances = DegreeChances(classes)
        var triangles = 0.0
        for a in classes.indices {
            for b in a..<classes.count {
                let tied = chances[a, b]
                for c in b..<classes.count {
                    let paired = chances.pairing(row: a) * chances.pairing(row: b) * chances.pairing(row: c)
                    triangles += tied * chances[b, c] * chances[a, c] * paired * triples(classes, a, b, c)
                }
            }
        }
        return 3 * triangles / paths
    }

    /// How many triples of distinct actors have these degrees.
    private static func triples(_ classes: [DegreeClass], _ a: Int, _ b: Int, _ c: Int) -> Double {
        let (x, y, z) = (classes[a].count, classes[b].count, classes[c].count)
        if a == b, b == c { return x * (x - 1) * (x - 2) / 6 }
        if a == b { return x * (x - 1) / 2 * z }
        if b == c { return x * y * (y - 1) / 2 }
        return x * y * z
    }

    private static func expectedEvents(_ graph: InteractionGraph) -> Double? {
        let actors = DegreeClass.all((0..<graph.actorCount).map { graph.eventDegree($0) })
        let events = DegreeClass.all((0..<graph.nodeCount - graph.actorCount).map { graph.size(ofEvent: $0) })
        let chances = DegreeChances(actors, events)
        var (cycles, paths) = (0.0, 0.0)
        for a in actors.indices {
            for e in events.indices {
                let pairs = actors[a].count * events[e].count
                paths += pairs * chances[a, e] * (actors[a].degree - 1) * (events[e].degree - 1)
            }
            for b in a..<actors.count {
                let couples = a == b ? actors[a].count * (actors[a].count - 1) / 2 : actors[a].count * actors[b].count
                guard couples > 0 else { continue }
                var (sum, squares) = (0.0, 0.0)
                for e in events.indices {
                    let both = chances[a, e] * chances[b, e] * chances.pairing(column: e)
                    sum += events[e].count * both
                    squares += events[e].count * both * both
                }
                cycles += couples * chances.pairing(row: a) * chances.pairing(row: b) * (sum * sum - squares) / 2
            }
        }
        return paths > 0 ? min(1, 4 * cycles / paths) : nil
    }
}
