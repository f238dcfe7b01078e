/// How far from the middle of a cloud of points a direction leads before it leaves their convex hull.
///
/// The linear programme: the greatest γ with γ · direction = Σ λ x, λ ≥ 0, Σ λ = 1, by the simplex method on a tableau
/// of one row for each dimension and one more (Dantzig 1963), by the rule of Bland (1977) once steps no longer gain.
enum HullReach {
    /// - Parameters:
    ///   - points: relative to a point within their hull, in units of like size.
    ///   - limit: a reach from which on it is not asked further.
    /// - Returns: 0 where the hull does not hold the origin.
    /// - Complexity: O(points · dimensions) for each pivot.
    static func reach(_ points: [[Double]], towards direction: [Double], limit: Double) -> Double {
        var tableau = Tableau(points, direction, limit)
        guard tableau.findsStart() else { return 0 }
        return tableau.maximum()
    }

    private struct Tableau {
        /// Rows of coefficients; the last column is the right side.
        var rows: [[Double]]
        /// What the objective still gains by each column.
        var gains: [Double] = []
        var basis: [Int] = []
        let columnCount: Int
        let reachColumn: Int
        let artificial: Int

        init(_ points: [[Double]], _ direction: [Double], _ limit: Double) {
            let dimensions = direction.count
            // Columns: λ, γ, the slack of γ ≤ limit, one artificial variable for each row but that of the limit.
            reachColumn = points.count
            artificial = points.count + 2
            columnCount = artificial + dimensions + 1
            rows = (0..<dimensions).map { dimension in
                points.map { $0[dimension] } + [-direction[dimension], 0]
                    + (0...dimensions).map { $0 == dimension ? 1 : 0 } + [0]
            }
            rows.append(points.map { _ in 1 } + [0, 0] + (0...dimensions).map { $0 == dimensions ? 1 : 0 } + [1])
            rows.append(points.map { _ in 0 } + [1, 1] + (0...dimensions).map { _ in 0 } + [limit])
            basis = (0...dimensions).map { artificial + $0 } + [points.count + 1]
        }

        /// Drives the artificial variables to 0; false where that cannot be.
        mutating func findsStart() -> Bool {
            gains = [Double](repeating: 0, count: columnCount + 1)
            for (row, variable) in basis.enumerated() where variable >= artificial {
                for column in 0..<artificial { gains[column] += rows[row][column] }
                gains[columnCount] += rows[row][columnCount]
            }
            improve(among: artificial)
            guard gains[columnCount] < 1e-9 else { return false }
            // An artificial variable that stays at 0 leaves the basis where a column can take its place.
            for row in basis.indices where basis[row] >= artificial {
                if let column = (0..<artificial).first(where: { abs(rows[row][$0]) > 1e-9 }) { pivot(row, column) }
            }
            return true
        }

        mutating func maximum() -> Double {
            gains = [Double](repeating: 0, count: columnCount + 1)
            gains[reachColumn] = 1
            if let row = basis.firstIndex(of: reachColumn) {
                for column in 0...columnCount { gains[column] -= rows[row][column] }
            }
            improve(among: artificial)
            return basis.firstIndex(of: reachColumn).map { max(0, rows[$0][columnCount]) } ?? 0
        }

        private mutating func improve(among count: Int) {
            for step in 0..<5_000 {
                let careful = step > 200
                var (entering, best) = (-1, 1e-10)
                for column in 0..<count where gains[column] > best {
                    entering = column
                    if careful { break }
                    best = gains[column]
                }
                guard entering >= 0, let row = leaving(entering) else { return }
                pivot(row, entering)
            }
        }

        private func leaving(_ column: Int) -> Int? {
            var (chosen, least) = (-1, Double.infinity)
            for row in rows.indices where rows[row][column] > 1e-11 {
                let ratio = rows[row][columnCount] / rows[row][column]
                if ratio < least - 1e-14 || (ratio <= least && chosen >= 0 && basis[row] < basis[chosen]) {
                    (chosen, least) = (row, ratio)
                }
            }
            return chosen >= 0 ? chosen : nil
        }

        private mutating func pivot(_ row: Int, _ column: Int) {
            let scale = rows[row][column]
            for place in 0...columnCount { rows[row][place] /= scale }
            let line = rows[row]
            for other in rows.indices where other != row {
                Self.subtract(line, rows[other][column], from: &rows[other])
            }
            Self.subtract(line, gains[column], from: &gains)
            basis[row] = column
        }

        private static func subtract(_ line: [Double], _ factor: Double, from target: inout [Double]) {
            guard factor != 0 else { return }
            for place in line.indices { target[place] -= factor * line[place] }
        }
    }
}
