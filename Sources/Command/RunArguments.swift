import ArgumentParser
import Milieu

/// How a command runs that draws at random or takes long.
struct RunArguments: ParsableArguments {
    @Option(help: "Seed of whatever is drawn at random; the same seed gives the same result.")
    var seed = MeasureOptions().seed

    @Option(help: "Use at most this many cores; it never changes a result.")
    var threads: Int?

    /// - Throws: `MilieuError` where no machine has so many cores, or so few.
    func limitCores() throws(MilieuError) { try Self.limitCores(threads) }

    static func limitCores(_ threads: Int?) throws(MilieuError) {
        guard let threads else { return }
        guard (1...1024).contains(threads) else {
            throw MilieuError(.usage, "--threads \(threads) makes no sense.", remedy: "Write --threads 2.")
        }
        Parallel.threadLimit = threads
    }
}

/// Which of a dataset's perimeters counts.
struct PerimeterArgument: ParsableArguments {
    @Option(help: "The perimeter that says what is inside (an id from datapackage.json).")
    var perimeter: String?
}
