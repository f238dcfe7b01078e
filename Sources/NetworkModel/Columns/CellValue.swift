import Vocabulary

/// What a cell of a dataset's table says, typed as its column declares.
public enum CellValue: Sendable, Hashable {
    /// Also a word of a few, a layer, the id of a row.
    case text(String)
    /// Finite, in the unit of its column.
    case number(Double)
    /// A whole number.
    case count(Int)
    /// A date of which parts may be unknown.
    case date(PartialDate)
    /// Written `yes` or `no`.
    case flag(Bool)
    /// Sources and the places in them.
    case evidence([Evidence])
    /// Ids of rows of another table.
    case ids([String])
    /// A row of another table: its id, and its position where it is known (else −1).
    case row(id: String, position: Int)
    /// A row of another table of which only the position is known: the table has its id.
    case position(Int)

    /// The text of the cell as tables have it; nil for nothing, and for a position, whose id stands elsewhere.
    public var text: String? {
        switch self {
        case .text(let text), .row(let text, _): text.isEmpty ? nil : text
        case .number(let number): number.shortestText
        case .count(let count): String(count)
        case .date(let date): date.description
        case .flag(let flag): flag ? "yes" : "no"
        case .evidence(let list): list.isEmpty ? nil : list.map(\.description).joined(separator: "; ")
        case .ids(let ids): ids.isEmpty ? nil : ids.joined(separator: "; ")
        case .position: nil
        }
    }

    /// The value as a number; nil where it is none.
    public var number: Double? {
        switch self {
        case .number(let number): number
        case .count(let count): Double(count)
        default: nil
        }
    }
}
