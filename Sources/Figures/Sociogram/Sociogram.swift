import Measures
import NetworkModel
import Vocabulary

/// The network of actors: discs, ties, labels.
enum Sociogram {
    static let figure = Figure(
        "sociogram",
        name: Bilingual(en: "network of actors", fr: "réseau d'acteurs"),
        reading: Bilingual(
            en: """
                An actor is a disc; its area grows with the chosen measure, its colour is its sphere. A tie is a \
                line; colour and dash tell its layer. Actors stand near those that they are tied to.
                """,
            fr: """
                Un acteur est un disque : son aire croît avec la mesure choisie, sa couleur est celle de sa sphère. \
                Un lien est un trait : couleur et tireté disent sa couche. Les acteurs liés sont proches.
                """), hasPlaces: true
    ) { context, options throws(MilieuError) in
        var look = try NetworkLook(context, options)
        let hulls = try options.hullBy.map { choice throws(MilieuError) in try Hulls(context, choice, options.language)
        }
        let places = try DiscPlaces(context, look, options)
        let arrangement = places.arranged(&look, options)
        let caption = caption(context.view, look, places.name, arrangement, options)
        var picture = NetworkPicture(look: look, discs: arrangement.discs, labels: arrangement.labels).scene(
            width: options.width, height: arrangement.height, language: options.language)
        let alone = arrangement.hidden
        let ids = Set(alone.map { look.nodes[$0].identity.id })
        picture.removeMarks { ids.contains($0.identity?.id ?? "") }
        if let heading = arrangement.heading {
            let words = Bilingual(en: "Without ties in this view", fr: "Sans lien dans cette vue")
            picture.write([words.text(options.language)], at: heading, size: 7.2, colour: .grey, isBold: true)
        }
        hulls?.draw(on: &picture, discs: arrangement.discs, without: alone)
        let explained = alone.isEmpty ? look : look.part(look.nodes.indices.filter { !alone.contains($0) })
        let legend = Legend(explained, options.language, width: FigurePage.innerWidth(options)).scene
        return FigurePage.scene(
            picture, legend: hulls?.legend(below: legend, options.language) ?? legend, caption, options)
    }

    private static func caption(
        _ view: NetworkView, _ look: NetworkLook, _ layout: Bilingual, _ arrangement: Arrangement,
        _ options: FigureOptions
    ) -> Caption {
        let language = options.language
        func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }
        let drawn = look.nodes.count - arrangement.hidden.count
        let unlabelled = drawn - arrangement.labels.count
        let shortened = arrangement.labels.count { $0.text.isShortened }
        let shown = NumberWords.text(arrangement.labels.count, language)
        var sentences = [Caption.numbers(of: view, language)]
        if unlabelled > 0 {
            sentences.append(
                words(
                    "Labels: \(shown) of \(NumberWords.text(drawn, language)), the largest discs first.",
                    "Noms : \(shown) sur \(NumberWords.text(drawn, language)), les plus grands disques d'abord."))
        }
        if !arrangement.hidden.isEmpty {
            let count = NumberWords.text(arrangement.hidden.count, language)
            sentences.append(words("Not shown: \(count) without ties.", "Non figurés : \(count) sans lien."))
        }
        if look.isCrowded {
            sentences.append(
                view.isDirected
                    ? words("Ties thin and pale, without arrows.", "Liens fins et pâles, sans flèches.")
                    : words("Ties thin and pale.", "Liens fins et pâles."))
        }
        if look.bundlesTies { sentences.append(Caption.bundling(language)) }
        if shortened > 0 {
            let count = NumberWords.text(shortened, language)
            sentences.append(words("Names shortened (…): \(count).", "Noms abrégés (…) : \(count)."))
        }
        if look.size.undefinedCount > 0 {
            let count = NumberWords.text(look.size.undefinedCount, language)
            sentences.append(
                words(
                    "Smallest disc where the measure is undefined (\(count)).",
                    "Disque le plus petit où la mesure n'est pas définie (\(count))."))
        }
        sentences.append(words("Layout: ", "Disposition : ") + layout.text(language) + ".")
        sentences.append(Caption.source(of: view, language))
        return Caption(title: Caption.title(of: view, options), sentences: sentences, language: language)
    }
}
