import GraphKernels

/// Small random graphs whose edges all join the first `first` nodes to the others.
struct TwoModeSample {
    let sample: SampleGraph
    let first: Int
    var graph: Graph { sample.graph }
    var nodes: Range<Int> { 0..<sample.nodeCount }
    /// The pairs that can be tied.
    var pairs: [(Int, Int)] { (0..<first).flatMap { i in (first..<sample.nodeCount).map { (i, $0) } } }

    init(seed: Int, largest: Int = 5, weighted: Bool = false) {
        var random = RandomSource(seed: 12, part: seed)
        let (first, second) = (random.below(largest + 1), random.below(largest + 1))
        let density = random.unit()
        var matrix = Array(repeating: [Double](repeating: 0, count: first + second), count: first + second)
        for i in 0..<first {
            for j in first..<(first + second) where random.unit() < density {
                matrix[i][j] = weighted ? Double(1 + random.below(4)) : 1
                matrix[j][i] = matrix[i][j]
            }
        }
        sample = SampleGraph(matrix, directed: false, weighted: weighted)
        self.first = first
    }

    func near(_ node: Int) -> Set<Int> { Set(nodes.filter { sample.has(node, $0) }) }
}
