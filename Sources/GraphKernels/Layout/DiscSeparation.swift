/// Discs on a page moved apart until none lies on another, for crowds of up to millions.
///
/// First room is made where too many stand (`Crowding`), then discs that still overlap push one
/// another apart, pair by pair. Time: O(n log n), and O(n) for each of a few dozen rounds.
public struct DiscSeparation: Sendable {
    public private(set) var centres: [SIMD2<Double>]
    /// Whether no disc lies on another, or nearer to it than the gap.
    public private(set) var isClear = false

    private let radii: [Double]
    private let gap: Double
    private let low: SIMD2<Double>
    private let high: SIMD2<Double>
    /// The side of the squares in which neighbours are sought.
    private let side: Double

    /// - Parameters:
    ///   - low, high: the corners of the page, on which every disc stays whole.
    ///   - gap: the room between two discs.
    public init(
        centres: [SIMD2<Double>], radii: [Double], low: SIMD2<Double>, high: SIMD2<Double>, gap: Double,
        rounds: Int = 200
    ) {
        precondition(centres.count == radii.count)
        (self.radii, self.gap, self.low, self.high) = (radii, gap, low, high)
        side = 2 * (radii.max() ?? 0) + gap + 1e-9
        self.centres = centres
        guard centres.count > 1 else {
            isClear = true
            return
        }
        let needs = radii.map { (2 * $0 + gap) * (2 * $0 + gap) }
        self.centres = Crowding.relieved(centres, needs: needs, low: low, high: high)
        for disc in radii.indices { keepOnPage(disc) }
        for _ in 0..<rounds where !isClear { isClear = push() == 0 }
    }

    /// Moves every overlapping pair apart once, half each, and returns how many there were.
    private mutating func push() -> Int {
        let squares = Squares(centres, side: side, low: low, high: high)
        var count = 0
        for square in 0..<squares.count {
            let own = squares.discs(in: square)
            guard !own.isEmpty else { continue }
            for near in squares.neighbours(of: square) {
                let others = squares.discs(in: near)
                for one in own {
                    for other in others where near > square || other > one {
                        if part(Int(one), Int(other)) { count += 1 }
                    }
                }
            }
        }
        return count
    }

    /// - Returns: whether the two lay on one another.
    private mutating func part(_ one: Int, _ other: Int) -> Bool {
        let way = centres[other] - centres[one]
        let needed = radii[one] + radii[other] + gap
        let squared = (way * way).sum()
        guard squared < needed * needed * (1 - 1e-9) else { return false }
        let length = squared.squareRoot()
        let direction = length > 1e-9 * needed ? way / length : Self.direction(one, other)
        // A little more than needed, so that rounds come to an end; the larger disc moves less.
        let push = direction * ((needed - length) * 1.02 + 1e-9 * needed)
        let share = radii[other] / max(radii[one] + radii[other], 1e-12)
        centres[one] -= push * share
        centres[other] += push * (1 - share)
        keepOnPage(one)
        keepOnPage(other)
        return true
    }

    /// Where two discs in one place part, which differs from pair to pair.
    private static func direction(_ one: Int, _ other: Int) -> SIMD2<Double> {
        var random = RandomSource(seed: UInt64(one) << 32 ^ UInt64(other))
        let (x, y) = (random.unit() - 0.5, random.unit() - 0.5)
        let length = (x * x + y * y).squareRoot()
        return length > 1e-6 ? SIMD2(x, y) / length : SIMD2(1, 0)
    }

    private mutating func keepOnPage(_ disc: Int) {
        let room = SIMD2(repeating: radii[disc])
        centres[disc] = pointwiseMax(low + room, pointwiseMin(high - room, centres[disc]))
    }
}

/// Discs by the square of the page that they stand in.
private struct Squares {
    private let columns: Int
    private let rows: Int
    private let starts: [Int32]
    private let members: [Int32]

    var count: Int { columns * rows }

    init(_ centres: [SIMD2<Double>], side: Double, low: SIMD2<Double>, high: SIMD2<Double>) {
        // Not many more squares than discs, however small these are.
        let most = Double(centres.count).squareRoot() * 2 + 1
        let size = max(side, (high - low).max() / most)
        let (columns, rows) = (max(1, Int((high.x - low.x) / size) + 1), max(1, Int((high.y - low.y) / size) + 1))
        let squares = centres.map { centre in
            let place = (centre - low) / size
            return min(max(Int(place.y), 0), rows - 1) * columns + min(max(Int(place.x), 0), columns - 1)
        }
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        for square in squares { starts[square + 1] += 1 }
        for square in 0..<(columns * rows) { starts[square + 1] += starts[square] }
        var (places, members) = (starts, [Int32](repeating: 0, count: centres.count))
        for (disc, square) in squares.enumerated() {
            members[Int(places[square])] = Int32(disc)
            places[square] += 1
        }
        (self.columns, self.rows, self.starts, self.members) = (columns, rows, starts, members)
    }

    func discs(in square: Int) -> ArraySlice<Int32> { members[Int(starts[square])..<Int(starts[square + 1])] }

    /// The square itself, and those behind it that touch it: each pair of squares comes up once.
    func neighbours(of square: Int) -> [Int] {
        let (row, column) = (square / columns, square % columns)
        var found = [square]
        if column + 1 < columns { found.append(square + 1) }
        guard row + 1 < rows else { return found }
        for beside in max(0, column - 1)...min(columns - 1, column + 1) { found.append((row + 1) * columns + beside) }
        return found
    }
}
