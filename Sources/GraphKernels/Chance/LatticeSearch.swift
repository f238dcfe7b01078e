/// Edges that are switched towards a ring on which the nodes have seats: a switch is made where it leaves no loop, no
/// parallel edge, and the two edges together no longer than they were.
///
/// Nodes are known by their seats here, so that the length of an edge is a difference of two numbers, and the lengths are
/// asked before the set of edges, since they refuse nearly all that is proposed.
struct LatticeSearch {
    private let seatCount: Int32
    private var ends: [SIMD2<Int32>]
    private var edges: ArcSet

    /// - Parameter ends: of each edge, the seats of its ends.
    init(seatCount: Int, ends: [SIMD2<Int32>]) {
        self.seatCount = Int32(seatCount)
        self.ends = ends
        edges = ArcSet(capacity: 2 * ends.count)
        for edge in ends { mark(edge, isThere: true) }
    }

    /// The seats of the ends of each edge, in the order in which they were given.
    var seats: [SIMD2<Int32>] { ends }

    /// Proposes so many switches. A proposal draws two edges, and by which end the second is taken.
    mutating func run(_ proposals: Int, using random: inout RandomSource) {
        for _ in 0..<proposals {
            let (one, other) = (random.below(ends.count), random.below(ends.count))
            let turned = random.next() & 1 == 0
            guard one != other else { continue }
            let (first, second) = (ends[one], ends[other])
            let (a, b) = (first.x, first.y)
            let (c, d) = turned ? (second.y, second.x) : (second.x, second.y)
            guard length(a, d) + length(c, b) <= length(a, b) + length(c, d) else { continue }
            guard a != c, b != d, a != d, c != b, !edges.contains(a, d), !edges.contains(c, b) else { continue }
            mark(first, isThere: false)
            mark(second, isThere: false)
            (ends[one], ends[other]) = (SIMD2(a, d), SIMD2(c, b))
            mark(ends[one], isThere: true)
            mark(ends[other], isThere: true)
        }
    }

    /// Round the ring, the shorter way.
    private func length(_ one: Int32, _ other: Int32) -> Int32 {
        let along = abs(one &- other)
        return min(along, seatCount &- along)
    }

    private mutating func mark(_ edge: SIMD2<Int32>, isThere: Bool) {
        if isThere {
            edges.insert(edge.x, edge.y)
            edges.insert(edge.y, edge.x)
        } else {
            edges.remove(edge.x, edge.y)
            edges.remove(edge.y, edge.x)
        }
    }
}
