import Measures
import NetworkModel
import Vocabulary

/// Small multiples: one network for each layer, all on the same positions.
enum LayerPanels {
    static let figure = Figure(
        "layers",
        name: Bilingual(en: "layers side by side", fr: "couches côte à côte"),
        reading: Bilingual(
            en: """
                Each panel shows the ties of one layer; an actor stands at the same place in all. Its area grows with \
                its ties in the layer; who has none there is a grey dot.
                """,
            fr: """
                Chaque vignette montre les liens d'une couche ; un acteur est au même endroit dans toutes. Son aire croît \
                avec ses liens dans la couche ; qui n'y en a pas est un point gris.
                """),
        needs: Bilingual(en: "ties in two layers or more", fr: "des liens dans deux couches au moins"), hasPlaces: true
    ) { context, options throws(MilieuError) in
        let look = try NetworkLook(context, options)
        let layers = Set(look.ties.map(\.layer)).sorted()
        guard layers.count > 1 else {
            let which = layers.first.map { " (\($0.rawValue))" } ?? ""
            throw MilieuError(
                .usage,
                "Layers side by side need ties in two layers or more, and the view has \(layers.count)\(which).",
                remedy: "Choose more layers or kinds of tie, or draw the network of actors (`--figure sociogram`).")
        }
        let panels = try LayerPanelDrawing(context, look, layers, options)
        return FigurePage.scene(panels.scene, legend: panels.legend, panels.caption, options)
    }
}

/// The panels of one figure.
private struct LayerPanelDrawing {
    private let look: NetworkLook
    private let layers: [Layer]
    private let options: FigureOptions
    private let view: NetworkView
    private let layoutName: Bilingual
    private let isolateCount: Int
    private let columns: Int
    private let panelSize: Point
    /// In a panel; nil for actors without any tie, which no panel shows.
    private let places: [Point?]
    private let degrees: [Layer: [Int]]
    private static let gap = 12.0
    private static let titleHeight = 13.0
    private static let leastTallness = 0.5

    init(_ context: MeasureContext, _ look: NetworkLook, _ layers: [Layer], _ options: FigureOptions)
        throws(MilieuError)
    {
        (self.look, self.layers, self.options, view) = (look, layers, options, context.view)
        columns = layers.count <= 4 || options.width < 300 ? 2 : 3
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
        var degrees = Dictionary(
            uniqueKeysWithValues: layers.map { ($0, [Int](repeating: 0, count: look.nodes.count)) })
        for tie in look.ties {
            degrees[tie.layer]?[tie.source] += 1
            degrees[tie.layer]?[tie.target] += 1
        }
        self.degrees = degrees
    }

    // MARK: Positions

    private static func radius(_ degree: Int, _ largest: Int, _ panel: Point, _ count: Int) -> Double {
        let greatest = panel.x * 0.026 * min(1, (80 / Double(max(count, 1))).squareRoot())
        return degree == 0
            ? max(0.5, greatest * 0.18)
            : max(greatest * (Double(degree) / Double(largest)).squareRoot(), greatest * 0.3)
    }

    // MARK: Panels

    var scene: Scene {
        var scene = FigurePage.picture(options)
        for (number, layer) in layers.enumerated() {
            let corner = Point(
                1 + Double(number % columns) * (panelSize.x + Self.gap),
                4 + Double(number / columns) * (panelSize.y + Self.titleHeight + Self.gap))
            scene.add(panel(layer), movedBy: corner)
        }
        let rows = (layers.count + columns - 1) / columns
        scene.height = 4 + Double(rows) * (panelSize.y + Self.titleHeight + Self.gap) - Self.gap + 2
        return scene
    }

