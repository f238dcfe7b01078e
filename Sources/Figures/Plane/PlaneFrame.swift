import TerritoryScoring
import Vocabulary

/// The plane before any territory stands in it: sides, thresholds and the four configurations.
struct PlaneFrame {
    let plot: Box
    let threshold: Double
    let thresholdRange: ClosedRange<Double>?
    let language: Language
    private static let nameSize = 8.0

    func place(_ value: Point) -> Point {
        Point(plot.low.x + value.x * plot.width, plot.high.y - value.y * plot.height)
    }

    /// - Returns: the boxes of words that stand in the plane.
    func draw(on scene: inout Scene) -> [Box] {
        if let range = thresholdRange {
            for band in bands(range) { scene.areas.append(Scene.Area(band, fill: Colour(0xF0F0F0), rim: .white)) }
        }
        sides(&scene)
        let (low, high) = (place(Point(threshold, 0)), place(Point(threshold, 1)))
        let (left, right) = (place(Point(0, threshold)), place(Point(1, threshold)))
        scene.line(low, high, ChartStyle.rule, width: 0.7, dash: [4, 2.5])
        scene.line(left, right, ChartStyle.rule, width: 0.7, dash: [4, 2.5])
        let first = scene.labels.count
        for configuration in Configuration.allCases { name(configuration, &scene) }
        return scene.labels[first...].map(\.box)
    }

    private func bands(_ range: ClosedRange<Double>) -> [[Point]] {
        let (a, b) = (range.lowerBound, range.upperBound)
        return [
            [Point(a, 0), Point(b, 0), Point(b, 1), Point(a, 1)].map(place),
            [Point(0, a), Point(1, a), Point(1, b), Point(0, b)].map(place),
        ]
    }

    private func sides(_ scene: inout Scene) {
        let (low, high) = (plot.low, plot.high)
        for (start, end) in [
            (low, Point(high.x, low.y)), (Point(high.x, low.y), high), (high, Point(low.x, high.y)), (Point(low.x, high.y), low),
        ] {
            scene.line(start, end, ChartStyle.rule, width: 0.6)
        }
        for share in ChartScale.shares {
            let text = [NumberWords.text(share, language)]
            let below = place(Point(share, 0))
            scene.line(below, below + Point(0, 3), width: 0.6)
            scene.write(text, at: below + Point(0, 4.5), size: ChartStyle.fontSize, alignment: .centre)
            let beside = place(Point(0, share))
            scene.line(beside, beside - Point(3, 0), width: 0.6)
            scene.write(
                text, at: beside - Point(5, ChartStyle.lineHeight() / 2), size: ChartStyle.fontSize, alignment: .right)
        }
        let names = Axis.allCases.map { axis in
            let name = axis.name.text(language)
            return name.prefix(1).uppercased() + name.dropFirst()
        }
        scene.write(
            [names[0] + " →"], at: Point(high.x, high.y + 15), size: 8.5, alignment: .right, isBold: true)
        scene.write(["↑ " + names[1]], at: Point(low.x, low.y - 14), size: 8.5, isBold: true)
    }

    /// In the outer corner of its quarter.
    private func name(_ configuration: Configuration, _ scene: inout Scene) {
        let (isRight, isUp) =
            switch configuration {
            case .noMilieu: (false, false)
            case .innovationWithoutMilieu: (true, false)
            case .potentialMilieu: (false, true)
            case .innovativeMilieu: (true, true)
            }
        let share = isRight ? 1 - threshold : threshold
        let lines = PlainText.wrapped(
            configuration.name.text(language), width: max(60, share * plot.width - 14), most: 3, size: Self.nameSize
        ).lines
        let height = Double(lines.count) * ChartStyle.lineHeight(Self.nameSize)
        scene.write(
            lines,
            at: Point(isRight ? plot.high.x - 6 : plot.low.x + 6, isUp ? plot.low.y + 5 : plot.high.y - 5 - height),
            size: Self.nameSize, alignment: isRight ? .right : .left, colour: Colour(0x6A6A6A), isBold: true)
    }
}
