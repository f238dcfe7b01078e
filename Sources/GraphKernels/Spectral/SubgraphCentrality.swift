/// (e^A)_vv: closed walks from each node, a walk of length k weighing 1/k!.
///
/// Estrada and Rodríguez-Velázquez (2005, Phys. Rev. E 71, 056103). Each value is a Gauss
/// quadrature by Lanczos from the node (Golub and Meurant 2010, Matrices, Moments and Quadrature,
/// ch. 7): since every derivative of e^x is positive it is a lower bound that rises with each step,
/// and it stops when two steps in turn add less than 1e-14 of it. Time: O(m) for each of some tens of
/// steps for each node; memory: O(n) for each chunk.
public enum SubgraphCentrality {
    /// The value of each node, 1 for an isolate and more for any other.
    ///
    /// - Parameter graph: undirected.
    /// - Returns: infinity where a value is beyond the doubles.
    public static func values(of graph: Graph) -> [Double] {
        let rows = graph.outgoing
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(16, count / 256)) { nodes in
            nodes.map { value(of: $0, rows, count) }
        }
        return Array(parts.joined())
    }

    private static func value(of node: Int, _ rows: Graph.Rows, _ count: Int) -> Double {
        var previous = [Double](repeating: 0, count: count)
        var current = previous
        current[node] = 1
        var diagonal: [Double] = []
        var offDiagonal: [Double] = []
        var (estimate, quietSteps) = (0.0, 0)
        while true {
            var image = rows.multiplied(by: current)
            let projected = PrincipalEigenvector.dot(image, current)
            let back = offDiagonal.last ?? 0
            var norm = 0.0
            for place in 0..<count {
                image[place] -= projected * current[place] + back * previous[place]
                norm += image[place] * image[place]
            }
            norm.formSquareRoot()
            diagonal.append(projected)
            let rule = GaussRule(diagonal: diagonal, offDiagonal: offDiagonal)
            let refined = rule.sum { Logarithm.exponential($0) }
            quietSteps = abs(refined - estimate) <= 1e-14 * abs(refined) ? quietSteps + 1 : 0
            estimate = refined
            // At the end of the Krylov space only rounding is left.
            guard estimate.isFinite, quietSteps < 2, norm > 1e-12, diagonal.count < count else { return estimate }
            offDiagonal.append(norm)
            previous = current
            current = image.map { $0 / norm }
        }
    }
}

/// The nodes and weights of the quadrature that a tridiagonal matrix stands for: its eigenvalues
/// and the squared first entries of its eigenvectors (Golub and Welsch 1969, Math. Comput. 23,
/// 221–230), by the implicit QL method.
struct GaussRule {
    private(set) var nodes: [Double]
    private(set) var weights: [Double]

    func sum(_ function: (Double) -> Double) -> Double {
        var total = 0.0
        for (node, weight) in zip(nodes, weights) { total += weight * function(node) }
        return total
    }

    init(diagonal: [Double], offDiagonal: [Double]) {
        nodes = diagonal
        var off = offDiagonal + [0]
        // The first row of the eigenvectors.
        var first = diagonal.indices.map { $0 == 0 ? 1.0 : 0 }
        for low in nodes.indices {
            for _ in 0..<200 {
                let high = Self.endOfBlock(low, nodes, off)
                if high == low { break }
                Self.step(low, high, &nodes, &off, &first)
            }
        }
        weights = first.map { $0 * $0 }
    }

    private static func endOfBlock(_ low: Int, _ nodes: [Double], _ off: [Double]) -> Int {
        var high = low
        while high < nodes.count - 1 {
            let size = abs(nodes[high]) + abs(nodes[high + 1])
            if abs(off[high]) <= size * 0x1p-53 { break }
            high += 1
        }
        return high
    }

    private static func step(
        _ low: Int, _ high: Int, _ nodes: inout [Double], _ off: inout [Double], _ first: inout [Double]
    ) {
        let slope = (nodes[low + 1] - nodes[low]) / (2 * off[low])
        let length = (slope * slope + 1).squareRoot()
        var bulge = nodes[high] - nodes[low] + off[low] / (slope + (slope < 0 ? -length : length))
        var (sine, cosine, shift) = (1.0, 1.0, 0.0)
        for index in stride(from: high - 1, through: low, by: -1) {
            let f = sine * off[index]
            let b = cosine * off[index]
            let radius = (f * f + bulge * bulge).squareRoot()
            off[index + 1] = radius
            if radius == 0 {
                nodes[index + 1] -= shift
                off[high] = 0
                return
            }
            sine = f / radius
            cosine = bulge / radius
            let gap = nodes[index + 1] - shift
            let turned = (nodes[index] - gap) * sine + 2 * cosine * b
            shift = sine * turned
            nodes[index + 1] = gap + shift
            bulge = cosine * turned - b
            (first[index + 1], first[index]) = (
                sine * first[index] + cosine * first[index + 1], cosine * first[index] - sine * first[index + 1]
            )
        }
        nodes[low] -= shift
        off[low] = bulge
        off[high] = 0
    }
}
