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
        guard table.next() else {
            throw fault(Bilingual(en: "The table is empty.", fr: "La table est vide."), name, nil, nil)
        }
        let header = table.fields.indices.map { table.string($0).lowercased() }
        guard let one = header.firstIndex(of: "first"), let other = header.firstIndex(of: "second") else {
            throw fault(
                Bilingual(
                    en: "The columns \"first\" and \"second\" are not both there.",
                    fr: "Les colonnes « first » et « second » ne sont pas là toutes les deux."), name, table.line, nil)
        }
        var rows: [(first: Int, second: Int)] = []
        var seen: (Set<Int>, Set<Int>) = ([], [])
        while table.next() {
            func position(_ place: Int, _ column: String, _ network: Network) throws(MilieuError) -> Int {
                guard table.fields.indices.contains(place) else {
                    throw fault(
                        Bilingual(en: "The row has no such cell.", fr: "La ligne n'a pas cette cellule."), name,
                        table.line, column)
                }
                let id = table.string(place)
                if let position = network.actors.position(of: id) { return position }
                throw MilieuError(
                    .data,
                    Bilingual(
                        en: "The \(column) dataset has no actor \"\(Excerpt.of(id))\".",
                        fr: "Jeu de données « \(column) » : il n'a pas d'acteur « \(Excerpt.of(id)) »."),
                    remedy: NearestMatch.hint(id, in: network.actors.allIDs)
                        + Bilingual(
                            en: "Write an id of its actors.csv.", fr: "Écrivez un identifiant de son actors.csv."),
                    at: Place(file: name, line: table.line, column: column))
            }
            let row = (try position(one, "first", first), try position(other, "second", second))
            guard seen.0.insert(row.0).inserted, seen.1.insert(row.1).inserted else {
                throw fault(
                    Bilingual(
                        en: "An actor of this row stands in an earlier one, too.",
                        fr: "Un acteur de cette ligne se trouve aussi sur une ligne précédente."), name, table.line, nil
                )
            }
            rows.append(row)
        }
        return rows
    }

    private static func fault(_ message: Bilingual, _ file: String, _ line: Int?, _ column: String?) -> MilieuError {
        MilieuError(
            .data, message,
            remedy:
                Bilingual(
                    en:
                        "Write a header \"first,second\", then in each row an id of the first dataset and one of the second.",
                    fr:
                        "Écrivez un en-tête « first,second », puis sur chaque ligne un identifiant du premier jeu de données et un du second."
                ),
            at: Place(file: file, line: line, column: column))
    }
}
