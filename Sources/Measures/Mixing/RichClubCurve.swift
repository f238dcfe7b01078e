import GraphKernels
import Tabular
import Vocabulary

/// The rich club at every degree.
enum RichClubCurve {
    static let table = Measure(
        table: "rich_club_curve", family: .mixing,
        name: Bilingual(en: "rich-club curve", fr: "courbe du club des riches"),
        formula:
            #"\phi(k) = \frac{2 E_{>k}}{N_{>k} (N_{>k} - 1)},\quad \rho(k) = \frac{\phi(k)}{\langle \phi_{\text{rand}}(k) \rangle}"#,
        reading: Bilingual(
            en:
                "How densely the actors of more than k ties are tied among themselves, for each k, and how much more densely than their degrees alone explain: ρ above 1 at the high end is a club.",
            fr:
                "À quel point les acteurs de plus de k liens sont liés entre eux, pour chaque k, et combien plus que leurs degrés seuls ne l'expliquent : ρ supérieur à 1 pour les grands k est un club."
        ),
        convention: Bilingual(
            en:
                "A row for k = 0 and each degree that occurs, as long as two actors have a higher one. The reference is the mean over degree-preserving random networks (as many as `--references` says: 100, seeded); without it φ rises with k in any network.",
            fr:
                "Une ligne pour k = 0 et chaque degré présent, tant que deux acteurs en ont un plus élevé. La référence est la moyenne de réseaux aléatoires de mêmes degrés (autant que le dit `--references` : 100, à graine fixée) ; sans elle, φ croît avec k dans tout réseau."
        )
            + Conventions.alwaysBinary + Conventions.eitherDirection,
        undefined: Bilingual(
            en: "ρ is undefined where the random networks never have a tie there.",
            fr: "ρ est indéfini si les réseaux aléatoires n'y ont jamais de lien."),
        sources: [
            Reference(
                "Colizza, Flammini, Serrano and Vespignani", 2006, "Detecting rich-club ordering in complex networks",
                "Nature Physics 2(2), 110–115"),
            Reference(
                "Zhou and Mondragón", 2004, "The rich-club phenomenon in the Internet topology",
                "IEEE Communications Letters 8(3), 180–182"),
        ],
        range: 0...Double.infinity, requirements: [.oneMode], profiles: [.structure], isSeeded: true
    ) { context in
        let graph = context.binaryUndirected
        let club = RichClub(of: graph)
        // Rewired networks have the same degrees, and so the same rows.
        let random = Draws.values(context.options.references, seed: context.options.seed) { source in
            RichClub(of: Rewiring.degreePreserving(graph, using: &source)).edges
        }
        let means = club.degrees.indices.map { row in
            Double(random.reduce(0) { $0 + $1[row] }) / Double(random.count)
        }
        func density(_ edges: Double, _ size: Int) -> Double { 2 * edges / (Double(size) * Double(size - 1)) }
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        return Table(
            name: "rich_club_curve",
            columns: [
                Column(field("degree", "k", "k"), .integer(club.degrees.map { $0 })),
                Column(
                    field("actors", "actors of more than k ties", "acteurs de plus de k liens"),
                    .integer(club.sizes.map { $0 })),
                Column(field("ties", "ties among them", "liens entre eux"), .integer(club.edges.map { $0 })),
                Column(field("phi", "φ", "φ"), .number(zip(club.edges, club.sizes).map { density(Double($0), $1) })),
                Column(
                    field("phi_random", "φ by chance", "φ du hasard"),
                    .number(zip(means, club.sizes).map { density($0, $1) })),
                Column(field("rho", "ρ", "ρ"), .number(zip(club.edges, means).map { $1 > 0 ? Double($0) / $1 : nil })),
            ])
    }
}
