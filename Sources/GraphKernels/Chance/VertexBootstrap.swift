/// Networks resampled by their nodes, for standard errors and intervals (Snijders and Borgatti
/// 1999, Connections 22(2), 161–170).
public enum VertexBootstrap {
    /// Nodes are drawn with replacement; two draws are tied as the nodes they stand for. Two draws
    /// of the same node take the dyad of two random nodes, since a node has none with itself.
    ///
    /// - Parameter take: called once for each two places of the resampled network, with the two nodes
    ///   whose dyad they take, each for the place beside it.
    /// - Returns: for each place the node that it stands for.
    /// - Complexity: O(nodes²).
    public static func resample(
        _ nodeCount: Int, using random: inout RandomSource,
        _ take: (_ one: (place: Int, node: Int), _ other: (place: Int, node: Int)) -> Void
    ) -> [Int] {
        guard nodeCount > 1 else { return Array(0..<nodeCount) }
        let drawn = (0..<nodeCount).map { _ in random.below(nodeCount) }
        for one in 0..<nodeCount {
            for other in 0..<one {
                var (a, b) = (drawn[one], drawn[other])
                if a == b {
                    a = random.below(nodeCount)
                    b = random.below(nodeCount - 1)
                    if b >= a { b += 1 }
                }
                take((one, a), (other, b))
            }
        }
        return drawn
    }
}
