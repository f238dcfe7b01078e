import ArgumentParser
import Milieu

/// How an input is read, where it does not say so itself; common to all commands that read a network file.
struct ReadingArguments: ParsableArguments {
    @Option(help: "The format to read, where neither ending nor content tells it (`milieu convert --list` names them).")
    var from: String?

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

    /// - Parameter direction: what the user says of the ties' direction.
    func options(_ direction: ViewArguments.Direction?) throws(MilieuError) -> InputOptions {
        var options = InputOptions(
            directed: direction.map { $0 == .directed }, network: network, beside: beside, attributes: attributes)
        if let from, from != "dataset" { options.format = try FormatCatalogue.format(from) }
        return options
    }
}
