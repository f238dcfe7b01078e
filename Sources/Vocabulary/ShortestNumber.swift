extension Double {
    /// The shortest text that reads back to the same number; whole numbers without a point.
    ///
    /// - Precondition: finite, for what is not known has no text.
    public var shortestText: String {
        precondition(isFinite, "an undefined value is an empty cell, never \(self)")
        let text = self == 0 ? "0" : description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
