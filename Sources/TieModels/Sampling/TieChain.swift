import GraphKernels

/// A Markov chain over networks whose stationary distribution is that of a model: Metropolis and Hastings, half of the
/// proposals to take away a tie drawn among the ties, half a pair drawn among all pairs (tie, no tie: Morris, Handcock
/// and Hunter 2008, J. Stat. Softw. 24(4)), which moves a sparse network many times as fast as pairs alone.
struct TieChain: Sendable {
    private(set) var graph: TieGraph
    /// The statistics of the network where the chain stands.
    private(set) var statistics: [Double]
    private(set) var accepted = 0
    private(set) var proposed = 0
    private var random: RandomSource
    private let model: TieModel
    /// Only these pairs may change; empty: all.
    private let free: [TieModel.Pair]
    private let isUniform: Bool
    private var changes: [Double]
    private var structural: [Double]
    private var weights: [Double]
    private let pairCount: Double

    /// - Parameter onlyUnobserved: whether what was observed stays as it is.
    init(_ model: TieModel, from ties: [TieModel.Pair], seed: UInt64, part: Int, onlyUnobserved: Bool = false) {
        self.model = model
        graph = model.graph(ties)
        statistics = model.statistics(of: ties)
        random = RandomSource(seed: seed, part: part)
        free = onlyUnobserved ? model.unobserved : []
        isUniform = onlyUnobserved
        changes = [Double](repeating: 0, count: model.coefficientCount)
        structural = [Double](repeating: 0, count: model.structuralTerms.count)
        weights = structural
        pairCount = Double(model.pairCount)
    }

    /// So many proposals at these coefficients.
    ///
    /// - Parameter potentials: what the pair terms give each pair, row by row.
    mutating func walk(_ steps: Int, _ coefficients: [Double], potentials: PairPotentials) {
        for place in weights.indices { weights[place] = coefficients[model.order[model.pairTerms.count + place]] }
        for _ in 0..<steps { step(potentials) }
        proposed += steps
    }

    private mutating func step(_ potentials: PairPotentials) {
        let (tail, head) = proposal()
        guard tail != head else { return }
        let isTied = graph.has(tail, head)
        let present = isTied ? 1 : 0
        if !isTied, let bound = model.degreeBound,
            graph.outDegree(tail) >= bound || (!graph.isDirected && graph.outDegree(head) >= bound)
        {
            return
        }
        var eta = potentials.values[tail * graph.nodeCount + head]
        for place in 0..<structural.count {
            let change = model.structuralTerms[place].change(graph, tail, head, present: present, tables: model.tables)
            structural[place] = change
            eta += weights[place] * change
        }
        if isTied { eta = -eta }
        if isUniform {
            guard eta >= 0 || random.unit() < Logarithm.exponential(eta) else { return }
        } else {
            let ratio = hastings(isTied)
            guard (eta >= 0 && ratio >= 1) || random.unit() < ratio * Logarithm.exponential(eta) else { return }
        }
        accept(tail, head, isTied ? -1 : 1)
    }

    /// A pair of one node is none: the step stays where it is, as drawing among all ordered pairs would have it.
    private mutating func proposal() -> (Int, Int) {
        if isUniform {
            let pair = free[random.below(free.count)]
            return (pair.tail, pair.head)
        }
        let ties = graph.tieCount
        // The highest bit tosses the coin.
        if ties > 0, random.next() >> 63 == 0 {
            let place = random.below(ties)
            return (Int(graph.tails[place]), Int(graph.heads[place]))
        }
        if let first = model.firstModeCount {
            return (random.below(first), first + random.below(graph.nodeCount - first))
        }
        let one = random.below(graph.nodeCount)
        var other = random.below(graph.nodeCount - 1)
        if other >= one { other += 1 }
        return graph.isDirected || one < other ? (one, other) : (other, one)
    }

    /// The chance of proposing the way back over that of proposing the way there.
    private func hastings(_ isTied: Bool) -> Double {
        let ties = Double(graph.tieCount)
        if isTied {
            let back = (ties == 1 ? 1 : 0.5) / pairCount
            return back / (0.5 / ties + 0.5 / pairCount)
        }
        let there = (ties == 0 ? 1 : 0.5) / pairCount
        return (0.5 / (ties + 1) + 0.5 / pairCount) / there
    }

    private mutating func accept(_ tail: Int, _ head: Int, _ sign: Double) {
        accepted += 1
        for place in 0..<model.pairTerms.count {
            statistics[model.order[place]] += sign * model.pairTerms[place].value(tail, head)
        }
        for place in 0..<structural.count {
            statistics[model.order[model.pairTerms.count + place]] += sign * structural[place]
        }
        graph.toggle(tail, head)
    }

    /// The ties of the network where the chain stands.
    var ties: [TieModel.Pair] {
        zip(graph.tails, graph.heads).map { TieModel.Pair(tail: Int($0), head: Int($1)) }
    }
}

/// What the pair terms of a model add up to for each pair, at given coefficients.
struct PairPotentials: Sendable {
    /// Row by row; without direction above the diagonal only.
    let values: [Double]

    init(_ model: TieModel, _ coefficients: [Double]) {
        let size = model.nodeCount
        var values = [Double](repeating: 0, count: size * size)
        for (place, term) in model.pairTerms.enumerated() {
            let weight = coefficients[model.order[place]]
            for tail in 0..<(model.firstModeCount ?? size) {
                for head in model.heads(of: tail) { values[tail * size + head] += weight * term.value(tail, head) }
            }
        }
        self.values = values
    }
}
