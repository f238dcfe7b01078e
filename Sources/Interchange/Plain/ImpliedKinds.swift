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
            let said = PlainNetwork.mixedDirection(old, new)
            table.report(.note, "mixed-direction", said.message, remedy: said.remedy, column: "type", line: line)
        }
    }
}
