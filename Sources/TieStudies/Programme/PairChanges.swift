/// What became of the pairs that were ever tied, for outcomes that are sums over an actor's pairs.
struct PairChanges: Sendable {
    /// Outcomes that count an actor's pairs.
    enum Outcome: String, Sendable, CaseIterable {
        /// Others tied to, either way: the change is those won less those lost.
        case degree
        /// Ties that the actor has at an end: new, in both waves, gone.
        case created, kept, dissolved
    }

    struct Pair: Sendable {
        let one: Int
        let other: Int
        /// Tied before and after, either way.
        let was: Bool
        let isTied: Bool
        /// Ties: of a directed network up to two.
        let created: Int
        let kept: Int
        let dissolved: Int

        func change(_ outcome: Outcome) -> Double {
            switch outcome {
            case .degree: (isTied ? 1 : 0) - (was ? 1 : 0)
            case .created: Double(created)
            case .kept: Double(kept)
            case .dissolved: Double(dissolved)
            }
        }
    }

    let pairs: [Pair]
    let size: Int

    init(_ waves: TieWaves) {
        var states: [[Int]: (was: [Bool], isTied: [Bool])] = [:]
        let directed = waves.after.isDirected
        func note(_ tie: (source: Int, target: Int), after: Bool) {
            guard tie.source != tie.target else { return }
            let way = directed && tie.source > tie.target ? 1 : 0
            let pair = [min(tie.source, tie.target), max(tie.source, tie.target)]
            var state = states[pair] ?? ([false, false], [false, false])
            if after { state.isTied[way] = true } else { state.was[way] = true }
            states[pair] = state
        }
        for tie in waves.before { note(tie, after: false) }
        for tie in waves.after.ties { note(tie, after: true) }
        pairs = states.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, state in
            let ways = zip(state.was, state.isTied)
            return Pair(
                one: key[0], other: key[1], was: state.was.contains(true), isTied: state.isTied.contains(true),
                created: ways.count { !$0 && $1 }, kept: ways.count { $0 && $1 }, dissolved: ways.count { $0 && !$1 })
        }
        size = waves.after.ids.count
    }

    /// Each actor's sum over its pairs, without one actor's where it is left out.
    func changes(_ outcome: Outcome, leavingOut left: Int? = nil) -> [Double] {
        sums(leavingOut: left) { $0.change(outcome) }
    }

    /// Each actor's degree in the earlier or the later wave.
    func degrees(after: Bool) -> [Double] { sums(leavingOut: nil) { (after ? $0.isTied : $0.was) ? 1 : 0 } }

    private func sums(leavingOut left: Int?, _ value: (Pair) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: size)
        for pair in pairs where pair.one != left && pair.other != left {
            let number = value(pair)
            sums[pair.one] += number
            sums[pair.other] += number
        }
        return sums
    }

    /// Σ (w_ij e_ij)² over all pairs, w_ij = w_i + w_j, e_ij how far the pair's change is from the mean of the pairs of
    /// its kind: whose ends have those weights.
    func pairPart(_ outcome: Outcome, _ weights: [Double]) -> Double {
        struct Kind: Hashable {
            let low: Double
            let high: Double

            init(_ one: Double, _ other: Double) { (low, high) = (min(one, other), max(one, other)) }
        }
        var counts: [Double: Int] = [:]
        for weight in weights { counts[weight, default: 0] += 1 }
        var sums: [Kind: (sum: Double, squares: Double)] = [:]
        for pair in pairs {
            let (kind, number) = (Kind(weights[pair.one], weights[pair.other]), pair.change(outcome))
            let (sum, squares) = sums[kind] ?? (0, 0)
            sums[kind] = (sum + number, squares + number * number)
        }
        var whole = 0.0
        for (kind, found) in sums.sorted(by: { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }) {
            let (low, high) = (counts[kind.low] ?? 0, counts[kind.high] ?? 0)
            let all = Double(kind.low == kind.high ? low * (low - 1) / 2 : low * high)
            let weight = kind.low + kind.high
            whole += weight * weight * max(0, found.squares - found.sum * found.sum / all)
        }
        return whole
    }
}
