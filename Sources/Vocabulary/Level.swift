/// What one value of a measure describes.
public enum Level: String, Sendable, CaseIterable, Codable {
    /// One value for each actor (or event of a two-mode view), for each tie, for the network as a whole, or for each of
    /// the groups that the measure makes or is given.
    case actor, tie, network, group
}
