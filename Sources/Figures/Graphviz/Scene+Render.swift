import Tabular
import Vocabulary

extension Scene {
    /// Draws the scene, in memory.
    ///
    /// SVG is the same byte for byte for the same scene; PDF has its fonts embedded; PNG has 300
    /// dots to the inch.
    ///
    /// - Throws: `MilieuError` of cause `fault` where Graphviz fails, with what it said.
    /// - Complexity: O(elements). One figure is drawn at a time in a process.
    public func render(_ format: ImageFormat) throws(MilieuError) -> [UInt8] {
        let image = try GraphvizGraph.draw(as: format) { (graph) throws(MilieuError) in
            var drawing = SceneDrawing(scene: self)
            try drawing.draw(on: &graph, dotsPerInch: format == .png ? 300 : 72)
        }
        return format == .svg ? ScreenSVG(self).finished(image) : image
    }
}

/// The way from a scene to Graphviz: marks and labels are nodes, strokes are edges, and each has
/// the place that the scene gives it.
struct SceneDrawing {
    let scene: Scene
    /// The node that stands for the page: it gives the picture its size, and strokes that tie
    /// nothing hang on it.
    private var paper = 0
    private var markNodes: [Int] = []

    init(scene: Scene) { self.scene = scene }

    /// The first family that a machine has is taken; all have the widths of `TextMetrics`.
    static let fontFamilies = "Liberation Sans,Arial,Helvetica,sans-serif"

    mutating func draw(on graph: inout GraphvizGraph, dotsPerInch: Int) throws(MilieuError) {
        for (attribute, value) in [
            (.pad, "0"), (.margin, "0"), (.bgcolor, "white"), (.outputorder, "edgesfirst"), (.charset, "UTF-8"),
            (.dpi, String(dotsPerInch)),
        ] as [(GraphvizGraph.Attribute, String)] {
            graph.set(attribute, value)
        }
        paper = try graph.addNode()
        let page = Box(low: .zero, high: Point(scene.width, scene.height))
        place(paper, page, shape: "box", on: &graph)
        graph.set(node: paper, .style, "invis")
        for mark in scene.marks { try draw(mark, on: &graph) }
        for stroke in scene.strokes { try draw(stroke, on: &graph) }
        for label in scene.labels { try draw(label, on: &graph) }
    }

    private func place(_ node: Int, _ box: Box, shape: String, on graph: inout GraphvizGraph) {
        graph.set(node: node, .pos, text(box.centre))
        graph.set(node: node, .width, Self.number(box.width / 72, digits: 5))
        graph.set(node: node, .height, Self.number(box.height / 72, digits: 5))
        graph.set(node: node, .fixedsize, "true")
        graph.set(node: node, .shape, shape)
        graph.set(node: node, .label, "")
    }

    private mutating func draw(_ mark: Scene.Mark, on graph: inout GraphvizGraph) throws(MilieuError) {
        let node = try graph.addNode()
        markNodes.append(node)
        try draw(mark, as: node, on: &graph)
        guard mark.hasDoubleRim else { return }
        var inner = mark
        inner.box = mark.box.grown(by: -(1.2 + 1.5 * mark.rimWidth))
        inner.identity = nil
        guard inner.box.width > 0 else { return }
        try draw(inner, as: graph.addNode(), on: &graph)
    }

    private func draw(_ mark: Scene.Mark, as node: Int, on graph: inout GraphvizGraph) throws(MilieuError) {
        place(node, mark.box, shape: mark.shape == .ellipse ? "ellipse" : "box", on: &graph)
        graph.set(node: node, .style, "filled")
        graph.set(node: node, .fillcolor, (mark.hasDoubleRim && mark.identity != nil ? Colour.white : mark.fill).hex)
        graph.set(node: node, .color, mark.rimWidth > 0 ? mark.rim.hex : "transparent")
        graph.set(node: node, .penwidth, Self.number(mark.rimWidth))
        identify(mark.identity) { graph.set(node: node, $0, $1) }
    }

    private func draw(_ stroke: Scene.Stroke, on graph: inout GraphvizGraph) throws(MilieuError) {
        let (source, target) = stroke.ends.map { (markNodes[$0.source], markNodes[$0.target]) } ?? (paper, paper)
        let edge = try graph.addEdge(source, target)
        let length = stroke.path.length
        let bare = stroke.arrow > 0 ? stroke.path.part(from: 0, to: max(length - stroke.arrow, length * 0.1)) : nil
        let pieces = Self.dashes(bare ?? stroke.path, stroke.dash)
        var splines = pieces.map { $0.points.map(text).joined(separator: " ") }
        if stroke.arrow > 0, !splines.isEmpty {
            splines[splines.count - 1] = "e,\(text(stroke.path.end)) " + splines[splines.count - 1]
        }
        graph.set(edge: edge, .pos, splines.joined(separator: ";"))
        graph.set(edge: edge, .dir, stroke.arrow > 0 ? "forward" : "none")
        // An arrowhead of size 1 is ten points long.
        if stroke.arrow > 0 { graph.set(edge: edge, .arrowsize, Self.number(stroke.arrow / 10)) }
        graph.set(edge: edge, .color, stroke.colour.hex)
        graph.set(edge: edge, .penwidth, Self.number(stroke.width))
        identify(stroke.identity) { graph.set(edge: edge, $0, $1) }
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

    private func draw(_ label: Scene.Label, on graph: inout GraphvizGraph) throws(MilieuError) {
        let node = try graph.addNode()
        place(node, label.box, shape: "box", on: &graph)
        graph.set(node: node, .style, "filled")
        graph.set(node: node, .fillcolor, label.hasHalo ? Colour.white.withOpacity(0.75).hex : "transparent")
        graph.set(node: node, .color, "transparent")
        graph.set(node: node, .penwidth, "0")
        graph.set(node: node, .margin, "0")
        graph.set(node: node, .fontname, Self.fontFamilies + (label.isBold ? " Bold" : ""))
        graph.set(node: node, .fontsize, Self.number(label.fontSize))
        graph.set(node: node, .fontcolor, label.colour.hex)
        let ending =
            switch label.alignment {
            case .left: "\\l"
            case .centre: "\\n"
            case .right: "\\r"
            }
        let lines = label.lines.map { GraphvizGraph.escaped(PlainText.cleaned($0)) }
        let text = lines.joined(separator: ending) + (label.alignment == .centre ? "" : ending)
        graph.set(node: node, .label, text)
        identify(label.identity) { graph.set(node: node, $0, $1) }
    }

    private func identify(_ identity: Scene.Identity?, _ set: (GraphvizGraph.Attribute, String) -> Void) {
        guard let identity else { return }
        set(.id, GraphvizGraph.escaped(identity.id))
        set(.class, GraphvizGraph.escaped(identity.classes.joined(separator: " ")))
    }

    /// Graphviz's y axis points up.
    private func text(_ point: Point) -> String {
        Self.number(point.x) + "," + Self.number(scene.height - point.y)
    }

    private static func number(_ value: Double, digits: Int = 2) -> String {
        NumberText.fixed(value, digits: digits)
    }
}
