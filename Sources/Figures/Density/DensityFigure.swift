import Measures
import NetworkModel
import Vocabulary

/// Where the actors of a large network stand close, as shades, with the largest of them by name.
enum DensityFigure {
    static let figure = Figure(
        "density",
        name: Bilingual(en: "density of actors", fr: "densité des acteurs"),
        reading: Bilingual(
            en: """
                For networks too large for discs: shades hold a fifth of the actors each, the darkest where these stand \
                closest; discs with names are the largest by the chosen measure, lines the ties among these.
                """,
            fr: """
                Pour les réseaux trop grands pour des disques : chaque teinte contient un cinquième des acteurs, la plus foncée \
                là où ils sont le plus serrés ; les disques nommés sont les plus grands selon la mesure, les traits leurs liens.
                """), hasPlaces: true
    ) { context, options throws(MilieuError) in
        let look = try NetworkLook(context, options)
        let places = try DiscPlaces(context, look, options)
        let drawing = try DensityDrawing(context.view, look, places, options)
        return FigurePage.scene(drawing.scene, legend: drawing.legend, drawing.caption, options)
    }
}

/// A density as shapes.
private struct DensityDrawing {
    private let view: NetworkView
    private let look: NetworkLook
    private let options: FigureOptions
    private let layout: Bilingual
    private let height: Double
    /// On the page; nil: it has no tie.
    private let places: [Point?]
    /// With discs, the largest first.
    private let named: [Int]
    private let labels: [Arrangement.PlacedLabel]

    private static let usualNames = 25
    /// From pale to dark, so that grey tells them apart, too.
    private static let shades = [0xEDF3F8, 0xCFE0EE, 0xA9C8E0, 0x7DAACF, 0x5089B8].map { Colour($0) }
    /// Of the actors, how many lie within each shade or a darker one.
    private static let shares = [0.95, 0.8, 0.6, 0.4, 0.2]
    private static let leastRadius = 2.2

    init(
        _ view: NetworkView, _ look: NetworkLook, _ standing: DiscPlaces, _ options: FigureOptions
    ) throws(MilieuError) {
        (self.view, self.options, layout) = (view, options, standing.name)
        places = standing.fixed.places.map { $0.map { $0 * options.width } }
        guard places.count(where: { $0 != nil }) > 1 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A density needs actors that have ties, two at least.",
                    fr: "Une densité demande des acteurs qui ont des liens, deux au moins."),
                remedy: Bilingual(
                    en: "Draw the network of actors (`--figure sociogram`), or choose more of its ties.",
                    fr: "Dessinez le réseau des acteurs (`--figure sociogram`), ou prenez plus de ses liens."))
        }
        height = max(standing.fixed.height * options.width, 40)
        let placed = look.nodes.indices.filter { standing.fixed.places[$0] != nil }
        named = Array(
            placed.sorted { (-look.nodes[$0].importance, $0) < (-look.nodes[$1].importance, $1) }
                .prefix(max(0, options.labelLimit ?? Self.usualNames)))
        var part = look.part(named)
        let growth = Self.growth(part, Self.discs(part, named, places))
        for node in part.nodes.indices { part.nodes[node].radius *= growth }
        self.look = part
        labels = Self.labels(
            part, Self.discs(part, named, places), Box(low: .zero, high: Point(options.width, height)), options)
    }

    private static func discs(_ part: NetworkLook, _ named: [Int], _ places: [Point?]) -> [Box] {
        zip(part.nodes, named).map { node, position in
            Box(centre: places[position] ?? .zero, width: 2 * node.reach, height: 2 * node.reach)
        }
    }

    /// How much larger than among all others the few discs are drawn: as far as none meets another.
    private static func growth(_ part: NetworkLook, _ discs: [Box]) -> Double {
        var growth = max(1, leastRadius / (part.nodes.map(\.radius).min() ?? leastRadius))
        for one in discs.indices {
            for other in discs.indices.dropFirst(one + 1) {
                let room = (discs[one].centre - discs[other].centre).length - 1
                growth = min(growth, room / (discs[one].width + discs[other].width) * 2)
            }
        }
        return max(growth, 1)
    }

    private static func labels(
        _ part: NetworkLook, _ discs: [Box], _ page: Box, _ options: FigureOptions
    ) -> [Arrangement.PlacedLabel] {
        let wishes = part.nodes.indices.map { node in
            var wish = LabelWish(name: part.nodes[node].name, fontSize: 7.5, disc: node)
            wish.hasLeaders = true
            return wish
        }
        let lines = part.ties.map { (discs[$0.source].centre, discs[$0.target].centre) }
        let surroundings = Surroundings(discs: discs, firm: Set(discs.indices), lines: lines, page: page.grown(by: -2))
        return LabelPlacement(wishes, in: surroundings, seed: options.seed).free.map {
            Arrangement.PlacedLabel(node: $0.wish.disc, fontSize: $0.wish.fontSize, text: $0.text)
        }
    }

    var scene: Scene {
        var picture = NetworkPicture(look: look, discs: Self.discs(look, named, places), labels: labels).scene(
            width: options.width, height: height, language: options.language)
        let field = DensityField(places.compactMap { $0 }, width: options.width, height: height)
        var below = Colour.white
        for (shade, share) in zip(Self.shades, Self.shares) {
            for ring in field.rings(holding: share) {
                picture.areas.append(Scene.Area(ring.points, fill: ring.isHole ? below : shade))
            }
            below = shade
        }
        return picture
    }

    // MARK: Words

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    var legend: Scene {
        var scene = Scene(
            width: FigurePage.innerWidth(options), height: 0, language: options.language, title: "", description: "")
        let entries = zip(Self.shades, Self.shares).map { shade, share in
            let part = NumberWords.text(share * 100, options.language) + "\u{A0}%"
            return SignRow.Entry(text: words("\(part) of the actors", "\(part) des acteurs"), width: 14) {
                scene, middle in
                let box = Box(centre: middle, width: 14, height: 7)
                scene.marks.append(Scene.Mark(.rectangle, box, fill: shade, rim: .grey, rimWidth: 0.3))
            }
        }
        scene.height = SignRow.write(entries, on: &scene, at: .zero, width: scene.width)
        return scene
    }

    var caption: Caption {
        let language = options.language
        let alone = places.count { $0 == nil }
        var sentences = [Caption.numbers(of: view, language)]
        let count = NumberWords.text(labels.count, language)
        sentences.append(
            words(
                "Each shade with all darker ones is the smallest area that holds its share of the actors.",
                "Chaque teinte, avec les plus foncées, est la plus petite aire qui contient sa part des acteurs."))
        sentences.append(
            words(
                "Names: the \(count) with the largest \(look.size.name.en).",
                "Noms : les \(count) dont la mesure «\u{A0}\(look.size.name.fr)\u{A0}» est la plus grande."))
        if alone > 0 {
            let number = NumberWords.text(alone, language)
            sentences.append(words("Not shown: \(number) without ties.", "Non figurés : \(number) sans lien."))
        }
        sentences.append(words("Layout: ", "Disposition : ") + layout.text(language) + ".")
        sentences.append(Caption.source(of: view, language))
        return Caption(title: Caption.title(of: view, options), sentences: sentences, language: language)
    }
}
