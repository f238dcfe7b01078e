/// What is known of a tie's (or event's) present existence. An empty cell is `unknown`.
public enum TieStatus: String, Sendable, CaseIterable, Codable {
    /// Active and dormant are there now; potential and planned are not yet, past is no longer. The raw value is the
    /// cell's text.
    case active, dormant, potential, planned, past
    /// Nothing is said; written as an empty cell.
    case unknown = ""

    /// What captions and codebooks call it.
    public var name: Bilingual {
        switch self {
        case .active: Bilingual(en: "active", fr: "actif")
        case .dormant: Bilingual(en: "dormant", fr: "dormant")
        case .potential: Bilingual(en: "potential", fr: "potentiel")
        case .planned: Bilingual(en: "planned", fr: "prévu")
        case .past: Bilingual(en: "past", fr: "passé")
        case .unknown: Bilingual(en: "unknown", fr: "inconnu")
        }
    }
}
