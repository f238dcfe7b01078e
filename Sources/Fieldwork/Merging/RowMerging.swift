import NetworkModel
import Vocabulary

/// Two rows that tell of one thing, put together column by column as they are declared.
enum RowMerging {
    /// Whose cell stands where both rows have one and they differ.
    enum Precedence {
        case first, second
    }

    /// - Parameters:
    ///   - others: columns that stay as the first row has them.
    ///   - changed: told of each cell of the first row that the second's replaced.
    /// - Returns: the first row, with what only the second tells; evidence of both.
    static func merged<Row: DatasetRow>(
        _ first: Row, _ second: Row, _ precedence: Precedence, leavingOut others: Set<String>,
        changed: (_ column: String, _ from: String, _ to: String) -> Void = { _, _, _ in }
    ) -> Row {
        var row = first
        for column in Row.table.columns where !others.contains(column.id) {
            guard let told = column.get(second), told.text != nil else { continue }
            let known = column.get(first)
            if let fallback = column.schema.fallback, told == fallback, known != nil { continue }
            if case .evidence(let list) = told {
                column.set(&row, .evidence(union(known, list)))
            } else if case .ids(let ids) = told {
                column.set(&row, .ids(union(known, ids)))
            } else if known?.text == nil || known == column.schema.fallback || isFiner(told, known) {
                column.set(&row, settable(told, column.schema))
            } else if told != known, precedence == .second, !isFiner(known, told) {
                column.set(&row, settable(told, column.schema))
                changed(column.id, known?.text ?? "", told.text ?? "")
            }
        }
        return row
    }

    /// What a column gives and what it takes differ where it names a row of another table.
    private static func settable(_ value: CellValue, _ schema: ColumnSchema) -> CellValue {
        if case .reference = schema.content, case .text(let id) = value { return .row(id: id, position: -1) }
        return value
    }

    private static func union(_ known: CellValue?, _ list: [Evidence]) -> [Evidence] {
        guard case .evidence(let own)? = known else { return list }
        return own + list.filter { !own.contains($0) }
    }

    private static func union(_ known: CellValue?, _ ids: [String]) -> [String] {
        guard case .ids(let own)? = known else { return ids }
        return own + ids.filter { !own.contains($0) }
    }

    /// Whether a date says more exactly what another says: 2007-04 against 2007.
    private static func isFiner(_ one: CellValue?, _ other: CellValue?) -> Bool {
        guard case .date(let fine)? = one, case .date(let coarse)? = other, fine != coarse else { return false }
        return fine.earliest >= coarse.earliest && fine.latest <= coarse.latest
    }
}
