import ArgumentParser
import Milieu

/// What a person says of an input that does not say it itself.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: """
            The format to read, where neither ending nor content tells it: \
            \((FormatCatalogue.all.map(\.id) + ["dataset"]).joined(separator: ", ")).
            """)
    var from: String?

    @Option(help: "Of a workbook, the sheet that holds the ties or the matrix.")
    var sheet: String?

    @Option(help: "A table of the actors (CSV, .xlsx, .ods), where the input is a list of ties.", completion: .file())
    var actors: String?

    @OptionGroup var links: LinkArgument

    func read(_ path: String, directed: Bool?) throws(MilieuError) -> Reading {
        let format: NetworkFormat? = if let from, from != "dataset" { try FormatCatalogue.format(from) } else { nil }
        return try InputReader.read(
            path: path,
            InputReader.Options(
                directed: directed, format: format, sheet: sheet, actors: actors, followsLinks: links.followLinks))
    }
}

/// Whether the links in a dataset's folder may lead anywhere.
struct LinkArgument: ParsableArguments {
    @Flag(
        help: """
            Follow symbolic links in a dataset's folder wherever they lead (without it only those that stay within \
            the folder or lead to the files of git-annex and DVC in its repository).
            """)
    var followLinks = false
}
