import GraphKernels

/// Of each pair, given all others: a logistic regression of ties on changes (Strauss and Ikeda 1990). Where pairs say
/// nothing of each other this is the likelihood itself.
struct PseudoLikelihood: Sendable {
    private let model: TieModel
    private let graph: TieGraph
    private let skipped: Set<TieModel.Pair>
    private let hasOffsets: Bool

    private init(_ model: TieModel) {
        self.model = model
        graph = model.observedGraph()
        skipped = Set(model.unobserved)
        hasOffsets = !model.offsets.isEmpty
    }

    /// Its natural logarithm at coefficients of 0.
    static func atZero(_ model: TieModel) -> Double {
        PseudoLikelihood(model).sums([Double](repeating: 0, count: model.coefficientCount)).value
    }

    /// Where it is greatest.
    ///
    /// - Complexity: O(pairs · coefficients²) a step.
    static func greatest(_ model: TieModel) throws(Ascent.Failure) -> Ascent {
        let likelihood = PseudoLikelihood(model)
        return try Ascent(model.coefficientCount) { likelihood.sums($0) }
    }

    /// Each observed pair with its changes, walked anew at every step, so that nothing of their number is kept.
    private func sums(_ estimate: [Double]) -> LikelihoodSums {
        var whole = LikelihoodSums(estimate.count)
        if let free = model.free {
            let parts = Parallel.chunks(of: free.count, grain: max(1, (free.count + 31) / 32)) { range in
                part(estimate) { body in for place in range { body(free[place].tail, free[place].head) } }
            }
            for part in parts { whole.add(part) }
            return whole
        }
        let tails = model.firstModeCount ?? model.nodeCount
        let parts = Parallel.chunks(of: tails, grain: max(1, (tails + 31) / 32)) { range in
            part(estimate) { body in
                for tail in range { for head in model.heads(of: tail) where head != tail { body(tail, head) } }
            }
        }
        for part in parts { whole.add(part) }
        return whole
    }

    private func part(_ estimate: [Double], _ forEachPair: ((Int, Int) -> Void) -> Void) -> LikelihoodSums {
        let count = estimate.count
        var sums = LikelihoodSums(count)
        var changes = [Double](repeating: 0, count: count)
        forEachPair { tail, head in
            if !skipped.isEmpty, skipped.contains(TieModel.Pair(tail: tail, head: head)) { return }
            var eta = hasOffsets ? model.offset(tail, head) : 0
            // A tie that cannot be says nothing.
            guard eta > -.infinity else { return }
            model.changes(graph, tail, head, into: &changes)
            for place in 0..<count { eta += estimate[place] * changes[place] }
            let tied = graph.has(tail, head)
            let chance = 1 / (1 + Logarithm.exponential(-eta))
            // log p of what the pair is, without loss where p is all but 0 or 1.
            let towards = tied ? eta : -eta
            sums.value += min(towards, 0) - Logarithm.natural(1 + Logarithm.exponential(-abs(towards)))
            sums.pairs += 1
            let (left, weight) = ((tied ? 1 : 0) - chance, chance * (1 - chance))
            for row in 0..<count {
                sums.gradient[row] += left * changes[row]
                sums.note(row, changes[row])
                let scaled = weight * changes[row]
                for column in 0...row { sums.information.values[row * count + column] += scaled * changes[column] }
            }
        }
        sums.mirror()
        return sums
    }
}
