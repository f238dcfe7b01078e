import Measures
import NetworkModel
import Vocabulary

/// A blockmodel as shapes: matrix, reduced graph, and who is in which block.
struct BlockmodelDrawing {
    private let view: NetworkView
    private let isDirected: Bool
    private let blocks: Blocks
    private let options: FigureOptions
    private let matrixCorner: Point
    private let cell: Double
    private let largestDensity: Double
    private static let ink = Colour(0x0B3C6F)

    init(_ context: MeasureContext, _ blocks: Blocks, _ options: FigureOptions) {
        (view, self.blocks, self.options) = (context.view, blocks, options)
        isDirected = context.binary.isDirected
        let half = options.width * 0.47
        cell = min(44, (half - 26) / Double(blocks.count))
        matrixCorner = Point(24, 30)
        largestDensity = blocks.image.densities.flatMap { $0 }.compactMap { $0 }.max() ?? 0
    }

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    func scene() -> Scene {
        var scene = FigurePage.picture(options)
        let side = cell * Double(blocks.count)
        let right = max(matrixCorner.x + side + 24, options.width * 0.5)
        heading(words("Image matrix", "Matrice image"), matrixCorner.x, &scene)
        heading(words("Reduced graph", "Graphe réduit"), right, &scene)
        drawMatrix(&scene)
        let graphHeight = max(side, min(options.width - right, 60 + 26 * Double(blocks.count)))
        drawGraph(Box(low: Point(right, 18), high: Point(options.width - 3, 30 + graphHeight)), &scene)
        scene.height = 30 + max(side, graphHeight) + 12
        drawMembers(&scene)
        return scene
    }

    private func heading(_ text: String, _ left: Double, _ scene: inout Scene) {
        scene.write([text], at: Point(left, 2), size: 8.5, isBold: true)
    }

    // MARK: Matrix

    private func drawMatrix(_ scene: inout Scene) {
        // Figures that would not fit are left to the shade.
        let size = cell >= 20 ? 7.2 : 7
        let digits = cell >= 20 ? 2 : 0
        for row in 0..<blocks.count {
            let letter = [blocks.letter(row)]
            let middle = (Double(row) + 0.5) * cell
            let half = ChartStyle.lineHeight(8) / 2
            scene.write(letter, at: matrixCorner + Point(-5, middle - half), size: 8, alignment: .right, isBold: true)
            scene.write(
                letter, at: matrixCorner + Point(middle, -2 * half - 2), size: 8, alignment: .centre, isBold: true)
            for column in 0..<blocks.count { drawCell(row, column, size, digits, &scene) }
        }
    }

    private func drawCell(_ row: Int, _ column: Int, _ size: Double, _ digits: Int, _ scene: inout Scene) {
        let centre = matrixCorner + Point(Double(column) + 0.5, Double(row) + 0.5) * cell
        let density = blocks.image.densities[row][column]
        let share = largestDensity > 0 ? (density ?? 0) / largestDensity : 0
        let fill = density == nil ? Colour(0xF2F2F2) : Self.ink.paler(by: 1 - 0.92 * share)
        let isTied = blocks.isTied(row, column)
        let inset = isTied ? 2.2 : 1.4
        let arrow = isDirected ? " → " : " – "
        let name = blocks.letter(row) + arrow + blocks.letter(column)
        let text = density.map { NumberWords.rounded($0, options.language) } ?? "–"
        scene.marks.append(
            Scene.Mark(
                .rectangle, Box(centre: centre, width: cell - inset, height: cell - inset), fill: fill,
                rim: isTied ? .ink : Colour(0xC8C8C8), rimWidth: isTied ? 1.4 : 0.4,
                identity: Scene.Identity(
                    id: "block-\(row + 1)-\(column + 1)", classes: ["block"] + (isTied ? ["tied"] : []),
                    title: name + options.language.colon + text)))
        guard digits > 0 || density == nil else { return }
        let label = scene.labels.count
        scene.write(
            [text], at: centre - Point(0, ChartStyle.lineHeight(size) / 2), size: size, alignment: .centre,
            colour: fill.luminance < 0.5 ? .white : .ink)
        scene.labels[label].owner = scene.marks.count - 1
    }

    // MARK: Reduced graph

