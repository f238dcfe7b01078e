import GraphKernels
import Vocabulary

/// Groups all of whose members are tied to one another, or to all but a few.
enum CliqueMeasures {
    static let all = [cliques, cliqueNumber, cliqueCount, cliqueSize, plexes, plexNumber, plexCount, plexSize]

    private static let lucePerry1949 = Reference(
        "Luce and Perry", 1949, "A method of matrix analysis of group structure", "Psychometrika 14(2), 95–116")
    private static let bronKerbosch1973 = Reference(
        "Bron and Kerbosch", 1973, "Algorithm 457: finding all cliques of an undirected graph",
        "Communications of the ACM 16(9), 575–577")
    private static let tomita2006 = Reference(
        "Tomita, Tanaka and Takahashi", 2006,
        "The worst-case time complexity for generating all maximal cliques and computational experiments",
        "Theoretical Computer Science 363(1), 28–42")
    private static let seidmanFoster1978 = Reference(
        "Seidman and Foster", 1978, "A graph-theoretic generalization of the clique concept",
        "Journal of Mathematical Sociology 6(1), 139–154")
    private static let sourcesOfCliques = [lucePerry1949, bronKerbosch1973, tomita2006]
    private static let convention =
        Bilingual(
            en:
                "A clique is part of no larger one and has at least three actors. Where there are too many to list, the search is given up and says so, after the same number of steps on every machine.",
            fr:
                "Une clique n'est pas incluse dans une plus grande et compte au moins trois acteurs. S'il y en a trop pour les énumérer, la recherche est abandonnée et le dit, après le même nombre de pas sur toute machine."
        )
        + Conventions.alwaysBinary + Conventions.eitherDirection
    private static let plexConvention =
        Bilingual(
            en:
                "k is that of `--plex` (2; 1 gives cliques). A k-plex of s actors is one in which each is tied to s − k others or more; it is part of no larger one and has at least the greater of k + 2 and 2k − 1 actors: smaller ones can fall apart. Where there are too many to list, the search is given up and says so, after the same number of steps on every machine.",
            fr:
                "k est celui de `--plex` (2 ; 1 donne les cliques). Un k-plexe de s acteurs en est un où chacun est lié à au moins s − k autres ; il n'est pas inclus dans un plus grand et compte au moins autant d'acteurs que le plus grand de k + 2 et 2k − 1 : de plus petits peuvent être disjoints. S'il y en a trop pour les énumérer, la recherche est abandonnée et le dit, après le même nombre de pas sur toute machine."
        )
        + Conventions.alwaysBinary + Conventions.eitherDirection

