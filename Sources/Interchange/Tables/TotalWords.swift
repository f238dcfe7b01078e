import Tabular
import Vocabulary

/// The words that rows and columns of sums are called by.
enum TotalWords {
    private static let all: Set = [
        "total", "totaux", "totalgeneral", "grandtotal", "sum", "somme", "sommes", "ensemble", "soustotal", "subtotal",
        "totals",
        "totalligne", "totalcolonne", "totallignes", "totalcolonnes",
    ]

    /// What one of them begins with, in bytes of either case; most ids of a dataset do not.
    private static let initials = Set(all.flatMap { [$0.utf8.first, $0.uppercased().utf8.first].compactMap { $0 } })

    static func contains(_ word: String) -> Bool {
        // The first letter, whatever marks stand before it, decides nearly always.
        guard word.utf8.count <= 40,
            let first = word.utf8.first(where: {
                $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0)
            })
        else { return false }
        return (first >= 0x80 || initials.contains(first)) && all.contains(FoldedWord.of(word))
    }
}
