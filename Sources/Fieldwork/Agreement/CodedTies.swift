import NetworkModel
import Vocabulary

/// The ties of two coders over one list of actors: those that both have.
struct CodedTies {
    /// A tie by what makes it one: its kind, and its ends, in order where it has no direction.
    struct Key: Hashable {
        let kind: String
        let source: Int
        let target: Int
    }

    /// Rows by key; the ends are pairs of the matching, or ends that only one coder has, numbered behind these.
    let first: [Key: [Int]]
    let second: [Key: [Int]]
    /// Keys in the order of the first coder's rows, then of the second's.
    let keys: [Key]
    let sharedCount: Int
    /// Of each kind, its layer and whether it has a direction.
    let kinds: [String: TieKind]

    init(_ one: Network, _ other: Network, _ actors: CoderMatching) throws(MilieuError) {
        kinds = try Self.kinds(one, other)
        sharedCount = actors.pairs.count
        var place: [Int: Int] = [:]
        for (number, pair) in actors.pairs.enumerated() { place[pair.first] = number }
        var next = actors.pairs.count
        for actor in actors.onlyFirst { (place[actor], next) = (next, next + 1) }
        var otherPlace: [Int: Int] = [:]
        for (number, pair) in actors.pairs.enumerated() { otherPlace[pair.second] = number }
        for actor in actors.onlySecond { (otherPlace[actor], next) = (next, next + 1) }
        var keys: [Key] = []
        var seen: Set<Key> = []
        func rows(_ network: Network, _ place: [Int: Int]) -> [Key: [Int]] {
            var rows: [Key: [Int]] = [:]
            for (row, tie) in network.ties.enumerated() where tie.source != tie.target && tie.weight != 0 {
                let kind = network.tieKinds[tie.kind]
                let (source, target) = (place[tie.source] ?? -1, place[tie.target] ?? -1)
                let isTurned = !kind.isDirected && source > target
                let key = Key(kind: kind.id, source: isTurned ? target : source, target: isTurned ? source : target)
                rows[key, default: []].append(row)
                if seen.insert(key).inserted { keys.append(key) }
            }
            // Rows of one tie stand in the order of their dates, so that the two coders' can be laid side by side.
            return rows.mapValues { own in
                own.sorted {
                    let (one, other) = (network.ties[$0].details.since, network.ties[$1].details.since)
                    return (one?.earliest ?? .max, $0) < (other?.earliest ?? .max, $1)
                }
            }
        }
        first = rows(one, place)
        second = rows(other, otherPlace)
        self.keys = keys
    }

    func isShared(_ key: Key) -> Bool { key.source < sharedCount && key.target < sharedCount }

    func layer(_ key: Key) -> Layer { kinds[key.kind]?.layer ?? .cooperation }

    private static func kinds(_ one: Network, _ other: Network) throws(MilieuError) -> [String: TieKind] {
        var kinds = Dictionary(one.tieKinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for kind in other.tieKinds {
            guard let known = kinds.updateValue(kinds[kind.id] ?? kind, forKey: kind.id) else { continue }
            guard known.isDirected == kind.isDirected, known.layer == kind.layer else {
                throw MilieuError(
                    .data,
                    Bilingual(
                        en: "The two datasets declare the kind of tie \"\(Excerpt.of(kind.id))\" differently.",
                        fr:
                            "Les deux jeux de données déclarent différemment le type de lien « \(Excerpt.of(kind.id)) »."
                    ),
                    remedy: Bilingual(
                        en: "Give it one direction and one layer in both, or two names.",
                        fr: "Donnez-lui une seule direction et une seule couche dans les deux, ou deux noms."),
                    at: Place(file: TieKind.table.schema.file, id: Excerpt.of(kind.id)))
            }
        }
        return kinds
    }
}
