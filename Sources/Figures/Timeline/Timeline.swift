import Measures
import NetworkModel
import Vocabulary

/// Actors, ties and events by date.
enum Timeline {
    static let figure = Figure(
        "timeline",
        name: Bilingual(en: "timeline", fr: "chronologie"),
        reading: Bilingual(
            en: """
                A line is an actor from its beginning to its end, a square an event; an upright line is a tie where it \
                begins, its colour and dash as in the network. What is known to the year only stands at its beginning.
                """,
            fr: """
                Une ligne est un acteur, du début à la fin ; un carré est un événement ; un trait vertical est un lien à \
                son début, couleur et tireté comme dans le réseau. Ce qui n'est connu qu'à l'année près est au début de \
                celle-ci.
                """),
        needs: Bilingual(en: "dates of actors, ties or events", fr: "des dates d'acteurs, de liens ou d'événements")
    ) { context, options throws(MilieuError) in
        let content = try TimelineContent(context, options)
        var drawing = TimelineDrawing(content, try ActorColours(context, options).groups, options)
        return FigurePage.scene(drawing.scene(), legend: drawing.legend, drawing.caption, options)
    }
}

/// A timeline as shapes.
private struct TimelineDrawing {
    private let content: TimelineContent
    private let groups: [ActorColours.Group]
    private let options: FigureOptions
    private let scale: ChartScale
    private let years: ClosedRange<Int>
    private let left: Double
    private var isShortened = 0
    private static let size = 7.0
    private static let rowHeight = 10.0

    init(_ content: TimelineContent, _ groups: [ActorColours.Group], _ options: FigureOptions) {
        (self.content, self.groups, self.options) = (content, groups, options)
        let dates = content.rows.flatMap { [$0.since, $0.until] }.compactMap { $0 } + content.links.map(\.date)
        years = Self.years(dates + [content.reference].compactMap { $0 })
        left = options.width * 0.35
        let days = [years.lowerBound, years.upperBound + 1].map {
            Double(PartialDate(year: min($0, 9999))?.earliest ?? 0)
        }
        scale = ChartScale(values: days[0]...max(days[0] + 1, days[1]), from: left + 6, to: options.width - 14)
    }

    /// From the first to the last year; a first date that lies as far before the others as these
    /// span is left of the edge.
    private static func years(_ dates: [PartialDate]) -> ClosedRange<Int> {
        let sorted = dates.map(\.year).sorted()
        guard let last = sorted.last, var first = sorted.first else { return 0...1 }
        for (before, next) in zip(sorted, sorted.dropFirst()) where next - before > max(20, last - next) {
            first = next
        }
        return first...max(first, last)
    }

    private func place(_ day: Int) -> Double {
        scale.place(min(max(Double(day), scale.values.lowerBound), scale.values.upperBound))
    }

    mutating func scene() -> Scene {
        var scene = FigurePage.picture(options)
        var top = 14.0
        var middles: [Double] = []
        for (number, row) in content.rows.enumerated() {
            if number > 0, row.isEvent != content.rows[number - 1].isEvent {
                scene.line(
                    Point(FigurePage.margin, top + 3), Point(options.width - FigurePage.margin, top + 3),
                    ChartStyle.rule, width: 0.4)
                top += 7
            }
            middles.append(draw(row, top, &scene))
            top += Self.rowHeight
        }
        let bottom = top + 2
        drawYears(&scene, bottom)
        if content.links.count <= TimelineContent.mostLinks { drawLinks(middles, &scene) }
        scene.height = bottom + 4
        drawBeginnings(&scene)
        return scene
    }

    // MARK: Rows

    private mutating func draw(_ row: TimelineContent.Row, _ top: Double, _ scene: inout Scene) -> Double {
        let middle = top + Self.rowHeight / 2
        let name = PlainText.wrapped(row.name, width: left - 4, most: 1, size: Self.size)
        if name.isShortened { isShortened += 1 }
        scene.write(
            name.lines, at: Point(left, middle - ChartStyle.lineHeight(Self.size) / 2), size: Self.size,
            alignment: .right)
        if row.isEvent {
            drawEvent(row, middle, &scene)
        } else {
            drawActor(row, middle, &scene)
        }
        return middle
    }

