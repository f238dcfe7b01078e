/// One thing that a reader of data noticed: what, where, and what to do about it.
public struct Finding: Sendable, Hashable {
    /// How grave a finding is, and whether the data can be used despite it.
    public enum Severity: String, Sendable, CaseIterable, Comparable {
        /// An error keeps the input from being used, a warning says that a result may mislead, a note what was forgiven,
        /// left out or added.
        case error, warning, note

        /// The gravest comes first.
        public static func < (one: Severity, other: Severity) -> Bool {
            allCases.firstIndex(of: one)! < allCases.firstIndex(of: other)!
        }
    }

    /// Whether the dataset can be read despite it.
    public let severity: Severity
    /// A stable id, lower-case with hyphens: `unknown-id`, `bad-date`.
    public let code: String
    /// What is there, in one sentence.
    public let statement: Bilingual
    /// What to do, in one sentence.
    public let advice: Bilingual
    /// Where it is, as near as is known.
    public let place: Place
    /// For how many findings it stands: those that were made beyond the number that is kept.
    public let count: Int

    /// Statement and remedy are sentences with full stops, since they are printed one behind the other.
    public init(
        _ severity: Severity, _ code: String, _ statement: Bilingual, remedy advice: Bilingual, at place: Place,
        count: Int = 1
    ) {
        self.severity = severity
        self.code = code
        self.statement = statement
        self.advice = advice
        self.place = place
        self.count = count
    }

    /// What is there, in English, as programs have it.
    public var message: String { statement.en }
    /// What to do, in English.
    public var remedy: String { advice.en }
}
