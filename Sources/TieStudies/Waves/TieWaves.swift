import GraphKernels
import Measures
import NetworkModel
import TieModels
import Vocabulary

/// Two observations of the ties of the same actors.
public struct TieWaves: Sendable {
    /// The later wave over the actors of both, with what is known of them.
    public let after: TieData
    /// The earlier wave's ties over the same actors.
    public let before: [(source: Int, target: Int)]
    /// Actors of one wave alone, which are left out.
    public let leftOut: Int
    /// The place of each of these actors among the nodes of the later view.
    let places: [Int]

    /// Joins two views over the actors of both.
    ///
    /// - Parameters:
    ///   - relations: numbers of pairs over the nodes of the later view.
    /// - Throws: `MilieuError` where the waves are not of one kind, or have fewer than three actors in common.
    public init(
        before earlier: MeasureContext, after later: MeasureContext, relations: [String: PairNumbers] = [:]
    ) throws(MilieuError) {
        guard !earlier.view.isTwoMode, !later.view.isTwoMode, earlier.view.isDirected == later.view.isDirected else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The two waves are not of one kind: directed or not, of actors only.",
                    fr: "Les deux vagues ne sont pas d'une même sorte : orientées ou non, d'acteurs seulement."),
                remedy: Bilingual(
                    en: "Read both alike, with --directed or --undirected and --events left-out.",
                    fr: "Lisez les deux de la même façon, avec --directed ou --undirected et --events left-out."))
        }
        let (whole, old) = (try TieData(later, relations: relations), try TieData(earlier))
        var oldPlaces: [String: Int] = [:]
        for (place, id) in old.ids.enumerated() { oldPlaces[id] = place }
        places = whole.ids.indices.filter { oldPlaces[whole.ids[$0]] != nil }
        guard places.count > 2 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The two waves have \(places.count, en: "actor", "actors") in common: too few to say what changed.",
                    fr:
                        "Les deux vagues ont \(places.count, fr: "acteur", "acteurs") en commun : trop peu pour dire ce qui a changé."
                ),
                remedy: Bilingual(
                    en: "Name the actors of both waves by the same ids.",
                    fr: "Désignez les acteurs des deux vagues par les mêmes identifiants."))
        }
        var (fromNew, fromOld): ([Int: Int], [Int: Int]) = ([:], [:])
        for (place, node) in places.enumerated() {
            fromNew[node] = place
            if let other = oldPlaces[whole.ids[node]] { fromOld[other] = place }
        }
        func moved(_ ties: [(source: Int, target: Int)], _ map: [Int: Int]) -> [(source: Int, target: Int)] {
            ties.compactMap { tie in
                guard let one = map[tie.source], let other = map[tie.target] else { return nil }
                return (one, other)
            }
        }
        let kept = places
        var common = TieData(
            ids: kept.map { whole.ids[$0] }, isDirected: whole.isDirected, ties: moved(whole.ties, fromNew))
        common.attributes = whole.attributes.mapValues { values in kept.map { values[$0] } }
        common.relations = whole.relations.mapValues { matrix in
            var part = SquareMatrix(size: kept.count)
            for i in kept.indices { for j in kept.indices { part[i, j] = matrix[kept[i], kept[j]] } }
            return part
        }
        // Of a pair that one wave did not observe nobody knows whether it changed.
        var seen: Set<[Int]> = []
        common.unobserved = (moved(whole.unobserved, fromNew) + moved(old.unobserved, fromOld)).filter { pair in
            seen.insert(
                whole.isDirected
                    ? [pair.source, pair.target] : [min(pair.source, pair.target), max(pair.source, pair.target)]
            ).inserted
        }
        after = common
        before = moved(old.ties, fromOld)
        leftOut = whole.ids.count + old.ids.count - 2 * places.count
    }

    /// What became of pairs.
    public struct Count: Sendable {
        /// Pairs; tied before, after; in both waves.
        public internal(set) var pairs = 0
        /// Tied before.
        public internal(set) var before = 0
        /// Tied after.
        public internal(set) var after = 0
        /// Tied in both waves.
        public internal(set) var kept = 0

        /// Tied after and not before.
        public var created: Int { after - kept }
        /// Tied before and not after.
        public var dissolved: Int { before - kept }
        /// Kept among those tied in either wave (Jaccard); nil where none is.
        public var jaccard: Double? {
            let either = before + after - kept
            return either > 0 ? Double(kept) / Double(either) : nil
        }
        /// Created among the pairs that were not tied; nil where all were.
        public var creation: Double? { pairs > before ? Double(created) / Double(pairs - before) : nil }
        /// Dissolved among the ties that were; nil where there were none.
        public var dissolution: Double? { before > 0 ? Double(dissolved) / Double(before) : nil }
    }

    /// What became of the pairs of each class; pairs of class nil, and those unobserved, count in none.
    func counts<Class: Hashable>(_ classOf: (Int, Int) -> Class?) -> [Class: Count] {
        let directed = after.isDirected
        func pair(_ tie: (source: Int, target: Int)) -> [Int] {
            directed ? [tie.source, tie.target] : [min(tie.source, tie.target), max(tie.source, tie.target)]
        }
        let (old, new) = (Set(before.map(pair)), Set(after.ties.map(pair)))
        let unobserved = Set(after.unobserved.map(pair)).subtracting(old).subtracting(new)
        var counts: [Class: Count] = [:]
        for i in after.ids.indices {
            for j in (directed ? 0 : i + 1)..<max(after.ids.count, i + 1) where i != j {
                guard !unobserved.contains([i, j]), let found = classOf(i, j) else { continue }
                var count = counts[found] ?? Count()
                let (was, isTied) = (old.contains([i, j]), new.contains([i, j]))
                count.pairs += 1
                if was { count.before += 1 }
                if isTied { count.after += 1 }
                if was && isTied { count.kept += 1 }
                counts[found] = count
            }
        }
        return counts
    }
}
