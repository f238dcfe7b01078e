/// The known word nearest to a mistyped one, for "did you mean".
public enum NearestMatch {
    /// Returns the candidate with the smallest edit distance (insertions, deletions,
    /// substitutions and swaps of neighbours), if it is near enough to be a likely slip: at most a
    /// third of the word's length. Ties go to the candidate that sorts first.
    ///
    /// Case and the difference between `-`, `_` and space are ignored. Words of more than 64
    /// characters have no match. Time: O(candidates · length²).
    public static func find(_ word: String, in candidates: some Sequence<String>) -> String? {
        let wanted = folded(word)
        guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let other = folded(candidate)
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = distance(wanted, other)
            guard distance <= limit else { continue }
            if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    /// The first words of a remedy: `Did you mean "…"? ` with the nearest candidate and a space behind it, or
    /// nothing where none is near.
    public static func hint(_ word: String, in candidates: some Sequence<String>) -> Bilingual {
        find(word, in: candidates).map { question($0) + Bilingual(" ") } ?? .empty
    }

    /// `Did you mean "…"?`, as far as a message can show the word.
    public static func question(_ nearest: String) -> Bilingual {
        Bilingual(en: "Did you mean \"\(Excerpt.of(nearest))\"?", fr: "Vouliez-vous dire « \(Excerpt.of(nearest)) » ?")
    }

    /// Whether two words differ in at most so many letters.
    public static func isWithin(_ limit: Int, _ one: String, _ other: String) -> Bool {
        distance(Array(one), Array(other)) <= limit
    }

    private static func folded(_ word: String) -> [Character] {
        word.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
    }

    /// Optimal string alignment distance.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before = [Int](), previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(
                    previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
