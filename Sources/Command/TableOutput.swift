import ArgumentParser
import Milieu

/// In what format tables are written, and where to.
struct TableOutput: ParsableArguments {
    /// For whom CSV is written.
    enum CSVKind: String, ExpressibleByArgument, CaseIterable {
        case standard, french
    }

    @Option(
        help: ArgumentHelp(
            en: "How to write tables: \(TableFormat.all.map(\.id).joined(separator: ", ")).",
            fr: "Forme des tables : \(TableFormat.all.map(\.id).joined(separator: ", "))."),
        completion: .list(TableFormat.all.map(\.id)))
    var format = TableFormat.text.id

    @Option(
        help: ArgumentHelp(
            en: """
                CSV for whom: standard (commas, decimal points), or french for Excel in French (semicolons, decimal commas, \
                a byte-order mark). Without --format, it asks for CSV.
                """,
            fr: """
                CSV pour qui : standard (virgules, points décimaux), ou french pour Excel en français (points-virgules, \
                virgules décimales, marque d'ordre des octets). Sans --format, demande du CSV.
                """))
    var csv: CSVKind?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Write to this file instead of standard output.",
            fr: "Écrire dans ce fichier au lieu de la sortie standard."), completion: .file())
    var output: String?

    @Flag(
        help: ArgumentHelp(
            en: """
                In CSV, write texts that begin with =, +, - or @ as they are; without this an apostrophe stands before them, \
                so that no spreadsheet computes them.
                """,
            fr: """
                En CSV, écrire tels quels les textes qui commencent par =, +, - ou @ ; sans cela une apostrophe les \
                précède, pour qu'aucun tableur ne les calcule.
                """))
    var rawCells = false

    func tableFormat() throws(MilieuError) -> TableFormat {
        var known = try TableFormat.format(format)
        if csv != nil, known.id == TableFormat.text.id { known = .csv }
        guard rawCells || csv != nil else { return known }
        guard known.id == TableFormat.csv.id else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\(rawCells ? "--raw-cells" : "--csv") is about CSV, and the format is \(known.id).",
                    fr: "\(rawCells ? "--raw-cells" : "--csv") concerne le CSV, et le format est \(known.id)."),
                remedy: Bilingual(en: "Add --format csv.", fr: "Ajoutez --format csv."))
        }
        return switch (csv, rawCells) {
        case (.french, true): .rawFrenchCSV
        case (.french, false): .frenchCSV
        case (_, true): .rawCSV
        case (_, false): known
        }
    }

    /// Refuses, before anything is computed, a file that cannot be written, and standard output for what is no text.
    func check(_ format: TableFormat) throws(MilieuError) {
        if let output { return try FileOutput.check(output) }
        guard format.isText else {
            throw MilieuError(
                .usage,
                Bilingual(en: "A workbook is no text to show.", fr: "Un classeur n'est pas un texte à montrer."),
                remedy: Bilingual(
                    en: "Name a file: -o table.\(format.fileExtension)",
                    fr: "Indiquez un fichier : -o table.\(format.fileExtension)"))
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
        try check(format)
        guard let output else { return }
        try FileOutput.write(format.bytes(tables, language: language), to: output)
    }
}
