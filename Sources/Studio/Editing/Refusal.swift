import Vocabulary

/// Why an edit was not taken.
enum Refusal: Error, Sendable {
    /// The request is none that the page sends.
    case malformed
    /// The table is a workbook, a link or damaged.
    case notEditable(String)
    /// Somebody else changed it first; the page shows what is there now.
    case changedMeanwhile(String)
    /// The cell holds another text than the page believed.
    case otherCell(table: String, key: Int, column: String, now: String)
    /// Another row has this id.
    case taken(table: String, id: String)
    /// There is nothing to undo, or to do again.
    case nothingThere
    case failed(MilieuError)
}
