import TerritoryScoring
import Vocabulary

/// The lines of a profile as shapes.
struct ProfileDrawing {
    private let scores: [TerritoryScore]
    private let options: FigureOptions
    private let language: Language
    /// Left sides of the columns, and the plot's scale.
    private let nameLeft: Double
    private let scale: ChartScale
    private let right: Double
    private static let size = ChartStyle.fontSize
    private static let radius = 3.0

    init(_ scores: [TerritoryScore], _ options: FigureOptions) {
        (self.scores, self.options, language) = (scores, options, options.language)
        let width = options.width
        let hasTests = scores.count == 1 && scores[0].nullTests.contains { $0.range != nil }
        nameLeft = FigurePage.margin + width * 0.15
        right = width - FigurePage.margin - (hasTests ? width * 0.2 : width * 0.08)
        scale = ChartScale(values: 0...1, from: nameLeft + width * 0.27, to: right - 8)
    }

    private func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    func scene() -> Scene {
        var scene = FigurePage.picture(options)
        var top = 4.0
        header(&scene, top)
        top += ChartStyle.lineHeight() + 6
        let first = top
        for axis in Axis.allCases {
            draw(.axis(axis, scores, language), &scene, &top)
            let indicators = scores[0].axis(axis).indicators
            for dimension in axis.dimensions {
                let places = indicators.indices.filter {
                    indicators[$0].indicator.dimension == dimension && isShown(indicators[$0])
                }
                guard !places.isEmpty else { continue }
                scene.line(Point(FigurePage.margin, top), Point(right, top), ChartStyle.grid, width: 0.4)
                let name = PlainText.wrapped(
                    dimension.name.text(language), width: nameLeft - FigurePage.margin - 4, most: 2, size: Self.size)
                scene.write(
                    name.lines, at: Point(FigurePage.margin, top + 2.5), size: Self.size, colour: Colour(0x6A6A6A))
                let least = top + 4 + Double(name.lines.count) * ChartStyle.lineHeight()
                for place in places { draw(.indicator(place, of: axis, scores, language), &scene, &top) }
                top = max(top, least)
            }
            top += 6
        }
        grid(&scene, first, top)
        scene.height = top + 12
        return scene
    }

    /// An outcome of no weight is left out, unless something is known of it.
    private func isShown(_ indicator: IndicatorScore) -> Bool { indicator.weight > 0 || indicator.value.value != nil }

    private func header(_ scene: inout Scene, _ top: Double) {
        guard right < options.width * 0.9 else { return }
        scene.write(
            [words("value; p adjusted", "valeur ; p ajusté")], at: Point(options.width - FigurePage.margin, top),
            size: Self.size, alignment: .right, colour: Colour(0x6A6A6A))
    }

    private func grid(_ scene: inout Scene, _ top: Double, _ bottom: Double) {
        for share in ChartScale.shares {
            let x = scale.place(share)
            scene.line(Point(x, top), Point(x, bottom), ChartStyle.grid, width: 0.4)
            scene.write(
                [NumberWords.text(share, language)], at: Point(x, bottom + 2), size: Self.size, alignment: .centre)
        }
        let threshold = scale.place(scores[0].method.threshold)
        scene.line(Point(threshold, top), Point(threshold, bottom), ChartStyle.rule, width: 0.6, dash: [4, 2.5])
    }

    // MARK: A line

    private func draw(_ row: ProfileRow, _ scene: inout Scene, _ top: inout Double) {
        let size = row.isAxis ? 8.5 : Self.size
        let left = row.isAxis ? FigurePage.margin : nameLeft
        let room = scale.from - left - 10
        let name = PlainText.wrapped(row.name, width: row.isAxis ? room / 1.1 : room, most: 2, size: size)
        let extent = TextMetrics.extent(of: name.lines, size: size, isBold: row.isAxis)
        let height = max(row.isAxis ? 17 : 13, extent.y + 4)
        let middle = top + height / 2
        scene.write(name.lines, at: Point(left, middle - extent.y / 2), size: size, isBold: row.isAxis)
        drawTests(row, &scene, middle)
        drawIntervals(row, &scene, middle)
        drawValues(row, &scene, middle)
        top += height
    }

