import CFontconfig
import Vocabulary

/// The font that a figure's words are drawn with, and what stands in where a machine does not have it.
struct FontChoice: Sendable, Hashable {
    /// As it was asked for.
    let name: String
    /// The family that is drawn.
    let used: String

    /// The families after the one that is asked for.
    static let usual = ["Liberation Sans", "Arial", "Helvetica", "sans-serif"]
    private static let generic = ["serif", "sans-serif", "sans", "monospace"]

    /// - Throws: `MilieuError` of cause `usage` where it is no font's name.
    init(_ text: String) throws(MilieuError) {
        let name = PlainText.cleaned(text, limit: 60)
        let isName =
            name.contains(where: \.isLetter) && name.allSatisfy { $0.isLetter || $0.isNumber || " -_".contains($0) }
        guard isName, name.count <= 60 else {
            throw MilieuError(
                .usage,
                Bilingual(en: "\"\(name)\" is no font's name.", fr: "« \(name) » n'est pas le nom d'une police."),
                remedy: Bilingual(
                    en: "Write the name of one family, such as \"Liberation Serif\" (`fc-list : family` lists them).",
                    fr: "Écrivez le nom d'une famille, comme « Liberation Serif » (`fc-list : family` les liste)."))
        }
        self.name = name
        used = Self.match([name] + Self.usual) ?? name
    }

    /// As Graphviz wants them: the first that a machine has is taken.
    var families: String { ([name] + Self.usual).joined(separator: ",") }

    /// Whether the machine has it.
    var isThere: Bool {
        used.lowercased() == name.lowercased() || Self.generic.contains(name.lowercased())
    }

    /// What to tell who asked for a font that is not there.
    var note: Bilingual? {
        guard !isThere else { return nil }
        return Bilingual(
            en:
                "There is no font \"\(name)\" on this machine: \(PlainText.cleaned(used, limit: 60)) is drawn in its place.",
            fr:
                "Il n'y a pas de police « \(name) » sur cette machine : \(PlainText.cleaned(used, limit: 60)) est dessinée à sa place."
        )
    }

    /// The family that fontconfig takes for the first of some that it has; nil where it has no font at all.
    private static func match(_ families: [String]) -> String? {
        guard let pattern = unsafe FcPatternCreate() else { return nil }
        defer { unsafe FcPatternDestroy(pattern) }
        for family in families {
            // The library keeps a copy of the name, which ends with a zero.
            let bytes = Array(family.utf8) + [0]
            _ = unsafe bytes.withUnsafeBufferPointer { unsafe FcPatternAddString(pattern, FC_FAMILY, $0.baseAddress) }
        }
        _ = unsafe FcConfigSubstitute(nil, pattern, FcMatchPattern)
        unsafe FcDefaultSubstitute(pattern)
        var result = FcResultMatch
        guard let found = unsafe FcFontMatch(nil, pattern, &result) else { return nil }
        defer { unsafe FcPatternDestroy(found) }
        var names: [String] = []
        for place in 0..<20 {
            var text: UnsafeMutablePointer<FcChar8>?
            // What is told belongs to the pattern, and is copied before that is given back.
            guard unsafe FcPatternGetString(found, FC_FAMILY, Int32(place), &text) == FcResultMatch,
                let text = unsafe text
            else { break }
            names.append(unsafe String(cString: text))
        }
        // A family has a name in each of some languages.
        return names.first { $0.lowercased() == families[0].lowercased() } ?? names.first
    }
}
