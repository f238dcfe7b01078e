import Vocabulary

/// A way to take out what the score is about and keep the rest.
public enum NullModel: String, Sendable, CaseIterable, Codable {
    /// Ties switch ends within their layer; every actor keeps how many it has.
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
        case .ties: .ties
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
