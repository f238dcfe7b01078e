import TerritoryScoring
import Vocabulary

/// One of many areas in the plane of learning and interaction.
public struct AreaPoint: Sendable, Hashable {
    /// What readers see.
    public let name: String
    /// Learning, 0 to 1.
    public let learning: Double
    /// Interaction, 0 to 1.
    public let interaction: Double
    /// Whether both axes have the coverage that a score needs.
    public let isScored: Bool
    /// The verdict; nil where none is sure enough.
    public let verdict: Configuration?

    /// An area where its medians are.
    public init(name: String, learning: Double, interaction: Double, isScored: Bool, verdict: Configuration?) {
        (self.name, self.learning, self.interaction) = (name, learning, interaction)
        (self.isScored, self.verdict) = (isScored, verdict)
    }
}

/// Hundreds of areas in the plane of learning and interaction: small points, coloured by their verdict. The names of
/// those that stand furthest out are written; every point has its own as a title.
public enum AreasPlane {
    /// Draws the plane.
    ///
    /// - Parameters:
    ///   - draws: of each score; 0: the points are scores over what is known.
    ///   - method: whose threshold parts the configurations.
    ///   - unplaced: how many areas have no value on an axis.
    /// - Complexity: O(areas), and a search for the places of a few names.
    public static func scene(
        _ points: [AreaPoint], draws: Int, method: ScoringMethod, unplaced: Int = 0,
        options: FigureOptions = FigureOptions()
    ) -> Scene {
        let drawing = AreasPlaneDrawing(points, draws: draws, method, unplaced: unplaced, options)
        return FigurePage.scene(drawing.scene(), legend: drawing.legend(), drawing.caption, options)
    }
}

private struct AreasPlaneDrawing {
    private let points: [AreaPoint]
    private let draws: Int
    private let unplaced: Int
    private let options: FigureOptions
    private let frame: PlaneFrame
    private let radius: Double
    private static let mostNames = 14

    init(_ points: [AreaPoint], draws: Int, _ method: ScoringMethod, unplaced: Int, _ options: FigureOptions) {
        (self.points, self.draws, self.unplaced, self.options) = (points, draws, unplaced, options)
        let side = min(0.8 * options.width, options.width - 50)
        let low = Point((options.width - side) / 2 + 6, 18)
        frame = PlaneFrame(
            plot: Box(low: low, high: low + Point(side, side)), threshold: method.threshold, thresholdRange: nil,
            language: options.language)
        // So many points that they would cover the plane get smaller ones.
        radius = max(0.7, min(2.6, 45 / Double(max(1, points.count)).squareRoot()))
    }

    private static func colour(_ verdict: Configuration?) -> Colour {
        switch verdict {
        case nil: Colour(0x999999)
        case .noMilieu: Colour(0xCC79A7)
        case .innovationWithoutMilieu: Colour(0xE69F00)
        case .potentialMilieu: Colour(0x56B4E9)
        case .innovativeMilieu: Colour(0x009E73)
        }
    }

    func scene() -> Scene {
        var scene = FigurePage.picture(options)
        let words = frame.draw(on: &scene)
        scene.height = frame.plot.high.y + 28
        for (number, point) in points.enumerated() { draw(point, number, &scene) }
        label(&scene, clearOf: words)
        return scene
    }

    private func place(_ point: AreaPoint) -> Point { frame.place(Point(point.learning, point.interaction)) }

    private func draw(_ point: AreaPoint, _ number: Int, _ scene: inout Scene) {
        let colour = Self.colour(point.verdict)
        scene.marks.append(
            Scene.Mark(
                .ellipse, Box(centre: place(point), width: 2 * radius, height: 2 * radius),
                fill: point.isScored ? colour : .white, rim: colour.darker(by: 0.35),
                rimWidth: point.isScored ? 0.3 : 0.6,
                identity: Scene.Identity(id: "area-\(number + 1)", classes: ["area"], title: title(point))))
    }

