import Tabular
import Vocabulary

/// The publications that a text cites, each under one key, as BibTeX.
///
/// The key is the first author's name in plain letters and the year, `freeman1979`; a second work of
/// the same name and year has a letter behind it. Keys depend on the list of works alone.
public struct Bibliography: Sendable {
    /// In the order in which they were given, each once.
    public let references: [Reference]
    private let keys: [Reference: String]

    /// The works of these references, those that differ in the locator alone as one.
    public init(_ cited: [Reference]) {
        var seen: Set<Reference> = []
        // A page number is no work of its own.
        let works = cited.map(Self.work).filter { seen.insert($0).inserted }
        var keys: [Reference: String] = [:]
        var taken: Set<String> = []
        for work in works.sorted(by: { ($0.title, $0.container) < ($1.title, $1.container) }) {
            let stem = Self.stem(work)
            let names = [stem] + "bcdefghijklmnopqrstuvwxyz".map { stem + String($0) }
            guard let key = names.first(where: { taken.insert($0).inserted }) else { continue }
            keys[work] = key
        }
        (references, self.keys) = (works, keys)
    }

    /// The key of a work; nil where it is not among those given.
    public func key(of reference: Reference) -> String? { keys[Self.work(reference)] }

    /// Citations for Pandoc and R Markdown: `[@freeman1979; @brandes2001, p. 3]`.
    public func citation(_ cited: [Reference]) -> String {
        let parts = cited.compactMap { reference in
            key(of: reference).map { key in "@" + key + (reference.locator.map { ", " + $0 } ?? "") }
        }
        return parts.isEmpty ? "" : "[" + parts.joined(separator: "; ") + "]"
    }

    /// The file `references.bib`, in UTF-8, sorted by key.
    public func bibTeX() -> String {
        references.compactMap { work in keys[work].map { (key: $0, work: work) } }.sorted { $0.key < $1.key }
            .map { Self.entry($0.work, key: $0.key) }.joined(separator: "\n")
    }

    private static func work(_ reference: Reference) -> Reference {
        Reference(reference.authors, reference.year, reference.title, reference.container)
    }

    // MARK: Entries

    private static func entry(_ work: Reference, key: String) -> String {
        var fields = [
            ("author", names(of: work.authors).joined(separator: " and ")), ("title", "{" + escaped(work.title) + "}"),
            ("year", String(work.year)),
        ]
        let type: String
        if let article = Article(work.container) {
            type = "article"
            fields += [("journal", escaped(article.journal)), ("volume", article.volume)]
            if let number = article.number { fields.append(("number", number)) }
            if let pages = article.pages { fields.append(("pages", pages)) }
        } else if work.container.contains(where: \.isNumber) || work.container.hasPrefix("in ") {
            type = "misc"
            fields.append(("howpublished", escaped(work.container)))
        } else {
            type = "book"
            fields.append(("publisher", escaped(work.container)))
        }
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@\(type){\(key),\n\(lines)\n}\n"
    }

    /// "Barrat, Van Haverbeke and Vespignani" → `Barrat`, `{Van Haverbeke}`, `Vespignani`.
    private static func names(of authors: String) -> [String] {
        authors.split(separator: ", ").flatMap { part in String(part).components(between: " and ") }
            .map { $0.contains(" ") ? "{" + escaped($0) + "}" : escaped($0) }
    }

    private static func stem(_ work: Reference) -> String {
        let first = work.authors.split(separator: ",").first.map { String($0).components(between: " and ") }?.first ?? "work"
        let letters = first.lowercased().unicodeScalars.compactMap(plainLetter)
        return (letters.isEmpty ? "work" : String(letters)) + String(work.year)
    }

    /// The letter that a Latin letter with a mark is made of: é is named "LATIN SMALL LETTER E WITH ACUTE".
    private static func plainLetter(_ scalar: Unicode.Scalar) -> Character? {
        if scalar.isASCII { return scalar.properties.isAlphabetic ? Character(scalar) : nil }
        let words = (scalar.properties.name ?? "").split(separator: " ")
        guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else { return nil }
        return words[3].lowercased().first
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { $0 += "&%$#_".contains($1) ? "\\" + String($1) : String($1) }
    }
}

/// "Social Networks 1(3), 215–239" taken apart.
private struct Article {
    let journal: String
    let volume: String
    let number: String?
    let pages: String?

    /// Nil where the text is not of this form.
    init?(_ container: String) {
        let pattern = /(?<journal>.+?) (?<volume>[A-Z]?\d+)(?:\((?<number>[^)]+)\))?(?:, (?<pages>[A-Z]?\w?\d[\w–-]*))?/
        guard let match = container.wholeMatch(of: pattern), !container.hasPrefix("in ") else { return nil }
        journal = String(match.output.journal)
        volume = String(match.output.volume)
        number = match.output.number.map(String.init)
        pages = match.output.pages.map { $0.split(separator: "–").joined(separator: "--") }
    }
}

extension String {
    fileprivate func components(between separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
