import GraphKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Every kernel again, straight from its formula, over dense matrices.
enum Verifier {
    /// Floyd and Warshall over lengths, infinite where there is no arc.
    static func distances(_ lengths: Dense) -> [[Double]] {
        var distances = lengths.map { $0 > 0 ? $0 : .infinity }.rows
        for node in distances.indices { distances[node][node] = 0 }
        for middle in distances.indices {
            for from in distances.indices {
                for to in distances.indices {
                    distances[from][to] = min(distances[from][to], distances[from][middle] + distances[middle][to])
                }
            }
        }
        return distances
    }

    /// Without each node, Σ 1/d over the pairs of the others that are joined; lengths are not read.
    static func inverseDistancesWithoutEach(_ edges: RandomEdges) -> [Double] {
        let matrix = Dense(edges).map { $0 > 0 ? 1 : 0 }
        return (0..<edges.nodeCount).map { gone in
            let kept = (0..<edges.nodeCount).filter { $0 != gone }
            let lengths = distances(Dense(rows: kept.map { i in kept.map { matrix[i, $0] } }))
            return lengths.indices.reduce(0.0) { sum, i in
                (0..<i).reduce(sum) { lengths[i][$1].isFinite ? $0 + 1 / lengths[i][$1] : $0 }
            }
        }
    }

    /// Every shortest path between two nodes, as lists of nodes.
    static func shortestPaths(_ from: Int, _ to: Int, _ lengths: Dense, _ distances: [[Double]]) -> [[Int]] {
        guard from != to else { return [[to]] }
        var paths: [[Int]] = []
        for next in distances.indices where lengths[from, next] > 0 && next != from {
            let length = lengths[from, next] + distances[next][to]
            guard length.isFinite, abs(length - distances[from][to]) < 1e-9 * length else { continue }
            paths += shortestPaths(next, to, lengths, distances).map { [from] + $0 }
        }
        return paths
    }

    /// Node and arc betweenness by listing the paths of every pair.
    static func betweenness(_ lengths: Dense, isDirected: Bool) -> (nodes: [Double], arcs: [[Double]]) {
        let distances = distances(lengths)
        var nodes = [Double](repeating: 0, count: lengths.size)
        var arcs = [[Double]](repeating: nodes, count: lengths.size)
        for from in nodes.indices {
            for to in nodes.indices where to != from && (isDirected || from < to) && distances[from][to].isFinite {
                let paths = shortestPaths(from, to, lengths, distances)
                for path in paths {
                    for node in path.dropFirst().dropLast() { nodes[node] += 1 / Double(paths.count) }
                    for (tail, head) in zip(path, path.dropFirst()) {
                        arcs[tail][head] += 1 / Double(paths.count)
                        if !isDirected { arcs[head][tail] += 1 / Double(paths.count) }
                    }
                }
            }
        }
        return (nodes, arcs)
    }

    /// Two nodes are in one component where each reaches the other.
    static func components(_ matrix: Dense) -> [Int32] {
        let distances = distances(matrix)
        var labels = [Int32](repeating: -1, count: matrix.size)
        var next: Int32 = 0
        for node in labels.indices where labels[node] < 0 {
            for other in labels.indices where distances[node][other].isFinite && distances[other][node].isFinite {
                labels[other] = next
            }
            next += 1
        }
        return labels
    }

    /// The largest k whose k-core, found by pruning, holds the node.
    static func coreness(_ matrix: Dense) -> [Int32] {
        var coreness = [Int32](repeating: 0, count: matrix.size)
        for k in 0...matrix.size {
            var alive = Set(0..<matrix.size)
            while let weak = alive.first(where: { node in alive.count { matrix[node, $0] > 0 } < k }) {
                alive.remove(weak)
            }
            for node in alive { coreness[node] = Int32(k) }
        }
        return coreness
    }

    /// Peels rounds as the definition says: all at or below the present core go at once.
    static func onionLayers(_ matrix: Dense) -> [Int32] {
        var alive = Set((0..<matrix.size).filter { matrix.rows[$0].contains { $0 > 0 } })
        var layers = [Int32](repeating: 0, count: matrix.size)
        var (core, layer) = (1, Int32(0))
        func degree(_ node: Int) -> Int { alive.count { matrix[node, $0] > 0 } }
        while !alive.isEmpty {
            core = max(core, alive.map(degree).min() ?? 0)
            let peeled = alive.filter { degree($0) <= core }
            layer += 1
            for node in peeled { layers[node] = layer }
            alive.subtract(peeled)
        }
        return layers
    }

    /// Triangles of each node, and the weights of its two edges in each.
    static func triangles(_ matrix: Dense) -> (counts: [Int], weights: [Double]) {
        var (counts, weights) = ([Int](repeating: 0, count: matrix.size), [Double](repeating: 0, count: matrix.size))
        for i in counts.indices {
            for j in counts.indices where matrix[i, j] > 0 {
                for h in 0..<j where matrix[i, h] > 0 && matrix[j, h] > 0 {
                    counts[i] += 1
                    weights[i] += matrix[i, j] + matrix[i, h]
                }
            }
        }
        return (counts, weights)
    }

