import NetworkModel
import Vocabulary

/// Kinds of tie that nothing declares: those that the rows name. One with ties with and without direction is made
/// two.
struct ImpliedKinds: Sendable {
    private(set) var kinds: [TieKind] = []
    /// The second sort of a kind: what both were called, what it is called, and the line of its first tie.
    private(set) var split: [(old: String, new: String, line: Int)] = []
    private var places: [Key: Int] = [:]
    private var taken: Set<String> = []

    private struct Key: Hashable {
        let id: String
        let isDirected: Bool
    }

    /// The place of a kind, made where it is new.
    mutating func place(of id: String, isDirected: Bool, layer: Layer?, line: Int) -> Int {
        let key = Key(id: id, isDirected: isDirected)
        if let known = places[key] { return known }
        var name = id
        if !taken.insert(id).inserted {
            name += isDirected ? "_directed" : "_undirected"
            while !taken.insert(name).inserted { name += "_" }
            split.append((id, name, line))
        }
        places[key] = kinds.count
        kinds.append(TieKind(id: name, isDirected: isDirected, layer: layer ?? .cooperation))
        return kinds.count - 1
    }

    /// The layer of a kind that is there already.
    func layer(of id: String, isDirected: Bool) -> Layer? {
        places[Key(id: id, isDirected: isDirected)].map { kinds[$0].layer }
    }

    func report(in table: inout TableReader) {
        for (old, new, line) in split {
            table.report(
                .note, "mixed-direction",
                Bilingual(
                    en:
                        "Ties of the kind \"\(Excerpt.of(old))\" are with and without direction; one sort is called \"\(Excerpt.of(new))\".",
                    fr:
                        "Des liens du type « \(Excerpt.of(old)) » sont orientés et d'autres non ; une des deux sortes s'appelle « \(Excerpt.of(new)) »."
                ),
                remedy: Bilingual(
                    en: "Nothing needs to be done; choose one with --directed or --undirected.",
                    fr: "Rien à faire ; choisissez-en une par --directed ou --undirected."), column: "type",
                line: line)
        }
    }
}
