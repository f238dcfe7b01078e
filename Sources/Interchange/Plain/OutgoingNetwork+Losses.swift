import NetworkModel
import Tabular
import Vocabulary

/// What most network files cannot carry.
extension OutgoingNetwork {
    /// Nil for a participation of which no count is told; it counts as 1.
    func weightText(_ row: Int) -> String? {
        isUncounted(row) ? nil : NumberText.shortest(weight(row))
    }

    /// What no network file has room for: what a dataset says of itself and of its vocabulary.
    mutating func reportUncarried(_ format: Bilingual) {
        if network.description.territory != nil || network.description.surveyed != nil {
            lose(
                Bilingual(
                    en: "the territory (its perimeters, codes and what was surveyed)",
                    fr: "le territoire (ses périmètres, ses codes et ce qui a été relevé)"), format)
        }
        if let lostAbsences { lose(lostAbsences, format) }
        if !network.sources.isEmpty {
            lose(Bilingual(en: "the citations of the sources", fr: "les citations des sources"), format)
        }
        let hasNames =
            network.tieKinds.contains { $0.name != Bilingual($0.id) }
            || network.actorKinds.contains { $0.name != Bilingual($0.id) }
            || network.eventKinds.contains { $0.name != Bilingual($0.id) }
        if hasNames { lose(Bilingual(en: "the names of the kinds", fr: "les noms des types"), format) }
    }

    /// Programs that read files whose ties are all directed, or none.
    mutating func reportMixed(_ programs: Bilingual) {
        guard isMixed else { return }
        note(
            "mixed-direction",
            Bilingual(
                en: "Some ties have a direction and others none, which is not read as it is by \(programs.en).",
                fr: "Certains liens ont une direction et d'autres non, ce qui n'est pas lu tel quel par \(programs.fr)."
            ),
            Bilingual(
                en: "For them, convert with --both-ways: a tie without direction is written as two.",
                fr: "Pour eux, convertissez avec --both-ways : un lien non orienté s'écrit comme deux."))
    }

    /// Columns that a format has no room for.
    mutating func reportColumns(
        _ format: Bilingual, nodes isNodeCarried: (String) -> Bool, ties isTieCarried: (String) -> Bool
    ) {
        let lost = nodeColumns.map(\.name).filter { !isNodeCarried($0) }
        if !lost.isEmpty {
            lose(
                Bilingual(
                    en: "attributes of actors (\(Self.list(lost)))", fr: "des attributs d'acteurs (\(Self.list(lost)))"),
                format)
        }
        let lostTies = tieColumns.map(\.name).filter { !isTieCarried($0) }
        if !lostTies.isEmpty {
            lose(
                Bilingual(
                    en: "attributes of ties (\(Self.list(lostTies)))",
                    fr: "des attributs de liens (\(Self.list(lostTies)))"), format)
        }
    }

    static func list(_ names: [String]) -> String {
        names.prefix(12).map { Excerpt.of($0) }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }
}
