import Measures
import NetworkModel
import Vocabulary

/// Actors at their places, over an outline of the user's.
enum MapFigure {
    static let figure = Figure(
        "map",
        name: Bilingual(en: "map", fr: "carte"),
        reading: Bilingual(
            en: """
                Actors stand at their places; those of one place are fanned out round its point, with a thin line to it. \
                At the margin stand those beyond the map, an arrow telling the direction; below, those without coordinates.
                """,
            fr: """
                Les acteurs sont à leur lieu ; ceux d'un même lieu sont en éventail autour de son point, reliés par un trait \
                fin. Dans la marge sont ceux d'au-delà, une flèche disant la direction ; en bas, ceux sans coordonnées.
                """),
        needs: Bilingual(en: "coordinates (places.csv)", fr: "des coordonnées (places.csv)")
    ) { context, options throws(MilieuError) in
        let look = try NetworkLook(context, options)
        let places = try MapPlaces(context.view)
        let drawing = MapDrawing(context.view, look, places, options)
        let legend = Legend(drawing.look, options.language, width: FigurePage.innerWidth(options)).scene
        return FigurePage.scene(drawing.scene, legend: legend, drawing.caption, options)
    }
}
