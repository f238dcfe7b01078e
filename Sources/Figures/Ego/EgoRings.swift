import GraphKernels
import Vocabulary

/// Actors on rings round ego.
///
/// On each half of a ring actors stand at equal steps of height, so that every label has a line of
/// its own beside its disc, outwards. Which actor stands where is sought by swapping any two of a
/// ring as long as that makes the ties shorter.
struct EgoRings {
    private(set) var discs: [Box] = []
    private(set) var labels: [Arrangement.PlacedLabel] = []
    private(set) var height = 0.0
    /// The rings themselves, as pale lines.
    private(set) var guides: [Scene.Stroke] = []

    /// With the discs as large as they have room.
    private(set) var look: NetworkLook
    private let ringOf: [Int]
    private let options: FigureOptions
    private let radii: [Double]
    private var centre = Point.zero
    private static let lineHeight = 8.6

    init(_ look: NetworkLook, ego: Int, rings ringOf: [Int], _ options: FigureOptions) {
        (self.look, self.ringOf, self.options) = (look, ringOf, options)
        radii = Self.radii(look, ringOf, options)
        let greatest = radii.last ?? 0
        let rim = look.nodes.map(\.reach).max() ?? 0
        height = 2 * greatest + 2 * rim + 26
        centre = Point(options.width / 2, height / 2)
        var places = [Point](repeating: centre, count: look.nodes.count)
        for ring in radii.indices.dropFirst() { settle(ring, &places) }
        for ring in radii.indices.dropFirst() { makeRoom(ring, &places) }
        discs = zip(look.nodes, places).map { Box(centre: $1, width: 2 * $0.reach, height: 2 * $0.reach) }
        placeLabels(ego)
        crop()
        for radius in radii.dropFirst() { guides.append(guide(radius)) }
    }

    /// Takes away what is empty above and below.
    private mutating func crop() {
        let shown = discs + labels.map(\.text.box) + [Box(centre: centre, width: 0, height: 2 * (radii.last ?? 0))]
        let extent = shown.dropFirst().reduce(shown[0]) { $0.union($1) }
        let way = Point(0, 3 - extent.low.y)
        for disc in discs.indices { discs[disc] = discs[disc].moved(by: way) }
        for label in labels.indices { labels[label].text.box = labels[label].text.box.moved(by: way) }
        centre += way
        height = extent.height + 6
    }

    /// Rings as far apart as the page allows, labels of the last one beside it.
    private static func radii(_ look: NetworkLook, _ ringOf: [Int], _ options: FigureOptions) -> [Double] {
        let count = ringOf.max() ?? 0
        guard count > 0 else { return [0] }
        let label = min(0.19 * options.width, 90)
        let room = options.width / 2 - label - 8
        let fullest = Double(ringOf.count { $0 == count })
        // Few actors need no large ring.
        let needed = max(fullest * lineHeight * 0.56, 62 * Double(count))
        let outer = min(room, max(needed, 70))
        guard count > 1 else { return [0, outer] }
        // The first ring is a little further out, or its discs would crowd ego.
        let (first, step) = (0.48 * outer, 0.52 * outer / Double(count - 1))
        return [0] + (1...count).map { ring in first + step * Double(ring - 1) }
    }

    /// The places of a ring: right half from above, then left half from above.
    private func slots(_ ring: Int, _ count: Int) -> [Point] {
        let radius = radii[ring]
        let right = (count + 1) / 2
        return (0..<count).map { number in
            let isRight = number < right
            let (place, all) = isRight ? (number, right) : (number - right, count - right)
            // Half steps at the poles; the left half of an odd ring stands between.
            let share = (Double(place) + 0.5) / Double(all)
            let y = (2 * share - 1) * radius * 0.97
            let x = max(0, radius * radius - y * y).squareRoot()
            return centre + Point(isRight ? x : -x, y)
        }
    }

    /// Puts a ring's actors in the order that makes their ties to what stands already, and to one
    /// another, short.
    private func settle(_ ring: Int, _ places: inout [Point]) {
        let members = ringOf.indices.filter { ringOf[$0] == ring }
        let slots = slots(ring, members.count)
        let isMember = Set(members)
        var neighbours = [[Int]](repeating: [], count: look.nodes.count)
        for tie in look.ties {
            for (one, other) in [(tie.source, tie.target), (tie.target, tie.source)]
            where isMember.contains(one) && (ringOf[other] < ring && ringOf[other] > 0 || isMember.contains(other)) {
                neighbours[one].append(other)
            }
        }
        for (member, slot) in zip(members, slots) { places[member] = slot }
        func cost(_ member: Int, _ places: [Point]) -> Double {
            neighbours[member].reduce(0) { $0 + (places[member] - places[$1]).length }
        }
        // Of more actors on a ring, near ones alone are swapped: nobody could follow the ties anyhow.
        let reach = members.count <= 100 ? members.count : 12
        for _ in 0..<12 {
            var hasChanged = false
            for one in members.indices {
                for other in (one + 1)..<max(one + 1, min(members.count, one + reach)) {
                    let (a, b) = (members[one], members[other])
                    let before = cost(a, places) + cost(b, places)
                    places.swapAt(a, b)
                    if cost(a, places) + cost(b, places) < before - 1e-6 {
                        hasChanged = true
                    } else {
                        places.swapAt(a, b)
                    }
                }
            }
            if !hasChanged { return }
        }
    }

