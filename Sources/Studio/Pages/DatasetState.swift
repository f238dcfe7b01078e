import Interchange
import NetworkModel
import Tabular
import Vocabulary

/// The tables of the dataset as the page takes them.
struct DatasetState {
    let snapshot: Workspace.Snapshot
    /// What the dataset and this run of the studio are called, so that a page knows them again.
    let dataset: String
    let run: String
    let language: Language

    /// All that is new since a revision of a run; of another run, or of 0: everything.
    func json(since revision: Int, of run: String) -> JSONValue {
        let isOurs = run == self.run
        guard !isOurs || revision != snapshot.revision else {
            return ["revision": .integer(revision), "run": .text(run)]
        }
        let isKnown = isOurs && revision > 0 && revision < snapshot.revision
        let tables = DatasetSchema.tables.filter { schema in
            !isKnown || (snapshot.changedIn[schema.id] ?? 0) > revision
        }
        let counts = snapshot.reading.network.map { network -> JSONValue in
            ["actors": .integer(network.actors.count), "ties": .integer(network.ties.count)]
        }
        return [
            "dataset": .text(dataset), "run": .text(self.run),
            "revision": .integer(snapshot.revision), "undo": .flag(snapshot.canUndo), "redo": .flag(snapshot.canRedo),
            "outside": .flag(isKnown && snapshot.outside > revision),
            "sound": .flag(snapshot.reading.network != nil), "counts": counts ?? .null,
            "title": .text(snapshot.reading.network?.description.title ?? ""),
            "tables": .array(tables.map(table)), "findings": .array(findings),
        ]
    }

    // MARK: Tables

    private func table(_ schema: TableSchema) -> JSONValue {
        let file = snapshot.tables.file(of: schema.id)
        guard let document = snapshot.tables.documents[schema.id] else {
            return [
                "id": .text(schema.id), "title": .text(schema.title.text(language)), "file": .text(file),
                "editable": false,
            ]
        }
        let missing = schema.columns.filter { document.column($0.id) == nil }
        let columns =
            document.header.isEmpty
            ? schema.columns.filter { $0.need != .special }.map { column($0, header: $0.id) }
            : zip(document.header, document.ids).map { header, id in
                column(id.flatMap { schema.column($0) }, header: header)
            }
        return [
            "id": .text(schema.id), "title": .text(schema.title.text(language)), "file": .text(file), "editable": true,
            "key": schema.key.map(JSONValue.text) ?? .null, "columns": .array(columns),
            "addable": .array(document.header.isEmpty ? [] : missing.map { column($0, header: $0.id) }),
            "rows": .array(document.rows.map { .array([.integer($0.key)] + $0.cells.map(JSONValue.text)) }),
        ]
    }

    private func column(_ schema: ColumnSchema?, header: String) -> JSONValue {
        guard let schema else { return ["header": .text(header), "type": "text"] }
        var members: [JSONValue.Member] = [
            .init("id", .text(schema.id)), .init("header", .text(header)),
            .init("description", .text(schema.text(language))), .init("required", .flag(schema.isRequired)),
        ]
        switch schema.content {
        case .text: members.append(.init("type", "text"))
        case .date: members.append(.init("type", "date"))
        case .number, .count: members.append(.init("type", "number"))
        case .yesNo: members += [.init("type", "words"), .init("words", .array(["yes", "no"].map(word)))]
        case .oneOf(let words, _): members += [.init("type", "words"), .init("words", .array(words.map(word)))]
        case .layer:
            let words = Layer.standard.map { ColumnSchema.Word($0.rawValue, $0.name) }
            members += [.init("type", "words"), .init("words", .array(words.map(word)))]
        case .evidence: members.append(.init("type", "evidence"))
        case .reference(let table, _): members += [.init("type", "reference"), .init("table", .text(table))]
        case .references(let table, _): members += [.init("type", "references"), .init("table", .text(table))]
        }
        return .object(members)
    }

    private func word(_ word: ColumnSchema.Word) -> JSONValue {
        ["id": .text(word.id), "name": .text(word.name.text(language))]
    }

    private func word(_ id: String) -> JSONValue { ["id": .text(id), "name": .text(id)] }

    // MARK: Findings

    /// Each beside its cell, where it has one.
    private var findings: [JSONValue] {
        let tables = Dictionary(
            DatasetSchema.tables.map { (snapshot.tables.file(of: $0.id), $0.id) }, uniquingKeysWith: { one, _ in one })
        var lines: [String: [Int: Int]] = [:]
        return snapshot.reading.findings.prefix(1_000).map { finding in
            var members: [JSONValue.Member] = [
                .init("severity", .text(finding.severity.rawValue)), .init("code", .text(finding.code)),
                .init("message", .text(finding.statement.text(language))),
                .init("remedy", .text(finding.advice.text(language))),
                .init("file", .text(finding.place.file)),
            ]
            guard let table = tables[finding.place.file], let document = snapshot.tables.documents[table] else {
                return .object(members)
            }
            members.append(.init("table", .text(table)))
            if let line = finding.place.line {
                if lines[table] == nil {
                    lines[table] = Dictionary(
                        zip(document.lines, document.rows.map(\.key)), uniquingKeysWith: { one, _ in one })
                }
                if let key = lines[table]?[line] { members.append(.init("key", .integer(key))) }
            }
            if let name = finding.place.column, let place = document.column(name) {
                members.append(.init("column", .integer(place)))
            }
            return .object(members)
        }
    }
}
