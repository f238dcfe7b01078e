import Vocabulary

/// What the score rests on: both axes without one actor, tie or event.
public struct Leverage: Sendable {
    /// The largest first.
    public let actors: [Entry]
    public let ties: [Entry]
    public let events: [Entry]
    /// Both axes without all the actors of the innermost core; nil where there is none.
    public let core: Entry?

    public struct Entry: Sendable, Hashable {
        /// The actor's or event's id; a tie's is `source > target (kind)`; the core's, its actors'.
        public let id: String
        public let name: Bilingual
        /// Over what is known without it.
        public let learning: Double?
        public let interaction: Double?
        public let learningChange: Double?
        public let interactionChange: Double?

        /// How far the territory moves in the plane of the two axes.
        public var distance: Double {
            let (x, y) = (learningChange ?? 0, interactionChange ?? 0)
            return (x * x + y * y).squareRoot()
        }
    }
}

/// How many rows of a table tell their source.
public struct EvidenceCount: Sendable, Hashable {
    /// `actors`, `ties`, `events`, `participation`.
    public let table: String
    public let rows: Int
    public let sourced: Int
    /// Ties with a confidence below 1.
    public let uncertain: Int
}
