import GraphKernels

/// Discs and labels at their places on the page: the layout fitted to the page's width, with room
/// made for every label that is to be shown.
struct Arrangement: Sendable {
    struct PlacedLabel: Sendable {
        var node: Int
        var fontSize: Double
        var text: LabelCandidate
    }

    var discs: [Box] = []
    var labels: [PlacedLabel] = []
    var height = 0.0
    /// Of what stands above the list of actors without ties.
    private(set) var tiedHeight = 0.0
    /// Nodes without ties that are not to be shown, and so have no place.
    private(set) var hidden: Set<Int> = []
    /// Where the words over the actors without ties begin; nil where there are none.
    private(set) var heading: Point?

    private let look: NetworkLook
    private let options: FigureOptions
    let wishes: [LabelWish]
    private static let discGap = 2.0
    private static let settlingRounds = 120
    /// Up to so many actors, all have a label.
    static let fullyLabelled = 100
    static let labelsOfMany = 60
    /// Up to so many discs give way to the names of others; of more, those without a name do not keep labels away.
    private static let countable = 2000

    /// - Parameter layout: made for a page of this `tallness`.
    init(_ look: NetworkLook, _ layout: NetworkLayout, _ options: FigureOptions, tallness: Double) {
        self.init(look, options)
        let isolates = Set(layout.isolates)
        let tied = look.nodes.indices.filter { !isolates.contains($0) }
        if !tied.isEmpty { arrange(tied, layout, tallness) }
        crop()
        tiedHeight = height
        setIsolates(layout.isolates)
    }

    /// Nothing has its place yet.
    init(_ look: NetworkLook, _ options: FigureOptions) {
        self.look = look
        self.options = options
        wishes = Self.wishes(look, options)
        discs = look.nodes.map { Box(centre: .zero, width: 2 * $0.reach, height: 2 * $0.reach) }
    }

    /// The height over the width that the labels and discs need, for the layout to aim at.
    static func tallness(_ look: NetworkLook, _ options: FigureOptions) -> Double {
        let labels = wishes(look, options).reduce(0) { sum, wish in
            let sizes = Surroundings.texts(wish).map { TextMetrics.extent(of: $0.lines, size: wish.fontSize) }
            return sum + (sizes.map { ($0.x + 4) * ($0.y + 3) }.min() ?? 0)
        }
        let discs = look.nodes.reduce(0) { $0 + (2 * $1.reach + 4) * (2 * $1.reach + 4) }
        let least = look.nodes.count > fullyLabelled ? 0.9 : min(0.62, 0.3 + 0.02 * Double(look.nodes.count))
        return min(max(2.2 * (labels + discs) / (options.width * options.width), least), 1.05)
    }

    private static func wishes(_ look: NetworkLook, _ options: FigureOptions) -> [LabelWish] {
        let count = look.nodes.count
        let limit = options.labelLimit ?? (count <= fullyLabelled ? count : labelsOfMany)
        let ranked = look.nodes.indices.filter { look.nodes[$0].hasLabel != false }.sorted {
            (-look.nodes[$0].importance, $0) < (-look.nodes[$1].importance, $1)
        }
        // Whoever is asked for by name comes before all others, and beyond the number.
        let asked = ranked.filter { look.nodes[$0].hasLabel == true }
        let others = ranked.filter { look.nodes[$0].hasLabel != true }.prefix(max(0, limit - asked.count))
        return (asked + others).map { node in
            let size = 7 + (2.5 * look.nodes[node].importance.squareRoot() * 2).rounded() / 2
            return LabelWish(name: look.nodes[node].name, fontSize: size, disc: node)
        }
    }

    private func page(_ height: Double) -> Box {
        Box(low: Point(2, 2), high: Point(options.width - 2, height - 2))
    }

    // MARK: Actors with ties

