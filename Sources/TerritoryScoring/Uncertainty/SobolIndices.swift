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
    /// 5-95 % over bootstrap samples of the rows.
    let firstInterval: Interval?
    let totalInterval: Interval?

    init(first a: [Double?], second b: [Double?], exchanged: [Double?], bootstrap: Int, seed: UInt64) {
        let rows = zip(zip(a, b), exchanged).compactMap { pair, exchanged -> (a: Double, b: Double, ab: Double)? in
            guard let first = pair.0, let second = pair.1, let exchanged else { return nil }
            return (first, second, exchanged)
        }
        guard let whole = Self.indices(rows.count, { rows[$0] }) else {
            (first, total, firstInterval, totalInterval) = (nil, nil, nil, nil)
            return
        }
        (first, total) = whole
        var random = RandomSource(seed: Colour.mixed(seed ^ 0xB007), part: 0)
        var (firsts, totals): ([Double], [Double]) = ([], [])
        for _ in 0..<bootstrap {
            let sample = rows.indices.map { _ in Int32(random.below(rows.count)) }
            guard let drawn = Self.indices(rows.count, { rows[Int(sample[$0])] }) else { continue }
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
