import Vocabulary

/// A row of a table that stands beside the network: nothing in it is an actor, a tie or an event.
public protocol SideRow: DatasetRow, Hashable {
    /// Where the rows stand.
    static var rows: WritableKeyPath<SideTables, [Self]> & Sendable { get }
}

/// The tables that stand beside the network: they name its rows by their ids.
///
/// A new one is a row with its columns, a line in `all` and a property here.
public struct SideTables: Sendable, Hashable {
    /// In the order in which they are read, written and hashed.
    public static let all: [any SideRow.Type] = []

    public init() {}
}
