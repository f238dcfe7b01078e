import NetworkModel
import Tabular
import Vocabulary

/// Writes `datapackage.json`: a Frictionless data package whose schemas are the dataset's.
enum PackageWriter {
    static func text(_ description: DatasetDescription, tables: [DatasetTables.Written]) -> String {
        var members: [JSONValue.Member] = [
            .init("profile", "tabular-data-package"), .init("name", .text(description.name)),
            .init("title", .text(description.title)),
        ]
        if let version = description.version { members.append(.init("version", .text(version))) }
        if !description.licences.isEmpty {
            members.append(.init("licenses", .array(description.licences.map { ["name": .text($0)] })))
        }
        if !description.contributors.isEmpty {
            members.append(.init("contributors", .array(description.contributors.map { ["title": .text($0)] })))
        }
        let written = Set(tables.map(\.schema.id))
        members.append(.init("resources", .array(tables.map { resource($0, written: written) })))
        if let milieu = milieu(description) { members.append(.init("milieu", milieu)) }
        return JSONWriter.text(.object(members))
    }

    private static func milieu(_ description: DatasetDescription) -> JSONValue? {
        var members: [JSONValue.Member] = []
        if let territory = description.territory {
            let codes = territory.codes.sorted { $0.key < $1.key }
            members.append(
                .init(
                    "territory",
                    [
                        "name": .text(territory.name),
                        "codes": .object(codes.map { JSONValue.Member($0.key, .text($0.value)) }),
                    ]))
            if let date = territory.referenceDate { members.append(.init("reference_date", .text(date.description))) }
            members.append(.init("perimeters", .array(territory.perimeters.map(perimeter))))
        }
        if let surveys = description.surveys { members.append(.init("surveyed", surveyed(surveys))) }
        if let population = description.population { members.append(.init("population", self.population(population))) }
        return members.isEmpty ? nil : .object(members)
    }

    /// A list of names where each was looked at as a whole.
    private static func surveyed(_ surveys: [String: Survey]) -> JSONValue {
        let rows = surveys.sorted { $0.key < $1.key }
        guard rows.contains(where: { $0.value != .census }) else { return .array(rows.map { .text($0.key) }) }
        return .object(
            rows.map { name, survey in
                var members: [JSONValue.Member] = [
                    .init("how", .text(survey.how.rawValue)), .init("scope", .text(survey.scope.rawValue)),
                ]
                if let share = survey.share {
                    members.append(.init("share", .array([.number(share.lowerBound), .number(share.upperBound)])))
                }
                return .init(name, .object(members))
            })
    }

    private static func population(_ population: Population) -> JSONValue {
        var members: [JSONValue.Member] = []
        if let total = population.total { members.append(.init("all", .integer(total))) }
        if !population.byKind.isEmpty {
            let kinds = population.byKind.sorted { $0.key < $1.key }
            members.append(.init("kinds", .object(kinds.map { JSONValue.Member($0.key, .integer($0.value)) })))
        }
        if let source = population.source { members.append(.init("source", .text(source))) }
        return .object(members)
    }

    private static func perimeter(_ perimeter: Perimeter) -> JSONValue {
        func list(_ places: Set<String>) -> JSONValue { .array(places.sorted().map { .text($0) }) }
        var members: [JSONValue.Member] = [
            .init("id", .text(perimeter.id)), .init("name_fr", .text(perimeter.name.fr)),
            .init("name_en", .text(perimeter.name.en)), .init("places", list(perimeter.places)),
        ]
        if !perimeter.overlapping.isEmpty { members.append(.init("overlapping", list(perimeter.overlapping))) }
        return .object(members + [.init("default", .flag(perimeter.isDefault))])
    }

    private static func resource(_ table: DatasetTables.Written, written: Set<String>) -> JSONValue {
        let columns = table.header.map { name in
            table.schema.column(name)
                ?? ColumnSchema(name, .text, .special, en: "Further column", fr: "Colonne supplémentaire")
        }
        var schema: [JSONValue.Member] = [.init("fields", .array(columns.map { field($0, key: table.schema.key) }))]
        if let key = table.schema.key { schema.append(.init("primaryKey", .text(key))) }
        let references = columns.compactMap { column -> JSONValue? in
            // Frictionless names the table itself by an empty text.
            guard case .reference(let other, let key) = column.content, written.contains(other) else { return nil }
            return [
                "fields": .text(column.id),
                "reference": ["resource": .text(other == table.schema.id ? "" : other), "fields": .text(key)],
            ]
        }
        if !references.isEmpty { schema.append(.init("foreignKeys", .array(references))) }
        return [
            "name": .text(table.schema.id), "path": .text(table.schema.file), "title": .text(table.schema.title.en),
            "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": .object(schema),
        ]
    }

    private static func field(_ column: ColumnSchema, key: String?) -> JSONValue {
        var members: [JSONValue.Member] = [.init("name", .text(column.id))]
        var constraints: [JSONValue.Member] = []
        if column.isRequired, column.content != .evidence { constraints.append(.init("required", true)) }
        if column.id == key { constraints.append(.init("unique", true)) }
        switch column.content {
        case .text, .layer, .evidence, .reference, .references: members.append(.init("type", "string"))
        case .date:
            members.append(.init("type", "string"))
            constraints.append(.init("pattern", "\\d{4}(-\\d{2}(-\\d{2})?)?"))
        case .number(let range):
            members.append(.init("type", "number"))
            if let range {
                constraints.append(.init("minimum", .number(range.lowerBound)))
                if range.upperBound < .greatestFiniteMagnitude {
                    constraints.append(.init("maximum", .number(range.upperBound)))
                }
            }
        case .count(let least):
            members.append(.init("type", "integer"))
            constraints.append(.init("minimum", .integer(least)))
        case .yesNo:
            members += [.init("type", "boolean"), .init("trueValues", ["yes"]), .init("falseValues", ["no"])]
        case .oneOf(let words, _):
            members.append(.init("type", "string"))
            constraints.append(.init("enum", .array(words.map { .text($0.id) })))
        }
        members.append(.init("description", .text(column.description.en)))
        if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
        return .object(members)
    }
}
