import Measures
import Testing

/// Borgatti's criteria from their definitions, over all sets of actors.
@Suite struct KeyPlayerMeasureTests {
    private func sets(_ count: Int, _ k: Int) -> [Set<Int>] {
        (0..<(1 << count)).filter { $0.nonzeroBitCount == k }.map { code in
            Set((0..<count).filter { code >> $0 & 1 == 1 })
        }
    }

    /// Σ over unordered pairs of those left: 1 where joined, or the inverse distance.
    private func joined(_ made: MixedTerritory, without gone: Set<Int>, byDistance: Bool) -> Double {
        made.nodes.filter { !gone.contains($0) }.reduce(0) { sum, node in
            sum
                + made.steps(from: node, without: gone, made.tied).enumerated().reduce(0) { inner, pair in
                    pair.offset <= node || gone.contains(pair.offset) || !pair.element.isFinite
                        ? inner : inner + (byDistance ? 1 / pair.element : 1)
                }
        }
    }

    private func reached(_ made: MixedTerritory, by set: Set<Int>, byDistance: Bool) -> Double {
        let steps = set.map { made.steps(from: $0, made.has) }
        return made.nodes.reduce(0) { sum, node in
            let nearest = steps.map { $0[node] }.min() ?? .infinity
            return sum + (byDistance ? 1 / max(1, nearest) : nearest <= 2 ? 1 : 0)
        }
    }

    @Test(arguments: MixedTerritory.seeds) func `fragmentation and reach of single actors`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let (context, count) = (try made.context(), Double(made.count))
        let pairs = (count - 1) * (count - 2) / 2
        for (id, byDistance) in [("fragmentation_if_removed", false), ("distance_fragmentation_if_removed", true)] {
            try made.expect(
                id, context,
                is: made.nodes.map { node in
                    pairs > 0 ? 1 - joined(made, without: [node], byDistance: byDistance) / pairs : nil
                })
        }
        try made.expect(
            "distance_fragmentation", context,
            is: [1 - joined(made, without: [], byDistance: true) / (count * (count - 1) / 2)])
        try made.expect(
            "distance_reach", context, is: made.nodes.map { reached(made, by: [$0], byDistance: true) / count })
    }

    @Test(arguments: MixedTerritory.seeds) func `the best set of all`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        for k in 1...2 where k <= made.count {
            let context = try made.context { $0.keyPlayers = k }
            let all = sets(made.count, k)
            let criteria: [(id: String, value: (Set<Int>) -> Double)] = [
                ("key_player_fragmenting", { -joined(made, without: $0, byDistance: false) }),
                ("key_player_fragmenting_distance", { -joined(made, without: $0, byDistance: true) }),
                ("key_player_reaching", { reached(made, by: $0, byDistance: false) }),
                ("key_player_reaching_distance", { reached(made, by: $0, byDistance: true) }),
            ]
            let table = try MeasureCatalogue.measure("key_player_sets").table(in: context)
            let (before, after) = (Sample.numbers(table.columns[2].values), Sample.numbers(table.columns[3].values))
            for (row, criterion) in criteria.enumerated() {
                let chosen = Set(
                    try Sample.values(criterion.id, context).enumerated().filter { $0.element == 1 }.map(\.offset))
                let best = try #require(all.map(criterion.value).max())
                #expect(
                    chosen.count == k && abs(criterion.value(chosen) - best) < 1e-12,
                    "\(criterion.id) \(chosen) \(made)")
                func value(_ sum: Double, left: Int) -> Double? {
                    if row > 1 { return sum / Double(made.count) }
                    return left > 1 ? 1 + sum / Double(left * (left - 1) / 2) : nil
                }
                let single = sets(made.count, row > 1 ? 1 : 0).map(criterion.value).max() ?? 0
                for (found, expected) in [
                    (before[row], value(single, left: made.count)), (after[row], value(best, left: made.count - k)),
                ] {
                    #expect(
                        (found == nil) == (expected == nil) && abs((found ?? 0) - (expected ?? 0)) < 1e-12,
                        "\(criterion.id) \(made)")
                }
                if case .text(let members) = table.columns[1].values {
                    #expect(members[row] == chosen.sorted().map(String.init).joined(separator: " "))
                }
            }
        }
    }

    /// Above 20 000 sets the search is greedy with exchanges; on a graph of three stars the three centres are best by all
    /// criteria.
    @Test func `three stars, searched`() throws {
        let edges = (0..<3).flatMap { star in (1..<20).map { (20 * star, 20 * star + $0) } } + [(1, 21), (22, 41)]
        let context = try Sample.context(actors: 60, edges)
        for id in ["key_player_fragmenting", "key_player_fragmenting_distance", "key_player_reaching_distance"] {
            #expect(
                try Sample.values(id, context).enumerated().filter { $0.element == 1 }.map(\.offset) == [0, 20, 40],
                "\(id)")
        }
    }
}
