import Tabular
import Vocabulary

/// The words that rows and columns of sums are called by.
enum TotalWords {
    private static let all: Set = [
        "total", "totaux", "totalgeneral", "grandtotal", "sum", "somme", "sommes", "ensemble", "soustotal", "subtotal",
        "totals",
        "totalligne", "totalcolonne", "totallignes", "totalcolonnes",
    ]

    static func contains(_ word: String) -> Bool { word.utf8.count <= 40 && all.contains(FoldedWord.of(word)) }
}
