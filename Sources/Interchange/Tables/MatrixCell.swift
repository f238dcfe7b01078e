import Tabular
import Vocabulary

/// What a cell of a matrix says.
enum MatrixCell: Equatable {
    case number(Double)
    /// Nothing stands there.
    case blank
    /// `NA`, `.`, `-`: it is not known.
    case missing
    /// No cell of a matrix.
    case text

    init(_ text: String, decimalComma: Bool = true) {
        if text.isEmpty {
            self = .blank
        } else if let number = CSVNumber.double(text, decimalComma: decimalComma) {
            self = .number(number)
        } else {
            switch text.lowercased() {
            case let word where MissingWords.contains(word): self = .missing
            case "x", "✓", "✔", "yes", "oui", "true", "vrai", "✗": self = text == "✗" ? .number(0) : .number(1)
            case "no", "non", "false", "faux": self = .number(0)
            default: self = .text
            }
        }
    }

    var isText: Bool { self == .text }

    /// Nil for what is no number.
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// Whether it is 0, 1 or nothing.
    var isPlain: Bool {
        switch self {
        case .number(let number): number == 0 || number == 1
        case .blank, .missing: true
        case .text: false
        }
    }
}
