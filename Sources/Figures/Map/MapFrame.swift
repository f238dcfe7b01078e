/// The part of the earth that a map shows, and where its points are on the page.
struct MapFrame {
    let plane: LocalPlane
    /// The map on the page.
    let box: Box
    /// Points of the page for a kilometre.
    let scale: Double
    private let origin: Point

    /// How tall a map is at most and at least, in parts of its width.
    private static let proportions = 0.45...1.05
    /// The margin round the outermost point, in parts of the width.
    private static let rim = 0.09

    /// - Parameters:
    ///   - shown: what the map has to hold; at least one point.
    ///   - width: of the page.
    ///   - margin: of the page, where those beyond the map stand.
    init(shown: [GeoPoint], width: Double, margin: Double) {
        let latitudes = shown.map(\.latitude), longitudes = shown.map(\.longitude)
        let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
        let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
        let middle = GeoPoint(
            latitude: min(max((south + north) / 2, -85), 85), longitude: (west + east) / 2)
        plane = LocalPlane(middle: middle)
        let low = plane.place(GeoPoint(latitude: north, longitude: west))
        let high = plane.place(GeoPoint(latitude: south, longitude: east))
        // One place alone: some kilometres round it.
        let extent = pointwiseMax(high - low, Point(4, 2.5))
        let inner = width - 2 * margin
        let tallness = min(max(extent.y / extent.x, Self.proportions.lowerBound), Self.proportions.upperBound)
        box = Box(low: Point(margin, margin), high: Point(width - margin, margin + inner * tallness))
        scale = min(box.width / extent.x, box.height / extent.y) * (1 - 2 * Self.rim)
        origin = box.centre - (low + high) / 2 * scale
    }

    func place(_ point: GeoPoint) -> Point { origin + plane.place(point) * scale }

    func holds(_ point: GeoPoint) -> Bool {
        let place = place(point)
        return box.grown(by: -1).contains(Box(low: place, high: place))
    }

    /// Where the way from the map's middle to a point beyond it leaves the map, and the direction that it goes.
    func exit(towards point: GeoPoint) -> (place: Point, way: Point) {
        let way = (place(point) - box.centre).direction
        let reach = min(
            abs(way.x) > 1e-9 ? box.width / 2 / abs(way.x) : .infinity,
            abs(way.y) > 1e-9 ? box.height / 2 / abs(way.y) : .infinity)
        return (box.centre + way * reach, way)
    }

    /// The round number of kilometres whose bar is nearest below a fifth of the map's width.
    var barLength: Double {
        var length = 0.001
        let most = box.width / 5 / scale
        for step in 0..<40 {
            let next = [1.0, 2, 5][step % 3] * Self.tens[step / 3]
            if next <= most { length = next }
        }
        return length
    }

    private static let tens: [Double] = [
        0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 1e7, 1e8, 1e9, 1e10,
    ]
}
