import Tabular
import Vocabulary

/// Boundaries and rivers under a map, from a GeoJSON file (RFC 7946) of the user's.
public struct MapOutline: Sendable, Hashable {
    /// In what a file counts, as its numbers tell.
    public enum System: Sendable, Hashable {
        /// Degrees of longitude and latitude.
        case wgs84
        /// Metres of Lambert-93.
        case lambert93

        /// What captions call it.
        var name: Bilingual {
            switch self {
            case .wgs84: Bilingual("WGS 84")
            case .lambert93: Bilingual("Lambert-93")
            }
        }
    }

    /// Closed lines, each round an area or a hole in one.
    var rings: [[GeoPoint]] = []
    /// Open lines, such as rivers.
    var lines: [[GeoPoint]] = []
    /// Read from the ranges of the coordinates.
    public private(set) var system = System.wgs84
    /// Who made it, where the file or the user says.
    public var source: String?
    /// Under which licence, where the file or the user says.
    public var licence: String?

    /// How many points a file may have.
    private static let mostPoints = 4_000_000

    /// Reads a file's bytes. Polygons, lines and collections of them are taken, points left out. `source` and
    /// `licence` (or `license`) may stand beside `type` in the outermost object.
    ///
    /// - Throws: `MilieuError` of cause `data` where it is no GeoJSON, or its coordinates are neither WGS 84 nor
    ///   Lambert-93.
    /// - Complexity: O(bytes).
    public init(geoJSON bytes: [UInt8], file: String) throws(MilieuError) {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "The outline is no JSON: \(error.message.en).",
                    fr: "Le contour n'est pas du JSON : \(error.message.fr)."), remedy: error.remedy,
                at: Place(file: file, line: error.line))
        }
        var raw = RawOutline()
        raw.take(value)
        guard !raw.rings.isEmpty || !raw.lines.isEmpty else {
            throw MilieuError(
                .data,
                Bilingual(en: "The outline has no polygon and no line.", fr: "Le contour n'a ni polygone ni ligne."),
                remedy: Bilingual(
                    en: "Give a GeoJSON file of boundaries, such as communes or an EPCI.",
                    fr: "Donnez un fichier GeoJSON de limites, comme celles de communes ou d'un EPCI."),
                at: Place(file: file))
        }
        guard raw.count <= Self.mostPoints else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "The outline has \(raw.count) points; at most \(Self.mostPoints) are read.",
                    fr: "Le contour a \(raw.count, fr: "point", "points") ; \(Self.mostPoints) au plus sont lus."),
                remedy: Bilingual(
                    en: "Take a simpler outline, or a part of it.",
                    fr: "Prenez un contour plus simple, ou une partie de celui-ci."), at: Place(file: file))
        }
        if raw.all({ abs($0.x) <= 180 && abs($0.y) <= 90 }) {
            system = .wgs84
        } else if raw.all({ Lambert93.xs.contains($0.x) && Lambert93.ys.contains($0.y) }) {
            system = .lambert93
        } else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "The outline's coordinates are neither degrees (WGS 84) nor metres of Lambert-93.",
                    fr: "Les coordonnées du contour ne sont ni des degrés (WGS 84) ni des mètres de Lambert-93."),
                remedy: Bilingual(
                    en: "Save it in one of the two (EPSG:4326 or EPSG:2154).",
                    fr: "Enregistrez-le dans l'un des deux (EPSG:4326 ou EPSG:2154)."), at: Place(file: file))
        }
        let system = system
        func converted(_ point: Point) -> GeoPoint {
            system == .wgs84 ? GeoPoint(latitude: point.y, longitude: point.x) : Lambert93.point(x: point.x, y: point.y)
        }
        rings = raw.rings.map { $0.map(converted) }
        lines = raw.lines.map { $0.map(converted) }
        func text(_ keys: [String]) -> String? {
            for key in keys { if case .text(let text)? = value[key] { return PlainText.cleaned(text, limit: 200) } }
            return nil
        }
        source = text(["source", "attribution"])
        licence = text(["licence", "license"])
    }

    /// All points, of areas and lines.
    var points: [GeoPoint] { rings.flatMap { $0 } + lines.flatMap { $0 } }
}

/// The coordinates of a GeoJSON file as they stand.
private struct RawOutline {
    var rings: [[Point]] = []
    var lines: [[Point]] = []

    var count: Int { rings.reduce(0) { $0 + $1.count } + lines.reduce(0) { $0 + $1.count } }

    func all(_ isRight: (Point) -> Bool) -> Bool { (rings + lines).allSatisfy { $0.allSatisfy(isRight) } }

    /// Objects within objects; the reader of JSON has bounded how deep these can be.
    mutating func take(_ value: JSONValue) {
        guard case .text(let type)? = value["type"] else { return }
        let coordinates = value["coordinates"] ?? .null
        switch type {
        case "FeatureCollection": for feature in Self.items(value["features"]) { take(feature) }
        case "Feature": if let geometry = value["geometry"] { take(geometry) }
        case "GeometryCollection": for geometry in Self.items(value["geometries"]) { take(geometry) }
        case "Polygon": takeRings(coordinates)
        case "MultiPolygon": for polygon in Self.items(coordinates) { takeRings(polygon) }
        case "LineString": takeLine(coordinates)
        case "MultiLineString": for line in Self.items(coordinates) { takeLine(line) }
        default: break
        }
    }

    private mutating func takeRings(_ polygon: JSONValue) {
        for ring in Self.items(polygon) {
            var points = Self.points(ring)
            if points.count > 1, points.first == points.last { points.removeLast() }
            if points.count > 2 { rings.append(points) }
        }
    }

    private mutating func takeLine(_ line: JSONValue) {
        let points = Self.points(line)
        if points.count > 1 { lines.append(points) }
    }

    private static func points(_ value: JSONValue) -> [Point] {
        items(value).compactMap { pair in
            let numbers = items(pair)
            guard numbers.count >= 2, let x = number(numbers[0]), let y = number(numbers[1]) else { return nil }
            return Point(x, y)
        }
    }

    private static func items(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let items)? = value { items } else { [] }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
