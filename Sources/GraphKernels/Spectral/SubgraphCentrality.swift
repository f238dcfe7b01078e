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
    /// - Complexity: for each class of nodes with the same neighbours, which have the same value, the arcs that each of
    ///   some tens of steps has reached: of a long chain a few, of most networks all after three or four.
    public static func values(of graph: Graph) -> [Double] {
        let rows = graph.outgoing
        let count = graph.nodeCount
        var known: [ArraySlice<Int32>: Int32] = [:]
        // The first node of the same neighbours, and these first nodes in order.
        var firsts: [Int32] = []
        let place = (0..<count).map { node in
            let row = rows.neighbours(of: node)
            if let place = known[row] { return Int(place) }
            known[row] = Int32(firsts.count)
            firsts.append(Int32(node))
            return firsts.count - 1
        }
        let parts = Parallel.chunks(
            of: firsts.count, grain: max(16, firsts.count / 256), workspace: { Ball(nodeCount: count) }
        ) { [firsts] chunk, ball in
            chunk.map { value(of: Int(firsts[$0]), rows, &ball) }
        }
        let values = Array(parts.joined())
        return place.map { values[$0] }
    }

    /// The nodes that the steps have reached, and the last two vectors there; both are 0 elsewhere.
    private struct Ball {
        var nodes: [Int32] = []
        var isIn: [Bool]
        /// Where the nodes of the last step begin.
        var edge = 0
        var previous: [Double]
        var current: [Double]
        var image: [Double]

        init(nodeCount: Int) {
            isIn = [Bool](repeating: false, count: nodeCount)
            previous = [Double](repeating: 0, count: nodeCount)
            current = previous
            image = previous
        }

        mutating func start(at node: Int) {
            for other in nodes {
                isIn[Int(other)] = false
                previous[Int(other)] = 0
                current[Int(other)] = 0
            }
            nodes = [Int32(node)]
            edge = 0
            isIn[node] = true
            current[node] = 1
        }

        /// Grows by a step, and multiplies the last vector by the matrix.
        mutating func multiply(_ rows: Graph.Rows) {
            let end = nodes.count
            for place in edge..<end {
                for next in rows.neighbours(of: Int(nodes[place])) where !isIn[Int(next)] {
                    isIn[Int(next)] = true
                    nodes.append(next)
                }
            }
            edge = end
            for node in nodes {
                var sum = 0.0
                for entry in rows.range(of: Int(node)) { sum += current[Int(rows.targets[entry])] }
                image[Int(node)] = sum
            }
        }
    }

    private static func value(of node: Int, _ rows: Graph.Rows, _ ball: inout Ball) -> Double {
        ball.start(at: node)
        var diagonal: [Double] = []
        var offDiagonal: [Double] = []
        var (estimate, quietSteps) = (0.0, 0)
        while true {
            ball.multiply(rows)
            let projected = ball.nodes.reduce(0) { $0 + ball.image[Int($1)] * ball.current[Int($1)] }
            let back = offDiagonal.last ?? 0
            var norm = 0.0
            for place in ball.nodes.lazy.map({ Int($0) }) {
                ball.image[place] -= projected * ball.current[place] + back * ball.previous[place]
                norm += ball.image[place] * ball.image[place]
            }
            norm.formSquareRoot()
            diagonal.append(projected)
            let rule = GaussRule(diagonal: diagonal, offDiagonal: offDiagonal)
            let refined = rule.sum { Logarithm.exponential($0) }
            quietSteps = abs(refined - estimate) <= 1e-14 * abs(refined) ? quietSteps + 1 : 0
            estimate = refined
            // At the end of the Krylov space only rounding is left.
            guard estimate.isFinite, quietSteps < 2, norm > 1e-12, diagonal.count < ball.isIn.count else {
                return estimate
            }
            offDiagonal.append(norm)
            swap(&ball.previous, &ball.current)
            for place in ball.nodes { ball.current[Int(place)] = ball.image[Int(place)] / norm }
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
