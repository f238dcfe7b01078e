import ArgumentParser
import Milieu

/// What measures are told beside the view.
struct MeasureArguments: ParsableArguments {
    @Option(
        help: """
            What weights mean to path measures: none (count steps), strength (a tie is 1/weight long) or distance \
            (a tie is as long as its weight).
            """)
    var weights = MeasureOptions.Weights.none

    @Option(help: "The actor attribute that plays group in E-I, brokerage and mixing (any column).")
    var groupBy = MeasureOptions().grouping

    @Option(help: "The actor attribute that plays resource (any column of numbers).")
    var resource = MeasureOptions().resource

    @Option(
        help: """
            The actor attribute of numbers (any column) that number_assortativity, morans_i, gearys_c, ego_mean and \
            ego_sd read.
            """)
    var attribute = MeasureOptions().attribute

    @Option(help: "α of degree_alpha, closeness_alpha and betweenness_alpha: 0 counts ties, 1 adds up strengths.")
    var alpha = MeasureOptions().alpha

    @Option(help: "k of k-plexes: a member is tied to all but k of the members, itself among these k.")
    var plex = MeasureOptions().plex

    @Option(
        help: """
            Where the walker of pagerank_personalized starts: ids separated by commas, or an attribute and its value \
            (kind=firm), or both.
            """)
    var startAt: CommaList?

    @Option(
        name: .customLong("as"),
        help: "Follow the conventions of another tool where they differ: \(PeerTool.allCases.map(\.rawValue).joined(separator: ", ")).")
    var convention: PeerTool?

    @Option(help: "γ of modularity: more than 1 gives smaller communities, less gives larger ones.")
    var resolution = MeasureOptions().resolution

    @Option(help: "Into how many classes an equivalence is cut (default: as many as tell best apart).")
    var classes: Int?

    @Option(help: "How many actors a set of key players has.")
    var keyPlayers = MeasureOptions().keyPlayers

    @Option(help: "The three attributes of the triple helix, separated by commas.")
    var dimensions: CommaList?

    @Option(help: "Of how many random networks a reference is the mean (small world, rich club).")
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
            throw MilieuError(.usage, "--resolution \(resolution) makes no sense.", remedy: "Write for instance --resolution 1.5.")
        }
        guard alpha >= 0, alpha.isFinite else {
            throw MilieuError(.usage, "--alpha \(alpha) makes no sense.", remedy: "Write a number from 0 on, for instance --alpha 0.5.")
        }
        let counts = [("--plex", plex, 1...20), ("--classes", classes ?? 2, 2...1000), ("--key-players", keyPlayers, 1...1000), ("--references", references, 1...100_000)]
        if let (name, count, range) = counts.first(where: { !$0.2.contains($0.1) }) {
            throw MilieuError(
                .usage, "\(name) \(count) makes no sense.",
                remedy: "Write a number from \(range.lowerBound) to \(range.upperBound).")
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
