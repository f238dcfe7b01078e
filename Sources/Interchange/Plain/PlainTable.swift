/// Attributes of nodes or ties by name: for each row a text, or nothing.
///
/// Only the cells that a file fills are stored, so that memory follows the file's size however
/// many names it has.
struct PlainTable {
    struct Column {
        let name: String
        fileprivate(set) var rows: [Int32] = []
        fileprivate(set) var texts: [String] = []
        /// What rows hold of which nothing is said.
        var fallback: String?
    }

    private(set) var columns: [Column] = []
    private(set) var cellCount = 0
    private var positions: [String: Int] = [:]

    /// The position of the column of that name, which is added where there is none.
    mutating func column(_ name: String) -> Int {
        if let known = positions[name] { return known }
        positions[name] = columns.count
        columns.append(Column(name: name))
        return columns.count - 1
    }

    /// Fills a cell; the last text of a cell counts. An empty text is nothing.
    mutating func set(_ text: String, column: Int, row: Int) {
        cellCount += 1
        columns[column].rows.append(Int32(row))
        columns[column].texts.append(text)
    }

    mutating func set(_ text: String, _ name: String, row: Int) {
        set(text, column: column(name), row: row)
    }

    /// Says what the rows of a column hold of which nothing is said.
    mutating func setFallback(_ text: String?, column: Int) { columns[column].fallback = text }

    /// Whether a table of these columns with so many rows would be far larger than what fills it.
    func isMostlyEmpty(rowCount: Int) -> Bool {
        columns.count > Self.mostColumns
            || columns.count.multipliedReportingOverflow(by: max(rowCount, 1)).partialValue > 4_000_000 + 32 * cellCount
    }

    /// Leaves out all rows but some, which are in ascending order.
    mutating func keep(rows: [Int]) {
        let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { (Int32($1), Int32($0)) })
        for position in columns.indices {
            let old = columns[position]
            columns[position].rows = []
            columns[position].texts = []
            for (row, text) in zip(old.rows, old.texts) {
                guard let place = places[row] else { continue }
                columns[position].rows.append(place)
                columns[position].texts.append(text)
            }
        }
    }

    /// Leaves out the columns of some names.
    mutating func remove(_ names: Set<String>) {
        columns.removeAll { names.contains($0.name) }
        positions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    }

    static let mostColumns = 10_000

    /// A column's cells, one for each row.
    func values(_ column: Column, rowCount: Int) -> [String?] {
        let fallback = column.fallback.flatMap { $0.isEmpty ? nil : $0 }
        var values = [String?](repeating: fallback, count: rowCount)
        for (row, text) in zip(column.rows, column.texts) where Int(row) < rowCount {
            values[Int(row)] = text.isEmpty ? nil : text
        }
        return values
    }
}
