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

    @Option(help: "Which network of a file that holds several: its name, or its number from 1.")
    var network: String?

    @Option(
        help: ArgumentHelp(
            "A file that the input names and that may be read with it (the data of a DL file that stand apart).",
            valueName: "file"), completion: .file())
    var beside: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file with a value for each actor, which becomes an attribute: a partition or vector of Pajek (.clu, .vec).",
            valueName: "file"), completion: .file())
    var attributes: [String] = []

    @Option(
        help: """
            For coded interviews (.qdpx of REFI-QDA, Taguette, QualCoder): the table that says which codes are actors and \
            which kinds of tie; `milieu convert` writes it to be filled where it is not there.
            """, completion: .file())
    var codes: String?

    @Option(
        help:
            "What coded interviews count places in, where nothing shows it: \(PassageUnit.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var places: PassageUnit?

    func read(_ path: String, directed: Bool?) throws(MilieuError) -> Reading {
        let format: NetworkFormat? = if let from, from != "dataset" { try FormatCatalogue.format(from) } else { nil }
        return try InputReader.read(
            path: path,
            InputReader.Options(
                directed: directed, format: format, sheet: sheet, actors: actors, network: network, beside: beside,
                attributes: attributes, codes: codes, places: places, followsLinks: links.followLinks))
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

extension PassageUnit: ExpressibleByArgument {}