    private func drawGraph(_ room: Box, _ scene: inout Scene) {
        let count = blocks.count
        let greatest = blocks.members.map(\.count).max() ?? 1
        let limit = min(20, min(room.width, room.height) / (2.2 + 0.9 * Double(count)))
        let radii = blocks.members.map { max(7, limit * (Double($0.count) / Double(greatest)).squareRoot()) }
        let rim = (radii.max() ?? 0) + 16
        let reach = max(0, min(room.width, room.height) / 2 - rim)
        let centres = (0..<count).map { block in
            count == 1
                ? room.centre : room.centre + NetworkLayout.direction(Double(block) / Double(count) - 0.25) * reach
        }
        let first = scene.marks.count
        for (block, centre) in centres.enumerated() {
            scene.marks.append(
                Scene.Mark(
                    .ellipse, Box(centre: centre, width: 2 * radii[block], height: 2 * radii[block]),
                    fill: Colour(0xDCE8F3),
                    rim: Self.ink, rimWidth: 0.9,
                    identity: Scene.Identity(
                        id: "position-\(block + 1)", classes: ["position"], title: title(of: block))))
            let label = scene.labels.count
            scene.write(
                [blocks.letter(block)], at: centre - Point(0, ChartStyle.lineHeight(9) / 2), size: 9,
                alignment: .centre, isBold: true)
            scene.labels[label].owner = scene.marks.count - 1
        }
        for one in 0..<count {
            for other in 0..<count where blocks.isTied(one, other) && (isDirected || one <= other) {
                drawTie(one, other, centres, radii, first, room, &scene)
            }
        }
    }

    private func drawTie(
        _ one: Int, _ other: Int, _ centres: [Point], _ radii: [Double], _ first: Int, _ room: Box, _ scene: inout Scene
    ) {
        let share = largestDensity > 0 ? (blocks.image.densities[one][other] ?? 0) / largestDensity : 0
        let width = 0.6 + 2 * share
        var path: Path
        if one == other {
            path = loop(centres[one], radii[one], away: (centres[one] - room.centre).direction)
        } else {
            let isMutual = isDirected && blocks.isTied(other, one)
            let whole =
                isMutual
                ? Path(from: centres[one], to: centres[other], bend: 5) : Path(from: centres[one], to: centres[other])
            path = whole.part(from: radii[one] + 0.5, to: whole.length - radii[other] - 1) ?? whole
        }
        let arrow = isDirected ? min(4 + width, path.length * 0.4) : 0
        scene.strokes.append(
            Scene.Stroke(
                path, colour: Colour(0x4A4A4A), width: width, arrow: arrow, ends: .init(first + one, first + other),
                identity: Scene.Identity(
                    id: "tied-\(one + 1)-\(other + 1)", classes: ["tied"],
                    title: blocks.letter(one) + " → " + blocks.letter(other))))
    }

    /// A ring beside the disc, on the far side from the middle, that starts and ends on its rim.
    private func loop(_ centre: Point, _ radius: Double, away: Point) -> Path {
        let out = away == .zero ? Point(0, -1) : away
        let small = 6.5
        let middle = centre + out * (radius + small * 0.62)
        let stops = (2...22).map { step -> Point in
            let way = NetworkLayout.direction(Double(step) / 24)
            // From the side that faces the disc, once round.
            return middle - Point(out.x * way.x - out.y * way.y, out.y * way.x + out.x * way.y) * small
        }
        return Path(through: stops.filter { ($0 - centre).length > radius + 0.6 })
    }

    private func title(of block: Int) -> String {
        blocks.letter(block) + (blocks.names.isEmpty ? "" : " " + blocks.names[block])
            + " (\(blocks.members[block].count))"
    }

    // MARK: Members

    private func drawMembers(_ scene: inout Scene) {
        let width = FigurePage.innerWidth(options)
        for block in 0..<blocks.count {
            let head = title(of: block)
            let shown = blocks.members[block].prefix(200).map { node in
                let name = PlainText.cleaned(view.name(of: node), limit: 80)
                return name.isEmpty ? PlainText.cleaned(view.id(of: node), limit: 80) : name
            }
            let lines = PlainText.wrapped(
                head + "   " + shown.joined(separator: ", "), width: width * 0.95, most: 3, size: ChartStyle.fontSize
            ).lines
            scene.write(lines, at: Point(FigurePage.margin, scene.height), size: ChartStyle.fontSize)
            scene.height += Double(lines.count) * ChartStyle.lineHeight() + 3
        }
    }

    var caption: Caption {
        let own = Caption.title(of: view, options)
        let title = options.title == nil ? own + words(": blockmodel", " : modèle de blocs") : own
        let groups = PlainText.withinSentence(blocks.title)
        let density = NumberWords.text(blocks.density, options.language)
        var sentences = [Caption.numbers(of: view, options.language)]
        sentences.append(words("Blocks: \(groups), the largest first.", "Blocs : \(groups), les plus grands d'abord."))
        sentences.append(
            words(
                "Shade: density of ties\(isDirected ? " from row to column" : ""); thick rim and lines on the right: at least that of the network (\(density)).",
                "Teinte : densité des liens\(isDirected ? " de la ligne vers la colonne" : "") ; cadre épais et traits à droite : au moins celle du réseau (\(density))."
            ))
        let left = view.nodes.count - blocks.members.reduce(0) { $0 + $1.count }
        if left > 0 {
            let count = NumberWords.text(left, options.language)
            sentences.append(words("In no block: \(count).", "Dans aucun bloc : \(count)."))
        }
        sentences.append(Caption.source(of: view, options.language))
        return Caption(title: title, sentences: sentences, language: options.language)
    }
}