    private func drawEvent(_ row: TimelineContent.Row, _ middle: Double, _ scene: inout Scene) {
        guard let since = row.since else { return }
        let (start, end) = (place(since.earliest), place((row.until ?? since).latest))
        // An event of a day is a square; one of a year, or of several, lasts.
        let half = max(2.4, (end - start) / 2)
        var mark = Scene.Mark(
            .rectangle, Box(centre: Point((start + end) / 2, middle), width: 2 * half, height: 4.8),
            fill: row.colour.paler(by: 0.35),
            rim: row.colour, rimWidth: 0.6, identity: row.identity)
        let overshoot = mark.box.high.x - (options.width - 1)
        if overshoot > 0 { mark.box = mark.box.moved(by: Point(-overshoot, 0)) }
        scene.marks.append(mark)
    }

    private func drawActor(_ row: TimelineContent.Row, _ middle: Double, _ scene: inout Scene) {
        var start = row.since.map { place($0.earliest) } ?? scale.from
        let end = row.until.map { place($0.latest) } ?? scale.to
        // What began before the scale has its year where the bar would begin.
        if let since = row.since, Double(since.earliest) < scale.values.lowerBound {
            let year = "‹ \(since.year)"
            scene.write(
                [year], at: Point(scale.from + 1, middle - ChartStyle.lineHeight(Self.size) / 2), size: Self.size,
                colour: .grey)
            start = scale.from + TextMetrics.width(of: year, size: Self.size) + 4
        }
        if row.since == nil {
            scene.strokes.append(
                Scene.Stroke(
                    Path(from: Point(start, middle), to: Point(max(end, start + 1), middle)),
                    colour: row.colour.darker(by: 0.2),
                    width: 0.8, dash: [1, 2.4], identity: row.identity))
        } else {
            scene.marks.append(
                Scene.Mark(
                    .rectangle, Box(low: Point(start, middle - 1.5), high: Point(max(end, start + 1.5), middle + 1.5)),
                    fill: row.colour, rim: row.colour.darker(by: 0.35), rimWidth: 0.4, identity: row.identity))
        }
        if row.until != nil {
            scene.line(Point(end, middle - 3.4), Point(end, middle + 3.4), row.colour.darker(by: 0.45), width: 1)
        }
    }

    private func drawYears(_ scene: inout Scene, _ bottom: Double) {
        let step = self.step
        var lines: [Scene.Stroke] = []
        for year in years.lowerBound...(years.upperBound + 1) where year.isMultiple(of: step) {
            guard let day = PartialDate(year: year)?.earliest else { continue }
            let x = place(day)
            lines.append(
                Scene.Stroke(Path(from: Point(x, 12), to: Point(x, bottom)), colour: ChartStyle.grid, width: 0.4))
            guard year <= years.upperBound, x + 20 < options.width else { continue }
            scene.write(["\(year)"], at: Point(x, 2), size: Self.size, alignment: .centre, colour: Colour(0x555555))
        }
        scene.strokes.insert(contentsOf: lines, at: 0)
    }

    /// Years between two numbers, so that these do not touch.
    private var step: Int {
        let perYear = (scale.to - scale.from) / Double(years.count)
        return [1, 2, 5, 10, 20, 50, 100, 200, 500].first { Double($0) * perYear >= 24 } ?? 1000
    }

    // MARK: Ties

