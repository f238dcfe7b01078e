/// What one value of a measure describes.
public enum Level: String, Sendable, CaseIterable, Codable {
    /// One value for each actor (or event of a two-mode view), for each tie, or for the network as a whole; or a table
    /// of groups, pairs of groups, layers or kinds of triad.
    case actor, tie, network, group
}
