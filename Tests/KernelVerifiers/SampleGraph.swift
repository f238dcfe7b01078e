import GraphKernels

/// Small random graphs on which kernels are compared with their verifiers: of every density, some
/// directed, some weighted, with isolates and components of their own accord.
struct SampleGraph {
    let graph: Graph
    /// The dense matrix of weights, from which verifiers work.
    let matrix: [[Double]]

    var nodeCount: Int { matrix.count }
    func has(_ source: Int, _ target: Int) -> Bool { matrix[source][target] != 0 }

    init(_ matrix: [[Double]], directed: Bool, weighted: Bool = false) {
        self.matrix = matrix
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for i in matrix.indices {
            for j in matrix.indices where matrix[i][j] != 0 && i != j && (directed || i < j) {
                sources.append(Int32(i))
                targets.append(Int32(j))
                weights.append(matrix[i][j])
            }
        }
        graph = Graph(
            nodeCount: matrix.count, sources: sources, targets: targets, weights: weighted ? weights : [],
            isDirected: directed)
    }

    init(edges: [(Int, Int)], nodeCount: Int, directed: Bool = false) {
        var matrix = Array(repeating: [Double](repeating: 0, count: nodeCount), count: nodeCount)
        for (i, j) in edges {
            matrix[i][j] = 1
            if !directed { matrix[j][i] = 1 }
        }
        self.init(matrix, directed: directed)
    }

    /// A random graph of up to `largest` nodes, the same for the same number.
    static func random(_ number: Int, largest: Int = 9, directed: Bool, weighted: Bool = false) -> SampleGraph {
        var source = RandomSource(seed: 20_240_601, part: number)
        let count = source.below(largest + 1)
        let density = source.unit()
        var matrix = Array(repeating: [Double](repeating: 0, count: count), count: count)
        for i in 0..<count {
            for j in 0..<count where directed ? i != j : i < j {
                guard source.unit() < density else { continue }
                matrix[i][j] = weighted ? Double(1 + source.below(4)) : 1
                if !directed { matrix[j][i] = matrix[i][j] }
            }
        }
        return SampleGraph(matrix, directed: directed, weighted: weighted)
    }

    /// Nodes on a ring tied to the `reach` nearest on each side, and some random ties besides.
    static func ring(_ count: Int, reach: Int, shortcuts: Int) -> SampleGraph {
        var random = RandomSource(seed: 11)
        var edges = (0..<count).flatMap { i in (1...reach).map { (i, (i + $0) % count) } }
        for _ in 0..<shortcuts { edges.append((random.below(count), random.below(count))) }
        return SampleGraph(edges: edges.filter { $0.0 != $0.1 }, nodeCount: count)
    }
}
