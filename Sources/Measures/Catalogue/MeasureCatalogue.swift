import Vocabulary

/// Every measure, in the order in which lists and tables show them. A new measure is one file in
/// its family's folder and one line here.
public enum MeasureCatalogue {
    /// One by one; no id stands twice, nor among `variants`.
    public static let all: [Measure] = [
        DegreeMeasures.all,
        AlphaMeasures.all,
        ClosenessMeasures.all,
        PrestigeMeasures.all,
        BetweennessMeasures.all,
        [ApproximateBetweennessMeasure.actor],
        SpectralMeasures.all,
        FlowMeasures.all,
        CoreMeasures.all,
        LocalMeasures.all,
        BicomponentMeasures.all,
        CliqueMeasures.all,
        CohesionLevelMeasures.all,
        StructuralHoleMeasures.all,
        BrokerageMeasures.all,
        [EIIndex.actor],
        YulesQ.all,
        EgoCompositionMeasures.all,
        CohesionMeasures.all,
        CentralizationMeasures.all,
        CommunityMeasures.all,
        CorePeripheryMeasures.all,
        EquivalenceMeasures.all,
        KeyPlayerMeasures.all,
        DistanceKeyPlayerMeasures.all,
        SocialCapitalMeasures.all,
        ResourceMeasures.all,
        TwoModeMeasures.all,
        TwoModeClosureMeasures.all,
        TwoModeGroupMeasures.all,
        MultilayerMeasures.all,
        KrackhardtMeasures.all,
        SmallWorldMeasures.all,
        DegreeMixingMeasures.all,
        NumberMixingMeasures.all,
        [RichClubCurve.table],
        NetworkEIMeasures.all,
        GroupMeasures.all,
        CensusMeasures.all,
        [TripleHelix.synergy],
    ].flatMap { $0 }

    /// The measures in other conventions, each by an id of its own.
    public static let variants: [Measure] = variants(of: all)

    /// The other conventions of these measures.
    public static func variants(of measures: [Measure]) -> [Measure] {
        measures.flatMap { measure in measure.variants.map(measure.measure(of:)) }
    }

    /// The measure of an id, or the variant of one.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func measure(_ id: String) throws(MilieuError) -> Measure {
        if let known = byID[id] { return known }
        let nearest = NearestMatch.hint(id, in: byID.keys)
        throw MilieuError(
            .usage, Bilingual(en: "There is no measure \"\(id)\".", fr: "Il n'y a pas de mesure « \(id) »."),
            remedy: nearest
                + Bilingual(
                    en: "`milieu measure --list` shows them all.", fr: "`milieu measure --list` les montre toutes."))
    }

    private static let byID = Dictionary(uniqueKeysWithValues: (all + variants).map { ($0.id, $0) })
}
