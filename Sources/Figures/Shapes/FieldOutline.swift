/// Where a field on a grid lies above a level: the outlines, by marching squares (Lorensen and
/// Cline 1987, Computer Graphics 21(4), 163–169, in two dimensions).
struct FieldOutline {
    let columns: Int
    let rows: Int
    /// Row by row. What lies outside the grid counts as below every level.
    var values: [Double]

    init(columns: Int, rows: Int, values: [Double]) {
        precondition(values.count == columns * rows)
        (self.columns, self.rows, self.values) = (columns, rows, values)
    }

    struct Ring {
        /// In units of the grid, the first point not repeated.
        var points: [Point]
        /// Whether it runs round what lies below the level.
        var isHole: Bool
    }

    /// Closed rings, in the order of their first cell.
    func rings(above level: Double) -> [Ring] {
        var next: [Int: Int] = [:]
        var starts: [Int] = []
        for row in -1..<rows {
            for column in -1..<columns {
                // Clockwise from the upper left: along each side, does the field rise or fall through
                // the level? Each rise is joined to the fall that follows, which cuts off the corner
                // between; the cell beyond a side meets it the other way round.
                let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
                let above = corners.map { value($0.0, $0.1) > level }
                let sides = [
                    edge(column, row, isUpright: false), edge(column + 1, row, isUpright: true),
                    edge(column, row + 1, isUpright: false), edge(column, row, isUpright: true),
                ]
                for side in 0..<4 where !above[side] && above[(side + 1) % 4] {
                    guard let step = (1...3).first(where: { above[(side + $0) % 4] && !above[(side + $0 + 1) % 4] }) else {
                        continue
                    }
                    next[sides[side]] = sides[(side + step) % 4]
                    starts.append(sides[side])
                }
            }
        }
        return traced(&next, starts, level)
    }

    private func traced(_ next: inout [Int: Int], _ starts: [Int], _ level: Double) -> [Ring] {
        var rings: [Ring] = []
        for start in starts where next[start] != nil {
            var (points, at) = ([Point](), start)
            while let following = next.removeValue(forKey: at) {
                points.append(crossing(at, level))
                at = following
            }
            guard points.count > 2 else { continue }
            let area = points.indices.reduce(0.0) { sum, index in
                let (one, other) = (points[index], points[(index + 1) % points.count])
                return sum + one.x * other.y - other.x * one.y
            }
            rings.append(Ring(points: points, isHole: area > 0))
        }
        return rings
    }

    private func value(_ column: Int, _ row: Int) -> Double {
        guard column >= 0, row >= 0, column < columns, row < rows else { return -.infinity }
        return values[row * columns + column]
    }

    /// The number of the grid's edge that begins at a point, to the right or down.
    private func edge(_ column: Int, _ row: Int, isUpright: Bool) -> Int {
        2 * ((row + 1) * (columns + 2) + column + 1) + (isUpright ? 1 : 0)
    }

    /// Where the field passes the level on an edge.
    private func crossing(_ edge: Int, _ level: Double) -> Point {
        let (column, row) = ((edge / 2) % (columns + 2) - 1, (edge / 2) / (columns + 2) - 1)
        let (x, y) = edge.isMultiple(of: 2) ? (column + 1, row) : (column, row + 1)
        let (low, high) = (value(column, row), value(x, y))
        let start = Point(Double(column), Double(row))
        let way = Point(Double(x), Double(y)) - start
        // At the grid's border the field ends, half a step out.
        guard low.isFinite, high.isFinite else { return start + way * 0.5 }
        return start + way * ((level - low) / (high - low))
    }

    /// A ring with its corners cut, twice (Chaikin 1974).
    static func smoothed(_ points: [Point], passes: Int = 2) -> [Point] {
        (0..<passes).reduce(points) { points, _ in
            points.indices.flatMap { index in
                let (one, other) = (points[index], points[(index + 1) % points.count])
                return [one * 0.75 + other * 0.25, one * 0.25 + other * 0.75]
            }
        }
    }
}
