import NetworkModel
import Vocabulary

/// Someone who was asked: about which layer, partners on which side of the perimeter and ties in which direction.
public struct Respondent: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// Ties that leave the respondent, that arrive, or either.
        case out, `in`, both
    }

    /// The id of an actor.
    public var actor: String
    /// Nil: about all that was looked at by asking.
    public var layer: String?
    public var scope: Survey.Scope
    public var direction: Direction

    public init(
        actor: String, layer: String? = nil, scope: Survey.Scope = .all, direction: Direction = .both
    ) {
        (self.actor, self.layer, self.scope, self.direction) = (actor, layer, scope, direction)
    }
}

/// What was observed of a territory, and so what an absence means: each tie, each part in an event and each tie to the
/// outside is present, denied or unobserved.
public struct Observation: Sendable, Hashable {
    /// By layer, `events` and `pooled_resources`; what is not there was not looked at.
    public var surveys: [String: Survey]
    public var respondents: [Respondent]
    public var population: Population?

    public init(surveys: [String: Survey], respondents: [Respondent] = [], population: Population? = nil) {
        (self.surveys, self.respondents, self.population) = (surveys, respondents, population)
    }

    public init(_ description: DatasetDescription, respondents: [Respondent] = []) {
        self.init(surveys: description.surveys ?? [:], respondents: respondents, population: description.population)
    }

    /// Whether some absence is not a denial.
    public var isPartial: Bool { population != nil || surveys.values.contains { $0.how != .census } }

    /// Who of some actors was asked about a layer's ties that leave them, or arrive.
    func asked(_ ids: [String], about what: String, _ direction: Respondent.Direction) -> [Bool] {
        var asked: Set<String> = []
        for respondent in respondents where respondent.layer == nil || respondent.layer == what {
            if respondent.direction == .both || respondent.direction == direction { asked.insert(respondent.actor) }
        }
        return ids.map(asked.contains)
    }
}
