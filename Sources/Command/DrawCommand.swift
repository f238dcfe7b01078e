import ArgumentParser
import Milieu

struct DrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: Bilingual(
            en: "A network or a score as a figure for print: SVG, PDF, EPS, PNG, TIFF or DOT.",
            fr: "Un réseau ou un score en figure pour l'impression : SVG, PDF, EPS, PNG, TIFF ou DOT."
        ).spoken,
        discussion: Bilingual(
            en: """
                The same data, seed and version give the same picture, byte for byte. A figure is 16 cm wide unless \
                said.
                """,
            fr: """
                Les mêmes données, la même graine et la même version donnent la même image, octet pour octet. Une figure a \
                16 cm de large, sauf indication contraire.
                """
        ).withExamples(
            """
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
            milieu draw datasets/romans-2016 -o wall.pdf --page a3 --orientation landscape --font "Liberation Serif"
            milieu draw town-a town-b -o plane.svg --figure plane --draws 2000
            milieu draw datasets/romans-2016 -o path.svg --figure plane --at 2007..2016
            """
        ).spoken)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "The file to write: its ending says the format.", fr: "Le fichier à écrire : son suffixe dit le format."
        ), completion: .file())
    var output: String

    @Option(
        help: ArgumentHelp(
            en: "Where discs and labels stand: a table like a dataset's positions.csv (actor,x,y,label).",
            fr:
                "Où sont les disques et les étiquettes : une table comme positions.csv d'un jeu de données (actor,x,y,label)."
        ),
        completion: .file(extensions: ["csv"]))
    var positions: String?

    @Option(
        help: ArgumentHelp(
            en: "Write where the discs stand to this file, for a hand to change and --positions to read.",
            fr: "Écrire dans ce fichier où sont les disques, pour qu'une main les déplace et que --positions les lise."),
        completion: .file(extensions: ["csv"]))
    var keepPositions: String?

    @Option(
        help: ArgumentHelp(
            en: """
                The GeoJSON file that a map is drawn over: boundaries or rivers in WGS 84 or Lambert-93 (default: \
                outline.geojson in the dataset's folder, where there is one).
                """,
            fr: """
                Le fichier GeoJSON sur lequel une carte est dessinée : limites ou rivières en WGS 84 ou Lambert-93 (par \
                défaut : outline.geojson du dossier du jeu de données, s'il y est).
                """), completion: .file(extensions: ["geojson", "json"]))
    var outline: String?

    @Option(
        help: ArgumentHelp(
            en: "Who made the outline, for the caption (default: what the file says).",
            fr: "Qui a fait le contour, pour la légende de bas de figure (par défaut : ce que dit le fichier)."))
    var outlineSource: String?

    @Option(
        help: ArgumentHelp(
            en: "The licence of the outline, for the caption (default: what the file says).",
            fr: "La licence du contour, pour la légende de bas de figure (par défaut : ce que dit le fichier)."))
    var outlineLicence: String?

    @Option(
        help: ArgumentHelp(
            en: "The years that stand side by side: 2008,2012..2016 (default: up to nine in which something changed).",
            fr: "Les années côte à côte : 2008,2012..2016 (par défaut : jusqu'à neuf où quelque chose a changé)."))
    var years: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Which figure: \(FigureCatalogue.all.map(\.id).joined(separator: ", ")).",
            fr: "Quelle figure : \(FigureCatalogue.all.map(\.id).joined(separator: ", "))."),
        completion: .list(FigureCatalogue.all.map(\.id)))
    var figure = FigureCatalogue.all[0].id

    @Option(
        help: ArgumentHelp(
            en: "What colour shows: sphere, community, an attribute of the actors, or a measure of labels.",
            fr: "Ce que montre la couleur : sphere, community, un attribut des acteurs, ou une mesure d'étiquettes."))
    var colorBy = "sphere"

    @Option(
        help: ArgumentHelp(
            en: "Draw a shaded hull round each group: sphere, community, an attribute or a measure of labels.",
            fr:
                "Entourer chaque groupe d'une enveloppe ombrée : sphere, community, un attribut ou une mesure d'étiquettes."
        ))
    var hull: String?

    @Option(
        help: ArgumentHelp(
            en: """
                What orders a matrix or makes a blockmodel: sphere, community, an attribute or a measure of labels (default: \
                community in a matrix, structural_equivalence_class_concor in a blockmodel).
                """,
            fr: """
                Ce qui ordonne une matrice ou fait un modèle de blocs : sphere, community, un attribut ou une mesure \
                d'étiquettes (par défaut : community dans une matrice, structural_equivalence_class_concor dans un modèle \
                de blocs).
                """))
    var blocks: String?

    @Option(
        help: ArgumentHelp(
            en: "The id of the actor in the centre of an ego network.",
            fr: "L'identifiant de l'acteur au centre d'un réseau personnel."), completion: .custom(Completions.actors))
    var ego: String?

    @Option(
        help: ArgumentHelp(en: "How many rings an ego network has.", fr: "Combien de cercles a un réseau personnel."))
    var steps = FigureOptions().steps

    @Option(
        help: ArgumentHelp(
            en: "Layout: \(FigureOptions.Layout.allCases.map(\.rawValue).joined(separator: ", ")).",
            fr: "Disposition : \(FigureOptions.Layout.allCases.map(\.rawValue).joined(separator: ", "))."))
    var layout = FigureOptions().layout

    @Option(
        help: ArgumentHelp(
            en: "The figure's title (default: the dataset's).",
            fr: "Le titre de la figure (par défaut : celui du jeu de données)."))
    var title: String?

    @Option(
        help: ArgumentHelp(
            en: "Dots to the inch of a PNG or TIFF, from 36 to 1200; the file says how many.",
            fr: "Points par pouce d'un PNG ou d'un TIFF, de 36 à 1200 ; le fichier dit combien."))
    var dpi: Int?

    @OptionGroup var appearance: LookArguments
    @OptionGroup var input: NetworkInput

    @Argument(
        help: ArgumentHelp(
            en: "Further datasets, for figures of scores.", fr: "D'autres jeux de données, pour les figures de scores."),
        completion: .directory)
    var furtherDatasets: [String] = []

    @OptionGroup(
        title: Bilingual(en: "How to score, for figures of scores", fr: "Calcul du score, pour les figures de scores")
            .spoken) var scoring: ScoringArguments
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try ImageFormat(fileName: output)
        let figure = try FigureCatalogue.figure(figure)
        try refuseFilesOfPositions(for: figure)
        let resolution = try resolution(format)
        let scene = try scene(of: figure)
        try FileOutput.write(scene.render(format, dotsPerInch: resolution), to: output)
        for note in scene.notes { common.say(note.text(common.lang)) }
        common.say("\(output) is written.", "\(output) est écrit.")
    }

    private func scene(of figure: Figure) throws(MilieuError) -> Scene {
        switch figure.subject {
        case .network:
            guard furtherDatasets.isEmpty else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en:
                            "The figure \"\(figure.id)\" shows one network, and \(furtherDatasets.count + 1) are named.",
                        fr:
                            "La figure « \(figure.id) » montre un seul réseau, et \(furtherDatasets.count + 1) sont indiqués."
                    ),
                    remedy: Bilingual(
                        en: "Draw them one by one; the plane and the profile hold several territories.",
                        fr: "Dessinez-les un par un ; le plan et le profil contiennent plusieurs territoires."))
            }
            try scoring.refuse(for: figure)
            let (context, options) = try (input.context(common), options())
            try FileOutput.check(output)
            let scene = try figure.draw(context: context, options: options)
            try keepPositions(of: context, options)
            return scene
        case .scores(let parts):
            let request = try DrawnScores(input, further: furtherDatasets, scoring, for: figure, parts)
            let options = try options()
            try FileOutput.check(output)
            let progress = ProgressBar(common)
            defer { progress.finish() }
            return try figure.draw(scores: request.scores(progress), options: options)
        }
    }

    private func resolution(_ format: ImageFormat) throws(MilieuError) -> Int {
        guard let dpi else { return Scene.printResolution }
        guard format.hasDots else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Only a PNG or a TIFF has dots to the inch; \(format.rawValue.uppercased()) is drawn in lines.",
                    fr:
                        "Seul un PNG ou un TIFF a des points par pouce ; \(format.rawValue.uppercased()) est dessiné en lignes."
                ),
                remedy: Bilingual(
                    en: "Leave out --dpi, or write to a name that ends with .png or .tiff.",
                    fr: "Omettez --dpi, ou écrivez dans un nom qui finit par .png ou .tiff."))
        }
        guard (36...1200).contains(dpi) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A picture cannot have \(dpi) dots to the inch.",
                    fr: "Une image ne peut pas avoir \(dpi) points par pouce."),
                remedy: Bilingual(
                    en: "Choose from 36 to 1200, for instance --dpi 600.",
                    fr: "Choisissez de 36 à 1200, par exemple --dpi 600."))
        }
        return dpi
    }

    private func refuseFilesOfPositions(for figure: Figure) throws(MilieuError) {
        guard positions != nil || keepPositions != nil, !figure.hasPlaces else { return }
        let known = FigureCatalogue.all.filter(\.hasPlaces).map(\.id).joined(separator: ", ")
        throw MilieuError(
            .usage,
            Bilingual(
                en: "The figure \"\(figure.id)\" has no positions to read or to keep.",
                fr: "La figure « \(figure.id) » n'a pas de positions à lire ou à garder."),
            remedy: Bilingual(
                en: "Leave out --positions and --keep-positions, or draw one of: \(known).",
                fr: "Omettez --positions et --keep-positions, ou dessinez l'une de : \(known)."))
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
                    .usage,
                    Bilingual(
                        en: "Only a map is drawn over an outline.", fr: "Seule une carte est dessinée sur un contour."),
                    remedy: Bilingual(
                        en: "Add --figure map, or leave out --outline.",
                        fr: "Ajoutez --figure map, ou omettez --outline."))
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
                .usage,
                Bilingual(
                    en: "Only the figure \"years\" has years side by side.",
                    fr: "Seule la figure « years » a des années côte à côte."),
                remedy: Bilingual(
                    en: "Add --figure years, or choose one date with --at.",
                    fr: "Ajoutez --figure years, ou choisissez une date par --at."))
        }
        var found: [Int] = []
        for item in years.items {
            let dates = try DateRange.dates(item)
            guard dates.allSatisfy({ $0.month == nil }) else {
                throw MilieuError(
                    .usage, Bilingual(en: "\"\(item)\" is no year.", fr: "« \(item) » n'est pas une année."),
                    remedy: Bilingual(
                        en: "Write --years 2008,2012 or --years 2010..2016.",
                        fr: "Écrivez --years 2008,2012 ou --years 2010..2016."))
            }
            found += dates.map(\.year)
        }
        return found
    }

    /// In bytes: all communes of France in full detail.
    private static let largestOutline = 1 << 28

    private func options() throws(MilieuError) -> FigureOptions {
        var options = FigureOptions()
        options.outline = try mapOutline()
        options.positions = try positions.map(PositionsFile.read(path:))
        options.years = try chosenYears()
        options.language = common.lang
        options.title = title
        options.colourBy = FigureOptions.GroupChoice(colorBy)
        options.hullBy = hull.map(FigureOptions.GroupChoice.init)
        options.blocksBy = blocks.map(FigureOptions.GroupChoice.init)
        options.ego = ego
        options.steps = steps
        options.layout = layout
        options.seed = input.measures.running.seed
        try appearance.apply(to: &options)
        return options
    }
}

extension FigureOptions.Layout: ExpressibleByArgument {}
