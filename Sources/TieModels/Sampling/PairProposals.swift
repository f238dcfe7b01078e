import GraphKernels

/// Pairs drawn by chance, the likelier, the more pair terms speak for a tie: a network over distances is not offered
/// ties across the country in vain.
///
/// Pairs that are much likelier than most stand in a list, from which a share of the draws come by their weight; the
/// rest are even over all pairs. The list is short and stays near the core. Which pairs are drawn never changes during a
/// fit; any chances would do as long as no pair's is 0.
struct PairProposals: Sendable {
    private struct Entry: Sendable {
        var pair: Int32
        let weight: Double
        /// Of the alias table (Walker 1977; Vose 1991): below this the entry itself is drawn, else the other.
        var limit = 1.0
        var other: Int32 = 0
    }

    private var entries: [Entry] = []
    private let size: Int
    private let isDirected: Bool
    private let firstModeCount: Int?
    private let even: Double
    /// Of the draws that come from the list.
    private var share = 0.0

    /// - Parameter coefficients: of the pair terms; nil: all pairs alike.
    /// - Complexity: O(pairs).
    init(_ model: TieModel, _ coefficients: [Double]?) {
        size = model.nodeCount
        (isDirected, firstModeCount) = (model.isDirected, model.firstModeCount)
        even = 1 / Double(model.pairCount)
        guard let coefficients, model.tellsPairsApart else { return }
        let potentials = PairPotentials(model, coefficients)
        func weight(_ tail: Int, _ head: Int) -> Double {
            1 / (1 + Logarithm.exponential(-potentials.value(tail, head)))
        }
        var (total, listed) = (0.0, 0.0)
        model.forEachPair { total += weight($0, $1) }
        let threshold = 2 * total / Double(model.pairCount)
        guard total.isFinite, total > 0 else { return }
        model.forEachPair { tail, head in
            let weight = weight(tail, head)
            guard weight > threshold else { return }
            listed += weight
            entries.append(Entry(pair: Int32(truncatingIfNeeded: tail * size + head), weight: weight))
        }
        share = 0.9 * listed / total
        if !entries.isEmpty { alias(listed) }
    }

    private mutating func alias(_ total: Double) {
        var left = entries.map { $0.weight * Double(entries.count) / total }
        var small = left.indices.filter { left[$0] < 1 }
        var large = left.indices.filter { left[$0] >= 1 }
        while let low = small.last, let high = large.last {
            small.removeLast()
            entries[low].limit = left[low]
            entries[low].other = Int32(truncatingIfNeeded: high)
            left[high] -= 1 - left[low]
            if left[high] < 1 {
                large.removeLast()
                small.append(high)
            }
        }
    }

    /// The chance that a draw is each pair, row by row; where all have the same, that alone.
    var chances: [Double] {
        guard !entries.isEmpty else { return [even] }
        var made = [Double](repeating: (1 - share) * even, count: size * size)
        let total = entries.reduce(0) { $0 + $1.weight }
        for entry in entries { made[Int(entry.pair)] += share * entry.weight / total }
        return made
    }

    @inline(__always)
    func drawn(using random: inout RandomSource) -> (Int, Int) {
        if !entries.isEmpty, random.unit() < share {
            var place = random.below(entries.count)
            if random.unit() >= entries[place].limit { place = Int(entries[place].other) }
            return Int(entries[place].pair).quotientAndRemainder(dividingBy: size)
        }
        if let first = firstModeCount { return (random.below(first), first + random.below(size - first)) }
        let one = random.below(size)
        var other = random.below(size - 1)
        if other >= one { other += 1 }
        return isDirected || one < other ? (one, other) : (other, one)
    }
}
