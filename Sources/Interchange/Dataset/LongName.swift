import Vocabulary

/// What a name may hold at most. Tables repeat the names of territories and actors in row after row: one of a few
/// hundred kilobytes would make an output of gigabytes.
enum LongName {
    /// In bytes; no title or name of a firm comes near.
    static let longest = 1000

    static let code = "long-name"
    static let remedy = Bilingual(
        en: "Shorten it; what is to be told at length has its place in a note.",
        fr: "Raccourcissez-le ; ce qui demande de la place se dit dans une note.")

    static func message(_ text: String) -> Bilingual {
        Bilingual(
            en: "The text has \(text.utf8.count) bytes where \(longest) are the most; the rest was left out.",
            fr:
                "Le texte a \(text.utf8.count, fr: "octet", "octets"), et \(longest) au plus sont lus ; le reste a été laissé de côté."
        )
    }

    /// The beginning of a text that is too long; nil where it is not.
    ///
    /// - Complexity: O(the most that it may hold).
    static func cut(_ text: String) -> String? {
        guard text.utf8.count > longest else { return nil }
        var short = ""
        for scalar in text.unicodeScalars {
            guard short.utf8.count + 4 <= longest else { break }
            short.unicodeScalars.append(scalar)
        }
        return short + "…"
    }
}
