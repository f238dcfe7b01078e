import Vocabulary

/// Every term that a model may have, under the names of R's `statnet` (Morris, Handcock and Hunter 2008).
public enum TermCatalogue {
    /// In the order in which lists show them.
    public static let all: [TermDeclaration] = pairs + degrees + triads

    /// - Throws: `MilieuError` of cause `usage` for a name that no term has.
    static func declaration(_ name: String) throws(MilieuError) -> TermDeclaration {
        let asked = aliases[name] ?? name
        guard let found = all.first(where: { $0.name == asked }) else {
            let hint = NearestMatch.hint(name, in: all.map(\.name) + aliases.keys.sorted())
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "There is no term \"\(Excerpt.of(name))\".",
                    fr: "Il n'y a pas de terme « \(Excerpt.of(name)) »."),
                remedy: hint
                    + Bilingual(
                        en: "There are: \(all.map(\.name).joined(separator: ", ")).",
                        fr: "Il y a : \(all.map(\.name).joined(separator: ", "))."))
        }
        return found
    }

    /// Other names that `statnet` has for the same.
    private static let aliases = [
        "ttriad": "ttriple", "ctriad": "ctriple", "triangles": "triangle", "nodemain": "nodecov", "dyadcov": "edgecov",
    ]

    private static let decays = 0.0...20.0

    static func structure(_ name: String, _ term: StructuralTerm) -> [TermColumn] {
        [TermColumn(name: name, statistic: .structure(term))]
    }

    static func pair(_ name: String, _ term: PairTerm) -> [TermColumn] {
        [TermColumn(name: name, statistic: .pair(term))]
    }

    /// Which nodes a degree term counts.
    enum Nodes {
        case all, first, second

        func range(_ data: TieData) -> Range<Int> {
            let first = data.firstModeCount ?? data.ids.count
            return switch self {
            case .all: 0..<data.ids.count
            case .first: 0..<first
            case .second: first..<data.ids.count
            }
        }
    }

    /// A term of degrees by a table.
    static func degreeTerm(
        _ name: String, _ usage: String, _ scope: TermDeclaration.Scope, _ side: StructuralTerm.Side, _ nodes: Nodes,
        _ en: String, _ fr: String,
        _ make: @escaping @Sendable (TermDeclaration.Arguments, inout TermColumns) throws(MilieuError) -> (String, Int)
    ) -> TermDeclaration {
        TermDeclaration(
            name: name, usage: usage, scope: scope, meaning: Bilingual(en: en, fr: fr), isPairIndependent: false
        ) { arguments, columns throws(MilieuError) in
            let (label, table) = try make(arguments, &columns)
            let range = nodes.range(columns.data)
            return structure(label, .degrees(side, first: range.lowerBound, end: range.upperBound, table: table))
        }
    }

    /// `decay` as a label and a number; the decay is taken as given.
    static func decay(_ arguments: TermDeclaration.Arguments, other: Set<String> = []) throws(MilieuError) -> (
        String, Double
    ) {
        try arguments.allow(2, named: Set(["decay", "fixed"]).union(other))
        let decay = try arguments.number(0, "decay", in: decays)
        let written = try arguments.text(0, "decay")
        guard try arguments.flag("fixed") else {
            let (term, name) = (Excerpt.of(arguments.term.text), arguments.term.name)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\(term): the decay is not estimated, but taken as given.",
                    fr: "\(term) : la décroissance n'est pas estimée, mais prise telle quelle."),
                remedy: Bilingual(en: "Write \(name)(\(written), fixed).", fr: "Écrivez \(name)(\(written), fixed)."))
        }
        return ("fixed.\(written)", decay)
    }
}
