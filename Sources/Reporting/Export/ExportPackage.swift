import NetworkModel
import Tabular
import Vocabulary

/// The `datapackage.json` of an export: every table with a schema, so that R, Python and
/// spreadsheets set the types without guessing (Frictionless Data Package 2).
struct ExportPackage {
    let description: DatasetDescription
    let tables: [Table]
    let provenance: Provenance

    func text() -> String { JSONWriter.text(.object(members)) }

    private var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
            .init("name", .text(description.name + "-export")),
            .init("title", .text(description.title)),
            .init("description", "Tables computed by Milieu. An empty cell means undefined or not known, never zero."),
        ]
        if let version = description.version { members.append(.init("version", .text(version))) }
        if !description.licences.isEmpty {
            members.append(.init("licenses", .array(description.licences.map { .object([.init("name", .text($0))]) })))
        }
        if !description.contributors.isEmpty {
            members.append(
                .init("contributors", .array(description.contributors.map { .object([.init("title", .text($0))]) })))
        }
        members.append(.init("resources", .array(tables.map(resource))))
        members.append(.init("milieu", JSONValue(provenance)))
        return members
    }

    private func resource(_ table: Table) -> JSONValue {
        .object([
            .init("name", .text(table.name.split(separator: "_").joined(separator: "-"))),
            .init("path", .text("\(table.name).csv")),
            .init("type", "table"),
            .init("format", "csv"),
            .init("mediatype", "text/csv"),
            .init("encoding", "utf-8"),
            // Said, since a reader that guesses takes a sign of the texts for it.
            .init("dialect", .object([
                .init("delimiter", ","), .init("quoteChar", "\""), .init("doubleQuote", .flag(true)),
            ])),
            .init("schema", .object([
                .init("fields", .array(table.columns.map(field))),
                .init("missingValues", .array([.text("")])),
            ])),
        ])
    }

    private func field(_ column: Column) -> JSONValue {
        let field = column.field
        var members: [JSONValue.Member] = [
            .init("name", .text(field.id)), .init("type", .text(column.values.typeName)),
            .init("title", .text(field.title.en)),
        ]
        if !field.description.en.isEmpty { members.append(.init("description", .text(field.description.en))) }
        if let unit = field.unit { members.append(.init("unit", .text(unit.en))) }
        if let formula = field.formula { members.append(.init("formula", .text(formula))) }
        if case .flag = column.values {
            members.append(.init("trueValues", .array([.text("true")])))
            members.append(.init("falseValues", .array([.text("false")])))
        }
        let range = field.range.map { range in
            [("minimum", range.lowerBound), ("maximum", range.upperBound)].filter { $0.1.isFinite }
                .map { JSONValue.Member($0.0, .number($0.1)) }
        }
        if let range, !range.isEmpty, column.values.isNumeric { members.append(.init("constraints", .object(range))) }
        return .object(members)
    }
}
