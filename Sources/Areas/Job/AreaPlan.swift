import Files
import Measures
import Tabular
import TerritoryScoring
import Vocabulary

/// What is computed of every area. Results are kept by plan: another one does not overwrite them, and the same one goes
/// on where it was interrupted.
public struct AreaPlan: Sendable, Hashable {
    /// Ids of measures of the network within an area, each a column of `areas.csv`.
    public var networkMeasures: [String]
    /// Ids of measures of the area's own actors, each a column of `actors.csv`; empty: there is none.
    public var actorMeasures: [String]
    /// Whether areas are scored.
    public var isScored: Bool
    /// Draws behind each score's interval; 0: none.
    public var draws: Int
    /// Of every random number.
    public var seed: UInt64
    /// The text of a method file; nil: Milieu's own.
    public var method: String?

    /// Measures of size, ties and cohesion that take little more than reading, and a score of two hundred draws.
    public static let standardMeasures = [
        "actors", "ties", "density", "average_degree", "components", "largest_component_share", "isolates",
        "transitivity",
        "average_clustering",
    ]
    /// Draws where nobody says how many: a tenth of a panel of one territory, since there are thousands.
    public static let standardDraws = 200

    /// A plan of the standard measures.
    ///
    /// - Parameters:
    ///   - measures: ids of measures of the levels network and actor; nil: the standard ones.
    /// - Throws: `MilieuError` of cause `usage` for an unknown id or one of another level.
    public init(
        measures: [String]? = nil, isScored: Bool = true, draws: Int = standardDraws, seed: UInt64 = 1,
        method: String? = nil
    ) throws(MilieuError) {
        (networkMeasures, actorMeasures) = ([], [])
        for id in measures ?? Self.standardMeasures {
            switch try MeasureCatalogue.measure(id).level {
            case .network: if !networkMeasures.contains(id) { networkMeasures.append(id) }
            case .actor: if !actorMeasures.contains(id) { actorMeasures.append(id) }
            default:
                throw MilieuError(
                    .usage, "\"\(id)\" is neither a measure of actors nor of the network.",
                    remedy: "Measure ties and groups area by area, with `milieu measure`.")
            }
        }
        (self.isScored, self.draws, self.seed, self.method) = (isScored, draws, seed, method)
    }

    static let file = "plan.json"

    init(_ json: JSONValue, file: String) throws(MilieuError) {
        func texts(_ value: JSONValue?) -> [String]? {
            guard case .array(let list)? = value else { return nil }
            return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
        }
        guard let measures = texts(json["measures"]), case .flag(let isScored)? = json["scored"],
            case .integer(let draws)? = json["draws"], case .text(let seed)? = json["seed"], let seed = UInt64(seed),
            (0...ScoringMethod.mostDraws).contains(draws)
        else { throw JobFile.broken("The plan is not whole.", file) }
        var method: String?
        if case .text(let text)? = json["method"] { method = text }
        try self.init(measures: measures, isScored: isScored, draws: draws, seed: seed, method: method)
    }

    var json: JSONValue {
        [
            "engine": .text(Engine.version), "measures": .array((networkMeasures + actorMeasures).map { .text($0) }),
            "scored": .flag(isScored), "draws": .integer(draws), "seed": .text(String(seed)),
            "method": JSONValue(method),
        ]
    }

    /// What results of this plan, on a job's data, are kept under.
    func key(_ job: AreaJob) -> String {
        String(ContentHash.text(of: Array((job.manifest.contentHash + JSONWriter.text(json)).utf8)).prefix(16))
    }

    /// The measures that a view without direction, ties or groups may not allow are left empty, not refused.
    func scoringMethod() throws(MilieuError) -> ScoringMethod {
        guard let method else { return try ScoringMethod.standard() }
        return try ScoringMethod(toml: method, file: "method.toml")
    }
}