    /// Upright lines between the rows, those that would meet side by side; one for all that take
    /// part in an event.
    private func drawLinks(_ middles: [Double], _ scene: inout Scene) {
        let further = content.view.network.furtherLayers
        var taken: [(x: Double, low: Double, high: Double)] = []
        func free(_ wanted: Double, _ low: Double, _ high: Double) -> Double {
            var x = wanted
            while x < options.width - 3,
                taken.contains(where: { abs($0.x - x) < 2.4 && $0.low < high && $0.high > low })
            { x += 0.6 }
            taken.append((x, low, high))
            return x
        }
        func dot(_ shape: Scene.Mark.Shape, _ place: Point, _ colour: Colour, _ identity: Scene.Identity? = nil) {
            let box = Box(centre: place, width: 2.2, height: 2.2)
            scene.marks.append(Scene.Mark(shape, box, fill: colour, rim: colour, rimWidth: 0, identity: identity))
        }
        let seats = Dictionary(grouping: content.links.filter(\.isSeat), by: \.source).sorted { $0.key < $1.key }
        for (event, seats) in seats {
            let lowest = seats.map { middles[$0.target] }.max() ?? middles[event]
            guard let mark = scene.marks.first(where: { $0.identity == content.rows[event].identity }) else { continue }
            let x = free(mark.box.centre.x, middles[event], lowest)
            scene.strokes.append(
                Scene.Stroke(
                    Path(from: Point(x, middles[event]), to: Point(x, lowest)), colour: Self.seatColour, width: 0.5))
            for seat in seats { dot(.rectangle, Point(x, middles[seat.target]), Self.seatColour, seat.identity) }
        }
        for link in content.links where !link.isSeat {
            let (from, to) = (middles[link.source], middles[link.target])
            let x = free(place(link.date.earliest) + 1.5, min(from, to), max(from, to))
            let style = Palette.line(of: link.layer, furtherLayers: further)
            let way = Path(from: Point(x, from), to: Point(x, to))
            scene.strokes.append(
                Scene.Stroke(
                    way, colour: style.colour, width: style.width * 0.9, dash: style.dash,
                    arrow: link.isDirected ? min(3.6, way.length * 0.4) : 0, identity: link.identity))
            dot(.ellipse, Point(x, from), style.colour)
            if !link.isDirected { dot(.ellipse, Point(x, to), style.colour) }
        }
    }

    private static let seatColour = Colour(0x777777)

    /// Below the rows: how many ties begin in each year, by layer from the axis up.
    private func drawBeginnings(_ scene: inout Scene) {
        let shown = content.beginnings.filter { years.contains($0.key) }
        guard let most = shown.values.map({ $0.values.reduce(0, +) }).max(), most > 0 else { return }
        let further = content.view.network.furtherLayers
        let height = 34.0
        let ground = scene.height + 16 + height
        let title = options.language == .french ? "Liens qui débutent, par an" : "Ties that begin, by year"
        let lines = PlainText.wrapped(title, width: left - 4, most: 2, size: Self.size).lines
        let extent = TextMetrics.extent(of: lines, size: Self.size)
        scene.write(lines, at: Point(left, ground - height / 2 - extent.y / 2), size: Self.size, alignment: .right)
        let perYear = (scale.to - scale.from) / Double(years.count)
        for (year, counts) in shown.sorted(by: { $0.key < $1.key }) {
            guard let day = PartialDate(year: year)?.earliest else { continue }
            var y = ground
            let (low, wide) = (place(day) + perYear * 0.12, perYear * 0.76)
            for layer in counts.keys.sorted() {
                let part = Double(counts[layer] ?? 0) / Double(most) * height
                let colour = Palette.line(of: layer, furtherLayers: further).colour
                let box = Box(low: Point(low, y - part), high: Point(low + wide, y))
                scene.marks.append(
                    Scene.Mark(
                        .rectangle, box, fill: colour.paler(by: 0.35), rim: .white, rimWidth: 0.3,
                        identity: Scene.Identity(
                            id: "begin-\(year)-" + ElementID.layerClass(layer), classes: ["begin"],
                            title:
                                "\(year), \(layer.name.text(options.language))\(options.language.colon)\(counts[layer] ?? 0)"
                        )))
                y -= part
            }
            guard perYear >= 9 else { continue }
            scene.write(
                [NumberWords.text(counts.values.reduce(0, +), options.language)],
                at: Point(low + wide / 2, y - ChartStyle.lineHeight(Self.size) - 0.5), size: Self.size,
                alignment: .centre)
        }
        scene.line(Point(scale.from, ground), Point(scale.to, ground), ChartStyle.rule, width: 0.5)
        scene.height = ground + 3
    }

