/// Sums over the distances of each node of an unweighted graph, as whole numbers: they come out the
/// same in whatever order they are added up.
struct DistanceSums: Sendable {
    private(set) var reached: [Int32]
    private(set) var total: [Int64]
    /// The sum of inverse distances in units of 2^-80. A term is too small by less than a unit, so that
    /// the sum, made a double, is the true one rounded, but for a rare last bit.
    private(set) var inverse: [UInt128]
    private(set) var farthest: [Int32]

    init(nodeCount: Int) {
        reached = [Int32](repeating: 0, count: nodeCount)
        total = [Int64](repeating: 0, count: nodeCount)
        inverse = [UInt128](repeating: 0, count: nodeCount)
        farthest = [Int32](repeating: 0, count: nodeCount)
    }

    static func unit(over distance: Int) -> UInt128 { (1 << 80) / UInt128(distance) }

    /// `unit` is that over the distance; the distances of a node come in rising within one sweep.
    mutating func add(_ count: Int, at distance: Int, _ unit: UInt128, to node: Int) {
        reached[node] += Int32(truncatingIfNeeded: count)
        total[node] += Int64(count * distance)
        inverse[node] += UInt128(truncatingIfNeeded: count) * unit
        farthest[node] = max(farthest[node], Int32(truncatingIfNeeded: distance))
    }

    mutating func add(_ other: DistanceSums) {
        for node in reached.indices {
            reached[node] += other.reached[node]
            total[node] += other.total[node]
            inverse[node] += other.inverse[node]
            farthest[node] = max(farthest[node], other.farthest[node])
        }
    }

    func inverseSum(of node: Int) -> Double { Double(inverse[node]) * 0x1p-80 }
}
