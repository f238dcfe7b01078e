/// What a label must keep clear of, beside other labels.
struct Surroundings {
    let discs: [Box]
    /// The discs that no label may lie on.
    let firm: Set<Int>
    /// Where ties run, straight.
    let lines: [(Point, Point)]
    let page: Box
    /// Other words that no label may lie on.
    var boxes: [Box] = []

    /// Directions from the disc to the label's middle, with what each costs: readers look to the
    /// right and below first.
    private static let directions: [(way: Point, cost: Double)] = [
        (Point(1, 0), 0), (Point(0, 1), 0.1), (Point(0, -1), 0.2), (Point(-1, 0), 0.3),
        (Point(1, 1), 0.35), (Point(1, -1), 0.35), (Point(-1, 1), 0.5), (Point(-1, -1), 0.5),
        (Point(0.5, 1), 0.3), (Point(-0.5, 1), 0.35), (Point(0.5, -1), 0.35), (Point(-0.5, -1), 0.4),
        (Point(1, 0.5), 0.2), (Point(1, -0.5), 0.2), (Point(-1, 0.5), 0.45), (Point(-1, -0.5), 0.45),
    ]

    func candidates(for wish: LabelWish) -> [LabelCandidate] {
        let disc = discs[wish.disc]
        let reach = disc.grown(by: 110)
        // Of a crowd only the labelled discs count, and those that a label would lie on.
        let close = disc.grown(by: discs.count > 2000 ? 40 : 110)
        let nearDiscs = discs.indices.filter { other in
            other != wish.disc && discs[other].overlaps(reach) && (discs[other].overlaps(close) || firm.contains(other))
        }
        let nearLines = lines.filter { reach.length(ofLineFrom: $0.0, to: $0.1) > 0 }
        let texts = Self.texts(wish)
        let directions = Self.directions.filter { wish.side == nil || $0.way == wish.side?.way }
        func candidate(
            _ text: (lines: [String], isShortened: Bool, cost: Double), _ direction: (way: Point, cost: Double),
            away: Double
        ) -> LabelCandidate {
            let extent = TextMetrics.extent(of: text.lines, size: wish.fontSize)
            let box = Self.box(extent, beside: disc.grown(by: away), towards: direction.way)
            var judged = judge(box, disc, nearDiscs, nearLines)
            if away > 0 { judged.faults += nearDiscs.count { crosses($0, from: disc.centre, to: box) } }
            return LabelCandidate(
                lines: text.lines, isShortened: text.isShortened, box: box,
                alignment: direction.way.x == 1 ? .left : direction.way.x == -1 ? .right : .centre,
                cost: direction.cost + text.cost + judged.cost + 45 * Double(judged.faults)
                    + (away > 0 ? Self.leaderCost + 0.2 * away : 0), faults: judged.faults, isFar: away > 0)
        }
        var found = texts.flatMap { text in directions.map { candidate(text, $0, away: 0) } }
        let kept = Self.kept(wish, disc).map { candidate in
            var kept = candidate
            var judged = judge(kept.box, disc, nearDiscs, nearLines)
            let away = kept.box.distance(to: disc.centre) - disc.width / 2
            // The disc may have grown since.
            if away < 0 { judged.faults += 1 }
            kept.cost = 0.1 + judged.cost + 45 * Double(judged.faults) + max(0, away - Self.usualGap)
            kept.faults = judged.faults
            return kept
        }
        if wish.staysKept, kept.contains(where: { $0.faults == 0 }) { return kept.filter { $0.faults == 0 } }
        found += kept
        guard wish.hasLeaders else { return found }
        return found
            + texts.flatMap { text in
                Self.leads.flatMap { away in directions.map { candidate(text, $0, away: away) } }
            }
    }

