import NetworkModel
import Tabular
import Vocabulary

/// Reads a dataset: tables in a folder, with a `datapackage.json` or a table `territory`, or the sheets of a
/// workbook.
///
/// Tables that nothing describes as a dataset are read for the network that they hold: of actors the ids are
/// enough, of ties their ends, and kinds are those that the rows name. `check` asks for the rest.
///
/// Everything that is wrong is found in one reading, each with file, line, column, id and remedy.
/// What can be forgiven is read, and said.
public enum DatasetReader {
    /// Reads and checks every table of the folder.
    ///
    /// - Parameter followsLinks: whether a table may be a symbolic link to anywhere. Those that stay within the
    ///   folder, or lead to where git-annex or DVC keep what is large within its repository, are followed in any case.
    /// - Throws: `MilieuError` of cause `file` where there is no such folder; whatever is wrong
    ///   inside it is a finding.
    /// - Complexity: O(bytes), and for each of the first unknown ids a look at all known ones.
    public static func read(path: String, followsLinks: Bool = false) throws(MilieuError) -> Reading {
        try read(path: path, directed: nil, followsLinks: followsLinks)
    }

    /// - Parameter directed: whether ties are directed of which no table says it.
    static func read(path: String, directed: Bool?, followsLinks: Bool = false) throws(MilieuError) -> Reading {
        read(try DatasetFolder(path: path, followsLinks: followsLinks), directed: directed)
    }

    static func read(_ store: any TableStore, directed: Bool?) -> Reading {
        var reading = DatasetReading(store, directed: directed)
        return reading.read()
    }
}

/// A dataset on its way to a network: what is known after each table.
struct DatasetReading {
    var store: any TableStore
    /// Whether ties are directed of which no table says it.
    let directed: Bool?
    /// Whether nothing describes the tables as a dataset, so that what they do not tell is not missed.
    let isBare: Bool
    /// Whether what is no error, and is told by looking at all rows again, is left out.
    private let asksForErrorsOnly: Bool
    var findings = Findings()
    var description: DatasetDescription
    /// False where some may be missing because the package has errors.
    var knowsPerimeters = true
    var known = KnownTables(DatasetSchema.tables)

    var tieKinds: [TieKind] = []
    var actors: [Actor] = []
    var actorAttributes: [Attribute] = []
    var ties = Ties([])
    private var sources: [Source] = []
    private var actorKinds: [ActorKind] = []
    private var eventKinds: [EventKind] = []
    private var events: [Event] = []
    var participation: [Participation] = []
    private var beside = SideTables()

    init(_ store: any TableStore, directed: Bool?, asksForErrorsOnly: Bool = false) {
        (self.store, self.directed, self.asksForErrorsOnly) = (store, directed, asksForErrorsOnly)
        isBare = !store.hasPackage && !store.exists(TerritoryTable.schema)
        description = DatasetDescription(name: store.name)
    }

    /// Whether a table is not there and need not be.
    func isImplied(_ schema: TableSchema) -> Bool { isBare && !store.exists(schema) }

    mutating func read() -> Reading {
        readPackage()
        readTerritory()
        sources = rows { Self.checkID(of: $0, &$1) }
        actorKinds = rows()
        tieKinds = rows()
        eventKinds = rows()
        addStandardEventKinds()
        read(Actor.self, isRequired: true) { $0.readActors(&$1) }
        events = rows()
        addImpliedEventKinds()
        let tieState = read(Tie.self) { $0.readTies(&$1) }
        let participationState = read(Participation.self) { $0.readParticipation(&$1) }
        for row in SideTables.all { read(beside: row) }
        reportMissingTables(hasRelations: tieState != .missing || participationState != .missing)
        // A tie that leads nowhere would make isolates of those that it was to lead to.
        if !findings.hasErrors, !asksForErrorsOnly {
            reportIsolates()
            reportTwins()
        }
        if isBare { reportUntold() }
        description.contentHash = store.hash.text()
        return finish()
    }

