import Fieldwork
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// Which interview would narrow the score, as the page tells it.
enum PlannedInterviews {
    /// How many more interviews are tried, and how many names are told.
    static let tried = [1, 3]
    static let told = 5

    /// Where there are fewer actors to ask than are tried, from nobody to all.
    private static func plan(_ network: Network, _ settings: InterviewPlan.Settings) throws(MilieuError)
        -> InterviewPlan
    {
        let method = try ScoringMethod.standard()
        do throws(MilieuError) {
            return try InterviewPlan(network, method: method, settings: settings)
        } catch  where error.cause == .usage {
            var all = settings
            all.interviews = nil
            return try InterviewPlan(network, method: method, settings: all)
        }
    }

    /// A quick plan: few territories and draws, so that the widths are rough and the order is what counts.
    ///
    /// - Throws: `MilieuError` as `InterviewPlan` does.
    static func json(_ network: Network, _ language: Language) throws(MilieuError) -> JSONValue {
        var settings = InterviewPlan.Settings()
        (settings.interviews, settings.territories, settings.draws) = (tried, 3, 60)
        let plan = try plan(network, settings)
        let orders = plan.first.map { order, ids -> JSONValue in
            let names = ids.prefix(told).map { id -> JSONValue in
                .text(network.actors.position(of: id).map { network.actors[$0].name } ?? id)
            }
            return ["name": .text(order.name.text(language)), "first": .array(Array(names))]
        }
        let rows = plan.rows.map { row -> JSONValue in
            [
                "order": .text(row.order.name.text(language)), "interviews": .integer(row.interviews),
                "learning": JSONValue(row.learning.mean), "interaction": JSONValue(row.interaction.mean),
            ]
        }
        return [
            "partial": .flag(plan.isPartial), "candidates": .integer(plan.candidates), "orders": .array(orders),
            "rows": .array(rows),
        ]
    }
}
