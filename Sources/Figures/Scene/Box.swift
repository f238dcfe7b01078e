/// A point of the page, in points (1/72 inch), x to the right and y downwards.
public typealias Point = SIMD2<Double>

/// An upright rectangle of the page.
public struct Box: Sendable, Hashable {
    public var low: Point
    public var high: Point

    public init(low: Point, high: Point) {
        self.low = low
        self.high = high
    }

    public init(centre: Point, width: Double, height: Double) {
        let half = Point(width, height) / 2
        self.init(low: centre - half, high: centre + half)
    }

    public var centre: Point { (low + high) / 2 }
    public var width: Double { high.x - low.x }
    public var height: Double { high.y - low.y }

    public func grown(by margin: Double) -> Box {
        Box(low: low - Point(margin, margin), high: high + Point(margin, margin))
    }

    public func moved(by way: Point) -> Box { Box(low: low + way, high: high + way) }

    public func union(_ other: Box) -> Box {
        Box(low: pointwiseMin(low, other.low), high: pointwiseMax(high, other.high))
    }

    public func contains(_ other: Box) -> Bool {
        all(low .<= other.low) && all(high .>= other.high)
    }

    public func overlaps(_ other: Box) -> Bool {
        all(low .< other.high) && all(other.low .< high)
    }

    /// How far the nearest point of the box is from a point; 0 inside.
    public func distance(to point: Point) -> Double {
        let way = point - point.clamped(lowerBound: low, upperBound: high)
        return way.length
    }

    /// How much of a straight line lies in the box.
    public func length(ofLineFrom start: Point, to end: Point) -> Double {
        let way = end - start
        var (enter, leave) = (0.0, 1.0)
        for axis in 0..<2 {
            if way[axis] == 0 {
                if start[axis] <= low[axis] || start[axis] >= high[axis] { return 0 }
            } else {
                let one = (low[axis] - start[axis]) / way[axis]
                let other = (high[axis] - start[axis]) / way[axis]
                enter = max(enter, min(one, other))
                leave = min(leave, max(one, other))
            }
        }
        return max(0, leave - enter) * way.length
    }
}

extension SIMD2<Double> {
    var length: Double { (self * self).sum().squareRoot() }

    /// The same direction, of length 1; no direction stays none.
    var direction: SIMD2<Double> {
        let length = length
        return length > 0 ? self / length : .zero
    }

    /// Turned by a quarter.
    var perpendicular: SIMD2<Double> { SIMD2(-y, x) }
}
