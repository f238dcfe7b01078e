import NetworkModel
import Vocabulary

extension Network {
    /// How many rows of ties tell, by a weight of 0, that there is none.
    public var toldAbsenceCount: Int { ties.weights.count { $0 == 0 } }

    /// The network without those rows: any program that reads a network file would take them for ties.
    func withoutToldAbsences() -> Network {
        guard toldAbsenceCount > 0 else { return self }
        let kept = ties.indices.filter { ties.weights[$0] != 0 }
        // What is valid stays so.
        let less = try? replacing(
            ties: Ties(kept.map { ties[$0] }, attributes: ties.attributes.map { $0.rows(at: kept) }))
        return less ?? self
    }

    /// What a network file says of them, which is nothing.
    var lostAbsences: Bilingual? {
        let count = toldAbsenceCount
        return count > 0
            ? Bilingual(
                en: "that somebody looked and found no tie (\(count) rows of weight 0)",
                fr: "que quelqu'un a cherché sans trouver de lien (\(count, fr: "ligne", "lignes") de poids 0)") : nil
    }
}
