import ArgumentParser
import Milieu

/// In what format tables are written, and where to.
struct TableOutput: ParsableArguments {
    /// For whom CSV is written.
    enum CSVKind: String, ExpressibleByArgument, CaseIterable {
        case standard, french
    }

    @Option(
        help: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).",
        completion: .list(TableFormat.all.map(\.id)))
    var format = TableFormat.text.id

    @Option(
        help: """
            CSV for whom: standard (commas, decimal points), or french for Excel in French (semicolons, decimal commas, \
            a byte-order mark). Without --format, it asks for CSV.
            """)
    var csv: CSVKind?

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
        var known = try TableFormat.format(format)
        if csv != nil, known.id == TableFormat.text.id { known = .csv }
        guard rawCells || csv != nil else { return known }
        guard known.id == TableFormat.csv.id else {
            throw MilieuError(
                .usage, "\(rawCells ? "--raw-cells" : "--csv") is about CSV, and the format is \(known.id).",
                remedy: "Add --format csv.")
        }
        return switch (csv, rawCells) {
        case (.french, true): .rawFrenchCSV
        case (.french, false): .frenchCSV
        case (_, true): .rawCSV
        case (_, false): known
        }
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
        Console.output(page: page)
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
