import Vocabulary

/// Where a statement comes from: a source of the dataset, and the place in it.
public struct Evidence: Sendable, Hashable, CustomStringConvertible {
    /// The id of a row of `sources.csv`.
    public let source: String
    /// Section, page or note: "2.2.2", "n34".
    public let locator: String?

    /// A source, and where in it is told what is.
    public init(source: String, locator: String? = nil) {
        self.source = source
        self.locator = locator
    }

    /// As a cell has it: `perret2016:2.2.2`; `list(_:)` reads it back.
    public var description: String { locator.map { "\(source):\($0)" } ?? source }

    /// Reads a cell such as `perret2016:2.2.2; perret2016:n34`.
    public static func list(_ cell: String) -> [Evidence] {
        cell.split(separator: ";").compactMap { part in
            let halves = part.split(separator: ":", maxSplits: 1).map(trimmed)
            guard let source = halves.first, !source.isEmpty else { return nil }
            let locator = halves.count > 1 && !halves[1].isEmpty ? halves[1] : nil
            return Evidence(source: source, locator: locator)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
