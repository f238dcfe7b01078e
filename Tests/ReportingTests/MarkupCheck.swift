/// A slow look at markup, independent of what writes it: which elements and attributes a browser
/// would see, and whether tags pair.
struct MarkupCheck {
    private(set) var faults: [String] = []
    private(set) var elements: [String] = []
    private(set) var attributes: [(element: String, name: String, value: String)] = []
    /// The text of each element whose content is no markup.
    private(set) var raw: [String: [String]] = [:]

    private static let empty: Set = ["meta", "input", "link", "br", "hr", "img"]
    private static let rawText: Set = ["script", "style"]
    private var open: [String] = []

    init(_ markup: String) {
        var rest = markup.unicodeScalars[...]
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let next = rest.first else { break }
            if next == "!" {
                rest = rest[(rest.firstIndex(of: ">") ?? rest.endIndex)...]
            } else if next == "/" {
                let name = String(rest.dropFirst().prefix { $0 != ">" && $0 != " " })
                close(name)
            } else if next.properties.isAlphabetic {
                rest = tag(rest)
            } else {
                faults.append("a bare < before \(next)")
            }
        }
        faults += open.map { "\($0) is not closed" }
    }

    private mutating func close(_ name: String) {
        if open.last == name { open.removeLast() } else { faults.append("\(name) closes \(open.last ?? "nothing")") }
    }

    /// Reads a start tag; gives what follows it, or what follows its raw text.
    private mutating func tag(_ from: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        var rest = from
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
        let name = String(rest.prefix { !isSpace($0) && $0 != ">" && $0 != "/" })
        rest = rest.dropFirst(name.unicodeScalars.count)
        elements.append(name)
        var isEmpty = Self.empty.contains(name)
        while true {
            rest = rest.drop(while: isSpace)
            guard let next = rest.first else { faults.append("\(name) does not end"); return rest }
            if next == ">" { rest = rest.dropFirst(); break }
            if next == "/" { isEmpty = true; rest = rest.dropFirst(); continue }
            let attribute = String(rest.prefix { !isSpace($0) && $0 != "=" && $0 != ">" && $0 != "/" })
            rest = rest.dropFirst(attribute.unicodeScalars.count)
            guard rest.first == "=" else { attributes.append((name, attribute, "")); continue }
            rest = rest.dropFirst()
            guard rest.first == "\"" else { faults.append("\(name) \(attribute) is not quoted"); continue }
            let value = rest.dropFirst().prefix { $0 != "\"" }
            attributes.append((name, attribute, String(value)))
            rest = rest.dropFirst(value.count + 2)
        }
        if isEmpty { return rest }
        open.append(name)
        guard Self.rawText.contains(name) else { return rest }
        let text = String(rest)
        guard let end = text.range(of: "</\(name)") else { faults.append("\(name) does not end"); return rest }
        raw[name, default: []].append(String(text[..<end.lowerBound]))
        return Substring(text[end.lowerBound...]).unicodeScalars
    }
}
