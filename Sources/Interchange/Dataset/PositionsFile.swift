import Files
import NetworkModel
import Tabular
import Vocabulary

/// Places of discs in a file of their own, in the form of a dataset's `positions.csv`.
public enum PositionsFile {
    /// Reads and checks every row; an actor may be one that the network at hand does not have.
    ///
    /// - Throws: `MilieuError` of cause `file` where the file cannot be read, of cause `data`, with all findings,
    ///   where a row is wrong.
    /// - Complexity: O(bytes).
    public static func read(path: String) throws(MilieuError) -> [DiscPosition] {
        let schema = DiscPosition.table.schema
        let name = FilePath.name(of: path)
        var table = TableReader(schema, DecodedText(try InputFile.read(path), file: name), file: name)
        var rows: [DiscPosition] = []
        if table.canReadRows {
            // References are taken as they are, ids of rows must differ.
            var known = KnownTables()
            let reader = RowReader<DiscPosition>(table)
            while table.next() {
                if let row = reader.row(&table, &known) { rows.append(row) }
            }
        }
        let findings = table.allFindings().all
        let errors = findings.filter { $0.severity == .error }
        if let first = errors.first {
            throw MilieuError(.data, first.statement, remedy: first.advice, at: first.place, findings: findings)
        }
        return rows
    }

    /// The rows as a table: UTF-8, commas, points, LF.
    public static func text(_ rows: [DiscPosition]) -> String {
        DatasetTables.text(DatasetTables.columns(rows), rowCount: rows.count)
    }
}
