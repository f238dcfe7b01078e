import NetworkModel
import Vocabulary

/// What was observed of a territory, and so what an absence means: each tie, each part in an event and each tie to the
/// outside is present, denied or unobserved.
public struct Observation: Sendable, Hashable {
    /// By layer, `events` and `pooled_resources`; what is not there was not looked at.
    public var surveys: [String: Survey]
    /// Who was asked, about what and how.
    public var respondents: [Respondent]
    /// How many actors are inside, where more are than the dataset lists.
    public var population: Population?

    /// What is not given was not asked, or is not known.
    public init(surveys: [String: Survey], respondents: [Respondent] = [], population: Population? = nil) {
        (self.surveys, self.respondents, self.population) = (surveys, respondents, population)
    }

    /// What a dataset says: its description, and who answers according to `respondents.csv`.
    ///
    /// - Parameter respondents: who answered beside those.
    public init(_ network: Network, respondents: [Respondent] = []) {
        let description = network.description
        self.init(
            surveys: description.surveys ?? [:], respondents: network.beside.respondents + respondents,
            population: description.population)
    }

    /// Whether some absence is not a denial.
    public var isPartial: Bool { population != nil || surveys.values.contains { $0.how != .census } }

    /// Who was asked about a layer's ties that leave them, or arrive, with partners inside, or outside.
    ///
    /// What documents tell of an actor denies nothing, whoever's they are.
    func askedIDs(about what: String, _ direction: Respondent.Direction, outside: Bool = false) -> Set<String> {
        let scope = surveys[what]?.scope ?? .all
        var asked: Set<String> = []
        for respondent in respondents where respondent.layer == nil || respondent.layer?.rawValue == what {
            guard respondent.method != .documents, [nil, .both, direction].contains(respondent.direction) else { continue }
            let own = respondent.scope ?? scope
            if own == .all || own == (outside ? .outside : .inside) { asked.insert(respondent.actor) }
        }
        return asked
    }
}
