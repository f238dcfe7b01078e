import GraphKernels
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The share of pairs that are tied, by how near they are (a dyad plot).
public struct DyadShares: Sendable {
    /// One class of one proximity.
    public struct Row: Sendable {
        /// Which proximity.
        public let proximity: Proximity
        /// Its values in this class: from the least to the greatest, which are one where the class is a value.
        public let values: ClosedRange<Double>
        /// Pairs: unordered where ties have no direction.
        public let pairs: Int
        /// Those that are tied.
        public let tied: Int
        /// Of the pairs, 0 to 1.
        public let share: Double
        /// A 95 % interval of the share; see `DyadShares`.
        public let interval: ClosedRange<Double>
    }

    /// By proximity in their order, then by value.
    public let rows: [Row]
    /// Proximities that no pair has.
    public let undefined: [Proximity]

    /// Shares and their intervals. Pairs of one actor are alike, so that an interval for independent pairs is too narrow:
    /// the standard error is the jackknife's, which leaves out one actor with all its pairs at a time (Snijders and
    /// Borgatti 1999, Connections 22(2), 161–170), on the angle asin √share; no interval is narrower than that of
    /// independent pairs (Wilson 1927, J. Am. Stat. Assoc. 22, 209–212).
    ///
    /// - Throws: `MilieuError` where events are among the nodes, or there are too many actors.
    /// - Complexity: O(actors² · proximities).
    public init(_ proximities: [Proximity], in context: MeasureContext) throws(MilieuError) {
        let inner = try ProximityContext(context)
        var (rows, undefined): ([Row], [Proximity]) = ([], [])
        for proximity in proximities {
            let found = Self.rows(proximity, try proximity.prepare(inner), context)
            if found.isEmpty { undefined.append(proximity) }
            rows += found
        }
        (self.rows, self.undefined) = (rows, undefined)
    }

    private struct Tally {
        var pairs = 0
        var tied = 0
        var pairsOf: [Int]
        var tiedOf: [Int]
    }

    private static func rows(
        _ proximity: Proximity, _ value: @escaping (Int, Int) -> Double?, _ context: MeasureContext
    ) -> [Row] {
        let size = context.view.nodes.count
        let directed = context.view.isDirected
        func forEachPair(_ body: (Int, Int, Double) -> Void) {
            for i in 0..<size {
                for j in (directed ? 0 : i + 1)..<max(size, i + 1) where i != j {
                    if let number = value(i, j) { body(i, j, number) }
                }
            }
        }
        var values: [Double] = []
        forEachPair { values.append($2) }
        guard !values.isEmpty else { return [] }
        let classes = ProximityClasses(values, of: proximity)
        let none = [Int](repeating: 0, count: size)
        var tallies = classes.ranges.map { _ in Tally(pairsOf: none, tiedOf: none) }
        forEachPair { i, j, number in
            guard let place = classes.place(of: number) else { return }
            let tied = context.graph.hasArc(i, j) ? 1 : 0
            tallies[place].pairs += 1
            tallies[place].tied += tied
            for node in [i, j] {
                tallies[place].pairsOf[node] += 1
                tallies[place].tiedOf[node] += tied
            }
        }
        return zip(classes.ranges, tallies).filter { $0.1.pairs > 0 }.map { range, tally in
            Row(
                proximity: proximity, values: range, pairs: tally.pairs, tied: tally.tied,
                share: Double(tally.tied) / Double(tally.pairs), interval: interval(tally, size))
        }
    }

    private static let reach = 1.959963984540054

    private static func interval(_ tally: Tally, _ size: Int) -> ClosedRange<Double> {
        let (pairs, share) = (Double(tally.pairs), Double(tally.tied) / Double(tally.pairs))
        // Wilson's.
        let square = reach * reach
        let middle = (share + square / (2 * pairs)) / (1 + square / pairs)
        let half =
            reach / (1 + square / pairs) * (share * (1 - share) / pairs + square / (4 * pairs * pairs)).squareRoot()
        let (low, high) = (max(0, middle - half), min(1, middle + half))
        let angles = (0..<size).compactMap { node -> Double? in
            let rest = tally.pairs - tally.pairsOf[node]
            guard rest > 0 else { return nil }
            return Angle.of(Double(tally.tied - tally.tiedOf[node]) / Double(rest))
        }
        guard angles.count == size, size > 2 else { return low...high }
        let mean = angles.reduce(0, +) / Double(size)
        let squares = angles.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (Double(size - 2) / Double(2 * size) * squares).squareRoot()
        let angle = Angle.of(share)
        return min(low, Angle.share(angle - reach * error))...max(high, Angle.share(angle + reach * error))
    }

    /// As a table: proximity, least and greatest value, pairs, tied, share and its interval.
    public func table(in context: MeasureContext) -> Table {
        typealias T = ProximityTables
        return Table(
            name: "dyad-shares",
            columns: [
                Column(T.field("proximity", "proximity", "proximité"), .text(rows.map(\.proximity.id))),
                Column(T.field("from", "from", "de"), .number(rows.map(\.values.lowerBound))),
                Column(T.field("to", "to", "à"), .number(rows.map(\.values.upperBound))),
                Column(T.field("pairs", "pairs", "paires"), .integer(rows.map(\.pairs))),
                Column(T.field("tied", "tied", "liées"), .integer(rows.map(\.tied))),
                Column(T.field("share", "share tied", "part liée"), .number(rows.map(\.share))),
                Column(
                    T.field("low", "lower bound (95 %)", "borne inférieure (95 %)"),
                    .number(rows.map(\.interval.lowerBound))),
                Column(
                    T.field("high", "upper bound (95 %)", "borne supérieure (95 %)"),
                    .number(rows.map(\.interval.upperBound))),
            ], provenance: context.provenance(of: []))
    }
}
