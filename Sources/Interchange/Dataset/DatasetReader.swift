import NetworkModel
import Tabular
import Vocabulary

/// Reads a dataset: a folder of CSV tables with a `datapackage.json`.
///
/// Everything that is wrong is found in one reading, each with file, line, column, id and remedy.
/// What can be forgiven is read, and said.
public enum DatasetReader {
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

    var sources: [Source] = []
    var actorKinds: [ActorKind] = []
    var tieKinds: [TieKind] = []
    var eventKinds: [EventKind] = []
    var actors: [Actor] = []
    var actorAttributes: [Actors.Attribute] = []
    var events: [Event] = []
    var ties = Ties([])
    var participation: [Participation] = []

    var sourceIDs = KnownIDs(DatasetSchema.sources)
    var actorKindIDs = KnownIDs(DatasetSchema.actorKinds)
    var tieKindIDs = KnownIDs(DatasetSchema.tieKinds)
    var eventKindIDs = KnownIDs(DatasetSchema.eventKinds)
    var actorIDs = KnownIDs(DatasetSchema.actors)
    var eventIDs = KnownIDs(DatasetSchema.events)

    init(folder: DatasetFolder) {
        self.folder = folder
        description = DatasetDescription(name: folder.name)
    }

    mutating func read() -> Reading {
        readPackage()
        sourceIDs.state = read(DatasetSchema.sources) { $0.readSources(&$1) }
        actorKindIDs.state = read(DatasetSchema.actorKinds) { $0.readActorKinds(&$1) }
        tieKindIDs.state = read(DatasetSchema.tieKinds) { $0.readTieKinds(&$1) }
        readEventKinds()
        actorIDs.state = read(DatasetSchema.actors, isRequired: true) { $0.readActors(&$1) }
        eventIDs.state = read(DatasetSchema.events) { $0.readEvents(&$1) }
        let tieState = read(DatasetSchema.ties) { $0.readTies(&$1) }
        let participationState = read(DatasetSchema.participation) { $0.readParticipation(&$1) }
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
    private mutating func read(
        _ schema: TableSchema, isRequired: Bool = false,
        _ rows: (inout DatasetReading, inout TableReader) -> Void
    ) -> KnownIDs.State {
        guard let bytes = folder.bytes(of: schema, isRequired: isRequired, &findings) else {
            return isRequired || folder.exists(schema) ? .unreadable : .missing
        }
        let file = folder.file(of: schema)
        var table = TableReader(schema, DecodedText(bytes, file: file), file: file)
        let isReadable = table.canReadRows
        if isReadable { rows(&self, &table) }
        findings.add(contentsOf: table.allFindings())
        return isReadable ? .read : .unreadable
    }

    private mutating func readEventKinds() {
        let state = read(DatasetSchema.eventKinds) { $0.readEventKinds(&$1) }
        for kind in EventKind.standard where eventKindIDs.add(kind.id, line: 0) == nil { eventKinds.append(kind) }
        eventKindIDs.state = state == .missing ? .read : state
    }

    // MARK: What only the whole shows

    private mutating func reportMissingTables(hasRelations: Bool) {
        for ids in [sourceIDs, actorKindIDs, tieKindIDs, eventIDs] where ids.wasMissed {
            let file = folder.file(of: ids.table)
            findings.add(
                .error, "missing-file", "The file \"\(file)\" is missing, but other tables refer to it.",
                remedy: "Add it, with the header \"\(ids.table.columns.map(\.id).joined(separator: ","))\".",
                at: Place(file: file))
        }
        if !hasRelations {
            findings.add(
                .warning, "missing-file", "There is neither \"ties.csv\" nor \"participation.csv\": nobody is related.",
                remedy: "Add one of them.", at: Place(file: DatasetSchema.ties.file))
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
            at: Place(file: folder.file(of: DatasetSchema.actors), line: actorIDs.line(at: isolates[0])))
    }

    /// The network, where nothing is wrong, and the findings in the order of the files.
    private mutating func finish() -> Reading {
        guard !findings.hasErrors else { return Reading(network: nil, findings: sorted()) }
        do {
            let network = try Network(
                description: description, actors: Actors(actors, attributes: actorAttributes), ties: ties,
                events: events, participation: participation, tieKinds: tieKinds, actorKinds: actorKinds,
                eventKinds: eventKinds, sources: sources)
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
