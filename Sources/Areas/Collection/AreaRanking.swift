import Tabular
import TerritoryScoring
import Vocabulary

/// Where an area stands in the plane of learning and interaction.
public struct PlacedArea: Sendable, Hashable {
    /// Its code.
    public let code: String
    /// What readers see.
    public let name: String
    /// The median of its draws, without draws the score over what is known.
    public let learning: Double
    /// The same of interaction.
    public let interaction: Double
    /// Whether both axes have the coverage that a score needs.
    public let isScored: Bool
    /// The configuration, or `undetermined`.
    public let verdict: String
}

/// The ranks of all areas on each axis: by the point, and over the draws, which share weights and thresholds between
/// areas, so that a rank's interval is of what is unknown of the areas and not of the method.
struct AreaRanking {
    private struct Row {
        let area: PreparedArea
        /// By axis.
        var values: [Double?]
        var draws: [[Double?]] = [[], []]
    }

    private var rows: [Row] = []
    private(set) var placed: [PlacedArea] = []

    mutating func add(_ area: PreparedArea, _ text: [UInt8], draws: [UInt8]?) {
        let cells = Self.cells(text)
        func number(_ id: String) -> Double? { cells[id].flatMap { Double($0) } }
        let axes = Axis.allCases.map(\.rawValue)
        guard cells["verdict"] != nil else { return }
        var row = Row(area: area, values: axes.map { number("\($0)_median") ?? number("\($0)_over_known") })
        if let draws { row.draws = Self.draws(draws) }
        if let learning = row.values[0], let interaction = row.values[1] {
            placed.append(
                PlacedArea(
                    code: area.code, name: area.name, learning: learning, interaction: interaction,
                    isScored: axes.allSatisfy { number($0) != nil }, verdict: cells["verdict"] ?? ""))
        }
        rows.append(row)
    }

    /// The only row of a table, by its header.
    private static func cells(_ text: [UInt8]) -> [String: String] {
        var reader = CSVReader(DecodedText(text, file: ""), file: "", dialect: .comma)
        guard reader.next() else { return [:] }
        let header = reader.fields.indices.map { reader.string($0) }
        guard reader.next() else { return [:] }
        let filled = zip(header, reader.fields.indices).filter { !reader.fields[$0.1].isEmpty }
        return Dictionary(filled.map { ($0, reader.string($1)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func draws(_ text: [UInt8]) -> [[Double?]] {
        var draws: [[Double?]] = [[], []]
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            for axis in 0..<2 { draws[axis].append(axis < cells.count ? Double(cells[axis]) : nil) }
        }
        return draws
    }

    /// A row for each area, in the order of their codes; nil where none was scored.
    var table: Table? {
        guard !rows.isEmpty else { return nil }
        var columns = [
            Column(AreaResult.areaField, .text(rows.map(\.area.code))),
            Column(AreaResult.nameField, .text(rows.map(\.area.name))),
        ]
        for (number, axis) in Axis.allCases.enumerated() { columns += self.columns(number, axis) }
        return Table(name: "ranks", columns: columns)
    }

    private func columns(_ number: Int, _ axis: Axis) -> [Column] {
        let points = Self.ranks(rows.map { $0.values[number] })
        let count = rows.map { $0.draws[number].count }.min() ?? 0
        var drawn = [[Double]](repeating: [], count: rows.count)
        for draw in 0..<count {
            for (row, rank) in Self.ranks(rows.map { $0.draws[number][draw] }).enumerated() {
                if let rank { drawn[row].append(rank) }
            }
        }
        let intervals = drawn.map { Interval($0) }
        func field(_ part: String, _ en: String, _ fr: String) -> Field {
            Field(
                "\(axis.rawValue)_\(part)",
                title: Bilingual(en: "\(axis.name.en), \(en)", fr: "\(axis.name.fr), \(fr)"))
        }
        return [
            Column(field("rank", "rank", "rang"), .number(points)),
            Column(field("rank_median", "median rank", "rang médian"), .number(intervals.map { $0?.median })),
            Column(field("rank_low", "rank, 5 %", "rang, 5 %"), .number(intervals.map { $0?.low })),
            Column(field("rank_high", "rank, 95 %", "rang, 95 %"), .number(intervals.map { $0?.high })),
        ]
    }

    /// From the highest, 1; equals share the mean of their places; nil where there is no value. O(n log n).
    static func ranks(_ values: [Double?]) -> [Double?] {
        let order = values.indices.filter { values[$0] != nil }.sorted { (values[$0] ?? 0, $1) > (values[$1] ?? 0, $0) }
        var ranks = [Double?](repeating: nil, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}
