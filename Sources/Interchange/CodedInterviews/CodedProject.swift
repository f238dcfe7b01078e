import Vocabulary

/// Coded interviews as programs of qualitative analysis keep them: codes, texts, and which passage has which code.
struct CodedProject {
    struct Code {
        let id: String
        let name: String
    }

    struct Text {
        let id: String
        let name: String
        /// Nil where the project does not hold it.
        let content: String?
    }

    struct Coding {
        let code: String
        let text: String
        let start: Int
        let end: Int
        /// What the project says stands there; perhaps its beginning alone.
        let quote: String?
    }

    /// What the program calls itself.
    let origin: String
    /// How it counts places; nil where its format does not say, and the quotations must show it.
    let unit: PassageUnit?
    var codes: [Code] = []
    var texts: [Text] = []
    var codings: [Coding] = []
    /// How many passages of pictures, sounds and pages, and whole sources, have a code, which are not read.
    var codingsLeftOut = 0

    init(origin: String, unit: PassageUnit?) { (self.origin, self.unit) = (origin, unit) }
}

/// What places in a text are counted in.
public enum PassageUnit: String, CaseIterable, Sendable {
    /// Unicode's code points, as the standard of REFI has it.
    case codepoints
    /// Units of UTF-16, as programs in Java, JavaScript and C# count.
    case utf16
    /// Bytes of UTF-8.
    case utf8

    /// The passages of a text between places.
    ///
    /// - Parameter isCRLFOne: whether a carriage return and the line feed behind it count as one.
    func passages(_ places: [(Int, Int)], in text: String, isCRLFOne: Bool) -> [String?] {
        let text = isCRLFOne ? String(String.UnicodeScalarView(Self.withoutReturns(text))) : text
        switch self {
        case .codepoints:
            let units = Array(text.unicodeScalars)
            return places.map { Self.slice(units, $0).map { String(String.UnicodeScalarView($0)) } }
        case .utf16:
            let units = Array(text.utf16)
            return places.map { Self.slice(units, $0).map { String(decoding: $0, as: UTF16.self) } }
        case .utf8:
            let units = Array(text.utf8)
            return places.map { Self.slice(units, $0).map { String(decoding: $0, as: UTF8.self) } }
        }
    }

    private static func slice<Unit>(_ units: [Unit], _ place: (Int, Int)) -> ArraySlice<Unit>? {
        guard place.0 >= 0, place.0 <= place.1, place.1 <= units.count else { return nil }
        return units[place.0..<place.1]
    }

    private static func withoutReturns(_ text: String) -> [Unicode.Scalar] {
        var kept: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if scalar == "\n", kept.last == "\r" { kept.removeLast() }
            kept.append(scalar)
        }
        return kept
    }
}