    private mutating func readPackage() {
        guard let bytes = store.package(&findings) else {
            if isBare || !store.exists(TerritoryTable.schema) { reportNoPackage() }
            return
        }
        let package = PackageReader(bytes, folderName: store.name, isAlone: !store.exists(TerritoryTable.schema))
        description = package.description
        knowsPerimeters = !package.findings.hasErrors
        findings.add(contentsOf: package.findings)
        store.take(resources: package.resources, &findings)
    }

    private mutating func reportNoPackage() {
        findings.add(
            store is DatasetFolder ? .warning : .note, "missing-file",
            "The file \"\(DatasetSchema.package)\" is missing: no territory is described.",
            remedy: "Add it, or a table \"territory\"; `milieu init` writes one to start from.",
            at: Place(file: DatasetSchema.package))
    }

    private mutating func readTerritory() {
        guard let opened = store.open(TerritoryTable.schema, isRequired: false, &findings) else { return }
        let table = TerritoryTable(opened, into: description)
        description = table.description
        findings.add(contentsOf: table.findings())
    }

    /// Reads one table, and says whether its ids can be relied on.
    @discardableResult
    private mutating func read<Row: DatasetRow>(
        _ type: Row.Type, isRequired: Bool = false, _ take: (inout DatasetReading, inout TableReader) -> Void
    ) -> KnownIDs.State {
        let state = state(of: Row.table.schema, isRequired: isRequired, take)
        known[Row.table.schema].state = state
        return state
    }

    private mutating func state(
        of schema: TableSchema, isRequired: Bool, _ take: (inout DatasetReading, inout TableReader) -> Void
    ) -> KnownIDs.State {
        guard let opened = store.open(schema, isRequired: isRequired, &findings) else {
            return isRequired || store.exists(schema) ? .unreadable : .missing
        }
        var table = reader(of: schema, opened)
        let isReadable = table.canReadRows
        if isReadable { take(&self, &table) }
        findings.add(contentsOf: table.allFindings())
        return isReadable ? .read : .unreadable
    }

    /// Where nothing describes a dataset, actors and ties need no more than what makes a network.
    private func reader(of schema: TableSchema, _ opened: OpenedTable) -> TableReader {
        guard isBare else { return TableReader(schema, opened) }
        switch schema.id {
        case Actor.table.schema.id: return TableReader(BareSchema.actors(opened), opened)
        case Tie.table.schema.id where isImplied(TieKind.table.schema): return EdgeListHeader.open(opened)
        default: return TableReader(BareSchema.eased(schema), opened)
        }
    }

    /// All rows of a table that has no rules of its own but those of its columns, and perhaps one of each row.
    private mutating func rows<Row: DatasetRow>(
        _ check: @escaping (Row, inout TableReader) -> Void = { _, _ in }
    ) -> [Row] {
        var rows: [Row] = []
        read(Row.self) { reading, table in
            let reader = RowReader<Row>(table)
            while table.next() {
                guard let row = reader.row(&table, &reading.known) else { continue }
                check(row, &table)
                rows.append(row)
            }
        }
        return rows
    }

    private mutating func read<Row: SideRow>(beside type: Row.Type) {
        let rows: [Row] = rows()
        beside[keyPath: Row.rows] = rows
    }

    private static func checkID(of source: Source, _ table: inout TableReader) {
        guard source.id.contains(where: { ":;".contains($0) }) else { return }
        table.report(
            .error, "bad-id", "The id of a source has a colon or a semicolon in it.",
            remedy: "Take it out: in evidence these set the id and the place apart.", column: "id")
    }

    private mutating func addStandardEventKinds() {
        let schema = EventKind.table.schema
        for kind in EventKind.standard where known[schema].add(kind.id, line: 0) == nil {
            eventKinds.append(kind)
            known[schema].addName(kind.name.fr)
            known[schema].addName(kind.name.en)
        }
        if known[schema].state == .missing, !isImplied(schema) { known[schema].state = .read }
    }

