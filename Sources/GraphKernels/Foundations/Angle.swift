#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The functions of angles that kernels need.
enum Angle {
    static func sine(_ angle: Double) -> Double { sin(angle) }
    static func ofSine(_ sine: Double) -> Double { asin(sine) }
}
