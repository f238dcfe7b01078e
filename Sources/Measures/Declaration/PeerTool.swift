import Vocabulary

/// Another tool whose numbers `--as` reproduces where its convention is known to differ.
public enum PeerTool: String, Sendable, CaseIterable {
    /// The program of Borgatti, Everett and Freeman; the library for C, R and Python; that for Python; the R package of
    /// statnet.
    case ucinet, igraph, networkx, sna

    /// As its makers write it.
    public var name: String {
        switch self {
        case .ucinet: "UCINET"
        case .igraph: "igraph"
        case .networkx: "NetworkX"
        case .sna: "sna"
        }
    }

    /// What it does before it measures, of which no option speaks; nil where nothing is known.
    public var habit: Bilingual? {
        switch self {
        case .igraph:
            Bilingual(
                en: "R's igraph reads an edge attribute called `weight` without being asked, as cost in paths and as strength elsewhere; python-igraph does not: to have R's number of a valued network, take `--weights`.",
                fr: "L'igraph de R lit sans qu'on le demande un attribut des liens nommé `weight`, comme coût dans les chemins et comme force ailleurs ; python-igraph ne le fait pas : pour le nombre de R d'un réseau valué, prenez `--weights`.")
        case .sna:
            Bilingual(
                en: "sna reads a matrix: a tie without direction stands in it twice, and what is missing (NA) counts differently from function to function.",
                fr: "sna lit une matrice : un lien sans direction y figure deux fois, et ce qui manque (NA) compte différemment d'une fonction à l'autre.")
        case .ucinet, .networkx: nil
        }
    }
}