    private static let cliques = Measure(
        "cliques", level: .network, family: .subgroups,
        name: Bilingual(en: "cliques", fr: "cliques"),
        formula: #"|\{C : i, j \in C \Rightarrow a_{ij} = 1,\ C \text{ maximal},\ |C| \geq 3\}|"#,
        reading: Bilingual(
            en: "How many groups there are in which everyone is tied to everyone. They overlap.",
            fr: "Combien de groupes il y a où chacun est lié à chacun. Ils se recouvrent."),
        convention: convention, sources: sourcesOfCliques, range: 0...Double.infinity, type: .integer,
        requirements: [.oneMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer([try context.cliques().count])
    }

    private static let cliqueNumber = Measure(
        "clique_number", level: .network, family: .subgroups,
        name: Bilingual(en: "size of the largest clique", fr: "taille de la plus grande clique"),
        formula: #"\max_C |C|"#,
        reading: Bilingual(
            en: "How many actors the largest group has in which everyone is tied to everyone.",
            fr: "Combien d'acteurs compte le plus grand groupe où chacun est lié à chacun."),
        convention: convention
            + Bilingual(en: "A tie alone counts 2, an isolate 1.", fr: "Un lien seul compte 2, un isolé 1."),
        undefined: Bilingual(en: "Undefined without actors.", fr: "Indéfinie sans acteur."),
        sources: sourcesOfCliques, range: 1...Double.infinity, type: .integer, requirements: [.oneMode],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer([try context.cliques().largest.max()])
    }.growing(.rises)

    private static let cliqueCount = Measure(
        "clique_count", level: .actor, family: .subgroups,
        name: Bilingual(en: "cliques of the actor", fr: "cliques de l'acteur"),
        formula: #"|\{C : i \in C,\ |C| \geq 3\}|"#,
        reading: Bilingual(
            en: "In how many cliques the actor is: circles that overlap in it.",
            fr: "Dans combien de cliques est l'acteur : des cercles qui se recoupent en lui."),
        convention: convention, sources: sourcesOfCliques, range: 0...Double.infinity, type: .integer,
        requirements: [.oneMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer(try context.cliques().counts.map { $0 })
    }

    private static let cliqueSize = Measure(
        "clique_size", level: .actor, family: .subgroups,
        name: Bilingual(en: "size of the actor's largest clique", fr: "taille de la plus grande clique de l'acteur"),
        formula: #"\max_{C \ni i} |C|"#,
        reading: Bilingual(
            en: "The largest circle of actors all tied to one another to which the actor belongs.",
            fr: "Le plus grand cercle d'acteurs tous liés entre eux dont l'acteur fait partie."),
        convention: convention
            + Bilingual(en: "A tie alone counts 2, an isolate 1.", fr: "Un lien seul compte 2, un isolé 1."),
        sources: sourcesOfCliques, range: 1...Double.infinity, type: .integer, requirements: [.oneMode],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer(try context.cliques().largest.map { $0 })
    }.growing(.rises)

    private static let plexes = Measure(
        "k_plexes", level: .network, family: .subgroups,
        name: Bilingual(en: "k-plexes", fr: "k-plexes"),
        formula: #"|\{S : d_S(i) \geq |S| - k\ \forall i \in S,\ S \text{ maximal},\ |S| \geq \max(k + 2, 2k - 1)\}|"#,
        reading: Bilingual(
            en: "How many groups there are in which everyone is tied to all but a few.",
            fr: "Combien de groupes il y a où chacun est lié à tous sauf quelques-uns."),
        convention: plexConvention, sources: [seidmanFoster1978], range: 0...Double.infinity, type: .integer,
        requirements: [.oneMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer([try context.plexes().count])
    }

    private static let plexNumber = Measure(
        "k_plex_number", level: .network, family: .subgroups,
        name: Bilingual(en: "size of the largest k-plex", fr: "taille du plus grand k-plexe"),
        formula: #"\max_S |S|"#,
        reading: Bilingual(
            en: "How many actors the largest group has in which everyone is tied to all but a few.",
            fr: "Combien d'acteurs compte le plus grand groupe où chacun est lié à tous sauf quelques-uns."),
        convention: plexConvention,
        undefined: Bilingual(en: "Undefined where there is none.", fr: "Indéfinie s'il n'y en a pas."),
        sources: [seidmanFoster1978], range: 3...Double.infinity, type: .integer, requirements: [.oneMode],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        let plexes = try context.plexes()
        return .integer([plexes.count > 0 ? plexes.largest.max() : nil])
    }

    private static let plexCount = Measure(
        "k_plex_count", level: .actor, family: .subgroups,
        name: Bilingual(en: "k-plexes of the actor", fr: "k-plexes de l'acteur"),
        formula: #"|\{S : i \in S\}|"#,
        reading: Bilingual(
            en: "In how many k-plexes the actor is.", fr: "Dans combien de k-plexes est l'acteur."),
        convention: plexConvention, sources: [seidmanFoster1978], range: 0...Double.infinity, type: .integer,
        requirements: [.oneMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer(try context.plexes().counts.map { $0 })
    }

    private static let plexSize = Measure(
        "k_plex_size", level: .actor, family: .subgroups,
        name: Bilingual(en: "size of the actor's largest k-plex", fr: "taille du plus grand k-plexe de l'acteur"),
        formula: #"\max_{S \ni i} |S|"#,
        reading: Bilingual(
            en: "The largest circle to which the actor belongs in which everyone is tied to all but a few.",
            fr: "Le plus grand cercle dont l'acteur fait partie et où chacun est lié à tous sauf quelques-uns."),
        convention: plexConvention,
        undefined: Bilingual(
            en: "Undefined for an actor of none.", fr: "Indéfinie pour un acteur qui n'est dans aucun."),
        sources: [seidmanFoster1978], range: 3...Double.infinity, type: .integer, requirements: [.oneMode],
        profiles: [.structure]
    ) { context throws(MilieuError) in
        .integer(try context.plexes().largest.map { $0 > 0 ? $0 : nil })
    }
}

extension MeasureContext {
    fileprivate func cliques() throws(MilieuError) -> SubgroupTally {
        let found = memo("cliques") { Cliques.tally(binaryUndirected) }
        return try required(found, Bilingual(en: "cliques", fr: "cliques"))
    }

    fileprivate func plexes() throws(MilieuError) -> SubgroupTally {
        let found = memo("plexes") { Plexes.tally(binaryUndirected, k: options.plex) }
        return try required(found, Bilingual(en: "k-plexes", fr: "k-plexes"))
    }

    /// - Throws: `MilieuError` of cause `usage` where a search was given up.
    func required<Found>(_ found: Found?, _ name: Bilingual) throws(MilieuError) -> Found {
        guard let found else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The search for the \(name.en) of \(graph.nodeCount) actors was given up: it would take too long.",
                    fr:
                        "La recherche des \(name.fr) de \(graph.nodeCount) acteurs a été abandonnée : elle prendrait trop de temps."
                ),
                remedy:
                    Bilingual(
                        en:
                            "Choose a part of the network (`--layer`, `--kind`, `--inside-only`), or take `coreness` or `trussness`, which are quick on any network.",
                        fr:
                            "Choisissez une partie du réseau (`--layer`, `--kind`, `--inside-only`), ou prenez `coreness` ou `trussness`, qui sont rapides sur tout réseau."
                    ))
        }
        return found
    }
}
