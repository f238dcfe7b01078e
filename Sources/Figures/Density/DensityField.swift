/// How close points stand: a sum of bells, one on each (Silverman 1986, Density Estimation for Statistics and Data
/// Analysis, chapter 4), on a grid over the page.
struct DensityField {
    private let outline: FieldOutline
    private let page: Box
    /// At the points, the largest first.
    private let heights: [Double]

    private static let step = 4.0
    /// The standard deviation of a bell, in parts of the page's width.
    private static let breadth = 1 / 36.0

    /// - Complexity: O(points × cells of a bell).
    init(_ points: [Point], width: Double, height: Double) {
        page = Box(low: .zero, high: Point(width, height))
        let (columns, rows) = (Int(width / Self.step) + 2, Int(height / Self.step) + 2)
        let deviation = max(width * Self.breadth, Self.step)
        let reach = Int(3 * deviation / Self.step) + 1
        let bell = (0...reach).map { Self.bell(Double($0) * Self.step / deviation) }
        var values = [Double](repeating: 0, count: columns * rows)
        let cells = points.map { point in
            SIMD2(Self.cell(point.x, columns), Self.cell(point.y, rows))
        }
        for cell in cells {
            for row in max(0, cell.y - reach)...min(rows - 1, cell.y + reach) {
                for column in max(0, cell.x - reach)...min(columns - 1, cell.x + reach) {
                    values[row * columns + column] += bell[abs(row - cell.y)] * bell[abs(column - cell.x)]
                }
            }
        }
        outline = FieldOutline(columns: columns, rows: rows, values: values)
        heights = cells.map { values[$0.y * columns + $0.x] }.sorted(by: >)
    }

    private static func cell(_ place: Double, _ count: Int) -> Int {
        min(max(Int((place / step).rounded()), 0), count - 1)
    }

    /// exp(−x²/2) to some digits, by arithmetic alone, so that it has the same bits everywhere: its series for an
    /// eighth of the exponent, squared three times.
    private static func bell(_ x: Double) -> Double {
        let part = -x * x / 16
        var (sum, term) = (1.0, 1.0)
        for step in 1...12 {
            term *= part / Double(step)
            sum += term
        }
        for _ in 0..<3 { sum *= sum }
        return sum
    }

    /// The outlines of the smallest area that holds a share of the points, holes behind what they are cut from
    /// (Hyndman 1996, The American Statistician 50(2), 120–126).
    func rings(holding share: Double) -> [FieldOutline.Ring] {
        guard let last = heights.last else { return [] }
        let count = min(max(Int((share * Double(heights.count)).rounded(.up)), 1), heights.count)
        let level = share >= 1 ? last * 0.5 : heights[count - 1] * (1 - 1e-9)
        return outline.rings(above: level).map { ring in
            let points = FieldOutline.smoothed(ring.points).map { point in
                pointwiseMin(pointwiseMax(point * Self.step, page.low), page.high)
            }
            return FieldOutline.Ring(points: points, isHole: ring.isHole)
        }.sorted { Self.area($0.points) > Self.area($1.points) }
    }

    private static func area(_ points: [Point]) -> Double {
        abs(
            points.indices.reduce(0.0) { sum, index in
                let (one, other) = (points[index], points[(index + 1) % points.count])
                return sum + one.x * other.y - other.x * one.y
            })
    }
}
