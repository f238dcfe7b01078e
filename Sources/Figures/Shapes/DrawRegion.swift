/// The smallest region of the unit square that holds a share of draws (Hyndman 1996, "Computing and
/// graphing highest density regions", The American Statistician 50(2), 120–126), over a kernel
/// estimate of their density (quartic kernel, Silverman's rule in each direction).
struct DrawRegion {
    /// In the units of the square; holes are rings of their own.
    let rings: [FieldOutline.Ring]

    /// The grid reaches beyond the square, so that what piles up at 0 or 1 is not cut before it is
    /// smoothed.
    private static let steps = 100
    private static let beyond = 14
    private static var side: Int { steps + 2 * beyond + 1 }

    init(of draws: [Point], share: Double) {
        guard !draws.isEmpty else {
            rings = []
            return
        }
        let reach = Self.reach(draws)
        let counts = Self.counts(draws)
        let field = FieldOutline(columns: Self.side, rows: Self.side, values: Self.smoothed(counts, reach))
        let heights = draws.map { Self.height(at: $0, in: field) }.sorted()
        let level = heights[Int(Double(heights.count) * (1 - share))] * (1 - 1e-9)
        rings = field.rings(above: level).map { ring in
            let places = ring.points.map { point in
                let place = (point - Point(repeating: Double(Self.beyond))) / Double(Self.steps)
                return pointwiseMin(pointwiseMax(place, .zero), Point(1, 1))
            }
            return FieldOutline.Ring(points: places, isHole: ring.isHole)
        }
    }

    /// The kernel's half width in steps of the grid.
    private static func reach(_ draws: [Point]) -> Point {
        let count = Double(draws.count)
        let mean = draws.reduce(.zero, +) / count
        let square = draws.reduce(Point.zero) { $0 + ($1 - mean) * ($1 - mean) } / count
        // A quartic kernel is 2.62 times as wide as the Gaussian of the same smoothness.
        let factor = 2.62 / sixthRoot(count) * Double(steps)
        return Point(square.x.squareRoot() * factor, square.y.squareRoot() * factor)
            .clamped(lowerBound: Point(1.5, 1.5), upperBound: Point(repeating: Double(beyond)))
    }

    /// By Newton's steps for the cube root of the square root: the same bits everywhere.
    private static func sixthRoot(_ value: Double) -> Double {
        let wanted = value.squareRoot()
        var root = max(1, wanted / 2)
        for _ in 0..<60 { root -= (root * root * root - wanted) / (3 * root * root) }
        return root
    }

    /// Each draw shared among the four grid points round it.
    private static func counts(_ draws: [Point]) -> [Double] {
        var counts = [Double](repeating: 0, count: side * side)
        for draw in draws {
            let (column, row, part) = cell(of: draw)
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let weight = (dx == 0 ? 1 - part.x : part.x) * (dy == 0 ? 1 - part.y : part.y)
                counts[(row + dy) * side + column + dx] += weight
            }
        }
        return counts
    }

    private static func cell(of draw: Point) -> (column: Int, row: Int, part: Point) {
        let inside = pointwiseMin(pointwiseMax(draw, .zero), Point(1, 1))
        let place = inside * Double(steps) + Point(repeating: Double(beyond))
        let (column, row) = (Int(place.x), Int(place.y))
        return (column, row, place - Point(Double(column), Double(row)))
    }

    private static func height(at draw: Point, in field: FieldOutline) -> Double {
        let (column, row, part) = cell(of: draw)
        func value(_ dx: Int, _ dy: Int) -> Double { field.values[(row + dy) * side + column + dx] }
        let above = value(0, 0) * (1 - part.x) + value(1, 0) * part.x
        let below = value(0, 1) * (1 - part.x) + value(1, 1) * part.x
        return above * (1 - part.y) + below * part.y
    }

    private static func smoothed(_ counts: [Double], _ reach: Point) -> [Double] {
        func kernel(_ reach: Double) -> [Double] {
            let half = Int(reach.rounded(.up))
            let raw = (-half...half).map { step -> Double in
                let share = min(1, abs(Double(step)) / (reach + 0.5))
                return (1 - share * share) * (1 - share * share)
            }
            let sum = raw.reduce(0, +)
            return raw.map { $0 / sum }
        }
        func pass(_ values: [Double], _ kernel: [Double], stride: Int) -> [Double] {
            let half = kernel.count / 2
            return values.indices.map { index in
                let along = stride == 1 ? index % side : index / side
                var sum = 0.0
                for step in max(-half, -along)...min(half, side - 1 - along) {
                    sum += values[index + step * stride] * kernel[step + half]
                }
                return sum
            }
        }
        return pass(pass(counts, kernel(reach.x), stride: 1), kernel(reach.y), stride: side)
    }
}
