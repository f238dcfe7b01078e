import Measures
import NetworkModel
import Vocabulary

/// Small multiples: parts of one network side by side, all on the same positions.
struct PanelDrawing {
    /// What one of them shows.
    struct Panel {
        /// What ids of its elements end with.
        var id: String
        var title: String
        /// How all its ties are drawn; nil where they differ.
        var sign: LineStyle?
        /// Positions among the ties of the look.
        var ties: [Int]
        /// By node of the look: whether it is there, tied or not.
        var isThere: [Bool]
    }

    /// What all of them are about.
    struct Subject {
        /// Behind the title.
        var name: Bilingual
        /// What a grey dot means.
        var noTie: Bilingual
        var reading: Bilingual
        /// Whether the legend has to say what lines mean.
        var explainsTies: Bool
        /// What the caption says besides.
        var remarks: [Bilingual] = []
    }

    private let look: NetworkLook
    private let panels: [Panel]
    private let subject: Subject
    private let options: FigureOptions
    private let view: NetworkView
    private let layoutName: Bilingual
    private let isolateCount: Int
    private let columns: Int
    private let panelSize: Point
    /// In a panel; nil for actors without any tie, which no panel shows.
    private let places: [Point?]
    /// By panel and node.
    private let degrees: [[Int]]
    /// By panel: the names that stand in it, and those that find no room there.
    private var names: [(placed: [Arrangement.PlacedLabel], lost: [LabelWish])] = []
    private var footHeight = 0.0
    private static let gap = 12.0
    private static let titleHeight = 13.0
    private static let leastTallness = 0.5

    init(
        _ context: MeasureContext, _ look: NetworkLook, _ panels: [Panel], _ subject: Subject, _ options: FigureOptions
    ) throws(MilieuError) {
        (self.look, self.panels, self.subject, self.options, view) = (look, panels, subject, options, context.view)
        columns = panels.count <= 4 || options.width < 300 ? 2 : 3
        let width = (options.width - 2 - Self.gap * Double(columns - 1)) / Double(columns)
        let standing = try DiscPlaces(context, look, options)
        let tallness = min(max(standing.fixed.height, Self.leastTallness), 1)
        panelSize = Point(width, width * tallness)
        let scale = width * min(1, tallness / max(standing.fixed.height, 0.01))
        // The discs of a panel are larger for it than those of the network for its page.
        let (inner, margin) = (scale * 0.94, Point((width - scale * 0.94) / 2, scale * 0.03 * standing.fixed.height))
        places = standing.fixed.places.map { $0.map { $0 * inner + margin } }
        layoutName = standing.name
        isolateCount = places.count { $0 == nil }
        degrees = panels.map { panel in
            var own = [Int](repeating: 0, count: look.nodes.count)
            for tie in panel.ties {
                own[look.ties[tie].source] += 1
                own[look.ties[tie].target] += 1
            }
            return own
        }
        let made = self
        names = panels.indices.map { made.labels($0) }
        let feet = zip(panels.indices, names).map {
            PanelFoot($1.lost, made.discs(of: $0), width: made.panelSize.x).height
        }
        footHeight = feet.max() ?? 0
    }

    var figure: Scene { FigurePage.scene(scene, legend: legend, caption, options) }

    // MARK: Positions

    private static func radius(_ degree: Int, _ largest: Int, _ panel: Point, _ count: Int) -> Double {
        let greatest = panel.x * 0.026 * min(1, (80 / Double(max(count, 1))).squareRoot())
        return degree == 0
            ? max(0.5, greatest * 0.18)
            : max(greatest * (Double(degree) / Double(largest)).squareRoot(), greatest * 0.3)
    }

    // MARK: Panels

    private var scene: Scene {
        var scene = FigurePage.picture(options)
        for number in panels.indices {
            let corner = Point(
                1 + Double(number % columns) * (panelSize.x + Self.gap),
                4 + Double(number / columns) * (panelHeight + Self.gap))
            scene.add(panel(number), movedBy: corner)
        }
        let rows = (panels.count + columns - 1) / columns
        scene.height = 4 + Double(rows) * (panelHeight + Self.gap) - Self.gap + 2
        return scene
    }

    private var panelHeight: Double { Self.titleHeight + panelSize.y + footHeight }

    private func discs(of number: Int) -> [Box] {
        let (part, shown) = part(of: number)
        return zip(part.nodes, shown).map { node, position in
            Box(centre: places[position] ?? .zero, width: 2 * node.reach, height: 2 * node.reach)
        }
    }

