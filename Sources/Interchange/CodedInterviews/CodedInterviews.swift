import Files
import NetworkModel
import Vocabulary

/// A network from coded interviews: codes of actors become actors, codes of kinds of tie become ties between the two
/// actors that are marked within the passage; the passages are the evidence, with source and place.
public enum CodedInterviews {
    private static let endings: Set = ["qdpx", "qdc", "qde", "sqlite3", "sqlite", "qda"]

    static func areIn(_ bytes: [UInt8], path: String) -> Bool {
        endings.contains(FilePath.fileExtension(of: path)) || SQLiteFile.recognises(bytes)
    }

    /// The table of the codes of a project, which its user fills: what each stands for.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is nothing to read, of cause `data` where it is no project.
    public static func codesToFill(path: String) throws(MilieuError) -> String {
        let bytes = try InputFile.read(file(path))
        do { return CodesTable.template(try project(bytes, path)) } catch {
            throw MilieuError(.data, error.message, remedy: error.remedy, at: Place(file: FilePath.name(of: path)))
        }
    }

    /// QualCoder's project is a folder with the database in it.
    static func file(_ path: String) -> String {
        InputFile.kind(path) == .folder ? path + "/data.qda" : path
    }

    private static func project(_ bytes: [UInt8], _ path: String) throws(TextFault) -> CodedProject {
        SQLiteFile.recognises(bytes)
            ? try CodedDatabase.read(bytes) : try RefiQDAReader.read(bytes, file: FilePath.name(of: path))
    }

    /// - Parameters:
    ///   - codes: the path of the table that says what the codes stand for.
    ///   - places: what the user says that places are counted in.
    static func read(
        _ bytes: [UInt8], path: String, codes: String?, places: PassageUnit?
    ) throws(MilieuError) -> Reading {
        let name = FilePath.name(of: path)
        let project: CodedProject, passages: [String]
        do throws(TextFault) {
            project = try self.project(bytes, path)
            passages = try Passages(project, said: places).texts
        } catch {
            return Reading(network: nil, findings: [error.finding(in: name)])
        }
        guard let codes else {
            throw MilieuError(
                .usage,
                "The file holds coded interviews: \(project.codes.count) codes and \(project.codings.count) coded passages.",
                remedy:
                    "Say what the codes stand for: --codes codes.csv; `milieu convert` writes the table to fill where it is not there.",
                at: Place(file: name))
        }
        let table = CodesTable(try InputFile.read(codes), file: FilePath.name(of: codes))
        guard !table.findings.hasErrors else { return Reading(network: nil, findings: table.findings.all) }
        var description = DatasetDescription(name: FilePath.stem(of: path))
        description.contentHash = ContentHash.text(of: bytes)
        var making = CodedNetwork(project, passages, table, file: name)
        return making.reading(description)
    }
}

/// A project of coded interviews on its way to a network.
private struct CodedNetwork {
    private struct Mark {
        let actor: Int
        let start: Int
        let end: Int
    }

    private struct Key: Hashable {
        let source: Int
        let target: Int
        let kind: Int
    }

    private let project: CodedProject
    private let passages: [String]
    private let table: CodesTable
    private let file: String
    private var findings: Findings
    private var actors: [Actor] = []
    private var kinds: [TieKind] = []
    /// Of the codes, by the ids of the project.
    private var actorOf: [String: Int] = [:]
    private var kindOf: [String: Int] = [:]
    private var sourceOf: [String: String] = [:]
    private var sources: [Source] = []
    private static let longestNote = 500

    init(_ project: CodedProject, _ passages: [String], _ table: CodesTable, file: String) {
        (self.project, self.passages, self.table, self.file) = (project, passages, table, file)
        findings = table.findings
    }

    mutating func reading(_ description: DatasetDescription) -> Reading {
        readTable()
        nameSources()
        let ties = self.ties()
        guard !findings.hasErrors else { return Reading(network: nil, findings: findings.all) }
        do throws(MilieuError) {
            let spheres = Dictionary(
                table.rows.compactMap { row in row.sphere.map { (row.kind, $0) } }, uniquingKeysWith: { one, _ in one })
            let used = Set(actors.map(\.kind)).subtracting([""])
            let network = try Network(
                description: description, actors: Actors(actors), ties: Ties(ties), tieKinds: kinds,
                actorKinds: spheres.filter { used.contains($0.key) }.sorted { $0.key < $1.key }.map {
                    ActorKind(id: $0.key, sphere: $0.value)
                },
                sources: sources)
            return Reading(network: network, findings: findings.all)
        } catch {
            findings.add(
                .error, "invalid-network", error.message, remedy: error.remedy, at: error.place ?? Place(file: file))
            return Reading(network: nil, findings: findings.all)
        }
    }

