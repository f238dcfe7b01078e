import Vocabulary

/// The names that find no room among the discs of a panel: in lines below them, each led to by a thin line.
struct PanelFoot {
    private let placed: [(wish: LabelWish, lines: [String], place: Point)]
    private let discs: [Box]
    let height: Double

    private static let lineHeight = 9.5
    private static let margin = 2.0

    /// - Parameter discs: by the positions that the wishes name; names stand in the order of their discs, from left to
    ///   right, so that lines to them cross little.
    init(_ wishes: [LabelWish], _ discs: [Box], width: Double) {
        self.discs = discs
        let inner = width - 2 * Self.margin
        let ordered = wishes.sorted {
            (discs[$0.disc].centre.x, $0.disc) < (discs[$1.disc].centre.x, $1.disc)
        }
        var rows: [[(wish: LabelWish, lines: [String], width: Double)]] = []
        var used = 0.0
        for wish in ordered {
            let text = PlainText.wrapped(wish.name, width: inner, most: 1, size: wish.fontSize).lines
            let own = TextMetrics.extent(of: text, size: wish.fontSize).x
            if rows.isEmpty || used + LabelCandidate.wordGap + own > inner {
                rows.append([])
                used = 0
            }
            used += (used > 0 ? LabelCandidate.wordGap : 0) + own
            rows[rows.count - 1].append((wish, text, own))
        }
        placed = rows.enumerated().flatMap { number, row in
            let top = Self.margin + Double(number) * Self.lineHeight
            return zip(row, Self.starts(row.map { ($0.width, discs[$0.wish.disc].centre.x) }, inner)).map {
                ($0.wish, $0.lines, Point(Self.margin + $1, top))
            }
        }
        height = rows.isEmpty ? 0 : 2 * Self.margin + Double(rows.count) * Self.lineHeight
    }

    /// Each under its disc as far as those to its left and right let it.
    private static func starts(_ row: [(width: Double, middle: Double)], _ room: Double) -> [Double] {
        var starts: [Double] = []
        var free = 0.0
        for (place, entry) in row.enumerated() {
            let behind = row[(place + 1)...].reduce(0) { $0 + LabelCandidate.wordGap + $1.width }
            let latest = room - behind - entry.width
            starts.append(max(free, min(entry.middle - margin - entry.width / 2, latest)))
            free = starts[place] + entry.width + LabelCandidate.wordGap
        }
        return starts
    }

    /// - Parameter top: of the foot, which is the lower edge of the discs' part.
    func draw(on picture: inout Scene, _ look: NetworkLook, at top: Double) {
        for (wish, lines, place) in placed {
            let low = place + Point(0, top)
            let box = Box(low: low, high: low + TextMetrics.extent(of: lines, size: wish.fontSize))
            let own = look.nodes[wish.disc]
            let (centre, end) = (discs[wish.disc].centre, Point(box.centre.x, box.low.y + 1))
            let start = centre + (end - centre).direction * own.reach
            picture.strokes.append(Scene.Stroke(Path(from: start, to: end), colour: .grey, width: 0.4))
            var label = Scene.Label(
                lines, box, fontSize: wish.fontSize,
                identity: Scene.Identity(
                    id: ElementID.label(of: own.identity.id), classes: ["label"] + own.identity.classes.dropFirst()),
                owner: wish.disc)
            // Lines to names further down run below it.
            label.hasHalo = true
            picture.labels.append(label)
        }
    }
}
