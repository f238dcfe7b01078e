import GraphKernels

/// A Markov chain over networks whose stationary distribution is that of a model, by Metropolis and Hastings.
///
/// Half of the proposals take away a tie drawn among the ties, the others change a pair drawn among all (tie, no tie:
/// Morris, Handcock and Hunter 2008, J. Stat. Softw. 24(4)). Pairs are drawn the likelier, the more the pair terms speak
/// for a tie, so that a network over distances is not offered ties across the country in vain; and where terms weigh
/// answers, some proposals answer a tie or take its answer back.
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
    /// The chance that a proposal is a tie, a pair, or the answer of a tie.
    private let tieShare: Double
    private let answerShare: Double

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
        answerShare = model.weighsAnswers ? 0.25 : 0
        tieShare = 0.5 * (1 - answerShare)
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
        let (tail, head) = proposal(potentials)
        guard tail != head else { return }
        let isTied = graph.has(tail, head)
        let present = isTied ? 1 : 0
        if !isTied, let bound = model.degreeBound,
            graph.outDegree(tail) >= bound || (!graph.isDirected && graph.outDegree(head) >= bound)
        {
            return
        }
        var eta = potentials.value(tail, head)
        for place in 0..<structural.count {
            let change = model.structuralTerms[place].change(graph, tail, head, present: present, tables: model.tables)
            structural[place] = change
            eta += weights[place] * change
        }
        if isTied { eta = -eta }
        if isUniform {
            guard eta >= 0 || random.unit() < Logarithm.exponential(eta) else { return }
        } else {
            let ratio = hastings(tail, head, isTied, potentials)
            guard (eta >= 0 && ratio >= 1) || random.unit() < ratio * Logarithm.exponential(eta) else { return }
        }
        accept(tail, head, isTied ? -1 : 1)
    }

    private mutating func proposal(_ potentials: PairPotentials) -> (Int, Int) {
        if isUniform {
            let pair = free[random.below(free.count)]
            return (pair.tail, pair.head)
        }
        let ties = graph.tieCount
        guard ties > 0 else { return potentials.drawn(using: &random) }
        let toss = random.unit()
        guard toss < tieShare + answerShare else { return potentials.drawn(using: &random) }
        let place = random.below(ties)
        let (tail, head) = (Int(graph.tails[place]), Int(graph.heads[place]))
        return toss < tieShare ? (tail, head) : (head, tail)
    }

    /// The chance of proposing the way back over that of proposing the way there.
    @inline(__always)
    private func hastings(_ tail: Int, _ head: Int, _ isTied: Bool, _ potentials: PairPotentials) -> Double {
        let ties = Double(graph.tieCount)
        let chance = potentials.chance(tail, head)
        let answer = answerShare > 0 && graph.has(head, tail) ? answerShare : 0
        let pairShare = 1 - tieShare - answerShare
        // Of a network with a tie, and of the same without it.
        let full = isTied ? ties : ties + 1
        let there = pairShare * chance + (tieShare + answer) / full
        let back = full == 1 ? chance : pairShare * chance + answer / (full - 1)
        return isTied ? back / there : there / back
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
