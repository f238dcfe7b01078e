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
        name: .customLong("as"),
        help: "Follow the conventions of another tool where they differ: \(PeerTool.allCases.map(\.rawValue).joined(separator: ", ")).")
    var convention: PeerTool?

    @Option(help: "Seed of whatever is drawn at random; the same seed gives the same result.")
    var seed = MeasureOptions().seed

    @Option(help: "Use at most this many cores; it never changes a result.")
    var threads: Int?

    func options() throws(MilieuError) -> MeasureOptions {
        if let threads {
            guard (1...1024).contains(threads) else {
                throw MilieuError(.usage, "--threads \(threads) makes no sense.", remedy: "Write --threads 2.")
            }
            Parallel.threadLimit = threads
        }
        var options = MeasureOptions()
        options.weights = weights
        options.grouping = groupBy
        options.resource = resource
        options.seed = seed
        options.convention = convention
        return options
    }
}

extension MeasureOptions.Weights: ExpressibleByArgument {}
extension PeerTool: ExpressibleByArgument {}
