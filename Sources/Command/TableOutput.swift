import ArgumentParser
import Milieu

/// In what format tables are written, and where to.
struct TableOutput: ParsableArguments {
    @Option(help: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).")
    var format = TableFormat.text.id

    @Option(
        name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    @Flag(
        help: """
            In CSV, write texts that begin with =, +, - or @ as they are; without this an apostrophe stands before them, \
            so that no spreadsheet computes them.
            """)
    var rawCells = false

    func tableFormat() throws(MilieuError) -> TableFormat {
        let known = try TableFormat.format(format)
        guard rawCells else { return known }
        guard known.id == TableFormat.csv.id else {
            throw MilieuError(
                .usage, "--raw-cells is about CSV, and the format is \(known.id).", remedy: "Add --format csv.")
        }
        return .rawCSV
    }

    /// Writes a text to the file, or to standard output.
    func write(_ text: String) throws(MilieuError) {
        let text = text.hasSuffix("\n") ? text : text + "\n"
        guard let output else { return Console.output(text) }
        try FileOutput.write(text, to: output)
    }

    /// Writes a page that has styles where it goes to a terminal, and no control character of the data.
    func write(page: String) throws(MilieuError) {
        guard output == nil else { return try write(page) }
        Console.output(StyledText(stringLiteral: page))
    }
}
