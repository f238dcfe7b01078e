/// What the engine says of itself in every output's provenance.
public enum Engine {
    public static let name = "Milieu"
    public static let version = "0.1.0"
}