    // MARK: Words

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        let actors = content.rows.filter { !$0.isEvent }
        let used = Set(actors.map(\.colour))
        var entries = groups.filter { used.contains($0.colour) }.map { group in
            SignRow.Entry(text: group.name, width: 14) { scene, middle in
                scene.marks.append(
                    Scene.Mark(
                        .rectangle, Box(centre: middle, width: 14, height: 3), fill: group.colour,
                        rim: group.colour.darker(by: 0.35),
                        rimWidth: 0.4))
            }
        }
        if actors.contains(where: { $0.since == nil }) {
            entries.append(
                SignRow.Entry(text: words("beginning not known", "début inconnu"), width: 14) { scene, middle in
                    scene.line(middle - Point(7, 0), middle + Point(7, 0), .grey, width: 0.8, dash: [1, 2.4])
                })
        }
        if actors.contains(where: { $0.until != nil }) {
            entries.append(
                SignRow.Entry(text: words("end", "fin"), width: 4) { scene, middle in
                    scene.line(middle - Point(0, 3.4), middle + Point(0, 3.4), .ink, width: 1)
                })
        }
        if content.rows.contains(where: \.isEvent) {
            entries.append(
                SignRow.Entry(text: words("event", "événement"), width: 6) { scene, middle in
                    scene.marks.append(
                        Scene.Mark(
                            .rectangle, Box(centre: middle, width: 4.8, height: 4.8),
                            fill: Colour(0x555555).paler(by: 0.35),
                            rim: Colour(0x555555), rimWidth: 0.6))
                })
        }
        if content.links.contains(where: \.isSeat) {
            entries.append(lineEntry(words("participation", "participation"), LineStyle(Self.seatColour, width: 0.5)))
        }
        let layers = Set(content.links.filter { !$0.isSeat }.map(\.layer) + content.beginnings.values.flatMap(\.keys))
        for layer in layers.sorted() {
            entries.append(
                lineEntry(
                    layer.name.text(options.language),
                    Palette.line(of: layer, furtherLayers: content.view.network.furtherLayers)))
        }
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    private func lineEntry(_ text: String, _ style: LineStyle) -> SignRow.Entry {
        SignRow.Entry(text: text, width: 18) { scene, middle in
            scene.strokes.append(
                Scene.Stroke(
                    Path(from: middle - Point(9, 0), to: middle + Point(9, 0)), colour: style.colour,
                    width: style.width, dash: style.dash))
        }
    }

    var caption: Caption {
        let own = Caption.title(of: content.view, options)
        let title = options.title == nil ? own + words(": timeline", " : chronologie") : own
        let actors = content.rows.count { !$0.isEvent }
        let events = content.rows.count(where: \.isEvent)
        let language = options.language
        func number(_ count: Int) -> String { NumberWords.text(count, language) }
        let ties = content.beginnings.values.flatMap(\.values).reduce(0, +)
        var sentences = [
            words(
                "Actors: \(number(actors)), events: \(number(events)), dated ties: \(number(ties)).",
                "Acteurs : \(number(actors)), événements : \(number(events)), liens datés : \(number(ties))."),
            words(
                "Not shown, for want of dates or of room: \(number(content.hiddenActors)) actors, \(number(content.undatedEvents)) events, \(number(content.undatedTies)) ties.",
                "Non figurés, faute de date ou de place : \(number(content.hiddenActors)) acteurs, \(number(content.undatedEvents)) événements, \(number(content.undatedTies)) liens."
            ),
        ]
        if content.links.count > TimelineContent.mostLinks {
            sentences.append(
                words(
                    "Too many ties to draw each: see the bars.",
                    "Trop de liens pour les tracer un à un : voir les barres."))
        }
        if isShortened > 0 {
            sentences.append(
                words("Names shortened (…): \(number(isShortened)).", "Noms abrégés (…) : \(number(isShortened))."))
        }
        sentences.append(
            words("Known to the year only: at its beginning.", "Date connue à l'année près : au début de l'année."))
        sentences.append(Caption.source(of: content.view, language))
        return Caption(title: title, sentences: sentences, language: language)
    }
}
