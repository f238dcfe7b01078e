/// The inverse of the Laplacian without one node, which is grounded: zero row and column.
///
/// Nodes are eliminated one after the other, each leaving conductances between those tied to it and to the ground. A
/// diagonal entry is the sum of what is left of its row, so that nothing is ever subtracted, and every entry of the
/// inverse is exact to the rounding of its own size however far apart the conductances are (Grassmann, Taksar and
/// Heyman 1985, Operations Research 33(5), 1107–1116; Alfa, Xue and Ye 2002, Mathematics of Computation 71, 217–236).
///
/// Nodes of few neighbours go first (`DenseElimination`), so that most rows stay short where there are many members of one
/// tie; eight columns of the inverse are found at once, a vector lane for each, and of each only what lies beyond the
/// diagonal, since the inverse is symmetric.
///
/// Time: O(r k) for k nodes and r entries in the rows of the elimination, at most k²/2; memory: k² doubles, and r.
struct GroundedInverse: Sendable {
    private typealias Lanes = SIMD8<Double>

    let size: Int
    /// Row by row, by places in the order of elimination; the grounded node is the last.
    private var entries: [Double]
    private let places: [Int32]

    /// - Parameter graph: connected, undirected; weights are conductances, all > 0.
    init(of graph: Graph) {
        size = graph.nodeCount
        let elimination = DenseElimination(graph)
        places = elimination.places
        entries = [Double](repeating: 0, count: size * size)
        let (size, free) = (size, size - 1)
        _ = Parallel.update(&entries, grain: 8 * size) { range, own in
            let first = range.lowerBound / size
            let lanes = first..<min(first + 8, free)
            var potentials = [Lanes](repeating: .zero, count: size)
            elimination.solve(lanes, &potentials)
            for (lane, unit) in lanes.enumerated() {
                for place in unit..<free { own[lane * size + place] = potentials[place][lane] }
            }
        }
        for row in 0..<free {
            for column in (row + 1)..<max(row + 1, free) { entries[column * size + row] = entries[row * size + column] }
        }
    }

    private func row(of node: Int) -> Range<Int> {
        let start = Int(places[node]) * size
        return start..<(start + size)
    }

    /// The potential of a node for a unit current that enters there.
    func own(_ node: Int) -> Double { entries[Int(places[node]) * (size + 1)] }

    /// The effective resistance between two nodes.
    func resistance(_ one: Int, _ other: Int) -> Double {
        own(one) + own(other) - 2 * entries[Int(places[one]) * size + Int(places[other])]
    }

    /// Σ over pairs s < t of |(x_s − x_t)|, x the difference of two rows: the sorted differences
    /// count with how many stand before and after them.
    ///
    /// - Parameter differences: storage that is used again.
    func sumOfDifferences(_ one: Int, _ other: Int, _ differences: inout [Double]) -> Double {
        differences.removeAll(keepingCapacity: true)
        let (first, second) = (entries.span.extracting(row(of: one)), entries.span.extracting(row(of: other)))
        for place in first.indices { differences.append(first[place] - second[place]) }
        differences.sort()
        var sum = 0.0
        for (place, value) in differences.enumerated() { sum += value * Double(2 * place - size + 1) }
        return sum
    }

    /// (k − 1) / Σ_t R_vt for each node.
    func closeness() -> [Double] {
        let trace = (0..<size).reduce(0) { $0 + entries[$1 * (size + 1)] }
        return (0..<size).map { node in
            let row = entries[row(of: node)].reduce(0, +)
            let resistance = Double(size) * own(node) + trace - 2 * row
            return Double(size - 1) / resistance
        }
    }
}
