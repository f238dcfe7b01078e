import Measures
import NetworkModel
import Vocabulary

/// Small multiples: one network for each layer, all on the same positions.
enum LayerPanels {
    private static let name = Bilingual(en: "layers side by side", fr: "couches côte à côte")

    static let figure = Figure(
        "layers",
        name: name,
        reading: Bilingual(
            en: """
                Each panel shows the ties of one layer; an actor stands at the same place in all. Its area grows with \
                its ties in the layer; who has none there is a grey dot.
                """,
            fr: """
                Chaque vignette montre les liens d'une couche ; un acteur est au même endroit dans toutes. Son aire croît \
                avec ses liens dans la couche ; qui n'y en a pas est un point gris.
                """),
        needs: Bilingual(en: "ties in two layers or more", fr: "des liens dans deux couches au moins"), hasPlaces: true
    ) { context, options throws(MilieuError) in
        let look = try NetworkLook(context, options)
        let layers = Set(look.ties.map(\.layer)).sorted()
        guard layers.count > 1 else {
            let which = layers.first.map { " (\($0.rawValue))" } ?? ""
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "Layers side by side need ties in two layers or more, and the view has \(layers.count)\(which).",
                    fr:
                        "Des couches côte à côte demandent des liens dans deux couches ou plus, et la vue en a \(layers.count)\(which)."
                ),
                remedy: Bilingual(
                    en: "Choose more layers or kinds of tie, or draw the network of actors (`--figure sociogram`).",
                    fr:
                        "Choisissez plus de couches ou de types de lien, ou dessinez le réseau des acteurs (`--figure sociogram`)."
                ))
        }
        let subject = PanelDrawing.Subject(
            name: name, noTie: Bilingual(en: "no tie in the layer", fr: "sans lien dans la couche"),
            reading: Bilingual(
                en: "Same positions in all panels; area: ties in the layer; names: those with most ties there.",
                fr:
                    "Mêmes positions dans toutes les vignettes ; aire : liens dans la couche ; noms : ceux qui y ont le plus de liens."
            ), explainsTies: false)
        let panels = layers.map { panel(of: $0, look, context.view, options) }
        return try PanelDrawing(context, look, panels, subject, options).figure
    }

    private static func panel(
        of layer: Layer, _ look: NetworkLook, _ view: NetworkView, _ options: FigureOptions
    ) -> PanelDrawing.Panel {
        PanelDrawing.Panel(
            id: layer.rawValue, title: layer.name.text(options.language),
            sign: look.signs.first { $0.id == layer.rawValue }?.style,
            ties: look.ties.indices.filter { look.ties[$0].layer == layer },
            isThere: [Bool](repeating: true, count: look.nodes.count))
    }
}