    /// Kinds of event that the events name and nothing declares.
    private mutating func addImpliedEventKinds() {
        guard isImplied(EventKind.table.schema) else { return }
        var declared = Set(eventKinds.map(\.id))
        for event in events where !event.kind.isEmpty && declared.insert(event.kind).inserted {
            eventKinds.append(EventKind(id: event.kind))
        }
    }

    // MARK: What only the whole shows

    private mutating func reportMissingTables(hasRelations: Bool) {
        for schema in known.missed(among: DatasetSchema.tables)
        where !isImplied(schema) || schema.id == Actor.table.schema.id {
            let file = store.file(of: schema)
            findings.add(
                .error, "missing-file", "The file \"\(file)\" is missing, but other tables refer to it.",
                remedy:
                    "Add it, with the header \"\(schema.columns.filter { $0.need != .special }.map(\.id).joined(separator: ","))\".",
                at: Place(file: file))
        }
        if !hasRelations {
            findings.add(
                .warning, "missing-file", "There is neither \"ties.csv\" nor \"participation.csv\": nobody is related.",
                remedy: "Add one of them.", at: Place(file: Tie.table.schema.file))
        }
    }

    private mutating func reportIsolates() {
        var isTied = [Bool](repeating: false, count: actors.count)
        for position in ties.indices
        where ties.sources[position] != ties.targets[position] && ties.weight(at: position) != 0 {
            isTied[Int(ties.sources[position])] = true
            isTied[Int(ties.targets[position])] = true
        }
        for row in participation { isTied[row.actor] = true }
        let isolates = actors.indices.filter { !isTied[$0] }
        guard !isolates.isEmpty, isolates.count < actors.count else { return }
        let names = isolates.prefix(10).map { Excerpt.of(actors[$0].id) }.joined(separator: ", ")
        findings.add(
            .note, "isolate",
            "Actors without a tie or an event (\(isolates.count)): \(names)\(isolates.count > 10 ? ", …" : "").",
            remedy: "Nothing needs to be done: they stay in the network.",
            at: Place(file: store.file(of: Actor.table.schema), line: known[Actor.table.schema].line(at: isolates[0])))
    }

    /// Actors of one kind that may be one under two spellings.
    private mutating func reportTwins() {
        let pairs = NearNames.find(actors.map { $0.name.isEmpty ? $0.id : $0.name }, groups: actors.map(\.kind))
        guard let first = pairs.first else { return }
        findings.add(
            NearNames.finding(
                pairs, file: store.file(of: Actor.table.schema), line: known[Actor.table.schema].line(at: first.second)
            ) { "\(actors[$0].name) (\(actors[$0].id))" })
    }

    /// The network, where nothing is wrong, and the findings in the order of the files.
    private mutating func finish() -> Reading {
        guard !findings.hasErrors else { return Reading(network: nil, findings: sorted()) }
        do {
            let network = try Network(
                description: description, actors: Actors(actors, attributes: actorAttributes), ties: ties,
                events: events, participation: participation, tieKinds: tieKinds, actorKinds: actorKinds,
                eventKinds: eventKinds, sources: sources, beside: beside)
            reportObservation(network)
            return Reading(network: network, findings: sorted())
        } catch {
            findings.add(
                .error, "invalid-network", error.message, remedy: error.remedy,
                at: error.place ?? Place(file: DatasetSchema.package))
            return Reading(network: nil, findings: sorted())
        }
    }

    private func sorted() -> [Finding] {
        let files = [DatasetSchema.package] + DatasetSchema.tables.map { store.file(of: $0) }
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func key(_ entry: (offset: Int, element: Finding)) -> (Int, Int, Int) {
            let place = entry.element.place
            return (order[place.file] ?? files.count, place.line ?? 0, entry.offset)
        }
        return findings.all.enumerated().sorted { key($0) < key($1) }.map(\.element)
    }
}
