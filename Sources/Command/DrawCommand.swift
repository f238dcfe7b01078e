import ArgumentParser
import Milieu

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "A network or a score as a figure for print: SVG, PDF, EPS, PNG, TIFF or DOT.",
        discussion: """
            The same data, seed and version give the same picture, byte for byte. A figure is 16 cm wide unless \
            said.

            Examples:
              milieu draw datasets/romans-2016 -o romans.svg
              milieu draw datasets/romans-2016 -o romans.pdf --lang fr --size-by betweenness_normalized
              milieu draw datasets/romans-2016 -o finance.png --layer finance,governance --color-by kind
              milieu draw datasets/romans-2016 -o groups.svg --hull community
              milieu draw datasets/romans-2016 -o archer.svg --figure ego --ego groupe_archer
              milieu draw datasets/romans-2016 -o romans.svg --keep-positions places.csv
              milieu draw datasets/romans-2016 -o moved.svg --positions places.csv --layer finance
              milieu draw datasets/romans-2016 -o years.svg --figure years --years 2004,2007,2010..2016
              milieu draw datasets/romans-2016 -o map.svg --figure map
              milieu draw datasets/romans-2016 -o press.tiff --dpi 600 --shapes
              milieu draw town-a town-b -o plane.svg --figure plane --draws 2000
              milieu draw datasets/romans-2016 -o path.svg --figure plane --at 2007..2016
            """)

    @Option(name: .shortAndLong, help: "The file to write: its ending says the format.", completion: .file())
    var output: String

    @Option(
        help: "Where discs and labels stand: a table like a dataset's positions.csv (actor,x,y,label).",
        completion: .file(extensions: ["csv"]))
    var positions: String?

    @Option(
        help: "Write where the discs stand to this file, for a hand to change and --positions to read.",
        completion: .file(extensions: ["csv"]))
    var keepPositions: String?

    @Option(
        help: """
            The GeoJSON file that a map is drawn over: boundaries or rivers in WGS 84 or Lambert-93 (default: \
            outline.geojson in the dataset's folder, where there is one).
            """, completion: .file(extensions: ["geojson", "json"]))
    var outline: String?

    @Option(help: "Who made the outline, for the caption (default: what the file says).")
    var outlineSource: String?

    @Option(help: "The licence of the outline, for the caption (default: what the file says).")
    var outlineLicence: String?

    @Option(
        help: "The years that stand side by side: 2008,2012..2016 (default: up to nine in which something changed).")
    var years: CommaList?

    @Option(
        help: """
            A table that says how groups, actors, layers or kinds of tie are drawn: of (group, actor, layer or kind), \
            value, colour (#0072B2), shape (disc, square or diamond), dash (solid, dashed, dotted, dash-dotted or long), \
            width, label (yes or no), name (in the legend); what is empty is left to the figure.
            """, completion: .file(extensions: ["csv"]))
    var look: String?

    @Option(
        help: "Which figure: \(FigureCatalogue.all.map(\.id).joined(separator: ", ")).",
        completion: .list(FigureCatalogue.all.map(\.id)))
    var figure = FigureCatalogue.all[0].id

    @Option(
        help: "The actor measure, or the attribute of numbers, that a disc's area shows.",
        completion: .custom(Completions.measure))
    var sizeBy = FigureOptions().sizeBy

    @Option(help: "What colour shows: sphere, community, an attribute of the actors, or a measure of labels.")
    var colorBy = "sphere"

    @Flag(help: "Tell what colour shows by shape, too: for grey print, and for those who see fewer colours.")
    var shapes = false

    @Option(help: "Draw a shaded hull round each group: sphere, community, an attribute or a measure of labels.")
    var hull: String?

    @Option(
        help: """
            What orders a matrix or makes a blockmodel: sphere, community, an attribute or a measure of labels (default: \
            community in a matrix, structural_equivalence_class_concor in a blockmodel).
            """)
    var blocks: String?

    @Option(help: "The id of the actor in the centre of an ego network.", completion: .custom(Completions.actors))
    var ego: String?

    @Option(help: "How many rings an ego network has.")
    var steps = FigureOptions().steps

    @Option(help: "Layout: \(FigureOptions.Layout.allCases.map(\.rawValue).joined(separator: ", ")).")
    var layout = FigureOptions().layout

    @Option(help: "The figure's title (default: the dataset's).")
    var title: String?

    @Option(help: "Width on the page, in centimetres.")
    var width = 16.0

    @Flag(help: "Leave out the legend.")
    var noLegend = false

    @Flag(help: "Leave out the caption, for a text that has its own.")
    var noCaption = false

    @Option(help: "Dots to the inch of a PNG or TIFF, from 36 to 1200; the file says how many.")
    var dpi: Int?

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
        try refuseFilesOfPositions(for: figure)
        try FileOutput.write(scene(of: figure).render(format, dotsPerInch: resolution(format)), to: output)
        common.say("\(output) is written.", "\(output) est écrit.")
    }

    private func scene(of figure: Figure) throws(MilieuError) -> Scene {
        switch figure.subject {
        case .network:
            guard furtherDatasets.isEmpty else {
                throw MilieuError(
                    .usage,
                    "The figure \"\(figure.id)\" shows one network, and \(furtherDatasets.count + 1) are named.",
                    remedy: "Draw them one by one; the plane and the profile hold several territories.")
            }
            try scoring.refuse(for: figure)
            let (context, options) = try (input.context(common), options())
            let scene = try figure.draw(context: context, options: options)
            try keepPositions(of: context, options)
            return scene
        case .scores(let parts):
            let request = try DrawnScores(input, further: furtherDatasets, scoring, for: figure, parts)
            let progress = ProgressBar(common)
            defer { progress.finish() }
            return try figure.draw(scores: request.scores(progress), options: options())
        }
    }

    private func resolution(_ format: ImageFormat) throws(MilieuError) -> Int {
        guard let dpi else { return Scene.printResolution }
        guard format.hasDots else {
            throw MilieuError(
                .usage, "Only a PNG or a TIFF has dots to the inch; \(format.rawValue.uppercased()) is drawn in lines.",
                remedy: "Leave out --dpi, or write to a name that ends with .png or .tiff.")
        }
        guard (36...1200).contains(dpi) else {
            throw MilieuError(
                .usage, "A picture cannot have \(dpi) dots to the inch.",
                remedy: "Choose from 36 to 1200, for instance --dpi 600.")
        }
        return dpi
    }

    private func refuseFilesOfPositions(for figure: Figure) throws(MilieuError) {
        guard positions != nil || keepPositions != nil, !figure.hasPlaces else { return }
        let known = FigureCatalogue.all.filter(\.hasPlaces).map(\.id).joined(separator: ", ")
        throw MilieuError(
            .usage, "The figure \"\(figure.id)\" has no positions to read or to keep.",
            remedy: "Leave out --positions and --keep-positions, or draw one of: \(known).")
    }

    private func keepPositions(of context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        guard let keepPositions else { return }
        let rows = try FigurePositions.rows(context: context, options: options)
        try FileOutput.write(PositionsFile.text(rows), to: keepPositions)
        common.say("\(keepPositions) is written.", "\(keepPositions) est écrit.")
    }

    /// The outline that is named, else the dataset's own, for a map.
    private func mapOutline() throws(MilieuError) -> MapOutline? {
        guard figure == "map" else {
            guard outline == nil, outlineSource == nil, outlineLicence == nil else {
                throw MilieuError(
                    .usage, "Only a map is drawn over an outline.", remedy: "Add --figure map, or leave out --outline.")
            }
            return nil
        }
        // What comes with a dataset must not lead out of it by a link.
        let own = (input.input ?? "") + "/outline.geojson"
        let isOwn = outline == nil && InputFile.kind(own, followsLinks: false) == .file
        guard let path = outline ?? (isOwn ? own : nil) else { return nil }
        let bytes = try InputFile.read(path, followsLinks: !isOwn, limit: Self.largestOutline)
        var made = try MapOutline(geoJSON: bytes, file: FilePath.name(of: path))
        if let outlineSource { made.source = outlineSource }
        if let outlineLicence { made.licence = outlineLicence }
        return made
    }

    private func chosenYears() throws(MilieuError) -> [Int]? {
        guard let years else { return nil }
        guard figure == "years" else {
            throw MilieuError(
                .usage, "Only the figure \"years\" has years side by side.",
                remedy: "Add --figure years, or choose one date with --at.")
        }
        var found: [Int] = []
        for item in years.items {
            let dates = try DateRange.dates(item)
            guard dates.allSatisfy({ $0.month == nil }) else {
                throw MilieuError(
                    .usage, "\"\(item)\" is no year.", remedy: "Write --years 2008,2012 or --years 2010..2016.")
            }
            found += dates.map(\.year)
        }
        return found
    }

    private func lookRows() throws(MilieuError) -> [LookRow] {
        guard let look else { return [] }
        return try LookTable.rows(InputFile.read(look, limit: Self.largestLook), file: FilePath.name(of: look))
    }

    /// In bytes: a row for each of many actors.
    private static let largestLook = 1 << 26

    /// In bytes: all communes of France in full detail.
    private static let largestOutline = 1 << 28

    private func options() throws(MilieuError) -> FigureOptions {
        var options = FigureOptions()
        options.outline = try mapOutline()
        options.positions = try positions.map(PositionsFile.read(path:))
        options.years = try chosenYears()
        options.look = try lookRows()
        options.language = common.lang
        options.title = title
        options.sizeBy = sizeBy
        options.colourBy = FigureOptions.GroupChoice(colorBy)
        options.tellsByShape = shapes
        options.hullBy = hull.map(FigureOptions.GroupChoice.init)
        options.blocksBy = blocks.map(FigureOptions.GroupChoice.init)
        options.ego = ego
        options.steps = steps
        options.layout = layout
        options.seed = input.measures.running.seed
        options.width = width / 2.54 * 72
        options.labelLimit = labels
        (options.hasLegend, options.hasCaption) = (!noLegend, !noCaption)
        return options
    }
}

extension FigureOptions.Layout: ExpressibleByArgument {}
