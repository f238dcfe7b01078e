import GraphKernels

/// First-order and total indices of one factor for one output.
///
/// With A and B two independent matrices and AB the first with this factor's column from the
/// second: first order Σ f(B)(f(AB) − f(A)) / N ÷ V (Saltelli et al. 2010, table 2b), total
/// Σ (f(A) − f(AB))² / 2N ÷ V (Jansen 1999), V the variance over A and B. Outputs are centred, which
/// changes neither in expectation and steadies the first.
struct SobolIndices {
    /// Nil where the output does not vary.
    let first: Double?
    let total: Double?
    /// 5-95 % over bootstrap samples of the looks, each with its rows: rows of one look are alike.
    let firstInterval: Interval?
    let totalInterval: Interval?

    /// - Parameter looks: by row, the look at the territory that it combines, ascending.
    init(first a: [Double?], second b: [Double?], exchanged: [Double?], looks: [Int32], bootstrap: Int, seed: UInt64) {
        var rows: [(a: Double, b: Double, ab: Double)] = []
        // Of each look its rows.
        var groups: [Range<Int>] = []
        var last: Int32?
        for place in a.indices {
            guard let first = a[place], let second = b[place], let exchanged = exchanged[place] else { continue }
            rows.append((first, second, exchanged))
            let start = looks[place] == last ? groups.removeLast().lowerBound : rows.count - 1
            groups.append(start..<rows.count)
            last = looks[place]
        }
        guard let whole = Self.indices(rows.count, { rows[$0] }) else {
            (first, total, firstInterval, totalInterval) = (nil, nil, nil, nil)
            return
        }
        (first, total) = whole
        var random = RandomSource(seed: Colour.mixed(seed ^ 0xB007), part: 0)
        var (firsts, totals): ([Double], [Double]) = ([], [])
        var sample: [Int] = []
        for _ in 0..<bootstrap {
            sample.removeAll(keepingCapacity: true)
            for _ in groups.indices { sample += groups[random.below(groups.count)] }
            guard let drawn = Self.indices(sample.count, { rows[sample[$0]] }) else { continue }
            firsts.append(drawn.0)
            totals.append(drawn.1)
        }
        (firstInterval, totalInterval) = (Interval(firsts), Interval(totals))
    }

    private static func indices(
        _ count: Int, _ row: (Int) -> (a: Double, b: Double, ab: Double)
    ) -> (Double, Double)? {
        guard count > 1 else { return nil }
        var mean = 0.0
        for place in 0..<count { mean += row(place).a + row(place).b }
        mean /= Double(2 * count)
        var (variance, first, total) = (0.0, 0.0, 0.0)
        for place in 0..<count {
            let (a, b, ab) = row(place)
            variance += (a - mean) * (a - mean) + (b - mean) * (b - mean)
            first += (b - mean) * (ab - a)
            total += (a - ab) * (a - ab)
        }
        variance /= Double(2 * count)
        guard variance > 1e-18 else { return nil }
        return (first / Double(count) / variance, total / Double(2 * count) / variance)
    }
}
