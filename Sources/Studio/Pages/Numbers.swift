import Dispatch
import Interchange
import Measures
import NetworkModel
import Synchronization
import Tabular
import TerritoryScoring
import Vocabulary

/// Measures and score of the dataset as it is, computed in the background: a few draws first, then more, and no more
/// once the dataset is another.
final class Numbers: Sendable {
    private struct State {
        /// The revision that is wanted; what runs for another one stops at its next step.
        var wanted = 0
        var language = Language.english
        var revision = 0
        var measures: JSONValue = .null
        var score: JSONValue = .null
        var stage = ""
        var done = 0
        var total = 0
        var isReady = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "milieu.studio.numbers", qos: .utility)

    /// How many draws each step of the score has.
    static let steps = [100, 1_000]
    /// The measures that stand beside the table of actors.
    static let actorMeasures = ["degree", "betweenness_normalized", "closeness", "constraint", "effective_size"]
    static let networkMeasures = [
        "actors", "ties", "density", "components", "average_degree", "transitivity", "degree_centralization",
    ]

    /// What is known of a revision so far; starts computing what is not.
    func json(_ snapshot: Workspace.Snapshot, _ language: Language) -> JSONValue {
        guard let network = snapshot.reading.network else { return ["sound": false] }
        let starts = state.withLock { state in
            guard state.wanted != snapshot.revision || state.language != language else { return false }
            state = State()
            (state.wanted, state.language) = (snapshot.revision, language)
            return true
        }
        if starts { queue.async { self.compute(network, snapshot.revision, language) } }
        return state.withLock { state in
            [
                "sound": true, "revision": .integer(snapshot.revision), "measures": state.measures,
                "score": state.score,
                "stage": .text(state.stage), "done": .integer(state.done), "total": .integer(state.total),
                "ready": .flag(state.isReady),
            ]
        }
    }

    private func isWanted(_ revision: Int, _ language: Language) -> Bool {
        state.withLock { $0.wanted == revision && $0.language == language }
    }

    private func compute(_ network: Network, _ revision: Int, _ language: Language) {
        guard isWanted(revision, language) else { return }
        let measures = Self.measures(network, language)
        guard isWanted(revision, language) else { return }
        state.withLock { $0.measures = measures }
        for (step, draws) in Self.steps.enumerated() {
            guard isWanted(revision, language) else { return }
            let score = Self.score(network, draws, language) { stage, done, total in
                self.state.withLock { state in
                    guard state.wanted == revision else { return }
                    (state.stage, state.done, state.total) = (stage.name.text(language), done, total)
                }
            }
            state.withLock { state in
                guard state.wanted == revision, state.language == language else { return }
                state.score = score
                state.isReady = step == Self.steps.count - 1
            }
        }
    }

    // MARK: What is computed

    private static func measures(_ network: Network, _ language: Language) -> JSONValue {
        do throws(MilieuError) {
            let context = MeasureContext(try network.view())
            return [
                "actors": try table(actorMeasures, .actor, context, language),
                "network": try table(networkMeasures, .network, context, language),
            ]
        } catch {
            return ["error": .text(error.description)]
        }
    }

    private static func table(
        _ ids: [String], _ level: Level, _ context: MeasureContext, _ language: Language
    ) throws(MilieuError) -> JSONValue {
        let known = ids.filter { id in MeasureCatalogue.all.contains { $0.id == id && $0.level == level } }
        let selection = MeasureSelection(ids: known, level: level, skipsRefused: true)
        let table = try MeasureTable(selection, in: context)
        let heads = table.measures.map { measure -> JSONValue in
            [
                "id": .text(measure.id), "name": .text(measure.name.text(language)),
                "reading": .text(measure.reading.text(language)), "explained": .flag(measure.explanation != nil),
            ]
        }
        let rows = (0..<table.table.rowCount).map { row in
            JSONValue.array(table.table.columns.map { JSONValue($0[row]) })
        }
        return ["measures": .array(heads), "rows": .array(rows)]
    }

    private static func score(
        _ network: Network, _ draws: Int, _ language: Language, _ progress: @escaping ScoringProgress
    ) -> JSONValue {
        do throws(MilieuError) {
            var options = ScoringOptions()
            options.draws = draws
            (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
            var method = try ScoringMethod.standard()
            // What chance reaches is told by `milieu score`; here it would cost more than the score itself.
            method.chanceTerritories = 0
            let score = try Scoring.score(network, method: method, options: options, progress: progress)
            let probabilities = score.uncertainty?.probabilities.map { one -> JSONValue in
                ["name": .text(one.configuration.name.text(language)), "probability": .number(one.probability)]
            }
            return [
                "draws": .integer(draws),
                "axes": .array([score.learning, score.interaction].map { axis($0, language) }),
                "probabilities": .array(probabilities ?? []),
                "notes": .array(score.notes.map { .text($0.text(language)) }),
            ]
        } catch {
            return ["error": .text(error.description)]
        }
    }

    private static func axis(_ axis: AxisScore, _ language: Language) -> JSONValue {
        let indicators = axis.indicators.filter { $0.weight > 0 }.map { one -> JSONValue in
            [
                "name": .text(one.indicator.name.text(language)), "value": JSONValue(one.value.value),
                "coverage": .number(one.value.coverage), "weight": .number(one.weight),
            ]
        }
        let interval = axis.interval.map { interval -> JSONValue in
            ["low": .number(interval.low), "median": .number(interval.median), "high": .number(interval.high)]
        }
        return [
            "name": .text(axis.axis.name.text(language)), "score": JSONValue(axis.score), "interval": interval ?? .null,
            "known": .number(axis.coverage), "indicators": .array(indicators),
        ]
    }

    /// What is behind the value of a measure for an actor, as a table.
    static func explanation(
        of actor: String, _ id: String, _ network: Network, _ language: Language
    ) throws(MilieuError) -> JSONValue {
        let context = MeasureContext(try network.view())
        let measure = try MeasureCatalogue.measure(id)
        let table = try measure.explain(actor, in: context)
        return [
            "name": .text(measure.name.text(language)),
            "columns": .array(table.columns.map { .text($0.field.title.text(language)) }),
            "rows": .array(
                (0..<min(table.rowCount, 500)).map { row in .array(table.columns.map { JSONValue($0[row]) }) }),
            "count": .integer(table.rowCount),
        ]
    }
}
