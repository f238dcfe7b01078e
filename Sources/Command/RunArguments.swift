import ArgumentParser
import Milieu

/// How a command runs that draws at random or takes long.
struct RunArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "Seed of whatever is drawn at random; the same seed gives the same result.",
            fr: "Graine de tout ce qui est tiré au hasard ; la même graine donne le même résultat."))
    var seed = MeasureOptions().seed

    @Option(
        help: ArgumentHelp(
            en: "Use at most this many cores; it never changes a result.",
            fr: "Utiliser au plus ce nombre de cœurs ; cela ne change jamais un résultat."))
    var threads: Int?

    /// - Throws: `MilieuError` where no machine has so many cores, or so few.
    func limitCores() throws(MilieuError) { try Self.limitCores(threads) }

    static func limitCores(_ threads: Int?) throws(MilieuError) {
        guard let threads else { return }
        guard (1...1024).contains(threads) else {
            throw MilieuError(
                .usage,
                Bilingual(en: "--threads \(threads) makes no sense.", fr: "--threads \(threads) n'a pas de sens."),
                remedy: Bilingual(en: "Write --threads 2.", fr: "Écrivez --threads 2."))
        }
        Parallel.threadLimit = threads
    }
}

/// Which of a dataset's perimeters counts.
struct PerimeterArgument: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The perimeter that says what is inside (an id from datapackage.json).",
            fr: "Le périmètre qui dit ce qui est à l'intérieur (un identifiant de datapackage.json)."))
    var perimeter: String?
}
