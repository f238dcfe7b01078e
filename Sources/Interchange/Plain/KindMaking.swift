import NetworkModel
import Vocabulary

/// The kinds of tie that a file uses. One that is used with and without direction is made two.
struct KindMaking {
    private struct Key: Hashable {
        let id: String
        let isDirected: Bool
    }

    private var kinds: [TieKind] = []
    private var lines: [Int] = []
    private var places: [Key: Int] = [:]

    mutating func kind(
        _ id: String, isDirected: Bool, layer: String?, means: WeightMeaning?, line: Int, _ plain: inout PlainNetwork
    ) -> Int {
        let layer = layer.map { Layer(rawValue: $0.lowercased()) }
        let key = Key(id: id, isDirected: isDirected)
        if let place = places[key] {
            if let layer, kinds[place].layer != layer {
                plain.report(
                    .error, "two-layers",
                    Bilingual(
                        en:
                            "The kind of tie is in the layer \"\(Excerpt.of(kinds[place].layer.rawValue))\" on line \(lines[place]).",
                        fr:
                            "Le type de lien est dans la couche « \(Excerpt.of(kinds[place].layer.rawValue)) » à la ligne \(lines[place])."
                    ),
                    remedy: Bilingual(
                        en: "Give the ties of each layer a kind of their own.",
                        fr: "Donnez aux liens de chaque couche un type qui leur soit propre."), line: line,
                    column: "layer")
            }
            return place
        }
        places[key] = kinds.count
        lines.append(line)
        kinds.append(TieKind(id: id, isDirected: isDirected, layer: layer ?? .cooperation, weightMeans: means))
        return kinds.count - 1
    }

    /// The kinds, each with an id of its own.
    mutating func finish(_ plain: inout PlainNetwork) -> [TieKind] {
        if kinds.isEmpty { return [TieKind(id: "tie", isDirected: plain.directions.first.flatMap { $0 } ?? false)] }
        var taken = Set(kinds.map(\.id))
        var seen: Set<String> = []
        for place in kinds.indices where !seen.insert(kinds[place].id).inserted {
            let old = kinds[place].id
            var new = old + (kinds[place].isDirected ? "_directed" : "_undirected")
            while !taken.insert(new).inserted { new += "_" }
            kinds[place].id = new
            kinds[place].name = Bilingual(new)
            let said = PlainNetwork.mixedDirection(old, new)
            plain.report(.note, "mixed-direction", said.message, remedy: said.remedy, line: lines[place])
        }
        return kinds
    }
}
