import ArgumentParser
import Milieu

/// What a figure looks like: said on the command line, or in a table.
struct LookArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: """
                A table that says how groups, actors, layers or kinds of tie are drawn: of (group, actor, layer or kind), \
                value, colour (#0072B2), shape (disc, square or diamond), dash (solid, dashed, dotted, dash-dotted or long), \
                width, label (yes or no), name (in the legend); what is empty is left to the figure. Rows of page, \
                orientation, font, size, labels, isolates, bundle, legend and caption say by their value how the whole is drawn.
                """,
            fr: """
                Une table qui dit comment sont dessinés les groupes, acteurs, couches ou types de lien : of (group, actor, \
                layer ou kind), value, colour (#0072B2), shape (disc, square ou diamond), dash (solid, dashed, dotted, \
                dash-dotted ou long), width, label (yes ou no), name (dans la légende) ; ce qui est vide est laissé à la \
                figure. Des lignes page, orientation, font, size, labels, isolates, bundle, legend et caption disent par leur \
                valeur comment l'ensemble est dessiné.
                """), completion: .file(extensions: ["csv"]))
    var look: String?

    @Option(
        help: ArgumentHelp(
            en:
                "The actor measure, or the attribute of numbers, that a disc's area shows (default: \(FigureOptions().sizeBy)).",
            fr:
                "La mesure d'acteurs, ou l'attribut de nombres, que montre l'aire d'un disque (par défaut : \(FigureOptions().sizeBy))."
        ),
        completion: .custom(Completions.measure))
    var sizeBy: String?

    @Flag(
        help: ArgumentHelp(
            en: "Tell what colour shows by shape, too: for grey print, and for those who see fewer colours.",
            fr:
                "Dire aussi par la forme ce que montre la couleur : pour l'impression en gris, et pour qui voit moins de couleurs."
        ))
    var shapes = false

    @Option(
        help: ArgumentHelp(
            en: "Label at most this many actors, the most important first.",
            fr: "Nommer au plus ce nombre d'acteurs, les plus importants d'abord."))
    var labels: Int?

    @Option(
        help: ArgumentHelp(
            en: """
                A sheet that the figure fills: \(PageFormat.names.joined(separator: ", ")), or two sides in millimetres such \
                as 170x240 (default: a figure as tall as it comes out).
                """,
            fr: """
                Une feuille que la figure remplit : \(PageFormat.names.joined(separator: ", ")), ou deux côtés en millimètres \
                comme 170x240 (par défaut : une figure aussi haute qu'il le faut).
                """), completion: .list(PageFormat.names))
    var page: String?

    @Option(
        help: ArgumentHelp(
            en: "How the sheet lies: portrait or landscape (an a4 sheet unless --page says another).",
            fr:
                "Comment la feuille est posée : portrait ou landscape, en paysage (une feuille a4 sauf si --page en dit une autre)."
        ))
    var orientation: PageFormat.Orientation?

    @Option(
        help: ArgumentHelp(
            en: "Width on the page, in centimetres (default: 16, or what --page holds).",
            fr: "Largeur sur la page, en centimètres (par défaut : 16, ou ce que contient --page)."))
    var width: Double?

    @Option(
        help: ArgumentHelp(
            en: "The font of all words, by its family's name (default: Liberation Sans, or what has its widths).",
            fr:
                "La police de tous les mots, par le nom de sa famille (par défaut : Liberation Sans, ou une de mêmes chasses)."
        ))
    var font: String?

    @Flag(
        help: ArgumentHelp(
            en: "Leave out the actors without ties, which stand below the network of actors.",
            fr: "Omettre les acteurs sans lien, qui sont sous le réseau d'acteurs."))
    var noIsolates = false

    @Flag(
        help: ArgumentHelp(
            en: "Lead long ties along others, so that few lines show where many run.",
            fr: "Mener les longs liens le long d'autres, pour que peu de traits disent où il en passe beaucoup."))
    var bundle = false

    @Flag(help: ArgumentHelp(en: "Leave out the legend.", fr: "Omettre la légende."))
    var noLegend = false

    @Flag(
        help: ArgumentHelp(
            en: "Leave out the caption, for a text that has its own.",
            fr: "Omettre la légende de bas de figure, pour un texte qui a la sienne."))
    var noCaption = false

    /// What is said here goes before what the table says.
    func apply(to options: inout FigureOptions) throws(MilieuError) {
        guard page == nil || width == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A figure that fills a page is as wide as the page.",
                    fr: "Une figure qui remplit une page est aussi large que la page."),
                remedy: Bilingual(en: "Leave out --width or --page.", fr: "Omettez --width ou --page."))
        }
        var table = try read()
        if page != nil || width != nil { (table.page, table.orientation) = (page, nil) }
        if let orientation { table.orientation = orientation }
        try table.apply(to: &options)
        options.tellsByShape = shapes
        if let sizeBy { options.sizeBy = sizeBy }
        if let font { options.font = font }
        if let labels { options.labelLimit = labels }
        if let width { options.width = width / 2.54 * 72 }
        if bundle { options.bundlesTies = true }
        if noIsolates { options.hasIsolates = false }
        if noLegend { options.hasLegend = false }
        if noCaption { options.hasCaption = false }
    }

    private func read() throws(MilieuError) -> FigureLook {
        guard let look else { return FigureLook() }
        return try LookTable.look(InputFile.read(look, limit: Self.largestLook), file: FilePath.name(of: look))
    }

    /// In bytes: a row for each of many actors.
    private static let largestLook = 1 << 26
}

extension PageFormat.Orientation: ExpressibleByArgument {}
