import Measures
import NetworkModel
import Vocabulary

/// An ordered matrix as shapes.
struct MatrixDrawing {
    private let view: NetworkView
    private let look: [(name: String, identity: String)]
    private let order: MatrixOrder
    private let options: FigureOptions
    private let cell: Double
    private let corner: Point
    /// Ties from row to column.
    private let counts: [SIMD2<Int>: Int]
    private static let size = 7.0
    private static let lineHeight = 8.1
    private static let shades = [Colour(0x8DB4D8), Colour(0x3F7FBF), Colour(0x0B3C6F)]

    init(_ context: MeasureContext, _ order: MatrixOrder, _ options: FigureOptions) {
        (view, self.order, self.options) = (context.view, order, options)
        let view = context.view
        let look = view.nodes.indices.map { node -> (name: String, identity: String) in
            let name = PlainText.cleaned(view.name(of: node))
            return (
                name.isEmpty ? PlainText.cleaned(view.id(of: node)) : name,
                SafeID.make("row", view.id(of: node), position: node)
            )
        }
        self.look = look
        let longest = order.rows.map { TextMetrics.width(of: look[$0].name, size: Self.size) }.max() ?? 0
        let left = min(longest + 26, 0.32 * options.width)
        let names = order.blocks.map { TextMetrics.width(of: $0.name, size: Self.size) }.max() ?? 0
        let right = order.blocks.count > 1 ? min(names + 8, 0.16 * options.width) : 4
        cell = min(12, (options.width - left - right) / Double(max(order.columns.count, 1)))
        let slack = options.width - left - right - cell * Double(order.columns.count)
        corner = Point(left + max(0, slack / 2), 14)
        counts = Self.counts(view, order)
    }

    private static func counts(_ view: NetworkView, _ order: MatrixOrder) -> [SIMD2<Int>: Int] {
        let rowOf = Dictionary(uniqueKeysWithValues: zip(order.rows, order.rows.indices))
        let columnOf = Dictionary(uniqueKeysWithValues: zip(order.columns, order.columns.indices))
        var counts: [SIMD2<Int>: Int] = [:]
        for tie in 0..<view.tieCount {
            let (source, target) = view.ends(ofTie: tie)
            let isOneWay = view.isOneWay(tie)
            if let row = rowOf[source], let column = columnOf[target] { counts[SIMD2(row, column), default: 0] += 1 }
            if !isOneWay, let row = rowOf[target], let column = columnOf[source] {
                counts[SIMD2(row, column), default: 0] += 1
            }
        }
        return counts
    }

    private var width: Double { cell * Double(order.columns.count) }
    private var height: Double { cell * Double(order.rows.count) }

    private func box(_ row: Int, _ column: Int) -> Box {
        let low = corner + Point(Double(column), Double(row)) * cell
        return Box(low: low, high: low + Point(cell, cell))
    }

    func scene() -> Scene {
        var scene = FigurePage.picture(options)
        let rowsShown = namedRows
        drawGround(&scene)
        drawCells(&scene)
        drawNames(rowsShown, &scene)
        drawNumbers(&scene)
        drawBlocks(&scene)
        let lowest = scene.labels.map(\.box.high.y).max() ?? 0
        scene.height = max(corner.y + height, lowest) + 2
        if view.isTwoMode { drawColumnKey(&scene) }
        return scene
    }

    /// The frame, the diagonal, and thin rules where cells are large enough.
    private func drawGround(_ scene: inout Scene) {
        if !view.isTwoMode {
            for place in order.rows.indices {
                let box = box(place, place)
                scene.areas.append(
                    Scene.Area(
                        [box.low, Point(box.high.x, box.low.y), box.high, Point(box.low.x, box.high.y)],
                        fill: Colour(0xEDEDED), rim: .white))
            }
        }
        let (low, high) = (corner, corner + Point(width, height))
        if cell >= 5 {
            for row in 1..<max(1, order.rows.count) {
                let y = low.y + Double(row) * cell
                scene.line(Point(low.x, y), Point(high.x, y), Colour(0xECECEC), width: 0.3)
            }
            for column in 1..<max(1, order.columns.count) {
                let x = low.x + Double(column) * cell
                scene.line(Point(x, low.y), Point(x, high.y), Colour(0xECECEC), width: 0.3)
            }
        }
        guard !order.columns.isEmpty else { return }
        for (start, end) in [
            (low, Point(high.x, low.y)), (Point(high.x, low.y), high), (high, Point(low.x, high.y)),
            (Point(low.x, high.y), low),
        ] {
            scene.line(start, end, ChartStyle.rule, width: 0.5)
        }
    }

