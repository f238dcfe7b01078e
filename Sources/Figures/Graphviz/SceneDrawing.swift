import Tabular
import Vocabulary

/// The way from a scene to Graphviz: marks and labels are nodes, strokes are edges, areas are the
/// background, and each has the place that the scene gives it.
///
/// Charts that are no graph go this way too: with shapes, lines, areas and words at fixed places
/// nothing is missing for them (words at an angle are, and a chart reads better without), and so
/// there is one way for all figures to get the same fonts, bytes and safety in every format.
struct SceneDrawing {
    let scene: Scene
    private let idPrefix: String
    private let dotsPerInch: Int
    /// Graphviz rounds the width of each letter to a 96th of an inch, which tears small words apart
    /// in what is not for the screen. So that is drawn ten times as large, and shown at a tenth.
    private let scale: Double
    /// PostScript knows no transparency: what has some would be drawn in dots, letters too.
    private let isOpaque: Bool
    /// The node that stands for the page: it gives the picture its size, and strokes hang on it.
    private var paper = 0
    private var markNodes: [Int] = []
    /// Whether Graphviz is told ids and classes: an SVG gets them afterwards, which is quicker.
    private let isDOT: Bool
    /// What is drawn of the scene.
    private let part: ScenePart
    /// What each node and each edge stands for, in the order in which Graphviz numbers them.
    private(set) var identities = DrawnIdentities()

    init(
        scene: Scene, part: ScenePart? = nil, format: ImageFormat, idPrefix: String, dotsPerInch: Int
    ) {
        self.scene = scene
        self.idPrefix = idPrefix
        self.part = part ?? ScenePart(of: scene)
        isDOT = format == .dot
        scale = format == .svg || format == .dot ? 1 : 10
        self.dotsPerInch = format.hasDots ? dotsPerInch : 72
        isOpaque = format == .eps
    }

    mutating func draw(on graph: inout GraphvizGraph) throws(MilieuError) {
        for (attribute, value) in [
            (.pad, "0"), (.margin, "0"), (.bgcolor, "white"), (.outputorder, "edgesfirst"), (.charset, "UTF-8"),
            (.dpi, String(dotsPerInch)),
        ] as [(GraphvizGraph.Attribute, String)] {
            graph.set(attribute, value)
        }
        if scale != 1 { graph.set(.size, "\(inches(scene.width / scale)),\(inches(scene.height / scale))") }
        // What most nodes have is said once.
        for (attribute, value) in [
            (.fixedsize, "true"), (.label, ""), (.shape, Scene.Mark.Shape.ellipse.graphvizName), (.style, "filled"),
            (.margin, "0"),
        ] as [(GraphvizGraph.Attribute, String)] {
            graph.setDefault(attribute, value)
        }
        paper = try addNode(nil, on: &graph)
        let page = Box(low: .zero, high: Point(scene.width, scene.height))
        place(paper, page, shape: "box", on: &graph)
        graph.set(node: paper, .style, "invis")
        if !scene.areas.isEmpty {
            // With a background Graphviz leaves everything where it is, without one it moves all by what it rounds the
            // page's sides by: parts without areas get one that draws nothing.
            graph.set(.background, part.hasAreas ? scene.areas.map(operations).joined(separator: " ") : Self.nothing)
        }
        for mark in scene.marks[part.marks] { try draw(mark, on: &graph) }
        for stroke in scene.strokes[part.strokes] { try draw(stroke, on: &graph) }
        for label in scene.labels[part.halos] where label.hasHalo { try drawHalo(of: label, on: &graph) }
        for label in scene.labels[part.labels] { try draw(label, on: &graph) }
    }

    private mutating func addNode(
        _ identity: Scene.Identity?, on graph: inout GraphvizGraph
    ) throws(MilieuError) -> Int {
        identities.nodes.append(identity)
        let node = try graph.addNode()
        if isDOT { identify(identity) { graph.set(node: node, $0, $1) } }
        return node
    }

    /// The colour of a pen that is not used.
    private static let nothing = "c 7 -#ffffff"

    private func ink(_ colour: Colour) -> String {
        (isOpaque && colour.opacity > 0 ? colour.onWhite : colour).hex
    }

