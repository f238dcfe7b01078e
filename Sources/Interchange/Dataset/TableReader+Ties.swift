import NetworkModel
import Vocabulary

/// Cells that tables of ties share with others.
extension TableReader {
    /// The dates between which something holds. The first can be called `since` or `date`.
    mutating func period(_ first: String) -> (PartialDate?, PartialDate?) {
        let (since, until) = (date(first), date("until"))
        if let since, let until, since.earliest > until.latest {
            report(
                .error, "dates-reversed", "It ends (\(until)) before it starts (\(since)).",
                remedy: "Exchange or correct the two dates.", column: "until")
        }
        return (since, until)
    }

    /// What a row of ties tells beside ends, kind and weight.
    mutating func tieDetails(evidence: [Evidence]) -> Tie.Details {
        let (since, until) = period("since")
        return Tie.Details(
            amount: number("amount"), since: since, until: until,
            status: word("status", "unknown-status") { $0.name } ?? .unknown,
            confidence: number("confidence"), fact: text("fact"), evidence: evidence,
            note: text("note"), further: furtherCells())
    }

    mutating func reportLoop(line: Int? = nil) {
        report(
            .warning, "self-loop", "The actor is tied to itself; measures leave such ties out.",
            remedy: "Correct one of the ends, or delete the row.", column: "target", line: line)
    }
}