    private func drawCells(_ scene: inout Scene) {
        for (place, count) in counts.sorted(by: { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }) {
            let (row, column) = (order.rows[place.x], order.columns[place.y])
            let arrow = view.isDirected ? " → " : " – "
            let title = look[row].name + arrow + look[column].name + (count > 1 ? " (\(count))" : "")
            scene.marks.append(
                Scene.Mark(
                    .rectangle, box(place.x, place.y).grown(by: -cell * 0.05), fill: Self.shades[min(count, 3) - 1],
                    rim: .white,
                    rimWidth: 0,
                    identity: Scene.Identity(id: "cell-\(place.x + 1)-\(place.y + 1)", classes: ["cell"], title: title))
            )
        }
    }

    // MARK: Names and numbers

    /// All rows where each has a line's height; else as many as have room, those of most ties.
    private var namedRows: [Int] {
        let room = Int((height + 2 * Self.lineHeight) / Self.lineHeight)
        let limit = max(0, options.labelLimit ?? order.rows.count)
        guard cell < Self.lineHeight else { return Array(order.rows.indices.prefix(limit)) }
        let ranked = order.rows.indices.sorted {
            (-order.degrees[order.rows[$0]], $0) < (-order.degrees[order.rows[$1]], $1)
        }
        return ranked.prefix(min(limit, room)).sorted()
    }

    private func drawNames(_ rows: [Int], _ scene: inout Scene) {
        let isApart = cell < Self.lineHeight
        let right = corner.x - (isApart ? 14 : 3)
        for (row, middle) in zip(
            rows, Self.spread(rows.map { corner.y + (Double($0) + 0.5) * cell }, apart: Self.lineHeight))
        {
            let number = "\(row + 1)"
            let room = right - 2 - TextMetrics.width(of: number + "  ", size: Self.size)
            let name = PlainText.wrapped(look[order.rows[row]].name, width: room, most: 1, size: Self.size).lines[0]
            let label = scene.labels.count
            scene.write(
                [view.isTwoMode ? name : name + "  " + number], at: Point(right, middle - Self.lineHeight / 2),
                size: Self.size,
                alignment: .right)
            scene.labels[label].identity = Scene.Identity(id: look[order.rows[row]].identity, classes: ["row"])
            if isApart {
                let y = corner.y + (Double(row) + 0.5) * cell
                scene.strokes.append(
                    Scene.Stroke(
                        Path(through: [Point(right + 1.5, middle), Point(corner.x - 4, y), Point(corner.x - 0.5, y)]),
                        colour: ChartStyle.rule, width: 0.35))
            }
        }
    }

