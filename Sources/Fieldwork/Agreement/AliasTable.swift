import Files
import NetworkModel
import Tabular
import Vocabulary

/// A table of two columns, `first` and `second`: ids of actors that two coders call differently.
public enum AliasTable {
    /// Reads the table, whatever else its columns hold.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is no such file, of cause `data`, with line, column and remedy,
    ///   where an id is not there or is there twice.
    public static func read(
        path: String, first: Network, second: Network
    ) throws(MilieuError) -> [(first: Int, second: Int)] {
        let name = FilePath.name(of: path)
        var table = CSVReader(try InputFile.read(path, limit: 1 << 24), file: name)
        guard table.next() else { throw fault("The table is empty.", name, nil, nil) }
        let header = table.fields.indices.map { table.string($0).lowercased() }
        guard let one = header.firstIndex(of: "first"), let other = header.firstIndex(of: "second") else {
            throw fault("The columns \"first\" and \"second\" are not both there.", name, table.line, nil)
        }
        var rows: [(first: Int, second: Int)] = []
        var seen: (Set<Int>, Set<Int>) = ([], [])
        while table.next() {
            func position(_ place: Int, _ column: String, _ network: Network) throws(MilieuError) -> Int {
                guard table.fields.indices.contains(place) else {
                    throw fault("The row has no such cell.", name, table.line, column)
                }
                let id = table.string(place)
                if let position = network.actors.position(of: id) { return position }
                throw MilieuError(
                    .data, "The \(column) dataset has no actor \"\(Excerpt.of(id))\".",
                    remedy: NearestMatch.hint(id, in: network.actors.allIDs) + "Write an id of its actors.csv.",
                    at: Place(file: name, line: table.line, column: column))
            }
            let row = (try position(one, "first", first), try position(other, "second", second))
            guard seen.0.insert(row.0).inserted, seen.1.insert(row.1).inserted else {
                throw fault("An actor of this row stands in an earlier one, too.", name, table.line, nil)
            }
            rows.append(row)
        }
        return rows
    }

    private static func fault(_ message: String, _ file: String, _ line: Int?, _ column: String?) -> MilieuError {
        MilieuError(
            .data, message,
            remedy:
                "Write a header \"first,second\", then in each row an id of the first dataset and one of the second.",
            at: Place(file: file, line: line, column: column))
    }
}
