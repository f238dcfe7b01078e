import ArgumentParser
import Milieu

/// How a plan of interviews is simulated.
struct PlanArguments: ParsableArguments {
    @Option(help: "With --plan: how many more interviews, separated by commas; by default six steps from none to all.")
    var interviews: CommaList?

    @Option(
        help:
            "With --plan: who is asked first: \(InterviewOrder.allCases.map(\.rawValue).joined(separator: ", ")); all are compared by default."
    )
    var order: CommaList?

    @Option(help: "With --plan: how many territories are drawn from what may be.")
    var territories: Int?

    @Option(help: "With --plan: draws of each score.")
    var draws: Int?

    @Option(help: "With --plan: how to write the table: \(TableFormat.all.map(\.id).joined(separator: ", ")).")
    var format: String?

    /// The options that were given, by name.
    var given: [String] {
        [
            ("--interviews", interviews != nil), ("--order", order != nil), ("--territories", territories != nil),
            ("--draws", draws != nil), ("--format", format != nil),
        ].filter(\.1).map(\.0)
    }

    func tableFormat() throws(MilieuError) -> TableFormat { try TableFormat.format(format ?? TableFormat.text.id) }

    func settings() throws(MilieuError) -> InterviewPlan.Settings {
        var settings = InterviewPlan.Settings()
        if let territories { settings.territories = territories }
        if let draws { settings.draws = draws }
        settings.interviews = try interviews?.items.map { word throws(MilieuError) in
            if let number = Int(word) { return number }
            throw MilieuError(
                .usage, "\"\(Excerpt.of(word))\" is no number of interviews.",
                remedy: "Write for instance: --interviews 5,10,20")
        }
        if let order {
            let known = InterviewOrder.allCases.map(\.rawValue)
            settings.orders = try order.items.map { word throws(MilieuError) in
                if let order = InterviewOrder(rawValue: word) { return order }
                throw MilieuError(
                    .usage, "There is no order \"\(Excerpt.of(word))\".",
                    remedy: NearestMatch.hint(word, in: known) + "Known are: \(known.joined(separator: ", ")).")
            }
        }
        return settings
    }
}