    /// Gives each actor of a ring, in its order, as much height as its disc and its label need; discs
    /// that are too large for that shrink.
    private mutating func makeRoom(_ ring: Int, _ places: inout [Point]) {
        let members = ringOf.indices.filter { ringOf[$0] == ring }
        let range = 2 * radii[ring] * 0.97
        for isRight in [true, false] {
            let half = members.filter { (places[$0].x >= centre.x) == isRight }.sorted { (places[$0].y, $0) < (places[$1].y, $1) }
            guard !half.isEmpty else { continue }
            let needs = half.map { max(Self.lineHeight, 2 * look.nodes[$0].reach + 1.5) }
            let sum = needs.reduce(0, +)
            let share = min(1, range / sum)
            if share < 1 { for node in half { look.nodes[node].radius *= share } }
            let slack = max(0, range - sum) / Double(half.count)
            var top = -range / 2
            for (node, need) in zip(half, needs) {
                let step = need * share + slack
                let y = top + step / 2
                let x = max(0, radii[ring] * radii[ring] - y * y).squareRoot()
                places[node] = centre + Point(isRight ? x : -x, y)
                top += step
            }
        }
    }

    private func guide(_ radius: Double) -> Scene.Stroke {
        let stops = (0...72).map { centre + NetworkLayout.direction(Double($0) / 72) * radius }
        return Scene.Stroke(Path(through: stops), colour: Colour(0xE4E4E4), width: 0.6)
    }

    // MARK: Labels

    /// Each beside its disc, away from ego, on as many lines as have room; the most important first.
    private mutating func placeLabels(_ ego: Int) {
        let page = Box(low: Point(1, 1), high: Point(options.width - 1, height - 1))
        let count = look.nodes.count
        let limit = options.labelLimit ?? (count <= Arrangement.fullyLabelled ? count : Arrangement.labelsOfMany)
        let ranked = look.nodes.indices.sorted {
            // Ego first, then by importance.
            ($0 == ego ? 0 : 1, -look.nodes[$0].importance, $0) < ($1 == ego ? 0 : 1, -look.nodes[$1].importance, $1)
        }
        for node in ranked.prefix(max(0, limit)) {
            let size = node == ego ? 9.0 : 7.0
            guard let text = candidates(node, size, isEgo: node == ego).first(where: { isFree($0.box, node, page) }) else { continue }
            labels.append(Arrangement.PlacedLabel(node: node, fontSize: size, text: text))
        }
    }

    private func isFree(_ box: Box, _ node: Int, _ page: Box) -> Bool {
        guard page.contains(box), !labels.contains(where: { $0.text.box.overlaps(box) }) else { return false }
        return !discs.indices.contains { other in
            other != node && box.distance(to: discs[other].centre) < discs[other].width / 2 + 0.4
        }
    }

    private func candidates(_ node: Int, _ size: Double, isEgo: Bool) -> [LabelCandidate] {
        let disc = discs[node]
        let isRight = disc.centre.x >= centre.x
        let gap = disc.width / 2 + LabelCandidate.gap
        let limit = isEgo ? 2 * (radii.count > 1 ? radii[1] : 100) - 30 : 0.19 * options.width
        // Whole names first; then narrower and narrower, and at last shortened.
        let forms: [(width: Double, most: Int)] =
            isEgo
            ? [(limit, 2), (limit, 3), (limit * 0.7, 3)]
            : [(limit * 1.5, 1), (limit, 2), (limit * 0.8, 3), (limit * 1.5, 1), (limit, 1), (limit * 0.7, 1), (limit * 0.5, 1)]
        return forms.enumerated().flatMap { rank, form -> [LabelCandidate] in
            let text = PlainText.wrapped(look.nodes[node].name, width: form.width, most: form.most, size: size)
            if text.isShortened, rank < 3, !isEgo { return [] }
            let extent = TextMetrics.extent(of: text.lines, size: size)
            func candidate(_ middle: Point, _ alignment: Scene.Label.Alignment) -> LabelCandidate {
                LabelCandidate(
                    lines: text.lines, isShortened: text.isShortened,
                    box: Box(centre: middle, width: extent.x, height: extent.y), alignment: alignment, cost: 0, faults: 0)
            }
            let below = candidate(disc.centre + Point(0, gap + extent.y / 2), .centre)
            let above = candidate(disc.centre - Point(0, gap + extent.y / 2), .centre)
            if isEgo { return [below, above] }
            let out = candidate(
                disc.centre + Point((isRight ? 1 : -1) * (gap + extent.x / 2), 0), isRight ? .left : .right)
            return [out] + (disc.centre.y < centre.y ? [above] : [below])
        }
    }
}
