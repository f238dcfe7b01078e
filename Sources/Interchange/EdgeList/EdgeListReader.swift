import Files
import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Reads a list of ties: `source,target[,weight][,kind]` with any further columns.
///
/// The ends can also be called by many other words (`from,to`, `ego,alter`, `De;Vers`; see `EndWords`); a list of
/// two or three columns needs no header. Such a list may also be words with spaces between them. A row of one end
/// alone is an actor without ties. Columns such as `source_name,target_name` beside ids say what the actors are called.
/// A list of actors and events is one of participations.
/// The columns of a dataset's ties (dates, status, evidence …) are read as such, others are kept.
/// The actors are the ids, in the order in which they first occur.
public enum EdgeListReader {
    /// Reads the list in a file.
    ///
    /// - Parameter directed: nil: what a column `Type` says of each tie (`Directed`, `Undirected`), or a remark
    ///   above the rows of all; else undirected.
    /// - Throws: `MilieuError` of cause `file` where the file cannot be read.
    /// - Complexity: time O(bytes); memory 8 bytes for each tie (16 with weights) and about 50 for each actor; beside them
    ///   the file, and about 30 more for each actor, while rows are read, then 12 for each tie while repeated ones are sought.
    public static func read(path: String, directed: Bool? = nil) throws(MilieuError) -> Reading {
        let bytes = try InputFile.read(path)
        return read(consume bytes, file: FilePath.name(of: path), directed: directed)
    }

    /// Reads a list that is in memory; `file` is what findings call it.
    ///
    /// Bytes that nobody else holds leave memory once the rows are read.
    public static func read(_ bytes: consuming [UInt8], file: String, directed: Bool? = nil) -> Reading {
        let sections = EdgeListSections.count(forBytes: bytes.count)
        return read(bytes, file: file, directed: directed, sections: sections)
    }

    /// - Parameter sections: how many parts are read at the same time, which changes nothing else.
    static func read(_ bytes: consuming [UInt8], file: String, directed: Bool?, sections: Int) -> Reading {
        let survey = EdgeListSections(copy bytes, count: sections).survey(bytes)
        let opened = OpenedTable(DecodedText(copy bytes, survey, file: file), file: file)
        return read(consume opened, of: bytes, name: FilePath.stem(of: file), directed: directed, sections: sections)
    }

    /// Reads a table that was opened already, from whatever bytes.
    static func read(
        _ opened: consuming OpenedTable, of bytes: consuming [UInt8], name: String, directed: Bool?, sections: Int
    ) -> Reading {
        if let affiliations = AffiliationReader.open(opened) {
            var description = DatasetDescription(name: name)
            description.contentHash = ContentHash.text(of: bytes)
            return AffiliationReader.read(affiliations, description: description)
        }
        let file = opened.file
        var taken = rows(of: opened, bytes, directed: directed, sections: sections)
        // Of a large list the text is most of what is in memory, and nobody needs it any more.
        _ = consume bytes
        _ = consume opened
        guard let hash = taken.hash else { return Reading(network: nil, findings: taken.findings) }
        // Moved, since what two hold is copied before it is changed.
        var parts: [EdgeListRows] = []
        swap(&parts, &taken.parts)
        return reading(EdgeList(joining: consume parts, file: file), hash: hash, name: name, file: file)
    }

    /// What is left of a text once its rows are read.
    private struct Taken: Sendable {
        var parts: [EdgeListRows] = []
        /// Nil where there are no rows to read, but findings that say why.
        var hash: String?
        var findings: [Finding] = []
    }

    private static func rows(
        of opened: OpenedTable, _ bytes: [UInt8], directed: Bool?, sections: Int
    ) -> Taken {
        let table = EdgeListHeader.open(opened)
        guard table.canReadRows, let columns = EdgeListColumns(table) else {
            return Taken(findings: table.allFindings().all)
        }
        return rows(table, columns, of: bytes, directed: directed ?? opened.isDirected, sections: sections)
    }

    /// A section of rows, or the hash of all bytes.
    private struct Piece: Sendable {
        var rows: EdgeListRows?
        var hash: String?
    }

    /// The rows, section by section, and the hash of all bytes, for which the cores have time beside them; none is read
    /// twice but where a cut lay within a row.
    private static func rows(
        _ table: TableReader, _ columns: EdgeListColumns, of bytes: [UInt8], directed: Bool?, sections count: Int
    ) -> Taken {
        let sections = EdgeListSections(table.csv.bytes, count: columns.isPlain ? count : 1)
        @Sendable func read(_ section: Int, from start: Int, line: Int) -> EdgeListRows {
            let end = sections.cuts[section + 1]
            var rows = EdgeListRows(
                section == 0 ? table.firstSection(until: end) : table.section(from: start, line: line, until: end),
                columns, directed: directed)
            // The first section's columns get those of the others.
            rows.read(expected: sections.lines[section == 0 ? sections.count : section + 1] - line + 1)
            return rows
        }
        let first = table.csv
        let pieces = Parallel.chunks(of: sections.count + 1, grain: 1) { piece in
            let section = piece.lowerBound - 1
            return switch section {
            case -1: Piece(hash: ContentHash.text(of: bytes))
            case 0: Piece(rows: read(0, from: first.position, line: first.lineBehind))
            default: Piece(rows: read(section, from: sections.cuts[section], line: sections.lines[section]))
            }
        }
        let speculative = pieces.compactMap(\.rows)
        var parts = [speculative[0]]
        for section in 1..<sections.count {
            let (last, cut) = (parts[parts.count - 1].table.csv, sections.cuts[section])
            if last.position <= cut {
                parts.append(speculative[section])
            } else if last.position < sections.cuts[section + 1] {
                parts.append(read(section, from: last.position, line: last.lineBehind))
            }
        }
        for part in parts.indices { parts[part].table.letGoOfText() }
        return Taken(parts: parts, hash: pieces[0].hash)
    }

