#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// FoundationEssentials has no logarithm; the C library's stands behind these two names only.

func naturalLogarithm(_ x: Double) -> Double { log(x) }
func exponential(_ x: Double) -> Double { exp(x) }

/// The logarithm of the gamma function, without the global sign that C's `lgamma` writes: Lanczos'
/// approximation (g = 7, 9 terms), relative error below 1e-13 for x > 0.
func logGamma(_ x: Double) -> Double {
    let terms = [
        676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ]
    var sum = 0.99999999999980993
    for (place, term) in terms.enumerated() { sum += term / (x + Double(place)) }
    let base = x + 6.5
    return 0.5 * log(2 * Double.pi) + (x - 0.5) * log(base) - base + log(sum)
}
