import Vocabulary

/// Dates as French spreadsheets write them.
enum FrenchDate {
    /// Reads `15/04/2007` and `04/2007`; a point or a hyphen will do for the stroke.
    static func read(_ text: String) -> PartialDate? {
        guard text.utf8.count <= 10 else { return nil }
        for separator: Character in ["/", ".", "-"] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), let last = parts.last, last.utf8.count == 4 else { continue }
            let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
            guard numbers.count == parts.count else { return nil }
            return parts.count == 3
                ? PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
                : PartialDate(year: numbers[1], month: numbers[0])
        }
        return nil
    }
}
