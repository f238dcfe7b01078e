import TerritoryScoring
import Vocabulary

/// Learning and interaction as a plane, with its four configurations.
enum Plane {
    static let figure = Figure(
        "plane",
        name: Bilingual(en: "plane of learning and interaction", fr: "plan apprentissage-interaction"),
        reading: Bilingual(
            en: """
                A point is a territory: learning to the right, interaction upwards. The shade round it is the smallest \
                region that holds 90 % of the draws; a line joins one territory's dates. Dashed lines part the four \
                configurations.
                """,
            fr: """
                Un point est un territoire : l'apprentissage vers la droite, l'interaction vers le haut. L'aplat autour \
                est la plus petite région qui contient 90 % des tirages ; une ligne relie les dates d'un territoire. Les \
                tiretés séparent les quatre configurations.
                """),
        shows: .draws
    ) { scores, options throws(MilieuError) in
        let drawing = PlaneDrawing(scores, options)
        return FigurePage.scene(drawing.scene(), legend: nil, drawing.caption, options)
    }
}

/// The territories of a plane as shapes.
private struct PlaneDrawing {
    private let options: FigureOptions
    private let scores: [TerritoryScore]
    private let trajectories: [Trajectory]
    private let frame: PlaneFrame
    private static let pointRadius = 3.2
    private static let share = 0.9
    /// Of more territories than this, the shades would hide one another.
    private static let mostRegions = 12

    init(_ scores: [TerritoryScore], _ options: FigureOptions) {
        (self.scores, self.options) = (scores, options)
        trajectories = Trajectory.all(scores.compactMap(PlacedScore.init))
        let side = min(0.8 * options.width, options.width - 50)
        let low = Point((options.width - side) / 2 + 6, 18)
        let method = scores[0].method
        frame = PlaneFrame(
            plot: Box(low: low, high: low + Point(side, side)), threshold: method.threshold,
            thresholdRange: scores.contains { $0.uncertainty?.factors.contains(.threshold) == true }
                ? method.thresholdRange : nil,
            language: options.language)
    }

    private func colour(_ trajectory: Int) -> Colour {
        trajectories.count == 1 ? Colour(0x0072B2) : Palette.groups[trajectory % Palette.groups.count]
    }

    func scene() -> Scene {
        var scene = FigurePage.picture(options)
        let words = frame.draw(on: &scene)
        scene.height = frame.plot.high.y + 28
        if trajectories.count <= Self.mostRegions {
            for index in trajectories.indices { drawRegion(of: index, &scene) }
        }
        for index in trajectories.indices { drawPoints(of: index, &scene) }
        label(&scene, clearOf: words)
        return scene
    }

    /// Of a path, the last date's.
    private func drawRegion(of index: Int, _ scene: inout Scene) {
        guard let last = trajectories[index].stops.last else { return }
        let colour = colour(index)
        let rings = DrawRegion(of: last.draws, share: Self.share).rings
        for (number, ring) in rings.filter({ !$0.isHole }).enumerated() {
            let corners = FieldOutline.smoothed(ring.points.map(frame.place), passes: 1)
            let identity = Scene.Identity(
                id: "region-\(index + 1)-\(number + 1)", classes: ["region", "territory-\(index + 1)"],
                title: name(of: last, in: trajectories[index]))
            scene.areas.append(
                Scene.Area(
                    corners, fill: colour.withOpacity(0.2), rim: colour.darker(by: 0.25), rimWidth: 0.5,
                    identity: identity))
        }
    }

