/// The elimination of all nodes of a conducting graph but one, those of few neighbours first, however tightly it is knit
/// (`NodeElimination` gives up where it is): what each conducts, when its turn comes, to those that come after.
///
/// Least degree first: Tinney and Walker (1967, Proceedings of the IEEE 55(11), 1801–1809). Which nodes are then tied is
/// found first, with a bit for each pair, and then the conductances, row by row.
struct DenseElimination: Sendable {
    /// The place of each node in the order of elimination. The last is not eliminated: it is the ground.
    let places: [Int32]
    /// Where the row of each place begins; one more than there are places.
    private var offsets: [Int] = [0]
    /// The later places to which a node conducts, and how much; the ground is none of them.
    private var later: [Int32] = []
    private var shares: [Double] = []
    /// 1 over all that a node then conducts, the ground included.
    private var inverses: [Double] = []

    /// - Parameter graph: connected, undirected; weights are conductances, all > 0.
    /// - Complexity: O(Σ d²) for rows of d entries, and O(nodes² + entries · nodes / 64) to find them.
    init(_ graph: Graph) {
        let count = graph.nodeCount
        var pattern = Pattern(graph)
        var order: [Int32] = []
        order.reserveCapacity(count)
        for _ in 0..<count { order.append(Int32(pattern.eliminateNext())) }
        var places = [Int32](repeating: 0, count: count)
        for (place, node) in order.enumerated() { places[Int(node)] = Int32(place) }
        self.places = places
        let free = count - 1
        for node in order.dropLast() {
            let row = pattern.row(of: Int(node)).map { places[Int($0)] }.filter { Int($0) < free }
            later += row.sorted()
            offsets.append(later.count)
        }
        shares = [Double](repeating: 0, count: later.count)
        conduct(graph, order, free)
    }

    /// Fills the rows with conductances.
    private mutating func conduct(_ graph: Graph, _ order: [Int32], _ free: Int) {
        var (own, toGround) = ([Double](repeating: 0, count: free), [Double](repeating: 0, count: free))
        // The earlier rows that reach a place, as lists: the first of each place, and of each row the next and how far
        // it has been gone through.
        var first = [Int32](repeating: -1, count: free)
        var (next, reached) = (first, Array(offsets.dropLast()))
        for place in 0..<free {
            let node = Int(order[place])
            for entry in graph.outgoing.range(of: node) {
                let conductance = graph.outgoing.weights.isEmpty ? 1 : graph.outgoing.weights[entry]
                let target = Int(places[Int(graph.outgoing.targets[entry])])
                if target == free {
                    toGround[place] += conductance
                } else if target > place {
                    own[target] = conductance
                }
            }
            var earlier = first[place]
            while earlier >= 0 {
                let row = Int(earlier)
                earlier = next[row]
                let share = shares[reached[row]] * inverses[row]
                toGround[place] += share * toGround[row]
                reached[row] += 1
                Self.add(
                    share, later.span.extracting(reached[row]..<offsets[row + 1]),
                    shares.span.extracting(reached[row]..<offsets[row + 1]), &own)
                queue(row, reached[row], &first, &next)
            }
            var sum = toGround[place]
            for entry in offsets[place]..<offsets[place + 1] {
                let target = Int(later[entry])
                (shares[entry], own[target]) = (own[target], 0)
                sum += shares[entry]
            }
            inverses.append(1 / sum)
            queue(place, offsets[place], &first, &next)
        }
    }

    /// Puts a row on the list of the next place that it reaches.
    private func queue(_ row: Int, _ entry: Int, _ first: inout [Int32], _ next: inout [Int32]) {
        guard entry < offsets[row + 1] else { return }
        let target = Int(later[entry])
        next[row] = first[target]
        first[target] = Int32(row)
    }

    private static func add(_ share: Double, _ later: Span<Int32>, _ shares: Span<Double>, _ own: inout [Double]) {
        var own = own.mutableSpan
        for place in later.indices { own[Int(later[place])] += share * shares[place] }
    }

    /// The potentials where a unit current enters at each of some places and leaves by the ground, a lane for each place;
    /// of places before the first of them they are left out.
    ///
    /// - Parameter potentials: all zero before.
    func solve(_ units: Range<Int>, _ potentials: inout [SIMD8<Double>]) {
        let (offsets, later, shares, inverses) = (offsets.span, later.span, shares.span, inverses.span)
        var potentials = potentials.mutableSpan
        for (lane, unit) in units.enumerated() { potentials[unit][lane] = 1 }
        let free = inverses.count
        for place in units.lowerBound..<free {
            potentials[place] *= inverses[place]
            let share = potentials[place]
            for entry in offsets[place]..<offsets[place + 1] { potentials[Int(later[entry])] += share * shares[entry] }
        }
        for place in (units.lowerBound..<free).reversed() {
            var current = SIMD8<Double>.zero
            for entry in offsets[place]..<offsets[place + 1] {
                current += potentials[Int(later[entry])] * shares[entry]
            }
            potentials[place] += current * inverses[place]
        }
    }

    /// What is tied to what while nodes are eliminated.
    private struct Pattern {
        private let wordCount: Int
        /// By node, a bit for each other that it is tied to and that is left; of a node that went, those it was tied to then.
        private var words: [UInt64]
        private var degrees: [Int]
        private var isLeft: [Bool]

        init(_ graph: Graph) {
            let count = graph.nodeCount
            wordCount = (count + 63) / 64
            words = [UInt64](repeating: 0, count: count * wordCount)
            degrees = (0..<count).map { graph.outgoing.degree(of: $0) }
            isLeft = [Bool](repeating: true, count: count)
            for node in 0..<count {
                for target in graph.outgoing.neighbours(of: node) {
                    words[node * wordCount + Int(target) / 64] |= 1 << UInt64(target % 64)
                }
            }
        }

        /// The node of fewest neighbours goes, and ties them to one another; of equal ones the first.
        mutating func eliminateNext() -> Int {
            var node = -1
            for other in degrees.indices where isLeft[other] && (node < 0 || degrees[other] < degrees[node]) {
                node = other
            }
            isLeft[node] = false
            let own = node * wordCount
            for other in row(of: node) {
                let start = Int(other) * wordCount
                var degree = 0
                for word in 0..<wordCount {
                    words[start + word] |= words[own + word]
                    degree += words[start + word].nonzeroBitCount
                }
                // Neither itself nor the one that went.
                words[start + Int(other) / 64] &= ~(1 << UInt64(other % 64))
                words[start + node / 64] &= ~(1 << UInt64(node % 64))
                degrees[Int(other)] = degree - 2
            }
            return node
        }

        func row(of node: Int) -> [Int32] {
            var found: [Int32] = []
            for word in 0..<wordCount {
                var bits = words[node * wordCount + word]
                while bits != 0 {
                    found.append(Int32(word * 64 + bits.trailingZeroBitCount))
                    bits &= bits - 1
                }
            }
            return found
        }
    }
}
