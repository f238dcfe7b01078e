/// Discs with their labels pushed apart until nothing overlaps, as little as that takes.
///
/// A body is a disc and, where it has one, its label at a fixed place beside it. In each round every
/// pair that overlaps parts along the axis where less is needed, half each; bodies stay on the page.
struct RoomMaking {
    struct Body: Sendable {
        var disc: Box
        var label: Box?

        var extent: Box { label.map(disc.union) ?? disc }

        mutating func move(by way: Point) {
            disc = disc.moved(by: way)
            label = label?.moved(by: way)
        }
    }

    var bodies: [Body]
    let page: Box
    /// Between two discs.
    let gap: Double

    private static let patience = 40

    /// - Parameter isForced: whether bodies that have been blocked for long may leap to the other
    ///   side of what blocks them. That finds room in the tightest jam, and spoils the layout.
    /// - Returns: whether nothing overlaps in the end.
    mutating func separate(rounds: Int, isForced: Bool = false) -> Bool {
        for body in bodies.indices { keepOnPage(body) }
        var troubles = [Int](repeating: 0, count: bodies.count)
        for _ in 0..<rounds {
            let pairs = nearPairs()
            var isClear = true
            for pair in pairs {
                let isStuck = isForced && ((troubles[pair.x] + troubles[pair.y]) / Self.patience) % 2 == 1
                guard let push = Self.push(bodies[pair.x], bodies[pair.y], gap, across: isStuck) else { continue }
                isClear = false
                troubles[pair.x] += 1
                troubles[pair.y] += 1
                // A little more than needed, so that rounds come to an end. What the page's side
                // takes from one, the other gives.
                bodies[pair.x].move(by: push * -0.51)
                let back = keepOnPage(pair.x)
                bodies[pair.y].move(by: push * 0.51 + back)
                let forth = keepOnPage(pair.y)
                bodies[pair.x].move(by: forth)
                keepOnPage(pair.x)
            }
            if isClear { return true }
        }
        return !nearPairs().contains { Self.push(bodies[$0.x], bodies[$0.y], gap) != nil }
    }

    /// How long a tie may be between the rims of its ends before it pulls.
    private static let slack = 34.0

    /// Moves each body towards those that it is tied to, by a part of what would make its ties
    /// short, on average.
    mutating func pull(_ ties: [SIMD2<Int>], by strength: Double) {
        var moves = [Point](repeating: .zero, count: bodies.count)
        var counts = [Int](repeating: 0, count: bodies.count)
        for tie in ties {
            let (one, other) = (bodies[tie.x].disc, bodies[tie.y].disc)
            let way = other.centre - one.centre
            let excess = way.length - (one.width + other.width) / 2 - Self.slack
            counts[tie.x] += 1
            counts[tie.y] += 1
            guard excess > 0 else { continue }
            let step = way.direction * (excess * strength / 2)
            moves[tie.x] += step
            moves[tie.y] -= step
        }
        for body in bodies.indices where counts[body] > 0 { bodies[body].move(by: moves[body] / Double(counts[body])) }
    }

    /// The pairs whose extents come near one another: bodies sorted by their left sides, each
    /// compared with those that begin before it ends.
    private func nearPairs() -> [SIMD2<Int>] {
        let reach = max(gap, LabelCandidate.wordGap / 2)
        let extents = bodies.map { $0.extent.grown(by: reach) }
        let order = extents.indices.sorted { (extents[$0].low.x, $0) < (extents[$1].low.x, $1) }
        var pairs: [SIMD2<Int>] = []
        for (rank, one) in order.enumerated() {
            for other in order[(rank + 1)...] {
                if extents[other].low.x >= extents[one].high.x { break }
                if extents[one].overlaps(extents[other]) { pairs.append(SIMD2(min(one, other), max(one, other))) }
            }
        }
        return pairs
    }

    /// How far the other body has to move away from the first; nil where they are clear.
    private static func push(_ one: Body, _ other: Body, _ gap: Double, across: Bool = false) -> Point? {
        guard one.label != nil || other.label != nil else { return discPush(one.disc, other.disc, gap) }
        let pairs = boxPairs(one, other)
        let isClear = discPush(one.disc, other.disc, gap) == nil && !pairs.contains { $0.overlaps($1) }
        return isClear ? nil : shortestWay(pairs + [(one.disc.grown(by: gap), other.disc)], across: across)
    }

    /// Labels and discs that must not meet, the first of each pair with the room it needs.
    private static func boxPairs(_ one: Body, _ other: Body) -> [(Box, Box)] {
        var pairs: [(Box, Box)] = []
        if let label = one.label {
            pairs.append((label.grown(by: LabelCandidate.gap), other.disc))
            if let second = other.label {
                pairs.append((LabelCandidate.room(of: label), LabelCandidate.room(of: second)))
            }
        }
        if let label = other.label { pairs.append((one.disc.grown(by: LabelCandidate.gap), label)) }
        return pairs
    }

    /// The shortest way right, left, down or up that clears all pairs at once. (To clear one pair
    /// after the other could push to and fro for ever.)
    private static func shortestWay(_ pairs: [(Box, Box)], across: Bool) -> Point {
        var (right, left, down, up) = (0.0, 0.0, 0.0, 0.0)
        for (one, other) in pairs {
            if one.low.y < other.high.y, other.low.y < one.high.y {
                right = max(right, one.high.x - other.low.x)
                left = max(left, other.high.x - one.low.x)
            }
            if one.low.x < other.high.x, other.low.x < one.high.x {
                down = max(down, one.high.y - other.low.y)
                up = max(up, other.high.y - one.low.y)
            }
        }
        let isUpright = (min(down, up) <= min(right, left)) != across
        if isUpright { return Point(0, down <= up ? down : -up) }
        return Point(right <= left ? right : -left, 0)
    }

    private static func discPush(_ one: Box, _ other: Box, _ gap: Double) -> Point? {
        let way = other.centre - one.centre
        let needed = (one.width + other.width) / 2 + gap
        guard way.length < needed - 1e-6 else { return nil }
        let direction = way.length > 1e-6 ? way.direction : Point(1, 0)
        return direction * (needed - way.length)
    }

    /// Moves a body back onto the page, and returns by how much.
    @discardableResult
    private mutating func keepOnPage(_ body: Int) -> Point {
        let extent = bodies[body].extent
        let back = pointwiseMax(page.low - extent.low, .zero)
        let forth = pointwiseMin(page.high - extent.high, .zero)
        let way = Point(back.x > 0 ? back.x : forth.x, back.y > 0 ? back.y : forth.y)
        if way != .zero { bodies[body].move(by: way) }
        return way
    }
}
