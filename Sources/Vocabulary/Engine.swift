/// What the engine says of itself in every output's provenance; `CITATION.cff` says the same.
public enum Engine {
    /// The name of the software, as the methods text and the data package cite it.
    public static let name = "Milieu"
    /// Of this build, as semantic versioning counts.
    public static let version = "0.2.0"
    /// The name with what it is, for a list of references.
    public static let title = "Milieu: a network-analysis engine for territories"
    /// Whom a citation names as authors.
    public static let authors = "The Milieu authors"
    /// The SPDX identifier of the licence.
    public static let licence = "Apache-2.0"
}
