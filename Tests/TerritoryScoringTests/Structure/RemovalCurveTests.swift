import GraphKernels
import Testing

@testable import TerritoryScoring

/// The search behind robustness and the cascade's reach, against counting.
struct RemovalCurveTests {
    /// Ties and events at random, sparse enough to hang on some.
    private func graph(_ seed: Int, actors: Int, events: Int) -> InteractionGraph {
        var random = RandomSource(seed: 12, part: seed)
        var pairs: Set<[Int32]> = []
        for _ in 0..<actors {
            let (one, other) = (Int32(random.below(actors)), Int32(random.below(actors)))
            if one != other { pairs.insert([min(one, other), max(one, other)]) }
        }
        let sorted = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        var seats: Set<[Int32]> = []
        for _ in 0..<3 * events { seats.insert([Int32(random.below(actors)), Int32(random.below(events))]) }
        return InteractionGraph(
            actorCount: actors, eventCount: events, low: sorted.map { $0[0] }, high: sorted.map { $0[1] },
            seats: seats.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { (node: $0[0], event: $0[1]) })
    }

    /// How many pairs of actors are joined where some have left, by going from each to all it reaches.
    private func joinedPairs(_ graph: InteractionGraph, _ hasLeft: [Bool]) -> Int {
        var (known, pairs) = (hasLeft, 0)
        for start in 0..<graph.actorCount where !known[start] {
            var (queue, size) = ([start], 0)
            known[start] = true
            while let node = queue.popLast() {
                if node < graph.actorCount { size += 1 }
                for place in graph.row(node) where !known[Int(graph.targets[place])] {
                    known[Int(graph.targets[place])] = true
                    queue.append(Int(graph.targets[place]))
                }
            }
            pairs += size * (size - 1) / 2
        }
        return pairs
    }

    @Test(arguments: 0..<40) func theWorstAreThoseWithoutWhomMostIsLost(seed: Int) {
        let graph = graph(seed, actors: 30, events: 4)
        var hasLeft = [Bool](repeating: false, count: graph.nodeCount)
        for gone in [seed % 30, (7 * seed) % 30] { hasLeft[gone] = true }
        let actors = (0..<Int32(30)).map { $0 }
        var search = DepthSearch(nodeCount: graph.nodeCount)
        search.run(graph, actors, hasLeft)
        #expect(search.joinedPairs == joinedPairs(graph, hasLeft))
        let there = actors.filter { !hasLeft[Int($0)] }
        let ranked = there.map { actor -> (loss: Int, degree: Int, actor: Int32) in
            var without = hasLeft
            without[Int(actor)] = true
            let degree = graph.row(Int(actor)).count { !hasLeft[Int(graph.targets[$0])] }
            return (joinedPairs(graph, hasLeft) - joinedPairs(graph, without), degree, actor)
        }.sorted { ($1.loss, $1.degree, $0.actor) < ($0.loss, $0.degree, $1.actor) }.map(\.actor)
        for count in [0, 1, 2, 5, there.count, there.count + 3] {
            #expect(Set(search.worst(count, of: actors, hasLeft)) == Set(ranked.prefix(count)), "\(count)")
        }
    }

    /// Of more than 256 actors, one word of realisations for four sources: where every tie passes all on, all who can be
    /// reached are.
    @Test(arguments: 0..<4) func inALargeTerritoryACertainCascadeReachesAllThatCanBe(seed: Int) throws {
        var (made, random) = (Made(), RandomSource(seed: 21, part: seed))
        made.actors(300)
        // Few enough tied that every one is a source.
        for _ in 0..<200 { made.tie(random.below(220), random.below(220), "advice") }
        made.event("training", with: [3, 40, 100])
        var neighbours = [[Int]](repeating: [], count: 300)
        for tie in made.ties where tie.source != tie.target { neighbours[tie.source].append(tie.target) }
        for one in [3, 40, 100] { neighbours[one] += [3, 40, 100].filter { $0 != one } }
        var reached = 0
        for start in 0..<300 {
            var (known, queue) = (Set([start]), [start])
            while let node = queue.popLast() {
                for next in neighbours[node] where known.insert(next).inserted { queue.append(next) }
            }
            reached += known.count - 1
        }
        let found = try #require(try made.values { $0.cascadeProbability = 1 }["knowledge_reach"])
        #expect(abs(found - Double(reached) / (300 * 299)) < 1e-12, "\(found)")
    }
}
