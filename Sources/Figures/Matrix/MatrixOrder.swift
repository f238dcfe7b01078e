import Measures
import NetworkModel
import Vocabulary

/// Rows and columns in their order: by group, then by how many ties.
struct MatrixOrder {
    let rows: [Int]
    let columns: [Int]
    /// What orders them, and the groups' names in order; empty where nothing groups them.
    let title: String
    let blocks: [(name: String, rows: Range<Int>)]
    /// Ties of each node.
    let degrees: [Int]
    static let most = 800

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let view = context.view
        var degrees = [Int](repeating: 0, count: view.nodes.count)
        for tie in 0..<view.tieCount {
            let (source, target) = view.ends(ofTie: tie)
            degrees[source] += 1
            degrees[target] += 1
        }
        self.degrees = degrees
        let actors = view.nodes.indices.filter { view.nodes[$0].isActor }
        let events = view.nodes.indices.filter { !view.nodes[$0].isActor }
        guard max(actors.count, events.count) <= Self.most else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A matrix of \(max(actors.count, events.count)) rows has cells too small to print.",
                    fr:
                        "Une matrice de \(max(actors.count, events.count)) lignes a des cellules trop petites pour l'impression."
                ),
                remedy: Bilingual(
                    en: "Choose fewer actors (--inside-only, --layer), or draw the blockmodel (`--figure blockmodel`).",
                    fr:
                        "Choisissez moins d'acteurs (--inside-only, --layer), ou dessinez le modèle de blocs (`--figure blockmodel`)."
                ))
        }
        guard !actors.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has no actor, so there is no matrix.",
                    fr: "La vue n'a pas d'acteur : il n'y a pas de matrice."),
                remedy: Bilingual(en: "Choose another view.", fr: "Choisissez une autre vue."))
        }
        // In a two-mode view the attribute may be anything; communities are of actors tied to actors.
        let choice = options.blocksBy ?? (view.isTwoMode || view.tieCount == 0 ? nil : .community)
        let groups = try choice.map { choice throws(MilieuError) in try ActorGroups(context, choice, options.language) }
        let byDegree = actors.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
        var (rows, blocks) = ([Int](), [(name: String, rows: Range<Int>)]())
        if let groups {
            // Groups of one are no blocks: they stand together, before those that are in none.
            let sizes = groups.sizes
            let isAlone = { (node: Int) in groups.groupOf[node].map { sizes[$0] == 1 } ?? false }
            var parts = groups.names.indices.filter { sizes[$0] > 1 }.map { group in
                (groups.names[group], byDegree.filter { groups.groupOf[$0] == group })
            }
            parts.append((options.language == .french ? "seuls" : "alone", byDegree.filter(isAlone)))
            parts.append(
                (
                    options.language == .french ? "non renseigné" : "not known",
                    byDegree.filter { groups.groupOf[$0] == nil }
                ))
            for (name, members) in parts where !members.isEmpty {
                blocks.append((name, rows.count..<rows.count + members.count))
                rows += members
            }
        } else {
            rows = byDegree
        }
        title = groups?.title ?? ""
        self.rows = rows
        self.blocks = blocks
        columns = view.isTwoMode ? events.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) } : rows
    }
}
