/// What is known of a tie's (or event's) present existence. An empty cell is `unknown`.
public enum TieStatus: String, Sendable, CaseIterable, Codable {
    case active, dormant, potential, planned, past
    /// Nothing is said; written as an empty cell.
    case unknown = ""

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