    private func place(_ node: Int, _ box: Box, shape: String, on graph: inout GraphvizGraph) {
        graph.set(node: node, .pos, text(box.centre))
        graph.set(node: node, .width, inches(box.width))
        graph.set(node: node, .height, inches(box.height))
        if shape != Scene.Mark.Shape.ellipse.graphvizName { graph.set(node: node, .shape, shape) }
    }

    /// An area in Graphviz's drawing language (xdot): colours, pen, polygon.
    private func operations(_ area: Scene.Area) -> String {
        func counted(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
        let rim = area.rimWidth > 0 ? area.rim : area.rim.withOpacity(0)
        let pen = counted("setlinewidth(\(scaled(max(area.rimWidth, 0.1))))")
        let corners = area.corners.map { text($0).replacing(",", with: " ") }.joined(separator: " ")
        return "c \(counted(ink(rim))) C \(counted(ink(area.fill))) S \(pen) P \(area.corners.count) \(corners)"
    }

    private mutating func draw(_ mark: Scene.Mark, on graph: inout GraphvizGraph) throws(MilieuError) {
        if mark.hasDoubleRim {
            var outer = mark
            outer.box = mark.box.grown(by: Scene.Mark.rimGap)
            outer.fill = .white
            let rim = try addNode(nil, on: &graph)
            try draw(outer, as: rim, on: &graph)
        }
        let node = try addNode(mark.identity, on: &graph)
        if isDOT { markNodes.append(node) }
        try draw(mark, as: node, on: &graph)
    }

    private func draw(_ mark: Scene.Mark, as node: Int, on graph: inout GraphvizGraph) throws(MilieuError) {
        place(node, mark.box, shape: mark.shape.graphvizName, on: &graph)
        graph.set(node: node, .fillcolor, ink(mark.fill))
        graph.set(node: node, .color, mark.rimWidth > 0 ? ink(mark.rim) : "transparent")
        graph.set(node: node, .penwidth, scaled(mark.rimWidth))
    }

    private mutating func addEdge(
        _ stroke: Scene.Stroke, _ identity: Scene.Identity?, on graph: inout GraphvizGraph
    ) throws(MilieuError) -> Int {
        identities.edges.append(identity)
        // In a picture edges hang on the page, so that they are drawn in their order; in DOT they tell what they tie.
        let ends = isDOT ? stroke.ends : nil
        let (source, target) = ends.map { (markNodes[$0.source], markNodes[$0.target]) } ?? (paper, paper)
        let edge = try graph.addEdge(source, target)
        if isDOT { identify(identity) { graph.set(edge: edge, $0, $1) } }
        return edge
    }

    private mutating func draw(_ stroke: Scene.Stroke, on graph: inout GraphvizGraph) throws(MilieuError) {
        let edge = try addEdge(stroke, stroke.identity, on: &graph)
        var line = stroke.path
        if stroke.arrow > 0 {
            let length = stroke.path.length
            line = stroke.path.part(from: 0, to: max(length - stroke.arrow, length * 0.1)) ?? line
        }
        let splines = Self.dashes(line, stroke.dash).map { $0.points.map(text).joined(separator: " ") }
        let head = stroke.arrow > 0 ? "e,\(text(stroke.path.end)) " : ""
        // Graphviz widens the heads of lines thicker than 4; those get their head from a line of no width.
        let isHeadApart = stroke.arrow > 0 && stroke.width * scale > 4
        let ownHead = isHeadApart ? "" : head
        graph.set(
            edge: edge, .pos, (splines.dropLast() + splines.suffix(1).map { ownHead + $0 }).joined(separator: ";"))
        setHead(of: edge, isHeadApart ? 0 : stroke.arrow, on: &graph)
        graph.set(edge: edge, .penwidth, scaled(stroke.width))
        if isHeadApart {
            let apart = try addEdge(stroke, nil, on: &graph)
            graph.set(
                edge: apart, .pos, head + Path(from: line.end, to: line.end).points.map(text).joined(separator: " "))
            setHead(of: apart, stroke.arrow, on: &graph)
            graph.set(edge: apart, .penwidth, "0.1")
            graph.set(edge: apart, .color, ink(stroke.colour))
        }
        graph.set(edge: edge, .color, ink(stroke.colour))
    }

    private func setHead(of edge: Int, _ length: Double, on graph: inout GraphvizGraph) {
        graph.set(edge: edge, .dir, length > 0 ? "forward" : "none")
        // An arrowhead of size 1 is ten points long.
        if length > 0 { graph.set(edge: edge, .arrowsize, scaled(length / 10)) }
    }

    /// The inked parts of a path. Graphviz has two dashes, and they differ between SVG and PDF; these
    /// are the same in every format.
    static func dashes(_ path: Path, _ dash: [Double]) -> [Path] {
        guard dash.count > 1, dash.allSatisfy({ $0 > 0 }) else { return [path] }
        let length = path.length
        guard length > dash[0] else { return [path] }
        var (spans, at, step) = ([(from: Double, to: Double)](), 0.0, 0)
        while at < length {
            let end = at + dash[step % dash.count]
            if step.isMultiple(of: 2) { spans.append((at, min(end, length))) }
            (at, step) = (end, step + 1)
        }
        let pieces = path.parts(spans)
        return pieces.isEmpty ? [path] : pieces
    }

    /// Makes what runs beneath a label paler. All halos lie below all labels.
    private mutating func drawHalo(of label: Scene.Label, on graph: inout GraphvizGraph) throws(MilieuError) {
        let box = label.box.grown(by: -0.3)
        let halo = Scene.Mark(.rectangle, box, fill: .white.withOpacity(0.75), rim: .white, rimWidth: 0)
        let node = try addNode(nil, on: &graph)
        try draw(halo, as: node, on: &graph)
    }

    private mutating func draw(_ label: Scene.Label, on graph: inout GraphvizGraph) throws(MilieuError) {
        let node = try addNode(label.identity, on: &graph)
        // The machine's font may be wider than ours: aligned text has room on its free side, or
        // Graphviz would move its start.
        var box = label.box
        let room = 6 + 0.2 * box.width
        if label.alignment == .left { box.high.x = max(box.high.x, min(box.high.x + room, scene.width)) }
        if label.alignment == .right { box.low.x = min(box.low.x, max(box.low.x - room, 0)) }
        place(node, box, shape: "none", on: &graph)
        graph.set(node: node, .style, "")
        graph.set(node: node, .fontname, scene.fontFamilies + (label.isBold ? " Bold" : ""))
        graph.set(node: node, .fontsize, scaled(label.fontSize))
        graph.set(node: node, .fontcolor, ink(label.colour))
        let ending =
            switch label.alignment {
            case .left: "\\l"
            case .centre: "\\n"
            case .right: "\\r"
            }
        let lines = label.lines.map { GraphvizGraph.escaped(PlainText.cleaned($0)) }
        let text = lines.joined(separator: ending) + (label.alignment == .centre ? "" : ending)
        graph.set(node: node, .label, text)
    }

    private func identify(_ identity: Scene.Identity?, _ set: (GraphvizGraph.Attribute, String) -> Void) {
        guard let identity else { return }
        set(.id, GraphvizGraph.escaped(idPrefix + identity.id))
        set(.class, GraphvizGraph.escaped(identity.classes.joined(separator: " ")))
    }

    /// Graphviz's y axis points up.
    private func text(_ point: Point) -> String {
        scaled(point.x) + "," + scaled(scene.height - point.y)
    }

    private func scaled(_ points: Double) -> String { NumberText.fixed(points * scale, digits: 2) }

    private func inches(_ points: Double) -> String { NumberText.fixed(points * scale / 72, digits: 5) }
}

extension Scene {
    /// The first family that a machine has is taken; but for the one that is asked for, all have the widths of
    /// `TextMetrics`.
    var fontFamilies: String { ((font.map { [$0] } ?? []) + FontChoice.usual).joined(separator: ",") }
}

extension Scene.Mark.Shape {
    fileprivate var graphvizName: String {
        switch self {
        case .ellipse: "ellipse"
        case .rectangle: "box"
        case .diamond: "diamond"
        }
    }
}
