import Vocabulary

/// What a view takes from a network.
public struct ViewOptions: Sendable, Hashable {
    public enum Direction: String, Sendable, CaseIterable {
        /// Directed where any kind of tie in the view is.
        case byKind
        case directed, undirected
    }

    public enum EventMode: String, Sendable, CaseIterable {
        /// Two-mode where the network has participations and no ties; otherwise left out.
        case automatic
        case leftOut = "left-out"
        /// Events are nodes beside the actors; the edges are participations, and only those.
        case twoMode = "two-mode"
        /// Two actors are tied by each event that both took part in, beside their other ties.
        case projected
    }

    /// Nil: every layer.
    public var layers: Set<Layer>?
    /// Ids of tie kinds; nil: every kind.
    public var kinds: Set<String>?
    /// Takes what holds then. Nil: ties and events of the chosen statuses whatever their dates, and actors
    /// of the present (`date(in:)`).
    public var date: PartialDate?
    public var insideOnly = false
    /// The id of a perimeter; nil: the dataset's default one.
    public var perimeter: String?
    /// Leaves out ties of lower confidence; a tie without one counts as 1.
    public var minimumConfidence = 0.0
    /// Ties that exist: `potential`, `planned` and `past` ones are taken only when asked for.
    public var statuses: Set<TieStatus> = [.active, .dormant, .unknown]
    public var direction = Direction.byKind
    public var events = EventMode.automatic

    public init() {}

    /// The day whose actors the view takes: the one that is asked for, else the dataset's reference date,
    /// since a tie's status says whether it is of the present and an actor has only its dates. Nil, so that
    /// actors of all times are taken, where `past` ties are asked for or the dataset states no date.
    public func date(in network: Network) -> PartialDate? {
        date ?? (statuses.contains(.past) ? nil : network.description.territory?.referenceDate)
    }
}
