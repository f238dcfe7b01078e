import Vocabulary

/// Writes JSON (RFC 8259) that can stand in an HTML page as it is.
public enum JSONWriter {
    /// The value as text, ended by a line feed.
    ///
    /// - Parameter indented: two spaces for each level, a line for each value; else one line.
    public static func text(_ value: JSONValue, indented: Bool = true) -> String {
        var output = ""
        append(value, indented ? 0 : nil, to: &output)
        return output + "\n"
    }

    private static func append(_ value: JSONValue, _ level: Int?, to output: inout String) {
        switch value {
        case .null: output += "null"
        case .flag(let flag): output += flag ? "true" : "false"
        case .integer(let integer): output += String(integer)
        case .digits(let digits): output += digits
        case .number(let number): output += NumberText.shortest(number)
        case .text(let text): append(text, to: &output)
        case .array(let elements):
            append(elements, brackets: "[]", level, to: &output) { append($0, $1, to: &$2) }
        case .object(let members):
            append(members, brackets: "{}", level, to: &output) { member, level, output in
                append(member.key, to: &output)
                output += level == nil ? ":" : ": "
                append(member.value, level, to: &output)
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element], brackets: String, _ level: Int?, to output: inout String,
        _ append: (Element, Int?, inout String) -> Void
    ) {
        let (open, close) = (brackets.first.map { String($0) } ?? "", brackets.last.map { String($0) } ?? "")
        output += open
        for (index, element) in elements.enumerated() {
            if index > 0 { output += "," }
            if let level { output += "\n" + String(repeating: "  ", count: level + 1) }
            append(element, level.map { $0 + 1 }, &output)
        }
        if let level, !elements.isEmpty { output += "\n" + String(repeating: "  ", count: level) }
        output += close
    }

    /// `<` is escaped so that no text ends a script element, U+2028 and U+2029 because they end a
    /// line in older JavaScript.
    private static func append(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "<", "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}

extension JSONValue {
    /// A table: its name, its provenance, and an object for each row with a member for each field.
    public init(_ table: Table) {
        let rows = (0..<table.rowCount).map { row in
            JSONValue.object(table.columns.map { Member($0.field.id, JSONValue($0[row])) })
        }
        self = [
            "table": .text(table.name), "provenance": table.provenance.map { JSONValue($0) } ?? .null,
            "rows": .array(rows),
        ]
    }

    /// The cell's value; an empty one is `null`.
    public init(_ cell: Cell) {
        switch cell {
        case .empty: self = .null
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .integer(let integer): self = .integer(integer)
        case .flag(let flag): self = .flag(flag)
        }
    }

    /// The seed is a text: a reader of doubles would round it.
    public init(_ provenance: Provenance) {
        self = [
            "dataset": .text(provenance.dataset), "dataset_version": JSONValue(provenance.datasetVersion),
            "content_hash": JSONValue(provenance.contentHash),
            "view": provenance.view.map { ["en": .text($0.en), "fr": .text($0.fr)] } ?? .null,
            "engine": .text(Engine.name), "engine_version": .text(provenance.engineVersion),
            "seed": JSONValue(provenance.seed.map { String($0) }),
        ]
    }
}
