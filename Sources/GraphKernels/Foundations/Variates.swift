/// Random variates beyond the uniform.
extension RandomSource {
    /// Uniform in a range.
    public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// Standard normal, by layers of its density (`Ziggurat`).
    public mutating func normal() -> Double {
        let layers = Ziggurat.normal
        while true {
            let bits = next()
            let layer = Int(bits & 255)
            // Bits of their own, as many places on either side of 0.
            let x = (Double(bits >> 11) * 0x1p-52 - 1) * layers.edges[layer]
            if abs(x) < layers.edges[layer + 1] { return x }
            if layer == 0 { return x < 0 ? -normalTail(layers.right) : normalTail(layers.right) }
            let height = layers.heights[layer] + unit() * (layers.heights[layer + 1] - layers.heights[layer])
            if height < Logarithm.exponential(-0.5 * x * x) { return x }
        }
    }

    /// Of what lies behind a place (Marsaglia 1964).
    private mutating func normalTail(_ right: Double) -> Double {
        while true {
            let x = exponential() / right
            if 2 * exponential() > x * x { return right + x }
        }
    }

    /// Exponential of mean 1, by layers of its density (`Ziggurat`).
    public mutating func exponential() -> Double {
        let layers = Ziggurat.exponential
        var passed = 0.0
        while true {
            let bits = next()
            let layer = Int(bits & 255)
            let x = Double(bits >> 11) * 0x1p-53 * layers.edges[layer]
            if x < layers.edges[layer + 1] { return passed + x }
            if layer == 0 {
                // What lies behind a place lies like all of it.
                passed += layers.right
                continue
            }
            let height = layers.heights[layer] + unit() * (layers.heights[layer + 1] - layers.heights[layer])
            if height < Logarithm.exponential(-x) { return passed + x }
        }
    }

    /// Gamma of a shape and scale 1 (Marsaglia and Tsang 2000).
    ///
    /// - Precondition: shape > 0.
    public mutating func gamma(_ shape: Double) -> Double {
        if shape == 1 { return exponential() }
        guard shape > 1 else { return gamma(shape + 1) * Logarithm.exponential(-exponential() / shape) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            let u = 1 - unit()
            // Their squeeze: what passes it passes the test, and hardly one in thirty has to be tested.
            if u < 1 - 0.0331 * (x * x) * (x * x) { return d * v }
            if Logarithm.natural(u) < 0.5 * x * x + d - d * v + d * Logarithm.natural(v) { return d * v }
        }
    }

    /// Poisson: factors from 0 to 1 are multiplied until e⁻ᵐ is passed (Knuth), a large mean piece by piece.
    ///
    /// - Complexity: O(mean), as what is drawn is long.
    public mutating func poisson(_ mean: Double) -> Int {
        var (count, left) = (0, mean)
        while left > 0 {
            let piece = min(left, 30)
            left -= piece
            var product = unit()
            // e⁻ᵐ is no less than 1 − m, so that a small mean mostly asks for no exponential.
            guard product > 1 - piece else { continue }
            let limit = Logarithm.exponential(-piece)
            while product > limit {
                count += 1
                product *= unit()
            }
        }
        return count
    }

    /// Poisson, of which it is known that it is not 0, where only a share of what is there is shown. More shown than
    /// that share of all there can be would lead the mean beyond all bounds, so that it counts as 1.5 at most; where all is
    /// shown, everyone tied to everyone would, so that it counts as 8.
    mutating func shownPoisson(_ mean: Double, shown: Double) -> Int {
        positivePoisson(min(mean, shown > 0.999 ? 8 : 1.5))
    }

    /// Poisson, of which it is known that it is not 0: by inversion.
    public mutating func positivePoisson(_ mean: Double) -> Int {
        guard mean > 1e-3 else { return 1 }
        // Far above 0 the condition says nothing.
        guard mean < 30 else { return max(1, poisson(mean)) }
        var left = unit() * (1 - Logarithm.exponential(-mean))
        var (count, chance) = (1, mean * Logarithm.exponential(-mean))
        while left >= chance, count < 1000 {
            left -= chance
            count += 1
            chance *= mean / Double(count)
        }
        return count
    }
}