    private func panel(_ layer: Layer) -> Scene {
        let (part, shown) = part(of: layer)
        let discs = zip(part.nodes, shown).map { node, position in
            Box(centre: places[position] ?? .zero, width: 2 * node.reach, height: 2 * node.reach)
        }
        var picture = NetworkPicture(look: part, discs: discs, labels: []).scene(
            width: panelSize.x, height: panelSize.y, language: options.language)
        for stroke in picture.strokes.indices {
            picture.strokes[stroke].width *= 0.75
            picture.strokes[stroke].arrow *= 0.75
        }
        picture.labels = labels(layer, part, shown, discs)
        let own = degrees[layer] ?? []
        Self.uncover(&picture, besides: Set(zip(part.nodes, shown).filter { own[$0.1] > 0 }.map(\.0.identity.id)))
        var scene = Scene(
            width: panelSize.x, height: panelSize.y + Self.titleHeight, language: options.language, title: "",
            description: "")
        title(layer, part, &scene)
        let corners = [.zero, Point(panelSize.x, 0), panelSize, Point(0, panelSize.y)].map {
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

    private func title(_ layer: Layer, _ part: NetworkLook, _ scene: inout Scene) {
        let numbers = numbers(of: layer, withActors: hasRoomForActors)
        let width = room(beside: numbers) / Self.boldness
        let name = PlainText.wrapped(
            layer.name.text(options.language), width: max(width, 20), most: 1, size: Self.titleSize
        ).lines
        scene.write(name, at: Point(0, 1), size: Self.titleSize, isBold: true)
        let left = TextMetrics.width(of: name[0], size: Self.titleSize, isBold: true) + 6
        if let tie = part.ties.first {
            let style = Palette.line(of: layer, furtherLayers: furtherLayers)
            let path = Path(from: Point(left, 6.5), to: Point(left + 18, 6.5))
            scene.strokes.append(
                Scene.Stroke(
                    path, colour: style.colour, width: style.width, dash: style.dash, arrow: tie.isDirected ? 4.5 : 0))
        }
        scene.write(
            [numbers], at: Point(panelSize.x, 2), size: ChartStyle.fontSize, alignment: .right, colour: Colour(0x555555)
        )
    }

    private static let titleSize = 8.5
    /// How much wider than its measure a bold name may come out.
    private static let boldness = 1.1

    /// Whether beside every layer's whole name its numbers of actors and ties find room: all panels tell the
    /// same.
    private var hasRoomForActors: Bool {
        layers.allSatisfy { layer in
            let wanted = TextMetrics.width(of: layer.name.text(options.language), size: Self.titleSize, isBold: true)
            return room(beside: numbers(of: layer, withActors: true)) >= wanted * Self.boldness
        }
    }

    private func room(beside numbers: String) -> Double {
        panelSize.x - TextMetrics.width(of: numbers, size: ChartStyle.fontSize) - 34
    }

    private func numbers(of layer: Layer, withActors: Bool) -> String {
        let ties = NumberWords.counted(look.ties.count { $0.layer == layer }, "tie", "lien", options.language)
        let actors = NumberWords.counted((degrees[layer] ?? []).count { $0 > 0 }, "actor", "acteur", options.language)
        return withActors ? actors + ", " + ties : ties
    }

    private var furtherLayers: [Layer] { view.network.furtherLayers }

    private func part(of layer: Layer) -> (look: NetworkLook, shown: [Int]) {
        let shown = look.nodes.indices.filter { places[$0] != nil }
        var part = look.part(shown)
        part.ties = part.ties.filter { $0.layer == layer }
        let own = degrees[layer] ?? []
        let largest = degrees.values.flatMap { $0 }.max() ?? 1
        let suffix = SafeID.make("-in", layer.rawValue, position: layers.firstIndex(of: layer) ?? 0)
        for (place, position) in shown.enumerated() {
            part.nodes[place].radius = Self.radius(own[position], largest, panelSize, shown.count)
            part.nodes[place].identity.id += suffix
            if own[position] == 0 {
                part.nodes[place].fill = Colour(0xD5D5D5)
                part.nodes[place].rim = Colour(0xB5B5B5)
                part.nodes[place].isOutside = false
                part.nodes[place].isCollective = false
            }
        }
        return (part, shown)
    }

    /// The actors with most ties in the layer, where they find room.
    private func labels(_ layer: Layer, _ part: NetworkLook, _ shown: [Int], _ discs: [Box]) -> [Scene.Label] {
        let own = degrees[layer] ?? []
        let ranked = shown.indices.filter { own[shown[$0]] > 0 }.sorted {
            (-own[shown[$0]], -look.nodes[shown[$0]].importance, $0) < (
                -own[shown[$1]], -look.nodes[shown[$1]].importance, $1
            )
        }
        let wishes = ranked.prefix(options.labelLimit ?? (columns == 2 ? 9 : 5)).map { place in
            LabelWish(name: part.nodes[place].name, fontSize: 7, disc: place, widest: 10)
        }
        let lines = part.ties.count > 400 ? [] : part.ties.map { (discs[$0.source].centre, discs[$0.target].centre) }
        let surroundings = Surroundings(
            discs: discs, firm: Set(ranked), lines: lines, page: Box(low: .zero, high: panelSize).grown(by: -1.5))
        return LabelPlacement(wishes, in: surroundings, seed: options.seed).free.map { wish, text in
            var label = Scene.Label(wish, text)
            let identity = part.nodes[wish.disc].identity
            label.identity = Scene.Identity(
                id: ElementID.label(of: identity.id), classes: ["label"] + identity.classes.dropFirst())
            return label
        }
    }

    // MARK: Words

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        func disc(_ radius: Double, _ fill: Colour, _ rim: Colour, _ width: Double = 0.6) -> (inout Scene, Point) ->
            Void
        {
            { scene, middle in
                let box = Box(centre: middle, width: 2 * radius, height: 2 * radius)
                scene.marks.append(Scene.Mark(.ellipse, box, fill: fill, rim: rim, rimWidth: width))
            }
        }
        var entries = look.groups.map { group in
            SignRow.Entry(text: group.name, width: 8, draw: disc(3.6, group.colour, group.colour.darker(by: 0.45)))
        }
        if look.hasOutside {
            entries.append(
                SignRow.Entry(
                    text: words("outside the territory", "hors du territoire"), width: 8,
                    draw: disc(3.6, .white, .grey, 1.2)))
        }
        entries.append(
            SignRow.Entry(
                text: words("no tie in the layer", "sans lien dans la couche"), width: 4,
                draw: disc(1.3, Colour(0xD5D5D5), Colour(0xB5B5B5))))
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    var caption: Caption {
        let subject = words("layers side by side", "couches côte à côte")
        let own = Caption.title(of: view, options)
        var sentences = [Caption.numbers(of: view, options.language)]
        sentences.append(
            words(
                "Same positions in all panels; area: ties in the layer; names: those with most ties there.",
                "Mêmes positions dans toutes les vignettes ; aire : liens dans la couche ; noms : ceux qui y ont le plus de liens."
            ))
        if isolateCount > 0 {
            let count = NumberWords.text(isolateCount, options.language)
            sentences.append(words("Not shown: \(count) without ties.", "Non figurés : \(count) sans lien."))
        }
        sentences.append(words("Layout: ", "Disposition : ") + layoutName.text(options.language) + ".")
        sentences.append(Caption.source(of: view, options.language))
        let title = options.title == nil ? own + (options.language == .french ? " : " : ": ") + subject : own
        return Caption(title: title, sentences: sentences, language: options.language)
    }
}
