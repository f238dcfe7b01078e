import Measures
import NetworkModel
import Vocabulary

/// The ordered adjacency matrix, for networks too dense for lines.
enum AdjacencyMatrix {
    static let figure = Figure(
        "matrix",
        name: Bilingual(en: "ordered adjacency matrix", fr: "matrice d'adjacence ordonnée"),
        reading: Bilingual(
            en: """
                A row and a column for each actor, in the order of groups and of ties; a filled cell is a tie from the \
                row's actor to the column's, darker for more of them. Squares along the diagonal are groups tied within.
                """,
            fr: """
                Une ligne et une colonne par acteur, dans l'ordre des groupes et des liens ; une case pleine est un lien \
                de l'acteur de la ligne vers celui de la colonne, plus sombre s'il y en a plusieurs. Les carrés de la \
                diagonale sont des groupes liés en eux-mêmes.
                """)
    ) { context, options throws(MilieuError) in
        let order = try MatrixOrder(context, options)
        let drawing = MatrixDrawing(context, order, options)
        return FigurePage.scene(drawing.scene(), legend: drawing.legend, drawing.caption, options)
    }
}
