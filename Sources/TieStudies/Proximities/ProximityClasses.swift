import Vocabulary

/// Values of a proximity put into classes of neighbouring ones: each of a few values a class of its own; more by
/// distances that people think in, or by fifths of the pairs.
struct ProximityClasses: Sendable {
    /// Where each class begins and ends: its least value belongs to it, and its greatest. Rising.
    let ranges: [ClosedRange<Double>]

    /// - Parameter values: of all pairs.
    init(_ values: [Double], of proximity: Proximity) {
        let sorted = values.sorted()
        var distinct: [Double] = []
        for value in sorted where value != distinct.last {
            distinct.append(value)
            guard distinct.count <= 6 else { break }
        }
        guard distinct.count > 6 else {
            ranges = distinct.map { $0...$0 }
            return
        }
        let ends: [Double] =
            proximity.unit != nil
            ? [0, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000]
            : (1..<5).map { sorted[sorted.count * $0 / 5] }
        var (made, start): ([ClosedRange<Double>], Int) = ([], 0)
        for end in ends + [Double.infinity] {
            var stop = start
            // Sorted values are cut behind the last that is no greater than the end.
            var (low, high) = (start, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if sorted[middle] <= end { low = middle + 1 } else { high = middle }
            }
            stop = low
            if stop > start { made.append(sorted[start]...sorted[stop - 1]) }
            start = stop
        }
        ranges = made
    }

    /// The class of a value; nil outside of all.
    func place(of value: Double) -> Int? { ranges.firstIndex { $0.contains(value) } }
}
