import Measures
import Tabular
import Vocabulary

/// Which measures of actors the report shows, and how they are grouped.
enum ReportMeasures {
    /// A choice of columns for the table of actors: positions among the measures taken.
    struct Choice {
        let name: String
        let columns: [Int]
    }

    /// What the table of actors shows on paper, and first: one of each kind of place in a network.
    private static let main = [
        "degree", "betweenness_normalized", "harmonic", "constraint", "effective_size", "coreness", "clustering", "community",
        "degree_two_mode", "betweenness_two_mode", "clustering_two_mode_opsahl", "community_two_mode",
    ]

    /// The main measures, then those of each profile, then all.
    static func choices(_ subject: ReportSubject) -> [Choice] {
        let measures = subject.actors.measures
        let words = subject.words
        var choices = [Choice(name: words("main measures", "mesures principales"), columns: mainColumns(subject))]
        for profile in Measure.Profile.allCases {
            let columns = measures.indices.filter { measures[$0].profiles.contains(profile) }
            if !columns.isEmpty { choices.append(Choice(name: words(name(profile)), columns: columns)) }
        }
        choices.append(Choice(name: words("all measures", "toutes les mesures"), columns: Array(measures.indices)))
        return choices
    }

    static func mainColumns(_ subject: ReportSubject) -> [Int] {
        main.compactMap { id in subject.actors.measures.firstIndex { $0.id == id } }
    }

    private static func name(_ profile: Measure.Profile) -> Bilingual {
        switch profile {
        case .centrality: Bilingual(en: "centrality", fr: "centralité")
        case .roles: Bilingual(en: "roles", fr: "rôles")
        case .structure: Bilingual(en: "structure", fr: "structure")
        case .socialCapital: Bilingual(en: "social capital", fr: "capital social")
        }
    }
}
