import GraphKernels
import NetworkModel
import Vocabulary

/// Where a hand, or another program, put the discs of a network; who is new stands beside its neighbours.
///
/// Coordinates that all lie from 0 to 1 to the right, and from 0 to 2 upwards, are parts of the page's width;
/// any others are fitted to the page as they stand to one another.
struct GivenPlaces {
    /// By actor of the network, in parts of the page's width, y downwards.
    private(set) var places: [Int: Point] = [:]
    /// By actor of the network.
    private(set) var sides: [Int: LabelSide] = [:]
    /// Of what they fill, in parts of the page's width.
    private(set) var height = 0.0

    private static let margin = 0.06
    private static let tallest = 1.1
    /// How far from others who is new stands.
    private static let room = 0.05

    /// Of the rows that are asked for, else those of the dataset, else the actors' own attributes x and y, which
    /// files of other programs bring along.
    init(_ network: Network, _ asked: [DiscPosition]?) throws(MilieuError) {
        let rows = asked ?? network.beside.positions
        var points: [Int: Point] = [:]
        for row in rows {
            guard let actor = network.actors.position(of: row.actor) else { continue }
            if let side = row.label, !side.isEmpty { sides[actor] = try LabelSide(row, word: side) }
            if let x = row.x, let y = row.y { points[actor] = Point(x, y) }
        }
        if asked != nil, points.isEmpty, sides.isEmpty {
            let columns = DiscPosition.table.columns.map(\.id).joined(separator: ", ")
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The file of positions has no place for any actor of the network.",
                    fr: "Le fichier de positions n'a de place pour aucun acteur du réseau."),
                remedy: Bilingual(
                    en:
                        "Its columns are \(columns), and \"actor\" is an id; `milieu draw --keep-positions FILE` writes one to start from.",
                    fr:
                        "Ses colonnes sont \(columns), et « actor » est un identifiant ; `milieu draw --keep-positions FICHIER` en écrit un pour commencer."
                ))
        }
        if rows.isEmpty, let xs = network.actors.numbers(of: "x"), let ys = network.actors.numbers(of: "y") {
            for actor in network.actors.indices {
                if let x = xs[actor], let y = ys[actor] { points[actor] = Point(x, y) }
            }
            // A column that happens to be called x says nothing of where the discs are.
            if points.count * 2 < network.actors.count { points = [:] }
        }
        try fit(points)
    }

    private mutating func fit(_ points: [Int: Point]) throws(MilieuError) {
        let all = points.values.map { Box(low: $0, high: $0) }
        guard let first = all.first else { return }
        let box = all.dropFirst().reduce(first) { $0.union($1) }
        guard box.width.isFinite, box.height.isFinite else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The positions lie too far apart to be drawn.",
                    fr: "Les positions sont trop éloignées pour être dessinées."),
                remedy: Bilingual(
                    en: "Correct the largest and smallest x and y.",
                    fr: "Corrigez les plus grands et les plus petits x et y."))
        }
        if box.low.x >= 0, box.high.x <= 1, box.low.y >= 0, box.high.y <= 2 {
            // As far from the picture's upper edge as the lowest is from 0.
            height = box.high.y + box.low.y
            let top = height
            places = points.mapValues { Point($0.x, top - $0.y) }
            return
        }
        let inner = 1 - 2 * Self.margin
        let scale = min(inner / max(box.width, 1e-300), (Self.tallest - 2 * Self.margin) / max(box.height, 1e-300))
        // All on one spot: in the middle.
        let factor = scale.isFinite && max(box.width, box.height) > 0 ? scale : 0
        height = box.height * factor + 2 * Self.margin
        let left = (1 - box.width * factor) / 2
        places = points.mapValues { point in
            Point(left + (point.x - box.low.x) * factor, Self.margin + (box.high.y - point.y) * factor)
        }
    }

    /// Puts whom no row speaks of beside those that they are tied to, others staying where they are: the actors with
    /// most neighbours that have a place first, each as near to the middle of these as there is room. Who is tied to
    /// nobody with a place gets none.
    ///
    /// - Parameters:
    ///   - known: the places by node of the graph.
    /// - Complexity: O(new actors × rounds of a spiral × actors near).
    static func completed(_ known: [Point?], _ graph: Graph) -> [Point?] {
        var places = known
        var taken = PlaceGrid(side: room)
        for place in known.compactMap({ $0 }) { taken.add(place) }
        var waiting = places.indices.filter { places[$0] == nil }
        while true {
            let wishes = waiting.compactMap { node -> (node: Int, count: Int, middle: Point)? in
                let near = graph.outgoing.neighbours(of: node).compactMap { places[Int($0)] }
                guard !near.isEmpty else { return nil }
                return (node, near.count, near.reduce(.zero, +) / Double(near.count))
            }
            if wishes.isEmpty { return places }
            for wish in wishes.sorted(by: { (-$0.count, $0.node) < (-$1.count, $1.node) }) {
                let place = taken.free(near: wish.middle)
                places[wish.node] = place
                taken.add(place)
            }
            waiting.removeAll { places[$0] != nil }
        }
    }
}

/// Places by the squares that they lie in, to find room near a point.
private struct PlaceGrid {
    let side: Double
    private var cells: [SIMD2<Int>: [Point]] = [:]

    init(side: Double) { self.side = side }

    private func cell(_ point: Point) -> SIMD2<Int> {
        SIMD2(Int((point.x / side).rounded(.down)), Int((point.y / side).rounded(.down)))
    }

    mutating func add(_ point: Point) { cells[cell(point), default: []].append(point) }

    private func isFree(_ point: Point) -> Bool {
        let home = cell(point)
        for x in -1...1 {
            for y in -1...1 {
                for other in cells[home &+ SIMD2(x, y)] ?? [] where (other - point).length < side * 0.9 { return false }
            }
        }
        return true
    }

    /// The first free place on rings round a point, on the page to left and right and above.
    func free(near middle: Point) -> Point {
        for ring in 1...400 {
            let count = 6 * ring
            for step in 0..<count {
                let place = middle + NetworkLayout.direction(Double(step) / Double(count)) * (side * 0.5 * Double(ring))
                guard place.x >= side / 2, place.x <= 1 - side / 2, place.y >= side / 2 else { continue }
                if isFree(place) { return place }
            }
        }
        return middle
    }
}