    private func panel(_ number: Int) -> Scene {
        let ((part, shown), discs) = (part(of: number), discs(of: number))
        var picture = NetworkPicture(look: part, discs: discs, labels: names[number].placed).scene(
            width: panelSize.x, height: panelSize.y, language: options.language)
        for stroke in picture.strokes.indices {
            picture.strokes[stroke].width *= 0.75
            picture.strokes[stroke].arrow *= 0.75
        }
        PanelFoot(names[number].lost, discs, width: panelSize.x).draw(on: &picture, part, at: panelSize.y)
        let own = degrees[number]
        Self.uncover(&picture, besides: Set(zip(part.nodes, shown).filter { own[$0.1] > 0 }.map(\.0.identity.id)))
        var scene = Scene(
            width: panelSize.x, height: panelHeight, language: options.language, title: "", description: "")
        title(number, &scene)
        let end = panelSize + Point(0, footHeight)
        let corners = [.zero, Point(end.x, 0), end, Point(0, end.y)].map {
            $0 + Point(0, Self.titleHeight)
        }
        for (start, end) in zip(corners, corners.dropFirst() + [corners[0]]) {
            scene.line(start, end, ChartStyle.grid, width: 0.5)
        }
        scene.add(picture, movedBy: Point(0, Self.titleHeight))
        return scene
    }

    /// Dots of actors without a tie in the layer only tell where the others are: one under a name goes.
    private static func uncover(_ picture: inout Scene, besides tied: Set<String>) {
        let labels = picture.labels
        picture.removeMarks { mark in
            !tied.contains(mark.identity?.id ?? "") && labels.contains { $0.box.overlaps(mark.box.grown(by: 0.5)) }
        }
    }

    private func title(_ number: Int, _ scene: inout Scene) {
        let panel = panels[number]
        let numbers = numbers(of: number, withActors: hasRoomForActors)
        let width = room(beside: numbers) / Self.boldness
        let name = PlainText.wrapped(panel.title, width: max(width, 20), most: 1, size: Self.titleSize).lines
        scene.write(name, at: Point(0, 1), size: Self.titleSize, isBold: true)
        let left = TextMetrics.width(of: name[0], size: Self.titleSize, isBold: true) + 6
        if let style = panel.sign, let tie = panel.ties.first {
            let path = Path(from: Point(left, 6.5), to: Point(left + 18, 6.5))
            scene.strokes.append(
                Scene.Stroke(
                    path, colour: style.colour, width: style.width, dash: style.dash,
                    arrow: look.ties[tie].isDirected ? 4.5 : 0))
        }
        scene.write(
            [numbers], at: Point(panelSize.x, 2), size: ChartStyle.fontSize, alignment: .right, colour: Colour(0x555555)
        )
    }

    private static let titleSize = 8.5
    /// How much wider than its measure a bold name may come out.
    private static let boldness = 1.1

    /// Whether beside every panel's whole name its numbers of actors and ties find room: all panels tell the same.
    private var hasRoomForActors: Bool {
        panels.indices.allSatisfy { panel in
            let wanted = TextMetrics.width(of: panels[panel].title, size: Self.titleSize, isBold: true)
            return room(beside: numbers(of: panel, withActors: true)) >= wanted * Self.boldness
        }
    }

    private func room(beside numbers: String) -> Double {
        panelSize.x - TextMetrics.width(of: numbers, size: ChartStyle.fontSize) - 34
    }

    private func numbers(of panel: Int, withActors: Bool) -> String {
        let ties = NumberWords.counted(panels[panel].ties.count, "tie", "lien", options.language)
        let actors = NumberWords.counted(degrees[panel].count { $0 > 0 }, "actor", "acteur", options.language)
        return withActors ? actors + ", " + ties : ties
    }

    private func part(of number: Int) -> (look: NetworkLook, shown: [Int]) {
        let panel = panels[number]
        let shown = look.nodes.indices.filter { places[$0] != nil && panel.isThere[$0] }
        var own = look
        own.ties = panel.ties.map { look.ties[$0] }
        var part = own.part(shown)
        let degrees = degrees[number]
        let largest = self.degrees.lazy.compactMap { $0.max() }.max() ?? 1
        let suffix = SafeID.make("-in", panel.id, position: number)
        let count = places.count { $0 != nil }
        for (place, position) in shown.enumerated() {
            part.nodes[place].radius = Self.radius(degrees[position], largest, panelSize, count)
            part.nodes[place].identity.id += suffix
            if degrees[position] == 0 {
                part.nodes[place].fill = Colour(0xD5D5D5)
                part.nodes[place].rim = Colour(0xB5B5B5)
                part.nodes[place].isOutside = false
                part.nodes[place].isCollective = false
            }
        }
        for tie in part.ties.indices where subject.explainsTies { part.ties[tie].identity.id += suffix }
        return (part, shown)
    }

