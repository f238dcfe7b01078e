/// Independent cascades of knowledge from inside actors, many realisations at once.
struct Cascade {
    /// The expected share of the other inside actors that knowledge from a random one reaches.
    ///
    /// Along a directed tie's direction, along an undirected one both ways; through an event from
    /// any who take part to any other, each half-step with chance √p, so that the event as a whole
    /// passes on with the chance of one tie. Every realisation is one bit, and 64 go at once.
    ///
    /// - Complexity: O(sources · ties of knowledge · a few). In a territory of more than 256 inside
    ///   actors in K the sources are 256 of them, evenly spread over the canonical order.
    static func expectedReach(_ situation: Situation) -> (share: Double, error: Double?) {
        let arcs = Arcs(situation)
        let tied = situation.insiders.filter { !arcs.isEmpty(at: Int($0)) }
        let sources = tied.count <= mostSources ? tied : (0..<mostSources).map { tied[$0 * tied.count / mostSources] }
        guard situation.insiderCount > 1, !sources.isEmpty else { return (0, nil) }
        var spread = Spread(arcs)
        let scale = Double(tied.count) / Double(situation.insiderCount * (situation.insiderCount - 1) * sources.count * 64)
        let shares = (0..<arcs.words).map { word in
            Double(sources.reduce(0) { $0 + spread.count(from: $1, word: word, situation) }) * scale
        }
        let mean = shares.reduce(0, +) / Double(shares.count)
        guard shares.count > 1 else { return (mean, nil) }
        // The words are drawn apart: how they scatter tells how sure their mean is.
        let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / Double(shares.count * (shares.count - 1))).squareRoot())
    }

    private static let mostSources = 256

    /// The ways along which knowledge can pass, and when they are live.
    private struct Arcs {
        let nodeCount: Int
        let offsets: [Int32]
        let targets: [Int32]
        /// For each arc, `words` masks.
        let live: [UInt64]
        let words: Int

        func isEmpty(at node: Int) -> Bool { offsets[node] == offsets[node + 1] }

        init(_ situation: Situation) {
            let scenario = situation.scenario
            let (p, liveness) = (situation.cascadeProbability, scenario.liveness)
            nodeCount = scenario.nodeCount + scenario.code.events.count
            words = liveness.words
            var from: [Int32] = [], to: [Int32] = [], masks: [UInt64] = []
            for place in situation.knowledge {
                let link = scenario.knowledge[Int(place)]
                for way in 0..<(link.isDirected ? 1 : 2) {
                    from.append(way == 0 ? link.source : link.target)
                    to.append(way == 0 ? link.target : link.source)
                    for word in 0..<words { masks.append(liveness.mask(ofTie: Int(place), word: word, p: p)) }
                }
            }
            let half = p.squareRoot()
            for place in situation.knowledgeSeats {
                let seat = scenario.knowledgeSeats[Int(place)]
                let event = Int32(scenario.nodeCount) + seat.event
                for way in 0..<2 {
                    from.append(way == 0 ? seat.node : event)
                    to.append(way == 0 ? event : seat.node)
                    for word in 0..<words { masks.append(liveness.mask(ofSeat: Int(place), word: word, p: half)) }
                }
            }
            var ends = [Int32](repeating: 0, count: nodeCount + 1)
            for node in from { ends[Int(node) + 1] += 1 }
            for node in 0..<nodeCount { ends[node + 1] += ends[node] }
            var places = ends
            var targets = [Int32](repeating: 0, count: from.count)
            var live = [UInt64](repeating: 0, count: masks.count)
            for arc in from.indices {
                let place = Int(places[Int(from[arc])])
                places[Int(from[arc])] += 1
                targets[place] = to[arc]
                for word in 0..<words { live[place * words + word] = masks[arc * words + word] }
            }
            (offsets, self.targets, self.live) = (ends, targets, live)
        }
    }

    private struct Spread {
        private let arcs: Arcs
        private var reached: [UInt64]
        private var isWaiting: [Bool]
        private var touched: [Int32] = []
        private var queue: [Int32] = []

        init(_ arcs: Arcs) {
            self.arcs = arcs
            reached = Array(repeating: 0, count: arcs.nodeCount)
            isWaiting = Array(repeating: false, count: arcs.nodeCount)
        }

        /// Over 64 realisations, how often some other inside actor is reached.
        mutating func count(from source: Int32, word: Int, _ situation: Situation) -> Int {
            reached[Int(source)] = .max
            touched.append(source)
            queue.append(source)
            var next = 0
            while next < queue.count {
                let node = Int(queue[next])
                next += 1
                isWaiting[node] = false
                let known = reached[node]
                for arc in Int(arcs.offsets[node])..<Int(arcs.offsets[node + 1]) {
                    let target = Int(arcs.targets[arc])
                    let new = known & arcs.live[arc * arcs.words + word] & ~reached[target]
                    guard new != 0 else { continue }
                    if reached[target] == 0 { touched.append(Int32(target)) }
                    reached[target] |= new
                    if !isWaiting[target] {
                        isWaiting[target] = true
                        queue.append(Int32(target))
                    }
                }
            }
            var count = 0
            for node in touched {
                let node = Int(node)
                if node != Int(source), node < situation.scenario.nodeCount, situation.scenario.isInside[node] {
                    count += reached[node].nonzeroBitCount
                }
                reached[node] = 0
            }
            touched.removeAll(keepingCapacity: true)
            queue.removeAll(keepingCapacity: true)
            return count
        }
    }
}
