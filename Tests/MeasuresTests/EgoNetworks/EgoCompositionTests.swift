import Measures
import Testing

@Suite struct EgoCompositionTests {
    @Test(arguments: MixedTerritory.seeds) func `who the alters are, counted one by one`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        let groups = Set(made.teams.compactMap { $0 })
        let teams = made.nodes.map { made.alters($0).compactMap { made.teams[$0] } }
        // Two alters drawn with replacement are of different groups.
        let blau = teams.map { teams -> Double? in
            guard !teams.isEmpty else { return nil }
            return Double(teams.reduce(0) { sum, one in sum + teams.count { $0 != one } })
                / Double(teams.count * teams.count)
        }
        if !groups.isEmpty {
            try made.expect("ego_blau", context, is: blau)
            let most = 1 - 1 / Double(groups.count)
            try made.expect("ego_iqv", context, is: blau.map { $0.flatMap { most > 0 ? $0 / most : nil } })
        }
        let numbers = made.nodes.map { made.alters($0).compactMap { made.sizes[$0] } }
        if made.sizes.contains(where: { $0 != nil }) {
            try made.expect(
                "ego_mean", context, is: numbers.map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) })
            // The variance is half the mean square difference of two drawn with replacement.
            try made.expect(
                "ego_sd", context,
                is: numbers.map { numbers in
                    guard numbers.count > 1 else { return nil }
                    let squares = numbers.reduce(0) { sum, one in
                        sum + numbers.reduce(0) { $0 + (one - $1) * (one - $1) }
                    }
                    return (squares / Double(2 * numbers.count * numbers.count)).squareRoot()
                })
        }
        try made.expect(
            "ego_density", context,
            is: made.nodes.map { node in
                let alters = made.alters(node)
                guard alters.count > 1 else { return nil }
                let ties = alters.reduce(0) { sum, one in sum + alters.count { made.has(one, $0) } }
                return Double(ties) / Double(alters.count * (alters.count - 1))
            })
    }

    /// Even and uneven shares by hand: alters a, a, b, b of three groups.
    @Test func `four alters of two groups`() throws {
        let context = try Sample.context(
            actors: 6, [(0, 1), (0, 2), (0, 3), (0, 4)], teams: ["c", "a", "a", "b", "b", "c"],
            sizes: [nil, 2, 4, 4, 6, 100])
        #expect(try Sample.values("ego_blau", context)[0] == 0.5)
        #expect(try Sample.values("ego_iqv", context)[0] == 0.5 / (1 - 1.0 / 3))
        #expect(try Sample.values("ego_mean", context)[0] == 4)
        #expect(try Sample.values("ego_sd", context)[0] == 2.0.squareRoot())
        #expect(try Sample.values("ego_mean", context)[5] == nil && Sample.values("ego_density", context)[0] == 0)
    }
}