    private func drawPoints(of index: Int, _ scene: inout Scene) {
        let trajectory = trajectories[index]
        let colour = colour(index)
        let places = trajectory.stops.map { frame.place($0.place) }
        for (start, end) in zip(places, places.dropFirst()) {
            let whole = Path(from: start, to: end)
            let part = whole.part(from: Self.pointRadius, to: max(whole.length - Self.pointRadius - 0.5, 0))
            guard let part, part.length > 1 else { continue }
            let arrow = part.length > 9 ? 4.0 : 0
            scene.strokes.append(Scene.Stroke(part, colour: colour.darker(by: 0.35), width: 0.9, arrow: arrow))
        }
        for (number, stop) in trajectory.stops.enumerated() {
            if stop.draws.isEmpty { drawBounds(of: stop, colour, &scene) }
            let isLast = number == trajectory.stops.count - 1
            let radius = isLast ? Self.pointRadius : Self.pointRadius * 0.75
            scene.marks.append(
                Scene.Mark(
                    .ellipse, Box(centre: places[number], width: 2 * radius, height: 2 * radius),
                    fill: stop.isScored ? colour : .white, rim: colour.darker(by: 0.45),
                    rimWidth: stop.isScored ? 0.6 : 1,
                    identity: Scene.Identity(
                        id: "territory-\(index + 1)-\(number + 1)", classes: ["territory", "territory-\(index + 1)"],
                        title: title(of: stop, in: trajectory))))
        }
    }

    /// Without draws: how far what is undefined could move the point.
    private func drawBounds(of stop: PlacedScore, _ colour: Colour, _ scene: inout Scene) {
        let (x, y) = (stop.score.learning.bounds, stop.score.interaction.bounds)
        let ends = [
            (Point(x.lowerBound, stop.place.y), Point(x.upperBound, stop.place.y)),
            (Point(stop.place.x, y.lowerBound), Point(stop.place.x, y.upperBound)),
        ]
        for (start, end) in ends where start != end {
            scene.line(frame.place(start), frame.place(end), colour, width: 0.8)
        }
    }

    private func name(of stop: PlacedScore, in trajectory: Trajectory) -> String {
        guard trajectory.isPath, let date = stop.score.date else { return trajectory.name }
        return "\(trajectory.name) \(date)"
    }

    private func title(of stop: PlacedScore, in trajectory: Trajectory) -> String {
        let numbers = zip(Axis.allCases, [stop.place.x, stop.place.y]).map { axis, value in
            axis.name.text(options.language) + " " + NumberWords.rounded(value, options.language)
        }
        return name(of: stop, in: trajectory) + options.language.colon + numbers.joined(separator: ", ")
    }

    /// Names first, then the dates on the way, those that find a place.
    private func label(_ scene: inout Scene, clearOf words: [Box]) {
        var stops: [(wish: LabelWish, mark: Int)] = []
        var mark = scene.marks.count - trajectories.reduce(0) { $0 + $1.stops.count }
        for trajectory in trajectories {
            for (number, stop) in trajectory.stops.enumerated() {
                let isLast = number == trajectory.stops.count - 1
                let text = isLast ? name(of: stop, in: trajectory) : stop.score.date.map { "\($0)" } ?? ""
                if !text.isEmpty { stops.append((.init(name: text, fontSize: isLast ? 8 : 7, disc: mark), mark)) }
                mark += 1
            }
        }
        stops.sort { ($0.wish.fontSize, -$0.mark) > ($1.wish.fontSize, -$1.mark) }
        let discs = scene.marks.map(\.box)
        let lines = trajectories.flatMap { trajectory in
            let places = trajectory.stops.map { frame.place($0.place) }
            return Array(zip(places, places.dropFirst()))
        }
        let surroundings = Surroundings(
            discs: discs, firm: Set(discs.indices), lines: lines, page: frame.plot.grown(by: -1), boxes: words)
        let placement = LabelPlacement(stops.map(\.wish), in: surroundings, seed: options.seed)
        for (wish, text) in placement.free {
            var label = Scene.Label(wish, text)
            // On the shade a halo would be a box.
            label.hasHalo = false
            scene.labels.append(label)
        }
    }

    // MARK: Caption

