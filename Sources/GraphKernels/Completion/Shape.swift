/// The shape of the Gamma distribution of mean 1 that factors come from.
enum Shape {
    /// One step of Metropolis on the shape's logarithm, the factors summed out: counts are negative binomial. Its
    /// prior is normal, of standard deviation 2: from all alike to one that has nearly everything.
    ///
    /// - Parameter exposures: how many each would count of factor 1.
    static func redraw(
        _ shape: inout Double, _ counts: [Double], _ exposures: [Double], _ random: inout RandomSource
    ) {
        let proposed = shape * Logarithm.exponential(1.2 * random.normal())
        let chance = random.unit()
        guard proposed > 0.002, proposed < 500 else { return }
        let gain = fit(proposed, counts, exposures) - fit(shape, counts, exposures)
        if Logarithm.natural(1 - chance) < gain { shape = proposed }
    }

    private static func fit(_ shape: Double, _ counts: [Double], _ exposures: [Double]) -> Double {
        let log = Logarithm.natural(shape)
        var sum = -log * log / 8
        for (count, exposure) in zip(counts, exposures) where exposure > 0 {
            sum += shape * log - (shape + count) * Logarithm.natural(shape + exposure)
            var step = 0.0
            while step < count {
                sum += Logarithm.natural(shape + step)
                step += 1
            }
        }
        return sum
    }
}
