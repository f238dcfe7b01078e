import Measures
import NetworkModel
import Vocabulary

/// Positions instead of persons: the image matrix of a partition and its reduced graph.
enum Blockmodel {
    static let figure = Figure(
        "blockmodel",
        name: Bilingual(en: "blockmodel", fr: "modèle de blocs"),
        reading: Bilingual(
            en: """
                Left, how densely the blocks are tied, from row to column; a thick rim marks what is at least the \
                network's own density. Right, those marked ties among blocks; the area of a disc is its number of actors.
                """,
            fr: """
                À gauche, la densité des liens entre blocs, de la ligne vers la colonne ; un cadre épais signale ce qui \
                atteint la densité du réseau. À droite, ces liens entre blocs ; l'aire d'un disque est son nombre d'acteurs.
                """),
        needs: Bilingual(en: "a network of actors (one-mode)", fr: "un réseau d'acteurs (unimodal)")
    ) { context, options throws(MilieuError) in
        guard !context.view.isTwoMode else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A blockmodel needs a network of actors, and in this view events are nodes too.",
                    fr:
                        "Un modèle de blocs demande un réseau d'acteurs, et dans cette vue les événements sont aussi des nœuds."
                ),
                remedy: Bilingual(
                    en:
                        "Tie the actors that share events (`--events projected`), or draw the matrix (`--figure matrix`).",
                    fr:
                        "Liez les acteurs qui partagent des événements (`--events projected`), ou dessinez la matrice (`--figure matrix`)."
                ))
        }
        let blocks = try Blocks(context, options)
        let drawing = BlockmodelDrawing(context, blocks, options)
        return FigurePage.scene(drawing.scene(), legend: nil, drawing.caption, options)
    }
}