    /// Burt's sums over a symmetric matrix of strengths.
    static func structuralHoles(_ z: Dense) -> (constraint: [Double], size: [Double], hierarchy: [Double]) {
        let nodes = 0..<z.size
        func p(_ i: Int, _ q: Int) -> Double { z[i, q] / nodes.reduce(0) { $0 + z[i, $1] } }
        func m(_ j: Int, _ q: Int) -> Double { z[j, q] / (z.rows[j].max() ?? 1) }
        var result: (constraint: [Double], size: [Double], hierarchy: [Double]) = ([], [], [])
        for i in nodes {
            let alters = nodes.filter { z[i, $0] > 0 }
            let parts = alters.map { j in
                let indirect = alters.filter { $0 != j }.reduce(0) { $0 + p(i, $1) * p($1, j) }
                return (p(i, j) + indirect) * (p(i, j) + indirect)
            }
            let total = parts.reduce(0, +)
            let count = Double(alters.count)
            result.constraint.append(total)
            result.size.append(
                alters.reduce(0) { sum, j in
                    sum + 1 - alters.filter { $0 != j }.reduce(0) { $0 + p(i, $1) * m(j, $1) }
                })
            let ratios = parts.map { $0 / (total / count) }
            result.hierarchy.append(
                count > 1 ? ratios.reduce(0) { $0 + $1 * log($1) } / (count * log(count)) : count)
        }
        return result
    }

    /// Brokerage by looking at every triple of nodes.
    static func brokerage(_ a: Dense, _ groups: [Int32], isDirected: Bool) -> [[Int]] {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: a.size), count: 5)
        for s in 0..<a.size {
            for v in 0..<a.size where a[s, v] > 0 {
                for t in 0..<a.size where t != s && a[v, t] > 0 && a[s, t] == 0 {
                    let (first, broker, last) = (groups[s], groups[v], groups[t])
                    guard min(first, broker, last) >= 0, isDirected || s < t else { continue }
                    if first == broker, broker == last { counts[0][v] += 1 }
                    if first == last, broker != last { counts[1][v] += 1 }
                    if isDirected {
                        if first == broker, broker != last { counts[2][v] += 1 }
                        if first != broker, broker == last { counts[3][v] += 1 }
                    } else if (first == broker) != (broker == last) {
                        counts[2][v] += 1
                        counts[3][v] += 1
                    }
                    if first != broker, broker != last, first != last { counts[4][v] += 1 }
                }
            }
        }
        return counts
    }

    /// The stationary vector of the dense transition matrix.
    static func pageRank(_ a: Dense, damping: Double) -> [Double] {
        let count = Double(a.size)
        var system = Dense.identity(a.size)
        for j in 0..<a.size {
            let sum = a.rows[j].reduce(0, +)
            for i in 0..<a.size { system.rows[i][j] -= damping * (sum > 0 ? a[j, i] / sum : 1 / count) }
        }
        return system.solve(Array(repeating: (1 - damping) / count, count: a.size))
    }

    /// e^A by its series, halved ten times and squared back.
    static func exponential(_ a: Dense) -> Dense {
        let small = a.map { $0 / 1024 }
        var (sum, term) = (Dense.identity(a.size), Dense.identity(a.size))
        for k in 1...30 {
            term = (term * small).map { $0 / Double(k) }
            sum = sum + term
        }
        for _ in 0..<10 { sum = sum * sum }
        return sum
    }

    /// Current betweenness (mean over pairs) and closeness of one connected conductance matrix, by
    /// solving the potentials of every pair.
    static func currentFlow(_ c: Dense) -> (betweenness: [Double], closeness: [Double]) {
        let nodes = 0..<c.size
        // A grounded Laplacian: the last row says that the last potential is zero.
        var laplacian = c.map { -$0 }
        for node in nodes { laplacian.rows[node][node] = c.rows[node].reduce(0, +) }
        laplacian.rows[c.size - 1] = nodes.map { $0 == c.size - 1 ? 1 : 0 }
        var (through, resistance) = ([Double](repeating: 0, count: c.size), [Double](repeating: 0, count: c.size))
        for s in nodes {
            for t in nodes where t > s {
                var current = nodes.map { $0 == s ? 1.0 : ($0 == t ? -1 : 0) }
                current[c.size - 1] = 0
                let v = laplacian.solve(current)
                resistance[s] += v[s] - v[t]
                resistance[t] += v[s] - v[t]
                for i in nodes where i != s && i != t {
                    through[i] += nodes.reduce(0) { $0 + c[i, $1] * abs(v[i] - v[$1]) } / 2
                }
            }
        }
        let pairs = Double((c.size - 1) * (c.size - 2)) / 2
        return (through.map { $0 / pairs }, resistance.map { Double(c.size - 1) / $0 })
    }
}
