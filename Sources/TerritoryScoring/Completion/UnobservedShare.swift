import NetworkModel
import Vocabulary

/// Of the ties and parts that an axis reads in a draw, the share that nobody told of, by how it was looked for.
public struct UnobservedShare: Sendable, Hashable {
    /// Of layers about which people were asked, or of a census whose list is not the population.
    public let asked: Double
    /// Of layers that documents tell of.
    public let documents: Double

    static let none = UnobservedShare(asked: 0, documents: 0)
}

/// Both axes' shares of one draw.
struct UnobservedShares: Sendable {
    var learning = UnobservedShare.none
    var interaction = UnobservedShare.none

    subscript(axis: Axis) -> UnobservedShare {
        switch axis {
        case .learning: learning
        case .interaction: interaction
        }
    }
}

/// What was told of a territory, against which a draw's further rows are known.
struct ToldRows: Sendable {
    private let tieCount: Int
    /// By layer of the code, whether documents tell of it.
    private let areDocuments: [Bool]
    private let learningEventsAreDocuments: Bool
    private let eventsAreDocuments: Bool
    private let poolsAreDocuments: Bool

    init(_ preparation: Preparation) {
        let code = preparation.code
        let surveys = preparation.observation.surveys
        tieCount = code.ties.count
        areDocuments = code.layers.map { surveys[$0.rawValue]?.how == .documents }
        eventsAreDocuments = surveys["events"]?.how == .documents
        poolsAreDocuments = surveys["pooled_resources"]?.how == .documents
        learningEventsAreDocuments = (surveys["events"] ?? surveys[Layer.knowledge.rawValue])?.how == .documents
    }

    /// Of all rows that the axes read in a completed territory.
    ///
    /// - Complexity: O(ties + seats).
    func unobserved(_ situation: Situation) -> UnobservedShares {
        let scenario = situation.scenario
        var (learning, interaction) = (Counts(), Counts())
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            learning.add(isDrawn: Int(link.tie) >= tieCount, isDocument: areDocuments[Int(link.layer)])
        }
        for place in situation.knowledgeSeats {
            learning.add(
                isDrawn: scenario.knowledgeSeats[Int(place)].isDrawn, isDocument: learningEventsAreDocuments)
        }
        for place in situation.interaction {
            let link = scenario.interaction[Int(place)]
            interaction.add(isDrawn: Int(link.tie) >= tieCount, isDocument: areDocuments[Int(link.layer)])
        }
        for place in situation.interactionSeats {
            let seat = scenario.interactionSeats[Int(place)]
            let isPooled = situation.code.events[Int(seat.event)].isPooled
            interaction.add(isDrawn: seat.isDrawn, isDocument: isPooled ? poolsAreDocuments : eventsAreDocuments)
        }
        return UnobservedShares(learning: learning.share, interaction: interaction.share)
    }

    private struct Counts {
        var all = 0
        var asked = 0
        var documents = 0

        mutating func add(isDrawn: Bool, isDocument: Bool) {
            all += 1
            guard isDrawn else { return }
            if isDocument { documents += 1 } else { asked += 1 }
        }

        var share: UnobservedShare {
            guard all > 0 else { return .none }
            return UnobservedShare(asked: Double(asked) / Double(all), documents: Double(documents) / Double(all))
        }
    }
}
