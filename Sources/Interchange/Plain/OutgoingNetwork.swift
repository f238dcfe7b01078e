import NetworkModel
import Tabular
import Vocabulary

/// A network on its way into a network file: nodes and ties with attributes in typed columns, and
/// what the file cannot carry.
///
/// Nodes are the actors and, where there are any, the events behind them; ties are the ties, then
/// the participations.
struct OutgoingNetwork {
    let network: Network
    let ids: [String]
    /// Nil where a node is called what its id says.
    let names: [String?]
    var nodeColumns: [OutgoingColumn]
    var tieColumns: [OutgoingColumn]
    let hasWeights: Bool
    /// Kept, not looked for at each question: formats ask for every tie.
    let hasDirected: Bool
    let hasUndirected: Bool
    var findings: [Finding] = []
    /// What is lost with the rows that tell that there is no tie; nil where there are none.
    let lostAbsences: Bilingual?
    /// Whether each participation is two rows, one each way.
    private let participationIsTwofold: Bool

    var nodeCount: Int { ids.count }
    var tieCount: Int { network.ties.count + network.participation.count * (participationIsTwofold ? 2 : 1) }

    init(_ whole: Network, _ options: NetworkFormat.WritingOptions = .init()) {
        let present = whole.withoutToldAbsences()
        lostAbsences = whole.lostAbsences
        network = options.bothWays ? present.withTiesBothWays() : present
        participationIsTwofold = options.bothWays
        let actors = network.actors
        (ids, findings) = Self.ids(network)
        names =
            actors.indices.map { actors.name(at: $0) == actors.id(at: $0) ? nil : actors.name(at: $0) }
            + network.events.map { $0.name == $0.id ? nil : $0.name }
        nodeColumns = OutgoingColumns.nodes(network)
        tieColumns = OutgoingColumns.ties(network, twofold: options.bothWays)
        hasWeights =
            !network.ties.weights.isEmpty || network.participation.contains { $0.count != nil && $0.count != 1 }
        let (ties, kinds, hasParts) = (network.ties, network.tieKinds, !network.participation.isEmpty)
        hasDirected = ties.indices.contains { kinds[ties.kind(at: $0)].isDirected } || (hasParts && options.bothWays)
        hasUndirected =
            ties.indices.contains { !kinds[ties.kind(at: $0)].isDirected } || (hasParts && !options.bothWays)
    }

    /// Events follow the actors, so that an event of an actor's id is given another.
    private static func ids(_ network: Network) -> (ids: [String], findings: [Finding]) {
        var ids = network.actors.allIDs
        var findings: [Finding] = []
        guard !network.events.isEmpty else { return (ids, findings) }
        var taken = Set(ids).union(network.events.map(\.id))
        let actors = Set(ids)
        for event in network.events {
            var id = event.id
            if actors.contains(id) {
                repeat { id += "_event" } while !taken.insert(id).inserted
                findings.append(
                    Finding(
                        .note, "renamed",
                        Bilingual(
                            en:
                                "The event \"\(Excerpt.of(event.id))\" is called \"\(Excerpt.of(id))\" in the file: an actor has its id.",
                            fr:
                                "L'événement « \(Excerpt.of(event.id)) » s'appelle « \(Excerpt.of(id)) » dans le fichier : un acteur a son identifiant."
                        ),
                        remedy: .nothingToDo,
                        at: Place(file: network.description.name, id: Excerpt.of(event.id))))
            }
            ids.append(id)
        }
        return (ids, findings)
    }

    // MARK: Ties

    func source(_ row: Int) -> Int { ends(row).source }

    func target(_ row: Int) -> Int { ends(row).target }

    private func ends(_ row: Int) -> (source: Int, target: Int) {
        guard row >= network.ties.count else { return (Int(network.ties.sources[row]), Int(network.ties.targets[row])) }
        let (actor, event) = (participation(row).actor, network.actors.count + participation(row).event)
        let isTurned = participationIsTwofold && !(row - network.ties.count).isMultiple(of: 2)
        return isTurned ? (event, actor) : (actor, event)
    }

    func isDirected(_ row: Int) -> Bool {
        row < network.ties.count ? network.tieKinds[network.ties.kind(at: row)].isDirected : participationIsTwofold
    }

