/// What a name may hold at most. Tables repeat the names of territories and actors in row after row: one of a few
/// hundred kilobytes would make an output of gigabytes.
enum LongName {
    /// In bytes; no title or name of a firm comes near.
    static let longest = 1000

    static let code = "long-name"
    static let remedy = "Shorten it; what is to be told at length has its place in a note."

    static func message(_ text: String) -> String {
        "The text has \(text.utf8.count) bytes where \(longest) are the most; the rest was left out."
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
