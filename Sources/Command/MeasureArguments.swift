import ArgumentParser
import Milieu

/// What measures are told beside the view.
struct MeasureArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: """
                What weights mean to path measures: none (count steps), strength (a tie is 1/weight long) or distance \
                (a tie is as long as its weight).
                """,
            fr: """
                Ce que les poids veulent dire pour les mesures de chemins : none (compter les pas), strength (un lien a \
                pour longueur 1/poids) ou distance (un lien a pour longueur son poids).
                """))
    var weights = MeasureOptions.Weights.none

    @Option(
        help: ArgumentHelp(
            en: "The actor attribute that plays group in E-I, brokerage and mixing (any column).",
            fr:
                "L'attribut d'acteur qui tient lieu de groupe dans E-I, le courtage et la mixité (n'importe quelle colonne)."
        ))
    var groupBy = MeasureOptions().grouping

    @Option(
        help: ArgumentHelp(
            en: "The actor attribute that plays resource (any column of numbers).",
            fr: "L'attribut d'acteur qui tient lieu de ressource (n'importe quelle colonne de nombres)."))
    var resource = MeasureOptions().resource

    @Option(
        help: ArgumentHelp(
            en: """
                The actor attribute of numbers (any column) that number_assortativity, morans_i, gearys_c, ego_mean and \
                ego_sd read.
                """,
            fr: """
                L'attribut d'acteur en nombres (n'importe quelle colonne) que lisent number_assortativity, morans_i, \
                gearys_c, ego_mean et ego_sd.
                """))
    var attribute = MeasureOptions().attribute

    @Option(
        help: ArgumentHelp(
            en: "α of degree_alpha, closeness_alpha and betweenness_alpha: 0 counts ties, 1 adds up strengths.",
            fr: "α de degree_alpha, closeness_alpha et betweenness_alpha : 0 compte les liens, 1 additionne les forces."
        ))
    var alpha = MeasureOptions().alpha

    @Option(
        help: ArgumentHelp(
            en: "k of k-plexes: a member is tied to all but k of the members, itself among these k.",
            fr: "k des k-plexes : un membre est lié à tous les membres sauf k, lui-même parmi ces k."))
    var plex = MeasureOptions().plex

    @Option(
        help: ArgumentHelp(
            en: """
                Where the walker of pagerank_personalized starts: ids separated by commas, or an attribute and its value \
                (kind=firm), or both.
                """,
            fr: """
                D'où part le marcheur de pagerank_personalized : identifiants séparés par des virgules, ou un attribut et \
                sa valeur (kind=firm), ou les deux.
                """))
    var startAt: CommaList?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            en:
                "Follow the conventions of another tool where they differ: \(PeerTool.allCases.map(\.rawValue).joined(separator: ", ")).",
            fr:
                "Suivre les conventions d'un autre outil là où elles diffèrent : \(PeerTool.allCases.map(\.rawValue).joined(separator: ", "))."
        ))
    var convention: PeerTool?

    @Option(
        help: ArgumentHelp(
            en: "γ of modularity: more than 1 gives smaller communities, less gives larger ones.",
            fr: "γ de la modularité : plus de 1 donne des communautés plus petites, moins en donne de plus grandes."))
    var resolution = MeasureOptions().resolution

    @Option(
        help: ArgumentHelp(
            en: "Into how many classes an equivalence is cut (default: as many as tell best apart).",
            fr: "En combien de classes une équivalence est coupée (par défaut : autant que l'on en distingue le mieux)."
        ))
    var classes: Int?

    @Option(
        help: ArgumentHelp(
            en: "How many actors a set of key players has.", fr: "Combien d'acteurs compte un ensemble d'acteurs clés.")
    )
    var keyPlayers = MeasureOptions().keyPlayers

    @Option(
        help: ArgumentHelp(
            en: "The three attributes of the triple helix, separated by commas.",
            fr: "Les trois attributs de la triple hélice, séparés par des virgules."))
    var dimensions: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Of how many random networks a reference is the mean (small world, rich club).",
            fr: "De combien de réseaux aléatoires une référence est la moyenne (petit monde, club des riches)."))
    var references = MeasureOptions().references

    @OptionGroup var running: RunArguments

    func options() throws(MilieuError) -> MeasureOptions {
        try running.limitCores()
        var options = MeasureOptions()
        options.weights = weights
        options.grouping = groupBy
        options.resource = resource
        options.attribute = attribute
        if let startAt { options.start = startAt.items }
        options.seed = running.seed
        options.convention = convention
        try setSearches(&options)
        return options
    }

    private func setSearches(_ options: inout MeasureOptions) throws(MilieuError) {
        guard resolution > 0, resolution.isFinite else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--resolution \(resolution) makes no sense.", fr: "--resolution \(resolution) n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write for instance --resolution 1.5.", fr: "Écrivez par exemple --resolution 1.5."))
        }
        guard alpha >= 0, alpha.isFinite else {
            throw MilieuError(
                .usage, Bilingual(en: "--alpha \(alpha) makes no sense.", fr: "--alpha \(alpha) n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from 0 on, for instance --alpha 0.5.",
                    fr: "Écrivez un nombre à partir de 0, par exemple --alpha 0.5."))
        }
        let counts = [
            ("--plex", plex, 1...20), ("--classes", classes ?? 2, 2...1000), ("--key-players", keyPlayers, 1...1000),
            ("--references", references, 1...100_000),
        ]
        if let (name, count, range) = counts.first(where: { !$0.2.contains($0.1) }) {
            throw MilieuError(
                .usage, Bilingual(en: "\(name) \(count) makes no sense.", fr: "\(name) \(count) n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from \(range.lowerBound) to \(range.upperBound).",
                    fr: "Écrivez un nombre de \(range.lowerBound) à \(range.upperBound)."))
        }
        options.resolution = resolution
        options.alpha = alpha
        options.plex = plex
        options.classes = classes
        options.keyPlayers = keyPlayers
        options.references = references
        if let dimensions { options.dimensions = dimensions.items }
    }
}

extension MeasureOptions.Weights: ExpressibleByArgument {}
extension PeerTool: ExpressibleByArgument {}
