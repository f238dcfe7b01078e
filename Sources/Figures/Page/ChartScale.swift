import Vocabulary

/// From values to places along one side of a chart.
struct ChartScale {
    let values: ClosedRange<Double>
    /// Where the least value stands, and where the greatest.
    let from: Double
    let to: Double

    func place(_ value: Double) -> Double {
        let extent = values.upperBound - values.lowerBound
        return extent > 0 ? from + (value - values.lowerBound) / extent * (to - from) : (from + to) / 2
    }

    /// For shares from 0 to 1.
    static let shares = [0, 0.2, 0.4, 0.6, 0.8, 1.0]
}

/// What charts have in common.
enum ChartStyle {
    static let fontSize = 7.2
    static let grid = Colour(0xDDDDDD)
    static let rule = Colour(0x888888)

    static func lineHeight(_ size: Double = fontSize) -> Double { size * TextMetrics.lineHeight }
}

extension Scene {
    mutating func line(
        _ start: Point, _ end: Point, _ colour: Colour = ChartStyle.rule, width: Double = 0.5, dash: [Double] = []
    ) {
        strokes.append(Stroke(Path(from: start, to: end), colour: colour, width: width, dash: dash))
    }
}
