import GraphKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A point of the earth, in degrees of WGS 84.
package struct GeoPoint: Sendable, Hashable {
    package var latitude: Double
    package var longitude: Double
}

/// Lambert-93, the projection of French maps: a conic with two standard parallels, on the ellipsoid GRS 80.
///
/// Constants and formulas: IGN, "Projection cartographique conique conforme de Lambert", NTG 71 (1995), and "Paramètres
/// de la projection Lambert-93". Between RGF93 and WGS 84 there is less than a metre.
package enum Lambert93 {
    private static let exponent = 0.7256077650532670
    private static let constant = 11_754_255.426096
    private static let pole = (x: 700_000.0, y: 12_655_612.049876)
    private static let eccentricity = 0.08181919104281579
    private static let meridian = 3.0

    /// What coordinates in metres of mainland France look like.
    package static let xs = 0.0...1_300_000
    package static let ys = 6_000_000.0...7_200_000

    /// The point of the earth at metres to the east and north.
    package static func point(x: Double, y: Double) -> GeoPoint {
        let (east, south) = (x - pole.x, pole.y - y)
        let radius = (east * east + south * south).squareRoot()
        let angle = atan2(east, south)
        let isometric = -log(radius / constant) / exponent
        // The latitude of an isometric latitude, by repeating until it stands still.
        var latitude = 2 * atan(exp(isometric)) - .pi / 2
        for _ in 0..<20 {
            let sine = eccentricity * sin(latitude)
            let next = 2 * atan(pow((1 + sine) / (1 - sine), eccentricity / 2) * exp(isometric)) - .pi / 2
            if abs(next - latitude) < 1e-13 { break }
            latitude = next
        }
        return GeoPoint(latitude: latitude * 180 / .pi, longitude: meridian + angle / exponent * 180 / .pi)
    }
}

/// A plane for an area of some hundred kilometres, north upwards: kilometres east and south of its middle
/// (equirectangular, true to scale along the middle's parallel and along all meridians).
struct LocalPlane: Sendable {
    let middle: GeoPoint
    private let east: Double
    /// The earth's mean radius by 1 degree, in kilometres (IUGG: 6371.0088 km).
    private static let degree = 6371.0088 * Double.pi / 180

    init(middle: GeoPoint) {
        self.middle = middle
        east = Self.degree * cos(middle.latitude * .pi / 180)
    }

    func place(_ point: GeoPoint) -> Point {
        Point((point.longitude - middle.longitude) * east, (middle.latitude - point.latitude) * Self.degree)
    }

    /// Kilometres along the great circle.
    static func distance(_ one: GeoPoint, _ other: GeoPoint) -> Double {
        GreatCircle.kilometres((one.latitude, one.longitude), (other.latitude, other.longitude))
    }
}
