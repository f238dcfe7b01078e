import GraphKernels

/// What the pair terms of a model add up to for each pair, at given coefficients, and pairs drawn the likelier for it.
///
/// All that a step reads of a pair stands side by side: of a large network nothing here is near the core.
struct PairPotentials: Sendable {
    private struct Cell: Sendable {
        var value = 0.0
        /// Of the alias table (Walker 1977; Vose 1991): below this the pair itself is drawn, else the other.
        var limit: Float = 0
        var other: Int32 = 0
    }

    /// Row by row; without direction above the diagonal only.
    private var cells: [Cell]
    private let size: Int
    private let isDirected: Bool
    private let firstModeCount: Int?
    private let even: Double
    /// By what a pair's weight becomes its chance; nil where all pairs are alike.
    private var scale: Double?

    init(_ model: TieModel, _ coefficients: [Double]) {
        size = model.nodeCount
        (isDirected, firstModeCount) = (model.isDirected, model.firstModeCount)
        even = 1 / Double(model.pairCount)
        cells = [Cell](repeating: Cell(), count: size * size)
        let tails = model.firstModeCount ?? size
        for (place, term) in model.pairTerms.enumerated() {
            let weight = coefficients[model.order[place]]
            for tail in 0..<tails {
                for head in model.heads(of: tail) { cells[tail * size + head].value += weight * term.value(tail, head) }
            }
        }
        if model.pairTerms.contains(where: { if case .one = $0 { false } else { true } }) { weigh(model, tails) }
    }

    private func weight(_ value: Double) -> Double { 1 / (1 + Logarithm.exponential(-value)) }

    /// A tenth of the draws stay even, so that no pair is left out.
    private mutating func weigh(_ model: TieModel, _ tails: Int) {
        var left = [Double](repeating: 0, count: cells.count)
        var total = 0.0
        for tail in 0..<tails {
            for head in model.heads(of: tail) where head != tail {
                let weight = weight(cells[tail * size + head].value)
                left[tail * size + head] = weight
                total += weight
            }
        }
        guard total > 0, total.isFinite else { return }
        scale = 0.9 / total
        for tail in 0..<tails {
            for head in model.heads(of: tail) where head != tail {
                let cell = tail * size + head
                left[cell] = Double(cells.count) * (0.9 * left[cell] / total + 0.1 * even)
            }
        }
        var small = left.indices.filter { left[$0] < 1 }
        var large = left.indices.filter { left[$0] >= 1 }
        while let low = small.last, let high = large.last {
            small.removeLast()
            cells[low].limit = Float(left[low])
            cells[low].other = Int32(truncatingIfNeeded: high)
            left[high] -= 1 - left[low]
            if left[high] < 1 {
                large.removeLast()
                small.append(high)
            }
        }
        // What rounding left over: itself.
        for cell in small + large where left[cell] > 0.5 { cells[cell].limit = 1 }
    }

    @inline(__always)
    func value(_ tail: Int, _ head: Int) -> Double { cells[tail &* size &+ head].value }

    /// The chance that a draw is this pair.
    @inline(__always)
    func chance(_ tail: Int, _ head: Int) -> Double {
        guard let scale else { return even }
        return scale * weight(value(tail, head)) + 0.1 * even
    }

    @inline(__always)
    func drawn(using random: inout RandomSource) -> (Int, Int) {
        if scale != nil {
            var cell = random.below(cells.count)
            if Float(random.unit()) >= cells[cell].limit { cell = Int(cells[cell].other) }
            return cell.quotientAndRemainder(dividingBy: size)
        }
        if let first = firstModeCount { return (random.below(first), first + random.below(size - first)) }
        let one = random.below(size)
        var other = random.below(size - 1)
        if other >= one { other += 1 }
        return isDirected || one < other ? (one, other) : (other, one)
    }
}
