/// How much room words take, by the widths of Liberation Sans (those of Arial and Helvetica), so
/// that a figure is laid out alike on every machine, with whatever fonts.
public enum TextMetrics {
    /// From baseline to baseline, in parts of the font size.
    public static let lineHeight = 1.15

    /// The width of one line in points.
    public static func width(of line: String, size: Double, isBold: Bool = false) -> Double {
        let sum = line.unicodeScalars.reduce(0) { $0 + advance($1) }
        return Double(sum) / 1000 * size * (isBold ? 1.09 : 1)
    }

    /// Width and height of lines of one size.
    public static func extent(of lines: [String], size: Double, isBold: Bool = false) -> Point {
        let widths = lines.map { width(of: $0, size: size, isBold: isBold) }
        return Point(widths.max() ?? 0, Double(lines.count) * size * lineHeight)
    }

    /// Thousandths of the font size. What the table lacks takes the room of a wide letter, or of a
    /// square where the script is written in squares; combining marks take none.
    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: Int(basic[Int(scalar.value) - 0x20])
        case 0xA0..<0x180: Int(latin[Int(scalar.value) - 0xA0])
        case 0x2009, 0x202F: 200
        case 0x2010, 0x2018...0x201F: 333
        case 0x2013: 556
        case 0x2014, 0x2026: 1000
        case 0x2022: 350
        case 0x20AC, 0x2212: 584
        case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0x1F000...:
            1050
        default: scalar.properties.generalCategory.isMark ? 0 : 750
        }
    }

    /// U+0020 to U+007E.
    private static let basic: [UInt16] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ]

    /// U+00A0 to U+017F.
    private static let latin: [UInt16] = [
        278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552,
        400, 549, 333, 333, 333, 576, 537, 333, 333, 333, 365, 556, 834, 834, 834, 611,
        667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
        722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
        556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500,
        667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500, 722, 500, 722, 615,
        722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 556, 778, 556,
        778, 556, 778, 556, 722, 556, 722, 556, 278, 278, 278, 278, 278, 278, 278, 222,
        278, 278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556, 292, 556,
        334, 556, 222, 722, 556, 722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556,
        778, 556, 1000, 944, 722, 333, 722, 333, 722, 333, 667, 500, 667, 500, 667, 500,
        667, 500, 611, 278, 611, 375, 611, 278, 722, 556, 722, 556, 722, 556, 722, 556,
        722, 556, 722, 556, 944, 722, 667, 500, 667, 611, 500, 611, 500, 611, 500, 222,
    ]
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark || self == .format }
}
