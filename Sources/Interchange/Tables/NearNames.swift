import Vocabulary

/// Names that differ so little that they may be two spellings of one.
enum NearNames {
    struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    /// Pairs of names in the same group that are the same but for accents, marks and the order of words, or but for
    /// a letter or two of one long word. Words with digits in them and short ones have to be the same.
    ///
    /// - Complexity: O(names · words), and the square of the names that agree in all words but one, of which at
    ///   most so many are compared as `mostOfBucket` says.
    static func find(_ names: [String], groups: [String]) -> [Pair] {
        var buckets: [[String]: [(name: Int, word: String)]] = [:]
        var wholes: [[String]: [Int]] = [:]
        for (place, name) in names.enumerated() where name.utf8.count <= 200 && name.contains(where: \.isLetter) {
            let words = words(of: name)
            guard !words.isEmpty, words.count <= 12 else { continue }
            wholes[[groups[place]] + words.sorted(), default: []].append(place)
            for (hole, word) in words.enumerated() where word.count >= shortest && !word.contains(where: \.isNumber) {
                var rest = words
                rest[hole] = ""
                buckets[[groups[place]] + rest, default: []].append((place, word))
            }
        }
        var pairs: Set<Pair> = []
        for same in wholes.values where same.count > 1 {
            for (one, other) in zip(same, same.dropFirst()) { pairs.insert(Pair(first: one, second: other)) }
        }
        for bucket in buckets.values where bucket.count > 1 && bucket.count <= mostOfBucket {
            for one in bucket.indices {
                for other in bucket.indices where other > one && isNear(bucket[one].word, bucket[other].word) {
                    pairs.insert(Pair(first: bucket[one].name, second: bucket[other].name))
                }
            }
        }
        return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// What is said of such pairs, once.
    static func finding(_ pairs: [Pair], file: String, line: Int?, name: (Int) -> String) -> Finding {
        let shown = pairs.prefix(6).map {
            Bilingual(
                en: "\"\(Excerpt.of(name($0.first)))\" and \"\(Excerpt.of(name($0.second)))\"",
                fr: "« \(Excerpt.of(name($0.first))) » et « \(Excerpt.of(name($0.second))) »")
        }
        return Finding(
            .warning, "near-names",
            Bilingual(
                en:
                    "Names that may be two spellings of one actor (\(pairs.count)): \(shown.joinedBySemicolons().en)\(pairs.count > 6 ? "; …" : "").",
                fr:
                    "Noms qui sont peut-être deux graphies d'un seul acteur (\(pairs.count)) : \(shown.joinedBySemicolons().fr)\(pairs.count > 6 ? " ; …" : "")."
            ),
            remedy: Bilingual(
                en: "Make one of them where they are; else nothing needs to be done.",
                fr: "Réunissez-les quand c'est le cas ; sinon, rien à faire."), at: Place(file: file, line: line)
        )
    }

    private static let mostOfBucket = 400
    private static let shortest = 6

    private static func words(of name: String) -> [String] {
        name.split { !$0.isLetter && !$0.isNumber }.map { FoldedWord.of($0) }.filter { !$0.isEmpty }
    }

    /// One letter of six to nine, two of more; the first letter is the same.
    private static func isNear(_ one: String, _ other: String) -> Bool {
        let limit = min(one.count, other.count) >= 10 ? 2 : 1
        guard one != other, one.first == other.first, abs(one.count - other.count) <= limit else { return false }
        return NearestMatch.isWithin(limit, one, other)
    }
}
