/// Points in the plane, gathered in nested squares with their centres of mass: what a far crowd
/// exerts is computed as if it stood in one place (Barnes and Hut 1986, Nature 324, 446–449).
///
/// Built from the points' places on a Z-curve, so that it is the same for the same points, stands in
/// flat arrays, and is walked without a stack: each cell knows where its subtree ends.
/// Time to build: O(n log n). Memory: about 60 bytes a point.
struct QuadTree: Sendable {
    private struct Cell: Sendable {
        var centre: SIMD2<Double>
        var mass: Double
        var squaredWidth: Double
        /// The cell after this one's subtree.
        var next: Int32
        var points: Range<Int32>
        var isLeaf: Bool
    }

    private var cells: [Cell] = []
    private var positions: [SIMD2<Double>]
    private var masses: [Double]
    private let codes: [UInt64]

    private static let leafSize = 6
    /// Levels of the Z-curve: coordinates have 2²⁰ steps.
    private static let depth = 20

    init(_ points: [SIMD2<Double>], masses weights: [Double]) {
        var low = points.first ?? .zero
        var high = low
        for point in points {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        let width = max((high - low).max(), 1e-9)
        let steps = Double((1 << Self.depth) - 1) / width
        var keyed: [(code: UInt64, index: Int32)] = []
        keyed.reserveCapacity(points.count)
        for (index, point) in points.enumerated() {
            let place = (point - low) * steps
            keyed.append((Self.interleaved(UInt32(place.x), UInt32(place.y)), Int32(index)))
        }
        keyed.sort { ($0.code, $0.index) < ($1.code, $1.index) }
        codes = keyed.map(\.code)
        positions = keyed.map { points[Int($0.index)] }
        masses = keyed.map { weights[Int($0.index)] }
        guard !points.isEmpty else { return }
        cells.reserveCapacity(points.count)
        grow(0..<Int32(points.count), level: 0, width: width * (1 + 1e-9))
    }

    /// Adds the cell of a range of points, and its subtree.
    private mutating func grow(_ range: Range<Int32>, level: Int, width: Double) {
        var (sum, mass) = (SIMD2<Double>.zero, 0.0)
        for point in range {
            sum += positions[Int(point)] * masses[Int(point)]
            mass += masses[Int(point)]
        }
        let isLeaf = range.count <= Self.leafSize || level == Self.depth
        let own = cells.count
        cells.append(
            Cell(
                centre: sum / mass, mass: mass, squaredWidth: width * width, next: 0, points: range,
                isLeaf: isLeaf))
        if !isLeaf {
            let shift = UInt64(2 * (Self.depth - 1 - level))
            var start = range.lowerBound
            while start < range.upperBound {
                let quarter = codes[Int(start)] >> shift
                var end = start + 1
                while end < range.upperBound, codes[Int(end)] >> shift == quarter { end += 1 }
                grow(start..<end, level: level + 1, width: width / 2)
                start = end
            }
        }
        cells[own].next = Int32(cells.count)
    }

    /// The sum over all points of mass · (place − point) / distance²; a point at the place itself
    /// exerts nothing. A cell of width w at distance d counts as one where w² < openness² · d².
    func repulsion(at place: SIMD2<Double>, squaredOpenness: Double) -> SIMD2<Double> {
        // Coordinate by coordinate: the innermost loop of every layout.
        var (x, y, index) = (0.0, 0.0, 0)
        while index < cells.count {
            let cell = cells[index]
            let (right, down) = (place.x - cell.centre.x, place.y - cell.centre.y)
            let squared = right * right + down * down
            if cell.squaredWidth < squaredOpenness * squared {
                let share = cell.mass / squared
                x += right * share
                y += down * share
                index = Int(cell.next)
            } else if cell.isLeaf {
                for point in Int(cell.points.lowerBound)..<Int(cell.points.upperBound) {
                    let (right, down) = (place.x - positions[point].x, place.y - positions[point].y)
                    let squared = right * right + down * down
                    guard squared > 0 else { continue }
                    let share = masses[point] / max(squared, 1e-12)
                    x += right * share
                    y += down * share
                }
                index = Int(cell.next)
            } else {
                index += 1
            }
        }
        return SIMD2(x, y)
    }

    private static func interleaved(_ x: UInt32, _ y: UInt32) -> UInt64 {
        spread(x) | (spread(y) << 1)
    }

    /// Puts a zero between the bits of a number of 32 bits.
    private static func spread(_ number: UInt32) -> UInt64 {
        var bits = UInt64(number)
        bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF
        bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF
        bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F
        bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333
        bits = (bits | (bits << 1)) & 0x5555_5555_5555_5555
        return bits
    }
}
