/// Sums over the distances of each lane, with what rounding lost carried along (Knuth 1997, The Art of Computer
/// Programming 2, section 4.2.2, theorem B), so that they come out the same in whatever order they are added up, but for
/// a rare last bit.
struct LaneSums {
    typealias Lanes = LaneDistances.Lanes

    private(set) var reached = SIMD8<Int64>(repeating: 0)
    private(set) var farthest = Lanes.zero
    private var total = Carried()
    private var inverse = Carried()

    private struct Carried {
        var sum = Lanes.zero
        var lost = Lanes.zero

        mutating func add(_ part: Lanes) {
            let new = sum + part
            let taken = new - sum
            lost += (sum - (new - taken)) + (part - taken)
            sum = new
        }

        var value: Lanes { sum + lost }
    }

    /// - Parameter distances: from each lane's source: 0 of the source itself, infinite where it does not reach.
    init(_ distances: [Lanes]) {
        let distances = distances.span
        for node in distances.indices {
            let own = distances[node]
            let counts = (own .> 0) .& (own .< Lanes(repeating: .infinity))
            let distance = Lanes.zero.replacing(with: own, where: counts)
            reached.replace(with: reached &+ 1, where: counts)
            farthest.replace(with: distance, where: distance .> farthest)
            total.add(distance)
            inverse.add(Lanes.zero.replacing(with: 1 / own, where: counts))
        }
    }

    var totals: Lanes { total.value }
    var inverses: Lanes { inverse.value }
}
