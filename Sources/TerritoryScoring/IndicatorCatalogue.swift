import Vocabulary

/// Every scoring indicator, in the order in which tables and pages show them. A new one is one file
/// in `Indicators` and one line here; its weight stands in the method file.
public enum IndicatorCatalogue {
    /// One by one; no id stands twice.
    public static let all: [Indicator] = [
        LearningParticipation.indicator,
        KnowledgeReach.indicator,
        CognitiveDiversity.indicator,
        RelatedVariety.indicator,
        ExternalOpenness.indicator,
        Gatekeeping.indicator,
        AbsorptiveCapacity.indicator,
        KnowledgeConversion.indicator,
        ActivityCreation.indicator,
        InteractionParticipation.indicator,
        Connectedness.indicator,
        Intensity.indicator,
        Activation.indicator,
        Reciprocity.indicator,
        Multiplexity.indicator,
        Closure.indicator,
        Robustness.indicator,
        Mixing.indicator,
        Inclusiveness.indicator,
        CollectiveEvents.indicator,
        Pooling.indicator,
        CitizenFinance.indicator,
        SharedGovernance.indicator,
    ]

    /// The indicator of an id.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func indicator(_ id: String) throws(MilieuError) -> Indicator {
        if let known = all.first(where: { $0.id == id }) { return known }
        let nearest = NearestMatch.hint(id, in: all.map(\.id))
        throw MilieuError(
            .usage, Bilingual(en: "There is no indicator \"\(id)\".", fr: "Il n'y a pas d'indicateur « \(id) »."),
            remedy: nearest
                + Bilingual(
                    en: "Known are: \(all.map(\.id).joined(separator: ", ")).",
                    fr: "Sont connus : \(all.map(\.id).joined(separator: ", "))."))
    }
}

extension Situation {
    /// Every indicator, in the order of the catalogue.
    var values: [IndicatorValue] { IndicatorCatalogue.all.map { $0.compute(self) } }

    /// The same where only `changed` is other than where `known` was found, the actors that are there
    /// and all else of the scenario being the same; nil: all may be other.
    /// - Parameter wanted: the places in the catalogue that matter; the others stay as they were. Nil: all do.
    func values(
        after changed: Reads?, from known: [IndicatorValue], only wanted: Set<Int>? = nil
    ) -> [IndicatorValue] {
        IndicatorCatalogue.all.indices.map { place in
            let indicator = IndicatorCatalogue.all[place]
            guard changed.map({ !indicator.reads.isDisjoint(with: $0) }) ?? true, wanted?.contains(place) ?? true else {
                return known[place]
            }
            return indicator.compute(self)
        }
    }
}
