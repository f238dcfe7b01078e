/// Whether neighbours have like numbers.
public enum Autocorrelation {
    /// Moran's I: (n / W) Σ w_ij z_i z_j / Σ z², z what a node's number is above the mean (Moran 1950, Biometrika 37,
    /// 17–23). Nodes without a number are left out, and so are their edges; W is the weight of the others, each arc once
    /// and each undirected edge both ways. Nil where no edge is left or the numbers do not vary.
    ///
    /// - Complexity: O(nodes + arcs).
    public static func moran(_ graph: Graph, _ values: [Double?]) -> Double? {
        guard let sums = Sums(graph, values, { $0 * $1 }) else { return nil }
        return sums.count / sums.weight * sums.crossed / sums.squares
    }

    /// Geary's C: ((n − 1) / 2W) Σ w_ij (x_i − x_j)² / Σ z² (Geary 1954, The Incorporated Statistician 5(3), 115–145).
    /// Nodes without a number as for `moran`.
    public static func geary(_ graph: Graph, _ values: [Double?]) -> Double? {
        guard let sums = Sums(graph, values, { ($0 - $1) * ($0 - $1) }) else { return nil }
        return (sums.count - 1) / (2 * sums.weight) * sums.crossed / sums.squares
    }

    private struct Sums {
        let count: Double
        var weight = 0.0
        var crossed = 0.0
        let squares: Double

        init?(_ graph: Graph, _ values: [Double?], _ cross: (Double, Double) -> Double) {
            precondition(values.count == graph.nodeCount)
            let known = values.compactMap { $0 }
            guard let first = known.first, known.contains(where: { $0 != first }) else { return nil }
            count = Double(known.count)
            let mean = known.reduce(0, +) / count
            squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            for node in 0..<graph.nodeCount {
                guard let own = values[node] else { continue }
                for entry in graph.outgoing.range(of: node) {
                    guard let other = values[Int(graph.outgoing.targets[entry])] else { continue }
                    let weight = graph.isWeighted ? graph.outgoing.weights[entry] : 1
                    self.weight += weight
                    crossed += weight * cross(own - mean, other - mean)
                }
            }
            guard weight > 0 else { return nil }
        }
    }
}