    private func title(_ point: AreaPoint) -> String {
        let numbers = zip(Axis.allCases, [point.learning, point.interaction]).map { axis, value in
            axis.name.text(options.language) + " " + NumberWords.rounded(value, options.language)
        }
        return PlainText.cleaned(point.name, limit: 60) + options.language.colon + numbers.joined(separator: ", ")
    }

    /// Names of the points furthest from the middle of all, as far as they find a place.
    private func label(_ scene: inout Scene, clearOf words: [Box]) {
        guard !points.isEmpty else { return }
        let count = Double(points.count)
        let middle = Point(
            points.reduce(0) { $0 + $1.learning } / count, points.reduce(0) { $0 + $1.interaction } / count)
        let distances = points.map { Point($0.learning - middle.x, $0.interaction - middle.y).length }
        let far = points.indices.sorted { (distances[$0], $1) > (distances[$1], $0) }.prefix(
            options.labelLimit ?? Self.mostNames)
        let first = scene.marks.count - points.count
        let wishes = far.map {
            LabelWish(name: PlainText.cleaned(points[$0].name, limit: 40), fontSize: 7, disc: first + $0)
        }
        let surroundings = Surroundings(
            discs: scene.marks.map(\.box), firm: Set(scene.marks.indices), lines: [], page: frame.plot.grown(by: -1),
            boxes: words)
        for (wish, text) in LabelPlacement(wishes, in: surroundings, seed: options.seed).free {
            scene.labels.append(Scene.Label(wish, text))
        }
    }

    /// The colours that stand in the plane, in the order of the configurations.
    func legend() -> Scene {
        var legend = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        let shown: [Configuration?] = (Configuration.allCases.map { $0 } + [nil]).filter { verdict in
            points.contains { $0.verdict == verdict }
        }
        var at = Point(3, 0)
        for verdict in shown {
            let name = (verdict?.name ?? Configuration.undetermined).text(options.language)
            let count = points.count { $0.verdict == verdict }
            let text = "\(name) (\(NumberWords.text(count, options.language)))"
            let width = TextMetrics.width(of: text, size: ChartStyle.fontSize) + 22
            if at.x > 3, at.x + width > legend.width { at = Point(3, at.y + 12) }
            let colour = Self.colour(verdict)
            legend.marks.append(
                Scene.Mark(
                    .ellipse, Box(centre: at + Point(3, 5), width: 5, height: 5), fill: colour,
                    rim: colour.darker(by: 0.35),
                    rimWidth: 0.3))
            legend.write([text], at: at + Point(9, 5 - ChartStyle.lineHeight() / 2), size: ChartStyle.fontSize)
            at.x += width
        }
        legend.height = shown.isEmpty ? 0 : at.y + 12
        return legend
    }

    var caption: Caption {
        let language = options.language
        func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }
        let count = NumberWords.text(points.count, language)
        var sentences: [String] = []
        if draws > 0 {
            let number = NumberWords.text(draws, language)
            sentences.append(
                words(
                    "Point: an area, at the median of \(number) draws.",
                    "Point : une zone, à la médiane de \(number) tirages."))
        } else {
            sentences.append(
                words(
                    "Point: an area, at its score over what is known (no draws).",
                    "Point : une zone, à son score sur ce qui est connu (sans tirages)."))
        }
        sentences.append(words("Colour: its verdict.", "Couleur : son verdict."))
        if points.contains(where: { !$0.isScored }) {
            sentences.append(
                words(
                    "Hollow: an axis is known too little for a point score.",
                    "Creux : un axe est trop peu connu pour un score ponctuel."))
        }
        if unplaced > 0 {
            let number = NumberWords.text(unplaced, language)
            sentences.append(
                words(
                    "Not placed, since nothing is known of an axis: \(number).",
                    "Non placées, faute de données sur un axe : \(number)."))
        }
        let threshold = NumberWords.text(frame.threshold, language)
        sentences.append(
            words("Dashed: threshold \(threshold), a convention.", "Tireté : seuil \(threshold), une convention."))
        let title =
            options.title
            ?? words("Learning and interaction of \(count) areas", "Apprentissage et interaction de \(count) zones")
        return Caption(title: PlainText.cleaned(title), sentences: sentences, language: language)
    }
}
