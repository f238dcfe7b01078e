import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Reads a list of ties: `source,target[,weight][,kind]` with any further columns.
///
/// The ends can also be called `from` and `to`; a list of two or three columns needs no header.
/// The columns of a dataset's ties (dates, status, evidence …) are read as such, others are kept.
/// The actors are the ids, in the order in which they first occur.
public enum EdgeListReader {
    /// - Parameter directed: nil: what a column `Type` says (`Directed`, `Undirected`), else
    ///   undirected.
    /// - Throws: `MilieuError` of cause `file` where the file cannot be read.
    /// - Complexity: time O(bytes); memory the file, 8 bytes for each tie (16 with weights) and
    ///   about 100 for each actor.
    public static func read(path: String, directed: Bool? = nil) throws(MilieuError) -> Reading {
        let bytes = try InputFile.read(path)
        return read(bytes, file: FilePath.name(of: path), directed: directed)
    }

    /// Reads a list that is in memory; `file` is what findings call it.
    public static func read(_ bytes: [UInt8], file: String, directed: Bool? = nil) -> Reading {
        // The hash of a large file takes as long as half of its rows: one core each.
        let parts = Parallel.chunks(of: 2, grain: 1) { part in
            part.lowerBound == 0 ? EdgeList(hashing: bytes) : EdgeList(bytes, file: file, directed: directed)
        }
        let (hash, list) = (parts[0].hash, parts[1])
        var findings = list.findings
        list.reportRepeated(file: file, &findings)
        guard !findings.hasErrors else { return Reading(network: nil, findings: findings.all) }
        var description = DatasetDescription(name: FilePath.stem(of: file))
        description.contentHash = hash
        do {
            let network = try Network(
                description: description, actors: Actors(ids: list.ids.strings()), ties: list.ties,
                tieKinds: list.tieKinds())
            return Reading(network: network, findings: findings.all)
        } catch {
            findings.add(
                .error, "invalid-network", error.message, remedy: error.remedy, at: error.place ?? Place(file: file))
            return Reading(network: nil, findings: findings.all)
        }
    }

    /// The columns of a dataset's ties, of which only the ends must be there.
    static let schema = TableSchema(
        id: "ties", title: DatasetSchema.ties.title,
        columns: DatasetSchema.ties.columns.map { column in
            ["source", "target"].contains(column.id)
                ? column
                : ColumnSchema(
                    column.id, column.id == "kind" ? .text : column.content, en: column.field.description.en,
                    fr: column.field.description.fr)
        } + [
            ColumnSchema("layer", en: "Layer of relations", fr: "Domaine de relations"),
            ColumnSchema("type", en: "Directed or Undirected", fr: "Directed ou Undirected"),
        ],
        key: nil, aliases: ["from": "source", "to": "target"])
}

/// A list of ties on its way to a network, or the hash of its file.
private struct EdgeList {
    private(set) var hash: String?
    private(set) var findings = Findings()
    private(set) var ids = IDInterner()
    private var isDirected: Bool
    private let isDirectionGiven: Bool
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    private var weights: [Double] = []
    private var kinds: [Int32] = []
    private var details: [Tie.Details] = []
    private var furtherColumns: [String] = []
    private var lines = RowLines()
    private var kindIDs = IDInterner()
    private var kindLayers: [Layer] = []

    init(hashing bytes: [UInt8]) {
        (isDirected, isDirectionGiven) = (false, false)
        var digest = ContentHash()
        digest.add(bytes)
        hash = digest.text()
    }

    init(_ bytes: [UInt8], file: String, directed: Bool?) {
        isDirected = directed ?? false
        isDirectionGiven = directed != nil
        findings = readRows(bytes, file: file)
    }

    var ties: Ties {
        Ties(
            sources: sources, targets: targets, kinds: kindIDs.count > 1 ? kinds : [],
            weights: weights.contains { $0 != 1 } ? weights : [], details: details, furtherColumns: furtherColumns)
    }

    func tieKinds() -> [TieKind] {
        let names = kindIDs.count == 0 ? ["tie"] : kindIDs.strings()
        return names.enumerated().map { position, id in
            TieKind(
                id: id, isDirected: isDirected,
                layer: kindLayers.indices.contains(position) ? kindLayers[position] : .cooperation)
        }
    }

    private mutating func readRows(_ bytes: [UInt8], file: String) -> Findings {
        var table = EdgeListHeader.open(bytes, file: file)
        guard table.canReadRows, let columns = EdgeListColumns(table) else { return table.allFindings() }
        reserve(table, columns)
        var direction: Bool?
        var ends = PendingEnds()
        while table.next() {
            guard take(columns, into: &ends, &table) else { continue }
            lines.append(table.csv.line)
            if let weight = columns.weight { weights.append(self.weight(weight, &table)) }
            if columns.hasKinds { kinds.append(kind(columns, &table)) }
            if columns.type != nil { readType(&direction, &table) }
            if columns.hasDetails {
                details.append(table.tieDetails(evidence: Evidence.list(table.text("evidence") ?? "")))
            }
        }
        ends.flush(table.csv.bytes, &ids, &sources, &targets)
        for row in sources.indices where sources[row] == targets[row] {
            table.reportLoop(line: lines.line(of: row))
        }
        if sources.isEmpty, !table.findings.hasErrors {
            table.report(
                .warning, "empty-table", "The list has no ties.", remedy: "Write one tie in a row.", column: nil)
        }
        return table.allFindings()
    }

