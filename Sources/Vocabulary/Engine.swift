/// What the engine says of itself in every output's provenance; `CITATION.cff` says the same.
public enum Engine {
    public static let name = "Milieu"
    public static let version = "0.1.0"
    public static let title = "Milieu: a network-analysis engine for territories"
    public static let authors = "The Milieu authors"
    public static let licence = "Apache-2.0"
}
