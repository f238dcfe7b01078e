/// How much room words take, by the widths of Liberation Sans (those of Arial and Helvetica), so
/// that a figure is laid out alike on every machine, with whatever fonts; where a font is asked for, by its own.
public enum TextMetrics {
    /// The widths of the font that is asked for, while a figure is made; nil: none is.
    @TaskLocal static var font: FontWidths?

    /// From baseline to baseline, in parts of the font size.
    public static let lineHeight = 1.15

    /// The width of one line in points.
    public static func width(of line: String, size: Double, isBold: Bool = false) -> Double {
        if let font {
            let sum = line.unicodeScalars.reduce(0) { sum, scalar in
                sum + (font.width(of: scalar, isBold: isBold) ?? Double(advance(scalar)))
            }
            return sum / 1000 * size
        }
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
        case 0x386...0x3CE: Int(greek[Int(scalar.value) - 0x386])
        case 0x400...0x45F: Int(cyrillic[Int(scalar.value) - 0x400])
        case 0x5D0...0x5EA: Int(hebrew[Int(scalar.value) - 0x5D0])
        // Letters that join are narrower than each alone.
        case 0x620...0x64A, 0x66E...0x6D3: 520
        // Capitals and small letters in turn.
        case 0x1E00...0x1EFF: scalar.value.isMultiple(of: 2) ? 722 : 556
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

    /// U+0386 to U+03CE.
    private static let greek: [UInt16] = [
        667, 278, 784, 838, 384, 750, 774, 750, 855, 752, 222, 667, 667, 551, 668, 667,
        611, 722, 778, 278, 667, 668, 833, 722, 650, 778, 722, 667, 750, 618, 611, 667,
        798, 667, 835, 748, 278, 667, 578, 446, 556, 222, 547, 578, 575, 500, 557, 446,
        441, 556, 556, 222, 500, 500, 576, 500, 448, 556, 690, 569, 482, 617, 395, 547,
        648, 525, 713, 781, 222, 547, 556, 547, 781,
    ]

    /// U+0400 to U+045F.
    private static let cyrillic: [UInt16] = [
        667, 667, 865, 542, 719, 667, 278, 278, 500, 1057, 1010, 854, 583, 719, 635, 719,
        667, 656, 667, 542, 677, 667, 923, 604, 719, 719, 583, 656, 833, 722, 778, 719,
        667, 722, 611, 635, 760, 667, 740, 667, 917, 938, 792, 885, 656, 719, 1010, 722,
        556, 573, 531, 365, 583, 556, 669, 458, 559, 559, 438, 583, 688, 552, 556, 542,
        556, 500, 458, 500, 823, 500, 573, 521, 802, 823, 625, 719, 521, 510, 750, 542,
        556, 556, 556, 365, 510, 500, 222, 278, 222, 906, 812, 556, 438, 559, 500, 552,
    ]

    /// U+05D0 to U+05EA.
    private static let hebrew: [UInt16] = [
        628, 598, 423, 554, 634, 260, 323, 658, 653, 260, 534, 525, 530, 678, 687, 260,
        389, 656, 582, 623, 610, 504, 545, 590, 534, 730, 691,
    ]
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .enclosingMark || self == .format }
}
