/// A decreasing density under a stack of layers of one area each, from which it is drawn mostly by one number and one
/// comparison (Marsaglia and Tsang 2000, J. Stat. Software 5(8)).
///
/// Layer 0 is the lowest, with the tail behind `right`; the number that chooses the layer and the one that chooses the
/// place in it come from bits of their own (Doornik 2005).
struct Ziggurat: Sendable {
    /// By layer, how far it reaches, the lowest as far as one of its area would without a tail; and the density there.
    let edges: [Double]
    let heights: [Double]
    /// Where the tail begins.
    let right: Double

    /// - Parameters:
    ///   - right, area: of 256 layers.
    ///   - density: 1 at 0, decreasing; and where it has a height.
    init(right: Double, area: Double, density: (Double) -> Double, inverse: (Double) -> Double) {
        var (edges, heights) = ([area / density(right), right], [0, density(right)])
        for layer in 2..<256 {
            heights.append(heights[layer - 1] + area / edges[layer - 1])
            edges.append(inverse(heights[layer]))
        }
        (self.edges, self.heights, self.right) = (edges + [0], heights + [1], right)
    }

    /// exp(−x²/2), of which both halves are one.
    static let normal = Ziggurat(
        right: 3.6541528853610088, area: 0.00492867323399,
        density: { Logarithm.exponential(-0.5 * $0 * $0) }, inverse: { (-2 * Logarithm.natural($0)).squareRoot() })
    /// exp(−x).
    static let exponential = Ziggurat(
        right: 7.69711747013104972, area: 0.0039496598225815571993,
        density: { Logarithm.exponential(-$0) }, inverse: { -Logarithm.natural($0) })
}
