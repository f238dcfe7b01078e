/// The Beta distribution.
enum Beta {
    /// The x below which a share `probability` of the distribution lies, by bisection to 1e-12.
    ///
    /// - Precondition: a, b > 0 and 0 < probability < 1.
    static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        while high - low > 1e-12 {
            let middle = (low + high) / 2
            if cumulative(middle, a, b) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The regularised incomplete beta function, by its continued fraction.
    static func cumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exponential(
            a * naturalLogarithm(x) + b * naturalLogarithm(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b))
        // The fraction converges fast below the mean; above it, the other tail's does.
        return x < (a + 1) / (a + b + 2)
            ? front / a * fraction(x, a, b) : 1 - front / b * fraction(1 - x, b, a)
    }

    /// Evaluated by Lentz's method.
    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            let change = d * c
            result *= change
            if abs(change - 1) < 1e-15 { break }
        }
        return result
    }
}
