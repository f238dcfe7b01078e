import Tabular
import Vocabulary

/// Whether a list of ties has a header.
enum EdgeListHeader {
    /// A reader of the rows: behind the header, or from the first line where there is none.
    ///
    /// A first line is a header where it names an end. Else a list of two columns has none, nor has
    /// one of three whose third cell is a number.
    static func open(_ text: DecodedText, file: String) -> TableReader {
        var first = CSVReader(text, file: file)
        guard first.next() else { return TableReader(EdgeListReader.schema, text, file: file) }
        let names = first.fields.indices.map { first.string($0).lowercased() }
        let ends: Set = ["source", "target", "from", "to"]
        let hasHeader = names.contains { ends.contains($0) }
            || !(names.count == 2 || (names.count == 3 && isNumber(names[2], first.dialect)))
        guard !hasHeader else { return TableReader(EdgeListReader.schema, text, file: file) }
        return TableReader(
            EdgeListReader.schema, text, file: file,
            columns: Array(["source", "target", "weight"].prefix(names.count)))
    }

    private static func isNumber(_ text: String, _ dialect: CSVDialect) -> Bool {
        CSVNumber.double(text, decimalComma: dialect.readsDecimalComma) != nil
    }
}
