import GraphKernels

/// A Markov chain over networks whose stationary distribution is that of a model, by Metropolis and Hastings.
///
/// Some proposals take away a tie drawn among the ties, some change a pair drawn among all (tie, no tie: Morris,
/// Handcock and Hunter 2008, J. Stat. Softw. 24(4)). Where terms weigh answers, some change the answer of a tie; where
/// they weigh closure, some change the pair at the ends of a two-path (compare Wang and Atchadé 2014): such ties are
/// few among all pairs, and many among those that come and go.
struct TieChain: Sendable {
    private(set) var graph: TieGraph
    /// The statistics of the network where the chain stands.
    private(set) var statistics: [Double]
    private(set) var accepted = 0
    private(set) var proposed = 0
    private var random: RandomSource
    private let model: TieModel
    private let proposals: PairProposals
    /// Only these pairs may change; empty: all.
    private let free: [TieModel.Pair]
    private let isUniform: Bool
    private var structural: [Double]
    private var weights: [Double]
    /// The chances that a proposal is a tie, the answer of a tie, the closure of a two-path, or a pair.
    private let shares: Shares
    private let asksBetween: Bool

    private struct Shares: Sendable {
        let tie: Double
        let answer: Double
        let closure: Double
        let pair: Double

        init(_ model: TieModel) {
            answer = model.weighsAnswers ? 0.2 : 0
            closure = model.weighsClosure ? 0.2 : 0
            tie = 0.5 * (1 - answer - closure)
            pair = 1 - answer - closure - tie
        }
    }

    /// - Parameter onlyUnobserved: whether what was observed stays as it is.
    init(
        _ model: TieModel, from ties: [TieModel.Pair], _ proposals: PairProposals, seed: UInt64, part: Int,
        onlyUnobserved: Bool = false
    ) {
        self.model = model
        self.proposals = proposals
        graph = model.graph(ties)
        statistics = model.statistics(of: ties)
        random = RandomSource(seed: seed, part: part)
        free = onlyUnobserved ? model.unobserved : model.free ?? []
        isUniform = onlyUnobserved || model.free != nil
        structural = [Double](repeating: 0, count: model.structuralTerms.count)
        weights = structural
        shares = Shares(model)
        asksBetween = model.structuralTerms.contains(where: \.asksBetween)
    }

    /// So many proposals at these coefficients.
    ///
    /// - Parameter potentials: what the pair terms give each pair at them.
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
        var eta = potentials.value(tail, head)
        var (between, closing) = (0, 0.0)
        if shares.closure > 0 {
            (between, closing) = graph.closing(tail, head)
        } else if asksBetween {
            between = graph.twoPaths(tail, head)
        }
        for place in 0..<structural.count {
            let change = model.structuralTerms[place].change(
                graph, tail, head, present: present, between: between, tables: model.tables)
            structural[place] = change
            eta += weights[place] * change
        }
        if isTied { eta = -eta }
        let ratio = isUniform ? 1 : hastings(tail, head, isTied, closing, potentials.chance(tail, head))
        guard (eta >= 0 && ratio >= 1) || random.unit() < ratio * Logarithm.exponential(eta) else { return }
        accept(tail, head, isTied ? -1 : 1)
    }

    @inline(__always)
    private mutating func proposal() -> (Int, Int) {
        if isUniform {
            let pair = free[random.below(free.count)]
            return (pair.tail, pair.head)
        }
        let ties = graph.tieCount
        guard ties > 0 else { return proposals.drawn(using: &random) }
        let toss = random.unit()
        guard toss >= shares.pair else { return proposals.drawn(using: &random) }
        let place = random.below(ties)
        let (tail, head) = (Int(graph.tails[place]), Int(graph.heads[place]))
        if toss < shares.pair + shares.tie { return (tail, head) }
        guard toss < shares.pair + shares.tie + shares.closure else { return (head, tail) }
        // The tie leads to the middle of a two-path; without direction from either end.
        let isTurned = !graph.isDirected && random.below(2) == 1
        let (start, middle) = isTurned ? (head, tail) : (tail, head)
        let degree = graph.outDegree(middle)
        guard degree > 0 else { return (start, start) }
        let end = graph.outNeighbour(middle, random.below(degree))
        return graph.isDirected || start < end ? (start, end) : (end, start)
    }

    /// The chance of proposing the way back over that of proposing the way there.
    ///
    /// - Parameter closing: the sum over two-paths between the ends of 1 / ties of the middle: over the number of ties, it
    ///   is the chance that a closure is this pair.
    @inline(__always)
    private func hastings(_ tail: Int, _ head: Int, _ isTied: Bool, _ closing: Double, _ chance: Double) -> Double {
        let ties = Double(graph.tieCount)
        let near = (shares.answer > 0 && graph.has(head, tail) ? shares.answer : 0) + shares.closure * closing
        // Of a network with a tie, and of the same without it.
        let full = isTied ? ties : ties + 1
        let there = shares.pair * chance + (shares.tie + near) / full
        let back = full == 1 ? chance : shares.pair * chance + near / (full - 1)
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
