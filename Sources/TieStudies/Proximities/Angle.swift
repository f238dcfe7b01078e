#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The scale on which a share's variance hardly depends on it: asin √share, 0 to π/2.
enum Angle {
    static func of(_ share: Double) -> Double { asin(max(0, min(1, share)).squareRoot()) }

    static func share(_ angle: Double) -> Double {
        let sine = sin(max(0, min(.pi / 2, angle)))
        return sine * sine
    }

    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func cosine(_ angle: Double) -> Double { cos(angle) }
}
