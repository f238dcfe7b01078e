/// Discs on a page moved apart until none lies on another, for crowds of up to millions.
///
/// First room is made where too many stand (`Crowding`), then discs that still overlap push one
/// another apart, pair by pair. Time: O(n log n), and O(n) for each of a few dozen rounds.
public struct DiscSeparation: Sendable {
    /// The discs' centres, moved; in the order in which they were given.
    public private(set) var centres: [SIMD2<Double>]
    /// Whether no disc lies on another, or nearer to it than the gap.
    public private(set) var isClear = false

    private let radii: [Double]
    private let gap: Double
    private let low: SIMD2<Double>
    private let high: SIMD2<Double>
    /// Those whose neighbours are sought in squares as wide as the widest of them.
    private let ordinary: [Int32]
    /// The few much wider ones of a crowd. Squares of their width would hold so many others that all pairs
    /// within took most of the time of a drawing; each looks through the squares below it instead.
    private let wide: [Int32]

    /// Moves the discs apart, as far as the rounds and the page allow; `isClear` says whether they did.
    ///
    /// - Parameters:
    ///   - low: a corner of the page, on which every disc stays whole.
    ///   - high: the corner opposite.
    ///   - gap: the room between two discs.
    public init(
        centres: [SIMD2<Double>], radii: [Double], low: SIMD2<Double>, high: SIMD2<Double>, gap: Double,
        rounds: Int = 200
    ) {
        precondition(centres.count == radii.count)
        (self.radii, self.gap, self.low, self.high) = (radii, gap, low, high)
        self.centres = centres
        let all = Array(0..<Int32(radii.count))
        let limit = Self.ordinaryRadius(radii)
        (ordinary, wide) = (all.filter { radii[Int($0)] <= limit }, all.filter { radii[Int($0)] > limit })
        guard centres.count > 1 else {
            isClear = true
            return
        }
        let needs = radii.map { (2 * $0 + gap) * (2 * $0 + gap) }
        self.centres = Crowding.relieved(centres, needs: needs, low: low, high: high)
        for disc in radii.indices { keepOnPage(disc) }
        for _ in 0..<rounds where !isClear { isClear = push() == 0 }
    }

    /// The radius up to which a disc is no wide one: that of nineteen in twenty where the widest is more than
    /// twice as wide, else of all. Few discs are quickly searched in squares of any width.
    private static func ordinaryRadius(_ radii: [Double]) -> Double {
        let widest = radii.max() ?? 0
        guard radii.count >= 4096 else { return widest }
        let common = radii.sorted()[radii.count * 19 / 20]
        return widest > 2 * common ? common : widest
    }

    /// Moves every overlapping pair apart once, half each, and returns how many there were.
    private mutating func push() -> Int {
        let (squares, wideSquares) = (squares(of: ordinary), squares(of: wide))
        // From the wide to the others, which are less in the way.
        var count = push(wideSquares)
        for disc in wide {
            for square in squares.touched(by: centres[Int(disc)], reach: radii[Int(disc)] + squares.side) {
                for other in squares.discs(in: square) where part(Int(disc), Int(other)) { count += 1 }
            }
        }
        return count + push(squares)
    }

    /// Discs that touch stand in the same square or in two that touch.
    private func squares(of discs: [Int32]) -> Squares {
        let widest = discs.reduce(0) { max($0, radii[Int($1)]) }
        return Squares(discs, centres, side: 2 * widest + gap + 1e-9, low: low, high: high)
    }

    private mutating func push(_ squares: Squares) -> Int {
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
    let side: Double
    private let low: SIMD2<Double>
    private let columns: Int
    private let rows: Int
    private let starts: [Int32]
    private let members: [Int32]

    var count: Int { columns * rows }

    init(_ discs: [Int32], _ centres: [SIMD2<Double>], side: Double, low: SIMD2<Double>, high: SIMD2<Double>) {
        // Not many more squares than discs, however small these are.
        let most = Double(discs.count).squareRoot() * 2 + 1
        self.side = max(side, (high - low).max() / most)
        self.low = low
        columns = max(1, Int((high.x - low.x) / self.side) + 1)
        rows = max(1, Int((high.y - low.y) / self.side) + 1)
        var starts = [Int32](repeating: 0, count: columns * rows + 1)
        var members = [Int32](repeating: 0, count: discs.count)
        let (side, columns, rows) = (self.side, columns, rows)
        let squares = discs.map { disc in
            let place = (centres[Int(disc)] - low) / side
            return min(max(Int(place.y), 0), rows - 1) * columns + min(max(Int(place.x), 0), columns - 1)
        }
        for square in squares { starts[square + 1] += 1 }
        for square in 0..<(columns * rows) { starts[square + 1] += starts[square] }
        var places = starts
        for (disc, square) in zip(discs, squares) {
            members[Int(places[square])] = disc
            places[square] += 1
        }
        (self.starts, self.members) = (starts, members)
    }

    /// The squares in which a disc within reach of a place can stand.
    func touched(by centre: SIMD2<Double>, reach: Double) -> [Int] {
        let (first, last) = ((centre - low - reach) / side, (centre - low + reach) / side)
        let across = clamped(first.x, columns)...clamped(last.x, columns)
        return (clamped(first.y, rows)...clamped(last.y, rows)).flatMap { row in across.map { row * columns + $0 } }
    }

    private func clamped(_ place: Double, _ count: Int) -> Int { min(max(Int(place), 0), count - 1) }

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
