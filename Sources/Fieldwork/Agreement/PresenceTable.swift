import GraphKernels

/// Two coders' yes and no over all pairs of things, of which only those are listed that one of them has.
struct PresenceTable: Sendable {
    struct Cell: Sendable {
        let row: Int
        let column: Int
        let first: Bool
        let second: Bool
    }

    let rows: Int
    /// Nil: pairs of two different rows.
    let columns: Int?
    let cells: [Cell]

    var unitCount: Int { columns.map { $0 * rows } ?? rows * (rows - 1) / 2 }

    var presence: SubjectAgreement.Presence {
        SubjectAgreement.Presence(
            both: cells.count { $0.first && $0.second }, onlyFirst: cells.count { $0.first && !$0.second },
            onlySecond: cells.count { !$0.first && $0.second })
    }

    var differing: Int { cells.count { $0.first != $0.second } }

    /// Nominal α over all pairs, those without a cell included.
    ///
    /// - Complexity: O(cells).
    func alpha() -> Double? { alpha(Array(repeating: 1, count: rows)) }

    /// The same where the rows are drawn with replacement: a pair counts as often as its two rows were drawn, times
    /// each other; a row that was drawn twice makes no pair with itself (Snijders and Borgatti 1999, *Connections* 22(2),
    /// 161–170, who fill these in).
    func alpha(resampledBy random: inout RandomSource) -> Double? {
        var times = [Double](repeating: 0, count: rows)
        for _ in 0..<rows { times[random.below(rows)] += 1 }
        return alpha(times)
    }

    private func alpha(_ times: [Double]) -> Double? {
        let drawn = times.reduce(0, +)
        let all = columns.map { drawn * Double($0) } ?? (drawn * drawn - times.reduce(0) { $0 + $1 * $1 }) / 2
        var (both, onlyFirst, onlySecond) = (0.0, 0.0, 0.0)
        for cell in cells {
            let weight = columns == nil ? times[cell.row] * times[cell.column] : times[cell.row]
            switch (cell.first, cell.second) {
            case (true, true): both += weight
            case (true, false): onlyFirst += weight
            case (false, true): onlySecond += weight
            case (false, false): continue
            }
        }
        return KrippendorffAlpha.value(
            [
                .init([1, 1], weight: both), .init([1, 0], weight: onlyFirst), .init([0, 1], weight: onlySecond),
                .init([0, 0], weight: all - both - onlyFirst - onlySecond),
            ], .nominal)
    }
}
