import NetworkModel
import Vocabulary

/// Where each disc of a map stands: at its place, at the margin, or in the list below.
struct MapArrangement {
    /// Discs with their labels.
    private(set) var arrangement: Arrangement
    let frame: MapFrame
    /// Spots on the map, each with its point of the page.
    private(set) var spots: [(spot: MapPlaces.Spot, place: Point)] = []
    /// Spots beyond it, each with the direction that its nodes stand in and the kilometres from the map's middle.
    private(set) var beyond: [(spot: MapPlaces.Spot, way: Point, distance: Double)] = []
    /// Names of spots that found room.
    private(set) var spotLabels: [Scene.Label] = []
    /// Whether each node has a disc on the map or at its margin.
    private(set) var isShown: [Bool]

    private static let margin = 34.0
    /// Between two discs of one spot.
    private static let spread = 19.0

    init(_ look: NetworkLook, _ places: MapPlaces, _ options: FigureOptions) {
        let outline = options.outline?.points ?? []
        // Without an outline the map shows those inside the territory, and if that is not known, everybody.
        let inside = places.spots.filter { spot in spot.nodes.contains { !look.nodes[$0].isOutside } }
        let all = (inside.isEmpty ? places.spots : inside).map(\.point)
        frame = MapFrame(shown: outline.isEmpty ? all : outline, width: options.width, margin: Self.margin)
        arrangement = Arrangement(look, options)
        isShown = [Bool](repeating: false, count: look.nodes.count)
        var bodies: [(node: Int, body: RoomMaking.Body)] = []
        for spot in places.spots {
            for node in spot.nodes { isShown[node] = true }
            if frame.holds(spot.point) {
                let place = frame.place(spot.point)
                spots.append((spot, place))
                for (rank, node) in Self.ranked(spot.nodes, look).enumerated() {
                    let away = spot.nodes.count == 1 ? .zero : Self.sunflower(rank) * Self.spread
                    bodies.append((node, Self.body(look, node, place + away)))
                }
            } else {
                let (exit, way) = frame.exit(towards: spot.point)
                beyond.append((spot, way, LocalPlane.distance(frame.plane.middle, spot.point)))
                for (rank, node) in spot.nodes.enumerated() {
                    let aside = way.perpendicular * (Double(rank) - Double(spot.nodes.count - 1) / 2) * Self.spread
                    bodies.append((node, Self.body(look, node, exit + way * 12 + aside)))
                }
            }
        }
        let page = Box(low: Point(2, 2), high: Point(options.width - 2, frame.box.high.y + Self.margin - 2))
        var making = RoomMaking(bodies: bodies.map(\.body), page: page, gap: look.size.gap)
        _ = making.separate(rounds: 300)
        for (entry, body) in zip(bodies, making.bodies) { arrangement.discs[entry.node] = body.disc }
        placeLabels(look, page, options)
        let words = arrangement.labels.map(\.text.box) + spotLabels.map(\.box)
        let lowest = (words + bodies.map { arrangement.discs[$0.node] }).reduce(frame.box.high.y) { max($0, $1.high.y) }
        arrangement.height = min(lowest + 3, page.high.y)
        // A long list in narrow columns, so that the map and the list go on one page.
        let count = places.unlocated.count
        arrangement.setIsolates(places.unlocated, columns: count > 48 ? 5 : count > 12 ? 4 : nil)

    }

    private static func ranked(_ nodes: [Int], _ look: NetworkLook) -> [Int] {
        nodes.sorted { (-look.nodes[$0].importance, $0) < (-look.nodes[$1].importance, $1) }
    }

    private static func body(_ look: NetworkLook, _ node: Int, _ place: Point) -> RoomMaking.Body {
        RoomMaking.Body(disc: Box(centre: place, width: 2 * look.nodes[node].reach, height: 2 * look.nodes[node].reach))
    }

    /// Points as evenly apart as the seeds of a sunflower (Vogel 1979, Mathematical Biosciences 44, 179–189), none on
    /// the middle.
    private static func sunflower(_ rank: Int) -> Point {
        let turn = Double(rank) * 0.3819660112501051
        return NetworkLayout.direction(turn - turn.rounded(.down)) * (Double(rank) + 1).squareRoot()
    }

    // MARK: Labels

    private mutating func placeLabels(_ look: NetworkLook, _ page: Box, _ options: FigureOptions) {
        // The spots' points are discs that no label may cover, and have names of their own.
        let dots = spots.map { Box(centre: $0.place, width: 4, height: 4) }
        let fans = spots.map { spot, place in
            let reach =
                spot.nodes.map { (arrangement.discs[$0].centre - place).length + look.nodes[$0].reach }.max() ?? 0
            return Box(centre: place, width: 2 * reach, height: 2 * reach)
        }
        let discs = arrangement.discs + dots + fans
        let firm = Set(look.nodes.indices.filter { isShown[$0] } + dots.indices.map { look.nodes.count + $0 })
        var wishes = arrangement.wishes.filter { isShown[$0.disc] }
        let names = spots.indices.filter { spots[$0].spot.nodes.count > 1 && !spots[$0].spot.name.isEmpty }.map {
            spot in
            LabelWish(name: spots[spot].spot.name, fontSize: 8, disc: look.nodes.count + dots.count + spot)
        }
        for wish in wishes.indices { wishes[wish].hasLeaders = true }
        wishes = names + wishes
        let lines = look.ties.filter { isShown[$0.source] && isShown[$0.target] }.map {
            (discs[$0.source].centre, discs[$0.target].centre)
        }
        let corner = Box(
            low: Point(frame.box.low.x, frame.box.high.y - 22), high: Point(frame.box.low.x + 110, frame.box.high.y))
        let surroundings = Surroundings(
            discs: discs, firm: firm, lines: look.isCrowded ? [] : lines, page: page, boxes: [corner])
        for (wish, text) in LabelPlacement(wishes, in: surroundings, seed: options.seed).free {
            if wish.disc < look.nodes.count {
                arrangement.labels.append(.init(node: wish.disc, fontSize: wish.fontSize, text: text))
            } else {
                var label = Scene.Label(
                    text.lines, text.box, fontSize: wish.fontSize, alignment: text.alignment, colour: Colour(0x555555))
                label.hasHalo = true
                spotLabels.append(label)
            }
        }
    }
}
