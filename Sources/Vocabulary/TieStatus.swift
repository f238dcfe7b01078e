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

    /// Other words that are read as it.
    public var alsoSaid: [String] {
        switch self {
        case .active: ["active", "actifs", "en cours", "en activité", "existant", "existante", "ongoing", "current"]
        case .dormant:
            ["dormante", "en sommeil", "suspendu", "suspendue", "en pause", "inactif", "inactive", "suspended"]
        case .potential: ["potentielle", "possible", "envisagé", "envisagée"]
        case .planned: ["prévue", "planifié", "planifiée", "à venir", "en projet", "projet"]
        case .past:
            [
                "passée", "terminé", "terminée", "fini", "finie", "achevé", "achevée", "clos", "close", "arrêté",
                "arrêtée",
                "ended", "finished", "former", "ancien", "ancienne",
            ]
        case .unknown: ["inconnue", "?", "nsp", "non renseigné"]
        }
    }
}
