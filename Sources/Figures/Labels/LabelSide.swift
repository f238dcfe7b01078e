import NetworkModel
import Vocabulary

/// Where a hand put a label beside its disc.
enum LabelSide: String, CaseIterable {
    case right, left, above, below
    case aboveRight = "above-right"
    case aboveLeft = "above-left"
    case belowRight = "below-right"
    case belowLeft = "below-left"
    /// No label at all.
    case none

    /// - Throws: `MilieuError` of cause `usage`, with the nearest word and all there are.
    init(_ position: DiscPosition, word: String) throws(MilieuError) {
        if let side = LabelSide(rawValue: word) {
            self = side
            return
        }
        let known = Self.allCases.map(\.rawValue)
        throw MilieuError(
            .usage,
            Bilingual(
                en: "A label cannot stand \"\(PlainText.cleaned(word, limit: 40))\" of its disc.",
                fr: "Une étiquette ne peut pas se trouver à « \(PlainText.cleaned(word, limit: 40)) » de son disque."),
            remedy: NearestMatch.hint(word, in: known)
                + Bilingual(
                    en: "There are: \(known.joined(separator: ", ")).", fr: "Il y a : \(known.joined(separator: ", "))."
                ),
            at: Place(file: DiscPosition.table.schema.file, column: "label", id: position.actor))
    }

    /// From the disc to the label's middle; y points down.
    var way: Point {
        switch self {
        case .right: Point(1, 0)
        case .left: Point(-1, 0)
        case .above: Point(0, -1)
        case .below: Point(0, 1)
        case .aboveRight: Point(1, -1)
        case .aboveLeft: Point(-1, -1)
        case .belowRight: Point(1, 1)
        case .belowLeft: Point(-1, 1)
        case .none: .zero
        }
    }
}
