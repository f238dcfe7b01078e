import NetworkModel
import Tabular
import Vocabulary

/// One of the kinds of JSON in which networks are written. Which one a file is, its content tells.
struct JSONKind: Sendable {
    let name: String
    let recognises: @Sendable (JSONValue) -> Bool
    let read: @Sendable (inout JSONNetworkReader, JSONValue) throws(TextFault) -> Void

    /// A new one is one file and one line here. The first that recognises a file reads it; the last takes all.
    static let all: [JSONKind] = [
        .hypergraph, .kumu, .cytoscape, .jsonGraph, .adjacency, .graphology, .vis, .vosviewer, .neighbours, .pairs, .nodeLink,
    ]
}

/// What all kinds of JSON share: a plain network, filled by nodes and ties whose members become attributes.
struct JSONNetworkReader {
    var network: PlainNetwork
    let lines: JSONLines
    /// Which of several networks in the file is wanted.
    let wanted: String?

    init(file: String, lines: JSONLines, wanted: String?) {
        network = PlainNetwork(file: file)
        self.lines = lines
        self.wanted = wanted
    }

    /// Objects of which each has a line of its own (JSON Lines, NDJSON) as one list, each on its line.
    static func joined(_ bytes: [UInt8]) -> [UInt8] {
        func isObject(_ line: ArraySlice<UInt8>) -> Bool {
            line.first == UInt8(ascii: "{") && line.last { !ASCIIText.isSpace($0) } == UInt8(ascii: "}")
        }
        guard isObject(bytes.prefix { $0 != 0x0A }) else { return bytes }
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        while let last = lines.last, last.allSatisfy(ASCIIText.isSpace) { lines.removeLast() }
        guard lines.count > 1, lines.allSatisfy(isObject) else { return bytes }
        return [UInt8(ascii: "[")] + lines.joined(separator: [UInt8(ascii: ","), 0x0A]) + [UInt8(ascii: "]")]
    }

    static func value(_ bytes: [UInt8]) throws(TextFault) -> JSONValue {
        do {
            return try JSONReader.read(bytes)
        } catch {
            throw TextFault(
                Bilingual(
                    en: "The JSON is wrong: \(error.message.en).", fr: "Le JSON est fautif : \(error.message.fr)."),
                remedy: error.remedy, line: error.line)
        }
    }

    mutating func read(_ value: JSONValue) throws(TextFault) {
        guard let kind = JSONKind.all.first(where: { $0.recognises(value) }) else { return }
        try kind.read(&self, value)
        dropLook()
    }

    // MARK: Nodes and ties

    /// Adds a node; members become its attributes but for some.
    @discardableResult
    mutating func addNode(
        _ id: String?, _ members: [JSONValue.Member], but own: Set<String>, line: Int,
        named names: [String: String] = [:]
    ) -> Int? {
        guard let row = network.add(node: id ?? "", line: line) else { return nil }
        for member in members where !own.contains(member.key) {
            if let text = Self.text(member.value) { network.nodes.set(text, names[member.key] ?? member.key, row: row) }
        }
        return row
    }

    @discardableResult
    mutating func addTie(
        _ source: JSONValue?, _ target: JSONValue?, _ members: [JSONValue.Member], but own: Set<String>,
        directed: Bool?, line: Int, named names: [String: String] = [:]
    ) throws(TextFault) -> Int {
        guard let source = source.flatMap(Self.text), let target = target.flatMap(Self.text) else {
            throw TextFault(
                Bilingual(
                    en: "The link lacks its source or its target.", fr: "Il manque au lien sa source ou sa cible."),
                remedy: Bilingual(
                    en: "Write {\"source\": \"a\", \"target\": \"b\"}.",
                    fr: "Écrivez {\"source\": \"a\", \"target\": \"b\"}."),
                line: line, code: "missing-value")
        }
        let tie = network.add(tie: source, target, directed: directed, line: line)
        for member in members where !own.contains(member.key) {
            if let text = Self.text(member.value) { network.ties.set(text, names[member.key] ?? member.key, row: tie) }
        }
        return tie
    }

    // MARK: Values

    static func list(_ value: JSONValue?) -> [JSONValue]? {
        if case .array(let elements)? = value { elements } else { nil }
    }

    static func members(_ value: JSONValue?) -> [JSONValue.Member] {
        if case .object(let members)? = value { members } else { [] }
    }

    /// What stands in an inner object of one of some names is said of the node or tie like what stands beside it, which
    /// counts where both say it.
    static func spread(_ members: [JSONValue.Member], within names: Set<String>) -> [JSONValue.Member] {
        guard let inner = members.first(where: { names.contains($0.key) }), case .object(let more) = inner.value else {
            return members
        }
        let own = Set(members.map(\.key))
        return members.filter { $0.key != inner.key } + more.filter { !own.contains($0.key) }
    }

    static func flag(_ value: JSONValue?) -> Bool? {
        if case .flag(let flag)? = value { flag } else { nil }
    }

    static func text(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let integer): String(integer)
        case .digits(let digits): digits
        case .number(let number): NumberText.shortest(number)
        case .text(let text): text
        case .array, .object:
            String(JSONWriter.text(value, indented: false).dropLast())
        }
    }

    /// Where nodes have a place, a size and a colour, these are how the file's program draws them.
    private mutating func dropLook() {
        let names = Set(network.nodes.columns.map(\.name))
        let look = ["x", "y", "z", "size", "color", "r", "g", "b"].filter(names.contains)
        guard names.isSuperset(of: ["x", "y", "size"]), look.count > 3 else { return }
        network.leaveOut(look: look)
        // Then a tie's size and colour are its look, too.
        network.ties.remove(["size", "color"])
    }
}
