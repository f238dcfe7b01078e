import Measures
import Testing

@Suite struct DirectedModularityTests {
    @Test(arguments: MixedTerritory.seeds) func `Leicht and Newman over all ordered pairs`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        guard made.isDirected else { return }
        for (weights, resolution) in [(MeasureOptions.Weights.none, 1.0), (.strength, 1.5)] {
            let context = try made.context { ($0.weights, $0.resolution) = (weights, resolution) }
            func a(_ i: Int, _ j: Int) -> Double { weights == .strength ? made.arcs[i][j] : made.has(i, j) ? 1 : 0 }
            let labels = try Sample.values("community", context)
            let out = made.nodes.map { i in made.nodes.reduce(0) { $0 + a(i, $1) } }
            let into = made.nodes.map { i in made.nodes.reduce(0) { $0 + a($1, i) } }
            let all = out.reduce(0, +)
            var sum = 0.0
            for i in made.nodes {
                for j in made.nodes where labels[i] == labels[j] {
                    sum += a(i, j) - resolution * out[i] * into[j] / max(all, 1e-300)
                }
            }
            try made.expect("modularity_directed", context, is: [all > 0 ? sum / all : nil])
        }
    }
}
