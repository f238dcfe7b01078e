import NetworkModel
import Vocabulary

/// Which row of one coder's table is the same thing as which row of the other's.
public struct CoderMatching: Sendable {
    /// How two rows were found to be the same, the surest first.
    public enum Way: String, Sendable, CaseIterable {
        /// A line of the table of aliases says so.
        case alias
        /// They have the same id.
        case id
        /// They have the same name, which no other row of either has.
        case name
    }

    /// Two rows that are the same thing.
    public struct Pair: Sendable, Hashable {
        /// The position in the first coder's table.
        public let first: Int
        /// The position in the second coder's table.
        public let second: Int
        /// How they were matched.
        public let way: Way
    }

    /// In the order of the first coder's rows.
    public let pairs: [Pair]
    /// Positions of the first coder's rows that match none.
    public let onlyFirst: [Int]
    /// Positions of the second coder's rows that match none.
    public let onlySecond: [Int]
    let inSecond: [Int: Int]
    let inFirst: [Int: Int]

    /// A row by what tells it from others.
    struct Key {
        let id: String
        let name: String
    }

    /// - Parameter aliases: positions that are the same thing, whatever their ids and names.
    init(_ first: [Key], _ second: [Key], aliases: [(first: Int, second: Int)] = []) {
        var inSecond: [Int: Int] = [:]
        var inFirst: [Int: Int] = [:]
        var ways: [Int: Way] = [:]
        func match(_ one: Int, _ other: Int, _ way: Way) {
            guard inSecond[one] == nil, inFirst[other] == nil else { return }
            (inSecond[one], inFirst[other], ways[one]) = (other, one, way)
        }
        for (one, other) in aliases { match(one, other, .alias) }
        let ids = Dictionary(second.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
        for (one, key) in first.enumerated() { if let other = ids[key.id] { match(one, other, .id) } }
        func unique(_ keys: [Key]) -> [String: Int] {
            Dictionary(grouping: keys.indices) { Self.folded(keys[$0].name) }
                .compactMapValues { $0.count == 1 ? $0[0] : nil }
        }
        let (names, others) = (unique(first), unique(second))
        for (name, one) in names.sorted(by: { $0.value < $1.value }) where !name.isEmpty {
            if let other = others[name] { match(one, other, .name) }
        }
        (self.inSecond, self.inFirst) = (inSecond, inFirst)
        pairs = first.indices.compactMap { one in
            inSecond[one].map { Pair(first: one, second: $0, way: ways[one] ?? .id) }
        }
        onlyFirst = first.indices.filter { inSecond[$0] == nil }
        onlySecond = second.indices.filter { inFirst[$0] == nil }
    }

    /// A name without what two coders write differently: case, stops and spaces.
    static func folded(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

extension CoderMatching {
    init(actors first: Network, _ second: Network, aliases: [(first: Int, second: Int)]) {
        self.init(
            first.actors.map { Key(id: $0.id, name: $0.name) }, second.actors.map { Key(id: $0.id, name: $0.name) },
            aliases: aliases)
    }

    init(events first: Network, _ second: Network) {
        self.init(
            first.events.map { Key(id: $0.id, name: $0.name) }, second.events.map { Key(id: $0.id, name: $0.name) })
    }
}
