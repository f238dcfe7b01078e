import ArgumentParser
import Milieu

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "A network or a score as a figure for print: SVG, PDF, PNG or DOT.",
        discussion: """
            The same data, seed and version give the same picture, byte for byte. A figure is 16 cm wide unless \
            said.

            Examples:
              milieu draw datasets/romans-2016 -o romans.svg
              milieu draw datasets/romans-2016 -o romans.pdf --lang fr --size-by betweenness_normalized
              milieu draw datasets/romans-2016 -o finance.png --layer finance,governance --color-by kind
              milieu draw datasets/romans-2016 -o groups.svg --hull community
              milieu draw datasets/romans-2016 -o archer.svg --figure ego --ego groupe_archer
              milieu draw town-a town-b -o plane.svg --figure plane --draws 2000
              milieu draw datasets/romans-2016 -o path.svg --figure plane --at 2007..2016
            """)

    @Option(name: .shortAndLong, help: "The file to write: its ending says the format.", completion: .file())
    var output: String

    @Option(help: "Which figure: \(FigureCatalogue.all.map(\.id).joined(separator: ", ")).")
    var figure = FigureCatalogue.all[0].id

    @Option(help: "The actor measure that a disc's area shows.")
    var sizeBy = FigureOptions().sizeBy

    @Option(help: "What colour shows: sphere, community, an attribute of the actors, or a measure of labels.")
    var colorBy = "sphere"

    @Option(help: "Draw a shaded hull round each group: sphere, community, an attribute or a measure of labels.")
    var hull: String?

    @Option(
        help: """
            What orders a matrix or makes a blockmodel: sphere, community, an attribute or a measure of labels (default: \
            community in a matrix, structural_equivalence_class_concor in a blockmodel).
            """)
    var blocks: String?

    @Option(help: "The id of the actor in the centre of an ego network.")
    var ego: String?

    @Option(help: "How many rings an ego network has.")
    var steps = FigureOptions().steps

    @Option(help: "Layout: \(FigureOptions.Layout.allCases.map(\.rawValue).joined(separator: ", ")).")
    var layout = FigureOptions().layout

    @Option(help: "The figure's title (default: the dataset's).")
    var title: String?

    @Option(help: "Width on the page, in centimetres.")
    var width = 16.0

    @Option(help: "Label at most this many actors, the most important first.")
    var labels: Int?

    @OptionGroup var input: NetworkInput

    @Argument(help: "Further datasets, for figures of scores.", completion: .directory)
    var furtherDatasets: [String] = []

    @OptionGroup(title: "How to score, for figures of scores") var scoring: ScoringArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try ImageFormat(fileName: output)
        let figure = try FigureCatalogue.figure(figure)
        try FileOutput.write(scene(of: figure).render(format), to: output)
        common.say("\(output) is written.", "\(output) est écrit.")
    }

    private func scene(of figure: Figure) throws(MilieuError) -> Scene {
        switch figure.subject {
        case .network:
            guard furtherDatasets.isEmpty else {
                throw MilieuError(
                    .usage, "The figure \"\(figure.id)\" shows one network, and \(furtherDatasets.count + 1) are named.",
                    remedy: "Draw them one by one; the plane and the profile hold several territories.")
            }
            try scoring.refuse(for: figure)
            return try figure.draw(context: input.context(common), options: options())
        case .scores(let parts):
            let request = try DrawnScores(input, further: furtherDatasets, scoring, for: figure, parts)
            let progress = ProgressBar(common)
            defer { progress.finish() }
            return try figure.draw(scores: request.scores(progress), options: options())
        }
    }

    private func options() throws(MilieuError) -> FigureOptions {
        var options = FigureOptions()
        options.language = common.lang
        options.title = title
        options.sizeBy = sizeBy
        options.colourBy = FigureOptions.GroupChoice(colorBy)
        options.hullBy = hull.map(FigureOptions.GroupChoice.init)
        options.blocksBy = blocks.map(FigureOptions.GroupChoice.init)
        options.ego = ego
        options.steps = steps
        options.layout = layout
        options.seed = input.measures.running.seed
        options.width = width / 2.54 * 72
        options.labelLimit = labels
        return options
    }
}

extension FigureOptions.Layout: ExpressibleByArgument {}
