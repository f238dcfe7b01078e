import Vocabulary

/// A figure before it is drawn: shapes and words at fixed places of a page, in points.
///
/// Everything that a figure decides stands here, so that it can be counted and tested; drawing
/// (`render`) adds nothing of its own. Areas lie lowest, then lines, marks and labels, each in order.
public struct Scene: Sendable, Hashable {
    /// Of the page, in points.
    public var width: Double
    /// Of the page, in points.
    public var height: Double
    /// Of the words in it, which a screen reader is told.
    public var language: Language
    /// What a screen reader and a browser's tab say.
    public var title: String
    /// What the figure shows, in sentences, for those who cannot see it.
    public var description: String
    /// Surfaces, the first lowest.
    public var areas: [Area] = []
    /// Lines, above the areas, the first lowest.
    public var strokes: [Stroke] = []
    /// Discs, rectangles and diamonds, above the lines; strokes and labels name them by position.
    public var marks: [Mark] = []
    /// Words, above all else.
    public var labels: [Label] = []
    /// The family that words are drawn with; nil: Liberation Sans, or what has its widths.
    public internal(set) var font: String?
    /// What to tell whoever draws it, and no reader of it: a font that is not there, letters that have become small.
    public internal(set) var notes: [Bilingual] = []

    /// An empty page.
    public init(width: Double, height: Double, language: Language, title: String, description: String) {
        self.width = width
        self.height = height
        self.language = language
        self.title = title
        self.description = description
    }

    /// What an element is called on a screen.
    public struct Identity: Sendable, Hashable {
        /// Unique in the figure; made with `SafeID`.
        public var id: String
        /// What style sheets and scripts choose it by; words of `ElementID`.
        public var classes: [String]
        /// What a pointer shows.
        public var title: String

        /// What an element is called; `id` is unique in its figure.
        public init(id: String, classes: [String], title: String = "") {
            self.id = id
            self.classes = classes
            self.title = title
        }
    }

    /// A filled surface with straight sides: a hull, a region of a plane.
    public struct Area: Sendable, Hashable {
        /// Nil for what no reader points at.
        public var identity: Identity?
        /// At least three; the last is joined to the first.
        public var corners: [Point]
        /// What the surface is filled with; it may be seen through.
        public var fill: Colour
        /// The line round it, where it has a width.
        public var rim: Colour
        /// 0: no rim.
        public var rimWidth: Double

        /// A surface of three corners or more.
        ///
        /// - Precondition: there are three corners.
        public init(
            _ corners: [Point], fill: Colour, rim: Colour = .ink, rimWidth: Double = 0, identity: Identity? = nil
        ) {
            precondition(corners.count > 2, "an area has three corners or more")
            (self.corners, self.fill, self.rim) = (corners, fill, rim)
            (self.rimWidth, self.identity) = (rimWidth, identity)
        }
    }

    /// A disc, ellipse, rectangle or diamond.
    public struct Mark: Sendable, Hashable {
        /// What fills its box, or touches its sides with the corners.
        public enum Shape: Sendable, Hashable { case ellipse, rectangle, diamond }

        /// Nil for what no reader points at.
        public var identity: Identity?
        /// Ellipse, rectangle or diamond.
        public var shape: Shape
        /// What it fills, its rim half inside.
        public var box: Box
        /// What it is filled with.
        public var fill: Colour
        /// The line round it.
        public var rim: Colour
        /// In points; 0: no rim.
        public var rimWidth: Double
        /// A second rim round the first, `rimGap` apart.
        public var hasDoubleRim = false
        /// How far the second rim lies outside the first, in points.
        public static let rimGap = 1.8

        /// A mark that fills a box.
        public init(
            _ shape: Shape, _ box: Box, fill: Colour, rim: Colour = .ink, rimWidth: Double = 0.5,
            identity: Identity? = nil
        ) {
            (self.shape, self.box, self.fill, self.rim) = (shape, box, fill, rim)
            (self.rimWidth, self.identity) = (rimWidth, identity)
        }

        /// Half the width.
        public var radius: Double { box.width / 2 }
    }

    /// A line or curve.
    public struct Stroke: Sendable, Hashable {
        /// Nil for what no reader points at.
        public var identity: Identity?
        /// Where it runs.
        public var path: Path
        /// Of the line and its arrowhead.
        public var colour: Colour
        /// In points.
        public var width: Double
        /// Lengths of ink and gap in turn; empty: unbroken.
        public var dash: [Double]
        /// The length of the arrowhead at the end; 0: none.
        public var arrow: Double
        /// Positions among the marks that it ties, where it ties any.
        public var ends: Ends?

        /// The marks at both ends, by their positions in the scene.
        public struct Ends: Sendable, Hashable {
            /// The mark at the start.
            public var source: Int
            /// The mark at the end, to which an arrow points.
            public var target: Int

            /// The marks at the start and at the end.
            public init(_ source: Int, _ target: Int) { (self.source, self.target) = (source, target) }
        }

