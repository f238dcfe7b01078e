import Measures
import Testing

@Suite struct ApproximateBetweennessMeasureTests {
    /// Small networks are counted whole: the share of ordered pairs whose paths run through the actor.
    @Test(arguments: MixedTerritory.seeds) func `the share of all ordered pairs, by listing their paths`(seed: Int)
        throws
    {
        let made = try MixedTerritory(seed: seed, largest: 6)
        guard made.count > 2 else { return }
        var between = [Double](repeating: 0, count: made.count)
        for from in made.nodes {
            for to in made.nodes where to != from {
                let paths = made.shortestPaths(from, to) { _, _ in 1 }
                for path in paths {
                    for node in path.dropFirst().dropLast() { between[node] += 1 / Double(paths.count) }
                }
            }
        }
        let pairs = Double(made.count * (made.count - 1))
        try made.expect("betweenness_approximate", made.context(), is: between.map { $0 / pairs })
    }
}
