import Vocabulary

/// Actors, ties and labels as shapes, once each has its place.
struct NetworkPicture {
    let look: NetworkLook
    let discs: [Box]
    let labels: [Arrangement.PlacedLabel]
    /// How far ties bend to the side, in parts of their length; 0: straight where they can be.
    var curvature = 0.0

    func scene(width: Double, height: Double, language: Language) -> Scene {
        var scene = Scene(width: width, height: height, language: language, title: "", description: "")
        scene.marks = zip(look.nodes, discs).map(mark)
        let page = Box(low: .zero, high: Point(width, height))
        let paths = TieRouting(
            look.nodes, discs: discs, page: page, curvature: curvature, routes: look.bundlesTies ? routes : [:]
        ).paths(of: look.ties)
        for (tie, path) in zip(look.ties, paths) {
            guard let path else { continue }
            let arrow = tie.isDirected && !look.isCrowded ? min(3.2 + 1.2 * tie.style.width, path.length * 0.4) : 0
            scene.strokes.append(
                Scene.Stroke(
                    path, colour: tie.style.colour, width: tie.style.width, dash: tie.style.dash, arrow: arrow,
                    ends: .init(tie.source, tie.target), identity: tie.identity))
        }
        for placed in labels where placed.text.isFar { scene.strokes.append(leader(placed)) }
        scene.labels = labels.map(label)
        return scene
    }

    private var routes: [SIMD2<Int>: [Int]] {
        EdgePathBundling(discs.map(\.centre), look.ties.map { SIMD2($0.source, $0.target) }).routes
    }

    private func mark(_ node: NetworkLook.Node, _ disc: Box) -> Scene.Mark {
        let rimWidth = min(node.isOutside ? 1.2 : 0.6, node.radius * 0.35)
        let half = node.half
        var mark = Scene.Mark(
            node.shape.mark,
            Box(centre: disc.centre, width: 2 * half, height: 2 * half), fill: node.fill, rim: node.rim,
            rimWidth: rimWidth, identity: node.identity)
        mark.hasDoubleRim = node.isCollective
        return mark
    }

    /// From the disc's rim to the nearest point of its label.
    private func leader(_ placed: Arrangement.PlacedLabel) -> Scene.Stroke {
        let centre = discs[placed.node].centre
        let end = placed.text.box.nearest(to: centre)
        let start = centre + (end - centre).direction * min(look.nodes[placed.node].reach, (end - centre).length * 0.9)
        return Scene.Stroke(Path(from: start, to: end), colour: .grey, width: 0.4)
    }

    private func label(_ placed: Arrangement.PlacedLabel) -> Scene.Label {
        var label = Scene.Label(
            placed.text.lines, placed.text.box, fontSize: placed.fontSize, alignment: placed.text.alignment,
            owner: placed.node)
        label.hasHalo = true
        let own = look.nodes[placed.node].identity
        label.identity = Scene.Identity(id: ElementID.label(of: own.id), classes: ["label"] + own.classes.dropFirst())
        return label
    }
}

extension LookRow.Shape {
    var mark: Scene.Mark.Shape {
        switch self {
        case .disc: .ellipse
        case .square: .rectangle
        case .diamond: .diamond
        }
    }
}