    /// Places in order, pushed apart as little as it takes: runs that touch move as one, to their
    /// mean (pool adjacent violators).
    static func spread(_ wanted: [Double], apart: Double) -> [Double] {
        var runs: [(sum: Double, count: Int)] = []
        for (index, place) in wanted.enumerated() {
            runs.append((place - Double(index) * apart, 1))
            while runs.count > 1 {
                let (last, before) = (runs[runs.count - 1], runs[runs.count - 2])
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
                runs.removeLast(2)
                runs.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let bases = runs.flatMap { run in [Double](repeating: run.sum / Double(run.count), count: run.count) }
        // What was pushed above the page goes down again, and takes the rest with it.
        let top = max(0, apart / 2 + 1 - (bases.first ?? 0))
        return bases.enumerated().map { max($1, (bases.first ?? 0) + top) + Double($0) * apart }
    }

    /// Every column's where there is room, else every fifth, tenth …
    private func drawNumbers(_ scene: inout Scene) {
        let digits = TextMetrics.width(of: "\(order.columns.count)", size: Self.size) + 2
        let step = [1, 2, 5, 10, 20, 50, 100, 200].first { Double($0) * cell >= digits } ?? 500
        for column in order.columns.indices where step == 1 || (column + 1).isMultiple(of: step) {
            let middle = corner.x + (Double(column) + 0.5) * cell
            scene.write(["\(column + 1)"], at: Point(middle, corner.y - 9.5), size: Self.size, alignment: .centre)
        }
    }

    private func drawBlocks(_ scene: inout Scene) {
        guard order.blocks.count > 1 else { return }
        let ends = order.blocks.dropLast().map { Double($0.rows.upperBound) * cell }
        for end in ends {
            scene.line(corner + Point(0, end), corner + Point(width, end), Colour(0x555555), width: 0.6)
            if !view.isTwoMode {
                scene.line(corner + Point(end, 0), corner + Point(end, height), Colour(0x555555), width: 0.6)
            }
        }
        let middles = order.blocks.map { corner.y + (Double($0.rows.lowerBound + $0.rows.upperBound) / 2) * cell }
        let places = Self.spread(middles, apart: Self.lineHeight)
        let left = corner.x + width + 4
        let shown = places.last.map { $0 < corner.y + height + 40 } ?? false
        guard shown else { return }
        for (block, place) in zip(order.blocks, places) {
            let name = PlainText.wrapped(block.name, width: options.width - left - 1, most: 1, size: Self.size).lines
            scene.write(
                name, at: Point(left, place - Self.lineHeight / 2), size: Self.size, colour: Colour(0x555555),
                isBold: false)
        }
    }

    /// The events by their numbers.
    private func drawColumnKey(_ scene: inout Scene) {
        scene.height += 6
        let entries = order.columns.enumerated().map { column, node in
            SignRow.Entry(text: "\(column + 1)  " + look[node].name, width: 0) { _, _ in }
        }
        scene.height += SignRow.write(
            entries, on: &scene, at: Point(FigurePage.margin, scene.height), width: FigurePage.innerWidth(options))
    }

    // MARK: Words

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        let most = min(counts.values.max() ?? 0, 3)
        guard most > 0 else { return scene }
        let names = [words("a tie", "un lien"), words("two", "deux"), words("three or more", "trois ou plus")]
        let entries = (0..<most).map { shade in
            SignRow.Entry(text: names[shade], width: 9) { scene, middle in
                scene.marks.append(
                    Scene.Mark(
                        .rectangle, Box(centre: middle, width: 7, height: 7), fill: Self.shades[shade], rim: .white,
                        rimWidth: 0))
            }
        }
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    var caption: Caption {
        let own = Caption.title(of: view, options)
        let title = options.title == nil ? own + words(": adjacency matrix", " : matrice d'adjacence") : own
        var sentences = [Caption.numbers(of: view, options.language)]
        sentences.append(
            view.isTwoMode
                ? words("Rows: actors; columns: events.", "Lignes : acteurs ; colonnes : événements.")
                : view.isDirected
                    ? words(
                        "From the row's actor to the column's.", "De l'acteur de la ligne vers celui de la colonne.")
                    : "")
        let groups = PlainText.withinSentence(order.title)
        sentences.append(
            groups.isEmpty
                ? words("Order: number of ties.", "Ordre : nombre de liens.")
                : words("Order: \(groups), then number of ties.", "Ordre : \(groups), puis nombre de liens."))
        let named = namedRows.count
        if named < order.rows.count {
            let (some, all) = (
                NumberWords.text(named, options.language), NumberWords.text(order.rows.count, options.language)
            )
            sentences.append(
                words(
                    "Labels: \(some) of \(all), those with most ties.",
                    "Noms : \(some) sur \(all), ceux qui ont le plus de liens."))
        }
        sentences.append(Caption.source(of: view, options.language))
        return Caption(title: title, sentences: sentences, language: options.language)
    }
}