    /// Tries the page as tall as needed, then with narrower labels; where even that is too small,
    /// the labels that find no place are left out, the least important first.
    private mutating func arrange(_ tied: [Int], _ layout: NetworkLayout, _ tallness: Double) {
        let heights = [1, 1.1, 1.2, 1.35, 1.35].map { tallness * $0 * options.width }
        let members = Set(tied)
        var shown = wishes.filter { members.contains($0.disc) }
        let isCrowd = look.nodes.count > Self.fullyLabelled
        for (attempt, height) in heights.enumerated() {
            if attempt == heights.count - 1 { for wish in shown.indices { shown[wish].widest = 9 } }
            fit(tied, layout, page(height))
            if !isCrowd { spread(tied, page(height)) }
            separateDiscs(tied, page(height))
            let isLast = isCrowd || attempt == heights.count - 1
            if placeLabels(shown, tied, page(height), isLast: isLast) { return }
        }
    }

    /// Stretches the layout over the page, a little more in one direction if that fills it better.
    private mutating func fit(_ nodes: [Int], _ layout: NetworkLayout, _ page: Box) {
        let positions = nodes.map { layout.positions[$0] }
        let extent = NetworkLayout.extent(positions)
        let rim = (nodes.map { look.nodes[$0].reach }.max() ?? 0) + 8
        let room = Point(page.width - 2 * rim - 30, page.height - 2 * rim - 6)
        var scale = Point(room.x / max(extent.x, 0.5), room.y / max(extent.y, 0.5))
        scale = pointwiseMin(scale, Point(repeating: scale.min() * 1.3))
        // Two or three actors need not stand a page apart.
        scale = pointwiseMin(scale, Point(repeating: 110))
        let middle = positions.reduce(Box(low: positions[0], high: positions[0])) {
            $0.union(Box(low: $1, high: $1))
        }.centre
        for (node, position) in zip(nodes, positions) {
            let place = page.centre + (position - middle) * scale
            discs[node] = discs[node].moved(by: place - discs[node].centre)
        }
    }

    /// Gives every actor its fair part of the page: boxes of its label's form round each disc, large
    /// enough to fill much of the page, push one another from where it is crowded to where there is
    /// room, while ties draw their ends together.
    private mutating func spread(_ nodes: [Int], _ page: Box) {
        let byNode = Dictionary(uniqueKeysWithValues: wishes.map { ($0.disc, $0) })
        let sizes = nodes.map { node in
            let texts = byNode[node].map { wish in
                Surroundings.texts(wish).map { TextMetrics.extent(of: $0.lines, size: wish.fontSize) }
            }
            let text = texts?.min { $0.x * $0.y < $1.x * $1.y } ?? .zero
            return Point(max(text.x, discs[node].width) + 3, text.y + discs[node].height + 3)
        }
        let area = sizes.reduce(0) { $0 + $1.x * $1.y }
        let growth = min((0.6 * page.width * page.height / max(area, 1)).squareRoot(), 1.5)
        var making = RoomMaking(
            bodies: zip(nodes, sizes).map { node, size in
                let room = Box(centre: discs[node].centre, width: size.x * growth, height: size.y * growth)
                return .init(disc: discs[node], label: room)
            }, page: page, gap: Self.discGap)
        let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
        let ties = look.ties.compactMap { tie in
            places[tie.source].flatMap { source in places[tie.target].map { SIMD2(source, $0) } }
        }
        for round in 0..<Self.settlingRounds {
            making.pull(ties, by: 0.3 * (1 - Double(round) / Double(Self.settlingRounds)))
            _ = making.separate(rounds: 2)
        }
        for (node, body) in zip(nodes, making.bodies) { discs[node] = body.disc }
    }

    private mutating func separateDiscs(_ nodes: [Int], _ page: Box) {
        guard nodes.count <= Self.fullyLabelled else { return separateCrowd(nodes, page) }
        var making = RoomMaking(
            bodies: nodes.map { .init(disc: discs[$0], label: nil) }, page: page, gap: look.size.gap)
        _ = making.separate(rounds: 300)
        for (node, body) in zip(nodes, making.bodies) { discs[node] = body.disc }
    }

