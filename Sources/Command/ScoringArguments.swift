import ArgumentParser
import Milieu

/// How a score, a figure of scores or a report is scored.
struct ScoringArguments: ParsableArguments {
    @Option(help: "A method file (TOML) in place of Milieu's own.", completion: .file(extensions: ["toml"]))
    var method: String?

    @Option(help: "Draws of the uncertainty analysis; 0: no interval.")
    var draws: Int?

    @Option(help: "Draws of the null models; 0: none.")
    var nulls: Int?

    /// - Throws: `MilieuError` where one of them is given for a figure that scores nothing.
    func refuse(for figure: Figure) throws(MilieuError) {
        let given = [("--draws", draws != nil), ("--nulls", nulls != nil), ("--method", method != nil)].filter(\.1)
        guard let first = given.first else { return }
        throw MilieuError(
            .usage, "The figure \"\(figure.id)\" shows no score, so \(first.0) means nothing to it.",
            remedy: "Leave it out, or draw the plane or the profile (`--figure plane`).")
    }
}

/// The scores that `milieu draw` needs for a figure, read and checked.
struct DrawnScores {
    private let networks: [Network]
    private let dates: [PartialDate]
    private let method: ScoringMethod
    private let options: ScoringOptions

    init(_ command: DrawCommand, _ parts: Figure.ScoreParts) throws(MilieuError) {
        guard let first = command.input.input else {
            throw MilieuError(
                .usage, "No dataset is named.",
                remedy: "Name one, for instance: milieu draw datasets/romans-2016 --figure plane -o plane.svg")
        }
        try Self.refuseView(command)
        dates = try command.input.view.at.map(ScoreRequest.dates) ?? []
        _ = try command.input.measures.options()
        method = try ScoreRequest.method(path: command.scoring.method, nulls: command.scoring.nulls)
        var options = ScoringOptions()
        options.seed = command.input.measures.seed
        options.perimeter = command.input.view.perimeter
        options.draws =
            parts.contains(.draws) ? try command.scoring.draws.map { value throws(MilieuError) in try ScoreRequest.count(value, "--draws", atMost: ScoringMethod.mostDraws) } : 0
        options.hasSensitivity = false
        options.hasLeverage = false
        options.hasNulls = parts.contains(.nulls) && command.scoring.nulls != 0
        self.options = options
        networks = try ([first] + command.furtherDatasets).map { path throws(MilieuError) in
            try DatasetReader.read(path: path).requireNetwork()
        }
    }

    /// A score has its own view of a network.
    private static func refuseView(_ command: DrawCommand) throws(MilieuError) {
        let view = command.input.view
        let given = [
            ("--layer", view.layer != nil), ("--kind", view.kind != nil), ("--inside-only", view.insideOnly),
            ("--status", view.status != nil), ("--min-confidence", view.minConfidence != 0),
        ].filter(\.1)
        guard let first = given.first else { return }
        throw MilieuError(
            .usage, "A score chooses its own ties, so \(first.0) means nothing to the figure \"\(command.figure)\".",
            remedy: "Leave it out; --at and --perimeter say what is scored.")
    }

    func scores(_ progress: ProgressBar) throws(MilieuError) -> [TerritoryScore] {
        try Scoring.scores(
            of: networks, at: dates, method: method, options: options, progress: progress.report)
    }
}
