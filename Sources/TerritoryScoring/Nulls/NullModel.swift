import Vocabulary

/// What of the ties among inside actors moves as one when they are switched. An indicator of the union of layers is
/// compared with territories whose unions have as many ties: were each layer switched by itself, what lies on one
/// pair in two layers would fall apart, and the union grow. Knowledge is one layer, which is always switched by itself.
enum SwitchedTies: Sendable, CaseIterable {
    /// All that ties two actors, in whatever layers and directions.
    case pairs
    /// All that leads from one actor to another in the layers in which return is possible.
    case arcs
    /// What ties two actors in one layer, each layer by itself.
    case layers
}

/// A way to take out what the score is about and keep the rest.
public enum NullModel: String, Sendable, CaseIterable, Codable {
    /// Ties switch ends; every actor keeps how many others it is tied to (`SwitchedTies`).
    case ties
    /// Actors switch events; every actor keeps how many it was at, every event how many it had.
    case events
    /// Kinds change hands among the inside actors.
    case kinds
    /// Dates change hands among ties of a layer and among events.
    case dates

    /// What tables and pages call it.
    public var name: Bilingual {
        switch self {
        case .ties: Bilingual(en: "ties switched, degrees kept", fr: "liens échangés, degrés conservés")
        case .events: Bilingual(en: "events switched, both margins kept", fr: "événements échangés, marges conservées")
        case .kinds: Bilingual(en: "kinds permuted", fr: "types permutés")
        case .dates: Bilingual(en: "dates permuted", fr: "dates permutées")
        }
    }

    /// What of a territory it changes.
    var changes: Reads {
        switch self {
        case .ties: [.knowledgeTies, .interactionTies, .starts]
        case .events: .events
        case .kinds: .kinds
        case .dates: [.ties, .events]
        }
    }

    /// The indicators that it puts to the test.
    var indicators: [Indicator] {
        switch self {
        case .ties:
            [
                KnowledgeReach.indicator, CognitiveDiversity.indicator, Gatekeeping.indicator, Reciprocity.indicator,
                Multiplexity.indicator, Closure.indicator, Robustness.indicator, Mixing.indicator,
            ]
        case .events: [KnowledgeReach.indicator, Closure.indicator, Robustness.indicator]
        case .kinds: [Mixing.indicator]
        case .dates: [KnowledgeConversion.indicator]
        }
    }

    /// What of the ties moves as one where an indicator is put to the test: what the indicator counts.
    static func switched(for indicator: Indicator) -> SwitchedTies {
        switch indicator.id {
        case Reciprocity.indicator.id: .arcs
        case Multiplexity.indicator.id: .layers
        default: .pairs
        }
    }

    /// The models that put an indicator to the test, the one whose question is nearest to it first.
    static func models(of indicator: Indicator) -> [NullModel] {
        [kinds, dates, ties, events].filter { model in model.indicators.contains { $0.id == indicator.id } }
    }

    /// The axes that it puts to the test as a whole.
    var axes: [Axis] {
        switch self {
        case .ties, .events: Axis.allCases
        case .kinds: [.interaction]
        case .dates: [.learning]
        }
    }
}
