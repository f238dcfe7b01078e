/// A published source of a measure, an indicator or a method.
public struct Reference: Sendable, Hashable {
    public let authors: String
    public let year: Int
    public let title: String
    /// Journal, volume and pages, or publisher.
    public let container: String
    /// Where in the work the definition stands ("p. 55", "eq. 2.4"), when it is known.
    public let locator: String?

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
