import Tabular
import Vocabulary

/// Whether a list of ties has a header.
enum EdgeListHeader {
    /// A reader of the rows: behind the header, or from the first line where there is none.
    ///
    /// A first line is a header where it names an end. Else a list of two columns has none, nor has
    /// one of three whose third cell is a number.
    static func open(_ text: DecodedText, file: String) -> TableReader {
        var first = CSVReader(text, file: file, dialect: dialect(of: text))
        guard first.next() else { return TableReader(EdgeListSchema.table, text, file: file) }
        let names = first.fields.indices.map { first.string($0).lowercased() }
        let ends: Set = ["source", "target", "from", "to"]
        let hasHeader = names.contains { ends.contains($0) }
            || !(names.count == 2 || (names.count == 3 && isNumber(names[2], first.dialect)))
        guard !hasHeader else { return TableReader(EdgeListSchema.table, text, file: file, dialect: first.dialect) }
        return TableReader(
            EdgeListSchema.table, text, file: file, dialect: first.dialect,
            columns: Array(["source", "target", "weight"].prefix(names.count)))
    }

    /// Spaces, where the first line is two or three words and neither it nor the second has a separator, as
    /// igraph and NetworKit write lists; nil: what the first line shows.
    private static func dialect(of text: DecodedText) -> CSVDialect? {
        var rows = CSVReader(text, file: "")
        var words = CSVReader(text, file: "", dialect: .space)
        guard rows.next(), rows.fields.count == 1, words.next(), (2...3).contains(words.fields.count) else { return nil }
        return !rows.next() || rows.fields.count == 1 ? .space : nil
    }

    private static func isNumber(_ text: String, _ dialect: CSVDialect) -> Bool {
        CSVNumber.double(text, decimalComma: dialect.readsDecimalComma) != nil
    }
}