        /// A line along a path; without `ends` it ties no marks.
        public init(
            _ path: Path, colour: Colour, width: Double, dash: [Double] = [], arrow: Double = 0,
            ends: Ends? = nil, identity: Identity? = nil
        ) {
            (self.path, self.colour, self.width, self.dash) = (path, colour, width, dash)
            (self.arrow, self.ends, self.identity) = (arrow, ends, identity)
        }
    }

    /// Words, one or more lines of one size.
    public struct Label: Sendable, Hashable {
        /// How lines of different lengths stand below one another.
        public enum Alignment: Sendable, Hashable { case left, centre, right }

        /// Nil for what no reader points at.
        public var identity: Identity?
        /// From top to bottom; plain text, of which nothing is markup.
        public var lines: [String]
        /// What the lines fill by the engine's own font metrics.
        public var box: Box
        /// In points.
        public var fontSize: Double
        /// How the lines stand in the box.
        public var alignment: Alignment
        /// Of the words.
        public var colour: Colour
        /// Whether the words are in bold.
        public var isBold: Bool
        /// Whether lines beneath are made paler, so that the words can be read.
        public var hasHalo = false
        /// The position among the marks of the one that it names.
        public var owner: Int?

        /// Words that fill a box by the engine's own metrics (`TextMetrics`).
        public init(
            _ lines: [String], _ box: Box, fontSize: Double, alignment: Alignment = .centre,
            colour: Colour = .ink, isBold: Bool = false, identity: Identity? = nil, owner: Int? = nil
        ) {
            (self.lines, self.box, self.fontSize, self.alignment) = (lines, box, fontSize, alignment)
            (self.colour, self.isBold, self.identity, self.owner) = (colour, isBold, identity, owner)
        }
    }
}

extension Scene {
    /// Writes words from a point on: its left end (or its right end, or its middle) and the top.
    public mutating func write(
        _ lines: [String], at place: Point, size: Double, alignment: Label.Alignment = .left,
        colour: Colour = .ink, isBold: Bool = false
    ) {
        let extent = TextMetrics.extent(of: lines, size: size, isBold: isBold)
        let left =
            switch alignment {
            case .left: place.x
            case .centre: place.x - extent.x / 2
            case .right: place.x - extent.x
            }
        let low = Point(left, place.y)
        labels.append(
            Label(
                lines, Box(low: low, high: low + extent), fontSize: size, alignment: alignment,
                colour: colour, isBold: isBold))
    }

    /// Adds another scene's shapes, moved; its page and title are left behind.
    public mutating func add(_ other: Scene, movedBy way: Point) {
        let first = marks.count
        areas += other.areas.map { area in
            var moved = area
            moved.corners = area.corners.map { $0 + way }
            return moved
        }
        strokes += other.strokes.map { stroke in
            var moved = stroke
            moved.path = stroke.path.mapped { $0 + way }
            moved.ends = stroke.ends.map { .init($0.source + first, $0.target + first) }
            return moved
        }
        marks += other.marks.map { mark in
            var moved = mark
            moved.box = mark.box.moved(by: way)
            return moved
        }
        labels += other.labels.map { label in
            var moved = label
            moved.box = label.box.moved(by: way)
            moved.owner = label.owner.map { $0 + first }
            return moved
        }
    }

    /// The whole scene at a part of its size, letters too.
    func scaled(by part: Double) -> Scene {
        var scene = self
        (scene.width, scene.height) = (width * part, height * part)
        func box(_ box: Box) -> Box { Box(low: box.low * part, high: box.high * part) }
        for area in scene.areas.indices {
            scene.areas[area].corners = areas[area].corners.map { $0 * part }
            scene.areas[area].rimWidth *= part
        }
        for stroke in scene.strokes.indices {
            scene.strokes[stroke].path = strokes[stroke].path.mapped { $0 * part }
            scene.strokes[stroke].width *= part
            scene.strokes[stroke].arrow *= part
            scene.strokes[stroke].dash = strokes[stroke].dash.map { $0 * part }
        }
        for mark in scene.marks.indices {
            scene.marks[mark].box = box(marks[mark].box)
            scene.marks[mark].rimWidth *= part
        }
        for label in scene.labels.indices {
            scene.labels[label].box = box(labels[label].box)
            scene.labels[label].fontSize *= part
        }
        return scene
    }

    /// Takes marks out of the scene. What points at marks by their positions (the ends of strokes, the owners of
    /// labels) points at the same ones afterwards; what pointed at one that is gone points at none.
    ///
    /// - Complexity: O(marks + strokes + labels).
    mutating func removeMarks(where isGone: (Mark) -> Bool) {
        var place = [Int?](repeating: nil, count: marks.count)
        var kept: [Mark] = []
        for (old, mark) in marks.enumerated() where !isGone(mark) {
            place[old] = kept.count
            kept.append(mark)
        }
        marks = kept
        for stroke in strokes.indices {
            strokes[stroke].ends = strokes[stroke].ends.flatMap { ends in
                guard let source = place[ends.source], let target = place[ends.target] else { return nil }
                return .init(source, target)
            }
        }
        for label in labels.indices { labels[label].owner = labels[label].owner.flatMap { place[$0] } }
    }
}
