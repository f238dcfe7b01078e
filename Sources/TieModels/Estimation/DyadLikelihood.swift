import GraphKernels

/// The likelihood of a directed model whose terms ask of a pair of nodes no more than whether each is tied to the other:
/// each two nodes are in one of four states, whatever the others do (Holland and Leinhardt 1981, J. Am. Stat. Assoc. 76,
/// 33–50).
struct DyadLikelihood: Sendable {
    private let model: TieModel
    private let graph: TieGraph
    private let unobserved: Set<TieModel.Pair>
    private let free: Set<TieModel.Pair>?
    /// The coefficients of answered ties, and of ties that are not answered.
    private let mutual: [Int]
    private let asymmetric: [Int]

    private init(_ model: TieModel) {
        self.model = model
        graph = model.observedGraph()
        unobserved = Set(model.unobserved)
        free = model.free.map { Set($0) }
        func places(_ term: StructuralTerm) -> [Int] {
            model.structuralTerms.indices.filter { model.structuralTerms[$0] == term }
                .map { model.order[model.pairTerms.count + $0] }
        }
        (mutual, asymmetric) = (places(.mutual), places(.asymmetric))
    }

    /// Where it is greatest.
    ///
    /// - Complexity: O(pairs · coefficients²) a step.
    static func greatest(_ model: TieModel) throws(Ascent.Failure) -> Ascent {
        let likelihood = DyadLikelihood(model)
        return try Ascent(model.coefficientCount) { likelihood.sums($0) }
    }

    private func sums(_ estimate: [Double]) -> LikelihoodSums {
        let count = model.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(1, (count + 31) / 32)) { range in
            var sums = LikelihoodSums(estimate.count)
            var states = States(estimate.count)
            for one in range { for other in 0..<one { add(one, other, estimate, &states, to: &sums) } }
            sums.mirror()
            return sums
        }
        var whole = LikelihoodSums(estimate.count)
        for part in parts { whole.add(part) }
        return whole
    }

    /// The statistics of a pair in each of its states, and their weights.
    private struct States {
        var statistics: [[Double]]
        var weights = [0.0, 0, 0, 0]
        var mean: [Double]

        init(_ count: Int) {
            mean = [Double](repeating: 0, count: count)
            statistics = [[Double]](repeating: mean, count: 4)
        }

        /// Adds the logarithm of the weights of some states, and its derivatives, times a sign.
        mutating func add(_ chosen: (Int) -> Bool, _ sign: Double, to sums: inout LikelihoodSums) {
            let states = (0..<4).filter(chosen)
            let top = states.map { weights[$0] }.max() ?? 0
            let shares = states.map { Logarithm.exponential(weights[$0] - top) }
            let total = shares.reduce(0, +)
            sums.value += sign * (top + Logarithm.natural(total))
            for place in mean.indices {
                mean[place] = 0
                for (state, share) in zip(states, shares) { mean[place] += share / total * statistics[state][place] }
                sums.gradient[place] += sign * mean[place]
            }
            guard states.count > 1 else { return }
            for (state, share) in zip(states, shares) {
                for row in mean.indices {
                    let scaled = -sign * share / total * (statistics[state][row] - mean[row])
                    for column in 0...row {
                        sums.information.values[row * mean.count + column] +=
                            scaled * (statistics[state][column] - mean[column])
                    }
                }
            }
        }
    }

    private func add(
        _ one: Int, _ other: Int, _ estimate: [Double], _ states: inout States, to sums: inout LikelihoodSums
    ) {
        let pairs = [TieModel.Pair(tail: one, head: other), TieModel.Pair(tail: other, head: one)]
        let tied = [graph.has(one, other), graph.has(other, one)]
        let mayChange = pairs.map { free?.contains($0) ?? true }
        guard mayChange[0] || mayChange[1] else { return }
        let isKnown = pairs.map { unobserved.isEmpty || !unobserved.contains($0) }
        let offsets = pairs.map { model.offset($0.tail, $0.head) }
        for state in 0..<4 {
            let (there, back) = (state & 1 == 1, state & 2 == 2)
            for (place, term) in model.pairTerms.enumerated() {
                states.statistics[state][model.order[place]] =
                    (there ? term.value(one, other) : 0) + (back ? term.value(other, one) : 0)
            }
            for place in mutual { states.statistics[state][place] = there && back ? 1 : 0 }
            for place in asymmetric { states.statistics[state][place] = there != back ? 1 : 0 }
            states.weights[state] = zip(estimate, states.statistics[state]).reduce(0) { $0 + $1.0 * $1.1 }
            if there { states.weights[state] += offsets[0] }
            if back { states.weights[state] += offsets[1] }
        }
        for place in states.mean.indices {
            for state in 1..<3 { sums.note(place, states.statistics[state][place]) }
        }
        for place in mutual + asymmetric { for number in [0.0, 1] { sums.note(place, number) } }
        func agrees(_ state: Int, _ direction: Int) -> Bool { (state >> direction & 1 == 1) == tied[direction] }
        sums.pairs += (0..<2).count { mayChange[$0] && isKnown[$0] && offsets[$0] > -.infinity }
        states.add(
            { state in (0..<2).allSatisfy { (mayChange[$0] && !isKnown[$0]) || agrees(state, $0) } }, 1, to: &sums)
        states.add({ state in (0..<2).allSatisfy { mayChange[$0] || agrees(state, $0) } }, -1, to: &sums)
    }
}
