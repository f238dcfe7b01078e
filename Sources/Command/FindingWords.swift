import Milieu

extension Finding.Severity {
    /// What a line for a person calls it; programs get the raw value.
    var name: Bilingual {
        switch self {
        case .error: Bilingual(en: "error", fr: "erreur")
        case .warning: Bilingual(en: "warning", fr: "avertissement")
        case .note: Bilingual(en: "note", fr: "remarque")
        }
    }
}
