import NetworkModel
import Vocabulary

/// What a researcher chooses beside the method.
public struct ScoringOptions: Sendable {
    /// Nil: the dataset's reference date.
    public var date: PartialDate?
    /// The id of a perimeter; nil: the dataset's default one, the others being drawn.
    public var perimeter: String?
    /// Of every random number behind the score; the same seed gives the same bits.
    public var seed: UInt64 = 1
    /// Nil: as many as the method says; 0: no interval.
    public var draws: Int?
    /// Whether it is asked which factors the answer hangs on.
    public var hasSensitivity = true
    /// Whether the null models are drawn.
    public var hasNulls = true
    /// Whether it is asked what the score rests on.
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

    /// All that can be said of the territory at its reference date.
    public init() {}

    /// Refuses ids of actors to take away that a network does not have.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func require(_ ids: [String], in network: Network) throws(MilieuError) {
        for id in ids where network.actors.position(of: id) == nil {
            let named = Excerpt.of(id)
            throw MilieuError(
                .usage, Bilingual(en: "There is no actor \"\(named)\".", fr: "Il n'y a pas d'acteur « \(named) »."),
                remedy: NearestMatch.hint(id, in: network.actors.allIDs)
                    + Bilingual(en: "Ids stand in actors.csv.", fr: "Les identifiants se trouvent dans actors.csv."),
                at: Place(file: "actors.csv", id: id))
        }
    }
}

/// How far a long computation has come.
public enum ScoringStage: String, Sendable, CaseIterable {
    /// The draws and their repetitions, networks of null models, and looks at the territory without a part of it.
    case draws, nulls, leverage

    /// What a line of progress calls it.
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
