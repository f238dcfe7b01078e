import Vocabulary

/// Columns that say, beside the ids of the two ends of a tie, what the actors are called: `source,source_name,target,
/// target_name`, `from,to,from_label,to_label`, `id1,nom1,id2,nom2`.
struct EndNames: Sendable {
    let source: Int
    let target: Int

    private static let words = ["names", "name", "labels", "label", "noms", "nom", "libelle", "intitule"]
    /// What tells the ends apart where nothing else does.
    private static let marks = [("1", "2"), ("a", "b")]

    /// The names of both ends among further columns; nil where they are not there for both.
    init?(among columns: [(name: String, position: Int)]) {
        let stems = columns.compactMap { column in
            Self.stem(FoldedWord.of(column.name)).map { (stem: $0, position: column.position) }
        }
        func position(_ stem: String) -> Int? { stems.first { $0.stem == stem }?.position }
        for (one, other) in Self.marks {
            guard let source = position(one), let target = position(other) else { continue }
            (self.source, self.target) = (source, target)
            return
        }
        guard let ends = EndWords.ends(of: stems.map(\.stem)), ends.source != ends.target else { return nil }
        (source, target) = (stems[ends.source].position, stems[ends.target].position)
    }

    /// What is left of the name of a column without the word for a name, in front or behind.
    private static func stem(_ folded: String) -> String? {
        for word in words {
            if folded.hasSuffix(word) { return String(folded.dropLast(word.count)) }
            if folded.hasPrefix(word) { return String(folded.dropFirst(word.count)) }
        }
        return nil
    }
}
