/// The shape of the Gamma distribution of mean 1 that factors come from.
enum Shape {
    /// One step of Metropolis on the shape's logarithm, the factors summed out: counts are negative binomial.
    ///
    /// Its prior is Student's t of three degrees of freedom about `middle`, of scale 0.8 unless told: where little was
    /// seen most are taken to be of one sort, few with more than twice the mean; the heavy tails leave room for one that
    /// has nearly everything.
    ///
    /// - Parameters:
    ///   - exposures: how many each would count of factor 1.
    ///   - middle: the shape that is as likely too small as too large.
    static func redraw(
        _ shape: inout Double, _ counts: [Double], _ exposures: [Double], about middle: Double = middle,
        scale: Double = scale, _ random: inout RandomSource
    ) {
        let proposed = shape * Logarithm.exponential(1.2 * random.normal())
        let chance = random.unit()
        guard proposed > 0.002, proposed < 500 else { return }
        let gain =
            fit(proposed, counts, exposures) + prior(proposed, middle, scale) - fit(shape, counts, exposures)
            - prior(shape, middle, scale)
        if Logarithm.natural(1 - chance) < gain { shape = proposed }
    }

    /// One step of Metropolis on what several shapes lie about, in one territory: where a few have most of one kind of
    /// ties they tend to have it of another, too, and so does evenness.
    static func redrawMiddle(_ own: inout Double, of shapes: [Double], _ random: inout RandomSource) {
        let proposed = own * Logarithm.exponential(0.8 * random.normal())
        let chance = random.unit()
        guard proposed > 0.01, proposed < 100 else { return }
        func weight(_ place: Double) -> Double {
            shapes.reduce(prior(place, middle, 1)) { $0 + prior($1, place, about) }
        }
        if Logarithm.natural(1 - chance) < weight(proposed) - weight(own) { own = proposed }
    }

    /// Of the factors of social networks' degrees.
    static let middle = 2.0
    /// How far shapes lie from the middle, and from one that they share.
    static let scale = 0.8
    static let about = 0.5

    private static func prior(_ shape: Double, _ middle: Double, _ scale: Double) -> Double {
        let place = Logarithm.natural(shape / middle) / scale
        return -2 * Logarithm.natural(1 + place * place / 3)
    }

    private static func fit(_ shape: Double, _ counts: [Double], _ exposures: [Double]) -> Double {
        let log = Logarithm.natural(shape)
        var sum = 0.0
        // Most count nothing: the logarithm of a product of theirs is asked once for many.
        var product = 1.0
        for (count, exposure) in zip(counts, exposures) where exposure > 0 {
            sum += shape * log
            guard count > 0 else {
                product *= shape + exposure
                if product > 1e200 || product < 1e-200 {
                    sum -= shape * Logarithm.natural(product)
                    product = 1
                }
                continue
            }
            sum -= (shape + count) * Logarithm.natural(shape + exposure)
            var step = 0.0
            while step < count {
                sum += Logarithm.natural(shape + step)
                step += 1
            }
        }
        return sum - shape * Logarithm.natural(product)
    }
}
