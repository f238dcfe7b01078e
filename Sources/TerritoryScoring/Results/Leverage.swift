import Vocabulary

/// What the score rests on: both axes without one actor, tie or event.
public struct Leverage: Sendable {
    /// The largest first.
    public let actors: [Entry]
    /// The largest first.
    public let ties: [Entry]
    /// The largest first, pooled resources among them.
    public let events: [Entry]
    /// Both axes without all the actors of the innermost core; nil where there is none.
    public let core: Entry?

    /// What one actor, tie or event, or the core, carries.
    public struct Entry: Sendable, Hashable {
        /// The actor's or event's id; a tie's is `source > target (kind)`; the core's, its actors'.
        public let id: String
        /// What pages call it.
        public let name: Bilingual
        /// Over what is known without it.
        public let learning: Double?
        /// Over what is known without it; nil where nothing is.
        public let interaction: Double?
        /// What learning gains by its going, most often below 0; nil where it has no value on one side.
        public let learningChange: Double?
        /// What interaction gains by its going, most often below 0; nil where it has no value on one side.
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
    /// All rows of the table.
    public let rows: Int
    /// Those that cite a source.
    public let sourced: Int
    /// Ties with a confidence below 1.
    public let uncertain: Int
}
