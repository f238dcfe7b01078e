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
        var spread = Spread(arcs, situation)
        let scale = Double(tied.count) / Double(situation.insiderCount * (situation.insiderCount - 1) * sources.count * 64)
        var reached = SIMD4<Int>.zero
        // Four lanes at once: the four words of one source, or in a large territory four sources.
        let step = arcs.words == 4 ? 1 : 4
        for first in stride(from: 0, to: sources.count, by: step) {
            var lanes = SIMD4<Int32>(repeating: step == 1 ? sources[first] : -1)
            if step == 4 { for lane in 0..<min(4, sources.count - first) { lanes[lane] = sources[first + lane] } }
            reached &+= spread.count(from: lanes)
        }
        let shares = step == 1 ? (0..<4).map { Double(reached[$0]) * scale } : [Double(reached.wrappedSum()) * scale]
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
        /// For each arc, a mask for each lane.
        let live: [SIMD4<UInt64>]
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
            var live = [SIMD4<UInt64>](repeating: .zero, count: from.count)
            for arc in from.indices {
                let place = Int(places[Int(from[arc])])
                places[Int(from[arc])] += 1
                targets[place] = to[arc]
                for lane in 0..<4 { live[place][lane] = masks[arc * words + min(lane, words - 1)] }
            }
            (offsets, self.targets, self.live) = (ends, targets, live)
        }
    }

    private struct Spread {
        private let arcs: Arcs
        private let isInside: [Bool]
        private var reached: [SIMD4<UInt64>]
        private var isWaiting: [Bool]
        private var touched: [Int32] = []
        private var queue: [Int32] = []

        init(_ arcs: Arcs, _ situation: Situation) {
            self.arcs = arcs
            let inside = situation.scenario.isInside
            isInside = inside + Array(repeating: false, count: arcs.nodeCount - inside.count)
            reached = Array(repeating: .zero, count: arcs.nodeCount)
            isWaiting = Array(repeating: false, count: arcs.nodeCount)
        }

        /// For each lane, over 64 realisations, how often some other inside actor is reached from its
        /// source (−1: none).
        mutating func count(from sources: SIMD4<Int32>) -> SIMD4<Int> {
            for lane in 0..<4 where sources[lane] >= 0 {
                let source = Int(sources[lane])
                reached[source][lane] = .max
                guard !isWaiting[source] else { continue }
                isWaiting[source] = true
                touched.append(Int32(source))
                queue.append(Int32(source))
            }
            spread()
            var counts = SIMD4<Int>.zero
            for node in touched {
                let node = Int(node)
                if isInside[node] { counts &+= SIMD4<Int>(truncatingIfNeeded: reached[node].nonzeroBitCount) }
                reached[node] = .zero
            }
            // Nobody reaches itself.
            for lane in 0..<4 where sources[lane] >= 0 { counts[lane] -= 64 }
            touched.removeAll(keepingCapacity: true)
            return counts
        }

        private mutating func spread() {
            var next = 0
            while next < queue.count {
                let node = Int(queue[next])
                next += 1
                isWaiting[node] = false
                let known = reached[node]
                for arc in Int(arcs.offsets[node])..<Int(arcs.offsets[node + 1]) {
                    let target = Int(arcs.targets[arc])
                    let old = reached[target]
                    let new = old | (known & arcs.live[arc])
                    guard new != old else { continue }
                    if old == .zero { touched.append(Int32(target)) }
                    reached[target] = new
                    if !isWaiting[target] {
                        isWaiting[target] = true
                        queue.append(Int32(target))
                    }
                }
            }
            queue.removeAll(keepingCapacity: true)
        }
    }
}
