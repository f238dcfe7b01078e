#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The transcendental functions that kernels need.
public enum Logarithm {
    /// The logarithm to the base e; −∞ for 0 and not-a-number below it.
    public static func natural(_ value: Double) -> Double { log(value) }
    static func ofOnePlus(_ value: Double) -> Double { log1p(value) }
    static func sine(_ value: Double) -> Double { sin(value) }
    /// e to the power of the value.
    public static func exponential(_ value: Double) -> Double { exp(value) }
}
