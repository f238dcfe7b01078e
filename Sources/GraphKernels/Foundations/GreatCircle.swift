#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ways over the earth.
public enum GreatCircle {
    /// The earth's mean radius in kilometres (IUGG).
    private static let radius = 6371.0088

    /// Kilometres along the great circle, by degrees north and east (haversine; Sinnott 1984, Sky and Telescope 68, 158).
    public static func kilometres(
        _ one: (latitude: Double, longitude: Double), _ other: (latitude: Double, longitude: Double)
    ) -> Double {
        func half(_ degrees: Double) -> Double {
            let sine = sin(degrees * .pi / 360)
            return sine * sine
        }
        let along = cos(one.latitude * .pi / 180) * cos(other.latitude * .pi / 180)
        let square = half(other.latitude - one.latitude) + along * half(other.longitude - one.longitude)
        return 2 * radius * asin(min(1, square.squareRoot()))
    }
}
