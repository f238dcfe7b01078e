import Vocabulary

/// The ids of a table: where each stands, and the nearest one to a mistyped id.
struct KnownIDs {
    enum State {
        case read
        /// The table is not there: that others refer to it is one error, not one for each row.
        case missing
        /// What is wrong with the table is said already; references to it cannot be checked.
        case unreadable
    }

    enum Answer {
        case known(Int), unknown, unchecked
    }

    let table: TableSchema
    var state = State.read
    /// Whether another table refers to this one, which is missing.
    private(set) var wasMissed = false

    private var positions: [String: Int] = [:]
    private var lines: [Int] = []
    /// Comparing one id with a million costs a second: after so many comparisons no more nearest
    /// ids are looked for.
    private var comparisonsLeft = 2_000_000

    init(_ table: TableSchema) { self.table = table }

    /// Returns the line on which the id already stands, or nil if it is new.
    mutating func add(_ id: String, line: Int) -> Int? {
        if let position = positions[id] { return lines[position] }
        positions[id] = lines.count
        lines.append(line)
        return nil
    }

    func line(at position: Int) -> Int { lines[position] }

    mutating func look(up id: String) -> Answer {
        if let position = positions[id] { return .known(position) }
        switch state {
        case .read: return .unknown
        case .unreadable: return .unchecked
        case .missing:
            wasMissed = true
            return .unchecked
        }
    }

    /// "Did you mean …? ", or nothing.
    mutating func suggestion(for id: String) -> String {
        guard comparisonsLeft >= positions.count else { return "" }
        comparisonsLeft -= positions.count
        return NearestMatch.hint(id, in: positions.keys)
    }
}

extension TableReader {
    /// The position of the row that a required cell names in another table; nil, and a finding,
    /// where the cell is empty or there is no such row.
    mutating func reference(
        _ column: String, to ids: inout KnownIDs, _ code: String, what: String
    ) -> Int? {
        guard let id = required(column) else { return nil }
        return look(up: id, column, in: &ids, code, what: what)
    }

    mutating func look(
        up id: String, _ column: String, in ids: inout KnownIDs, _ code: String, what: String
    ) -> Int? {
        switch ids.look(up: id) {
        case .known(let position): return position
        case .unchecked: return nil
        case .unknown:
            report(
                .error, code, "There is no \(what) \"\(Excerpt.of(id))\" in \(ids.table.file).",
                remedy: ids.suggestion(for: id) + "Correct the id, or add a row for it to \(ids.table.file).",
                column: column)
            return nil
        }
    }

    /// The id of a row, which no other row may have.
    mutating func newID(_ column: String, in ids: inout KnownIDs) -> String? {
        guard let id = required(column) else { return nil }
        rowID = id
        guard let line = ids.add(id, line: csv.line) else { return id }
        report(
            .error, "duplicate-id", "The id \"\(Excerpt.of(id))\" is there already, on line \(line).",
            remedy: "Give each row an id of its own, or delete one of the two.", column: column)
        return nil
    }
}
