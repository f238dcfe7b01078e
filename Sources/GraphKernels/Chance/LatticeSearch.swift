/// Edges that are switched towards a ring on which the nodes have seats: a switch is made where it leaves no loop, no
/// parallel edge, and the two edges together no longer than they were.
///
/// Nodes are known by their seats here, so that the length of an edge is a difference of two numbers, and the lengths are
/// asked before the set of edges, since they refuse nearly all that is proposed.
struct LatticeSearch {
    private let seatCount: Int32
    private var ends: [Ends]
    private var edges: SwitchedRows
    /// Where each edge stands in the rows of its two ends.
    private var places: [SIMD2<Int32>]

    /// The seats of the ends of an edge in one number, so that its ends change roles by a rotation: which of two ends is
    /// taken is a coin's toss, and a branch on it would be guessed wrong every second time.
    private struct Ends {
        private let word: UInt64

        init(_ one: Int32, _ other: Int32) {
            word = UInt64(UInt32(bitPattern: one)) | UInt64(UInt32(bitPattern: other)) << 32
        }

        private init(word: UInt64) { self.word = word }

        var one: Int32 { Int32(truncatingIfNeeded: word) }
        var other: Int32 { Int32(truncatingIfNeeded: word >> 32) }

        /// The other way round where the bit is 0.
        func turned(by bit: UInt64) -> Ends {
            let shift = (~bit & 1) &<< 5
            return Ends(word: word &<< shift | word &>> (64 &- shift))
        }
    }

    /// - Parameter ends: of each edge, the seats of its ends.
    init(seatCount: Int, ends: [SIMD2<Int32>]) {
        self.seatCount = Int32(seatCount)
        self.ends = ends.map { Ends($0.x, $0.y) }
        edges = SwitchedRows(nodeCount: seatCount, isDirected: false)
        places = edges.fill(ends.map(\.x)[...], ends.map(\.y)[...])
    }

    /// The seats of the ends of each edge, in the order in which they were given.
    var seats: [SIMD2<Int32>] { ends.map { SIMD2($0.one, $0.other) } }

    /// Proposes so many switches. A proposal draws two edges, and by which end the second is taken.
    mutating func run(_ proposals: Int, using random: inout RandomSource) {
        // A copy of its own stays in registers.
        var own = random
        for _ in 0..<proposals {
            let (one, other) = (own.below(ends.count), own.below(ends.count))
            let bit = own.next()
            let (first, second) = (ends[one], ends[other].turned(by: bit))
            let (a, b, c, d) = (first.one, first.other, second.one, second.other)
            guard length(a, d) &+ length(c, b) <= length(a, b) &+ length(c, d) else { continue }
            guard one != other, a != c, b != d, a != d, c != b, !edges.contains(a, d), !edges.contains(c, b) else { continue }
            exchange(one, other, isTurned: bit & 1 == 0)
        }
        random = own
    }

    /// Round the ring, the shorter way.
    private func length(_ one: Int32, _ other: Int32) -> Int32 {
        let along = abs(one &- other)
        return min(along, seatCount &- along)
    }

    private mutating func exchange(_ one: Int, _ other: Int, isTurned: Bool) {
        let (first, second) = (ends[one], isTurned ? ends[other].turned(by: 0) : ends[other])
        let place = places[one]
        let next = isTurned ? SIMD2(places[other].y, places[other].x) : places[other]
        edges.exchange((first.one, first.other), place, (second.one, second.other), next)
        (places[one], places[other]) = (SIMD2(place.x, next.y), SIMD2(next.x, place.y))
        (ends[one], ends[other]) = (Ends(first.one, second.other), Ends(second.one, first.other))
    }
}
