import Vocabulary

/// Which measures to take.
public struct MeasureSelection: Sendable, Hashable {
    /// In this order; empty: every measure of the level and profile that the network allows.
    public var ids: [String]
    /// Nil: that of the ids; actor level where there are none.
    public var level: Level?
    /// Keeps, of all measures, those of a profile.
    public var profile: Measure.Profile?
    /// Whether measures named are left out where the network does not allow them, as others are.
    public var skipsRefused: Bool

    /// Without ids, every measure of the level that the network allows.
    public init(
        ids: [String] = [], level: Level? = nil, profile: Measure.Profile? = nil, skipsRefused: Bool = false
    ) {
        self.ids = ids
        self.level = level
        self.profile = profile
        self.skipsRefused = skipsRefused
    }

    /// Whether each measure was asked for by name, so that one that cannot be had is an error.
    public var isByName: Bool { !ids.isEmpty && !skipsRefused }

    /// The measures, all of one level.
    ///
    /// - Throws: `MilieuError` of cause `usage` for an unknown id, ids of several levels, or ids of
    ///   another level than the one asked for.
    public func measures() throws(MilieuError) -> [Measure] {
        guard !ids.isEmpty else {
            let level = level ?? .actor
            return MeasureCatalogue.all.filter {
                $0.level == level && (profile.map($0.profiles.contains) ?? true)
            }
        }
        var chosen: [Measure] = []
        for id in ids where !chosen.contains(where: { $0.id == id }) {
            chosen.append(try MeasureCatalogue.measure(id))
        }
        let wanted = level ?? chosen[0].level
        if let other = chosen.first(where: { $0.level != wanted }) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "\"\(other.id)\" is a measure of \(other.level.rawValue) level, and one table holds one level (here: \(wanted.rawValue)).",
                    fr:
                        "« \(other.id) » est une mesure de niveau \(other.level.rawValue), et une table contient un seul niveau (ici : \(wanted.rawValue))."
                ),
                remedy: Bilingual(
                    en: "Ask for measures of one level at a time.",
                    fr: "Demandez des mesures d'un seul niveau à la fois."))
        }
        return chosen
    }
}
