/// A name that wants to stand beside its disc.
struct LabelWish: Sendable {
    var name: String
    var fontSize: Double
    /// The position of its disc.
    var disc: Int
    /// The widest line, in parts of the font size.
    var widest = 13.0
    /// Where a hand wants it; nil: wherever there is room.
    var side: LabelSide?
    /// Where it stood when the disc's place was found.
    var kept: LabelCandidate?
    /// Whether it stands there and nowhere else.
    var staysKept = false
    /// Whether it may stand further away, with a line that leads to it.
    var hasLeaders = false
}

/// A form that a label can take, and where.
struct LabelCandidate: Sendable {
    /// The room kept between two labels, and between a label and a disc.
    static let gap = 1.6
    /// The room between two labels in one line, or their words would be read as one.
    static let wordGap = 5.5

    var lines: [String]
    var isShortened: Bool
    var box: Box
    var alignment: Scene.Label.Alignment
    /// What it costs by itself: ties, other discs, direction.
    var cost: Double
    /// How many discs it lies on, or whether it leaves the page.
    var faults: Int
    /// Whether it stands so far from its disc that a line has to lead to it.
    var isFar = false

    /// What no other label may come into, half the room between two.
    var room: Box { Self.room(of: box) }

    static func room(of box: Box) -> Box {
        let half = Point(wordGap, gap) / 2
        return Box(low: box.low - half, high: box.high + half)
    }
}

extension Scene.Label {
    /// A label that was placed beside the mark that its wish names.
    init(_ wish: LabelWish, _ text: LabelCandidate) {
        self.init(
            text.lines, text.box, fontSize: wish.fontSize, alignment: text.alignment, owner: wish.disc)
        hasHalo = true
    }
}