    /// One bar for each null model, one below the other.
    private func drawTests(_ row: ProfileRow, _ scene: inout Scene, _ middle: Double) {
        let height = row.tests.count == 1 ? 6.0 : 4.0
        for (number, test) in row.tests.enumerated() {
            guard let range = test.range else { continue }
            let y = middle + (Double(number) - Double(row.tests.count - 1) / 2) * (height + 0.6)
            let (low, high) = (scale.place(range.low), scale.place(range.high))
            let box = Box(low: Point(low - 0.4, y - height / 2), high: Point(high + 0.4, y + height / 2))
            scene.marks.append(
                Scene.Mark(
                    .rectangle, box, fill: test.model.colour, rim: test.model.colour.darker(by: 0.3), rimWidth: 0.3,
                    identity: Scene.Identity(
                        id: "null-\(row.id)-\(test.model.rawValue)", classes: ["null", "null-\(test.model.rawValue)"],
                        title: row.name + " (" + test.model.name.text(language) + ")")))
        }
    }

    /// The interval of an axis over the draws.
    private func drawIntervals(_ row: ProfileRow, _ scene: inout Scene, _ middle: Double) {
        for (number, interval) in row.intervals.enumerated() {
            guard let interval else { continue }
            let y = middle + offset(number)
            // As a mark, so that it lies on the bars of the null models.
            let (low, high) = (scale.place(interval.low), scale.place(interval.high))
            let box = Box(low: Point(low, y - 0.7), high: Point(high, y + 0.7))
            let colour = ProfileSign.all[number].rim
            scene.marks.append(Scene.Mark(.rectangle, box, fill: colour, rim: colour, rimWidth: 0))
        }
    }

    /// Several scores stand a little above one another.
    private func offset(_ number: Int) -> Double {
        scores.count == 1 ? 0 : (Double(number) / Double(scores.count - 1) - 0.5) * 7
    }

    private func drawValues(_ row: ProfileRow, _ scene: inout Scene, _ middle: Double) {
        for (number, value) in row.values.enumerated() {
            guard let value else { continue }
            let radius = (row.isAxis ? 1.2 : 1) * Self.radius * (scores.count == 1 ? 1 : 0.8)
            var mark = ProfileSign.all[number].mark(
                at: Point(scale.place(value), middle + offset(number)), radius: radius)
            if !row.isFirm[number] {
                (mark.fill, mark.rimWidth) = (.white, 1)
            }
            mark.identity = Scene.Identity(
                id: "value-\(row.id)-\(number + 1)", classes: ["value", "score-\(number + 1)"],
                title: row.name + language.colon + NumberWords.rounded(value, language))
            scene.marks.append(mark)
        }
        guard scores.count == 1 else { return }
        let y = middle - ChartStyle.lineHeight() / 2
        guard let value = row.values[0] else {
            // The columns beside it are empty: the reason may run over them.
            let reason = row.reason ?? ""
            let text = words("undefined: ", "indéfini : ") + PlainText.withinSentence(reason)
            let lines = PlainText.wrapped(text, width: options.width - scale.from - 8, most: 1, size: 7).lines
            let start = Point(scale.from + 3, middle - ChartStyle.lineHeight(7) / 2)
            let mark = scene.labels.count
            scene.write(lines, at: start, size: 7, colour: Colour(0x6A6A6A))
            scene.labels[mark].hasHalo = true
            return
        }
        scene.write(
            [NumberWords.rounded(value, language)], at: Point(right + 18, y), size: Self.size, alignment: .right,
            isBold: row.isAxis)
        let tests = row.tests.compactMap { $0.q.map { NumberWords.probability($0, language) } }
        guard !tests.isEmpty else { return }
        scene.write(
            [tests.joined(separator: " | ")], at: Point(options.width - FigurePage.margin, y), size: Self.size,
            alignment: .right)
    }

