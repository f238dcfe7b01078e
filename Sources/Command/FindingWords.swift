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

extension Place {
    /// The place as a person reads it: `ties.csv:12, colonne « target » (erb)`.
    func words(_ language: Language) -> String {
        guard language == .french else { return description }
        let line = line.map { ":\($0)" } ?? ""
        let column = column.map { ", colonne « \($0) »" } ?? ""
        return file + line + column + (id.map { " (\($0))" } ?? "")
    }
}
