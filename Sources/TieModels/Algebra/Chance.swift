#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Chances under the normal distribution.
enum Chance {
    /// Of a normal variable as far from 0 as this, on either side.
    static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }
    static func logarithm(_ value: Double) -> Double { log(value) }
}
