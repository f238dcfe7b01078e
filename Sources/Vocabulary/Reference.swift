/// A published source of a measure, an indicator or a method.
public struct Reference: Sendable, Hashable {
    /// Surnames as a citation prints them: "Burt", "Stephenson and Zelen".
    public let authors: String
    /// Of the edition that is cited.
    public let year: Int
    /// The title without a full stop, which `full` adds.
    public let title: String
    /// Journal, volume and pages, or publisher.
    public let container: String
    /// Where in the work the definition stands ("p. 55", "eq. 2.4"), when it is known.
    public let locator: String?

    /// A source; only the locator may be left out.
    public init(
        _ authors: String, _ year: Int, _ title: String, _ container: String, locator: String? = nil
    ) {
        self.authors = authors
        self.year = year
        self.title = title
        self.container = container
        self.locator = locator
    }

    /// "Burt (1992, p. 55)".
    public var short: String {
        let inside = locator.map { "\(year), \($0)" } ?? "\(year)"
        return "\(authors) (\(inside))"
    }

    /// "Burt (1992). Structural Holes. Harvard University Press."
    public var full: String {
        "\(authors) (\(year)). \(title). \(container)."
    }
}
