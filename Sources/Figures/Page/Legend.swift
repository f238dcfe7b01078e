import Vocabulary

/// What a figure's colours, lines and sizes mean: only what occurs.
struct Legend {
    private let look: NetworkLook
    private let language: Language
    private let width: Double
    private static let fontSize = 7.2
    private static let rowHeight = 10.5

    init(_ look: NetworkLook, _ language: Language, width: Double) {
        (self.look, self.language, self.width) = (look, language, width)
    }

    private func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    /// An entry's sign, drawn round a point, and its words.
    private struct Entry {
        var text: String
        var draw: (inout Scene, Point) -> Void
    }

    private struct Block {
        var title: String
        var entries: [Entry]
        var signWidth: Double
    }

    /// Blocks beside one another, in as few rows as the width allows.
    var scene: Scene {
        var scene = Scene(width: width, height: 0, language: language, title: "", description: "")
        let blocks = [actorBlock, tieBlock].filter { !$0.entries.isEmpty }
        let most = blocks.map(\.entries.count).max() ?? 1
        // The fewest rows for which all columns of all blocks fit beside one another.
        let rows = (1...most).first { totalWidth(blocks, rows: $0) <= width } ?? most
        let slack = max(0, width - totalWidth(blocks, rows: rows)) / Double(max(1, blocks.count))
        var left = 0.0
        for block in blocks {
            add(block, rows: rows, to: &scene, at: left)
            left += blockWidth(block, rows: rows) + min(slack, 40)
        }
        if sizeWidth > 0 { addSizes(to: &scene, at: left) }
        scene.height = max(blocks.isEmpty ? 0 : 13 + Double(rows) * Self.rowHeight, sizeHeight)
        return scene
    }

    private func add(_ block: Block, rows: Int, to scene: inout Scene, at start: Double) {
        scene.write([block.title], at: Point(start, 0), size: Self.fontSize, isBold: true)
        var left = start
        for column in columns(block, rows) {
            for (row, entry) in column.enumerated() {
                let middle = Point(left + block.signWidth / 2, 13 + (Double(row) + 0.5) * Self.rowHeight)
                entry.draw(&scene, middle)
                let top = middle.y - Self.fontSize * TextMetrics.lineHeight / 2
                scene.write([entry.text], at: Point(left + block.signWidth + 4, top), size: Self.fontSize)
            }
            left += columnWidth(column, block)
        }
    }

    private func columns(_ block: Block, _ rows: Int) -> [[Entry]] {
        stride(from: 0, to: block.entries.count, by: rows).map {
            Array(block.entries[$0..<min($0 + rows, block.entries.count)])
        }
    }

    private func columnWidth(_ column: [Entry], _ block: Block) -> Double {
        let text = column.map { TextMetrics.width(of: $0.text, size: Self.fontSize) }.max() ?? 0
        return block.signWidth + 4 + text + 10
    }

    private func blockWidth(_ block: Block, rows: Int) -> Double {
        let entries = columns(block, rows).reduce(0) { $0 + columnWidth($1, block) }
        return max(entries, TextMetrics.width(of: block.title, size: Self.fontSize, isBold: true) + 12)
    }

    private func totalWidth(_ blocks: [Block], rows: Int) -> Double {
        blocks.reduce(sizeWidth) { $0 + blockWidth($1, rows: rows) }
    }

    // MARK: Blocks

    private func disc(
        _ radius: Double, fill: Colour, rim: Colour, rimWidth: Double = 0.6, isDouble: Bool = false,
        shape: LookRow.Shape = .disc
    ) -> (inout Scene, Point) -> Void {
        { scene, middle in
            let box = Box(centre: middle, width: 2 * radius, height: 2 * radius)
            var mark = Scene.Mark(shape.mark, box, fill: fill, rim: rim, rimWidth: rimWidth)
            mark.hasDoubleRim = isDouble
            scene.marks.append(mark)
        }
    }

