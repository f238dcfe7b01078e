import NetworkModel
import Tabular
import Vocabulary

/// Reads a dataset: a folder of CSV tables with a `datapackage.json`.
///
/// Everything that is wrong is found in one reading, each with file, line, column, id and remedy.
/// What can be forgiven is read, and said.
public enum DatasetReader {
    /// Reads and checks every table of the folder.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is no such folder; whatever is wrong
    ///   inside it is a finding.
    /// - Complexity: O(bytes), and for each of the first unknown ids a look at all known ones.
    public static func read(path: String) throws(MilieuError) -> Reading {
        var reading = DatasetReading(folder: try DatasetFolder(path: path))
        return reading.read()
    }
}

/// A dataset on its way to a network: what is known after each table.
struct DatasetReading {
    var folder: DatasetFolder
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

    init(folder: DatasetFolder) {
        self.folder = folder
        description = DatasetDescription(name: folder.name)
    }

    mutating func read() -> Reading {
        readPackage()
        sources = rows { Self.checkID(of: $0, &$1) }
        actorKinds = rows()
        tieKinds = rows()
        eventKinds = rows()
        addStandardEventKinds()
        read(Actor.self, isRequired: true) { $0.readActors(&$1) }
        events = rows()
        let tieState = read(Tie.self) { $0.readTies(&$1) }
        let participationState = read(Participation.self) { $0.readParticipation(&$1) }
        for row in SideTables.all { read(beside: row) }
        reportMissingTables(hasRelations: tieState != .missing || participationState != .missing)
        // A tie that leads nowhere would make isolates of those that it was to lead to.
        if !findings.hasErrors { reportIsolates() }
        description.contentHash = folder.hash.text()
        return finish()
    }

    private mutating func readPackage() {
        guard let bytes = folder.package(&findings) else {
            findings.add(
                .warning, "missing-file",
                "The file \"\(DatasetSchema.package)\" is missing: no territory is described.",
                remedy: "Add it; `milieu init` writes one to start from.", at: Place(file: DatasetSchema.package))
            return
        }
        let package = PackageReader(bytes, folderName: folder.name)
        description = package.description
        knowsPerimeters = !package.findings.hasErrors
        findings.add(contentsOf: package.findings)
        folder.take(resources: package.resources, &findings)
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
        guard let bytes = folder.bytes(of: schema, isRequired: isRequired, &findings) else {
            return isRequired || folder.exists(schema) ? .unreadable : .missing
        }
        let file = folder.file(of: schema)
        var table = TableReader(schema, DecodedText(bytes, file: file), file: file)
        let isReadable = table.canReadRows
        if isReadable { take(&self, &table) }
        findings.add(contentsOf: table.allFindings())
        return isReadable ? .read : .unreadable
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
        for kind in EventKind.standard where known[schema].add(kind.id, line: 0) == nil { eventKinds.append(kind) }
        if known[schema].state == .missing { known[schema].state = .read }
    }

    // MARK: What only the whole shows

    private mutating func reportMissingTables(hasRelations: Bool) {
        for schema in known.missed(among: DatasetSchema.tables) {
            let file = folder.file(of: schema)
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
            at: Place(file: folder.file(of: Actor.table.schema), line: known[Actor.table.schema].line(at: isolates[0])))
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
        let files = [DatasetSchema.package] + DatasetSchema.tables.map { folder.file(of: $0) }
        let order = Dictionary(files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func key(_ entry: (offset: Int, element: Finding)) -> (Int, Int, Int) {
            let place = entry.element.place
            return (order[place.file] ?? files.count, place.line ?? 0, entry.offset)
        }
        return findings.all.enumerated().sorted { key($0) < key($1) }.map(\.element)
    }
}
