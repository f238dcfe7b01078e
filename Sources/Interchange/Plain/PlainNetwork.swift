import Vocabulary

/// A network as network files know it: nodes and ties with attributes, and the lines on which they
/// stand. Every reader of a file format fills one; what it means is decided in one place,
/// `PlainNetwork+Network`.
struct PlainNetwork {
    let file: String
    var findings = Findings()
    var nodes = PlainTable()
    var ties = PlainTable()
    /// Whether the ids of the nodes only number them, so that unique labels serve better.
    var hasNumberedIDs = false
    /// Whether the nodes' attributes x and y are places from 0 to 1, counted from the upper left.
    var countsPlacesFromTop = false

    /// Whether a fault ended the reading: what is missing then is no further fault.
    var isCut = false

    private(set) var ids: [String] = []
    private(set) var nodeLines: [Int] = []
    private var positions: [String: Int] = [:]

    /// Positions among the nodes; -1 for an id that was not known yet.
    private(set) var sources: [Int32] = []
    private(set) var targets: [Int32] = []
    /// Nil where the file does not say.
    private(set) var directions: [Bool?] = []
    private(set) var tieLines: [Int] = []
    private var openEnds: [(tie: Int, isSource: Bool, id: String)] = []

    /// How many ties a file may have: positions are 32-bit numbers.
    static let most = Int(Int32.max) - 1

    /// How many more nodes a file may count than it has bytes: nodes that are only counted cost it nothing, and the
    /// reader some hundred bytes each.
    static let mostUnnamed = 250_000

    init(file: String) { self.file = file }

    var nodeCount: Int { ids.count }
    var tieCount: Int { sources.count }

    func position(of id: String) -> Int? { positions[id] }

    // MARK: Filling it

    /// A node that no earlier one may be; nil, and a finding, where there is one of its id.
    mutating func add(node id: String, line: Int) -> Int? {
        guard !id.isEmpty else {
            report(
                .error, "missing-value", Bilingual(en: "The node has no id.", fr: "Le nœud n'a pas d'identifiant."),
                remedy: Bilingual(en: "Give it one.", fr: "Donnez-lui-en un."), line: line)
            return nil
        }
        if let known = positions[id] {
            report(
                .error, "duplicate-id",
                Bilingual(
                    en: "The id \"\(Excerpt.of(id))\" is there already, on line \(nodeLines[known]).",
                    fr: "L'identifiant « \(Excerpt.of(id)) » est déjà là, à la ligne \(nodeLines[known])."),
                remedy: Bilingual(
                    en: "Give each node an id of its own, or delete one of the two.",
                    fr: "Donnez à chaque nœud un identifiant qui lui soit propre, ou supprimez l'un des deux."),
                line: line, id: id)
            return nil
        }
        return append(id, line)
    }

    /// The node of that id, made where there is none.
    mutating func node(_ id: String, line: Int) -> Int { positions[id] ?? append(id, line) }

    private mutating func append(_ id: String, _ line: Int) -> Int {
        positions[id] = ids.count
        ids.append(id)
        nodeLines.append(line)
        return ids.count - 1
    }

    /// A tie between two nodes of known position. Returns its own.
    @discardableResult
    mutating func add(tie source: Int, _ target: Int, directed: Bool?, line: Int) -> Int {
        sources.append(Int32(source))
        targets.append(Int32(target))
        directions.append(directed)
        tieLines.append(line)
        return sources.count - 1
    }

    /// A tie between two ids, of nodes that may stand further down.
    @discardableResult
    mutating func add(tie source: String, _ target: String, directed: Bool?, line: Int) -> Int {
        let tie = add(tie: positions[source] ?? -1, positions[target] ?? -1, directed: directed, line: line)
        if sources[tie] < 0 { openEnds.append((tie, true, source)) }
        if targets[tie] < 0 { openEnds.append((tie, false, target)) }
        return tie
    }

    mutating func setDirection(_ isDirected: Bool?, tie: Int) { directions[tie] = isDirected }

    mutating func turn(tie: Int) { swap(&sources[tie], &targets[tie]) }

    mutating func report(
        _ severity: Finding.Severity, _ code: String, _ message: Bilingual, remedy: Bilingual, line: Int?,
        column: String? = nil, id: String? = nil
    ) {
        findings.add(
            severity, code, message, remedy: remedy,
            at: Place(file: file, line: line, column: column, id: id.map { Excerpt.of($0) }))
    }

    /// Leaves out attributes of nodes that say how another program draws them, and says so: its sizes are none of
    /// actors.
    mutating func leaveOut(look names: [String]) {
        nodes.remove(Set(names))
        report(
            .warning, "look-left-out",
            Bilingual(
                en:
                    "The attributes \(names.joined(separator: ", ")) are how the program that wrote the file draws the nodes, and were left out.",
                fr:
                    "Les attributs \(names.joined(separator: ", ")) disent comment le programme qui a écrit le fichier dessine les nœuds, et ont été laissés de côté."
            ),
            remedy: Bilingual(
                en: "Give them other names, if they tell something of the actors.",
                fr: "Donnez-leur d'autres noms, s'ils disent quelque chose des acteurs."), line: nil)
    }

    // MARK: What only the whole shows

    /// Leads each tie to the node that it names; one that there is not is a finding.
    mutating func closeEnds() {
        var comparisonsLeft = 2_000_000
        for end in openEnds {
            if let position = positions[end.id] {
                if end.isSource { sources[end.tie] = Int32(position) } else { targets[end.tie] = Int32(position) }
                continue
            }
            var nearest = Bilingual.empty
            if comparisonsLeft >= ids.count {
                comparisonsLeft -= ids.count
                nearest = NearestMatch.hint(end.id, in: ids)
            }
            report(
                .error, "unknown-id",
                Bilingual(
                    en: "There is no node \"\(Excerpt.of(end.id))\".",
                    fr: "Il n'y a pas de nœud « \(Excerpt.of(end.id)) »."),
                remedy: nearest
                    + Bilingual(
                        en: "Correct the id, or add a node of it.", fr: "Corrigez l'identifiant, ou ajoutez-en un nœud."
                    ), line: tieLines[end.tie],
                column: end.isSource ? "source" : "target", id: end.id)
        }
        openEnds = []
    }

    /// Leaves out all ties but those of some rows.
    mutating func keep(ties rows: [Int]) {
        sources = rows.map { sources[$0] }
        targets = rows.map { targets[$0] }
        directions = rows.map { directions[$0] }
        tieLines = rows.map { tieLines[$0] }
        ties.keep(rows: rows)
    }

    /// Takes other ids for the nodes; the caller has made sure that they are unique and not empty.
    mutating func rename(_ names: [String]) {
        ids = names
        positions = [:]
    }
}
