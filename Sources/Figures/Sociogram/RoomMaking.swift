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

    /// - Returns: whether nothing overlaps in the end.
    mutating func separate(rounds: Int) -> Bool {
        keepOnPage()
        for _ in 0..<rounds {
            let moves = pushes()
            guard let moves else { return true }
            for body in bodies.indices { bodies[body].move(by: moves[body]) }
            keepOnPage()
        }
        return pushes() == nil
    }

    /// Half of what each overlapping pair needs, summed for each body; nil where nothing overlaps.
    private func pushes() -> [Point]? {
        var moves = [Point](repeating: .zero, count: bodies.count)
        var counts = [Int](repeating: 0, count: bodies.count)
        var isClear = true
        forNearPairs { one, other in
            guard let push = Self.push(bodies[one], bodies[other], gap) else { return }
            isClear = false
            // A little more than needed, so that rounds come to an end.
            moves[one] -= push * 0.52
            moves[other] += push * 0.52
            counts[one] += 1
            counts[other] += 1
        }
        guard !isClear else { return nil }
        // Where many push at once, their mean keeps bodies from leaping.
        for body in bodies.indices where counts[body] > 2 { moves[body] *= 2 / Double(counts[body]) }
        return moves
    }

    /// Calls for each pair whose extents overlap: bodies sorted by their left sides, each compared
    /// with those that begin before it ends.
    private func forNearPairs(_ visit: (Int, Int) -> Void) {
        let extents = bodies.map { $0.extent.grown(by: gap) }
        let order = extents.indices.sorted { (extents[$0].low.x, $0) < (extents[$1].low.x, $1) }
        for (rank, one) in order.enumerated() {
            for other in order[(rank + 1)...] {
                if extents[other].low.x >= extents[one].high.x { break }
                if extents[one].overlaps(extents[other]) { visit(min(one, other), max(one, other)) }
            }
        }
    }

    /// How far the other body has to move away from the first; nil where they are clear.
    private static func push(_ one: Body, _ other: Body, _ gap: Double) -> Point? {
        var most: Point?
        func consider(_ push: Point?) {
            if let push, push.length > (most?.length ?? 0) { most = push }
        }
        consider(discPush(one.disc, other.disc, gap))
        let labelGap = LabelPlacement.gap
        if let label = one.label { consider(boxPush(label, other.disc, labelGap)) }
        if let label = other.label { consider(boxPush(one.disc, label, labelGap)) }
        if let label = one.label, let second = other.label { consider(boxPush(label, second, labelGap)) }
        return most
    }

    private static func discPush(_ one: Box, _ other: Box, _ gap: Double) -> Point? {
        let way = other.centre - one.centre
        let needed = (one.width + other.width) / 2 + gap
        guard way.length < needed - 1e-6 else { return nil }
        let direction = way.length > 1e-6 ? way.direction : Point(1, 0)
        return direction * (needed - way.length)
    }

    private static func boxPush(_ one: Box, _ other: Box, _ gap: Double) -> Point? {
        let room = one.grown(by: gap)
        guard room.overlaps(other) else { return nil }
        let way = other.centre - one.centre
        let right = way.x >= 0 ? room.high.x - other.low.x : room.low.x - other.high.x
        let down = way.y >= 0 ? room.high.y - other.low.y : room.low.y - other.high.y
        return abs(right) < abs(down) ? Point(right, 0) : Point(0, down)
    }

    private mutating func keepOnPage() {
        for body in bodies.indices {
            let extent = bodies[body].extent
            let back = pointwiseMax(page.low - extent.low, .zero)
            let forth = pointwiseMin(page.high - extent.high, .zero)
            bodies[body].move(by: Point(back.x > 0 ? back.x : forth.x, back.y > 0 ? back.y : forth.y))
        }
    }
}
