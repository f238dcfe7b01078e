import ArgumentParser
import Milieu

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "The network as a figure for print: SVG, PDF, PNG or DOT.",
        discussion: """
            The same data, seed and version give the same picture, byte for byte in SVG. A figure is 16 cm wide unless \
            said.

            Examples:
              milieu draw datasets/romans-2016 -o romans.svg
              milieu draw datasets/romans-2016 -o romans.pdf --lang fr --size-by betweenness_normalized
              milieu draw datasets/romans-2016 -o finance.png --layer finance,governance --color-by kind
            """)

    @Option(name: .shortAndLong, help: "The file to write: its ending says the format.", completion: .file())
    var output: String

    @Option(help: "Which figure: \(FigureCatalogue.all.map(\.id).joined(separator: ", ")).")
    var figure = FigureCatalogue.all[0].id

    @Option(help: "The actor measure that a disc's area shows.")
    var sizeBy = FigureOptions().sizeBy

    @Option(help: "What colour shows: sphere, community, or an attribute of the actors.")
    var colorBy = "sphere"

    @Option(help: "Layout: \(FigureOptions.Layout.allCases.map(\.rawValue).joined(separator: ", ")).")
    var layout = FigureOptions().layout

    @Option(help: "The figure's title (default: the dataset's).")
    var title: String?

    @Option(help: "Width on the page, in centimetres.")
    var width = 16.0

    @Option(help: "Label at most this many actors, the most important first.")
    var labels: Int?

    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try ImageFormat(fileName: output)
        let figure = try FigureCatalogue.figure(figure)
        let scene = try figure.draw(context: input.context(common), options: options())
        try FileOutput.write(scene.render(format), to: output)
        common.say("\(output) is written.", "\(output) est écrit.")
    }

    private func options() throws(MilieuError) -> FigureOptions {
        var options = FigureOptions()
        options.language = common.lang
        options.title = title
        options.sizeBy = sizeBy
        options.colourBy = FigureOptions.ColourChoice(colorBy)
        options.layout = layout
        options.seed = input.measures.seed
        options.width = width / 2.54 * 72
        options.labelLimit = labels
        return options
    }
}

extension FigureOptions.Layout: ExpressibleByArgument {}
