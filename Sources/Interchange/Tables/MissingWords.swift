/// What programs and people write into the cell of a number or a date that is not known.
enum MissingWords {
    private static let all: Set = [
        "na", "<na>", "n/a", "#n/a", "nan", "nd", "n.d.", "nsp", "nr", "null", "none", ".", "-", "–", "—", "?",
    ]

    static func contains(_ text: String) -> Bool { text.utf8.count <= 5 && all.contains(text.lowercased()) }
}