    func reportRepeated(file: String, _ findings: inout Findings) {
        let repeated = RepeatedTies(
            nodeCount: ids.count, sources: sources, targets: targets, kinds: kindIDs.count > 1 ? kinds : [],
            isDirected: isDirected)
        for row in repeated.find() {
            findings.add(
                .warning, "duplicate-tie", "The same tie stands on an earlier line; their weights add up.",
                remedy: "Delete one of the rows, if they tell one fact.",
                at: Place(file: file, line: lines.line(of: row), column: "target"))
        }
    }

    /// Room for all rows at once: growing would hold the columns twice for a time.
    private mutating func reserve(_ table: TableReader, _ columns: EdgeListColumns) {
        furtherColumns = table.further.map(\.name)
        let rows = table.csv.bytes.count { $0 == UInt8(ascii: "\n") } + 1
        sources.reserveCapacity(rows)
        targets.reserveCapacity(rows)
        if columns.weight != nil { weights.reserveCapacity(rows) }
        if columns.hasKinds { kinds.reserveCapacity(rows) }
    }

    // MARK: Cells

    /// Takes the ends of the current row; false, and a finding, where one is empty.
    private mutating func take(
        _ columns: EdgeListColumns, into ends: inout PendingEnds, _ table: inout TableReader
    ) -> Bool {
        let (source, target) = (table.csv.fields[columns.source], table.csv.fields[columns.target])
        guard !source.isEmpty, !target.isEmpty else {
            _ = (table.required("source"), table.required("target"))
            return false
        }
        if source.isEscaped || target.isEscaped {
            ends.flush(table.csv.bytes, &ids, &sources, &targets)
            sources.append(Self.intern(source, table, into: &ids))
            targets.append(Self.intern(target, table, into: &ids))
        } else {
            ends.append(source.start..<source.end, target.start..<target.end)
            if ends.isFull { ends.flush(table.csv.bytes, &ids, &sources, &targets) }
        }
        return true
    }

    private static func intern(_ field: CSVField, _ table: TableReader, into ids: inout IDInterner) -> Int32 {
        let range = field.start..<field.end
        guard field.isEscaped else { return ids.intern(table.csv.bytes, range) }
        let plain = CSVField.unescaped(table.csv.bytes[range])
        return ids.intern(plain, plain.indices)
    }

    private func weight(_ column: Int, _ table: inout TableReader) -> Double {
        let field = table.csv.fields[column]
        if field.isEmpty { return 1 }
        if let value = CSVNumber.double(
            table.csv.bytes[field.start..<field.end], decimalComma: table.csv.dialect.readsDecimalComma)
        {
            return value
        }
        // Once more, for the finding.
        return table.number("weight") ?? 1
    }

    private mutating func kind(_ columns: EdgeListColumns, _ table: inout TableReader) -> Int32 {
        guard let column = columns.kind ?? columns.layer else { return 0 }
        let field = table.csv.fields[column]
        let known = kindIDs.count
        let kind: Int32
        if field.isEmpty {
            let none = Array("tie".utf8)
            kind = kindIDs.intern(none, none.indices)
        } else {
            kind = Self.intern(field, table, into: &kindIDs)
        }
        let layer = columns.layer.flatMap { table.text(at: $0) }.map { Layer(rawValue: $0.lowercased()) }
        if kindIDs.count > known {
            kindLayers.append(layer ?? .cooperation)
        } else if let layer, kindLayers[Int(kind)] != layer {
            table.report(
                .error, "two-layers", "The kind of tie is in the layer \"\(Excerpt.of(kindLayers[Int(kind)].rawValue))\" further up.",
                remedy: "Give the ties of each layer a kind of their own.", column: "layer")
        }
        return kind
    }

    private mutating func readType(_ direction: inout Bool?, _ table: inout TableReader) {
        guard !isDirectionGiven, let text = table.text("type")?.lowercased(), ["directed", "undirected"].contains(text)
        else { return }
        let says = text == "directed"
        if let direction, direction != says {
            table.report(
                .error, "mixed-direction", "Some ties are directed, others not.",
                remedy: "Choose with --directed or --undirected, or make a dataset: its kinds of tie each have a direction.",
                column: "type")
        }
        direction = says
        isDirected = says
    }
}

/// Ends of rows that are not interned yet: many at once are faster.
private struct PendingEnds {
    private var ranges: [Range<Int>] = []
    private var ids: [Int32] = []

    var isFull: Bool { ranges.count >= 512 }

    mutating func append(_ source: Range<Int>, _ target: Range<Int>) {
        ranges.append(source)
        ranges.append(target)
    }

    mutating func flush(
        _ bytes: [UInt8], _ interner: inout IDInterner, _ sources: inout [Int32], _ targets: inout [Int32]
    ) {
        interner.intern(bytes, ranges, into: &ids)
        for pair in stride(from: 0, to: ids.count, by: 2) {
            sources.append(ids[pair])
            targets.append(ids[pair + 1])
        }
        ranges.removeAll(keepingCapacity: true)
        ids.removeAll(keepingCapacity: true)
    }
}

/// Where the columns of a list stand.
private struct EdgeListColumns {
    let source: Int
    let target: Int
    let weight: Int?
    let kind: Int?
    let layer: Int?
    let type: Int?
    /// Whether there are columns that only some lists have.
    let hasDetails: Bool

    init?(_ table: TableReader) {
        guard let source = table.position(of: "source"), let target = table.position(of: "target") else { return nil }
        self.source = source
        self.target = target
        weight = table.position(of: "weight")
        kind = table.position(of: "kind")
        layer = table.position(of: "layer")
        type = table.position(of: "type")
        let plain = ["source", "target", "weight", "kind", "layer", "type"]
        hasDetails = !table.further.isEmpty
            || EdgeListReader.schema.columns.contains { !plain.contains($0.id) && table.has($0.id) }
    }

    var hasKinds: Bool { kind != nil || layer != nil }
}
