import Vocabulary

/// The passages that a project's codings mark, once it is clear how their places are counted.
///
/// The unit is the format's own, or the user's word, or the one in which every quotation stands where the project says
/// so; where two units would give different passages and nothing decides between them, one must be asked for.
struct Passages {
    /// The text of each coding, in their order.
    let texts: [String]

    private struct Way {
        let unit: PassageUnit
        let isCRLFOne: Bool
    }

    init(_ project: CodedProject, said: PassageUnit?) throws(TextFault) {
        let units = (said ?? project.unit).map { [$0] } ?? PassageUnit.allCases
        let ways = units.flatMap { unit in [false, true].map { Way(unit: unit, isCRLFOne: $0) } }
        var found: [[String]] = []
        var refused = 0
        for way in ways {
            guard let passages = Self.passages(project, way) else {
                refused += 1
                continue
            }
            if !found.contains(passages) { found.append(passages) }
        }
        guard let first = found.first else {
            throw TextFault(
                Bilingual(
                    en:
                        "The passages do not stand where the project says: their places lie beyond the text, or other words stand there.",
                    fr:
                        "Les passages ne sont pas là où le projet le dit : leurs places sont au-delà du texte, ou d'autres mots s'y trouvent."
                ),
                remedy: Bilingual(
                    en: "Export the project once more; the texts must be those that were coded.",
                    fr: "Exportez de nouveau le projet ; les textes doivent être ceux qui ont été codés."), line: 1,
                code: "bad-place")
        }
        guard found.count == 1 else {
            throw TextFault(
                Bilingual(
                    en:
                        "\(project.origin) may count places in code points, in units of UTF-16 or in bytes, which gives different passages here.",
                    fr:
                        "\(project.origin) peut compter les places en points de code, en unités d'UTF-16 ou en octets, ce qui donne ici des passages différents."
                ),
                remedy: Bilingual(
                    en: "Say which: --places \(PassageUnit.allCases.map(\.rawValue).joined(separator: ", --places ")).",
                    fr:
                        "Dites laquelle : --places \(PassageUnit.allCases.map(\.rawValue).joined(separator: ", --places "))."
                ),
                line: 1, code: "unknown-unit")
        }
        texts = first
    }

    /// Nil where a place lies beyond its text, or another text stands there than the project quotes.
    private static func passages(_ project: CodedProject, _ way: Way) -> [String]? {
        var all = [String](repeating: "", count: project.codings.count)
        let rows = Dictionary(grouping: project.codings.indices) { project.codings[$0].text }
        for text in project.texts {
            guard let codings = rows[text.id] else { continue }
            guard let content = text.content else {
                // Of a text that is not there the quotation is all there is.
                for row in codings { all[row] = project.codings[row].quote ?? "" }
                continue
            }
            let places = codings.map { (project.codings[$0].start, project.codings[$0].end) }
            for (row, passage) in zip(codings, way.unit.passages(places, in: content, isCRLFOne: way.isCRLFOne)) {
                guard let passage, project.codings[row].quote.map({ isQuoted($0, in: passage) }) ?? true else {
                    return nil
                }
                all[row] = normal(passage)
            }
        }
        return all
    }

    /// Whether a quotation, perhaps cut, is the beginning of a passage; how much space stands between words and what
    /// marks a cut do not count.
    private static func isQuoted(_ quote: String, in passage: String) -> Bool {
        var words = normal(quote)
        for mark in ["…", "..."] where words.hasSuffix(mark) { words = String(words.dropLast(mark.count)) }
        words = PlainCell.trimmed(words)
        return words.isEmpty || normal(passage).hasPrefix(words)
    }

    static func normal(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
