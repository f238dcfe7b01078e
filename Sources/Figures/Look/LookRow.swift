import Vocabulary

/// What a researcher says of how one group, actor, layer or kind of tie is drawn; nil is left to the figure.
public struct LookRow: Sendable, Hashable {
    /// What a row speaks of.
    public enum Subject: String, Sendable, CaseIterable {
        /// Those of one value of what colour shows: a sphere, a community, an attribute's value.
        case group
        /// One actor, by its id.
        case actor
        /// The ties of one layer.
        case layer
        /// The ties of one kind; where one row is of a kind, all ties are told apart by their kinds.
        case kind
    }

    /// The shape of an actor's mark; all have one area for one value.
    public enum Shape: String, Sendable, CaseIterable {
        /// What actors are where nothing else is said.
        case disc
        /// What events are where nothing else is said.
        case square
        /// A square on its corner.
        case diamond
    }

    /// How a tie's line is broken.
    public enum Dash: String, Sendable, CaseIterable {
        /// Unbroken.
        case solid
        /// Strokes of five points.
        case dashed
        /// Dots.
        case dotted
        /// A stroke and a dot in turn.
        case dashDotted = "dash-dotted"
        /// Strokes of nine points.
        case long

        var lengths: [Double] {
            switch self {
            case .solid: []
            case .dashed: [4.5, 2.2]
            case .dotted: [1.1, 1.7]
            case .dashDotted: [6, 1.8, 1.1, 1.8]
            case .long: [9, 2]
            }
        }
    }

    /// Which kind of thing.
    public var subject: Subject
    /// Which one: a sphere or a value, an actor's id, a layer, a kind of tie.
    public var value: String
    /// Of marks or lines.
    public var colour: Colour?
    /// Of groups and actors.
    public var shape: Shape?
    /// Of layers and kinds.
    public var dash: Dash?
    /// Of layers and kinds, in points, above 0 and up to 10.
    public var width: Double?
    /// Of actors: whether it has its name beside it, whatever its size.
    public var hasLabel: Bool?
    /// What the legend calls the group, layer or kind.
    public var name: String?

    /// A row that says nothing yet.
    public init(_ subject: Subject, _ value: String) { (self.subject, self.value) = (subject, value) }
}

extension [LookRow] {
    func row(_ subject: LookRow.Subject, _ value: String) -> LookRow? {
        last { $0.subject == subject && $0.value == value }
    }
}
