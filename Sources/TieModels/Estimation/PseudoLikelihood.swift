import GraphKernels

/// The coefficients under which each pair, given all others, is most likely what it is: a logistic regression of ties on
/// changes (Strauss and Ikeda 1990). Where pairs say nothing of each other this is the likelihood itself.
struct PseudoLikelihood: Sendable {
    enum Failure: Error, Equatable {
        /// The statistic at this place does not vary, or others make it up.
        case dependent(Int)
        /// Coefficients grow without end: some combination of statistics tells ties from others without fail.
        case separated([Int])
    }

    let estimate: [Double]
    let information: Symmetric
    /// Its natural logarithm at the estimate.
    let logLikelihood: Double
    /// Observed pairs.
    let pairs: Int

    /// Newton's method with halved steps.
    ///
    /// - Complexity: O(pairs · coefficients²) a step.
    init(_ model: TieModel) throws(Failure) {
        let rows = Rows(model)
        var estimate = [Double](repeating: 0, count: model.coefficientCount)
        var state = rows.sums(estimate)
        pairs = state.pairs
        // Pairs' statistics less their means: of these a column is dependent that others make up.
        if let place = state.information.firstDependent(slack: 1e-9) { throw .dependent(place) }
        for _ in 0..<60 {
            guard let step = state.information.solve(state.gradient) else { throw .separated(rows.growing(estimate)) }
            let gain = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            // Newton's last step squares what is left of the way, so that this is rounding.
            if gain < 1e-20 { break }
            var (share, next) = (1.0, state)
            var moved = estimate
            repeat {
                moved = zip(estimate, step).map { $0 + share * $1 }
                next = rows.sums(moved)
                share /= 2
            } while next.logLikelihood < state.logLikelihood - 1e-9 && share > 1e-6
            // Once the fit is all but perfect along a direction, the step there never ends.
            let largest = zip(moved, state.scales).map { abs($0 * $1) }.max() ?? 0
            if largest > 60 || -next.logLikelihood < 1e-6 * Double(pairs) { throw .separated(rows.growing(moved)) }
            (estimate, state) = (moved, next)
        }
        guard state.information.choleskyFactor(slack: 1e-13) != nil else { throw .separated(rows.growing(estimate)) }
        self.estimate = estimate
        information = state.information
        logLikelihood = state.logLikelihood
    }
}

/// Each observed pair with its changes, walked anew at every step, so that nothing of their number is kept.
private struct Rows: Sendable {
    let model: TieModel
    let graph: TieGraph
    let skipped: Set<TieModel.Pair>

    struct Sums: Sendable {
        var logLikelihood = 0.0
        var gradient: [Double]
        var information: Symmetric
        /// The greatest size of each statistic.
        var scales: [Double]
        var pairs = 0

        init(_ count: Int) {
            gradient = [Double](repeating: 0, count: count)
            scales = gradient
            information = Symmetric(size: count)
        }

        mutating func add(_ other: Sums) {
            logLikelihood += other.logLikelihood
            pairs += other.pairs
            for place in gradient.indices {
                gradient[place] += other.gradient[place]
                scales[place] = max(scales[place], other.scales[place])
            }
            information = information + other.information
        }
    }

    init(_ model: TieModel) {
        self.model = model
        graph = model.observedGraph()
        skipped = Set(model.unobserved)
    }

    func sums(_ estimate: [Double]) -> Sums {
        var whole = Sums(estimate.count)
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

    private func part(_ estimate: [Double], _ forEachPair: ((Int, Int) -> Void) -> Void) -> Sums {
        let count = estimate.count
        var sums = Sums(count)
        var changes = [Double](repeating: 0, count: count)
        forEachPair { tail, head in
            if !skipped.isEmpty, skipped.contains(TieModel.Pair(tail: tail, head: head)) { return }
            model.changes(graph, tail, head, into: &changes)
            var eta = 0.0
            for place in 0..<count { eta += estimate[place] * changes[place] }
            let tied = graph.has(tail, head)
            let chance = 1 / (1 + Logarithm.exponential(-eta))
            // log p of what the pair is, without loss where p is all but 0 or 1.
            let towards = tied ? eta : -eta
            sums.logLikelihood += min(towards, 0) - Logarithm.natural(1 + Logarithm.exponential(-abs(towards)))
            sums.pairs += 1
            let (left, weight) = ((tied ? 1 : 0) - chance, chance * (1 - chance))
            for row in 0..<count {
                sums.gradient[row] += left * changes[row]
                sums.scales[row] = max(sums.scales[row], abs(changes[row]))
                let scaled = weight * changes[row]
                for column in 0...row { sums.information.values[row * count + column] += scaled * changes[column] }
            }
        }
        for row in 0..<count { for column in 0..<row { sums.information[column, row] = sums.information[row, column] } }
        return sums
    }

    /// The coefficients that have left all sense: what a change of theirs does is beyond ± 15.
    func growing(_ estimate: [Double]) -> [Int] {
        let scales = sums(estimate).scales
        let found = estimate.indices.filter { abs(estimate[$0] * scales[$0]) > 15 }
        if !found.isEmpty { return found }
        let largest = estimate.indices.max { abs(estimate[$0] * scales[$0]) < abs(estimate[$1] * scales[$1]) }
        return largest.map { [$0] } ?? []
    }
}
