import Measures
import Testing
import Vocabulary

@Suite struct PersonalizedPageRankTests {
    /// The walker followed for so many rounds that nothing of the first is left: 0.85^400.
    private func walked(_ made: MixedTerritory, _ weight: (Int, Int) -> Double, from start: [Int]) -> [Double?] {
        let share = made.nodes.map { start.contains($0) ? 1 / Double(start.count) : 0 }
        let sent = made.nodes.map { i in made.nodes.reduce(0) { $0 + weight(i, $1) } }
        var rank = share
        for _ in 0..<400 {
            let stuck = made.nodes.filter { sent[$0] == 0 }.reduce(0) { $0 + rank[$1] }
            rank = made.nodes.map { node in
                (0.15 + 0.85 * stuck) * share[node]
                    + 0.85
                    * made.nodes.filter { sent[$0] > 0 }.reduce(0) { $0 + rank[$1] * weight($1, node) / sent[$1] }
            }
        }
        return rank.map { $0 }
    }

    @Test(arguments: MixedTerritory.seeds) func `the walker that starts at the chosen`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let team = made.nodes.filter { made.teams[$0] == "a" }
        let choices =
            team.isEmpty ? [(["1"], [1])] : [(["kind=a"], team), (["0", "kind=a", "0"], Set(team + [0]).sorted())]
        for (start, nodes) in choices {
            let context = try made.context { $0.start = start }
            try made.expect(
                "pagerank_personalized", context, is: walked(made, { made.has($0, $1) ? 1 : 0 }, from: nodes))
            let strength = try made.context { ($0.start, $0.weights) = (start, .strength) }
            try made.expect("pagerank_personalized", strength, is: walked(made, { made.arcs[$0][$1] }, from: nodes))
        }
        let everyone = try made.context { $0.start = made.nodes.map(String.init) }
        try made.expect("pagerank_personalized", everyone, is: Sample.values("pagerank", everyone))
    }

    @Test func `nobody to start from is said, with the nearest`() throws {
        func error(_ start: [String]) throws -> MilieuError? {
            var options = Sample.teamOptions
            options.start = start
            let context = try Sample.context(actors: 12, [(10, 11)], options: options)
            return #expect(throws: MilieuError.self) { try Sample.values("pagerank_personalized", context) }
        }
        #expect(try error([])?.remedy.contains("--start-at") == true)
        #expect(try error(["12"])?.cause == .usage && error(["111"])?.remedy.contains("\"11\"") == true)
        #expect(try error(["team=z"])?.message.contains("\"z\"") == true)
        #expect(try error(["colour=red"])?.cause == .usage)
    }
}
