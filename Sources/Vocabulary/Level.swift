/// What one value of a measure describes.
public enum Level: String, Sendable, CaseIterable, Codable {
    case actor, tie, network, group
}
