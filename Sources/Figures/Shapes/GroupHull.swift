/// The outline of a group of discs that leaves out the others: what is nearer to the group, its
/// members and the shortest lines that join them, than to anybody else (after Collins, Penn and
/// Carpendale 2009, "Bubble sets", IEEE Transactions on Visualization and Computer Graphics 15(6),
/// 1009–1016, with distances in place of energies).
struct GroupHull {
    /// Closed outlines, each smooth. A hole goes round somebody who stands amidst the group.
    let rings: [FieldOutline.Ring]

    /// How far beyond its members' rims a hull reaches, and beyond the lines that join them.
    private static let margin = 6.5
    private static let lineReach = 4.5
    private static let step = 2.5

    init(members: [Box], others: [Box]) {
        guard let first = members.first else {
            rings = []
            return
        }
        let lines = Self.joining(members, others).filter { Self.joins($0, others) }
        let extent = members.dropFirst().reduce(first) { $0.union($1) }.grown(by: Self.margin + 2 * Self.step)
        let columns = Int(extent.width / Self.step) + 2
        let rows = Int(extent.height / Self.step) + 2
        let near = others.filter { $0.overlaps(extent.grown(by: Self.margin)) }
        var values = [Double](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let point = extent.low + Point(Double(column), Double(row)) * Self.step
                values[row * columns + column] = Self.height(at: point, members, lines, near)
            }
        }
        rings = FieldOutline(columns: columns, rows: rows, values: values).rings(above: 0).map { ring in
            let places = ring.points.map { extent.low + $0 * Self.step }
            return FieldOutline.Ring(points: FieldOutline.smoothed(places), isHole: ring.isHole)
        }
    }

    /// Above 0 inside the hull.
    private static func height(at point: Point, _ members: [Box], _ lines: [(Point, Point)], _ others: [Box]) -> Double {
        var own = Double.infinity
        for disc in members { own = min(own, (point - disc.centre).length - disc.width / 2) }
        for line in lines { own = min(own, distance(from: point, to: line) + margin - lineReach) }
        guard own < margin else { return margin - own }
        var foreign = Double.infinity
        for disc in others { foreign = min(foreign, (point - disc.centre).length - disc.width / 2) }
        return min(margin - own, foreign - own)
    }

    /// Members that stand far apart, or beyond somebody else, are parts of their own: an arm that reaches across the
    /// picture says less than two shades of one colour.
    private static func joins(_ line: (Point, Point), _ others: [Box]) -> Bool {
        (line.1 - line.0).length <= longestArm && !others.contains { $0.length(ofLineFrom: line.0, to: line.1) > 0 }
    }

    private static let longestArm = 75.0

    /// A spanning tree of the members (Prim 1957), short, and round those who do not belong.
    private static func joining(_ members: [Box], _ others: [Box]) -> [(Point, Point)] {
        var lines: [(Point, Point)] = []
        var nearest = members.indices.map { (cost: cost(members[0], members[$0], others), from: 0) }
        var isJoined = members.indices.map { $0 == 0 }
        while let next = members.indices.filter({ !isJoined[$0] }).min(by: { nearest[$0].cost < nearest[$1].cost }) {
            isJoined[next] = true
            lines.append((members[nearest[next].from].centre, members[next].centre))
            for other in members.indices where !isJoined[other] {
                let cost = cost(members[next], members[other], others)
                if cost < nearest[other].cost { nearest[other] = (cost, next) }
            }
        }
        return lines
    }

    private static func cost(_ one: Box, _ other: Box, _ foreign: [Box]) -> Double {
        let (start, end) = (one.centre, other.centre)
        // No arm is so long: who stands in between does not matter.
        if (end - start).length > longestArm { return 100 * (end - start).length }
        let crossed = foreign.count { $0.grown(by: 1).length(ofLineFrom: start, to: end) > 0 }
        return (end - start).length * (1 + 2 * Double(crossed))
    }

    private static func distance(from point: Point, to line: (Point, Point)) -> Double {
        let way = line.1 - line.0
        let square = (way * way).sum()
        let share = square > 0 ? min(max(((point - line.0) * way).sum() / square, 0), 1) : 0
        return (point - line.0 - way * share).length
    }
}
