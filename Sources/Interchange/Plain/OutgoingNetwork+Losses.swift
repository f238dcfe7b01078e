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
    mutating func reportUncarried(_ format: String) {
        if network.description.territory != nil || network.description.surveyed != nil {
            lose("the territory (its perimeters, codes and what was surveyed)", format)
        }
        if let lostAbsences { lose(lostAbsences, format) }
        if !network.sources.isEmpty { lose("the citations of the sources", format) }
        let hasNames =
            network.tieKinds.contains { $0.name != Bilingual($0.id) }
            || network.actorKinds.contains { $0.name != Bilingual($0.id) }
            || network.eventKinds.contains { $0.name != Bilingual($0.id) }
        if hasNames { lose("the names of the kinds", format) }
    }

    /// Programs that read files whose ties are all directed, or none.
    mutating func reportMixed(_ programs: String) {
        guard isMixed else { return }
        note(
            "mixed-direction", "Some ties have a direction and others none, which \(programs) do not read as it is.",
            "For them, convert with --both-ways: a tie without direction is written as two.")
    }

    /// Columns that a format has no room for.
    mutating func reportColumns(
        _ format: String, nodes isNodeCarried: (String) -> Bool, ties isTieCarried: (String) -> Bool
    ) {
        let lost = nodeColumns.map(\.name).filter { !isNodeCarried($0) }
        if !lost.isEmpty { lose("attributes of actors (\(Self.list(lost)))", format) }
        let lostTies = tieColumns.map(\.name).filter { !isTieCarried($0) }
        if !lostTies.isEmpty { lose("attributes of ties (\(Self.list(lostTies)))", format) }
    }

    static func list(_ names: [String]) -> String {
        names.prefix(12).map { Excerpt.of($0) }.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }
}