    private static func reading(_ list: EdgeList, hash: String?, name: String, file: String) -> Reading {
        var findings = list.findings
        guard !findings.hasErrors else { return Reading(network: nil, findings: findings.all) }
        var description = DatasetDescription(name: name)
        description.contentHash = hash
        do {
            let network = try Network(
                description: description, actors: list.actors(), ties: list.ties, tieKinds: list.tieKinds)
            return Reading(network: network, findings: findings.all)
        } catch {
            findings.add(
                .error, "invalid-network", error.statement, remedy: error.advice, at: error.place ?? Place(file: file))
            return Reading(network: nil, findings: findings.all)
        }
    }
}

/// A list of ties, read and checked.
private struct EdgeList: Sendable {
    var findings: Findings
    var ids: [String] = []
    /// What the actors are called; empty: by their ids.
    var names: [String?] = []
    var ties = Ties([])
    var tieKinds: [TieKind] = []

    init(joining parts: consuming [EdgeListRows], file: String) {
        var rows = parts.removeFirst()
        // One after the other, and each gone before the next: two tables of ids fill much memory.
        while !parts.isEmpty { rows.join(parts.removeFirst()) }
        rows.leaveOutWeightless()
        Self.check(&rows)
        let spellings = Spellings(rows.ids.strings())
        if let numbers = spellings.numbers { rows.renumber(numbers, spellings.joined) }
        tieKinds = rows.finishKinds()
        findings = rows.table.allFindings()
        guard !findings.hasErrors else { return }
        reportRepeated(rows, idCount: spellings.ids.count, file)
        (ids, names, ties) = (spellings.ids, rows.names, rows.ties)
        if ids.contains("NA") {
            findings.add(
                .warning, "actor-na",
                Bilingual(
                    en: "An actor is called NA, as R writes what is missing.",
                    fr: "Un acteur s'appelle NA, comme R écrit ce qui manque."),
                remedy: Bilingual(
                    en: "Leave the cell empty, if nobody is named: its row is then an actor without ties.",
                    fr: "Laissez la cellule vide, si personne n'est nommé : sa ligne est alors un acteur sans liens."),
                at: Place(file: file))
        }
        guard ids.count <= Self.mostCompared else { return }
        let pairs = NearNames.find(ids, groups: [String](repeating: "", count: ids.count))
        if !pairs.isEmpty { findings.add(NearNames.finding(pairs, file: file, line: nil) { ids[$0] }) }
    }

    func actors() throws(MilieuError) -> Actors {
        guard !names.isEmpty else { return try Actors(distinct: ids) }
        return try Actors(ids.indices.map { Actor(id: ids[$0], name: $0 < names.count ? names[$0] : nil) })
    }

    /// Names that people wrote are no more.
    private static let mostCompared = 5_000

    private mutating func reportRepeated(_ rows: EdgeListRows, idCount: Int, _ file: String) {
        for isDirected in Set(tieKinds.map(\.isDirected)).sorted(by: { !$0 && $1 }) {
            let ofKind = rows.kindsOfTies
            let chosen: [Int]? =
                ofKind.isEmpty ? nil : ofKind.indices.filter { tieKinds[Int(ofKind[$0])].isDirected == isDirected }
            let repeated = RepeatedEdges.find(
                nodeCount: idCount, sources: chosen.map { $0.map { rows.sources[$0] } } ?? rows.sources,
                targets: chosen.map { $0.map { rows.targets[$0] } } ?? rows.targets,
                kinds: chosen.map { $0.map { ofKind[$0] } } ?? [], isDirected: isDirected)
            for row in repeated {
                findings.add(
                    .warning, "duplicate-tie",
                    Bilingual(
                        en: "The same tie stands on an earlier line; their weights add up.",
                        fr: "Le même lien se trouve sur une ligne précédente ; leurs poids s'additionnent."),
                    remedy: Bilingual(
                        en: "Delete one of the rows, if they tell one fact.",
                        fr: "Supprimez l'une des lignes, si elles disent un seul fait."),
                    at: Place(file: file, line: rows.lines.line(of: chosen?[row] ?? row), column: "target"))
            }
        }
    }

    private static func check(_ rows: inout EdgeListRows) {
        for row in rows.sources.indices where rows.sources[row] == rows.targets[row] {
            rows.table.reportLoop(line: rows.lines.line(of: row))
        }
        if rows.sources.isEmpty, !rows.table.findings.hasErrors {
            rows.table.report(
                .warning, "empty-table", Bilingual(en: "The list has no ties.", fr: "La liste n'a pas de liens."),
                remedy: Bilingual(en: "Write one tie in a row.", fr: "Écrivez un lien par ligne."), column: nil)
        }
    }
}
