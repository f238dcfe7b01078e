import Figures
import Vocabulary

/// Rows of intervals and values on one scale from 0 on, in groups below one another.
struct IntervalChart {
    struct Row {
        let name: String
        let interval: ClosedRange<Double>
        let value: Double
        let note: String
    }

    let title: String
    /// Sentences below the rows.
    let caption: String
    let axis: String
    let groups: [(name: String, rows: [Row])]
    let language: Language
    private let width = 16 / 2.54 * 72
    private static let size = 7.5
    private static let grey = Colour(0x6A6A6A)

    private var left: Double { width * 0.36 }
    private var right: Double { width * 0.84 }
    /// The end of the scale: the least of a few round numbers that holds all rows.
    private var limit: Double {
        let most = groups.flatMap { $0.rows }.reduce(0) { max($0, $1.interval.upperBound, $1.value) }
        return [0.01, 0.02, 0.04, 0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= most } ?? 1
    }

    private func place(_ share: Double) -> Double { left + (right - left) * share / limit }

    func scene() -> Scene {
        var scene = Scene(width: width, height: 0, language: language, title: title, description: caption)
        var top = 4.0
        write(PlainText.wrapped(title, width: width - 6, most: 2, size: 10).lines, 3, 10, &top, &scene, isBold: true)
        top += 6
        let first = top
        for group in groups {
            top += 4
            write(
                PlainText.wrapped(group.name, width: left - 6, most: 2, size: 8.5).lines, 3, 8.5, &top, &scene,
                isBold: true)
            for row in group.rows { draw(row, &top, &scene) }
        }
        grid(first, top, &scene)
        top += 14
        scene.write([axis], at: Point((left + right) / 2, top), size: Self.size, alignment: .centre, colour: Self.grey)
        top += 16
        write(PlainText.wrapped(caption, width: width - 6, most: 12, size: Self.size).lines, 3, Self.size, &top, &scene)
        scene.height = top + 3
        return scene
    }

    private func write(
        _ lines: [String], _ left: Double, _ size: Double, _ top: inout Double, _ scene: inout Scene,
        isBold: Bool = false
    ) {
        scene.write(lines, at: Point(left, top), size: size, isBold: isBold)
        top += TextMetrics.extent(of: lines, size: size, isBold: isBold).y + 2
    }

    private func draw(_ row: Row, _ top: inout Double, _ scene: inout Scene) {
        let middle = top + 6
        let half = Self.size * TextMetrics.lineHeight / 2
        let name = PlainText.wrapped(row.name, width: left - 22, most: 1, size: Self.size).lines
        scene.write(name, at: Point(12, middle - half), size: Self.size)
        let bar = Box(
            low: Point(place(row.interval.lowerBound), middle - 1.6),
            high: Point(place(row.interval.upperBound), middle + 1.6))
        scene.marks.append(
            Scene.Mark(.rectangle, bar.grown(by: 0.3), fill: Colour(0xA9C4DE), rim: Colour(0x7FA3C7), rimWidth: 0.3))
        // A value outside of its interval is told by shape, too.
        let isInside = row.interval.contains(row.value)
        let disc = Box(centre: Point(place(row.value), middle), width: isInside ? 5 : 6.5, height: isInside ? 5 : 6.5)
        scene.marks.append(
            Scene.Mark(
                isInside ? .ellipse : .diamond, disc, fill: isInside ? Colour(0x1F4E79) : Colour(0xC44E52), rim: .white,
                rimWidth: 0.4))
        scene.write([row.note], at: Point(width - 3, middle - half), size: Self.size, alignment: .right)
        top += 12
    }

    private func grid(_ top: Double, _ bottom: Double, _ scene: inout Scene) {
        for step in 0...4 {
            let share = limit * Double(step) / 4
            scene.strokes.append(
                Scene.Stroke(
                    Path(from: Point(place(share), top), to: Point(place(share), bottom)), colour: Colour(0xDDDDDD),
                    width: 0.4))
            scene.write(
                [Self.percent(share, language)], at: Point(place(share), bottom + 2), size: Self.size,
                alignment: .centre)
        }
    }

    /// To a tenth of a per cent, without a needless 0.
    static func percent(_ share: Double, _ language: Language) -> String {
        let tenths = Int((share * 1_000).rounded())
        let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
        let sign = language == .french ? "," : "."
        return "\(whole)\(rest == 0 ? "" : "\(sign)\(rest)")\u{A0}%"
    }
}
