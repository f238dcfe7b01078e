import Vocabulary

/// A row of a table that stands beside the network: it names actors by their ids and is none itself.
public protocol SideRow: DatasetRow, Hashable {
    /// Where the rows stand.
    static var rows: WritableKeyPath<SideTables, [Self]> & Sendable { get }
}

/// The tables that stand beside the network.
///
/// A new one is a row with its columns, and here a line in `all`, a property and its place; it is read, checked, written,
/// exported and explained by its declaration alone.
public struct SideTables: Sendable, Hashable {
    /// In the order in which they are read, written and hashed.
    public static let all: [any SideRow.Type] = [Respondent.self, Locality.self, DiscPosition.self]

    /// Who was asked what.
    public var respondents: [Respondent] = []
    /// Where places lie.
    public var places: [Locality] = []
    /// Where a hand put the discs.
    public var positions: [DiscPosition] = []

    /// None has a row.
    public init() {}

    /// What the first row that does not hold says wrongly: its table, and a sentence.
    func fault(_ actors: Actors) -> (table: String, message: Bilingual)? {
        for row in Self.all {
            if let message = fault(row, actors) { return (Self.id(row), message) }
        }
        return nil
    }

    private static func id<Row: SideRow>(_ row: Row.Type) -> String { row.table.schema.id }

    private func fault<Row: SideRow>(_ row: Row.Type, _ actors: Actors) -> Bilingual? {
        for row in self[keyPath: Row.rows] {
            if let fault = Row.table.fault(in: row) { return fault }
            if let id = Row.table.names(of: row).first(where: { actors.position(of: $0) == nil }) {
                return Bilingual(en: "There is no actor \"\(id)\".", fr: "Il n'y a pas d'acteur « \(id) ».")
            }
        }
        return nil
    }
}

extension DatasetTable {
    /// The ids of actors that a row names in its columns, where it does so by id and not by position.
    func names(of row: Row) -> [String] {
        columns.flatMap { column -> [String] in
            switch (column.schema.content, column.get(row)) {
            case (.reference("actors", _), .text(let id)?): [id]
            case (.references("actors", _), .ids(let ids)?): ids
            default: []
            }
        }
    }
}

extension Respondent: SideRow {
    /// `respondents` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [Respondent]> & Sendable = \.respondents
}

extension Locality: SideRow {
    /// `places` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [Locality]> & Sendable = \.places
}

extension DiscPosition: SideRow {
    /// `positions` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [DiscPosition]> & Sendable = \.positions
}
