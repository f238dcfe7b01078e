import Tabular

/// What one step does to one table, told so that it can be done again and undone.
enum TableChange: Sendable, Hashable {
    /// The names of the columns; those that are new stand at the end.
    case header(table: String, before: [String], after: [String])
    /// A row: before nil is one that comes, after nil one that goes.
    case row(table: String, position: Int, before: [String]?, after: [String]?)

    var table: String {
        switch self {
        case .header(let table, _, _), .row(let table, _, _, _): table
        }
    }

    /// What takes it back.
    var inverse: TableChange {
        switch self {
        case .header(let table, let before, let after): .header(table: table, before: after, after: before)
        case .row(let table, let position, let before, let after):
            .row(table: table, position: position, before: after, after: before)
        }
    }

    // MARK: In the journal

    var json: JSONValue {
        switch self {
        case .header(let table, let before, let after):
            ["table": .text(table), "header": true, "before": Self.json(before), "after": Self.json(after)]
        case .row(let table, let position, let before, let after):
            [
                "table": .text(table), "row": .integer(position), "before": Self.json(before),
                "after": Self.json(after),
            ]
        }
    }

    /// Nil where the value is none that was written here.
    init?(_ json: JSONValue) {
        guard case .text(let table)? = json["table"] else { return nil }
        let (before, after) = (Self.cells(json["before"]), Self.cells(json["after"]))
        if case .integer(let position)? = json["row"], position >= 0 {
            self = .row(table: table, position: position, before: before, after: after)
        } else if json["header"] == true, let before, let after {
            self = .header(table: table, before: before, after: after)
        } else {
            return nil
        }
    }

    private static func json(_ cells: [String]?) -> JSONValue { cells.map { .array($0.map(JSONValue.text)) } ?? .null }

    private static func cells(_ value: JSONValue?) -> [String]? {
        guard case .array(let values)? = value else { return nil }
        return values.map { if case .text(let text) = $0 { text } else { "" } }
    }
}
