/// A point of the page, in points (1/72 inch), x to the right and y downwards.
public typealias Point = SIMD2<Double>

/// An upright rectangle of the page.
public struct Box: Sendable, Hashable {
    /// The corner to the upper left.
    public var low: Point
    /// The corner to the lower right; in neither direction below `low`.
    public var high: Point

    /// A rectangle by two corners, which are to be in order.
    public init(low: Point, high: Point) {
        self.low = low
        self.high = high
    }

    /// A rectangle round a point.
    public init(centre: Point, width: Double, height: Double) {
        let half = Point(width, height) / 2
        self.init(low: centre - half, high: centre + half)
    }

    /// The point in its middle.
    public var centre: Point { (low + high) / 2 }
    /// From left to right, not negative.
    public var width: Double { high.x - low.x }
    /// From top to bottom, not negative.
    public var height: Double { high.y - low.y }

    /// The rectangle with so much more on each side; less where the margin is negative.
    public func grown(by margin: Double) -> Box {
        Box(low: low - Point(margin, margin), high: high + Point(margin, margin))
    }

    /// The rectangle put elsewhere.
    public func moved(by way: Point) -> Box { Box(low: low + way, high: high + way) }

    /// The least rectangle that holds both.
    public func union(_ other: Box) -> Box {
        Box(low: pointwiseMin(low, other.low), high: pointwiseMax(high, other.high))
    }

    /// Whether no point of the other lies outside; sides in common are within.
    public func contains(_ other: Box) -> Bool {
        all(low .<= other.low) && all(high .>= other.high)
    }

    /// Whether more than a side is in common.
    public func overlaps(_ other: Box) -> Bool {
        low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y
    }

    /// How far the nearest point of the box is from a point; 0 inside.
    public func distance(to point: Point) -> Double {
        let x = max(low.x - point.x, point.x - high.x, 0)
        let y = max(low.y - point.y, point.y - high.y, 0)
        return (x * x + y * y).squareRoot()
    }

    /// The point of the box that is nearest to a point; the point itself where it lies inside.
    func nearest(to point: Point) -> Point { pointwiseMin(pointwiseMax(point, low), high) }

    /// How much of a straight line lies in the box.
    public func length(ofLineFrom start: Point, to end: Point) -> Double {
        guard max(start.x, end.x) > low.x, min(start.x, end.x) < high.x, max(start.y, end.y) > low.y,
            min(start.y, end.y) < high.y
        else { return 0 }
        // The parts of the way at which the line is between the sides (Liang and Barsky 1984).
        let (x, y) = (end.x - start.x, end.y - start.y)
        var (enter, leave) = (0.0, 1.0)
        func clip(_ from: Double, _ way: Double, _ low: Double, _ high: Double) {
            guard way != 0 else { return }
            let (one, other) = ((low - from) / way, (high - from) / way)
            enter = max(enter, min(one, other))
            leave = min(leave, max(one, other))
        }
        clip(start.x, x, low.x, high.x)
        clip(start.y, y, low.y, high.y)
        return max(0, leave - enter) * (x * x + y * y).squareRoot()
    }
}

extension SIMD2<Double> {
    var length: Double { (x * x + y * y).squareRoot() }

    /// The same direction, of length 1; no direction stays none.
    var direction: SIMD2<Double> {
        let length = length
        return length > 0 ? self / length : .zero
    }

    /// Turned by a quarter.
    var perpendicular: SIMD2<Double> { SIMD2(-y, x) }
}