    // MARK: Words

    var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: language, title: "", description: "")
        let models = NullModel.allCases.filter { model in
            scores.count == 1 && scores[0].nullTests.contains { $0.model == model && $0.range != nil }
        }
        var entries: [SignRow.Entry] = scores.enumerated().map { number, score in
            let date = score.date.map { " \($0)" } ?? ""
            let name = PlainText.cleaned(score.territory, limit: 40) + (scores.count > 1 ? date : "")
            return SignRow.Entry(text: scores.count == 1 ? words("value", "valeur") : name, width: 8) { scene, middle in
                scene.marks.append(ProfileSign.all[number].mark(at: middle, radius: Self.radius))
            }
        }
        if scores.contains(where: { $0.uncertainty != nil }) {
            entries.append(
                SignRow.Entry(text: words("5 to 95 % of the draws", "de 5 à 95 % des tirages"), width: 16) {
                    scene, middle in
                    scene.line(middle - Point(8, 0), middle + Point(8, 0), ProfileSign.all[0].rim, width: 1.4)
                })
        }
        for model in models {
            entries.append(
                SignRow.Entry(text: words("null model: ", "modèle nul : ") + model.name.text(language), width: 16) {
                    scene, middle in
                    scene.marks.append(
                        Scene.Mark(
                            .rectangle, Box(centre: middle, width: 16, height: 5), fill: model.colour,
                            rim: model.colour.darker(by: 0.3), rimWidth: 0.3))
                })
        }
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    var caption: Caption {
        let first = scores[0]
        let name = PlainText.cleaned(first.territory, limit: 60)
        let own =
            scores.count == 1
            ? words(
                "\(name): indicators of learning and interaction",
                "\(name) : indicateurs d'apprentissage et d'interaction")
            : words("Indicators of learning and interaction", "Indicateurs d'apprentissage et d'interaction")
        var sentences: [String] = []
        if scores.count == 1, let date = first.date { sentences.append(words("As of \(date).", "État de \(date).")) }
        sentences.append(
            words(
                "From 0 to 1, more is more; dashed: threshold \(NumberWords.text(first.method.threshold, language)).",
                "De 0 à 1, plus vaut plus ; tireté : seuil \(NumberWords.text(first.method.threshold, language))."))
        if first.uncertainty != nil {
            sentences.append(words("Axes: median of the draws.", "Axes : médiane des tirages."))
        }
        if scores.contains(where: { score in Axis.allCases.contains { score.axis($0).score == nil } }) {
            let share = NumberWords.text(100 * first.method.neededCoverage, language)
            sentences.append(
                words("Hollow: axis covered to less than \(share) %.", "Creux : axe couvert à moins de \(share) %."))
        }
        sentences += testSentences
        sentences.append(Caption.source(of: scores, language))
        return Caption(title: PlainText.cleaned(options.title ?? own), sentences: sentences, language: language)
    }

    private var testSentences: [String] {
        guard scores.count == 1 else {
            return [
                words(
                    "Null models are shown for one score alone.", "Les modèles nuls ne figurent que pour un seul score."
                )
            ]
        }
        let tests = scores[0].nullTests
        guard !tests.isEmpty else { return [] }
        var sentences = [
            words(
                "Bars: 5 to 95 % of \(NumberWords.text(scores[0].method.nullDraws, language)) draws of each null model; p: upper tail, adjusted (Benjamini and Hochberg 1995), in the bars' order.",
                "Barres : de 5 à 95 % de \(NumberWords.text(scores[0].method.nullDraws, language)) tirages de chaque modèle nul ; p : queue supérieure, ajusté (Benjamini et Hochberg 1995), dans l'ordre des barres."
            )
        ]
        if tests.contains(where: { !$0.isTestable }) {
            sentences.append(
                words(
                    "No bar: not testable, the null model has one realisation, or there is none for the indicator.",
                    "Sans barre : non testable, le modèle nul n'a qu'une réalisation, ou l'indicateur n'en a pas."))
        }
        return sentences
    }
}
