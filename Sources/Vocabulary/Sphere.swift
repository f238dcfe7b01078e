/// The part of social life that an actor's kind belongs to.
public enum Sphere: String, Sendable, CaseIterable, Codable {
    /// The raw value is the text in the column `sphere` of a dataset's kinds of actor.
    case economy, social, `public`, finance, knowledge, citizen

    /// What legends and tables call it; `social` is the social economy.
    public var name: Bilingual {
        switch self {
        case .economy: Bilingual(en: "economy", fr: "économie")
        case .social: Bilingual(en: "social economy", fr: "économie sociale")
        case .public: Bilingual(en: "public bodies", fr: "pouvoirs publics")
        case .finance: Bilingual(en: "finance", fr: "finance")
        case .knowledge: Bilingual(en: "knowledge", fr: "savoir")
        case .citizen: Bilingual(en: "citizens", fr: "citoyens")
        }
    }

    /// Other words that are read as it.
    public var alsoSaid: [String] {
        switch self {
        case .economy: ["économique", "economic", "entreprises", "marché"]
        case .social:
            ["sociale", "ess", "social and solidarity economy", "économie sociale et solidaire", "associatif"]
        case .public: ["publique", "public", "pouvoirs publics", "collectivités", "institutionnel"]
        case .finance: ["financier", "financière", "financial", "financeurs"]
        case .knowledge: ["savoirs", "connaissance", "formation", "recherche"]
        case .citizen: ["citoyen", "citoyenne", "habitants"]
        }
    }
}