    /// A label where it stood before, and moved up to its disc if that has become smaller since.
    private static func kept(_ wish: LabelWish, _ disc: Box) -> [LabelCandidate] {
        guard let kept = wish.kept else { return [] }
        let nearest = kept.box.nearest(to: disc.centre)
        let away = (nearest - disc.centre).length - disc.width / 2
        guard away > usualGap else { return [kept] }
        var moved = kept
        moved.box = kept.box.moved(by: (disc.centre - nearest).direction * (away - LabelCandidate.gap))
        return [moved, kept]
    }

    /// No further from their discs are labels whose owner nobody wonders about.
    private static let usualGap = 3.0

    /// How far from its disc a label may stand that a line leads to.
    private static let leads = [7.0, 14, 24, 38, 56, 78]
    /// More than any place beside the disc that is free.
    private static let leaderCost = 12.0

    private func crosses(_ other: Int, from start: Point, to box: Box) -> Bool {
        let end = box.nearest(to: start)
        return discs[other].grown(by: -0.15 * discs[other].width).length(ofLineFrom: start, to: end) > 0
    }

    /// The name on one, two and three lines, as far as these differ and are not too wide.
    static func texts(_ wish: LabelWish) -> [(lines: [String], isShortened: Bool, cost: Double)] {
        let size = wish.fontSize
        var found: [(lines: [String], isShortened: Bool, cost: Double)] = []
        for (most, width) in [(1, wish.widest), (2, wish.widest), (3, wish.widest * 0.92)] {
            let text = PlainText.wrapped(wish.name, width: width * size, most: most, size: size)
            guard most == 3 || !text.isShortened else { continue }
            guard !found.contains(where: { $0.lines == text.lines }) else { continue }
            if text.isShortened, !found.isEmpty { continue }
            let width = TextMetrics.extent(of: text.lines, size: size).x
            found.append((text.lines, text.isShortened, width / size * 0.04 + Double(text.lines.count - 1) * 0.12))
        }
        return found
    }

    /// The label's box in a direction: it touches the disc but for a small gap, and corners sit
    /// where the disc curves away.
    private static func box(_ extent: Point, beside disc: Box, towards way: Point) -> Box {
        let radius = disc.width / 2
        let gap = LabelCandidate.gap
        // Letters do not fill their line: above and below, the gap looks larger than it is.
        let tight = gap - 0.4
        var centre = disc.centre
        switch (abs(way.x), abs(way.y)) {
        case (1, 1):
            let corner = radius * 0.71 + gap * 0.7
            centre += way * (Point(corner, corner) + extent / 2)
        case (_, 1):
            centre += Point(way.x * extent.x / 2, way.y * (radius + tight + extent.y / 2))
        case (1, _):
            centre += Point(way.x * (radius + gap + extent.x / 2), way.y * max(radius, extent.y / 2))
        default:
            centre += way * (Point(radius + gap, radius + gap) + extent / 2)
        }
        return Box(centre: centre, width: extent.x, height: extent.y)
    }

    private func judge(
        _ box: Box, _ own: Box, _ nearDiscs: [Int], _ nearLines: [(Point, Point)]
    ) -> (cost: Double, faults: Int) {
        var (cost, faults) = (0.0, page.contains(box) ? 0 : 2)
        let ownDistance = max(0, box.distance(to: own.centre) - own.width / 2)
        faults += boxes.count { $0.overlaps(box) }
        for other in nearDiscs {
            let disc = discs[other]
            let distance = box.distance(to: disc.centre) - disc.width / 2
            if !firm.contains(other) {
                if distance < 0 { cost += 0.4 }
            } else if distance < LabelCandidate.gap * 0.8 {
                faults += 1
            } else if distance < ownDistance + 5 {
                // Nobody should wonder whose label it is.
                cost += 0.8 * (ownDistance + 5 - distance)
            }
        }
        for line in nearLines {
            let covered = box.length(ofLineFrom: line.0, to: line.1)
            if covered > 0 { cost += 0.4 + 0.06 * covered }
        }
        return (cost, faults)
    }
}
