import Vocabulary

/// The line on which each element of the lists of nodes and ties in a JSON text starts, by the list's name; of lists
/// of the same name those that lie least deep.
struct JSONLines {
    private struct List {
        let depth: Int
        var lines: [Int] = []
    }

    private struct Level {
        let isList: Bool
        /// The name of the list; of an object the name that its next value has.
        var key: String
        var startsElement = false
    }

    private static let names: Set = ["", "nodes", "links", "edges", "elements", "connections", "adjacency", "graphs"]
    private var lists: [String: List] = [:]
    private var members: [String: Int] = [:]

    /// - Parameter bytes: sound JSON.
    init(_ bytes: [UInt8]) {
        var scanner = TextScanner(bytes)
        var levels: [Level] = []
        while let byte = scanner.peek {
            if ASCIIText.isSpace(byte) {
                scanner.advance()
                continue
            }
            if let level = levels.last, level.startsElement, byte != UInt8(ascii: "]") {
                levels[levels.count - 1].startsElement = false
                note(level.key, depth: levels.count, line: scanner.line)
            }
            switch byte {
            case UInt8(ascii: "\""):
                let line = scanner.line
                let text = Self.passText(&scanner)
                scanner.passSpace()
                guard scanner.peek == UInt8(ascii: ":"), let last = levels.indices.last, !levels[last].isList else {
                    continue
                }
                levels[last].key = text
                if levels.count == 1 { members[text] = line }
                continue
            case UInt8(ascii: "["):
                let key = levels.last.map { $0.isList ? "-" : $0.key } ?? ""
                levels.append(Level(isList: true, key: key, startsElement: Self.names.contains(key)))
            case UInt8(ascii: "{"): levels.append(Level(isList: false, key: ""))
            case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = levels.popLast()
            case UInt8(ascii: ","):
                if let last = levels.indices.last, levels[last].isList, Self.names.contains(levels[last].key) {
                    levels[last].startsElement = true
                }
            default: break
            }
            scanner.advance()
        }
    }

    private mutating func note(_ key: String, depth: Int, line: Int) {
        let known = lists[key]?.depth ?? .max
        guard depth <= known else { return }
        if depth < known { lists[key] = List(depth: depth) }
        lists[key]?.lines.append(line)
    }

    private static func passText(_ scanner: inout TextScanner) -> String {
        scanner.advance()
        let start = scanner.at
        while let byte = scanner.peek, byte != UInt8(ascii: "\"") {
            scanner.advance(byte == UInt8(ascii: "\\") ? 2 : 1)
        }
        let text = String(decoding: scanner.bytes[start..<scanner.at].prefix(64), as: UTF8.self)
        scanner.advance(1)
        return text
    }

    /// - Parameter list: its name; the empty one where the whole text is a list.
    func line(of list: String, _ position: Int) -> Int {
        lists[list].flatMap { $0.lines.indices.contains(position) ? $0.lines[position] : nil } ?? line(of: list)
    }

    func line(of member: String) -> Int { members[member] ?? 1 }
}