    func weight(_ row: Int) -> Double {
        row < network.ties.count ? network.ties.weight(at: row) : participation(row).count ?? 1
    }

    func isUncounted(_ row: Int) -> Bool { row >= network.ties.count && participation(row).count == nil }

    /// The position of the kind; participations come behind the kinds of tie.
    func kind(_ row: Int) -> Int {
        row < network.ties.count ? network.ties.kind(at: row) : network.tieKinds.count
    }

    private func participation(_ row: Int) -> Participation {
        network.participation[(row - network.ties.count) / (participationIsTwofold ? 2 : 1)]
    }

    /// What a file that tells it once says: where there are no ties, what the kinds say.
    var isDirected: Bool { tieCount == 0 ? network.tieKinds.first?.isDirected ?? false : hasDirected }
    var isMixed: Bool { hasDirected && hasUndirected }
    /// Whether all that ties anybody is a part in an event: what formats have two modes for.
    var isTwoMode: Bool { !network.events.isEmpty && network.ties.isEmpty }

    /// Whether two ties have the same ends, of whatever kind.
    var hasParallelTies: Bool {
        var seen: Set<Int> = []
        return (0..<tieCount).contains { row in
            let (one, other) = (source(row), target(row))
            let (first, second) = isDirected || one < other ? (one, other) : (other, one)
            return !seen.insert(first << 32 | second).inserted
        }
    }

    // MARK: What is said

    mutating func note(_ code: String, _ message: Bilingual, _ remedy: Bilingual) {
        findings.append(Finding(.note, code, message, remedy: remedy, at: Place(file: network.description.name)))
    }

    mutating func lose(_ what: Bilingual, _ format: Bilingual) {
        note(
            "not-carried",
            Bilingual(en: "\(format.en) cannot hold \(what.en).", fr: "\(format.fr) ne peut pas contenir \(what.fr)."),
            .keepTheDataset)
    }

    /// Gives columns the names that a file can hold, each its own.
    mutating func rename(_ wanted: (String) -> String, reserved: Set<String> = []) {
        var changes: [(String, String)] = []
        for path in [\OutgoingNetwork.nodeColumns, \OutgoingNetwork.tieColumns] {
            var taken = reserved
            for place in self[keyPath: path].indices {
                let old = self[keyPath: path][place].name
                var new = wanted(old)
                while !taken.insert(new).inserted { new += "_" }
                self[keyPath: path][place].name = new
                if new != old { changes.append((old, new)) }
            }
        }
        for (old, new) in changes.prefix(20) {
            note(
                "renamed",
                Bilingual(
                    en: "The attribute \"\(Excerpt.of(old))\" is called \"\(Excerpt.of(new))\" in the file.",
                    fr: "L'attribut « \(Excerpt.of(old)) » s'appelle « \(Excerpt.of(new)) » dans le fichier."),
                .nothingToDo)
        }
        if changes.count > 20 {
            note(
                "renamed",
                Bilingual(
                    en: "\(changes.count - 20) more attributes have other names.",
                    fr: "Autres attributs qui ont changé de nom : \(changes.count - 20)."), .nothingToDo)
        }
    }

    /// Counts the texts that a format has to change, and says so.
    ///
    /// - Parameter idsOnly: whether the format holds no other texts.
    mutating func reportChanged(
        _ format: Bilingual, _ what: Bilingual, idsOnly: Bool = false, _ holds: (String) -> Bool
    ) {
        var changed = ids.count { !holds($0) }
        if !idsOnly { changed += names.count { !($0.map(holds) ?? true) } }
        for column in idsOnly ? [] : nodeColumns {
            changed += (0..<nodeCount).count { !(column.cell($0).map(holds) ?? true) }
        }
        for column in idsOnly ? [] : tieColumns {
            changed += (0..<tieCount).count { !(column.cell($0).map(holds) ?? true) }
        }
        guard changed > 0 else { return }
        note(
            "changed-text",
            Bilingual(
                en: "\(format.en) cannot hold \(what.en); \(changed) texts were changed.",
                fr: "\(format.fr) ne peut pas contenir \(what.fr) ; textes changés : \(changed)."),
            .keepTheDataset)
    }
}
