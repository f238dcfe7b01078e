/// One thing that a reader of data noticed: what, where, and what to do about it.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        case error, warning, note

        public static func < (one: Severity, other: Severity) -> Bool {
            allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
        }
    }

    public let severity: Severity
    /// A stable id, lower-case with hyphens: `unknown-id`, `bad-date`.
    public let code: String
    /// What is there, in one sentence.
    public let message: String
    /// What to do, in one sentence.
    public let remedy: String
    public let place: Place
    /// For how many findings it stands: those that were made beyond the number that is kept.
    public let count: Int

    public init(
        _ severity: Severity, _ code: String, _ message: String, remedy: String, at place: Place, count: Int = 1
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.remedy = remedy
        self.place = place
        self.count = count
    }
}
