import Vocabulary

/// What a view takes from a network.
public struct ViewOptions: Sendable, Hashable {
    /// Whether source and target are told apart.
    public enum Direction: String, Sendable, CaseIterable {
        /// Directed where any kind of tie in the view is.
        case byKind
        /// Directed: a tie of a kind without direction runs from its row's source to its target. Undirected: source and
        /// target are alike.
        case directed, undirected
    }

    /// What becomes of events.
    public enum EventMode: String, Sendable, CaseIterable {
        /// Two-mode where the network has participations and no ties; otherwise left out.
        case automatic
        /// Actors and ties alone.
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
    /// Whether only actors that are surely inside the perimeter are nodes.
    public var insideOnly = false
    /// The id of a perimeter; nil: the dataset's default one.
    public var perimeter: String?
    /// Leaves out ties of lower confidence; a tie without one counts as 1.
    public var minimumConfidence = 0.0
    /// Ties that exist: `potential`, `planned` and `past` ones are taken only when asked for.
    public var statuses: Set<TieStatus> = [.active, .dormant, .unknown]
    /// Whether the view is directed.
    public var direction = Direction.byKind
    /// Whether events are nodes, ties or left out.
    public var events = EventMode.automatic

    /// The present, as a dataset without further wishes is measured: all layers, kinds and actors, and ties that exist.
    public init() {}

    /// The day whose actors the view takes: the one that is asked for, else the dataset's reference date,
    /// since a tie's status says whether it is of the present and an actor has only its dates. Nil, so that
    /// actors of all times are taken, where `past` ties are asked for or the dataset states no date.
    public func date(in network: Network) -> PartialDate? {
        date ?? (statuses.contains(.past) ? nil : network.description.territory?.referenceDate)
    }
}
