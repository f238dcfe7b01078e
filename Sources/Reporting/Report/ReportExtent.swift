/// How much a report tells.
public enum ReportExtent: Sendable {
    /// All there is, to explore and to look things up in.
    case whole
    /// What one reads on paper: the words, the figures, the score and the actors with most ties, without the tables of
    /// all ties, events and measures and without the catalogue of methods.
    case short
}