    private mutating func report(
        _ severity: Finding.Severity, _ code: String, _ message: String, _ remedy: String, id: String? = nil
    ) {
        findings.add(severity, code, message, remedy: remedy, at: Place(file: file, id: id.map { Excerpt.of($0) }))
    }

    private mutating func readTable() {
        let ids = Dictionary(project.codes.map { ($0.name, $0.id) }, uniquingKeysWith: { one, _ in one })
        // Several codes may stand for one actor, or for one kind.
        var actorIDs: [String: Int] = [:], kindIDs: [String: Int] = [:]
        for row in table.rows {
            guard let code = ids[row.code] else {
                report(
                    .error, "unknown-id", "The project has no code \"\(Excerpt.of(row.code))\".",
                    NearestMatch.hint(row.code, in: project.codes.map(\.name))
                        + "Correct its name in the table of codes.", id: row.code)
                continue
            }
            switch row.meaning {
            case .actor:
                let place = actorIDs[row.id] ?? actors.count
                if place == actors.count { actors.append(Actor(id: row.id, name: row.code, kind: row.kind)) }
                (actorIDs[row.id], actorOf[code]) = (place, place)
            case .tie:
                let place = kindIDs[row.id] ?? kinds.count
                if place == kinds.count {
                    kinds.append(
                        TieKind(id: row.id, name: Bilingual(row.code), isDirected: row.isDirected, layer: row.layer))
                }
                (kindIDs[row.id], kindOf[code]) = (place, place)
            }
        }
        guard actors.isEmpty, !findings.hasErrors else { return }
        report(
            .error, "no-actors", "No code stands for an actor.", "Write actor into the column \"as\" of those that do.")
    }

    private mutating func nameSources() {
        var taken: Set<String> = []
        for text in project.texts {
            var id = CodesTable.id(of: text.name)
            while !taken.insert(id).inserted { id += "_\(taken.count)" }
            sourceOf[text.id] = id
            sources.append(Source(id: id, citation: text.name))
        }
    }

    private func evidence(_ coding: CodedProject.Coding) -> Evidence? {
        sourceOf[coding.text].map { Evidence(source: $0, locator: "\(coding.start)-\(coding.end)") }
    }

    /// A passage with the code of a kind is a tie between the two actors marked in it, the first of them the source.
    private mutating func ties() -> [Tie] {
        let rows = Dictionary(grouping: project.codings.indices) { project.codings[$0].text }
        var ties: [Tie] = []
        var places: [Key: Int] = [:]
        for text in project.texts {
            let codings = (rows[text.id] ?? []).sorted {
                (project.codings[$0].start, $0) < (project.codings[$1].start, $1)
            }
            var marks: [Mark] = []
            for row in codings {
                let coding = project.codings[row]
                guard let actor = actorOf[coding.code] else { continue }
                marks.append(Mark(actor: actor, start: coding.start, end: coding.end))
                if let evidence = evidence(coding), !actors[actor].evidence.contains(evidence) {
                    actors[actor].evidence.append(evidence)
                }
            }
            for row in codings {
                guard let kind = kindOf[project.codings[row].code] else { continue }
                add(row, kind, marks, to: &ties, &places)
            }
        }
        return ties
    }

    private mutating func add(
        _ row: Int, _ kind: Int, _ marks: [Mark], to ties: inout [Tie], _ places: inout [Key: Int]
    ) {
        let coding = project.codings[row]
        var ends: [Int] = []
        for mark in marks where mark.start < coding.end && mark.end > coding.start && !ends.contains(mark.actor) {
            ends.append(mark.actor)
        }
        guard ends.count == 2 else {
            let shown = Excerpt.of(passages[row], limit: 60)
            return ends.count < 2
                ? report(
                    .warning, "tie-without-actors",
                    "The passage \"\(shown)\" has the code of a tie, and \(ends.count == 0 ? "no actor" : "one actor alone") is marked in it; no tie was read.",
                    "Mark both actors in the passage.", id: sourceOf[coding.text])
                : report(
                    .warning, "tie-of-many",
                    "In the passage \"\(shown)\" \(ends.count) actors are marked; who of them is tied to whom nothing says, and no tie was read.",
                    "Give each tie a passage in which two actors are marked.", id: sourceOf[coding.text])
        }
        let isTurned = !kinds[kind].isDirected && ends[0] > ends[1]
        let key = Key(source: ends[isTurned ? 1 : 0], target: ends[isTurned ? 0 : 1], kind: kind)
        let place = places[key] ?? ties.count
        if place == ties.count { ties.append(Tie(source: key.source, target: key.target, kind: kind)) }
        places[key] = place
        if let evidence = evidence(coding) { ties[place].details.evidence.append(evidence) }
        let quote =
            passages[row].count > Self.longestNote ? passages[row].prefix(Self.longestNote) + "…" : passages[row][...]
        guard !quote.isEmpty else { return }
        ties[place].details.note = ties[place].details.note.map { $0 + " | " + quote } ?? String(quote)
    }
}
