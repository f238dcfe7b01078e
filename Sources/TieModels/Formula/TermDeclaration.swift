import Vocabulary

/// A term that a model may have, declared once: what it is called, what it takes, where it can stand, and what it adds.
public struct TermDeclaration: Sendable {
    /// In which networks a term has a meaning.
    public enum Scope: String, Sendable {
        /// In all; where ties have a direction, or none; where events are nodes, or actors alone.
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

        private func fault(_ what: String) -> MilieuError {
            MilieuError(.usage, "\(Excerpt.of(term.text)): \(what).", remedy: "Write \(usage).")
        }

        /// - Throws: where there are more arguments than this, or ones of other names.
        func allow(_ count: Int, named: Set<String>) throws(MilieuError) {
            guard term.arguments.count <= count else { throw fault("more arguments than it takes") }
            if let other = term.named.keys.sorted().first(where: { !named.contains($0) }) {
                throw fault("it takes nothing of the name \"\(Excerpt.of(other))\"")
            }
        }

        func text(_ place: Int, _ name: String) throws(MilieuError) -> String {
            if let text = term.named[name] { return text }
            guard place < term.arguments.count else { throw fault("\(name) is missing") }
            return term.arguments[place]
        }

        func number(_ place: Int, _ name: String, in range: ClosedRange<Double>) throws(MilieuError) -> Double {
            let text = try text(place, name)
            guard let number = Double(text), range.contains(number) else {
                throw fault("\"\(Excerpt.of(text))\" is no number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }

        func count(_ place: Int, _ name: String, in range: ClosedRange<Int>) throws(MilieuError) -> Int {
            let text = try text(place, name)
            guard let number = Int(text), range.contains(number) else {
                throw fault(
                    "\"\(Excerpt.of(text))\" is no whole number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }

        /// `name`, `name=TRUE` or `name=T`.
        func flag(_ name: String) throws(MilieuError) -> Bool {
            if term.arguments.dropFirst().contains(name) { return true }
            guard let text = term.named[name] else { return false }
            guard ["TRUE", "T", "true", "FALSE", "F", "false"].contains(text) else {
                throw fault("\(name) is TRUE or FALSE")
            }
            return text.lowercased().hasPrefix("t")
        }
    }
}