    private var actorBlock: Block {
        let hasEvents = look.nodes.contains(where: \.isEvent)
        var entries = look.groups.map { group in
            Entry(
                text: group.name,
                draw: disc(3.6, fill: group.colour, rim: group.colour.darker(by: 0.45), shape: group.shape))
        }
        let grey = Colour.grey
        if hasEvents, entries.isEmpty {
            entries.append(Entry(text: words("actor", "acteur"), draw: disc(3.6, fill: .unknown, rim: grey)))
        }
        if look.nodes.contains(where: \.isCollective) {
            entries.append(
                Entry(
                    text: words("collective actor", "acteur collectif"),
                    draw: disc(2.8, fill: .unknown, rim: grey, isDouble: true)))
        }
        if look.hasOutside {
            entries.append(
                Entry(
                    text: words("outside the territory", "hors du territoire"),
                    draw: disc(3.6, fill: .white, rim: grey, rimWidth: 1.2)))
        }
        if hasEvents {
            entries.append(
                Entry(text: words("event", "événement")) { scene, middle in
                    let box = Box(centre: middle, width: 6.4, height: 6.4)
                    scene.marks.append(Scene.Mark(.rectangle, box, fill: .unknown, rim: grey, rimWidth: 0.6))
                })
        }
        let title = look.groups.isEmpty ? words("Actors", "Acteurs") : look.groupTitle
        return Block(title: title, entries: entries, signWidth: 10)
    }

    private func line(_ style: LineStyle, arrow: Bool) -> (inout Scene, Point) -> Void {
        { scene, middle in
            let path = Path(from: middle - Point(10, 0), to: middle + Point(10, 0))
            scene.strokes.append(
                Scene.Stroke(path, colour: style.colour, width: style.width, dash: style.dash, arrow: arrow ? 4.5 : 0))
        }
    }

    private var tieBlock: Block {
        var entries = look.signs.map { sign in
            var style = sign.style
            if look.isCrowded { style.dash = [] }
            let name = PlainText.cleaned(sign.name.text(language), limit: 40)
            return Entry(text: name, draw: line(style, arrow: sign.isDirected))
        }
        if look.hasDoubtful {
            entries.append(
                Entry(
                    text: words("pale: doubtful", "pâle : incertain"),
                    draw: line(LineStyle(Colour.ink.paler(by: 0.55)), arrow: false)))
        }
        if look.hasWidths {
            entries.append(
                Entry(text: words("width: weight", "épaisseur : poids")) { scene, middle in
                    for (aside, width) in [(-2.6, 0.6), (0, 1.1), (2.8, 1.8)] {
                        let path = Path(from: middle + Point(-10, aside), to: middle + Point(10, aside))
                        scene.strokes.append(Scene.Stroke(path, colour: .ink, width: width))
                    }
                })
        }
        return Block(title: words("Ties", "Liens"), entries: entries, signWidth: 20)
    }

    /// The sample discs stand on one line, each with its value below.
    private func addSizes(to scene: inout Scene, at left: Double) {
        scene.write([sizeTitle], at: Point(left, 0), size: Self.fontSize, isBold: true)
        let ground = 13 + 2 * look.size.greatestRadius
        var x = left
        for value in look.size.samples {
            let (radius, width) = (look.size.radius(of: value), sampleWidth(value))
            disc(radius, fill: .white, rim: .grey)(&scene, Point(x + width / 2, ground - radius))
            let text = NumberWords.text(value, language)
            scene.write([text], at: Point(x + width / 2, ground + 2), size: Self.fontSize, alignment: .centre)
            x += width + 8
        }
    }

    private var sizeTitle: String { words("Area: ", "Aire : ") + look.size.name.text(language) }

    private func sampleWidth(_ value: Double) -> Double {
        let text = TextMetrics.width(of: NumberWords.text(value, language), size: Self.fontSize)
        return max(2 * look.size.radius(of: value), text)
    }

    private var sizeWidth: Double {
        guard !look.size.samples.isEmpty else { return 0 }
        let discs = look.size.samples.reduce(0) { $0 + sampleWidth($1) + 8 }
        return max(discs, TextMetrics.width(of: sizeTitle, size: Self.fontSize, isBold: true))
    }

    private var sizeHeight: Double {
        sizeWidth > 0 ? 13 + 2 * look.size.greatestRadius + 2 + Self.fontSize * TextMetrics.lineHeight : 0
    }
}