    private mutating func separateCrowd(_ nodes: [Int], _ page: Box) {
        let separation = DiscSeparation(
            centres: nodes.map { discs[$0].centre }, radii: nodes.map { look.nodes[$0].reach }, low: page.low,
            high: page.high, gap: look.size.gap)
        for (node, centre) in zip(nodes, separation.centres) {
            discs[node] = discs[node].moved(by: centre - discs[node].centre)
        }
    }

    /// - Returns: whether every label has its place, or those that have none were dropped.
    private mutating func placeLabels(
        _ shown: [LabelWish], _ nodes: [Int], _ page: Box, isLast: Bool
    ) -> Bool {
        var placement = placed(shown, page)
        if nodes.count <= Self.countable {
            let trials = nodes.count <= Self.fullyLabelled ? 8 : 3
            for _ in 0..<trials where !placement.conflicts.isEmpty {
                guard makeRoom(placement, nodes, page, isForced: isLast) else {
                    placement = placed(shown, page)
                    continue
                }
                // Nothing overlaps now; with the discs at new places there may be better candidates.
                let again = placed(shown, page)
                if again.conflicts.isEmpty {
                    placement = again
                } else {
                    return true
                }
            }
        }
        if !placement.conflicts.isEmpty {
            guard isLast else { return false }
            if look.nodes.count <= Self.countable { placement = placed(Self.led(shown), page) }
        }
        keep(placement)
        return true
    }

    /// The wishes that may be met further away, too, with a line that leads there.
    private static func led(_ wishes: [LabelWish]) -> [LabelWish] {
        wishes.map { wish in
            var wish = wish
            wish.hasLeaders = wish.side == nil
            return wish
        }
    }

    private func placed(_ shown: [LabelWish], _ page: Box) -> LabelPlacement {
        let lines = look.isCrowded ? [] : look.ties.map { (discs[$0.source].centre, discs[$0.target].centre) }
        // Among many, a name may lie on small discs that have none.
        let isCrowd = look.nodes.count > Self.countable
        let firm = isCrowd ? Set(shown.map(\.disc)) : Set(discs.indices)
        return LabelPlacement(
            shown, in: Surroundings(discs: discs, firm: firm, lines: lines, page: page), seed: options.seed)
    }

    /// Moves discs with their chosen labels apart; where that succeeds, the labels are kept.
    private mutating func makeRoom(
        _ placement: LabelPlacement, _ nodes: [Int], _ page: Box, isForced: Bool
    ) -> Bool {
        var byNode: [Int: Int] = [:]
        for (index, wish) in placement.wishes.enumerated() { byNode[wish.disc] = index }
        let bodies = nodes.map { node in
            RoomMaking.Body(disc: discs[node], label: byNode[node].map { placement.chosen($0).box })
        }
        var making = RoomMaking(bodies: bodies, page: page, gap: Self.discGap)
        let isClear = making.separate(rounds: 250, isForced: isForced)
        for (node, body) in zip(nodes, making.bodies) { discs[node] = body.disc }
        guard isClear else { return false }
        labels = zip(nodes, making.bodies).compactMap { node, body in
            guard let index = byNode[node], let box = body.label else { return nil }
            var text = placement.chosen(index)
            text.box = box
            return PlacedLabel(node: node, fontSize: placement.wishes[index].fontSize, text: text)
        }
        return true
    }

    /// Takes the labels in the order of importance, each if it lies on nothing.
    private mutating func keep(_ placement: LabelPlacement) {
        labels = placement.free.map { PlacedLabel(node: $0.wish.disc, fontSize: $0.wish.fontSize, text: $0.text) }
    }

