import Vocabulary

/// The text of a number, the same in CSV and JSON.
public enum NumberText {
    /// The shortest text that reads back to the same double; whole numbers without a point.
    /// Infinite and not-a-number have no text: they are a fault of the caller.
    public static func shortest(_ value: Double) -> String {
        value.shortestText
    }

    /// `[0, 1]`, `[0, ∞)`.
    public static func interval(_ range: ClosedRange<Double>) -> String {
        func bound(_ value: Double) -> String { value.isFinite ? shortest(value) : value < 0 ? "−∞" : "∞" }
        let (open, close) = (range.lowerBound.isFinite ? "[" : "(", range.upperBound.isFinite ? "]" : ")")
        return "\(open)\(bound(range.lowerBound)), \(bound(range.upperBound))\(close)"
    }

    /// At most `digits` digits after the point, without trailing zeros taken away, for tables that
    /// people read.
    public static func fixed(_ value: Double, digits: Int) -> String {
        precondition(value.isFinite && (0...15).contains(digits))
        guard abs(value) < 1e15 else { return shortest(value) }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        guard abs(value) * scale < 9e18 else { return shortest(value) }
        let scaled = Int((abs(value) * scale).rounded(.toNearestOrEven))
        let sign = value < 0 && scaled != 0 ? "-" : ""
        guard digits > 0 else { return sign + String(scaled) }
        let padded = String(repeating: "0", count: max(0, digits + 1 - String(scaled).count)) + String(scaled)
        return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
    }
}
