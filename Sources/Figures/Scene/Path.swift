/// A chain of cubic Bézier curves: a start, then three points for each curve.
public struct Path: Sendable, Hashable {
    /// The start, then for each curve its two control points and its end.
    public private(set) var points: [Point]

    /// A straight line.
    public init(from start: Point, to end: Point) {
        points = [start, start + (end - start) / 3, start + (end - start) * (2 / 3), end]
    }

    /// A bow: its middle stands `bend` points to the side of the straight line.
    public init(from start: Point, to end: Point, bend: Double) {
        let aside = (end - start).direction.perpendicular * (bend * 4 / 3)
        points = [start, start + (end - start) * 0.3 + aside, start + (end - start) * 0.7 + aside, end]
    }

    /// Straight lines from point to point.
    public init(through stops: [Point]) {
        precondition(stops.count > 1, "a path has a start and an end")
        points = [stops[0]]
        for (start, end) in zip(stops, stops.dropFirst()) {
            points += [start + (end - start) / 3, start + (end - start) * (2 / 3), end]
        }
    }

    /// A smooth curve that is drawn towards some points between its ends and need not meet them: the uniform cubic
    /// B-spline of the points, its ends thrice (de Boor 1978, A Practical Guide to Splines), which stays within them.
    ///
    /// - Precondition: there are two points.
    init(ledAlong stops: [Point]) {
        precondition(stops.count > 1, "a path has a start and an end")
        let (first, last) = (stops[0], stops[stops.count - 1])
        let controls = [first, first] + stops + [last, last]
        points = [first]
        for place in 0..<(controls.count - 3) {
            let (b, c, d) = (controls[place + 1], controls[place + 2], controls[place + 3])
            points += [(b * 2 + c) / 3, (b + c * 2) / 3, (b + c * 4 + d) / 6]
        }
        points[points.count - 1] = last
    }

    private init(points: [Point]) { self.points = points }

    /// The path with each of its points put elsewhere.
    func mapped(_ place: (Point) -> Point) -> Path { Path(points: points.map(place)) }

    /// Where it begins.
    public var start: Point { points[0] }
    /// Where it ends, and an arrowhead points.
    public var end: Point { points[points.count - 1] }

    private var curveCount: Int { (points.count - 1) / 3 }

    /// The point at a parameter from 0 to the number of curves.
    private func point(at parameter: Double) -> Point {
        let curve = min(Int(parameter), curveCount - 1)
        let t = parameter - Double(curve)
        let (a, b, c, d) = (points[3 * curve], points[3 * curve + 1], points[3 * curve + 2], points[3 * curve + 3])
        let u = 1 - t
        return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t)
    }

    /// Points along the path, at equal steps of its parameter.
    public func sampled(_ stepsPerCurve: Int = 16) -> [Point] {
        let count = curveCount * stepsPerCurve
        return (0...count).map { point(at: Double($0) / Double(stepsPerCurve)) }
    }

    /// Its length in points, by sixteen chords to each curve.
    public var length: Double {
        let stops = sampled()
        return zip(stops, stops.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }

    /// The part between two distances from the start; nil where nothing is left.
    public func part(from: Double, to: Double) -> Path? {
        parts([(from, to)]).first
    }

    /// The parts between pairs of distances from the start; those of no length are left out.
    func parts(_ spans: [(from: Double, to: Double)]) -> [Path] {
        let steps = 24
        let stops = sampled(steps)
        var travelled = [0.0]
        for (start, end) in zip(stops, stops.dropFirst()) {
            travelled.append((travelled.last ?? 0) + (end - start).length)
        }
        let total = travelled.last ?? 0
        func parameter(at distance: Double) -> Double {
            guard distance > 0 else { return 0 }
            guard distance < total, let after = travelled.firstIndex(where: { $0 > distance }) else {
                return Double(curveCount)
            }
            let step = travelled[after] - travelled[after - 1]
            return (Double(after - 1) + (distance - travelled[after - 1]) / step) / Double(steps)
        }
        return spans.compactMap { span in
            let (from, to) = (parameter(at: span.from), parameter(at: span.to))
            return to - from > 1e-6 ? cut(from, to) : nil
        }
    }

    /// The curves between two parameters (de Casteljau).
    private func cut(_ from: Double, _ to: Double) -> Path {
        let first = min(Int(from), curveCount - 1)
        let last = min(max(first, Int(to.rounded(.up)) - 1), curveCount - 1)
        var result: [Point] = []
        for curve in first...last {
            let low = max(0, from - Double(curve))
            let high = min(1, to - Double(curve))
            let piece = Self.cut(Array(points[3 * curve...3 * curve + 3]), low, high)
            result += result.isEmpty ? piece : Array(piece.dropFirst())
        }
        return Path(points: result)
    }

    private static func cut(_ curve: [Point], _ low: Double, _ high: Double) -> [Point] {
        func blossom(_ s: Double, _ t: Double, _ u: Double) -> Point {
            var p = curve
            for (level, at) in [s, t, u].enumerated() {
                for i in 0..<(3 - level) { p[i] = p[i] + (p[i + 1] - p[i]) * at }
            }
            return p[0]
        }
        return [
            blossom(low, low, low), blossom(low, low, high), blossom(low, high, high), blossom(high, high, high),
        ]
    }
}
