/// The attributes that NetworkX writes behind a tie: `{'weight': 2.0, 'kind': 'supply'}`.
enum PythonDictionary {
    /// Names and values; what is `None` is left out, lists and dictionaries stay as they are written. Nil: it is no
    /// dictionary.
    static func members(_ text: some StringProtocol) -> [(name: String, value: String)]? {
        var rest = Substring(text)
        pass(&rest)
        guard rest.popFirst() == "{" else { return nil }
        var members: [(String, String)] = []
        while true {
            pass(&rest)
            if rest.first == "}" {
                rest.removeFirst()
                pass(&rest)
                return rest.isEmpty ? members : nil
            }
            guard let name = value(&rest) else { return nil }
            pass(&rest)
            guard rest.popFirst() == ":" else { return nil }
            pass(&rest)
            guard let value = value(&rest) else { return nil }
            if value != "None" { members.append((name, value == "True" ? "true" : value == "False" ? "false" : value)) }
            pass(&rest)
            if rest.first == "," { rest.removeFirst() } else if rest.first != "}" { return nil }
        }
    }

    private static func pass(_ rest: inout Substring) { rest = rest.drop(while: \.isWhitespace) }

    /// A text in quotes without them, or what stands before the comma, colon or brace that ends it.
    private static func value(_ rest: inout Substring) -> String? {
        guard let first = rest.first else { return nil }
        guard first == "'" || first == "\"" else { return plain(&rest) }
        rest.removeFirst()
        var text = ""
        while let character = rest.popFirst() {
            if character == first { return text }
            if character == "\\" {
                guard let next = rest.popFirst() else { return nil }
                text.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
            } else {
                text.append(character)
            }
        }
        return nil
    }

    private static func plain(_ rest: inout Substring) -> String? {
        var depth = 0
        let word = rest.prefix { character in
            if "[({".contains(character) { depth += 1 }
            if depth == 0, ",:}".contains(character) { return false }
            if "])}".contains(character) { depth -= 1 }
            return true
        }
        guard !word.isEmpty, depth == 0 else { return nil }
        rest = rest[word.endIndex...]
        return String(word.reversed().drop(while: \.isWhitespace).reversed())
    }
}
