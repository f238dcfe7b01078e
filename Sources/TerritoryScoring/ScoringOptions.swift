import NetworkModel
import Vocabulary

/// What a researcher chooses beside the method.
public struct ScoringOptions: Sendable {
    /// Nil: the dataset's reference date.
    public var date: PartialDate?
    /// The id of a perimeter; nil: the dataset's default one, the others being drawn.
    public var perimeter: String?
    public var seed: UInt64 = 1
    /// Nil: as many as the method says; 0: no interval.
    public var draws: Int?
    public var hasSensitivity = true
    public var hasNulls = true
    public var hasLeverage = true
    /// How many actors, ties and events the leverage lists.
    public var leverageCount = 10
    /// Ids of actors to take away.
    public var without: [String] = []
    /// Who was asked, where the territory was looked at by asking.
    public var respondents: [Respondent] = []
    /// How many of the network's last ties belong to a counterfactual (`Counterfactual`).
    var extraTies = 0
    var takesExtra = false

    public init() {}
}

/// How far a long computation has come.
public enum ScoringStage: String, Sendable, CaseIterable {
    case draws, nulls, leverage

    public var name: Bilingual {
        switch self {
        case .draws: Bilingual(en: "draws", fr: "tirages")
        case .nulls: Bilingual(en: "null models", fr: "modèles nuls")
        case .leverage: Bilingual(en: "leverage", fr: "leviers")
        }
    }
}

/// Called from any core, never twice at the same time.
public typealias ScoringProgress = @Sendable (_ stage: ScoringStage, _ done: Int, _ of: Int) -> Void