    /// The actors with most ties in the panel, and those that are asked for by name.
    private func labels(_ number: Int) -> (placed: [Arrangement.PlacedLabel], lost: [LabelWish]) {
        let ((part, shown), discs, own) = (part(of: number), discs(of: number), degrees[number])
        let ranked = shown.indices.filter { own[shown[$0]] > 0 }.sorted {
            (-own[shown[$0]], -look.nodes[shown[$0]].importance, $0) < (
                -own[shown[$1]], -look.nodes[shown[$1]].importance, $1
            )
        }
        let most = options.labelLimit ?? (columns == 2 ? 9 : 5)
        let asked = ranked.filter { part.nodes[$0].hasLabel == true }
        let others = ranked.filter { part.nodes[$0].hasLabel == nil }.prefix(max(0, most - asked.count))
        let wishes = (asked + others).map { place in
            LabelWish(name: part.nodes[place].name, fontSize: 7, disc: place, widest: 10, hasLeaders: true)
        }
        let lines = part.ties.count > 400 ? [] : part.ties.map { (discs[$0.source].centre, discs[$0.target].centre) }
        let surroundings = Surroundings(
            discs: discs, firm: Set(ranked), lines: lines, page: Box(low: .zero, high: panelSize).grown(by: -1.5))
        let placed = LabelPlacement(wishes, in: surroundings, seed: options.seed).free.map {
            Arrangement.PlacedLabel(node: $0.wish.disc, fontSize: $0.wish.fontSize, text: $0.text)
        }
        let found = Set(placed.map(\.node))
        return (placed, wishes.filter { !found.contains($0.disc) })
    }

    // MARK: Words

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    private var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        func disc(
            _ radius: Double, _ fill: Colour, _ rim: Colour, _ width: Double = 0.6, _ shape: LookRow.Shape = .disc
        ) -> (inout Scene, Point) -> Void {
            { scene, middle in
                let box = Box(centre: middle, width: 2 * radius, height: 2 * radius)
                scene.marks.append(Scene.Mark(shape.mark, box, fill: fill, rim: rim, rimWidth: width))
            }
        }
        var entries = look.groups.map { group in
            SignRow.Entry(
                text: group.name, width: 8,
                draw: disc(3.6, group.colour, group.colour.darker(by: 0.45), 0.6, group.shape))
        }
        if look.hasOutside {
            entries.append(
                SignRow.Entry(
                    text: words("outside the territory", "hors du territoire"), width: 8,
                    draw: disc(3.6, .white, .grey, 1.2)))
        }
        entries.append(
            SignRow.Entry(
                text: subject.noTie.text(options.language), width: 4,
                draw: disc(1.3, Colour(0xD5D5D5), Colour(0xB5B5B5))))
        entries += subject.explainsTies ? tieEntries : []
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    private var tieEntries: [SignRow.Entry] {
        look.signs.map { sign in
            SignRow.Entry(text: PlainText.cleaned(sign.name.text(options.language), limit: 40), width: 20) {
                scene, middle in
                let path = Path(from: middle - Point(10, 0), to: middle + Point(10, 0))
                scene.strokes.append(
                    Scene.Stroke(
                        path, colour: sign.style.colour, width: sign.style.width,
                        dash: look.isCrowded ? [] : sign.style.dash,
                        arrow: sign.isDirected ? 4.5 : 0))
            }
        }
    }

    private var caption: Caption {
        let language = options.language
        let own = Caption.title(of: view, options)
        var sentences = [Caption.numbers(of: view, language), subject.reading.text(language)]
        sentences += subject.remarks.map { $0.text(language) }
        if isolateCount > 0 {
            let count = NumberWords.text(isolateCount, language)
            sentences.append(words("Not shown: \(count) without ties.", "Non figurés : \(count) sans lien."))
        }
        if look.bundlesTies { sentences.append(Caption.bundling(language)) }
        sentences.append(words("Layout: ", "Disposition : ") + layoutName.text(language) + ".")
        sentences.append(Caption.source(of: view, language))
        let title = options.title == nil ? own + words(": ", " : ") + subject.name.text(language) : own
        return Caption(title: title, sentences: sentences, language: language)
    }
}
