/// The one error that Milieu's public functions throw: what, where, and what to do.
public struct MilieuError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Who has to act; the command's exit status follows from it.
    public enum Cause: Sendable, Hashable {
        /// The data has errors (exit status 1).
        case data
        /// The request was wrong: an option, an id, a combination (exit status 2).
        case usage
        /// A file could not be read or written (exit status 3).
        case file
        /// A fault of Milieu itself (exit status 70).
        case fault
    }

    /// Who has to act.
    public let cause: Cause
    /// What is wrong, in one sentence or two.
    public let statement: Bilingual
    /// What to do about it, in one sentence or two; empty where the statement says all.
    public let advice: Bilingual
    /// Where in an input; nil where no input is at fault.
    public let place: Place?
    /// Every finding behind the error, where the data has more than one fault.
    public let findings: [Finding]

    /// An error with its remedy; `findings` are for data with more than one fault.
    public init(
        _ cause: Cause, _ statement: Bilingual, remedy advice: Bilingual, at place: Place? = nil,
        findings: [Finding] = []
    ) {
        self.cause = cause
        self.statement = statement
        self.advice = advice
        self.place = place
        self.findings = findings
    }

    /// What is wrong, in English, as logs and programs have it.
    public var message: String { statement.en }
    /// What to do about it, in English.
    public var remedy: String { advice.en }

    /// Place, message and remedy on one line, in English.
    public var description: String {
        (place.map { "\($0): " } ?? "") + message + (remedy.isEmpty ? "" : " " + remedy)
    }
}