    var caption: Caption {
        let language = options.language
        func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }
        let names = trajectories.map(\.name)
        let subject = words("learning and interaction", "apprentissage et interaction")
        let own =
            names.count == 1
            ? names[0] + words(": ", " : ") + subject
            : words(
                "Learning and interaction of \(names.count) territories",
                "Apprentissage et interaction de \(names.count) territoires")
        let fallback = names.isEmpty ? subject.prefix(1).uppercased() + subject.dropFirst() : own
        var sentences: [String] = []
        if trajectories.count == 1, let last = trajectories[0].stops.last { sentences.append(verdict(last.score)) }
        sentences += signs
        for score in scores where PlacedScore(score) == nil {
            let name = PlainText.cleaned(score.territory, limit: 60) + (score.date.map { " \($0)" } ?? "")
            sentences.append(
                words(
                    "Not placed, since nothing is known of an axis: \(name).",
                    "Non placé, faute de données sur un axe : \(name)."))
        }
        sentences.append(Caption.source(of: scores, language))
        return Caption(
            title: PlainText.cleaned(options.title ?? fallback), sentences: sentences, language: language)
    }

    private func verdict(_ score: TerritoryScore) -> String {
        let language = options.language
        let name = score.verdictName.text(language)
        let date = score.date.map { " (\($0))" } ?? ""
        guard let likeliest = score.uncertainty?.likeliest else {
            return (language == .french ? "Verdict\(date) : " : "Verdict\(date): ") + name + "."
        }
        let share = NumberWords.rounded(likeliest.probability, language)
        let configuration = likeliest.configuration.name.text(language)
        return language == .french
            ? "Verdict\(date) : \(name) ; configuration la plus probable : \(configuration) (\(share))."
            : "Verdict\(date): \(name); likeliest configuration: \(configuration) (\(share))."
    }

    /// What points, shades and lines are.
    private var signs: [String] {
        let language = options.language
        func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }
        let stops = trajectories.flatMap(\.stops)
        var sentences: [String] = []
        if let draws = stops.map({ $0.score.uncertainty?.learning.count ?? 0 }).max(), draws > 0 {
            let count = NumberWords.text(draws, language)
            sentences.append(words("Point: median of \(count) draws.", "Point : médiane de \(count) tirages."))
            if trajectories.count <= Self.mostRegions {
                let isPath = trajectories.contains(where: \.isPath)
                sentences.append(
                    words(
                        "Shade: the smallest region that holds 90 % of them\(isPath ? ", at the last date" : "").",
                        "Aplat : la plus petite région qui en contient 90 %\(isPath ? ", à la dernière date" : "")."))
            }
        } else if !stops.isEmpty {
            sentences.append(
                words(
                    "Point: score over what is known; lines: bounds with all that is undefined at 0 and at 1 (no draws).",
                    "Point : score sur ce qui est connu ; traits : bornes si tout l'indéfini valait 0 ou 1 (sans tirages)."
                ))
        }
        if stops.contains(where: { !$0.isScored }) {
            let share = NumberWords.text(100 * (stops.first?.score.method.neededCoverage ?? 0.6), language)
            sentences.append(
                words(
                    "Hollow point: an axis is covered to less than \(share) %, so there is no point score.",
                    "Point creux : un axe est couvert à moins de \(share) %, il n'y a donc pas de score ponctuel."))
        }
        let threshold = NumberWords.text(frame.threshold, language)
        var sentence = words(
            "Dashed: threshold \(threshold), a convention", "Tireté : seuil \(threshold), une convention")
        if let range = frame.thresholdRange {
            let (low, high) = (
                NumberWords.text(range.lowerBound, language), NumberWords.text(range.upperBound, language)
            )
            sentence += words(
                "; the band is how far the draws move it (\(low) to \(high))",
                " ; la bande est ce dont les tirages le déplacent (de \(low) à \(high))")
        }
        return sentences + [sentence + "."]
    }
}
