/// A dense matrix over the nodes of a small graph, row by row.
public struct SquareMatrix: Sendable, Hashable {
    /// The number of rows, and of columns.
    public let size: Int
    /// Row by row: the cell of row i and column j stands at i · size + j.
    public var values: [Double]

    /// A matrix of numbers that stand row by row.
    ///
    /// - Precondition: `values` holds size² numbers.
    public init(size: Int, values: [Double]) {
        precondition(values.count == size * size)
        self.size = size
        self.values = values
    }

    /// A matrix with one number in every cell.
    public init(size: Int, repeating value: Double = 0) {
        self.init(size: size, values: Array(repeating: value, count: size * size))
    }

    /// The arcs: 1, or their weights where asked for.
    public init(_ graph: Graph, weighted: Bool = false) {
        self.init(size: graph.nodeCount)
        for node in 0..<graph.nodeCount {
            for place in graph.outgoing.range(of: node) {
                self[node, Int(graph.outgoing.targets[place])] =
                    weighted && graph.isWeighted ? graph.outgoing.weights[place] : 1
            }
        }
    }

    /// The cell of a row and a column.
    public subscript(row: Int, column: Int) -> Double {
        get { values[row * size + column] }
        set { values[row * size + column] = newValue }
    }

    /// Every cell changed, the diagonal among them.
    public func mapped(_ change: (Double) -> Double) -> SquareMatrix {
        SquareMatrix(size: size, values: values.map(change))
    }

    /// Whether each cell equals its mirror image to the last bit. O(size²).
    public var isSymmetric: Bool {
        (0..<size).allSatisfy { i in (0..<i).allSatisfy { self[i, $0] == self[$0, i] } }
    }
}
