/// The course of each tie: straight where it can be, in a bow beside other ties of the same two
/// actors or round a disc that it would cross.
struct TieRouting {
    private let nodes: [NetworkLook.Node]
    private let discs: [Box]
    private let grid: DiscGrid

    /// Bows stay on it.
    private let page: Box

    /// How far all ties bend to the side, in parts of their length.
    private let curvature: Double

    /// The nodes that bundled ties are led along, by the pair of their ends, from the lower to the higher.
    private let routes: [SIMD2<Int>: [Int]]

    init(
        _ nodes: [NetworkLook.Node], discs: [Box], page: Box, curvature: Double = 0, routes: [SIMD2<Int>: [Int]] = [:]
    ) {
        self.page = page
        self.routes = routes
        self.curvature = curvature
        self.nodes = nodes
        self.discs = discs
        grid = DiscGrid(discs)
    }

    /// The room between two ties of one pair, at their middle.
    private static let spacing = 3.2

    /// In a thicket, bows add more confusion than they take away.
    private static let mostBows = 160

    func paths(of ties: [NetworkLook.Tie]) -> [Path?] {
        let avoidsDiscs = ties.count <= Self.mostBows
        var pairs: [SIMD2<Int>: [Int]] = [:]
        for (position, tie) in ties.enumerated() {
            pairs[SIMD2(min(tie.source, tie.target), max(tie.source, tie.target)), default: []].append(position)
        }
        var paths = [Path?](repeating: nil, count: ties.count)
        for (pair, members) in pairs {
            let (start, end) = (discs[pair.x].centre, discs[pair.y].centre)
            let route = routes[pair]
            let bends =
                route == nil
                ? self.bends(members.count, start, end, pair, avoidsDiscs) : Self.fan(members.count, around: 0)
            for (position, bend) in zip(members, bends) {
                let tie = ties[position]
                let isTurned = tie.source != pair.x
                if route == nil, bend == 0 {
                    paths[position] = straight(tie, isTurned ? (end, start) : (start, end))
                    continue
                }
                let whole =
                    route.map { led(isTurned ? $0.reversed() : $0, isTurned ? -bend : bend) }
                    ?? (isTurned ? bow(end, start, -bend) : bow(start, end, bend))
                // Discs cover their part; an arrow has to end outside.
                let points = whole.points
                let from = border(of: tie.source, towards: points[1])
                let to = whole.length - border(of: tie.target, towards: points[points.count - 2]) - 0.8
                paths[position] = whole.part(from: from, to: max(to, from + 0.5)) ?? whole
            }
        }
        return paths
    }

    /// How far the mark's rim is from its middle, in the direction of a point.
    private func border(of node: Int, towards point: Point) -> Double {
        let (direction, reach) = ((point - discs[node].centre).direction, nodes[node].reach)
        return switch nodes[node].shape {
        case .disc: reach
        case .square: reach / 1.415 / max(abs(direction.x), abs(direction.y), 0.1)
        case .diamond: reach / max(abs(direction.x) + abs(direction.y), 0.1)
        }
    }

    /// From rim to rim, for an arrow a little less.
    private func straight(_ tie: NetworkLook.Tie, _ line: (start: Point, end: Point)) -> Path {
        let way = line.end - line.start
        let from = border(of: tie.source, towards: line.end)
        let to = max(way.length - border(of: tie.target, towards: line.start) - 0.8, from + 0.5)
        let direction = way.direction
        guard from < way.length else { return Path(from: line.start, to: line.end) }
        return Path(from: line.start + direction * from, to: line.start + direction * min(to, way.length))
    }

    /// How far ties of one pair stand aside, beside one another.
    private static func fan(_ count: Int, around middle: Double) -> [Double] {
        (0..<count).map { middle + (Double($0) - Double(count - 1) / 2) * spacing }
    }

    /// A curve along other nodes, its inner part so far aside.
    private func led(_ route: [Int], _ aside: Double) -> Path {
        var stops = route.map { discs[$0].centre }
        let way = (stops[stops.count - 1] - stops[0]).direction.perpendicular * aside
        for inner in stops.indices.dropFirst().dropLast() { stops[inner] += way }
        return Path(ledAlong: stops)
    }

    private func bow(_ start: Point, _ end: Point, _ bend: Double) -> Path {
        bend == 0 ? Path(from: start, to: end) : Path(from: start, to: end, bend: bend)
    }

    private func bends(_ count: Int, _ start: Point, _ end: Point, _ pair: SIMD2<Int>, _ avoidsDiscs: Bool) -> [Double]
    {
        let half = Double(count - 1) / 2 * Self.spacing
        let fan = Self.fan(count, around: 0)
        let length = (end - start).length
        guard curvature == 0 else { return Self.fan(count, around: curvature * length) }
        guard avoidsDiscs else { return fan }
        // The least bow that crosses no third disc; if all do, the one that crosses fewest.
        var best: (crossed: Int, bend: Double) = (.max, 0)
        for share in [0, 0.05, -0.05, 0.1, -0.1, 0.16, -0.16] {
            let bend = share * length
            let path = bow(start, end, bend)
            guard share == 0 || path.points.allSatisfy({ page.contains(Box(low: $0, high: $0).grown(by: 2 * half)) })
            else {
                continue
            }
            let crossed = grid.crossed(by: path, butNot: pair, margin: half + 1)
            if crossed < best.crossed { best = (crossed, bend) }
            if crossed == 0 { break }
        }
        return Self.fan(count, around: best.bend)
    }
}

/// Discs by the squares of the page that they touch, to ask quickly what lies near a line.
private struct DiscGrid {
    private let side: Double
    private var cells: [SIMD2<Int>: [Int]] = [:]
    private let discs: [Box]

    init(_ discs: [Box]) {
        self.discs = discs
        side = max(20, (discs.map(\.width).max() ?? 0) + 8)
        for (index, disc) in discs.enumerated() { cells[Self.cell(disc.centre, side), default: []].append(index) }
    }

    func crossed(by path: Path, butNot pair: SIMD2<Int>, margin: Double) -> Int {
        var found: Set<Int> = []
        let steps = max(4, Int(path.length / 3))
        for point in path.sampled(steps) {
            let home = Self.cell(point, side)
            for x in -1...1 {
                for y in -1...1 {
                    for disc in cells[home &+ SIMD2(x, y)] ?? [] where disc != pair.x && disc != pair.y {
                        if (discs[disc].centre - point).length < discs[disc].width / 2 + margin { found.insert(disc) }
                    }
                }
            }
        }
        return found.count
    }

    private static func cell(_ point: Point, _ side: Double) -> SIMD2<Int> {
        SIMD2(Int((point.x / side).rounded(.down)), Int((point.y / side).rounded(.down)))
    }
}