    /// Places labels beside discs that stay where they are: as wide as they like, narrower, or where all stood when the
    /// places were found and none met another; where each of these has labels that meet, with lines that lead to them,
    /// and those that find no room even so are left out.
    mutating func placeFixed(_ shown: [LabelWish], _ page: Box) {
        var (narrow, still) = (shown, shown)
        for wish in shown.indices {
            narrow[wish].widest = 9
            still[wish].staysKept = true
        }
        var best: LabelPlacement?
        for wishes in [shown, narrow, still, Self.led(shown), Self.led(narrow), Self.led(still)] {
            let placement = placed(wishes, page)
            if placement.conflicts.count < best?.conflicts.count ?? .max { best = placement }
            if best?.conflicts.isEmpty == true { break }
        }
        if let best { keep(best) }
    }

    // MARK: The whole

    /// Takes away empty margins and sets the picture in the middle of the page.
    private mutating func crop() {
        let shown = labels.map(\.text.box) + discs.filter { $0.centre != .zero }
        guard let first = shown.first else { return }
        let extent = shown.reduce(first) { $0.union($1) }
        let way = Point(options.width / 2 - extent.centre.x, 2 - extent.low.y)
        for disc in discs.indices where discs[disc].centre != .zero { discs[disc] = discs[disc].moved(by: way) }
        for label in labels.indices { labels[label].text.box = labels[label].text.box.moved(by: way) }
        height = extent.height + 4
    }

    /// Actors without ties stand below like a list, in columns, each with its label on its right.
    ///
    /// - Parameter columns: how many, all of one width with names that fit; nil: as many as the longest name allows.
    mutating func setIsolates(_ isolates: [Int], columns wanted: Int? = nil) {
        guard options.hasIsolates || wanted != nil else {
            hidden = Set(isolates)
            return
        }
        guard !isolates.isEmpty else { return }
        let reach = isolates.map { look.nodes[$0].reach }.max() ?? 0
        let narrow = wanted.map { (options.width - 4) / Double($0) - 2 * reach - 2 * LabelCandidate.gap - 6 }
        let byNode = Dictionary(uniqueKeysWithValues: wishes.map { ($0.disc, $0) })
        let texts = isolates.map { node in
            byNode[node].map { wish in
                var wish = wish
                if narrow != nil { wish.fontSize = 7 }
                let text = PlainText.wrapped(
                    wish.name, width: narrow ?? 14 * wish.fontSize, most: 2, size: wish.fontSize)
                return (wish, text, TextMetrics.extent(of: text.lines, size: wish.fontSize))
            }
        }
        let longest = 2 * reach + 2 * LabelCandidate.gap + (texts.map { ($0?.2.x ?? 0) + 6 }.max() ?? 0)
        let columns = wanted ?? max(1, min(isolates.count, Int((options.width - 4) / longest)))
        let cell = wanted.map { (options.width - 4) / Double($0) } ?? longest
        var top = height + (height > 0 ? 6 : 2)
        if height > 0, texts.contains(where: { $0 != nil }) {
            heading = Point(3, top)
            top += 12
        }
        for row in stride(from: 0, to: isolates.count, by: columns) {
            let members = row..<min(row + columns, isolates.count)
            let rowHeight = members.map { max(texts[$0]?.2.y ?? 0, 2 * reach) }.max() ?? 0
            for member in members {
                let node = isolates[member]
                let middle = Point(3 + Double(member - row) * cell + reach, top + rowHeight / 2)
                discs[node] = discs[node].moved(by: middle - discs[node].centre)
                guard let (wish, text, extent) = texts[member] else { continue }
                let low = Point(middle.x + reach + LabelCandidate.gap, middle.y - extent.y / 2)
                let candidate = LabelCandidate(
                    lines: text.lines, isShortened: text.isShortened, box: Box(low: low, high: low + extent),
                    alignment: .left, cost: 0, faults: 0)
                labels.append(PlacedLabel(node: node, fontSize: wish.fontSize, text: candidate))
            }
            top += rowHeight + 2.5
        }
        height = top
    }
}
