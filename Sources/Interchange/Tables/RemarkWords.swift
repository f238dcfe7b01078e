import Vocabulary

/// How remarks below a table begin: `Source : enquête de 2016`, `Note: …`, `* …`.
enum RemarkWords {
    private static let all: Set = [
        "source", "sources", "note", "notes", "nb", "champ", "lecture", "legende", "remarque", "remarques", "remark",
        "remarks", "comment", "comments", "commentaire", "legend", "key", "reading",
    ]

    static func begin(_ text: String) -> Bool {
        if text.hasPrefix("*") { return true }
        guard let colon = text.firstIndex(of: ":"), text[..<colon].utf8.count <= 40 else { return false }
        return all.contains(FoldedWord.of(text[..<colon]))
    }
}
