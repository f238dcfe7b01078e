import ArgumentParser
import Milieu

/// In what format tables are written, and where to.
struct TableOutput: ParsableArguments {
    @Option(help: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).")
    var format = TableFormat.text.id

    @Option(
        name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
    var output: String?

    func tableFormat() throws(MilieuError) -> TableFormat { try TableFormat.format(format) }

    /// Writes a text to the file, or to standard output.
    func write(_ text: String) throws(MilieuError) {
        let text = text.hasSuffix("\n") ? text : text + "\n"
        guard let output else { return Console.output(text) }
        try FileOutput.write(text, to: output)
    }

    /// Writes tables in a format; one that is no text needs a file.
    func write(_ tables: [Table], as format: TableFormat, language: Language) throws(MilieuError) {
        guard !format.isText else {
            return try write(tables.map { format.text($0, language: language) }.joined(separator: "\n"))
        }
        guard let output else {
            throw MilieuError(
                .usage, "A workbook is no text to show.", remedy: "Name a file: -o table.\(format.fileExtension)")
        }
        try FileOutput.write(format.bytes(tables, language: language), to: output)
    }
}
