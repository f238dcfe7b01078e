import Measures
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Opsahl, Agneessens and Skvoretz: against the formulas, and against the paper's illustration.
@Suite struct AlphaMeasureTests {
    @Test(arguments: MixedTerritory.seeds) func `degree, closeness and betweenness with α`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed, largest: 6)
        for alpha in [0, 0.5, 1, 1.5] {
            let context = try made.context { $0.alpha = alpha }
            func mixed(_ weights: [Double]) -> Double? {
                let (degree, strength) = (Double(weights.count { $0 > 0 }), weights.reduce(0, +))
                return degree > 0 ? pow(degree, 1 - alpha) * pow(strength, alpha) : 0
            }
            try made.expect("degree_alpha", context, is: made.pairs.map(mixed))
            try made.expect("out_degree_alpha", context, is: made.arcs.map(mixed))
            try made.expect(
                "in_degree_alpha", context, is: made.nodes.map { node in mixed(made.arcs.map { $0[node] }) })
            func length(_ from: Int, _ to: Int) -> Double { 1 / pow(made.arcs[from][to], alpha) }
            var between = [Double](repeating: 0, count: made.count)
            var near = [Double?](repeating: 0, count: made.count)
            for from in made.nodes {
                var (reached, sum) = (0.0, 0.0)
                for to in made.nodes where to != from {
                    let paths = made.shortestPaths(from, to, length)
                    guard let first = paths.first else { continue }
                    reached += 1
                    sum += zip(first, first.dropFirst()).reduce(0) { $0 + length($1.0, $1.1) }
                    for path in paths {
                        for node in path.dropFirst().dropLast() { between[node] += 1 / Double(paths.count) }
                    }
                }
                if reached > 0 { near[from] = reached / Double(made.count - 1) * reached / sum }
            }
            try made.expect("closeness_alpha", context, is: near)
            try made.expect("betweenness_alpha", context, is: between.map { made.isDirected ? $0 : $0 / 2 })
        }
    }

    @Test(arguments: RandomNetwork.seeds) func `α of 0 and 1 are the measures of ties and of strengths`(seed: Int)
        throws
    {
        let network = RandomNetwork(seed: seed)
        func values(_ id: String, _ alpha: Double, _ weights: MeasureOptions.Weights) throws -> [Double?] {
            var options = Sample.teamOptions
            (options.alpha, options.weights) = (alpha, weights)
            return try Sample.values(
                id,
                Sample.context(
                    actors: network.actorCount, network.edges, weights: network.weights, isDirected: network.isDirected,
                    options: options))
        }
        for id in ["closeness", "betweenness"] {
            #expect(try values(id + "_alpha", 0, .none) == values(id, 0.5, .none))
            #expect(try values(id + "_alpha", 1, .none) == values(id, 0.5, .strength))
        }
        for id in ["degree", "in_degree", "out_degree"] {
            #expect(try values(id + "_alpha", 0, .none) == values(id, 0.5, .none))
            #expect(try values(id + "_alpha", 1, .none) == values(id.replacing("degree", with: "strength"), 0.5, .none))
        }
    }

    /// Ties without weights count 1 each: two of them between the same actors are a strength of 2.
    @Test(arguments: [false, true]) func `parallel ties without weights add up`(isDirected: Bool) throws {
        var options = MeasureOptions()
        options.alpha = 1
        let context = try Sample.context(actors: 3, [(0, 1), (0, 1), (1, 2)], isDirected: isDirected, options: options)
        #expect(try Sample.values("degree_alpha", context) == [2, 3, 1])
        #expect(try Sample.values("strength", context) == [2, 3, 1])
        #expect(try Sample.values("out_strength", context) == (isDirected ? [2, 1, 0] : [2, 3, 1]))
        #expect(try Sample.values("alters_degree_weighted", context) == [2, 1, 2])
    }

    /// The illustration of the paper's table of degrees: of nodes A to F the number and the strength of ties are
    /// 2/6, 4/8, 2/6, 1/1, 2/8 and 1/7, which only these ties have. Location not re-read.
    @Test func `the illustration of the paper`() throws {
        let edges = [(0, 1), (0, 2), (1, 2), (1, 3), (1, 4), (4, 5)]
        for (alpha, printed) in [(0.5, [3.5, 5.7, 3.5, 1, 4, 2.6]), (1.5, [10.4, 11.3, 10.4, 1, 16, 18.5])] {
            var options = MeasureOptions()
            options.alpha = alpha
            let context = try Sample.context(actors: 6, edges, weights: [3, 3, 3, 1, 1, 7], options: options)
            for (found, value) in zip(try Sample.values("degree_alpha", context), printed) {
                #expect(abs(try #require(found) - value) <= 0.05 + 1e-9)
            }
        }
    }
}
