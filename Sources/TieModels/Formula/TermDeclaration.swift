import Vocabulary

/// A term that a model may have, declared once: what it is called, what it takes, where it can stand, and what it adds.
public struct TermDeclaration: Sendable {
    /// In which networks a term has a meaning.
    public enum Scope: String, Sendable {
        /// What a network has to be; `directed` and `undirected` are of one mode.
        case any, directed, undirected, twoMode, oneMode

        /// In words.
        public var name: Bilingual {
            switch self {
            case .any: Bilingual(en: "any", fr: "tous")
            case .directed: Bilingual(en: "directed", fr: "orienté")
            case .undirected: Bilingual(en: "undirected", fr: "non orienté")
            case .twoMode: Bilingual(en: "two-mode", fr: "bimodal")
            case .oneMode: Bilingual(en: "one-mode", fr: "unimodal")
            }
        }
    }

    /// As `statnet` names it.
    public let name: String
    /// How it is written, with what it takes.
    public let usage: String
    /// Where it can stand.
    public let scope: Scope
    /// What its statistic counts.
    public let meaning: Bilingual
    /// Whether it depends on one pair at a time.
    public let isPairIndependent: Bool

    let make: @Sendable (Arguments, inout TermColumns) throws(MilieuError) -> [TermColumn]

    /// What stands in a term's brackets.
    struct Arguments {
        let term: TieFormula.Term
        let usage: String

        private func fault(en: String, fr: String) -> MilieuError {
            let term = Excerpt.of(term.text)
            return MilieuError(
                .usage, Bilingual(en: "\(term): \(en).", fr: "\(term) : \(fr)."),
                remedy: Bilingual(en: "Write \(usage).", fr: "Écrivez \(usage.replacing(" or ", with: " ou "))."))
        }

        /// - Throws: where there are more arguments than this, or ones of other names.
        func allow(_ count: Int, named: Set<String>) throws(MilieuError) {
            guard term.arguments.count <= count else {
                throw fault(en: "more arguments than it takes", fr: "plus d'arguments qu'il n'en prend")
            }
            if let other = term.named.keys.sorted().first(where: { !named.contains($0) }) {
                throw fault(
                    en: "it takes nothing of the name \"\(Excerpt.of(other))\"",
                    fr: "il ne prend rien du nom de « \(Excerpt.of(other)) »")
            }
        }

        func text(_ place: Int, _ name: String) throws(MilieuError) -> String {
            if let text = term.named[name] { return text }
            guard place < term.arguments.count else { throw fault(en: "\(name) is missing", fr: "il manque \(name)") }
            return term.arguments[place]
        }

        func number(_ place: Int, _ name: String, in range: ClosedRange<Double>) throws(MilieuError) -> Double {
            let text = try text(place, name)
            guard let number = Double(text), range.contains(number) else {
                throw fault(
                    en: "\"\(Excerpt.of(text))\" is no number from \(range.lowerBound) to \(range.upperBound)",
                    fr: "« \(Excerpt.of(text)) » n'est pas un nombre de \(range.lowerBound) à \(range.upperBound)")
            }
            return number
        }

        func count(_ place: Int, _ name: String, in range: ClosedRange<Int>) throws(MilieuError) -> Int {
            let text = try text(place, name)
            guard let number = Int(text), range.contains(number) else {
                throw fault(
                    en: "\"\(Excerpt.of(text))\" is no whole number from \(range.lowerBound) to \(range.upperBound)",
                    fr:
                        "« \(Excerpt.of(text)) » n'est pas un nombre entier de \(range.lowerBound) à \(range.upperBound)"
                )
            }
            return number
        }

        /// `name`, `name=TRUE` or `name=T`.
        func flag(_ name: String) throws(MilieuError) -> Bool {
            if term.arguments.dropFirst().contains(name) { return true }
            guard let text = term.named[name] else { return false }
            guard ["TRUE", "T", "true", "FALSE", "F", "false"].contains(text) else {
                throw fault(en: "\(name) is TRUE or FALSE", fr: "\(name) est TRUE ou FALSE")
            }
            return text.lowercased().hasPrefix("t")
        }
    }
}
