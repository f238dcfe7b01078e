import ArgumentParser
import Milieu

/// How an input is read, where it does not say so itself.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: """
            The format of a network file, where neither its ending nor its content tells it: \
            \(FormatCatalogue.all.map(\.id).joined(separator: ", ")).
            """)
    var inputFormat: String?

    @OptionGroup var links: LinkArgument

    func format() throws(MilieuError) -> NetworkFormat? {
        try inputFormat.map { id throws(MilieuError) in try FormatCatalogue.format(id) }
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
