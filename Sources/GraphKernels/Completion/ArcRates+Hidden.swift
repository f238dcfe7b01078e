extension ArcRates {
    /// By companion of a kind, how many of its seeds stay hidden on average on pairs where that companion would be shown.
    ///
    /// - Complexity: O(nodes · blocks) for each way of looking of a companion's kind, of which there are few.
    func tellingHidden(_ kind: Int) -> [Double] {
        var known: [Int: Double] = [:]
        return layout.companions[kind].map { companion in
            let way = layout.sightTwins[companion.kind] * 2 + (companion.isReversed ? 1 : 0)
            let value = known[way] ?? tellingHidden(kind, companion)
            known[way] = value
            return value
        }
    }

    /// How many seeds of a kind stay hidden on average on pairs where a companion of theirs would be shown: over all
    /// pairs, λ · hidden · (1 − hidden of the companion).
    ///
    /// Both chances of hiding are products over the ends, so that sums over blocks give it.
    ///
    /// - Complexity: O(nodes · blocks).
    func tellingHidden(_ kind: Int, _ companion: ArcLayout.Companion) -> Double {
        let (partial, count) = (layout.partial, layout.blockCount)
        guard !partial.kinds[kind].isWhole else { return 0 }
        let isWhole = partial.kinds[companion.kind].isWhole
        let (first, second) =
            companion.isReversed
            ? (receiverHides[companion.kind], senderHides[companion.kind])
            : (senderHides[companion.kind], receiverHides[companion.kind])
        let (sending, receiving, omega) = (sending[kind], receiving[kind], omega[kind])
        let (senderHides, receiverHides) = (senderHides[kind], receiverHides[kind])
        /// Of the nodes that may be the second end: their factors times what they hide, and times what they hide of
        /// the companion, too.
        var sums = Sums(count)
        let isDirected = partial.kinds[kind].isDirected
        let joined = layout.joined(kind)
        let listed = joined.listed.map { Int($0) }
        func last(_ node: Int) -> Sums.Term {
            let hides = receiverHides[node]
            return .init(
                block: layout.block(Int32(node)), receiving: receiving[node] * hides,
                sending: sending[node] * hides, companion: isWhole ? 0 : second[node])
        }
        if isDirected { for node in listed { sums.add(last(node), 1) } }
        var mean = 0.0
        // An undirected arc runs from its lower to its higher end: those behind are added as the loop goes down.
        for node in listed.reversed() {
            let block = layout.block(Int32(node))
            let own = last(node)
            if isDirected { sums.add(own, -1) }
            let (hides, shows) = (senderHides[node], isWhole ? 0 : first[node])
            for other in joined.partners[block] where hides > 0 {
                let forward = omega[block * count + other] * sending[node]
                let sum = sums.blocks[other]
                mean += hides * forward * (sum[0] - shows * sum[1])
                guard !isDirected else { continue }
                let back = omega[other * count + block] * receiving[node]
                mean += hides * back * (sum[2] - shows * sum[3])
            }
            sums.add(own, 1)
        }
        return max(0, mean)
    }

    private struct Sums {
        struct Term {
            let block: Int
            let receiving: Double
            let sending: Double
            let companion: Double
        }

        /// By block, of receiving and of sending, each alone and times what is hidden of the companion.
        private(set) var blocks: [SIMD4<Double>]

        init(_ count: Int) { blocks = Array(repeating: .zero, count: count) }

        mutating func add(_ term: Term, _ sign: Double) {
            let (receiving, sending) = (sign * term.receiving, sign * term.sending)
            blocks[term.block] += SIMD4(
                receiving, receiving * term.companion, sending, sending * term.companion)
        }
    }
}
