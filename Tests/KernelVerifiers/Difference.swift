/// The largest difference of two lists of numbers, relative to the larger of 1 and the size of the
/// numbers; infinite where the lists differ in length.
func difference(_ one: [Double], _ other: [Double]) -> Double {
    guard one.count == other.count else { return .infinity }
    return zip(one, other).map { abs($0 - $1) / max(1, abs($0), abs($1)) }.max() ?? 0
}
