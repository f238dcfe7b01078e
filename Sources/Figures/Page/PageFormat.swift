import Tabular
import Vocabulary

/// The sheet that a figure fills, in points.
public struct PageFormat: Sendable, Hashable {
    /// Which of its sides lies below.
    public enum Orientation: String, Sendable, CaseIterable {
        /// The shorter one.
        case portrait
        /// The longer one.
        case landscape
    }

    /// From left to right.
    public let width: Double
    /// From top to bottom.
    public let height: Double

    /// The sides of the sheets that have names, in millimetres (ISO 216; ANSI/ASME Y14.1).
    private static let named: [(name: String, width: Double, height: Double)] = [
        ("a5", 148, 210), ("a4", 210, 297), ("a3", 297, 420), ("a2", 420, 594), ("letter", 215.9, 279.4),
        ("legal", 215.9, 355.6), ("tabloid", 279.4, 431.8),
    ]
    private static let sides = 60.0...1400
    private static let pointsOfMillimetre = 72 / 25.4

    /// The names that there are, beside two sides in millimetres.
    public static let names = named.map(\.name)

    /// A name, or two sides in millimetres such as `170x240` or `17 × 24 cm`, turned where an orientation is asked for.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with all that can be said.
    public init(_ text: String, _ orientation: Orientation? = nil) throws(MilieuError) {
        guard let sides = Self.millimetres(text) else {
            let known = Self.names.joined(separator: ", ")
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "There is no page \"\(PlainText.cleaned(text, limit: 40))\".",
                    fr: "Il n'y a pas de page « \(PlainText.cleaned(text, limit: 40)) »."),
                remedy: NearestMatch.hint(text.lowercased(), in: Self.names)
                    + Bilingual(
                        en: "There are: \(known), or two sides of 60 to 1400 mm each, such as 170x240.",
                        fr: "Il y a : \(known), ou deux côtés de 60 à 1400 mm chacun, comme 170x240."))
        }
        let isTurned = orientation.map { ($0 == .landscape) != (sides.x > sides.y) } ?? false
        width = (isTurned ? sides.y : sides.x) * Self.pointsOfMillimetre
        height = (isTurned ? sides.x : sides.y) * Self.pointsOfMillimetre
    }

    private static func millimetres(_ text: String) -> Point? {
        let word = text.lowercased().filter { !$0.isWhitespace }
        if let known = named.first(where: { $0.name == word }) { return Point(known.width, known.height) }
        let unit = ["mm", "cm"].first { word.hasSuffix($0) }
        let numbers = word.dropLast(unit?.count ?? 0).split(
            omittingEmptySubsequences: false, whereSeparator: { "x×*".contains($0) }
        ).map { Double($0.replacing(",", with: ".")) ?? .nan }
        guard numbers.count == 2 else { return nil }
        let factor = unit == "cm" ? 10.0 : 1
        let found = numbers.map { $0 * factor }
        return found.allSatisfy(Self.sides.contains) ? Point(found[0], found[1]) : nil
    }

    /// What stays free on each side.
    var margin: Double { min(15 * Self.pointsOfMillimetre, 0.07 * min(width, height)) }
    /// What a figure may fill.
    var room: Point { Point(width - 2 * margin, height - 2 * margin) }
}
